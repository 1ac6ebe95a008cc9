// The form of the contact site: sends by script and says what came of it. No text of the server's is shown.
const form = document.querySelector('#contact');
const outcome = document.querySelector('#outcome');
const main = document.querySelector('main');

const MESSAGES = {
  sent: ['success', 'Votre message a bien été envoyé. Il porte le numéro 990042.'],
  failed: ['error', 'Une erreur technique est survenue. Votre message n’a pas été envoyé.'],
  file: [
    'error',
    'Le fichier n’a pas pu être joint : il est trop volumineux ou son format n’est pas accepté.',
  ],
};

function say(place, name) {
  const [kind, text] = MESSAGES[name];
  const alert = document.createElement('div');
  alert.className = `fr-alert fr-alert--${kind}`;
  alert.setAttribute('role', kind === 'error' ? 'alert' : 'status');
  const line = document.createElement('p');
  line.textContent = text;
  alert.append(line);
  place.replaceChildren(alert);
}

/** True when the server has taken it. */
async function post(path, body) {
  try {
    return (await fetch(path, { method: 'POST', body })).ok;
  } catch {
    return false;
  }
}

document.querySelector('#piece').addEventListener('change', async ({ target }) => {
  const state = document.querySelector('#piece-state');
  const [file] = target.files;
  if (!file) return state.replaceChildren();
  if (await post('/api/pieces', file)) state.textContent = 'Pièce jointe.';
  else say(state, 'file');
  main.dataset.piece = 'vue';
  return undefined;
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const sent = await post('/api/messages', new URLSearchParams({ sujet: form.elements.sujet.value }));
  say(outcome, sent ? 'sent' : 'failed');
  if (sent) form.remove();
  main.dataset.page = sent ? 'contacts-envoye' : 'contacts-echec';
  outcome.scrollIntoView({ block: 'center' });
});
