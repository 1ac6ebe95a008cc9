import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/core/detect/judge.ts';
import { scenarioById } from '../portal/scenarios.mjs';
import { replicaHomePage } from '../portal/server/replica-home.mjs';
import { BROWSERS } from './isolated.ts';
import {
  ANNOUNCED,
  FRAMED,
  FULL,
  KEY,
  LABELLED,
  MESSAGES,
  notifications,
  ORDINARY,
  OVER,
  ROWS,
  readOn,
  SIGNED_OUT,
} from './pages.ts';
import { heard, messagesOf, pause, soon, watchedPages } from './watched-pages.ts';

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected.ts', (served) => {
    served.page('/usagers/', ORDINARY);
    served.page('/usagers/messages', MESSAGES);
    served.page('/usagers/connexion', SIGNED_OUT);
    served.page('/usagers/annonces', ANNOUNCED);
    served.page('/usagers/notifications', notifications('12/03/2025 – lue'));
    served.page('/usagers/notifications-neuves', notifications('Nouveau'));
    served.page('/usagers/complet', FULL);
    served.page('/replique/', replicaHomePage({ scenario: scenarioById('page-503') }));
    served.page(
      '/cadre-paiement',
      '<p>Le paiement a été refusé par votre banque.</p><button>Réessayer</button>',
    );
    served.page('/usagers/lue', readOn('25/01/2023'));
    served.page('/usagers/non-lue', readOn(''));
    served.page('/usagers/legende', KEY);
    served.page('/usagers/boutons', LABELLED);
    served.page('/usagers/rangees', ROWS);
    served.page('/usagers/encadre', FRAMED);
    served.page('/usagers/verrouillee', OVER);
  });
  const { open } = pages;

  it('finds nothing on an ordinary page with hidden errors', async () => {
    const watched = await open('/usagers/');
    await soon(async () => (await heard(watched)).some(({ kind }) => kind === 'document'));
    await pause(800);
    const signals = await heard(watched);
    const context = {
      address: { origin: pages.served.origin, path: '/usagers/', route: '' },
      loggedIn: false,
      recent: [],
    };
    expect(judge(signals, context)).toEqual([]);
    await watched.page.evaluate(`document.querySelector('details').open = true`);
    await soon(async () =>
      (await messagesOf(watched)).some(({ rules }) => rules.includes('stamp-already-used')),
    );
    await watched.page.close();
  });

  it('does not read a short page as one message when a component speaks on it', async () => {
    const watched = await open('/usagers/connexion');
    await soon(async () => (await messagesOf(watched)).length > 0);
    await watched.page.evaluate(
      `document.querySelector('main').replaceWith(document.querySelector('main').cloneNode(true))`,
    );
    await pause(1500);
    const told = await messagesOf(watched);
    const speaking = told.filter(({ text }) => text.includes('session'));
    expect(new Set(speaking.map(({ component }) => component))).toEqual(new Set(['.fr-alert']));
    const address = { origin: pages.served.origin, path: '/usagers/connexion', route: '' };
    const found = judge(told, { address, loggedIn: false, recent: [] }).map(({ ruleId }) => ruleId);
    expect(new Set(found)).toEqual(new Set(['generic-session']));
    await watched.page.close();
  });

  it('tells of a heading, of a notification that is new, and of a page with nothing but a message and a button', async () => {
    const told = async (path: string, ...expected: string[]) => {
      const watched = await open(path);
      const context = {
        address: { origin: pages.served.origin, path, route: '' },
        loggedIn: false,
        recent: [],
      };
      const found = async () => [
        ...new Set(judge(await messagesOf(watched), context).map(({ ruleId }) => ruleId)),
      ];
      if (expected.length > 0) await soon(async () => (await found()).length > 0);
      await pause(1500);
      expect(await found(), path).toEqual(expected);
      await watched.page.close();
    };
    await told('/usagers/annonces', 'generic-confirmation');
    await told('/usagers/notifications');
    await told('/replique/');
    await told('/usagers/notifications-neuves', 'request-closed-notification');
    await told('/usagers/complet', 'generic-no-slot');
    await told('/usagers/lue');
    await told('/usagers/non-lue', 'request-closed-notification');
    await told('/usagers/legende');
    await told('/usagers/boutons');
    await told('/usagers/rangees', 'generic-upload');
    await told('/usagers/encadre', 'generic-payment');
    await told('/usagers/verrouillee', 'generic-correction');
  });

  it('hears messages of every sort, a toast of one second too, each once', async () => {
    const watched = await open('/usagers/messages');
    await soon(async () => (await messagesOf(watched)).length >= 6);
    await pause(500);
    const told = (await messagesOf(watched)).map(({ place, component, level, text, rules }) => ({
      place,
      component,
      level,
      text,
      rules,
    }));
    expect(told).toHaveLength(6);
    expect(told).toEqual(
      expect.arrayContaining([
        {
          place: 'component',
          component: 'p-message',
          level: 'info',
          text: 'Il est trop tôt pour demander le renouvellement de votre titre.',
          rules: ['renewal-too-early'],
        },
        expect.objectContaining({ place: 'block', rules: ['protection-not-recognised'] }),
        expect.objectContaining({ place: 'block', component: 'h2', text: 'Demande invalide.', rules: [] }),
        expect.objectContaining({
          component: '[role="alert"]',
          level: 'error',
          rules: ['account-information-incorrect'],
        }),
        expect.objectContaining({
          level: 'error',
          text: 'Le service est momentanément indisponible',
          rules: [],
        }),
        expect.objectContaining({ component: '.fr-alert', rules: ['stamp-already-used'] }),
      ]),
    );
    await watched.page.close();
  });
});
