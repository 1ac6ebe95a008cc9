import { describe, expect, it } from 'vitest';
import { createTroubles } from '../../../lib/app/dossier/troubles.ts';
import { toJsonBytes } from '../../../lib/app/witness/witnessed.ts';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { fakeStore } from '../fake-store.ts';
import { incident } from '../witnessed-builders.ts';

function watching() {
  const store = fakeStore();
  const told: (string | null)[] = [];
  const logged: string[] = [];
  const troubles = createTroubles(
    () => told.push(troubles.current()),
    (name) => logged.push(name),
  );
  return { store, troubles, watched: troubles.watch(store), told, logged };
}

const item = { room: 'default|e', kind: 'incident', at: 0 } as const;
const content = { facts: toJsonBytes(incident().facts), picture: null };

describe('trouble on the device', () => {
  it('a refused write is told once, and goes on to whoever wrote', async () => {
    const { store, watched, told } = watching();
    store.breakDown();
    await expect(watched.wait(item, content)).rejects.toBeInstanceOf(StoreError);
    await expect(watched.discardWaiting([1])).rejects.toBeInstanceOf(StoreError);
    expect(told).toEqual(['disk-full']);
  });

  it('ends with a write that succeeds', async () => {
    const { store, watched, told } = watching();
    store.breakDown();
    await expect(watched.wait(item, content)).rejects.toThrow();
    store.mend();
    await watched.wait(item, content);
    expect(told).toEqual(['disk-full', null]);
  });

  it('of a full disk does not end with a mere reading', async () => {
    const { store, watched, troubles } = watching();
    store.breakDown();
    await expect(watched.wait(item, content)).rejects.toThrow();
    await watched.waiting();
    expect(troubles.current()).toBe('disk-full');
  });

  it('of a full disk ends when there is space again, and no other trouble with it', async () => {
    const { troubles, told } = watching();
    troubles.note(new StoreError('disk-full', 'refused'));
    troubles.spaceAgain();
    troubles.note(new StoreError('database-blocked', 'another page'));
    troubles.spaceAgain();
    expect(told).toEqual(['disk-full', null, 'database-blocked']);
  });

  const ofDatabase = ['database-blocked', 'database-newer', 'database-broken'] as const;
  it.each(ofDatabase)('%s ends with the next thing read', async (trouble) => {
    const { watched, troubles } = watching();
    expect(troubles.note(new StoreError(trouble, 'the database'))).toBe(trouble);
    await watched.waiting();
    expect(troubles.current()).toBeNull();
  });

  it('a reading that fails is told too', async () => {
    const { store, troubles } = watching();
    store.head = () => Promise.reject(new StoreError('database-broken', 'a row is damaged'));
    await expect(troubles.watch(store).head('d')).rejects.toBeInstanceOf(StoreError);
    expect(troubles.current()).toBe('database-broken');
  });

  const ours: [string, unknown, string][] = [
    ['an error', new TypeError('ours'), 'TypeError'],
    ['anything thrown', 'text', 'error'],
  ];
  it.each(ours)('%s of our own is logged by its name and shown to nobody', (_name, thrown, name) => {
    const { troubles, told, logged } = watching();
    expect(troubles.note(thrown)).toBeNull();
    expect(logged).toEqual([name]);
    expect(told).toEqual([]);
  });
});
