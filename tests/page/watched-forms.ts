import type { Page } from 'puppeteer-core';
import type { Obstacle } from '../../lib/core/detect/signals.ts';

/** A page, what a person does on it, and what must be said of it: nothing, or one obstacle. */
export interface WatchedForm {
  readonly name: string;
  readonly html: string;
  readonly act?: (page: Page) => Promise<unknown>;
  readonly told?: Obstacle;
  readonly label?: string;
}

const page = (body: string, script = '') =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><style>.red{color:#c62f26}</style>
  <body><header><p>Étrangers en France (réplique)</p></header><main><h1>Ma demande de renouvellement</h1>
  <p>Renseignez chaque étape de votre demande avant de l’envoyer.</p>${body}</main>
  <script>const $ = (id) => document.getElementById(id); ${script}</script></body></html>`;

const field = (id: string, label: string, more = '') =>
  `<div class="fr-input-group"><label class="fr-label" for="${id}">${label}</label><input class="fr-input" id="${id}" ${more}></div>`;
const two = field('nom', 'Nom *') + field('ville', 'Ville *');
const next = (more = '') => `<button class="fr-btn" id="suite" type="button" ${more}>Suivant</button>`;
const form = (content: string, script = '') => page(`<form id="f" novalidate>${content}</form>`, script);

const fillTwo = async (tab: Page) => {
  await tab.type('#nom', 'FICTIF');
  await tab.type('#ville', 'VILLE-FICTIVE');
};
const clicks = (times: number) => async (tab: Page) => {
  for (let count = 0; count < times; count += 1) {
    await tab.click('#suite');
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
const framed = (content: string, script: string) =>
  page(
    `<iframe width="600" height="400" srcdoc="${`<form id='f'>${content}</form><script>const $ = (id) => document.getElementById(id); ${script}</script>`.replaceAll('"', '&quot;')}"></iframe>`,
  );
