import { readBody } from '../server/exchange.mjs';
import { sendJson } from '../server/replies.mjs';
import { fields, IDENTITY_FIELDS, shower } from './page.mjs';

const show = shower('dsfr', 'Formulaires de contact (page fictive)');
const CLASSES = { group: 'fr-input-group', label: 'fr-label', control: 'fr-input' };
const SUBJECTS = ['Je ne peux pas déposer ma demande', 'Mon compte ne fonctionne pas', 'Autre difficulté'];

function showForm(exchange) {
  const options = SUBJECTS.map((name) => `<option>${name}</option>`);
  show(
    exchange,
    'contacts-formulaire',
    'Contacter le centre de contact citoyens',
    `<h1>Contacter le centre de contact citoyens</h1><p>Décrivez la difficulté que vous rencontrez dans votre démarche en ligne. Tous les champs sont obligatoires, sauf la pièce jointe.</p>
<div id="outcome"></div><form id="contact">
<div class="fr-select-group"><label class="fr-label" for="sujet">Sujet</label><select class="fr-select" id="sujet" name="sujet" required><option value="">Choisissez</option>${options.join('')}</select></div>
${fields(CLASSES, [...IDENTITY_FIELDS, ['message', 'Votre message', 'textarea']])}
<div class="fr-upload-group"><label class="fr-label" for="piece">Pièce jointe, PDF ou image</label><input class="fr-upload" id="piece" name="piece" type="file"><p id="piece-state"></p></div>
<button class="fr-btn" type="submit">Envoyer</button></form>`,
    { script: 'contacts.mjs' },
  );
}

async function takeFile(exchange) {
  await readBody(exchange);
  sendJson(exchange, 200, { piece: 42 });
}

async function takeMessage(exchange) {
  await readBody(exchange);
  sendJson(exchange, 200, { numero: 990042 });
}

/** The contact forms. The page sends by script, and says itself what came of it. */
export const CONTACTS_ROUTES = [
  ['GET', '/contact/{id}', 'GET contacts/form', showForm],
  ['POST', '/api/pieces', 'POST contacts/piece', takeFile],
  ['POST', '/api/messages', 'POST contacts/message', takeMessage],
];
