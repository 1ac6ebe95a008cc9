import type { CaptureOutcome, PopupView } from '../../lib/app/popup/popup-view.ts';

/** What the background is doing for the popup right now; its buttons say so and wait. */
export type PopupBusy =
  | 'start'
  | 'capture'
  | 'proof'
  | 'assign'
  | 'discard'
  | 'hide'
  | 'access'
  | 'reload'
  | 'refuse'
  | 'leave'
  | null;

/** Pages of the extension that the popup leads to, besides the export. */
export type OwnPage = '/welcome.html' | '/verifier.html' | '/settings.html' | '/diagnostics.html';

export interface Assignment {
  readonly dossier: { readonly id: string } | { readonly label: string };
  /** Also binds the portal session now on screen. */
  readonly bind: boolean;
  /** Ids of waiting rooms put away with it. */
  readonly rooms: readonly string[];
}

/** What the person can ask for. None returns anything: the answer comes back as new props. */
export interface PopupActions {
  /** « Démarrer le témoin » or « Reprendre les photos »: the notice has been on screen. */
  onStart(): void;
  /** « Ne rien garder de cette fenêtre », in a private window. */
  onRefuse(): void;
  /** `null` when she wrote nothing. */
  onCapture(statement: string | null): void;
  /** « Garder une preuve » of the page in front, before sending. */
  onProof(): void;
  onAssign(assignment: Assignment): void;
  /** Already confirmed by her. */
  onDiscard(room: string): void;
  /** « Ne plus afficher » or « Afficher de nouveau », in the dossier on screen. */
  onHide(choice: { readonly dossier: string; readonly fingerprint: string; readonly hidden: boolean }): void;
  /** Must ask for host access in the same turn: browsers want the click. */
  onGrantAccess(): void;
  /** « Témoigner aussi sur ce site »: as above, for this one host. */
  onGrantSite(host: string): void;
  /** « Ne plus témoigner sur ce site ». */
  onLeaveSite(host: string): void;
  /** She was told that unsaved typing may be lost, and said yes. */
  onReload(): void;
  onExport(dossierId: string): void;
  /** Opens it in an ordinary window, wherever the popup is. */
  onPage(path: OwnPage): void;
  onLanguage(code: string): void;
  /** Reads the view again after an error. */
  onRetry(): void;
}

export interface PopupProps extends PopupActions {
  readonly view: PopupView | 'loading' | { readonly error: string };
  /** Milliseconds since 1970, for « aujourd’hui ». */
  readonly now: number;
  readonly busy: PopupBusy;
  /** Answer to the last `onCapture` of this popup; null before the first and while one runs. */
  readonly outcome: CaptureOutcome | null;
  /** The same to the last `onProof`. */
  readonly proof: CaptureOutcome | null;
}
