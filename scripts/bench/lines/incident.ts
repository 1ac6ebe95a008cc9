import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { SETTLE_MS } from '../../../lib/core/detect/incidents.ts';
import { lineOf, type Pair } from '../line.ts';
import { onStage, type Scene, witnessing } from '../scene.ts';

/** Between two errors: the capture of the one before is over (ms). */
const QUIET = 2_500;

/**
 * On a route of its own, a call that the server refuses and the message that follows. Resolves with the time of the
 * first frame that shows it (ms since 1970).
 */
const showError = (page: Page, route: string): Promise<number> =>
  page.evaluate(async (hash) => {
    location.hash = hash;
    while (document.querySelector('main')?.dataset.route !== hash) await new Promise(requestAnimationFrame);
    await fetch('/api/replique/500');
    const alert = document.createElement('div');
    alert.className = 'fr-alert fr-alert--error';
    alert.setAttribute('role', 'alert');
    alert.textContent = 'Une erreur technique est survenue.';
    document.querySelector('main')?.prepend(alert);
    await new Promise(requestAnimationFrame);
    // A task of its own comes once the frame has been painted.
    await new Promise((painted) => setTimeout(painted, 0));
    return Date.now();
  }, route);

/** Incidents of all journals, once there are more than `known`, and when (ms since 1970). Runs in the background. */
export const watchIncidents = async (known: number): Promise<{ incidents: number; at: number }> => {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('anef-temoin');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const count = () =>
    new Promise<number>((done, fail) => {
      const asked = database.transaction('journal').objectStore('journal').getAll();
      asked.onsuccess = () =>
        done(asked.result.filter(({ line }) => line.includes('"type":"incident"')).length);
      asked.onerror = () => fail(asked.error);
    });
  try {
    for (;;) {
      const incidents = await count();
      if (incidents > known) return { incidents, at: Date.now() };
      await new Promise((again) => setTimeout(again, 4));
    }
  } finally {
    database.close();
  }
};

/** From the first frame that shows an error to its incident on the disk. */
export async function measureIncident(scene: Scene): Promise<void> {
  const pairs: Pair[] = [];
  await onStage(scene, async (stage) => {
    const { page, popup } = await witnessing(stage);
    await popup.close();
    for (let run = 0; run <= scene.runs(7); run++) {
      const { incidents } = await stage.witnessed.evaluateInBackground(watchIncidents, -1);
      const watched = stage.witnessed.evaluateInBackground(watchIncidents, incidents);
      const shown = await showError(page, `#/banc/${run}`);
      const ours = (await watched).at - shown;
      scene.tell(`error to incident: ${ours} ms`);
      // The first one also opens the attempt.
      if (run > 0) pairs.push({ ours, other: SETTLE_MS });
      await pause(QUIET);
    }
  });
  scene.print(
    lineOf(
      {
        name: 'error-to-incident',
        unit: 'ms',
        browser: scene.browser,
        compared:
          'first frame of the error to its incident on the disk; the settle time that is a rule of ours',
        aim: { of: 'ours', most: 1_000 },
      },
      pairs,
    ),
  );
}
