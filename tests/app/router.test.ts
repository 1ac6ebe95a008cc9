import { describe, expect, it } from 'vitest';
import { type MessageName, PROTOCOL } from '../../lib/app/protocol.ts';
import { answer, type Handlers, type Sender } from '../../lib/app/router.ts';
import { StoreError } from '../../lib/app/witness-ports.ts';

const sender = (from: Sender['from']): Sender => ({ from, tabId: 7, windowId: 5, store: 'default' });

/** Handlers that note what reaches them. */
function listening(discard: () => Promise<{ discarded: number }> = async () => ({ discarded: 2 })) {
  const heard: [MessageName, unknown, Sender][] = [];
  const names = Object.keys(PROTOCOL) as MessageName[];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async (data: unknown, from: Sender) => {
        heard.push([name, data, from]);
        return name === 'popup.discard' ? discard() : null;
      },
    ]),
  ) as unknown as Handlers; // every name of the protocol has its entry, which the compiler cannot follow
  return { handlers, heard };
}

describe('a message', () => {
  it('reaches its handler, with who sent it as the browser says', async () => {
    const { handlers, heard } = listening();
    const reply = await answer(
      handlers,
      { name: 'popup.discard', data: { room: 'default|e' } },
      sender('ui'),
    );
    expect(reply).toEqual({ ok: true, value: { discarded: 2 } });
    expect(heard).toEqual([['popup.discard', { room: 'default|e' }, sender('ui')]]);
  });

  it('brings its handler nothing that the protocol does not list', async () => {
    const { handlers, heard } = listening();
    const data = { document: 'd', signals: [], dossier: 'd-1', tabId: 99 };
    await answer(handlers, { name: 'page.signals', data }, sender('page'));
    expect(heard.map(([, told]) => told)).toEqual([{ document: 'd', signals: [] }]);
  });

  const names = [
    'popup.destroy',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    42,
    null,
    undefined,
    ['popup.read'],
    { toString: () => 'popup.read' },
  ];
  it.each(names)('named %s is refused as unknown', async (name) => {
    const { handlers, heard } = listening();
    expect(await answer(handlers, { name, data: { tabId: 7 } }, sender('ui'))).toEqual({
      ok: false,
      error: 'unknown-message',
    });
    expect(heard).toEqual([]);
  });

  const all = Object.entries(PROTOCOL).flatMap(([name, { from }]) =>
    (['page', 'ui', 'stranger'] as const)
      .filter((sentBy) => sentBy !== from)
      .map((sentBy) => [name, sentBy] as const),
  );
  it.each(all)('%s from %s is refused', async (name, sentBy) => {
    const { handlers, heard } = listening();
    const reply = await answer(handlers, { name, data: {} }, sender(sentBy));
    expect(reply).toEqual({ ok: false, error: 'wrong-sender' });
    expect(heard).toEqual([]);
  });

  const signal = { kind: 'request', at: 1, path: '/api', status: 500, durationMs: 1, navigation: false };
  const malformed: [string, Sender['from'], unknown][] = [
    ['popup.read', 'ui', undefined],
    ['popup.read', 'ui', null],
    ['popup.read', 'ui', { tabId: '7' }],
    ['popup.capture', 'ui', { tabId: 7, statement: 'a'.repeat(2_001) }],
    ['popup.capture', 'ui', { tabId: 7 }],
    ['popup.assign', 'ui', { tabId: 7, dossier: {}, bind: true, rooms: [] }],
    ['popup.assign', 'ui', { tabId: 7, dossier: { label: 'a'.repeat(61) }, bind: true, rooms: [] }],
    ['page.signals', 'page', { document: 'd', signals: [{ kind: 'other' }] }],
    ['page.signals', 'page', { document: 'd', signals: [{ ...signal, at: -1 }] }],
    ['page.signals', 'page', { document: 'd', signals: [{ ...signal, path: 'a'.repeat(301) }] }],
    ['page.signals', 'page', { document: 'd', signals: Array(101).fill(signal) }],
    ['page.signals', 'page', { document: 'd'.repeat(37), signals: [] }],
    ['export.finished', 'ui', { dossierId: 'd', manifest: 'a'.repeat(65), upTo: 1 }],
  ];
  it.each(malformed)('%s that is malformed is refused (%#)', async (name, from, data) => {
    const { handlers, heard } = listening();
    expect(await answer(handlers, { name, data }, sender(from))).toEqual({ ok: false, error: 'malformed' });
    expect(heard).toEqual([]);
  });
});

describe('the page to practise on', () => {
  it('may tell what it saw, and ask as the other pages of ours do', async () => {
    const { handlers } = listening();
    const told = { name: 'page.signals', data: { document: 'd', signals: [] } };
    expect(await answer(handlers, told, sender('rehearsal'))).toMatchObject({ ok: true });
    const asked = { name: 'rehearsal.erase', data: {} };
    expect(await answer(handlers, asked, sender('rehearsal'))).toMatchObject({ ok: true });
  });

  it('is the only page of ours that may tell', async () => {
    const { handlers } = listening();
    const told = { name: 'page.signals', data: { document: 'd', signals: [] } };
    expect(await answer(handlers, told, sender('ui'))).toEqual({ ok: false, error: 'wrong-sender' });
  });
});

describe('a failure', () => {
  const failures: [string, unknown, string][] = [
    ['of the disk', new StoreError('disk-full', 'no room for Dossier A. K.'), 'disk-full'],
    ['of our own', new TypeError('Dossier A. K. is undefined'), 'TypeError'],
    ['that is no error', 'Dossier A. K.', 'failed'],
  ];
  it.each(failures)(
    '%s crosses the channel as a value, without personal data',
    async (_name, thrown, error) => {
      const { handlers } = listening(() => Promise.reject(thrown));
      const reply = await answer(handlers, { name: 'popup.discard', data: { room: 'r' } }, sender('ui'));
      expect(reply).toEqual({ ok: false, error });
    },
  );

  it('thrown before anything is awaited crosses it too', async () => {
    const { handlers } = listening(() => {
      throw new RangeError('at once');
    });
    const reply = await answer(handlers, { name: 'popup.discard', data: { room: 'r' } }, sender('ui'));
    expect(reply).toEqual({ ok: false, error: 'RangeError' });
  });
});
