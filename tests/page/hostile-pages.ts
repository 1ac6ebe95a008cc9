/** Hostile pages of the tests, each around one real failure. Marked « réplique »; nobody in them exists. */
export const FAILURE = 'Ce timbre ne peut être consommé. Il a déjà été utilisé.';
/** Enough ordinary words for the page not to be taken for a bare error page. */
const FILLER = `<p>${'Cette page de réplique présente une étape ordinaire du dépôt, avec ses explications. '.repeat(8)}</p>`;
const page = (body: string, root = ''): string =>
  `<!doctype html><html lang="fr" ${root}><head><meta charset="utf-8"><title>Réplique hostile</title></head><body>${FILLER}${body}</body></html>`;
const alert = `<div class="fr-alert fr-alert--error"><p>${FAILURE}</p></div>`;

/** Everything that a script of ours asks of a node, an element or a form. */
const NAMES =
  'attributes nodeName nodeType childNodes firstChild nextSibling ownerDocument parentNode parentElement textContent children id ' +
  'localName namespaceURI matches closest contains querySelector querySelectorAll getAttribute hasAttribute getRootNode shadowRoot ' +
  'isConnected checkVisibility getBoundingClientRect getClientRects clientHeight className isContentEditable hasChildNodes ' +
  'addEventListener elements length type value name';
const fields = NAMES.split(' ')
  .map((name) => `<input name="${name}" value="x"><input name="${name}">`)
  .join('');

/** A form whose fields take the place of its own properties, around the failure and after it. */
export const CLOBBERED_FORM = page(
  `<form id="formulaire" class="fr-group" role="button" contenteditable="false">${fields}<fieldset><label for="nom">Nom</label><input id="nom" required></fieldset>
  <button id="suite" type="button">Continuer</button></form>${alert}`,
);

/** Names that stand for what is asked of `document` and `window`. */
export const CLOBBERED_DOCUMENT = page(
  `${'title body head documentElement visibilityState readyState querySelectorAll addEventListener styleSheets adoptedStyleSheets createRange defaultView location'
    .split(' ')
    .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
    .join(
      '',
    )}<iframe name="title" srcdoc=""></iframe><a id="navigation"></a><a id="chrome"></a><a id="performance"></a>
  ${alert}`,
  'id="browser"',
);

/** Names that only a look-up in an object's prototype, or another namespace, makes special. */
export const STRANGE_ELEMENTS = page(
  `<constructor>a</constructor><x-${'long'.repeat(60)}><p>Une erreur technique est survenue</p></x-${'long'.repeat(60)}>${alert}<script>
  for (const name of ['select', 'input', 'textarea', 'iframe', 'img', '__proto__'])
    document.body.append(document.createElementNS('http://www.w3.org/2000/svg', name), document.createElement(name === '__proto__' ? name : 'i'));
  const many = document.createElement('div');
  for (let i = 0; i < 3000; i += 1) many.setAttribute('aria-x' + i, 'y'.repeat(3000));
  document.body.append(many);
  </script>`,
);

/** Its only message stands in a frame of the same origin; another frame is hidden. */
export const FRAMED = page(
  `<script>const fail = (cadre) => setTimeout(() => cadre.contentDocument.body.insertAdjacentHTML('beforeend',
    '<div class="fr-alert fr-alert--error"><p>${FAILURE}</p></div>'), 300);</script>
  <iframe id="cadre" onload="fail(this)" width="600" height="200" srcdoc="<p>Cadre</p><label for=a>Nom</label><input id=a>"></iframe>
  <iframe style="display:none" srcdoc="<div class='fr-alert fr-alert--error'><p>Votre session a expiré</p></div>"></iframe>
  <iframe style="position:absolute;left:-9999px" srcdoc="<div class='fr-alert fr-alert--error'><p>Votre session a expiré</p></div>"></iframe>`,
);

/** Dispatches, of its own accord, everything the witness listens to, two hundred times. */
export const FORGER = page(
  `<form id="f" onsubmit="return false"><label for="nom">Nom</label><input id="nom" value="Personne"><button id="b">Envoyer</button></form>
  <script>
  let n = 0;
  function forge() {
    n += 1;
    b.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    b.click();
    f.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: b }));
    nom.value = 'Personne ' + n % 10;
    for (const type of ['input', 'change', 'focusout', 'focusin', 'pointerdown']) nom.dispatchEvent(new Event(type, { bubbles: true }));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    for (const type of ['hashchange', 'popstate', 'load', 'beforeunload', 'unload', 'freeze']) window.dispatchEvent(new Event(type));
    for (const type of ['visibilitychange', 'DOMContentLoaded', 'prerenderingchange', 'toggle', 'transitionend'])
      document.dispatchEvent(new Event(type));
  }
  setTimeout(() => {
    for (let i = 0; i < 200; i += 1) forge();
    document.documentElement.setAttribute('data-forged', n);
  }, 600);
  window.postMessage({ to: 'page', ask: 'moment' }, '*');
  window.postMessage({ to: 'background', name: 'page.signals', data: {} }, '*');
  </script>`,
);

