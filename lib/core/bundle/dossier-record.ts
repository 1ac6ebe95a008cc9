import type { Category } from '../detect/categories.ts';
import type { FilingRecord } from './filing-record.ts';

/** Where a file of a bundle comes from in numbers: path below the top folder, bytes, hashes. */
export interface BundleFile {
  /** e.g. `data/captures/000002.png`: ASCII, `/` separators. */
  readonly path: string;
  readonly bytes: number;
  /** Lowercase hex. */
  readonly sha256: string;
  /** Unsigned 32-bit CRC of the bytes, as ZIP wants it. */
  readonly crc32: number;
}

/** The synthesis of `dossier.json`: figures that a judge looks at, never a verdict. */
export interface Synthesis {
  readonly attempts: number;
  /** Calendar days in Europe/Paris with at least one incident. */
  readonly distinctDays: number;
  /** Calendar hours (day + hour) in Europe/Paris with at least one incident. */
  readonly distinctHours: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Whole days elapsed between first and last, 0 when they are the same day. */
  readonly spanDays: number;
  /** Sightings counted by category, failures only. */
  readonly byCategory: Partial<Record<Category, number>>;
  readonly byMeasure: Record<string, { total: number; afterTerm: number; term: string }>;
}

export interface ExhibitEntry {
  readonly number: string;
  readonly title: string;
  readonly file: string;
  readonly sha256: string;
  readonly derivedFrom: readonly string[];
}

/** `data/dossier.json`, format "anef-dossier/1". */
export interface DossierRecord {
  readonly format: 'anef-dossier/1';
  /** Random UUID of the dossier. */
  readonly id: string;
  /** Present in a rehearsal only: made on the page to practise on, no evidence. */
  readonly rehearsal?: true;
  readonly profile: 'complete' | 'court' | 'administration' | 'association';
  readonly createdAt: string;
  readonly exportedAt: string;
  readonly software: { readonly name: 'anef-temoin'; readonly version: string; readonly commit: string };
  readonly procedure: {
    readonly kind: string | null;
    readonly ground: string | null;
    readonly prefecture: string | null;
    readonly titleExpiresOn: string | null;
    /** Calendar day, as the latest of `filings` gives it. */
    readonly filedOn: string | null;
  };
  /** Confirmations of the portal that a request was filed; absent where there is none. */
  readonly filings?: readonly (Pick<
    FilingRecord,
    'seq' | 'filedOn' | 'filedTime' | 'read' | 'numberShown' | 'captureSeq'
  > & { readonly file: string })[];
  /** Lists of documents that were kept; absent where there is none. */
  readonly documents?: readonly {
    readonly seq: number;
    readonly at: string;
    readonly items: number;
    readonly captureSeq: number;
    readonly file: string;
  }[];
  readonly synthesis: Synthesis;
  readonly contacts: readonly never[];
  readonly exhibits: readonly ExhibitEntry[];
  readonly withheld: readonly { readonly seq: number; readonly reason: string }[];
  readonly limits: readonly string[];
  /** The key of the browser profile that seals the bundle; null in a bundle that is not sealed. */
  readonly key: { readonly algorithm: string; readonly spkiSha256: string } | null;
}