/** What is asked for is answered first: a form that still waits for an answer may refuse every click. */
const clicksInFrame = (times: number) => async (tab: Page) => {
  const frame = await (await tab.waitForSelector('iframe'))?.contentFrame();
  await frame?.type('#nom', 'FICTIF');
  await frame?.type('#ville', 'VILLE-FICTIVE');
  for (let count = 0; count < times; count += 1) {
    await (await frame?.waitForSelector('#suite'))?.click();
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
};
const DEAD = `$('f').addEventListener('submit', (event) => event.preventDefault());`;

export const ILL: readonly WatchedForm[] = [
  {
    name: 'a button that stays greyed out',
    html: form(two + next('disabled')),
    act: fillTwo,
    told: 'greyed-button',
    label: 'Suivant',
  },
  {
    name: 'a button that only says that it is disabled, and no field says that it is required',
    html: form(
      field('nom', 'Nom') +
        field('ville', 'Ville') +
        field('etage', 'Étage (facultatif)') +
        next('aria-disabled="true"'),
    ),
    act: fillTwo,
    told: 'greyed-button',
  },
  {
    name: 'a greyed-out button in a shadow root',
    html: page(
      '<x-etape></x-etape>',
      `customElements.define('x-etape', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = \`<div>${two}${next('disabled')}</div>\`; } });`,
    ),
    act: async (tab) => {
      await tab.type('>>> #nom', 'FICTIF');
      await tab.type('>>> #ville', 'VILLE-FICTIVE');
    },
    told: 'greyed-button',
  },
  {
    name: 'a button that does nothing',
    html: form(two + next(), DEAD),
    act: async (tab) => {
      await fillTwo(tab);
      await clicks(3)(tab);
    },
    told: 'dead-click',
    label: 'Suivant',
  },
  {
    name: 'a button that only leaves a framework’s marks',
    html: form(
      two + next(),
      `${DEAD} $('suite').onclick = () => { $('f').classList.add('ng-submitted'); $('nom').className = 'fr-input ng-touched'; };`,
    ),
    act: async (tab) => {
      await fillTwo(tab);
      await clicks(3)(tab);
    },
    told: 'dead-click',
  },
  {
    name: 'a button whose request is refused, and nobody says so',
    html: form(two + next(), `${DEAD} $('suite').onclick = () => fetch('/api/refus', { method: 'PUT' });`),
    act: async (tab) => {
      await fillTwo(tab);
      await clicks(1)(tab);
    },
    told: 'dead-click',
  },
  {
    name: 'a veil that was left over the button',
    html: form(
      `${two}${next()}<div style="position:fixed;inset:0;opacity:.02;background:#000;display:none" id="voile"></div>`,
      `$('suite').onclick = () => { location.hash = '/etape/2'; }; addEventListener('change', () => { $('voile').style.display = 'block'; });`,
    ),
    act: async (tab) => {
      await fillTwo(tab);
      const box = await (await tab.$('#suite'))?.boundingBox();
      for (let times = 0; times < 4; times += 1) {
        await tab.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    told: 'dead-click',
    label: 'Suivant',
  },
  {
    name: 'a pattern of the browser’s that refuses whatever is typed',
    html: form(
      `${field('numero', 'Numéro du passeport', 'required pattern="[0-9]{2}[A-Z]{2}[0-9]{5}"')}<button class="fr-btn" id="suite" type="submit">Continuer</button>`,
    ).replace(' novalidate', ''),
    act: async (tab) => {
      for (const number of ['A1234567', 'A 1234567', '0A1234567']) {
        await tab.click('#numero', { count: 3 });
        await tab.type('#numero', number);
        await clicks(1)(tab);
      }
    },
    told: 'validation-loop',
    label: 'Numéro du passeport',
  },
  {
    name: 'an error that comes back whatever is typed',
    html: form(
      `${field('tel', 'Téléphone *')}<p class="fr-error-text" id="e"></p>${next()}`,
      `$('suite').onclick = () => { $('tel').setAttribute('aria-invalid', 'true'); $('tel').setAttribute('aria-describedby', 'e'); $('e').textContent = ''; setTimeout(() => { $('e').textContent = 'Numéro invalide.'; }, 30); };`,
    ),
    act: async (tab) => {
      for (const digit of ['1', '2', '3', '4']) {
        await tab.click('#tel', { count: 3 });
        await tab.type('#tel', `06 99 00 00 4${digit}`);
        await clicks(1)(tab);
      }
    },
    told: 'validation-loop',
    label: 'Téléphone *',
  },
  {
    name: 'a list without a choice',
    html: form(
      `${field('nom', 'Nom *')}<label for="pays">Nationalité *</label><select id="pays" required><option value="">Sélectionner</option></select>${next()}`,
    ),
    act: (tab) => tab.focus('#pays'),
    told: 'no-choice',
    label: 'Nationalité *',
  },
  {
    name: 'a sentence that asks to wait',
    html: page('<p>Chargement en cours…</p>'),
    told: 'endless-wait',
  },
  {
    name: 'a ring that turns',
    html: page(
      '<style>@keyframes t{to{rotate:360deg}}.my-spinner{width:40px;height:40px;border:4px solid;animation:t 1s infinite}</style><div class="my-spinner"></div>',
    ),
    told: 'endless-wait',
  },
  {
    name: 'a page with its header and nothing else',
    html: '<!doctype html><meta charset="utf-8"><title>Essai</title><header><p>Étrangers en France</p><nav>Accueil</nav></header><app-root></app-root><footer>Plan du site</footer>',
    told: 'blank-page',
  },
  {
    name: 'a red cross beside a file',
    html: form(
      `<div class="upload"><label for="piece">Passeport</label><input type="file" id="piece"><span id="croix" class="red"></span></div>`,
      `$('piece').onchange = () => { $('croix').textContent = '✗'; };`,
    ),
    act: async (tab) => {
      const chooser = await tab.waitForSelector('input[type="file"]');
      await chooser?.uploadFile(import.meta.filename);
    },
    told: 'upload-refused',
    label: 'Passeport',
  },
  {
    name: 'a file that a widget has put into its chooser, and that is not taken',
    html: form(
      `<div class="upload"><label for="piece">Passeport</label><input type="file" id="piece"></div>`,
      `setTimeout(() => { const held = new DataTransfer(); held.items.add(new File(['x'], 'x.pdf')); $('piece').files = held.files;
        fetch('/usagers/piece', { method: 'POST', body: 'x' }); }, 400);`,
    ),
    told: 'upload-refused',
    label: 'Passeport',
  },
  {
    name: 'dead clicks in a frame',
    html: framed(two + next(), ''),
    act: clicksInFrame(3),
    told: 'dead-click',
    label: 'Suivant',
  },
];

export const HEALTHY: readonly WatchedForm[] = [
  {
    name: 'a required field is empty',
    html: form(`${two}${field('rue', 'Rue *')}${next('disabled')}`),
    act: fillTwo,
  },
  {
    name: 'nothing says what is required and a field is empty',
    html: form(field('nom', 'Nom') + field('ville', 'Ville') + field('rue', 'Rue') + next('disabled')),
    act: fillTwo,
  },
  {
    name: 'the box that certifies is not ticked',
    html: form(
      `${two}<label><input type="checkbox"> Je certifie l’exactitude de ces informations</label>${next('disabled')}`,
    ),
    act: fillTwo,
  },
  {
    name: 'a file is asked for',
    html: form(
      `${two}<label for="p">Justificatif de domicile</label><input type="file" id="p">${next('disabled')}`,
    ),
    act: fillTwo,
  },
  {
    name: 'the framework says that an answer is invalid',
    html: form(two + next('disabled'), `$('ville').classList.add('ng-invalid', 'ng-dirty');`),
    act: fillTwo,
  },
  {
    name: 'an answer is not what its label asks for',
    html: form(`${field('nom', 'Courriel *')}${field('ville', 'Ville *')}${next('disabled')}`),
    act: fillTwo,
  },
  {
    name: 'a countdown runs',
    html: form(
      `${two}<button class="fr-btn" id="suite" type="button" disabled>Valider (<span id="s">99</span> s)</button>`,
      `setInterval(() => { $('s').textContent -= 1; }, 1000);`,
    ),
    act: fillTwo,
  },
  {
    name: 'the last page of a list has no next one',
    html: page(
      `${two}<nav class="fr-pagination">${next('disabled')}</nav><div class="p-paginator"><button disabled>Suivant</button></div>`,
    ),
    act: fillTwo,
  },
  {
    name: 'what was saved can be saved again after a change only',
    html: form(two + next(), `$('suite').onclick = () => { $('suite').disabled = true; };`),
    act: async (tab) => {
      await fillTwo(tab);
      await clicks(1)(tab);
    },
  },
  {
    name: 'the page says why it does not go on',
    html: form(
      `${two}<div class="fr-alert fr-alert--warning"><p>Une pièce manque au dossier.</p></div>${next('disabled')}`,
    ),
    act: fillTwo,
  },
  {
    name: 'each click shows the same error, which is there already',
    html: form(
      `${two}<p id="e"></p>${next()}`,
      `${DEAD} $('suite').onclick = () => { if (!$('nom').value && !$('e').className) { $('e').className = 'fr-error-text'; $('e').textContent = 'Le nom est obligatoire.'; $('nom').setAttribute('aria-invalid', 'true'); } };`,
    ),
    act: clicks(4),
  },
  {
    name: 'each click in a frame changes something there, or moves the focus',
    html: framed(
      `${two}<p id="n"></p>${next()}`,
      `let n = 0; $('suite').onclick = () => { n += 1; if (n === 1) $('n').textContent = 'Étape 2'; else $('nom').focus(); };`,
    ),
    act: clicksInFrame(3),
  },
  {
    name: 'each click moves the focus, scrolls, or asks the browser',
    html: form(
      two.replaceAll('id="nom"', 'id="nom" required') + next('').replace('type="button"', 'type="submit"'),
      '',
    ).replace(' novalidate', ''),
    act: clicks(4),
  },
  {
    name: 'each click goes one step on',
    html: form(
      two + next(),
      `let n = 0; $('suite').onclick = () => { n += 1; document.title = 'Étape ' + n; location.hash = '/etape/' + n; };`,
    ),
    act: clicks(5),
  },
  {
    name: 'a mistake is mended',
    html: form(
      `${field('tel', 'Téléphone *')}<p class="fr-error-text" id="e"></p>${next()}`,
      `$('suite').onclick = () => { const wrong = $('tel').value.length < 14; $('tel').setAttribute('aria-invalid', wrong); $('tel').setAttribute('aria-describedby', 'e'); $('e').textContent = wrong ? 'Numéro invalide.' : ''; };`,
    ),
    act: async (tab) => {
      for (const number of ['06', '06 99', '06 99 00 00 42']) {
        await tab.click('#tel', { count: 3 });
        await tab.type('#tel', number);
        await clicks(1)(tab);
      }
    },
  },
  {
    name: 'a list waits for another',
    html: form(
      `<label for="d">Département *</label><select id="d" required><option value="">Choisir</option><option value="1">Ain</option></select><label for="v">Préfecture *</label><select id="v" required><option value="">Choisir</option></select>${next()}`,
    ),
    act: (tab) => tab.focus('#v'),
  },
  {
    name: 'what waits is soon over',
    html: page(
      '<div id="w" class="fr-loader" aria-busy="true"><span class="spinner" role="progressbar"></span><p>Chargement…</p></div><p>Bienvenue dans votre espace.</p>',
      `setTimeout(() => $('w').remove(), 1200);`,
    ),
  },
  {
    name: 'what looks like waiting is none',
    html: page(
      `<div role="progressbar" aria-valuenow="2" aria-valuemax="7">Étape 2 sur 7</div><progress max="7" value="2"></progress>
      <span class="ui-spinner ui-widget"><input type="number" value="1"><button type="button">▲</button></span>
      <h2>Chargement des justificatifs</h2><p>Traitement en cours</p><p class="fr-badge">Demande en cours d’instruction</p>
      <div aria-busy="true"><p>${'Votre demande de renouvellement a été reçue et sera examinée. '.repeat(8)}</p></div>
      <input type="file" class="file-uploader"><div class="loading" hidden>Chargement…</div>`,
    ),
  },
  {
    name: 'a queue that moves on',
    html: page(
      '<p>Vous êtes dans la file d’attente.</p><div class="loader" style="width:30px;height:30px"></div>',
    ),
  },
  {
    name: 'a short page',
    html: '<!doctype html><meta charset="utf-8"><title>Essai</title><p>Déconnexion réussie.</p>',
  },
  {
    name: 'a file that can be taken away again',
    html: form(
      `<div class="upload"><label for="piece">Passeport</label><input type="file" id="piece"><button type="button" class="red"><span>✕</span></button></div>`,
    ),
    act: async (tab) => {
      const chooser = await tab.waitForSelector('input[type="file"]');
      await chooser?.uploadFile(import.meta.filename);
    },
  },
];
