import type { ImageMissingReason } from '../../core/bundle/capture-record.ts';
import type { Category, Measure } from '../../core/detect/categories.ts';
import type { FilingPage } from '../../core/detect/filing/page-signs.ts';
import type { PageAddress } from '../../core/detect/signals.ts';
import { type FilingView, NO_FILING } from './filing-view.ts';

/** What the popup shows: computed by the background, drawn by the components, carrying no personal data but labels. */

/**
 * Pictures of this tab. `probable` is the most that may ever be claimed: no API tells. `resumed` is the same after the
 * browser had taken the grant back: the click that opened the popup has given it again, and the person is told why.
 */
export type PictureState = 'not-started' | 'probable' | 'resumed' | 'click-needed';

/** Worth trying. */
export const areProbable = (pictures: PictureState): boolean =>
  pictures === 'probable' || pictures === 'resumed';

export interface DossierChoice {
  readonly id: string;
  /** Initials or a nickname chosen by the person. */
  readonly label: string;
  readonly lastUsedAt: number;
}

/** Things witnessed while nobody had said for whom: kept apart until she does. */
export interface WaitingRoom {
  readonly id: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly captures: number;
  readonly incidents: number;
  /** The session now on screen, or an earlier one, or a page that was open across a change of session. */
  readonly from: 'current' | 'earlier' | 'across';
  /** Of the neighbouring or public site where it was seen. */
  readonly host?: string;
}

export interface SeenIncident {
  /** Its fingerprint. */
  readonly key: string;
  readonly ruleId: string;
  readonly category: Category;
  /** Which of the five measures it concerns. */
  readonly measure: Measure | null;
  /** False for what is kept and not counted against the portal. */
  readonly failure: boolean;
  readonly httpStatus: number | null;
  /** The portal's own words, when it showed some. */
  readonly quote: string | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
  /** `data:` URL of a small picture. */
  readonly thumbnail: string | null;
  readonly imageMissing: ImageMissingReason | null;
  /** Its capture is still being taken. */
  readonly pending: boolean;
  /** The person no longer wants to see it. */
  readonly hidden: boolean;
}

export interface SeenCapture {
  readonly key: string;
  readonly at: number;
  readonly title: string;
  /** Kept before sending: which page it is. */
  readonly step: FilingPage | null;
  readonly statement: string | null;
  readonly thumbnail: string | null;
  readonly imageMissing: ImageMissingReason | null;
  /** Nothing is left of it: `at` is when the person erased it. */
  readonly erased?: true;
}

export type PageStatus =
  /** Not a page of the portal. */
  | { readonly kind: 'unsupported' }
  /** A neighbouring site that the person may choose to have witnessed too; until then as `once`. */
  | { readonly kind: 'offered'; readonly host: string }
  /** A public site: nothing is read there, but the click lets one picture be taken. */
  | { readonly kind: 'once' }
  /** A portal page, but the person withdrew (or never gave) access to the site. */
  | { readonly kind: 'no-access'; readonly origin: string }
  /** A portal page whose witness does not answer: it was open before the extension was installed or updated. */
  | { readonly kind: 'silent' }
  /** It stayed open while somebody else may have logged in: it may show either, and nothing can say which. */
  | { readonly kind: 'across' }
  /** In a private window nothing is kept until she has agreed to it. */
  | { readonly kind: 'private'; readonly refused: boolean }
  /** `host`: of the neighbouring site that it is, where it is one. */
  | { readonly kind: 'watched'; readonly pictures: PictureState; readonly host?: string };

/** What a tab shows, seen from outside the page: a watched one has answered, so it is the page that stands there. */
export type Inspection =
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'once' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'offered'; readonly host: string }
  | { readonly kind: 'watched'; readonly document: string; readonly loadedAt: number };

/** A page looked at once. */
export interface Visit {
  readonly document: string;
  readonly loadedAt: number;
  readonly address: PageAddress;
}

export interface PopupView {
  readonly page: PageStatus;
  /** The page in front is the one to practise on: dossiers and waiting rooms are those of rehearsals, and only those. */
  readonly rehearsal: boolean;
  /** The notice « la photo montre tout ce qui est à l'écran » has been read and accepted on this device. */
  readonly noticeAccepted: boolean;
  readonly dossier: DossierChoice | null;
  /** The portal session that the question is about: an answer given for another one is refused. */
  readonly epoch: string | null;
  /** `who`: nothing is bound; `still`: the session changed, is it the same person (`suggested`)? */
  readonly question: 'none' | 'who' | 'still';
  readonly suggested: DossierChoice | null;
  readonly dossiers: readonly DossierChoice[];
  readonly waiting: readonly WaitingRoom[];
  readonly incidents: readonly SeenIncident[];
  readonly captures: readonly SeenCapture[];
  readonly filing: FilingView;
  /** Number of captures and incidents in the bound dossier, whatever the visit. */
  readonly totals: { readonly captures: number; readonly incidents: number };
  /** Captures that would go with this profile, once they are many; absent as long as they are few. */
  readonly onlyHere?: number;
  /** Shown in a private window, where our own pages do not open. */
  readonly inPrivate: boolean;
  /** The person's choice, or null to follow the browser's language. */
  readonly language: string | null;
  /** Something could not be stored: shown first, until it is dealt with. */
  readonly trouble: Trouble | null;
}

/** What can go wrong on the device itself. Each has a sentence in every language. */
export const TROUBLES = [
  'disk-full',
  'database-blocked',
  'database-newer',
  'database-broken',
  'memory-full',
  'private-window',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What the popup shows when nothing else can be known. */
export const viewInTrouble = (trouble: Trouble): PopupView => ({
  page: { kind: 'silent' },
  rehearsal: false,
  noticeAccepted: true,
  dossier: null,
  epoch: null,
  question: 'none',
  suggested: null,
  dossiers: [],
  waiting: [],
  incidents: [],
  captures: [],
  filing: NO_FILING,
  totals: { captures: 0, incidents: 0 },
  inPrivate: false,
  language: null,
  trouble,
});

/** Outcome of « Photographier cette page ». */
export type CaptureOutcome =
  | {
      readonly kind: 'stored';
      readonly imageMissing: ImageMissingReason | null;
      /** Documents in the list that was kept with it; absent where there was none. */
      readonly documents?: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'unsupported-page' | 'no-access' | 'session-changed' | 'trouble';
    };
