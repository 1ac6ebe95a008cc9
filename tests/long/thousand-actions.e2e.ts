import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PopupView, SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { failOn } from '../e2e/failing.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { until } from '../e2e/until.ts';
import { hook, type Language, login, logout, portalUrl, type Skin } from '../portal/journey.mjs';
import { chanceFrom, countFrom } from './chance.ts';
import { createOrdinaryPerson, type OrdinaryPerson, PACES } from './ordinary-person.ts';
import { makeRequest } from './ordinary-request.ts';
import { createViewReader } from './view-reader.ts';

/** A run that fails says its seed: `ACTIONS_SEED=7` plays the same actions again. */
const SEED = countFrom('ACTIONS_SEED', 1);
const ENOUGH = 1_000;
/** Requests are made until there were so many actions; a slow person makes one. */
const SHARE = { fast: 190, slow: 1 } as const;
/** Once this failure, which the test adds, is counted, all that came before has been judged. */
const LAST_SIGNAL = 555;
const VISIT_MS = 8 * 60_000;

const LOOKS: readonly { readonly skin: Skin; readonly lang: Language }[] = [
  { skin: 'usagers', lang: 'fr' },
  { skin: 'usagers', lang: 'en' },
  { skin: 'particuliers', lang: 'fr' },
  { skin: 'particuliers', lang: 'en' },
];
const VISITS = [
  { pace: 'fast', user: 'ak' },
  { pace: 'slow', user: 'bl' },
] as const;

let actions = 0;

/** What was found, each with what the person had just done. */
const describeFailures = (failures: readonly SeenIncident[], { done }: OrdinaryPerson): string[] =>
  failures.map(({ ruleId, httpStatus, quote, firstAt }) => {
    const before = done.filter(({ at }) => at <= firstAt).slice(-6);
    return [
      `${ruleId} ${httpStatus ?? ''} ${quote ?? ''}`,
      ...before.map(({ at, what }) => `  ${firstAt - at} ms before: ${what}`),
    ].join('\n');
  });

/** Somebody who fills a form as people do, at a portal in good health. Nothing here is a failure. */
describe.each(LOOKS)(`/$skin/ in $lang, seed ${SEED}`, (look) => {
  const { skin, lang } = look;
  let stage: Stage;
  let page: Page;
  let readView: () => Promise<PopupView>;

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
    await login(page, 'ak', { skin, lang });
    readView = await createViewReader(stage.witnessed, page);
    await logout(page);
  });
  afterAll(async () => {
    await stage?.close();
  });

  // Wherever a visit came to its end, and however: the next person must find nobody logged in.
  afterEach(async () => {
    stage.portal.control({ answerAfterMs: 0 });
    await page.goto(portalUrl(skin, '#/espace-personnel/mon-compte', lang));
    await page.waitForSelector(`${hook('logout')}, ${hook('header-login')}`);
    if (await page.$(hook('logout'))) await logout(page);
  });

  it.each(VISITS)(
    'a $pace person is told of no incident',
    async ({ pace, user }) => {
      const since = Date.now();
      await login(page, user, { skin, lang });
      await until('a watched page', async () => (await readView()).page.kind === 'watched');
      const chance = chanceFrom(SEED * 100 + LOOKS.indexOf(look) * 10 + Number(pace === 'slow'));
      const person = createOrdinaryPerson(page, chance, PACES[pace], (answerAfterMs) =>
        stage.portal.control({ answerAfterMs }),
      );
      try {
        while (person.done.length < SHARE[pace]) await makeRequest(person);
      } catch (error) {
        throw new Error(`after ${JSON.stringify(person.done.slice(-8))}`, { cause: error });
      }
      actions += person.done.length;
      console.log(
        `${skin} ${lang} ${pace}: ${person.done.length} actions in ${Math.round((Date.now() - since) / 1000)} s`,
      );
      stage.portal.control({ answerAfterMs: 0 });
      await failOn(page, '#/notifications', LAST_SIGNAL);
      const seen = async () => (await readView()).incidents.filter(({ lastAt }) => lastAt >= since);
      const isLast = ({ httpStatus }: SeenIncident) => httpStatus === LAST_SIGNAL;
      await until('the failure that the test adds', async () => (await seen()).some(isLast));
      const failures = (await seen()).filter((one) => one.failure && !isLast(one));
      expect(describeFailures(failures, person)).toEqual([]);
    },
    VISIT_MS,
  );
});

it(`that was more than ${ENOUGH} actions`, () => {
  console.log(`${actions} ordinary actions`);
  expect(actions).toBeGreaterThanOrEqual(ENOUGH);
});
