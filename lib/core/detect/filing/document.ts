/**
 * What a page says of one document: `received` is what the portal says of a file that it has taken, `accepted` of one
 * that it has found good. `missing`: asked for and not there. `unknown`: listed without a word on its state.
 */
export const DOCUMENT_STATES = ['accepted', 'received', 'pending', 'refused', 'missing', 'unknown'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** One document of a list, as the page shows it. The name of the file is never kept: people put their own in it. */
export interface DocumentItem {
  /** What the portal calls it, masked, at most 200 characters; empty where it says nothing. */
  readonly label: string;
  readonly state: DocumentState;
  /** The page's own words on its state, masked, at most 300 characters. */
  readonly says: string | null;
  /** A file name stood there. */
  readonly fileShown: boolean;
  /** Ending of that name, in lower case, e.g. `pdf`. */
  readonly fileType: string | null;
  /** As the page writes it, e.g. « 1,2 Mo ». */
  readonly size: string | null;
  /** Day that the page gives, `2026-11-21`. */
  readonly addedOn: string | null;
}

/** One stretch of text of a row, in reading order, not masked. Never leaves the page. */
export interface RowPiece {
  readonly text: string;
  /** What its place says of it: in a button or a link, in a hint, in something that calls itself an error… */
  readonly role: 'plain' | 'heading' | 'control' | 'hint';
  readonly tone: 'good' | 'bad' | 'waiting' | null;
}

/** The part of a page that is about one document. */
export interface DocumentRow {
  readonly pieces: readonly RowPiece[];
  /** A document can be chosen there. */
  readonly chooser: boolean;
  /** The browser holds a chosen file. */
  readonly chosen: boolean;
  /** The nearest heading above it. */
  readonly heading: string;
}
