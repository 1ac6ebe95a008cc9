import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/core/detect/judge.ts';
import { orderFindings } from '../../../lib/core/detect/precedence.ts';
import type { Signal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage, requestOf } from './message-of.ts';

const namesOf = (...signals: Signal[]): string[] =>
  orderFindings(judge(signals, onPage())).map(({ category }) => category);

describe('a message that several rules find is about the most particular of them', () => {
  it.each([
    ['duplicate', 'Démarche impossible Une autre demande est déjà en cours de traitement à votre nom.'],
    ['payment', 'Timbre non reconnu Votre paiement n’a pas été enregistré.'],
    ['correction', 'Modification impossible Votre dossier a été transmis : vous ne pouvez plus le modifier.'],
    ['session', 'Session terminée Votre session a pris fin. Les informations non enregistrées sont perdues.'],
    ['upload', 'L’analyse de sécurité de votre pièce jointe n’a pas abouti ; veuillez la déposer à nouveau.'],
    [
      'server-error',
      'Enregistrement impossible Un incident technique nous empêche de sauvegarder cette étape.',
    ],
    ['refused', 'Dépôt impossible. La remise de votre titre n’a pas été enregistrée par la préfecture.'],
    ['unavailable', 'Nos équipes interviennent sur le service. Vos démarches ne sont pas accessibles.'],
  ])('%s : %s', (category, text) => {
    expect(namesOf(messageOf(text))[0]).toBe(category);
  });
});

it.each([
  'Vous ne pouvez pas encore déposer votre demande. Elle est ouverte à partir de 120 jours avant la fin.',
  'Renouvellement pas encore ouvert Votre titre expire dans plus de 120 jours.',
])('a message that states a legal rule is nothing besides: %s', (text) => {
  expect(namesOf(messageOf(text))).toEqual(['eligibility']);
});

it('a title adds nothing to the message below it that is about something in particular', () => {
  const full = 'Le planning des rendez-vous est complet. Aucune nouvelle plage ne peut être réservée.';
  const alone = (text: string) => messageOf(text, { component: 'page' });
  const names = namesOf(alone(full), alone(`Dépôt d’un dossier ${full}`));
  expect(new Set(names)).toEqual(new Set(['appointment']));
});

it('a list in which one day has no slot is a list of slots', () => {
  const text =
    'Prochaine disponibilité le mardi 8 décembre 2026 à 10 h 20 Lundi : aucun créneau. Mardi : 10 h 20.';
  expect(namesOf(messageOf(text, { component: 'page', rules: [] }))).toEqual([]);
});

it('what the mask has put in place of something is no word of the message', () => {
  expect(namesOf(messageOf('Une erreur technique est survenue. Code : [masqué : pièce d’identité]'))).toEqual(
    ['server-error'],
  );
});

it('a document whose sending the server fails is named before the server', () => {
  const sending = { path: '/api/pieces-jointes/televerser' };
  expect(namesOf(requestOf(500, sending))).toEqual(['upload', 'server-error']);
  expect(namesOf(requestOf(500, { path: '/api/documents' }))).toEqual(['server-error']);
  expect(namesOf(requestOf(503, sending))).toEqual(['unavailable']);
});
