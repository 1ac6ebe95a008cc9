import type { ImageMissingReason } from '../../core/bundle/capture-record.ts';
import { captureRecord } from '../../core/bundle/capture-record.ts';
import { incidentRecord } from '../../core/bundle/incident-record.ts';
import type { Category, Measure } from '../../core/detect/categories.ts';
import { countsAsFailure } from '../../core/detect/failures.ts';
import { FILING_PAGES, type FilingPage } from '../../core/detect/filing/page-signs.ts';
import type { Owner } from '../../core/dossier/owner.ts';
import { fromBytes, parseJsonBytes, parseWitnessed } from '../witness/witnessed.ts';
import type { ErasedCapture, WitnessStore } from '../witness-ports.ts';
import { type Fingerprints, NONE_HIDDEN } from './hidden-incidents.ts';
import type { SeenCapture, SeenIncident } from './popup-view.ts';

/** Most things of one visit that the popup reads back: it opens as fast with ten thousand captures as with ten. */
const MOST_INCIDENTS = 60;
const MOST_CAPTURES = 24;

interface IncidentSight {
  readonly key: string;
  readonly at: number;
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly category: Category;
  readonly measure: Measure | null;
  readonly status: number | null;
}

interface CaptureSight {
  readonly key: string;
  readonly at: number;
  readonly fingerprint: string | null;
  readonly title: string;
  readonly step: FilingPage | null;
  readonly statement: string | null;
  readonly quote: string | null;
  readonly missing: ImageMissingReason | null;
  readonly thumbnail: string | null;
}

interface Sights {
  readonly incidents: readonly IncidentSight[];
  readonly captures: readonly CaptureSight[];
  /** Captures of the visit that the person has erased since. */
  readonly erased?: readonly ErasedCapture[];
}

/** What one owner has seen: in the open attempt of a dossier, or in a waiting room. Oldest first. */
export async function readSights(store: WitnessStore, owner: Owner): Promise<Sights> {
  return owner.kind === 'dossier' ? ofDossier(store, owner.id) : ofRoom(store, owner.id);
}

async function ofDossier(store: WitnessStore, dossierId: string): Promise<Sights> {
  const head = await store.head(dossierId);
  const attempt = head?.attempt;
  if (!attempt) return { incidents: [], captures: [] };
  const recent = (kind: 'incident' | 'capture' | 'thumbnail', limit: number) =>
    store.recentFiles(dossierId, kind, attempt.startSeq, limit);
  const [incidentFiles, captureFiles, thumbnailFiles] = await Promise.all([
    recent('incident', MOST_INCIDENTS),
    recent('capture', MOST_CAPTURES),
    recent('thumbnail', MOST_CAPTURES),
  ]);
  const thumbnails = new Map(thumbnailFiles.map(({ seq, bytes }) => [seq, fromBytes(bytes)]));
  const incidents = incidentFiles.flatMap(({ seq, bytes }) => {
    const record = parseJsonBytes(bytes, incidentRecord);
    // What was put away meanwhile from another session is no part of this visit.
    if (record?.attempt !== attempt.number) return [];
    const { fingerprint, ruleId, category, measure, httpStatus: status } = record;
    return [{ key: String(seq), at: Date.parse(record.at), fingerprint, ruleId, category, measure, status }];
  });
  const captures = captureFiles.flatMap(({ seq, bytes }) => {
    const record = parseJsonBytes(bytes, captureRecord);
    if (!record) return [];
    return [{ key: String(seq), ...sightOf(record), thumbnail: thumbnails.get(seq) ?? null }];
  });
  const erased = (head?.erased ?? []).filter(({ seq }) => seq >= attempt.startSeq);
  return { incidents: incidents.reverse(), captures: captures.reverse(), erased };
}

async function ofRoom(store: WitnessStore, room: string): Promise<Sights> {
  const items = (await store.waiting()).filter((item) => item.room === room);
  const newest = (kind: 'incident' | 'capture', limit: number) =>
    items.filter((item) => item.kind === kind).slice(-limit);
  const incidents: IncidentSight[] = [];
  const captures: CaptureSight[] = [];
  for (const item of [...newest('incident', MOST_INCIDENTS), ...newest('capture', MOST_CAPTURES)]) {
    const content = await store.waitingContent(item.key);
    const facts = content && parseWitnessed(content.facts);
    const key = `w${item.key}`;
    if (facts?.kind === 'incident') {
      const { fingerprint, ruleId, category, measure, httpStatus: status } = facts.record;
      incidents.push({ key, at: item.at, fingerprint, ruleId, category, measure, status });
    } else if (facts) {
      captures.push({ key, ...sightOf(facts.record), thumbnail: facts.thumbnail });
    }
  }
  return { incidents, captures };
}

const sightOf = (record: {
  readonly startedAt: string;
  readonly page: { readonly title: string };
  readonly statement: string | null;
  readonly trigger: {
    readonly fingerprint?: string | undefined;
    readonly quote?: string | undefined;
    readonly step?: string | undefined;
  };
  readonly imageMissing?: { readonly reason: ImageMissingReason } | undefined;
}) => ({
  at: Date.parse(record.startedAt),
  fingerprint: record.trigger.fingerprint ?? null,
  title: record.page.title,
  step: FILING_PAGES.find((page) => page === record.trigger.step) ?? null,
  statement: record.statement,
  quote: record.trigger.quote ?? null,
  missing: record.imageMissing?.reason ?? null,
});

/**
 * Sightings of one malfunction as one line; newest first. `pending`: fingerprints whose picture is being taken;
 * `hidden`: those that the person no longer wants to see.
 */
export function toIncidents(
  { incidents, captures }: Sights,
  pending: Fingerprints,
  hidden: Fingerprints = NONE_HIDDEN,
): SeenIncident[] {
  const groups = Map.groupBy(incidents, ({ fingerprint }) => fingerprint);
  return [...groups.entries()]
    .map(([fingerprint, sights]): SeenIncident => {
      const last = sights.at(-1) as IncidentSight; // groupBy makes no empty group
      const shown = captures.filter((capture) => capture.fingerprint === fingerprint);
      const pictured = shown.findLast(({ thumbnail }) => thumbnail !== null);
      return {
        key: fingerprint,
        ruleId: last.ruleId,
        category: last.category,
        measure: last.measure,
        failure: countsAsFailure(last),
        httpStatus: last.status,
        quote: shown.findLast(({ quote }) => quote !== null)?.quote ?? null,
        firstAt: Math.min(...sights.map(({ at }) => at)),
        lastAt: Math.max(...sights.map(({ at }) => at)),
        count: sights.length,
        thumbnail: pictured?.thumbnail ?? null,
        imageMissing: pictured ? null : (shown.at(-1)?.missing ?? null),
        pending: pending.has(fingerprint),
        hidden: hidden.has(fingerprint),
      };
    })
    .sort((a, b) => b.lastAt - a.lastAt);
}

/** Pages that the person photographed herself, newest first, and what she erased. */
export const toCaptures = ({ captures, erased = [] }: Sights): SeenCapture[] =>
  [
    ...captures
      .filter(({ fingerprint }) => fingerprint === null)
      .map(({ key, at, title, step, statement, thumbnail, missing }) => ({
        key,
        at,
        title,
        step,
        statement,
        thumbnail,
        imageMissing: missing,
      })),
    ...erased.map(({ seq, at }) => ({ ...NOTHING_LEFT, key: String(seq), at: Date.parse(at) })),
  ].reverse();

const NOTHING_LEFT = {
  erased: true,
  title: '',
  step: null,
  statement: null,
  thumbnail: null,
  imageMissing: null,
} as const;