/** Puts its own in the place of everything a script could use, before anything else. */
export const OVERRIDDEN = page(
  `<script>
  const broken = () => { throw new Error('piégé'); };
  for (const owner of [Node, Element, HTMLElement, Document, EventTarget, MutationObserver, PerformanceObserver, Event, Text, CSSStyleSheet])
    for (const key of Object.getOwnPropertyNames(owner.prototype)) {
      if (key === 'constructor') continue;
      try { Object.defineProperty(owner.prototype, key, { get: broken, set: broken, configurable: true }); } catch {}
    }
  for (const owner of [Array, String, Map, Set, RegExp, Promise, Object, Date, Function])
    for (const key of ['map', 'filter', 'push', 'join', 'slice', 'replace', 'then', 'get', 'set', 'has', 'exec', 'test', 'toString', 'call', 'apply', 'bind', 'getTime'])
      try { if (key in owner.prototype) owner.prototype[key] = broken; } catch {}
  for (const key of ['setTimeout', 'requestAnimationFrame', 'MutationObserver', 'PerformanceObserver', 'Symbol', 'JSON', 'Date', 'performance', 'crypto', 'Reflect', 'Proxy', 'Map', 'Set', 'getComputedStyle', 'URL', 'fetch', 'AbortController'])
    try { Object.defineProperty(window, key, { get: broken, configurable: true }); } catch {}
  </script>${alert}`,
);

/** Two hundred hidden decoys and a hundred told ones, then the real message, faded in without any mutation. */
export const DECOYS = page(
  `<style>.tard { opacity: 0; animation: venir 1ms 900ms forwards } @keyframes venir { to { opacity: 1 } }</style><div id="leurres"></div>
  <script>
  const leurre = (text, style) => '<div class="alert" style="' + style + '">' + text + '</div>';
  leurres.innerHTML = Array.from({ length: 300 }, (_, i) => leurre('Erreur ' + 'abcdefghij'[i % 10] + ' numéro ' + i, i % 2 ? 'display:none' : '')).join('');
  setTimeout(() => leurres.insertAdjacentHTML('afterend', '<div class="fr-alert fr-alert--error tard"><p>${FAILURE}</p></div>'), 200);
  </script>`,
);

/** Ten megabytes in one text, in parts of the page that can be written in, nested, and three thousand fields. */
export const HEAVY = page(
  `<div id="lourd" contenteditable style="height:3em;overflow:hidden"></div>${alert}<script>
  let inner = lourd;
  for (let i = 0; i < 150; i += 1) { const next = document.createElement('div'); next.contentEditable = 'true'; inner.append(next); inner = next; }
  const text = 'Texte 0612345678 « a » 12 rue Fictive, '.repeat(250_000);
  inner.append(text);
  const p = document.createElement('p');
  p.style.cssText = 'height:3em;overflow:hidden';
  p.append(text);
  const fields = document.createElement('div');
  fields.innerHTML = Array.from({ length: 3_000 }, (_, i) => '<input value="valeur ' + i + '">').join('');
  document.body.append(p, fields);
  document.title = text;
  </script>`,
);

const RLO = '\\u202e';
/** Control and right-to-left characters, HTML and formulas in everything the witness quotes. */
export const UNRULY_TEXT = page(
  `<div id="m" class="fr-alert fr-alert--error"></div><button id="b"></button><label for="nom" id="l"></label><input id="nom">
  <script>
  const bad = '${RLO}\\u0000\\u0007\\u001b[2J\\u200f\\u2066=HYPERLINK("https://exemple.invalid")<img src=x onerror=alert(1)>\\ud83d ';
  document.title = bad + 'Titre';
  document.documentElement.lang = '${RLO}fr';
  b.textContent = bad + 'Bouton';
  l.textContent = bad + 'Champ';
  m.append(bad + '${FAILURE}' + bad);
  </script>`,
);
