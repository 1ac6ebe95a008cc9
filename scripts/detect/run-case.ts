import { neighbourOf } from '../../lib/core/detect/hosts.ts';
import { launch } from '../../tests/e2e/browser/driver.ts';
import { expectSoon } from '../../tests/e2e/browser/soon.ts';
import type { Witnessed } from '../../tests/e2e/browser/witnessed.ts';
import { bundle } from '../../tests/page/bundle.ts';
import type { DetectionCase } from './case.ts';
import { distinct, type FoundThing } from './finding.ts';
import { WORKBENCH } from './inside/place.ts';
import { BrokenStep, play } from './play.ts';
import type { Result } from './score.ts';
import { type ServedCase, serveCase } from './serve-case.ts';
import { untilQuiet, watchWitness } from './settle.ts';

/** A page whose loading never ends is played all the same (ms). */
const LOADING = 10_000;

let insider: Promise<string> | undefined;

/** Puts `inside/background.ts` into the extension's background, where it notes from then on what is found. */
async function record(witnessed: Witnessed): Promise<void> {
  insider ??= bundle('scripts/detect/inside/background.ts');
  await witnessed.evaluateInBackground(`(() => { ${await insider}; bundled.record(); })()`);
}

/** Asks what was put there; once more into a background that has ended since and begun anew. */
async function ask<Value>(witnessed: Witnessed, question: 'isSettled' | 'collectFindings'): Promise<Value> {
  const there = `globalThis[Symbol.for('${WORKBENCH}')]`;
  const answer = () => witnessed.evaluateInBackground<Value | null, []>(`${there}?.${question}() ?? null`);
  const first = await answer();
  if (first !== null) return first;
  await record(witnessed);
  return (await answer()) as Value; // it has just been put there
}

/** A site that is granted has its script registered by then: a page that came sooner would go unseen at first. */
async function awaitGranted(witnessed: Witnessed, url: string): Promise<void> {
  const host = neighbourOf(url);
  if (host === undefined) return;
  const registered = () =>
    witnessed.evaluateInBackground<string, []>(
      'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches).join())',
    );
  await expectSoon(
    async () => (await registered()).includes(host),
    () => `no script for ${host}`,
  );
}

async function witness(
  { url, steps }: DetectionCase,
  served: ServedCase,
  witnessed: Witnessed,
): Promise<Pick<Result, 'findings' | 'broken' | 'quiet'>> {
  await awaitGranted(witnessed, url);
  await record(witnessed);
  const page = await witnessed.newPage();
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined)); // closed with its page
  const { pending } = await watchWitness(page, witnessed.origin);
  await page.bringToFront();
  // An answer without a page (a connection that never ends, an empty error) is part of the case.
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOADING }).catch(() => undefined);
  let broken: string | null = null;
  try {
    await play(page, steps);
  } catch (error) {
    if (!(error instanceof BrokenStep)) throw error;
    broken = error.message;
  }
  const settled = () => ask<boolean>(witnessed, 'isSettled');
  const quiet = await untilQuiet({ pending, settled, underWay: served.underWay });
  return {
    findings: distinct(await ask<FoundThing[]>(witnessed, 'collectFindings')),
    broken,
    quiet,
  };
}

/**
 * Shows one case to the extension of that folder, in a browser of its own: a new profile, whose only tab is in front,
 * and a server of its own. Nothing is shared between two cases but the machine.
 */
export async function runCase(detectionCase: DetectionCase, extensionDir: string): Promise<Result> {
  const { id, label, categories = null } = detectionCase;
  const served = await serveCase(detectionCase);
  try {
    const witnessed = await launch({
      browser: 'chromium',
      extensionDir,
      portalPort: served.port,
      everyHost: true,
      locale: 'fr',
      windowSize: { width: 1280, height: 900 },
    });
    try {
      return { id, label, expected: categories, ...(await witness(detectionCase, served, witnessed)) };
    } finally {
      await witnessed.close();
    }
  } finally {
    served.close();
  }
}
