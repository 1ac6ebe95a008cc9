import { describe, expect, it } from 'vitest';
import { readSights, toCaptures, toIncidents } from '../../../lib/app/popup/seen.ts';
import type { Owner } from '../../../lib/core/dossier/owner.ts';
import { wake } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

const START = Date.parse('2026-11-21T09:04:07.000Z');
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();
const NONE: ReadonlySet<string> = new Set();
const FINGERPRINT = '0123456789abcdef0123456789abcdef';
const ROOM: Owner = { kind: 'room', id: 'default|e', epoch: 'epoch-a' };

/** The picture of an incident, as the page's own words and a small picture show it. */
function shown({ thumbnail = null as string | null, quote = 'Service indisponible' } = {}) {
  const { facts, picture } = capture();
  const trigger = { kind: 'finding' as const, fingerprint: FINGERPRINT, quote };
  return { picture, facts: { ...facts, thumbnail, record: { ...facts.record, trigger } } };
}
const missing = () => {
  const { facts, picture } = shown();
  const imageMissing = { reason: 'click-needed' as const };
  return { picture, facts: { ...facts, record: { ...facts.record, imageMissing } } };
};

type Seen = ReturnType<typeof incident> | ReturnType<typeof capture>;

/** The same things seen for a dossier, and in a waiting room: the popup shows them alike. */
const owners: [string, (things: readonly Seen[]) => Promise<Awaited<ReturnType<typeof readSights>>>][] = [
  [
    'a dossier',
    async (things) => {
      const { writer, store } = await wake();
      const id = await writer.open('Dossier A. K.');
      for (const seen of things) {
        await writer.write(id, (draft) => {
          if (seen.facts.kind === 'incident') draft.incident({ facts: seen.facts, picture: null }, 'live');
          else draft.capture({ facts: seen.facts, picture: seen.picture }, 'live');
        });
      }
      return readSights(store, { kind: 'dossier', id, epoch: 'epoch-a' });
    },
  ],
  [
    'a waiting room',
    async (things) => {
      const { keeping, store } = await wake();
      for (const seen of things) await keeping.keep('default', ROOM, seen);
      await keeping.keep('default', { ...ROOM, id: 'private|f' }, incident());
      return readSights(store, ROOM);
    },
  ],
];

describe.each(owners)('what was seen for %s', (_name, seeing) => {
  it('nothing, when nothing was', async () => {
    const sights = await seeing([]);
    expect(toIncidents(sights, NONE)).toEqual([]);
    expect(toCaptures(sights)).toEqual([]);
  });

  it('sightings of one malfunction are one line, with its words and its last small picture', async () => {
    const sights = await seeing([
      incident({ at: at(0) }),
      shown({ thumbnail: 'data:old' }),
      incident({ at: at(60) }),
      shown({ thumbnail: 'data:new' }),
      missing(),
    ]);
    expect(toIncidents(sights, NONE)).toEqual([
      {
        key: FINGERPRINT,
        ruleId: 'http-server-error',
        category: 'server-error',
        measure: 'substitute-solution',
        failure: true,
        httpStatus: 500,
        quote: 'Service indisponible',
        firstAt: START,
        lastAt: START + 60_000,
        count: 2,
        thumbnail: 'data:new',
        imageMissing: null,
        pending: false,
        hidden: false,
      },
    ]);
  });

  it('without any picture, the last reason why', async () => {
    const [seen] = toIncidents(await seeing([incident(), missing()]), NONE);
    expect(seen).toMatchObject({ thumbnail: null, imageMissing: 'click-needed' });
  });

  it('its picture is under way', async () => {
    const [seen] = toIncidents(await seeing([incident()]), new Set([FINGERPRINT]));
    expect(seen).toMatchObject({ pending: true, quote: null, imageMissing: null });
  });

  it('pages that the person photographed herself, newest first, apart from incidents', async () => {
    const sights = await seeing([
      capture({ title: 'Un' }),
      shown(),
      capture({ title: 'Deux', statement: 'ici' }),
    ]);
    expect(toCaptures(sights)).toMatchObject([
      { title: 'Deux', statement: 'ici' },
      { title: 'Un', statement: null },
    ]);
  });

  it('at most sixty sightings and twenty-four captures are read: the newest', async () => {
    const many = Array.from({ length: 70 }, (_, index) => incident({ at: at(index) }));
    const photographs = Array.from({ length: 30 }, (_, index) => capture({ title: `${index}` }));
    const sights = await seeing([...many, ...photographs]);
    expect(toIncidents(sights, NONE)).toMatchObject([{ count: 60, firstAt: START + 10_000 }]);
    const titles = toCaptures(sights).map(({ title }) => title);
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([24, '29', '6']);
  });
});

describe('the visit before', () => {
  it('is not shown: only the open attempt is', async () => {
    const { writer, store } = await wake();
    const id = await writer.open('Dossier A. K.');
    for (const epoch of ['epoch-a', 'epoch-b']) {
      await writer.write(id, (draft) => draft.incident(incident({ epoch }), 'live'));
    }
    const owner: Owner = { kind: 'dossier', id, epoch: 'epoch-b' };
    expect(toIncidents(await readSights(store, owner), NONE)).toMatchObject([{ count: 1 }]);
    await writer.write(id, (draft) => draft.endAttempt());
    expect(toIncidents(await readSights(store, owner), NONE)).toEqual([]);
  });
});

describe('the order of incidents', () => {
  it('is by their last sighting, newest first', () => {
    const sight = (fingerprint: string, seconds: number) => ({
      key: `${seconds}`,
      at: START + seconds,
      fingerprint,
      ruleId: 'http-server-error',
      category: 'server-error' as const,
      measure: 'substitute-solution' as const,
      status: 500,
    });
    const incidents = [sight('a', 1), sight('b', 2), sight('a', 3), sight('c', 0)];
    expect(toIncidents({ incidents, captures: [] }, NONE).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });
});

describe('a damaged thing that waits', () => {
  it('is left out of what is shown', async () => {
    const { keeping, store } = await wake();
    for (const seen of [incident(), incident()]) await keeping.keep('default', ROOM, seen);
    store.damage((await store.waiting())[0]?.key ?? 0);
    expect(toIncidents(await readSights(store, ROOM), NONE)).toMatchObject([{ count: 1 }]);
  });
});
