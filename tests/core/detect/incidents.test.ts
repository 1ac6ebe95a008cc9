import { describe, expect, it } from 'vitest';
import {
  COOL_DOWN_MS,
  collect,
  type IncidentState,
  noIncidents,
  SETTLE_MS,
  SIGHTINGS_PER_FINGERPRINT,
  SILENT_SETTLE_MS,
} from '../../../lib/core/detect/incidents.ts';
import { judge, judgeObstacle } from '../../../lib/core/detect/judge.ts';
import { orderFindings } from '../../../lib/core/detect/precedence.ts';
import type { Finding, Signal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage, requestOf } from './message-of.ts';

const PLACE = { tab: '7', host: 'portail.example', route: '/usagers/#/demande' };
const name = ({ ruleId, status }: Finding, route: string) => `${ruleId} ${status ?? '-'} ${route}`;
const found = (...signals: Signal[]): Finding[] => judge(signals, onPage({ recent: [] }));

const SERVER = found(requestOf(500));
const MESSAGE = found(messageOf('Une erreur technique est survenue'));
const STANDING = found(
  messageOf(
    'Je vérifie les informations que j’ai saisies avant de les valider. Une fois la demande envoyée, je ne peux plus la modifier.',
  ),
);
const STAMP = found(messageOf('Ce timbre ne peut être consommé'));
const TOO_EARLY = found(messageOf('Il est trop tôt pour demander le renouvellement de votre titre.'));

/** Feeds findings at given times and gives every sighting as `rule#occurrence`, through JSON each time. */
const play = (events: readonly (readonly [now: number, findings: readonly Finding[]])[]) => {
  let state: IncidentState = noIncidents();
  const told: string[] = [];
  const joined: string[] = [];
  for (const [now, findings] of events) {
    const result = collect(state, [{ place: PLACE, findings }], now, name);
    state = JSON.parse(JSON.stringify(result.state)) as IncidentState;
    for (const { findings: all, occurrence } of [...result.opened, ...result.recurred]) {
      told.push(`${all.map(({ ruleId }) => ruleId).join('+')}#${occurrence}`);
    }
    joined.push(...result.joined.map(({ finding }) => finding.ruleId));
  }
  return { told, joined, state };
};

