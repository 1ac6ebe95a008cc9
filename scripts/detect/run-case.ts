import { hostGroup } from '../../lib/core/detect/hosts.ts';
import { launch } from '../../tests/e2e/browser/driver.ts';
import type { Witnessed } from '../../tests/e2e/browser/witnessed.ts';
import { builtExtension } from '../../tests/e2e/stage.ts';
import { bundle } from '../../tests/page/bundle.ts';
import type { DetectionCase } from './case.ts';
import { distinct, type FoundThing } from './finding.ts';
import { NEIGHBOUR_MATCHES } from './neighbours.ts';
import { BrokenStep, play } from './play.ts';
import type { Result } from './score.ts';
import { type ServedCase, serveCase } from './serve-case.ts';
import { untilQuiet, watchWitness } from './settle.ts';

/** A page whose loading never ends is played all the same (ms). */
const LOADING = 10_000;

let insider: Promise<string> | undefined;

/** Calls one of the functions of `inside/background.ts` in the extension's background. */
const inBackground = async <Value>(
  witnessed: Witnessed,
  name: 'record' | 'isSettled' | 'collectFindings',
): Promise<Value> => {
  insider ??= bundle('scripts/detect/inside/background.ts');
  return witnessed.evaluateInBackground<Value, []>(
    `(() => { ${await insider}; return bundled.${name}(); })()`,
  );
};

const isNeighbour = (url: string): boolean =>
  !['portal', 'sso'].includes(hostGroup(new URL(url).hostname) ?? 'portal');

async function witness(
  { url, steps }: DetectionCase,
  served: ServedCase,
  witnessed: Witnessed,
): Promise<Pick<Result, 'findings' | 'broken' | 'quiet'>> {
  if (isNeighbour(url)) await witnessed.grantHosts(...NEIGHBOUR_MATCHES);
  await inBackground(witnessed, 'record');
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
  const settled = () => inBackground<boolean>(witnessed, 'isSettled');
  const quiet = await untilQuiet({ pending, settled, underWay: served.underWay });
  return {
    findings: distinct(await inBackground<FoundThing[]>(witnessed, 'collectFindings')),
    broken,
    quiet,
  };
}

/**
 * Shows one case to the built extension, in a browser of its own: a new profile, whose only tab is in front, and a
 * server of its own. Nothing is shared between two cases but the machine.
 */
export async function runCase(detectionCase: DetectionCase): Promise<Result> {
  const { id, label, categories = null } = detectionCase;
  const served = await serveCase(detectionCase);
  try {
    const witnessed = await launch({
      browser: 'chromium',
      extensionDir: builtExtension('chromium'),
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
