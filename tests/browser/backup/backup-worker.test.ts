import { afterEach, expect, it, vi } from 'vitest';
import { NotOpened, StoreError } from '../../../lib/app/witness-ports.ts';
import { WrongPassphrase } from '../../../lib/browser/backup/age.ts';
import type { FromBackupWorker, ToBackupWorker } from '../../../lib/browser/backup/backup-messages.ts';
import { runBackupWorker } from '../../../lib/browser/backup/backup-worker.ts';
import { DiskFull } from '../../../lib/browser/store/opfs.ts';
import { NotABackup } from '../../../lib/core/backup/format.ts';

afterEach(() => vi.unstubAllGlobals());

/** A disk that takes whatever is written. */
function roomyDisk(): void {
  const file = {
    write: ({ length }: Uint8Array) => length,
    truncate: () => undefined,
    flush: () => undefined,
    close: () => undefined,
  };
  const folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async () => ({ createSyncAccessHandle: async () => file }),
    removeEntry: async () => undefined,
  };
  vi.stubGlobal('navigator', { locks: navigator.locks, storage: { getDirectory: async () => folder } });
}

/** What the page is told of a job whose database does not open. */
function toldOf(error: Error): Promise<FromBackupWorker> {
  return new Promise((resolve) => {
    let start: (event: MessageEvent<ToBackupWorker>) => void = () => undefined;
    runBackupWorker(async () => Promise.reject(error), {
      addEventListener: (_type, listener) => {
        start = listener;
      },
      postMessage: resolve,
    });
    start(new MessageEvent('message', { data: { start: { job: 'give', id: 'i' } } }));
  });
}

it.each([
  [new NotOpened('database-blocked', 'x'), 'database-blocked'],
  [new NotOpened('database-newer', 'x'), 'database-newer'],
  [new WrongPassphrase('x'), 'wrong-passphrase'],
  [new NotABackup('damaged', 'x'), 'damaged'],
  [new NotOpened('disk-full', 'x'), 'disk-full'],
  [new DiskFull('x'), 'disk-full'],
  [new DOMException('x', 'QuotaExceededError'), 'disk-full'],
  [new RangeError('x'), 'memory'],
  [new StoreError('database-broken', 'x'), 'database-broken'],
  [new TypeError('x'), 'unexpected'],
] as const)('%s is told as %s', async (error, reason) => {
  roomyDisk();
  expect(await toldOf(error)).toEqual({ failed: { reason, detail: error.name } });
});

it('what fails on a full disk is told as that', async () => {
  expect(await toldOf(new TypeError('x'))).toEqual({ failed: { reason: 'disk-full', detail: 'TypeError' } });
});
