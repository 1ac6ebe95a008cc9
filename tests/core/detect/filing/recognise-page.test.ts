import { describe, expect, it } from 'vitest';
import type { DocumentItem } from '../../../../lib/core/detect/filing/document.ts';
import { type PageGlance, recognisePage } from '../../../../lib/core/detect/filing/recognise-page.ts';

const RULE =
  'Je vérifie les informations que j’ai saisies. Une fois la demande envoyée, je ne peux plus la modifier.';
const RULE_EN = 'Once the request has been sent, I can no longer change it.';

const glance = (more: Partial<PageGlance> = {}): PageGlance => ({
  group: 'portal',
  route: '/usagers/#/demande/etape/4',
  headings: ['Demande de titre de séjour'],
  buttons: ['Enregistrer et poursuivre', 'Précédent'],
  text: '',
  has: () => false,
  choosers: true,
  documents: [],
  ...more,
});
const given = (more: Partial<DocumentItem> = {}): DocumentItem => ({
  label: 'Passeport',
  state: 'received',
  says: null,
  fileShown: true,
  fileType: 'pdf',
  size: null,
  addedOn: null,
  ...more,
});

describe('the last page before sending', () => {
  it.each<[string, Partial<PageGlance>]>([
    [
      'the portal’s own words and buttons',
      {
        headings: ['Récapitulatif'],
        buttons: ['Valider et vérifier la suite de ma saisie 1/4'],
        text: RULE,
      },
    ],
    [
      'heading and button only',
      {
        route: '/usagers/#/demande/etape/7',
        headings: ['Vérification et envoi'],
        buttons: ['Envoyer ma demande'],
      },
    ],
    [
      'route and button only',
      { route: '/particuliers/#/demande/recapitulatif', headings: [], buttons: ['Envoyer ma demande'] },
    ],
    ['in English', { headings: ['Summary'], buttons: ['Submit my application'] }],
    ['in English, by its rule', { headings: ['Check your answers'], text: RULE_EN }],
  ])('%s', (_, more) => {
    expect(recognisePage(glance(more))).toBe('recap');
  });
});

describe('the list of documents', () => {
  it.each<[string, Partial<PageGlance>]>([
    ['by its heading', { headings: ['Pièces justificatives'], documents: [given()] }],
    ['by its component', { has: (selector) => selector === 'app-pieces-jointes', documents: [given()] }],
    ['by its route', { route: '/particuliers/#/demande/pieces-jointes', documents: [given()] }],
    [
      'in English',
      {
        headings: ['My documents'],
        documents: [given({ state: 'refused', says: 'Refused', fileShown: false })],
        choosers: false,
      },
    ],
  ])('%s', (_, more) => {
    expect(recognisePage(glance(more))).toBe('documents');
  });

  it('is worth nothing while nothing was given', () => {
    const empty = given({ state: 'missing', fileShown: false, fileType: null });
    expect(recognisePage(glance({ headings: ['Pièces justificatives'], documents: [empty] }))).toBeNull();
  });
});

describe('no other page', () => {
  it.each<[string, Partial<PageGlance>]>([
    ['a step of the form', {}],
    ['a contact form that sends', { headings: ['Nous écrire'], buttons: ['Envoyer'] }],
    [
      'a page with the word « récapitulatif » in a heading only',
      { headings: ['Récapitulatif de mes droits'] },
    ],
    [
      'a help page that tells of it',
      {
        route: '/usagers/#/aide/recapitulatif',
        headings: ['Le récapitulatif'],
        text: RULE,
      },
    ],
    [
      'the account, with documents of the portal to download',
      {
        headings: ['Mon espace personnel', 'Mes documents'],
        choosers: false,
        documents: [given({ state: 'unknown' })],
      },
    ],
    ['another site', { group: 'contacts', headings: ['Récapitulatif'], buttons: ['Envoyer ma demande'] }],
    [
      'a site that nobody knows',
      { group: undefined, headings: ['Récapitulatif'], buttons: ['Envoyer ma demande'] },
    ],
  ])('%s', (_, more) => {
    expect(recognisePage(glance(more))).toBeNull();
  });
});
