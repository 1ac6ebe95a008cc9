import type { MainRequest, RequestFact, TrailStep } from '../../core/bundle/capture-record.ts';
import type { PageAddress } from '../../core/detect/signals.ts';
import type { PictureState } from '../popup/popup-view.ts';
import type { Filling } from './lost-work.ts';

/** Where a tab stands of which nothing is known. */
export const NOWHERE: PageAddress = { origin: '', path: '', route: '' };

/**
 * What the background knows of the open tabs and sessions. Plain JSON in the browser's session storage: it survives
 * the death of the worker and is forgotten when the browser closes. Never holds a form value.
 */
export interface TabState {
  readonly id: number;
  store: string;
  windowId: number;
  /** Random id that the page's script gave its document; null before it has spoken. */
  document: string | null;
  /** The page before the browser's own error, while that stands in the tab, and when it was told (ms). */
  left?: { readonly document: string; readonly at: number };
  /** Session epoch under which that document was loaded. */
  documentEpoch: string;
  /** When it was loaded (ms); null when it has not said. */
  loadedAt: number | null;
  address: PageAddress | null;
  title: string;
  pictures: PictureState;
  /** Origin of the page when the picture grant was last seen to hold. */
  grantedOn: string | null;
  trail: TrailStep[];
  /** When somebody last clicked, typed or sent something there (ms). A change of session leaves it: the form is still there. */
  touchedAt?: number;
  /** The form that is being filled there; gone as soon as the tab shows something else. */
  filling?: Filling;
  /** When the last request left that the portal's server took (ms): what was typed before is not lost. */
  savedAt?: number;
  /** When the last request left that it refused for want of a login (ms). */
  refusedAt?: number;
  requests: RequestFact[];
  main: MainRequest | null;
  /** When that answer came (ms). */
  mainAt?: number;
  serverOffsetMs: number | null;
  /** The page was open before the extension was updated: what it had told until then (ms) is told. */
  heardUntil?: number;
  /** Access to the portal came back then (ms): what the page was answered before is nobody's to keep. */
  deafUntil?: number;
}

/** A tab of which nothing is known but what is given. */
export const blankTab = (
  known: Pick<TabState, 'id' | 'store' | 'windowId' | 'documentEpoch'> & Partial<TabState>,
): TabState => ({
  document: null,
  loadedAt: null,
  address: null,
  title: '',
  pictures: 'not-started',
  grantedOn: null,
  trail: [],
  requests: [],
  main: null,
  serverOffsetMs: null,
  ...known,
});
