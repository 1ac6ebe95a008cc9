import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../e2e/bundle-checks.ts';
import { exportDossier, photograph, startedPage } from '../e2e/person.ts';
import { capturesOf } from '../e2e/records.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { writeExtension } from '../e2e/stranger.ts';
import { PORTAL } from '../portal/hosts.mjs';

const hostile = (name: string) => `${PORTAL}/replique/hostile/${name}`;
/** A real failure is stored within this time of the answer (ms), whatever else the page does. */
const DETECTED_MS = 8_000;
/** What the witness may add to the longest time in which the page could do nothing (ms), on a machine of two cores. */
const ADDED_MS = 400;
const SECONDS = 10;

interface Lateness {
  readonly longest: number;
  readonly blocked: number;
}
interface Flooded {
  readonly made: number;
  readonly longest: number;
}

const incidents = async ({ witnessed }: Stage): Promise<number> => {
  const state = await readStored(witnessed);
  return (
    parsedLines(state).filter(({ type }) => type === 'incident').length +
    state.waiting.filter(({ kind }) => kind === 'incident').length
  );
};

/** Makes the page fail; resolves with how long after the server's answer an incident was stored (ms). */
async function failAndWait(stage: Stage, page: Page): Promise<number> {
  const before = await incidents(stage);
  const start = performance.now();
  // Not awaited: a page that is busy answers late.
  const failing = page.evaluate('void fail()');
  while ((await incidents(stage)) === before) {
    if (performance.now() - start > 30_000) throw new Error('the failure was never stored');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stored = Date.now();
  await failing;
  const answered = stage.portal.requests.findLast(({ status }) => status === 500)?.at ?? 0;
  return stored - answered;
}

describe('a crowd on the page', () => {
  let stage: Stage;
  let bare: Stage;
  const told: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    bare = await openStage({ extensionDir: await writeExtension('') });
    const page = await startedPage(stage);
    await page.close();
  });
  afterAll(async () => {
    console.log(told.join('\n'));
    await stage?.close();
    await bare?.close();
  });

  const both = async <Value>(name: string, act: (page: Page) => Promise<Value>): Promise<[Value, Value]> => {
    const results: Value[] = [];
    for (const own of [bare, stage]) {
      const page = await own.witnessed.newPage(hostile(name));
      await page.bringToFront();
      results.push(await act(page));
      await page.close();
    }
    return results as [Value, Value];
  };

  it('of 50,000 mutations a second for ten seconds leaves the page alive, and the failure is seen meanwhile', async () => {
    const [alone, watched] = await both(
      'flot',
      (page) => page.evaluate(`flood(50000, ${SECONDS})`) as Promise<Flooded>,
    );
    told.push(`flood alone ${JSON.stringify(alone)}, watched ${JSON.stringify(watched)}`);
    expect(watched.longest - alone.longest).toBeLessThan(ADDED_MS);
    expect(watched.made).toBeGreaterThan(alone.made * 0.4);
    const page = await stage.witnessed.newPage(hostile('flot'));
    await page.bringToFront();
    await page.evaluate(`void flood(50000, ${SECONDS})`);
    const took = await failAndWait(stage, page);
    told.push(`detected during the flood after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(DETECTED_MS);
    await page.close();
  });

  it('of a million nodes holds nothing up', async () => {
    const settle = (page: Page) => page.evaluate(`late(${SECONDS})`) as Promise<Lateness>;
    const [alone, watched] = await both('foule', async (page) => {
      const start = performance.now();
      expect(await page.evaluate('crowd(1_000_000)')).toBeGreaterThan(1_000_000);
      await page.evaluate('1');
      const laidOutAfter = Math.round(performance.now() - start);
      return { laidOutAfter, ...(await settle(page)) };
    });
    told.push(`million alone ${JSON.stringify(alone)}, watched ${JSON.stringify(watched)}`);
    expect(watched.longest - alone.longest).toBeLessThan(ADDED_MS);
    const page = await stage.witnessed.newPage(hostile('foule'));
    await page.bringToFront();
    await page.evaluate('crowd(1_000_000)');
    const took = await failAndWait(stage, page);
    told.push(`detected among a million nodes after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(DETECTED_MS);
    await page.close();
  });

  it('of ten megabytes in every text is kept short', async () => {
    // Another place: the same failure at the same place, a few seconds later, would be the same incident.
    const page = await stage.witnessed.newPage(hostile('foule#/lourd'));
    await page.bringToFront();
    const seen = page.evaluate(`new Promise((done) => {
      const sources = [];
      try {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) for (const { sourceURL, invoker } of entry.scripts ?? []) sources.push(sourceURL + invoker);
        }).observe({ type: 'long-animation-frame', buffered: true });
      } catch {}
      setTimeout(() => done(sources), 15000);
    })`) as Promise<string[]>;
    await page.evaluate('weigh(10)');
    const lateness = page.evaluate(`late(${SECONDS})`) as Promise<Lateness>;
    await page.click('#lourd');
    const took = await failAndWait(stage, page);
    told.push(`detected beside 10 MB after ${Math.round(took)} ms; ${JSON.stringify(await lateness)}`);
    expect(took).toBeLessThan(DETECTED_MS);
    // Slow frames are told with the scripts behind them: ours are not.
    expect((await seen).filter((source) => source.includes('extension'))).toEqual([]);
    const popup = await stage.witnessed.popup(page);
    await photograph(popup, 'Dix mégaoctets.');
    const bundle = unpack((await exportDossier(stage, popup)).path);
    for (const record of capturesOf(bundle)) expect(JSON.stringify(record).length).toBeLessThan(200_000);
    const sizes = bundle.files
      .filter((path) => !path.endsWith('.png'))
      .map((path) => bundle.bytes(path).length);
    told.push(`largest file but pictures: ${Math.max(...sizes)} bytes`);
    expect(Math.max(...sizes)).toBeLessThan(5_000_000);
  });
});
