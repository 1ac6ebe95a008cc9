// A form of a component library that never stops redrawing itself, and no failure in it. Its work is counted, not timed:
// what is measured on it does the same however slow the machine is. Driven from outside by `globalThis.busy`.
const FIELDS = 150;
const ROWS = 60;
const ROUTE_EVERY = 25;
const NOTICE_EVERY = 8;

const el = (tag, className, ...children) => {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
};

const field = (index) => {
  const input = el('input', 'q-field__native q-placeholder');
  input.id = `champ-${index}`;
  input.name = input.id;
  input.required = index % 3 === 0;
  const label = el('label', 'q-field__label no-pointer-events', `Renseignement ${index}`);
  label.htmlFor = input.id;
  const hint = el('div', 'q-field__messages', 'Tel qu’il figure sur votre titre.');
  const control = el(
    'div',
    'q-field__control relative-position row no-wrap',
    el('div', 'q-field__control-container', input, label),
  );
  const node = el(
    'div',
    'q-field q-field--outlined q-input',
    el('div', 'q-field__inner', control, el('div', 'q-field__bottom row', hint)),
  );
  return { node, input, hint, control };
};

const form = document.querySelector('#agitee');
const journal = document.querySelector('#journal');
const notices = document.querySelector('.q-notifications');
const fields = Array.from({ length: FIELDS }, (_, index) => field(index));
const onward = el(
  'button',
  'q-btn q-btn-item bg-primary',
  el('span', 'q-btn__content', 'Enregistrer et poursuivre'),
);
onward.type = 'button';
form.append(...fields.map(({ node }) => node), onward);

const redraw = (count) => {
  for (let each = 0; each < 24; each += 1) {
    const { node, control, hint } = fields[(count * 7 + each * 5) % FIELDS];
    node.classList.toggle('q-field--float', (count + each) % 2 === 0);
    control.style.setProperty('--avancement', String((count + each) % 100));
    hint.textContent = `Tel qu’il figure sur votre titre, relu ${count % 90} fois.`;
  }
  journal.append(
    el(
      'li',
      'q-item',
      el('span', 'q-item__label', `Étape ${count}`),
      el('span', 'q-item__caption', 'enregistrée'),
    ),
  );
  if (journal.childElementCount > ROWS) journal.firstElementChild.remove();
};

const notify = (count) => {
  const notice = el(
    'div',
    'q-notification bg-info',
    el('div', 'q-notification__message', `Brouillon enregistré, version ${count % 500}.`),
  );
  notice.setAttribute('role', 'status');
  notices.replaceChildren(notice);
};

let count = 0;
const batch = () => {
  count += 1;
  redraw(count);
  if (count % NOTICE_EVERY === 0) notify(count);
  if (count % ROUTE_EVERY === 0) location.hash = `#/demande/etape/${(count / ROUTE_EVERY) % 7}`;
};

// What a page does at each key: check what was typed, and say so in a few places.
form.addEventListener('input', ({ target }) => {
  for (const { input, hint } of fields.slice(0, 30)) {
    if (input === target) hint.textContent = `${input.value.length} caractères`;
    input.toggleAttribute('aria-invalid', input.required && input.value === '' && input === target);
  }
});

// From the key to the frame that shows its effect (ms), whatever handlers stood in between.
const latencies = [];
const channel = new MessageChannel();
const painted = [];
channel.port1.onmessage = () => latencies.push(performance.now() - painted.shift());
addEventListener(
  'keydown',
  ({ timeStamp }) =>
    requestAnimationFrame(() => {
      painted.push(timeStamp);
      channel.port2.postMessage(null);
    }),
  true,
);

globalThis.busy = {
  latencies,
  /** So many batches, one every `ms`. */
  run: (batches, ms) =>
    new Promise((over) => {
      let left = batches;
      const next = () => {
        batch();
        left -= 1;
        if (left > 0) setTimeout(next, ms);
        else over(count);
      };
      next();
    }),
};
