import type { FormField, ImageMissingReason, PersonalZone } from '../core/bundle/capture-record.ts';
import type { FilingRecord } from '../core/bundle/filing-record.ts';
import type { DocumentItem } from '../core/detect/filing/document.ts';
import type { FilingPage } from '../core/detect/filing/page-signs.ts';
import type { FiledDay } from '../core/detect/filing/read-confirmation.ts';
import type { OpenAttempt } from '../core/dossier/attempts.ts';
import type { Trouble } from './popup/popup-view.ts';
import type { FileKind } from './ports.ts';
import type { PageMoment } from './protocol.ts';

/** What witnessing needs of the browser and of the disk. */

/** A tab as the browser describes it now. */
export interface FrontTab {
  readonly windowId: number;
  /** In front of its window, which is not minimised. */
  readonly active: boolean;
  readonly minimised: boolean;
}

/** A page worth keeping before sending, looked at without taking anything of it. */
export interface PageLook {
  readonly page: FilingPage | null;
  /** Documents that it lists. */
  readonly documents: number;
}

/** What a page says of a request that is being filed: see `lib/page/filing`. */
export interface PageFiling {
  readonly page: FilingPage | null;
  readonly items: readonly DocumentItem[];
  readonly cut: boolean;
  /** A day said to be that of a filing, anywhere on the page. */
  readonly filed: FiledDay | null;
}

/** What the injected script brings back: see `lib/page/snapshot`. */
export interface PageFacts {
  readonly html: string;
  readonly sanitised: readonly string[];
  readonly form: readonly FormField[];
  readonly piiZones: readonly PersonalZone[];
  readonly page: { readonly title: string; readonly lang: string; readonly topFrame: boolean };
  readonly scroll: { readonly x: number; readonly y: number };
  readonly dpr: number;
  readonly window: { readonly width: number; readonly height: number };
  readonly screen: { readonly width: number; readonly height: number };
  /** Absent where it could not be read. */
  readonly filing?: PageFiling | undefined;
}

/** Why the browser refused a picture. */
export type CameraRefusal = 'no-grant' | 'too-soon' | 'failed';
export class CameraError extends Error {
  readonly refusal: CameraRefusal;
  constructor(refusal: CameraRefusal, message: string) {
    super(message);
    this.name = 'CameraError';
    this.refusal = refusal;
  }
}

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  /** Undefined when the tab is gone. */
  front(tabId: number): Promise<FrontTab | undefined>;
  /** PNG of whatever tab is in front of that window. Rejects with CameraError. */
  photograph(windowId: number): Promise<Picture>;
  /** The page's own account of itself now; undefined when it does not answer. */
  moment(tabId: number): Promise<PageMoment | undefined>;
  /** Injects the snapshot script. Undefined when the page refuses or is gone. */
  facts(tabId: number): Promise<PageFacts | undefined>;
  /** Looks whether the page is one to keep before sending. Undefined when it refuses, is gone, or is not the portal's. */
  look(tabId: number): Promise<PageLook | undefined>;
  /** Small picture (`data:` URL, at most about 10 kB) for the popup. */
  thumbnail(picture: Picture): Promise<string>;
}

/** Bumped by every event after which the tab in front may be another one. */
export interface FrontEpoch {
  current(): number;
}

/** Things about the device that go into each capture. */
export interface Surroundings {
  readonly extension: string;
  readonly browser: string;
  readonly os: string;
  readonly languages: readonly string[];
}

/** Head of one dossier's chain and what is needed to go on writing. Numbers and hashes only. */
export interface DossierHead {
  readonly id: string;
  /** Made on the page to practise on: never mixed with the others. */
  readonly rehearsal?: boolean | undefined;
  readonly createdAt: string;
  readonly seq: number;
  readonly hash: string;
  readonly lastAt: number;
  readonly attempts: number;
  /** Under way. */
  readonly attempt: OpenAttempt | null;
  /** Being put away from a waiting room of another session. */
  readonly late: OpenAttempt | null;
  readonly captures: number;
  readonly incidents: number;
  /** Fingerprints of what the person no longer wants to see. It is recorded all the same. */
  readonly hidden: readonly string[];
  /** Filings that the portal confirmed: each day once. */
  readonly filings: readonly KnownFiling[];
  /** Journal line of the last list of documents. */
  readonly documents: number | null;
  /** Captures that the person erased last; absent where there is none. */
  readonly erased?: readonly ErasedCapture[] | undefined;
}

