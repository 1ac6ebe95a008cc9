import { describe, expect, it } from 'vitest';
import { judge, judgeUnreachable, keepRecent } from '../../../lib/core/detect/judge.ts';
import { messageOf, onPage, requestOf } from './message-of.ts';

const idsOf = (...input: Parameters<typeof judge>) => judge(...input).map(({ ruleId }) => ruleId);
const TOO_EARLY = 'Il est trop tôt pour demander le renouvellement de votre titre.';
const STAMP = 'Ce timbre ne peut être consommé. Il a déjà été utilisé.';

describe('one strong signal is enough', () => {
  it('quotes the page, with rule, measure and place', () => {
    expect(judge([messageOf(STAMP, { inViewport: false })], onPage())).toEqual([
      {
        ruleId: 'stamp-already-used',
        ruleVersion: 1,
        category: 'payment',
        measure: 'substitute-solution',
        quote: STAMP,
        inViewport: false,
        at: 1000,
      },
    ]);
  });

  it('tells the status and the path of a failed request, without its numbers', () => {
    expect(judge([requestOf(500, { path: '/api/dossiers/123456' })], onPage())).toMatchObject([
      { ruleId: 'http-server-error', status: 500, requestPath: '/api/dossiers/{id}' },
    ]);
  });

  it('gives no words of its own to a generic message, only its ideas', () => {
    const [french] = judge([messageOf('Une erreur technique est survenue')], onPage());
    const [english] = judge([messageOf('A technical error occurred')], onPage());
    expect(french?.concepts).toEqual(['error', 'occurred', 'technical']);
    expect(english?.concepts).toEqual(french?.concepts);
  });
});

describe('weak signals', () => {
  const weak = messageOf('Erreurs techniques', { level: 'info' });
  it('say nothing alone', () => {
    expect(idsOf([weak], onPage())).toEqual([]);
  });
  it('are confirmed by a failed request, before or after', () => {
    expect(idsOf([weak, requestOf(429, { at: 2500 })], onPage())).toContain('generic-error');
    expect(idsOf([requestOf(429, { at: 2500 })], onPage({ recent: [weak] }))).toContain('generic-error');
  });
  it('have nothing to do with what happens later', () => {
    expect(idsOf([weak, requestOf(429, { at: 9000 })], onPage())).toEqual([]);
  });
  it('are not told again by a batch that has nothing to do with them', () => {
    expect(idsOf([], onPage({ recent: [requestOf(500)] }))).toEqual([]);
  });
});

describe('ordinary pages', () => {
  it.each([
    ['an empty field', messageOf('Ce champ est obligatoire', { component: '.fr-error-text' })],
    ['a wrong date', messageOf('Saisissez une date au format jj/mm/aaaa', { component: '.fr-error-text' })],
    [
      'a short password',
      messageOf('Le mot de passe doit contenir 12 caractères', { component: '.fr-error-text' }),
    ],
    ['a success', messageOf('Votre fichier a bien été importé', { level: 'success' })],
    [
      'a news item',
      messageOf('Le site évolue : découvrez les nouveautés', { level: 'info', component: '.fr-notice' }),
    ],
    ['a planned maintenance', messageOf('Une maintenance est prévue le 3 décembre', { level: 'info' })],
    ['a question', messageOf('Votre session a expiré ?', { level: 'unknown' })],
    ['help', messageOf(TOO_EARLY, { place: 'text', component: 'p', level: 'unknown' })],
    ['a session about to end', messageOf('Votre session expire dans 5 minutes', { level: 'warning' })],
    ['cookies', messageOf('Ce site utilise des cookies pour mesurer son audience', { level: 'info' })],
    [
      'a confirmation asked',
      messageOf('Voulez-vous abandonner la demande ?', { component: 'p-dialog', level: 'unknown' }),
    ],
  ])('%s is no finding', (_, message) => {
    expect(idsOf([message], onPage())).toEqual([]);
  });

  it.each([200, 204, 301, 304, 400, 401, 404, 409, 0])('status %i is no finding', (status) => {
    expect(idsOf([requestOf(status)], onPage())).toEqual([]);
  });

  it('quoting a message on a help page is no finding, showing it in an alert is one', () => {
    const help = { address: { origin: '', path: '/usagers/', route: '#/aide' } };
    const block = { place: 'block', level: 'unknown', component: 'h3' } as const;
    expect(idsOf([messageOf(TOO_EARLY, block)], onPage(help))).toEqual([]);
    expect(idsOf([messageOf(TOO_EARLY)], onPage(help))).toEqual(['renewal-too-early']);
  });
});

it('keeps what can confirm, for three seconds', () => {
  const step = { kind: 'step', at: 5000, step: 'click', label: 'Valider' } as const;
  const kept = keepRecent([requestOf(200, { at: 1000 }), requestOf(200, { at: 4000 }), step], 5000);
  expect(kept.map(({ at }) => at)).toEqual([4000]);
});

it('names a page that never arrived', () => {
  expect(judgeUnreachable('/usagers/123456', 7)).toMatchObject({
    ruleId: 'page-unreachable',
    requestPath: '/usagers/{id}',
  });
});
