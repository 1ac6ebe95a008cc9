import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fillRequest,
  type Language,
  login,
  logout,
  type Skin,
  sendRequest,
  waitForRoute,
} from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { unpack } from './bundle-checks.ts';
import { failOn } from './failing.ts';
import { exportDossier, startFor } from './person.ts';
import { incidentsOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readBadge, readStored } from './stored.ts';
import { until } from './until.ts';

/**
 * A status that the healthy replica never gives. Signals arrive in order: once this failure is stored, everything that
 * came before it has been judged too.
 */
const LAST_SIGNAL = 555;
/** A number stays until the session changes: looking more often would only slow the browser. */
const LOOK_EVERY_MS = 400;

/** What the badge said while `act` went on, each text once. */
async function badgesDuring({ witnessed }: Stage, act: () => Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  let over = false;
  const looking = (async () => {
    while (!over) {
      seen.add((await readBadge(witnessed)).text);
      await pause(LOOK_EVERY_MS);
    }
  })();
  try {
    await act();
  } finally {
    over = true;
    await looking;
  }
  return [...seen];
}

const numbers = (badges: readonly string[]) => badges.filter((text) => /\d/.test(text));

const LOOKS: readonly { readonly skin: Skin; readonly lang: Language }[] = [
  { skin: 'usagers', lang: 'fr' },
  { skin: 'particuliers', lang: 'en' },
];

/** A witness that cries wolf would be switched off, and its dossiers doubted. */
describe.each(LOOKS)('a request that goes well, in /$skin/ in $lang', ({ skin, lang }) => {
  let stage: Stage;
  let page: Page;
  let popup: Surface;
  const waiting = async () => (await readStored(stage.witnessed)).waiting.map(({ kind }) => kind).sort();

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('no number ever stands on the badge, from the login to the confirmation', async () => {
    const badges = await badgesDuring(stage, async () => {
      await login(page, 'ak', { skin, lang });
      await (await startFor(stage, page, 'A. K.')).close();
      await fillRequest(page, { skin });
      await sendRequest(page);
      await waitForRoute(page, '#/confirmation');
    });
    expect(numbers(badges)).toEqual([]);
  });

  it('nothing was counted but the failure that the test adds', async () => {
    await failOn(page, '#/notifications', LAST_SIGNAL);
    await until('the last failure', async () => /\d/.test((await readBadge(stage.witnessed)).text));
    // Still under way when the person logs out, it would be nobody's.
    await until(
      'its capture',
      async () => parsedLines(await readStored(stage.witnessed)).at(-1)?.type === 'capture',
    );
    popup = await stage.witnessed.popup(page);
    await popup.waitForText(`code ${LAST_SIGNAL}`);
    expect((await readBadge(stage.witnessed)).text).toBe('1');
  });

  it('the bundle has the confirmation, and no failure', async () => {
    const exported = await exportDossier(stage, popup);
    await exported.page.close();
    const incidents = incidentsOf(unpack(exported.path));
    expect(incidents.some(({ httpStatus }) => httpStatus === LAST_SIGNAL)).toBe(true);
    const others = incidents.filter(({ httpStatus }) => httpStatus !== LAST_SIGNAL);
    const failures = others.filter(
      ({ category, ruleId }) =>
        category !== 'confirmation' && category !== 'eligibility' && ruleId !== 'recap-no-later-change',
    );
    expect(failures).toEqual([]);
    expect(others.map(({ category }) => category)).toContain('confirmation');
  });

  it('the logout leaves no failure either', async () => {
    await page.bringToFront();
    const badges = await badgesDuring(stage, () => logout(page));
    // Until the session has ended, the badge goes on counting the failure added above.
    expect(numbers(badges).filter((text) => text !== '1')).toEqual([]);
    expect(await waiting()).toEqual([]);
    await failOn(page, '#/creation-compte', LAST_SIGNAL);
    await expect.poll(waiting).toEqual(['capture', 'incident']);
  });
});
