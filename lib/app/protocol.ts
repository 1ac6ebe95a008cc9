import * as z from 'zod/mini';
import { absenceEntry } from '../core/bundle/absence-record.ts';
import type { TimestampFailure } from '../core/timestamp/failures.ts';
import type { AbsenceOutcome } from './dossier/absences.ts';
import type { Erasure } from './dossier/erasures.ts';
import type { CaptureOutcome, PopupView } from './popup/popup-view.ts';
import type { Holdings } from './settings/diagnostics.ts';
import type { SettingsView } from './settings/settings-view.ts';
import { pageSignal } from './witness/page-signal.ts';

/**
 * Every message between contexts, who may send it, and what answers. Requests are parsed on arrival; an answer is
 * `{ ok: true, value }` or `{ ok: false, error }`, so that errors cross the channel and no reply is an error.
 */
const text = (max: number) => z.string().check(z.maxLength(max));
const tabId = z.number();
const uuid = text(36);

export const PROTOCOL = {
  /** The page's script tells what it saw. Answered once everything that follows from it is stored. */
  'page.signals': {
    from: 'page',
    request: z.object({ document: uuid, signals: z.array(pageSignal).check(z.maxLength(100)) }),
  },
  /** A watcher asks whether the page still waits for an answer before it says that nothing happens. */
  'page.requests': { from: 'page', request: z.object({}) },
  /** `opened`: for the first time by this popup, so by a click on the toolbar button. */
  'popup.read': { from: 'ui', request: z.object({ tabId, opened: z.boolean() }) },
  /** « Démarrer le témoin »: the notice was read, the click on the toolbar button has just granted the tab. */
  'popup.start': { from: 'ui', request: z.object({ tabId }) },
  /** « Ne rien garder de cette fenêtre », in a private window. */
  'popup.refuse': { from: 'ui', request: z.object({ tabId }) },
  /** `proof`: as a page kept before sending. */
  'popup.capture': {
    from: 'ui',
    request: z.object({ tabId, statement: z.nullable(text(2000)), proof: z.optional(z.boolean()) }),
  },
  /** « Pour qui ? »: an existing dossier, or a new one by its label; `rooms` are the waiting rooms to assign with it. */
  'popup.assign': {
    from: 'ui',
    request: z.object({
      tabId,
      dossier: z.union([z.object({ id: uuid }), z.object({ label: text(60) })]),
      /** Also binds the session now on screen; false when only earlier things are put away. */
      bind: z.boolean(),
      /** The session that was on screen when she answered. */
      epoch: z.nullable(text(60)),
      rooms: z.array(text(200)).check(z.maxLength(200)),
    }),
  },
  /** Throws away a waiting room, after the person confirmed. */
  'popup.discard': { from: 'ui', request: z.object({ room: text(200) }) },
  /** « Ne plus afficher » and « Afficher de nouveau »: what has that fingerprint, in the dossier where she saw it. */
  'popup.hide': {
    from: 'ui',
    request: z.object({
      tabId,
      dossier: uuid,
      fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
      hidden: z.boolean(),
    }),
  },
  /** What rehearsals have left on this device. */
  'rehearsal.describe': { from: 'ui', request: z.object({}) },
  /** Erases every rehearsal, and nothing else. */
  'rehearsal.erase': { from: 'ui', request: z.object({}) },
  'settings.language': { from: 'ui', request: z.object({ language: z.nullable(text(10)) }) },
  /** What the export page shows before it starts. */
  'export.describe': { from: 'ui', request: z.object({ dossierId: uuid }) },
  /** A bundle has been written: the journal keeps the hash of its manifest. */
  'export.finished': {
    from: 'ui',
    request: z.object({ dossierId: uuid, manifest: text(64), upTo: z.number() }),
  },
  /** Erases one capture for good: see `erasures.ts`. */
  'capture.erase': { from: 'ui', request: z.object({ dossier: uuid, seq: z.int().check(z.gte(1)) }) },
  /** Something that should have been done and was not. */
  'absence.record': { from: 'ui', request: z.object({ dossier: uuid, absence: absenceEntry }) },
  /** What the settings page shows. */
  'settings.read': { from: 'ui', request: z.object({}) },
  /** Timestamps on or off. The page has asked the browser for access to that host before. */
  'settings.timestamps': { from: 'ui', request: z.object({ on: z.boolean(), url: text(300) }) },
  /** An export asks for a timestamp over its manifest. May take 25 s. */
  'timestamps.over': {
    from: 'ui',
    request: z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  },
  /** How much is kept, for the diagnostics page. */
  'diagnostics.holdings': { from: 'ui', request: z.object({}) },
} as const satisfies Record<string, { from: 'page' | 'ui'; request: z.ZodMiniType }>;

