import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpack } from '../e2e/bundle-checks.ts';
import { failOn } from '../e2e/failing.ts';
import { exportDossier, startFor } from '../e2e/person.ts';
import { incidentsOf } from '../e2e/records.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { login, logout, portalUrl, waitForRoute } from '../portal/journey.mjs';

const ROUNDS = 20;
const PATIENT = { timeout: 30_000 };
const ACCOUNT = '#/espace-personnel/mon-compte';
/** A status for each failure, so that every record says in which round it was seen, and by whom. */
const inOwnTab = (round: number) => 520 + round;
const inOtherTab = (round: number) => 540 + round;
const whileNobody = (round: number) => 560 + round;

/** Two people, one portal session, two tabs that stay open: B in even rounds, A in odd ones; A alone has a dossier. */
let stage: Stage;
let tabs: readonly [Page, Page];

beforeAll(async () => {
  stage = await openStage();
  tabs = [await stage.witnessed.newPage(), await stage.witnessed.newPage()];
  await login(tabs[1], 'ak');
  await (await startFor(stage, tabs[1], 'A. K.')).close();
});
afterAll(async () => {
  await stage?.close();
});

const countWaiting = async () => {
  const { waiting } = await readStored(stage.witnessed);
  const count = (wanted: string) => waiting.filter(({ kind }) => kind === wanted).length;
  return { incidents: count('incident'), captures: count('capture') };
};

/** A failure seen on both sides of a change of session may be kept in the rooms of both. */
const isAtLeast =
  (failures: number) =>
  ({ incidents, captures }: { incidents: number; captures: number }): boolean =>
    incidents >= failures && captures === incidents;

const countLines = async (wanted: string) =>
  parsedLines(await readStored(stage.witnessed)).filter(({ type }) => type === wanted).length;

async function failIn(tab: Page, route: string, status: number): Promise<void> {
  await tab.bringToFront();
  await failOn(tab, route, status);
}

/** Whoever comes ends the session found there, in her own tab; the other tab knows nothing of it. */
async function change(own: Page, other: Page, user: string, round: number): Promise<void> {
  await own.bringToFront();
  await own.goto(portalUrl('usagers', ACCOUNT));
  await waitForRoute(own, ACCOUNT);
  await logout(own);
  await failIn(other, '#/creation-compte', whileNobody(round));
  await own.bringToFront();
  await login(own, user);
}

it(
  `in ${ROUNDS} changes of person nothing enters A’s dossier once her session has ended`,
  async () => {
    let apart = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const isA = round % 2 === 1;
      const [own, other] = isA ? [tabs[1], tabs[0]] : tabs;
      await change(own, other, isA ? 'ak' : 'bl', round);
      if (isA) {
        const popup = await stage.witnessed.popup(own);
        await popup.click('text=Oui');
        await popup.waitForText('Dossier A. K.');
        await popup.close();
      }
      await failIn(own, '#/notifications', inOwnTab(round));
      await failIn(other, '#/', inOtherTab(round));
      apart += isA ? 2 : 3;
      await expect.poll(countWaiting, PATIENT).toSatisfy(isAtLeast(apart));
      const ofA = Math.floor((round + 1) / 2);
      await expect.poll(() => countLines('capture'), PATIENT).toBe(ofA);
    }
  },
  20 * 60_000,
);

it('each line and each file of A’s dossier lies within a session of hers', async () => {
  const stored = await readStored(stage.witnessed);
  const lines = parsedLines(stored);
  expect(new Set(lines.map(({ dossier }) => dossier)).size).toBe(1);
  let bound = false;
  const within = new Set<number>();
  const strays: string[] = [];
  for (const { seq, type } of lines.toSorted((a, b) => a.seq - b.seq)) {
    if (type === 'session.bound') bound = true;
    if (bound) within.add(seq);
    else if (type !== 'dossier.opened') strays.push(`${seq} ${type}`);
    if (type === 'session.unbound') bound = false;
  }
  expect(strays).toEqual([]);
  expect(stored.files.filter(({ seq }) => !within.has(seq))).toEqual([]);
  expect(await countLines('session.unbound')).toBe(ROUNDS / 2);
});

it('what A’s dossier tells is what failed in her own tab while she was there', async () => {
  const popup = await stage.witnessed.popup(tabs[1]);
  const { path } = await exportDossier(stage, popup);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round).filter((round) => round % 2 === 1);
  expect(incidentsOf(unpack(path)).map(({ httpStatus }) => httpStatus)).toEqual(rounds.map(inOwnTab));
});