export interface ErasedCapture {
  readonly seq: number;
  /** When it was erased, ISO 8601 UTC. */
  readonly at: string;
}

/** A filing as the head of its dossier remembers it. */
export interface KnownFiling extends FiledDay {
  readonly seq: number;
  readonly read: FilingRecord['read'];
}

/** A file to be stored, in clear; the store seals it. */
export interface NewFile {
  readonly seq: number;
  readonly kind: FileKind | 'thumbnail';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly crc32: number;
}

/** What goes when a line's record is erased. Its timestamp stays: that is nothing but hashes. */
export const ERASED_KINDS = ['capture', 'picture', 'snapshot', 'thumbnail', 'documents'] as const;

/** A thing that waits for its dossier. `facts` is JSON of `WitnessedFacts`. */
export interface WaitingItem {
  readonly key: number;
  readonly room: string;
  readonly kind: 'incident' | 'capture';
  readonly at: number;
}

export interface WaitingContent {
  readonly facts: Uint8Array<ArrayBuffer>;
  readonly picture: Uint8Array<ArrayBuffer> | null;
}

/** Raised by the store; `trouble` chooses the sentence the person reads. */
export class StoreError extends Error {
  readonly trouble: Exclude<Trouble, 'private-window'>;
  constructor(trouble: StoreError['trouble'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.trouble = trouble;
  }
}

/** The database could not be asked at all, or went away meanwhile: that says nothing of what is in it. */
export class NotOpened extends StoreError {}

/** Not here, or no more. */
export class NoDossier extends StoreError {
  constructor(message: string) {
    super('database-broken', message);
    this.name = 'NoDossier';
  }
}

/** Everything rejects with StoreError. */
export interface WitnessStore {
  createDossier(head: DossierHead, label: string, openingLine: string): Promise<void>;
  dossiers(): Promise<readonly { readonly head: DossierHead; readonly label: string }[]>;
  head(dossierId: string): Promise<DossierHead | undefined>;
  /**
   * Lines, files and the new head in one transaction, with the waiting items that they empty and what they erase. False when the chain has
   * grown since `before` was read: nothing is written then.
   */
  commit(change: {
    readonly before: DossierHead;
    readonly after: DossierHead;
    readonly lines: readonly string[];
    readonly files: readonly NewFile[];
    readonly drained: readonly number[];
    /** Lines whose capture or list of documents goes with it, files and all. */
    readonly erased?: readonly number[];
  }): Promise<boolean>;
  /** Raw lines with `seq` ≥ `from`, in order. */
  linesFrom(
    dossierId: string,
    from: number,
  ): Promise<readonly { readonly seq: number; readonly line: string }[]>;
  /** Files of these kinds with `seq` ≥ `from`, newest first, at most `limit`. */
  recentFiles(
    dossierId: string,
    kind: FileKind | 'thumbnail',
    from: number,
    limit: number,
  ): Promise<readonly { readonly seq: number; readonly bytes: Uint8Array<ArrayBuffer> }[]>;
  wait(item: Omit<WaitingItem, 'key'>, content: WaitingContent): Promise<number>;
  waiting(): Promise<readonly WaitingItem[]>;
  /** Undefined when it is not there, or damaged. */
  waitingContent(key: number): Promise<WaitingContent | undefined>;
  discardWaiting(keys: readonly number[]): Promise<void>;
  /** The whole dossier with its keys, in one transaction: rows, lines and files. Nothing can bring it back. */
  eraseDossier(dossierId: string): Promise<void>;
}

/** Sentences that cross from the queue to the record. */
export type PictureOutcome =
  | { readonly kind: 'taken'; readonly picture: Picture; readonly facts: PageFacts | undefined }
  | { readonly kind: 'missing'; readonly reason: ImageMissingReason; readonly facts: PageFacts | undefined };
