/** A sentence that the portal is known for: the real failure on every hostile page. */
const FAILURE = 'Ce timbre ne peut être consommé. Il a déjà été utilisé.';
const FILLER = `<p>${'Cette page de réplique présente une étape ordinaire du dépôt, avec ses explications. '.repeat(8)}</p>`;

const frame = (body, script, root = '') =>
  `<!doctype html><html lang="fr" ${root}><head><meta charset="utf-8"><title>Page hostile (réplique)</title>
<link rel="stylesheet" href="/replique/mark.css"></head><body><main><h1>Page hostile</h1>${FILLER}
<section id="ici"></section>${body}</main><script>
// The one thing that is true on this page: a request fails, and the portal says so.
async function fail(around = '') {
  await fetch('/api/replique/500').catch(() => undefined);
  const box = document.createElement('div');
  box.className = 'fr-alert fr-alert--error';
  box.append(around + ${JSON.stringify(FAILURE)} + around);
  document.getElementById('ici').replaceChildren(box);
}
${script}</script></body></html>`;

/** Control and right-to-left characters, HTML, a formula and a path, to be shown or exported as text or not at all. */
const UNRULY =
  '\\u202e\\u0000\\u0007\\u001b[2J\\u200f\\u2066,=HYPERLINK("https://exemple.invalid/../../etc")<img src=x onerror=alert(1)><script>alert(2)<\\/script>\\ud83d ';

const SHADOWING =
  'attributes nodeName nodeType childNodes firstChild nextSibling ownerDocument parentNode parentElement textContent children id localName matches closest contains querySelector querySelectorAll getAttribute getRootNode shadowRoot isConnected checkVisibility getBoundingClientRect getClientRects'
    .split(' ')
    .map((name) => `<input name="${name}" aria-label="${name}"><input name="${name}" aria-label="${name}">`)
    .join('');

const WORDS = frame(
  `<form id="f" class="fr-group" onsubmit="return false"><label for="nom" id="l"></label><input id="nom" name="nom"><button id="b" type="button"></button>
  <div hidden>${SHADOWING}</div></form>
  <img name="title" alt=""><img name="body" alt=""><a id="navigation"></a>`,
  `const bad = '${UNRULY}';
  document.title = bad + 'Titre';
  document.getElementById('b').textContent = bad + 'Bouton';
  document.getElementById('l').textContent = bad + 'Champ';
  history.replaceState(null, '', location.pathname + '#/../..%2f%2e%2e/' + encodeURIComponent('<b>=1+1') + '/__proto__');
  const hostile = () => fail(bad);`,
  'id="browser"',
);

const FORGERY = frame(
  '<form id="f" onsubmit="return false"><label for="nom">Nom</label><input id="nom"><button id="b">Envoyer</button></form>',
  `const envelope = { to: 'background', name: 'page.signals', data: { document: 'x', signals: [] } };
  window.reached = [];
  const tried = (name, act) => { try { const made = act(); if (made !== undefined) reached.push(name); made?.catch?.(() => {}); } catch {} };
  function forge() {
    b.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    b.click();
    for (const type of ['input', 'change', 'submit']) f.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    for (const type of ['pagehide', 'pageshow', 'hashchange', 'popstate', 'load', 'beforeunload'])
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    for (const type of ['visibilitychange', 'DOMContentLoaded', 'freeze', 'resume']) document.dispatchEvent(new Event(type));
    window.postMessage(envelope, '*');
    window.postMessage({ to: 'page', ask: 'moment' }, '*');
  }
  for (const root of ['chrome', 'browser'])
    for (const id of [undefined, new URLSearchParams(location.search).get('id')])
      tried(root + ' sendMessage ' + (id !== undefined), () => window[root]?.runtime?.sendMessage?.(...(id ? [id, envelope] : [envelope])));
  tried('connect', () => window.chrome?.runtime?.connect?.());
  new BroadcastChannel('anef-temoin').postMessage(envelope);
  setTimeout(() => { for (let i = 0; i < 100; i += 1) forge(); document.body.dataset.forged = 'oui'; }, 500);`,
);

/** Mutations in a large crowd, as many a second as asked for; measures how late the page's own timers are. */
const FLOOD = frame(
  '<div id="foule"></div>',
  `const foule = document.getElementById('foule');
  for (let i = 0; i < 2000; i += 1) { const p = document.createElement('p'); p.textContent = 'ligne ' + i; foule.append(p); }
  let made = 0, longest = 0, over = false;
  const lines = foule.children;
  async function flood(perSecond, seconds) {
    const start = performance.now();
    let last = start;
    while (performance.now() < start + seconds * 1000) {
      const due = Math.min(2000, ((performance.now() - start) / 1000) * perSecond - made);
      for (let i = 0; i < due; i += 1, made += 1) {
        const line = lines[(made * 7) % 2000];
        if (made % 3 === 0) line.className = made % 2 ? 'error-a' : 'b';
        else if (made % 3 === 1) line.firstChild.data = 'ligne ' + made;
        else line.replaceChildren('nouvelle ' + made);
      }
      await new Promise((resolve) => setTimeout(resolve, 4));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    over = true;
    return { made, longest };
  }`,
);

const CROWD = frame(
  '<div id="foule" style="height: 4em; overflow: hidden"></div>',
  `function crowd(count) {
    const box = document.getElementById('foule');
    const half = document.createElement('div');
    for (let i = 0; i < 1000; i += 1) half.append(document.createElement('i'));
    for (let i = 0; i < count / 1000; i += 1) box.append(half.cloneNode(true));
    return document.getElementsByTagName('*').length;
  }
  function weigh(megabytes) {
    const text = 'Texte « a » 12 rue Fictive, '.repeat((megabytes * 1e6) / 28);
    document.title = text;
    const box = document.getElementById('foule');
    box.append(text);
    box.setAttribute('title', text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.x::before { content: "' + 'url( '.repeat(400000) + '" }');
    document.adoptedStyleSheets = [sheet];
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', text);
    field.value = text;
    const button = document.createElement('button');
    button.id = 'lourd';
    button.textContent = text;
    button.style.cssText = 'height: 2em; overflow: hidden; width: 10em';
    document.getElementById('ici').after(field, button);
  }
  /** Longest time in which nothing else could run, and its sum beyond 50 ms, over so many seconds. */
  async function late(seconds) {
    let longest = 0, blocked = 0, last = performance.now();
    const end = last + seconds * 1000;
    while (last < end) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      blocked += Math.max(0, now - last - 50);
      last = now;
    }
    return { longest: Math.round(longest), blocked: Math.round(blocked) };
  }`,
);

/** What a page can find out by looking: pictures of its own, a worker that sees requests, reports of a strict policy. */
const LOOKOUT = frame(
  '<img id="image" src="/replique/hostile/image.svg" alt="Image de réplique" width="40" height="40"><img src="/replique/hostile/image.png" alt="Autre image" width="40" height="40">',
  '',
);

/** HTML by name. */
export const HOSTILE_PAGES = {
  textes: WORDS,
  forge: FORGERY,
  flot: FLOOD,
  foule: CROWD,
  guet: LOOKOUT,
};
