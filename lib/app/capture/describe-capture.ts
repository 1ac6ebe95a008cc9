import type { ImageMissingReason } from '../../core/bundle/capture-record.ts';
import { isoTime } from '../../core/time.ts';
import type { CaptureOutcome } from '../popup/popup-view.ts';
import type { Clock, Hashing, Randomness } from '../ports.ts';
import { NOWHERE, type TabState } from '../witness/tab-state.ts';
import {
  toBytes,
  type UnplacedCapture,
  type Witnessed,
  type WitnessedCapture,
} from '../witness/witnessed.ts';
import type { PictureOutcome, Surroundings } from '../witness-ports.ts';
import { type Confirmation, documentsOf, filingOf } from './filings.ts';

interface Deps {
  readonly clock: Clock;
  readonly hashing: Hashing;
  readonly random: Randomness;
  readonly surroundings: Surroundings;
  readonly tsaOffsetMs: number | null;
}

interface About {
  readonly startedAt: number;
  readonly epoch: string;
  readonly incidentId: string | null;
  readonly trigger: UnplacedCapture['trigger'];
  readonly statement: string | null;
  readonly confirmation?: Confirmation | undefined;
  readonly thumbnail: string | null;
}

const UNKNOWN_SIZE = { width: 0, height: 0 };

/** Everything known about the page at that moment, as `captures/<seq>.json` will say it once it has its number. */
/** Between the answer that brings a page, as the network dates it, and the page's own word on it (ms). */
const SAME_LOAD = 2_000;

/**
 * The answer that brought the page. One met again by the back button, or prepared before it was shown, stands in a tab
 * whose last answer was another page's: none is known to be its own.
 */
const ownMain = ({ main, mainAt, loadedAt }: TabState): TabState['main'] =>
  mainAt === undefined || loadedAt === null || Math.abs(mainAt - loadedAt) <= SAME_LOAD ? main : null;

export function describeCapture(
  tab: TabState,
  outcome: PictureOutcome,
  about: About,
  { clock, hashing, random, surroundings, tsaOffsetMs }: Deps,
): Witnessed<WitnessedCapture> {
  const { facts } = outcome;
  const picture = outcome.kind === 'taken' ? outcome.picture : null;
  const { name: zone, offsetMinutes } = clock.zone();
  const snapshotHtml = facts?.html ?? null;
  const dpr = facts?.dpr ?? 1;
  const record: UnplacedCapture = {
    format: 'anef-capture/1',
    startedAt: isoTime(about.startedAt),
    endedAt: isoTime(clock.now()),
    zone,
    offsetMinutes,
    page: {
      ...(tab.address ?? NOWHERE),
      ...(facts?.page ?? { title: tab.title, lang: '', topFrame: true }),
    },
    trigger: about.trigger,
    statement: about.statement,
    http: { main: ownMain(tab), recent: tab.requests },
    form: [...(facts?.form ?? [])],
    trail: tab.trail,
    image: picture && {
      sha256: hashing.sha256(picture.bytes),
      bytes: picture.bytes.length,
      width: picture.width,
      height: picture.height,
      dpr,
      method: 'captureVisibleTab',
      scroll: facts?.scroll ?? { x: 0, y: 0 },
    },
    ...(outcome.kind === 'missing' ? { imageMissing: { reason: outcome.reason } } : {}),
    snapshot:
      facts && snapshotHtml !== null
        ? { sha256: hashing.sha256(toBytes(snapshotHtml)), sanitised: [...facts.sanitised] }
        : null,
    environment: {
      extension: surroundings.extension,
      browser: surroundings.browser,
      os: surroundings.os,
      languages: [...surroundings.languages],
      window: facts?.window ?? UNKNOWN_SIZE,
      screen: facts?.screen ?? UNKNOWN_SIZE,
      dpr,
      proxy: 'not-verified',
      otherExtensions: 'not-verified',
    },
    clock: { serverOffsetMs: tab.serverOffsetMs, tsaOffsetMs },
    piiZones: [...(facts?.piiZones ?? [])],
  };
  const { epoch, incidentId, thumbnail, trigger, startedAt: at } = about;
  const version = surroundings.extension.split(' ')[0] ?? '';
  const { confirmation } = about;
  const seen = { tab, trigger, confirmation, facts, at, zone, offsetMinutes, version };
  const documents = documentsOf(seen);
  const filing = filingOf(seen);
  return {
    facts: {
      kind: 'capture',
      id: random.uuid(),
      epoch,
      incidentId,
      record,
      thumbnail,
      snapshotHtml,
      ...(documents ? { documents } : {}),
      ...(filing ? { filing } : {}),
    },
    picture: picture?.bytes ?? null,
  };
}

export const missingReason = (outcome: PictureOutcome): ImageMissingReason | null =>
  outcome.kind === 'missing' ? outcome.reason : null;

/** What the person is told once it is stored. */
export function storedOutcome({ record, documents }: WitnessedCapture): CaptureOutcome {
  const imageMissing = record.imageMissing?.reason ?? null;
  return { kind: 'stored', imageMissing, ...(documents ? { documents: documents.items.length } : {}) };
}

/** The same for a disk that has no space for its picture, then for one that has none for the copy of the page either. */
export function smallerOnes({ facts, picture }: Witnessed<WitnessedCapture>): Witnessed<WitnessedCapture>[] {
  const imageMissing = picture ? { imageMissing: { reason: 'disk-full' as const } } : {};
  const bare = { ...facts, thumbnail: null, record: { ...facts.record, image: null, ...imageMissing } };
  const withoutPicture = { facts: bare, picture: null };
  const withoutFiles = {
    facts: { ...bare, snapshotHtml: null, record: { ...bare.record, snapshot: null } },
    picture: null,
  };
  return [...(picture ? [withoutPicture] : []), ...(facts.snapshotHtml === null ? [] : [withoutFiles])];
}