export type MessageName = keyof typeof PROTOCOL;
export type MessageRequest<Name extends MessageName> = z.infer<(typeof PROTOCOL)[Name]['request']>;

export interface ExportDescription {
  readonly dossierId: string;
  readonly label: string;
  readonly rehearsal: boolean;
  readonly captures: number;
  readonly incidents: number;
  readonly language: string | null;
  readonly version: string;
  readonly commit: string;
  /** An authority is asked for a timestamp over the whole. */
  readonly timestamps?: boolean;
}

/** A timestamp, its bytes as hex, or why there is none. Null: timestamps are off. */
export type ToldStamping =
  | {
      readonly stamp: {
        readonly query: string;
        readonly reply: string;
        readonly genTime: number;
        readonly authority: string;
      };
    }
  | { readonly failure: TimestampFailure }
  | null;

/** Requests of a page's tab, as the network tells them. */
export interface RequestsUnderWay {
  /** Requests that have no answer yet. */
  readonly open: number;
  /** How long the oldest of them has been waiting, in milliseconds. */
  readonly oldestMs: number;
  /** When the last one left that was not refused (4xx), in milliseconds since 1970; 0 when none is known. */
  readonly lastAt: number;
  /** The last answers: a page that never reads the body of one does not know it from resource timing. */
  readonly answers: readonly AnsweredRequest[];
}

/** One answer that has come; times in milliseconds since 1970. */
export interface AnsweredRequest {
  readonly url: string;
  readonly status: number;
  readonly askedAt: number;
  readonly cameAt: number;
}

export interface RehearsalTraces {
  readonly dossiers: number;
  readonly captures: number;
  readonly incidents: number;
}

/** What answers each message. */
export interface MessageAnswers {
  'page.signals': { readonly stored: number };
  'page.requests': RequestsUnderWay;
  'popup.read': PopupView;
  'popup.start': PopupView;
  'popup.refuse': PopupView;
  'popup.capture': { readonly outcome: CaptureOutcome; readonly view: PopupView };
  'popup.assign': PopupView;
  'popup.discard': { readonly discarded: number };
  'popup.hide': PopupView;
  'rehearsal.describe': RehearsalTraces;
  'rehearsal.erase': { readonly dossiers: number };
  'settings.language': { readonly language: string | null };
  'export.describe': ExportDescription | null;
  'export.finished': { readonly seq: number };
  'capture.erase': Erasure;
  'absence.record': AbsenceOutcome;
  'settings.read': SettingsView;
  'settings.timestamps': SettingsView;
  'timestamps.over': ToldStamping;
  'diagnostics.holdings': Holdings;
}

export interface Envelope {
  readonly to: 'background';
  readonly name: MessageName;
  readonly data: unknown;
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: string };

/** A question of the background to one page script; answered from the page's memory. */
export interface PageQuestion {
  readonly to: 'page';
  /**
   * Answered by a `PageMoment`: `moment` once two animation frames have gone by, so that a picture taken next shows what
   * the answer tells; `presence` at once, to know who is there.
   */
  readonly ask: 'moment' | 'presence';
}

/** The page at this moment: compared before and after a picture. */
export interface PageMoment {
  readonly document: string;
  /** When the document was loaded, in milliseconds since 1970. */
  readonly loadedAt: number;
  readonly route: string;
  readonly visible: boolean;
  readonly passwordFilled: boolean;
}
