import { describe, expect, it } from 'vitest';
import { confirmsFiling, dayOfConfirmation } from '../../../lib/core/detect/filing/read-confirmation.ts';
import { judge } from '../../../lib/core/detect/judge.ts';
import { readReceipt } from '../../../lib/core/detect/receipt.ts';
import type { MessageSignal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage } from './message-of.ts';

type Shown = Pick<MessageSignal, 'component' | 'level'>;

const INFO: Shown = { component: '.fr-alert--info', level: 'info' };
const SUCCESS: Shown = { component: '.fr-alert--success', level: 'success' };
const DIALOG: Shown = { component: '.p-dialog', level: 'unknown' };
const TITLE: Shown = { component: 'h1', level: 'unknown' };
const ALONE: Shown = { component: 'page', level: 'error' };

const RECEIPTS: readonly (readonly [Shown, string])[] = [
  [
    SUCCESS,
    'Votre demande de renouvellement est déposée Nous l’avons enregistrée le 20 novembre 2026 à 16 h 42 sous le numéro 7500-ZZTEST.',
  ],
  [INFO, 'Votre demande de duplicata est déposée. Nous l’avons enregistrée le 2 mai 2027.'],
  [INFO, 'Votre déclaration nous est bien parvenue. Référence : [masque: référence]'],
  [INFO, 'Nous accusons réception de votre dossier, inscrit sous le n° ZZTEST-12.'],
  [INFO, 'We have received your request. Its number is ZZTEST-9.'],
  [INFO, 'Your stamp no. 1265 0000 ZZTEST was used on 3 May 2027.'],
  [INFO, 'Nous vous confirmons la bonne réception de votre courrier, inscrit sous la référence ZZTEST-4.'],
  [SUCCESS, 'Votre dossier nº 12 ZZTEST a bien été déposé.'],
  [INFO, 'Votre dossier nº 12 sur la démarche « Recours contre un refus (exemple) » a bien été envoyé.'],
  [SUCCESS, 'Paiement de 225,00 € accepté le 17/11/2026'],
  [SUCCESS, 'Rendez-vous pris : mardi 1er décembre à 9 h 15. Code d’annulation : ZZTEST'],
  [SUCCESS, 'Dossier transmis à la préfecture le 14/11/2026'],
  [DIALOG, 'Merci ! C’est envoyé. Conservez votre numéro : 7512-ZZTEST. Imprimer Fermer'],
  [DIALOG, 'Thank you. Your application was filed on 19 October 2026. Download receipt Close'],
  [TITLE, 'Votre dossier n° 2026-ZZTEST est déposé'],
  [ALONE, 'Votre réservation est validée pour le 02/12/2026 à 14:00.'],
];

const NONE: readonly (readonly [string, Shown, string])[] = [
  ['nothing proves it', SUCCESS, 'Votre demande a bien été envoyée.'],
  ['to come', INFO, 'Après l’envoi, votre demande sera enregistrée sous un numéro.'],
  ['supposed', INFO, 'Si votre demande a été transmise le 12/03/2026, attendez la réponse.'],
  ['not done', SUCCESS, 'Votre demande n’a pas été transmise le 12/03/2026.'],
  ['undone', SUCCESS, 'L’annulation de votre rendez-vous du 12/03/2026 est enregistrée.'],
  ['done before', INFO, 'Une demande a déjà été déposée le 12/03/2026.'],
  ['part of it', INFO, 'Seules les pièces reçues le 12/03/2026 ont été enregistrées.'],
  ['the subject of another sentence', SUCCESS, 'Demande déposée le 12/03/2026 est en cours d’instruction'],
  ['a slip that heads a request', TITLE, 'Demande déposée le 3 novembre 2026'],
  ['a slip in a box that answers nothing', INFO, 'Demande déposée le 3 novembre 2026'],
  ['the entry of a short list', ALONE, 'Renouvellement – Demande déposée le 10/11/2026.'],
  ['the only entry of a list', ALONE, 'Demande déposée le 10/11/2026.'],
  ['an entry of a list', INFO, '01/10/2026 — Nous avons reçu votre demande'],
  ['in an error box', { component: '.fr-alert', level: 'error' }, 'Votre demande a été reçue sous le n° 12.'],
  ['an example', INFO, 'Exemple : votre demande est enregistrée sous le n° 7501234567890.'],
  ['a rule', INFO, 'La prise de rendez-vous est réservée aux habitants du 75 depuis le 12/03/2026.'],
];

describe('a receipt', () => {
  it.each(RECEIPTS)('%j %s', (shown, text) => {
    expect(readReceipt({ text, ...shown })).toBe('plain');
    const found = judge([messageOf(text, shown)], onPage()).map(({ category }) => category);
    expect(found).toEqual(['confirmation']);
  });

  it.each(NONE)('is none where it is %s', (_, shown, text) => {
    expect(readReceipt({ text, ...shown })).toBe(undefined);
  });

  it('of a request, in a sentence and what the next says of it, gives the day of filing', () => {
    const [, text] = RECEIPTS[0] ?? [];
    expect(confirmsFiling('generic-confirmation', text ?? '')).toBe(true);
    expect(dayOfConfirmation(text ?? '')).toEqual({ on: '2026-11-20', time: '16:42' });
  });

  it('hides no failure that the same message tells', () => {
    const text =
      'Votre paiement a été accepté le 17/11/2026. Votre demande n’a pas pu être transmise : une erreur technique est survenue.';
    const shown = { component: '.fr-alert', level: 'unknown' } as const;
    expect(readReceipt({ text, ...shown })).toBe('mixed');
    const found = judge([messageOf(text, shown)], onPage()).map(({ category }) => category);
    expect(found).toContain('server-error');
  });

  it('takes a month named May for no possibility', () => {
    const text = 'The online service has been unavailable since 2 May 2027.';
    const found = judge([messageOf(text)], onPage());
    expect(found.map(({ category }) => category)).toContain('unavailable');
  });
});
