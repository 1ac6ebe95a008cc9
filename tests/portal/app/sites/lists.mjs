// A page of so many nodes that changes 200 times a second, and no failure in it: two long lists rendered anew by turns,
// cells that are written again, classes and styles that come and go. `?nodes=` in all, `?rows=` in each list.
// Driven from outside by `globalThis.lists`.
const asked = new URLSearchParams(location.search);
const NODES = Number(asked.get('nodes') ?? 5000);
const ROWS = Number(asked.get('rows') ?? 150);
/** Changes as an observer counts them: a list rendered anew is one. */
const PER_TICK = 10;
const TICK_MS = 50;
/** A list is rendered anew every so many ticks. */
const RENDER_EVERY = 5;
const STATES = ['En attente', 'À compléter', 'Reçue', 'Transmise', 'En cours d’examen'];

const el = (tag, className, ...children) => {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
};

/** As a library draws an entry of a list: five nodes. */
const rowOf = (index, version) =>
  el(
    'li',
    `q-item${(index + version) % 20 === 0 ? ' q-item--changed' : ''}`,
    el('span', 'q-item__label', `Pièce ${index}, déposée le ${1 + (index % 28)} mai`),
    el(
      'span',
      'q-item__caption',
      STATES[(index + ((index + version) % 20 === 0 ? version : 0)) % STATES.length],
    ),
  );

const fieldOf = (index) => {
  const input = el('input', 'q-field__native');
  input.id = `champ-${index}`;
  const label = el('label', 'q-field__label', `Renseignement ${index}`);
  label.htmlFor = input.id;
  return el('div', 'q-field', label, input);
};

const cardOf = (index) =>
  el(
    'div',
    'q-card',
    el('span', 'q-card__title', `Rubrique ${index}`),
    el('span', 'q-card__text', `Telle qu’elle figure sur le titre, ligne ${index}.`),
  );

const countNodes = () => {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
};

const lists = ['#demandes', '#pieces'].map((id) => document.querySelector(id));
const rest = document.querySelector('#reste');
const notices = document.querySelector('.q-notifications');
const freshness = document.querySelector('#fraicheur');

const render = (list, version) =>
  list.replaceChildren(...Array.from({ length: ROWS }, (_, index) => rowOf(index + (version % 7), version)));

for (const list of lists) render(list, 0);
const fields = Array.from({ length: 20 }, (_, index) => fieldOf(index));
rest.append(...fields);
const cards = [];
for (let missing = NODES - countNodes(); missing >= 5; missing -= 5) cards.push(cardOf(cards.length));
rest.append(...cards);
const moving = cards.slice(0, 40);

let count = 0;
let renders = 0;
const tick = () => {
  count += 1;
  let left = PER_TICK;
  if (count % RENDER_EVERY === 0) {
    renders += 1;
    render(lists[renders % 2], renders);
    left -= 1;
  }
  if (count % 20 === 0) {
    freshness.textContent = `Liste à jour, relue ${count / 20} fois.`;
    left -= 1;
  }
  for (let each = 0; left > 0; each += 1, left -= 1) {
    const card = moving[(count * 7 + each * 5) % moving.length];
    const row = lists[each % 2].children[(count * 11 + each * 17) % ROWS];
    if (each % 5 === 0) card.classList.toggle('q-card--open');
    else if (each % 5 === 1)
      row.lastChild.textContent = `${STATES[count % STATES.length]}, relue ${count} fois`;
    else if (each % 5 === 2) card.style.setProperty('--avancement', String(count % 100));
    else if (each % 5 === 3)
      card.lastChild.firstChild.data = `Telle qu’elle figure sur le titre, vue ${count} fois.`;
    else row.classList.toggle('q-item--seen');
  }
};

globalThis.lists = {
  nodes: countNodes(),
  perSecond: (1000 / TICK_MS) * PER_TICK,
  /** So many ticks at the page's own rate; how long they took (ms). */
  run: (ticks) =>
    new Promise((over) => {
      const began = performance.now();
      let done = 0;
      const next = () => {
        tick();
        done += 1;
        if (done < ticks) setTimeout(next, Math.max(0, began + done * TICK_MS - performance.now()));
        else over(performance.now() - began);
      };
      next();
    }),
  /** A message of the page's, as a library shows one. Resolves with the time of the first frame that shows it (ms since 1970). */
  async show(text) {
    const notice = el('div', 'q-notification bg-negative', el('div', 'q-notification__message', text));
    notice.setAttribute('role', 'alert');
    notices.replaceChildren(notice);
    await new Promise(requestAnimationFrame);
    // A task of its own comes once the frame has been painted.
    await new Promise((painted) => setTimeout(painted, 0));
    return Date.now();
  },
  clear: () => notices.replaceChildren(),
};
