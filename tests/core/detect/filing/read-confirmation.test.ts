import { describe, expect, it } from 'vitest';
import {
  confirmsFiling,
  dayOfConfirmation,
  filedDayIn,
  isSending,
  saysNumber,
} from '../../../../lib/core/detect/filing/read-confirmation.ts';

describe('the confirmation of a request filed', () => {
  it.each([
    [
      'request-sent',
      'Votre demande a bien été envoyée le 24/01/2024 à 13:14:14. Elle porte le numéro 75-1234',
      { on: '2024-01-24', time: '13:14:14' },
    ],
    [
      'request-sent',
      'Votre demande a bien été envoyée le 18/11/2026 à 09:02:31. Elle porte le numéro ZZTEST-000010. Un message de confirmation vous a été adressé.',
      { on: '2026-11-18', time: '09:02:31' },
    ],
    [
      'request-sent',
      'Your application has been successfully submitted It was sent on 20/11/2026 at 10:12:44 under number ZZTEST-000009.',
      { on: '2026-11-20', time: '10:12:44' },
    ],
    [
      'generic-confirmation',
      'Votre demande a été transmise à l’administration Envoi effectué le 12/11/2026 à 10:42. Numéro de votre demande : 00-ZZTEST.',
      { on: '2026-11-12', time: '10:42' },
    ],
    [
      'request-sent',
      'Your request has been sent on 3 November 2026 at 1:05 pm.',
      { on: '2026-11-03', time: '13:05' },
    ],
    ['request-sent', 'Votre demande a bien été envoyée', undefined],
  ])('%s: %s', (ruleId, quote, day) => {
    expect(confirmsFiling(ruleId, quote)).toBe(true);
    expect(dayOfConfirmation(quote)).toEqual(day);
  });

  it.each([
    ['generic-confirmation', 'Votre demande de rendez-vous a bien été enregistrée le 12/11/2026.'],
    ['generic-confirmation', 'Votre message sur votre demande a bien été envoyé.'],
    ['generic-confirmation', 'Your request to change your address has been submitted.'],
    ['generic-confirmation', 'Votre demande de modification a bien été transmise.'],
    ['generic-confirmation', 'Votre dossier : le brouillon a été enregistré.'],
    ['generic-confirmation', 'Votre rendez-vous est confirmé.'],
    ['generic-confirmation', 'La création de votre compte a bien été enregistrée.'],
    ['stamp-consumed', 'Votre timbre a été consommé.'],
    ['portal-server-error', 'Votre demande a bien été envoyée le 24/01/2024'],
  ])('is not what %s says: %s', (ruleId, quote) => {
    expect(confirmsFiling(ruleId, quote)).toBe(false);
  });
});

describe('the day of a filing in a page', () => {
  it.each([
    ['Titre valable jusqu’au 30/03/2027. Date de dépôt : 21/11/2026 à 10 h 04.', '2026-11-21'],
    ['Submitted on November 21, 2026. Permit valid until 30/03/2027', '2026-11-21'],
    ['Demande reçue par la préfecture le 1er décembre 2026', '2026-12-01'],
  ])('%s', (text, day) => {
    expect(filedDayIn(text)?.on).toBe(day);
  });

  it('is not any other day', () => {
    expect(filedDayIn('Titre valable jusqu’au 30/03/2027. Né le 01/02/1990')).toBeUndefined();
  });

  it('of two days that say nothing is neither', () => {
    expect(dayOfConfirmation('C’est fait. Du 01/02/2026 au 03/02/2026.')).toBeUndefined();
  });
});

it.each([
  ['Elle porte le numéro 12', true],
  ['Your reference: AB', true],
  ['C’est fait !', false],
])('a number in « %s »: %s', (text, shown) => {
  expect(saysNumber(text)).toBe(shown);
});

it.each([
  ['Envoyer ma demande', true],
  ['Send my application', true],
  ['Submit', true],
  ['Enregistrer et poursuivre', false],
  ['Précédent', false],
])('« %s » sends: %s', (label, sends) => {
  expect(isSending(label)).toBe(sends);
});
