import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PopupView, SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { failOn } from '../e2e/failing.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { until } from '../e2e/until.ts';
import { MESSAGES_FR } from '../portal/app/text/messages-fr.mjs';
import { PORTAL, REALM, SSO } from '../portal/hosts.mjs';
import { type Skin, showScenario, waitForRoute } from '../portal/journey.mjs';
import { SCENARIOS, type Scenario } from '../portal/scenarios.mjs';
import { createViewReader } from './view-reader.ts';

/**
 * Nothing is said and no answer fails: only how the page behaves tells. Played step by step in
 * `tests/long/blocked-form.e2e.ts`, where a person takes the time that she needs.
 */
const TOLD_BY_BEHAVIOUR: readonly string[] = ['blocked-form'];
/** The same, in categories whose other scenarios do say something. */
const SILENT: readonly string[] = [
  'page-dropped', // no page at all: the browser asks again and again before it gives up, for as long as it likes
  'page-endless', // never a whole page, and never an error either
  'page-slow', // the page comes, late
  'upload-cross', // a cross and no word: with the other behaviours
  'status-frozen', // every word on the page is true: only the months tell
  'password-mail-never-arrives', // only the person knows that no mail came
  'sso-password-expired', // a new password is asked for, as on any site: no word of an error
];
/** Scenarios that the portal itself calls a technical error: its words, or its status, name the incident. */
const NAMED_BY_THE_PORTAL: Readonly<Record<string, string>> = {
  'api-dropped': 'server-error',
  'upload-500': 'server-error',
  'upload-dropped': 'server-error',
};
const SHOWN = SCENARIOS.filter(
  ({ id, category, harmless }) => !harmless && !TOLD_BY_BEHAVIOUR.includes(category) && !SILENT.includes(id),
);
const HARMLESS = SCENARIOS.filter(({ harmless }) => harmless);
const SKINS: readonly Skin[] = ['usagers', 'particuliers'];

/** As in the healthy journey: once this one is stored, all that came before has been judged. */
const LAST_SIGNAL = 555;
const LIMIT_MS = 20_000;
const WHOLE_RUN_MS = 20 * 60_000;

const describeSeen = (seen: readonly SeenIncident[]) =>
  seen
    .map(({ category, ruleId, httpStatus, quote }) => `${category} (${ruleId} ${httpStatus ?? quote})`)
    .join(', ');

describe.each(SKINS)('every scenario of the replica, in /%s/', (skin) => {
  let stage: Stage;
  let page: Page;
  let readView: () => Promise<PopupView>;

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage(`${PORTAL}/replique/`);
    readView = await createViewReader(stage.witnessed, page);
  });
  afterAll(async () => {
    await stage?.close();
  });

  /** Ends both sessions and the last scenario. The witness then counts anew: no cool-down reaches from one to the next. */
  async function startAnew(): Promise<void> {
    const after = `${PORTAL}/replique/scenario?id=none`;
    const query = new URLSearchParams({ post_logout_redirect_uri: after });
    await page.goto(`${SSO}${REALM}/protocol/openid-connect/logout?${query}`);
    // A person stays long enough on a page for the witness to know that it belongs to the session of now.
    await until('a page of the new session', async () => (await readView()).page.kind === 'watched');
  }

  /** What is seen from now on, once `enough` says so, or after a generous while. */
  async function seenUntil(
    since: number,
    enough: (seen: readonly SeenIncident[]) => boolean,
  ): Promise<SeenIncident[]> {
    const end = performance.now() + LIMIT_MS;
    for (;;) {
      const seen = (await readView()).incidents.filter(({ lastAt }) => lastAt >= since);
      if (enough(seen) || performance.now() > end) return seen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** A sentence about what went wrong with the test of this scenario, or undefined. */
  async function complaintAbout(
    { id }: Scenario,
    look: (since: number) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    try {
      await startAnew();
      const since = Date.now();
      await showScenario(page, id, { skin });
      return await look(since);
    } catch (error) {
      return `could not be shown: ${error}`;
    }
  }

  async function complaints(
    scenarios: readonly Scenario[],
    look: (scenario: Scenario, since: number) => Promise<string | undefined>,
  ): Promise<string[]> {
    const all: string[] = [];
    for (const scenario of scenarios) {
      const complaint = await complaintAbout(scenario, (since) => look(scenario, since));
      if (complaint) all.push(`${scenario.id}: ${complaint}`);
    }
    return all;
  }

  it(
    'what says something or fails is stored under its category',
    async () => {
      const missed = await complaints(SHOWN, async (scenario, since) => {
        const category = NAMED_BY_THE_PORTAL[scenario.id] ?? scenario.category;
        const isFound = (seen: readonly SeenIncident[]) => seen.some((one) => one.category === category);
        const seen = await seenUntil(since, isFound);
        return isFound(seen) ? undefined : `no ${category}, but: ${describeSeen(seen) || 'nothing'}`;
      });
      expect(missed).toEqual([]);
    },
    WHOLE_RUN_MS,
  );

  it(
    'what is no failure is stored as none',
    async () => {
      const wronged = await complaints(HARMLESS, async ({ message }, since) => {
        await waitForOutcome(page, message);
        await failOn(page, '#/notifications', LAST_SIGNAL);
        const isLast = ({ httpStatus }: SeenIncident) => httpStatus === LAST_SIGNAL;
        const seen = await seenUntil(since, (all) => all.some(isLast));
        if (!seen.some(isLast)) return 'the last signal never came';
        const failures = seen.filter((one) => one.failure && !isLast(one));
        return failures.length > 0 ? describeSeen(failures) : undefined;
      });
      expect(wronged).toEqual([]);
    },
    WHOLE_RUN_MS,
  );
});

/** The words of a scenario on the page; without any, the step that follows. */
async function waitForOutcome(page: Page, message: string | undefined): Promise<void> {
  if (message === undefined) {
    await waitForRoute(page, '#/demande/etape/3');
    return;
  }
  const [words = ''] = (MESSAGES_FR[message] ?? '').split('{');
  await page.waitForFunction((text) => document.body.textContent?.includes(text), {}, words.trim());
}
