import { expect, it } from 'vitest';
import { NoDossier, NotOpened } from '../../../lib/app/witness-ports.ts';
import type { FromExportWorker, ToExportWorker } from '../../../lib/browser/export/export-messages.ts';
import { runExportWorker } from '../../../lib/browser/export/export-worker.ts';

/** What the page is told of an export whose dossier does not open. */
function toldOf(error: Error): Promise<FromExportWorker> {
  return new Promise((resolve) => {
    let start: (event: MessageEvent<ToExportWorker>) => void = () => undefined;
    runExportWorker(async () => Promise.reject(error), {
      addEventListener: (_type, listener) => {
        start = listener;
      },
      postMessage: resolve,
    });
    const job = { dossierId: 'd', software: { version: '1', commit: 'c' }, documents: true };
    start(new MessageEvent('message', { data: { start: job } }));
  });
}

it.each([
  [new NotOpened('database-blocked', 'x'), 'database-blocked'],
  [new NotOpened('database-newer', 'x'), 'database-newer'],
  [new NoDossier('x'), 'no-dossier'],
] as const)('%s is told as %s', async (error, reason) => {
  expect(await toldOf(error)).toEqual({ failed: { reason, detail: error.name } });
});