describe('a cascade', () => {
  it('is waited for, then named by its cause', () => {
    const { told } = play([
      [0, MESSAGE],
      [200, SERVER],
      [SETTLE_MS, []],
    ]);
    expect(told).toEqual(['http-server-error+generic-error#1']);
  });

  it('says when to come back', () => {
    const first = collect(noIncidents(), [{ place: PLACE, findings: SERVER }], 1000, name);
    expect(first.wakeAt).toBe(1000 + SILENT_SETTLE_MS);
    expect(first.opened).toEqual([]);
    const second = collect(first.state, [], 1000 + SILENT_SETTLE_MS, name);
    expect(second.wakeAt).toBeNull();
    expect(second.opened).toMatchObject([{ occurrence: 1, failure: true, at: 1000 }]);
  });

  it('that says nothing yet waits for its message, and no longer once it has one', () => {
    const silent = play([
      [0, SERVER],
      [SETTLE_MS, []],
      [SILENT_SETTLE_MS - 1, []],
    ]);
    expect(silent.told).toEqual([]);
    const spoken = play([
      [0, SERVER],
      [SETTLE_MS + 100, MESSAGE],
    ]);
    expect(spoken.told).toEqual(['http-server-error+generic-error#1']);
  });

  it('keeps what comes late and explains no more, and opens another for what explains more', () => {
    expect(
      play([
        [0, SERVER],
        [SILENT_SETTLE_MS, []],
        [1500, MESSAGE],
        [2500, []],
      ]),
    ).toMatchObject({
      told: ['http-server-error#1'],
      joined: ['generic-error'],
    });
    expect(
      play([
        [0, MESSAGE],
        [500, []],
        [1500, SERVER],
        [1500 + SILENT_SETTLE_MS, []],
      ]).told,
    ).toEqual(['generic-error#1', 'http-server-error#1']);
  });

  it('keeps what is told late and has lasted since, not what began after it', () => {
    const waited = (at: number, durationMs: number) =>
      judgeObstacle({
        kind: 'obstacle',
        at,
        obstacle: 'endless-wait',
        evidence: { durationMs },
        inViewport: true,
      });
    const sinceServer = (at: number, durationMs: number) =>
      play([
        [0, SERVER],
        [SILENT_SETTLE_MS, []],
        [at, waited(at, durationMs)],
        [at + SILENT_SETTLE_MS, []],
      ]);
    expect(sinceServer(21_000, 20_000)).toMatchObject({
      told: ['http-server-error#1'],
      joined: ['page-endless-wait'],
    });
    // The wait began first: the failure is in it all the same.
    expect(sinceServer(12_000, 20_000)).toMatchObject({ joined: ['page-endless-wait'] });
    expect(sinceServer(30_000, 20_000)).toMatchObject({
      told: ['http-server-error#1', 'page-endless-wait#1'],
      joined: [],
    });
  });

  it('takes neither its time nor its words from what is kept and not counted', () => {
    const { told } = play([
      [0, STANDING],
      [300, SERVER],
      [SETTLE_MS, []],
      [600, MESSAGE],
      [300 + SETTLE_MS, []],
    ]);
    expect(told).toEqual(['recap-no-later-change#1', 'http-server-error+generic-error#1']);
  });

  it('does not mix two tabs nor two routes', () => {
    const elsewhere = { ...PLACE, tab: '8' };
    const first = collect(
      noIncidents(),
      [
        { place: PLACE, findings: SERVER },
        { place: elsewhere, findings: MESSAGE },
      ],
      0,
      name,
    );
    expect(collect(first.state, [], SILENT_SETTLE_MS, name).opened).toHaveLength(2);
  });
});

describe('the same thing again', () => {
  it('within the cool-down is the same sighting', () => {
    expect(
      play([
        [0, STAMP],
        [500, []],
        [3500, STAMP],
        [4500, []],
      ]).told,
    ).toEqual(['stamp-already-used#1']);
  });
  it('after the cool-down is a new one', () => {
    const again = COOL_DOWN_MS + 10;
    expect(
      play([
        [0, STAMP],
        [500, []],
        [again, STAMP],
        [again + 500, []],
      ]).told,
    ).toEqual(['stamp-already-used#1', 'stamp-already-used#2']);
  });
  it('is capped', () => {
    const events = Array.from({ length: 2 * (SIGHTINGS_PER_FINGERPRINT + 5) }, (_, index) => {
      const start = Math.floor(index / 2) * 10_000;
      return index % 2 === 0 ? ([start, STAMP] as const) : ([start + 500, []] as const);
    });
    const { told, state } = play(events);
    expect(told).toHaveLength(SIGHTINGS_PER_FINGERPRINT);
    expect(state.uncounted).toBe(5);
  });
});

it('a clock that goes back closes what was open', () => {
  expect(
    play([
      [100_000, SERVER],
      [50_000, []],
    ]).told,
  ).toEqual(['http-server-error#1']);
});

it('a legal rule is kept and is no failure', () => {
  const first = collect(noIncidents(), [{ place: PLACE, findings: TOO_EARLY }], 0, name);
  expect(collect(first.state, [], SILENT_SETTLE_MS, name).opened).toMatchObject([{ failure: false }]);
});

it('the order of a cascade does not depend on the order of arrival', () => {
  const recap = found(messageOf('Une fois la demande envoyée, je ne peux plus la modifier.'));
  const all = [...recap, ...STAMP, ...SERVER, ...MESSAGE, ...TOO_EARLY];
  const ids = orderFindings(all).map(({ ruleId }) => ruleId);
  expect(ids).toEqual([
    'http-server-error',
    'stamp-already-used',
    'generic-error',
    'recap-no-later-change',
    'renewal-too-early',
  ]);
  expect(orderFindings([...all].reverse()).map(({ ruleId }) => ruleId)).toEqual(ids);
});
