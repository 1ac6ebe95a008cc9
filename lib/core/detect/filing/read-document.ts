import { collapseSpace, foldText } from '../fold.ts';
import type { DocumentItem, DocumentRow, DocumentState, RowPiece } from './document.ts';
import {
  AMBIGUOUS,
  CONTROL,
  DOCUMENT_NOUNS,
  FILE_NAME,
  GENERAL,
  LABEL_WORDS,
  OTHER_DAY,
  SIGNS,
  SIZE,
  STATE_WORDS,
} from './document-words.ts';
import { DOCUMENTS_HEADING } from './page-signs.ts';
import { writtenDates } from './written-date.ts';

const STATES = STATE_WORDS.map(([state, words]) => [state, new RegExp(words)] as const);
const IS_GENERAL = new RegExp(GENERAL);
const IS_CONTROL = new RegExp(CONTROL);
const IS_OTHER_DAY = new RegExp(OTHER_DAY);
const IS_SIZE = new RegExp(SIZE);
const IS_AMBIGUOUS = new RegExp(AMBIGUOUS);
const IS_FILE = new RegExp(FILE_NAME, 'i');
/** A size is the page's own word: `1,2 Mo` in the text as it stands there. */
const WRITTEN_SIZE = new RegExp(SIZE, 'i');
const LONGEST_LABEL = 200;
const LONGEST_SAYING = 300;
/** What stands before a file name in the same sentence: « Document ajouté : passeport.pdf ». */
const LEAD = /^([^:]{1,80}):\s/;
/** A name alone in its text, with its size behind it, or whatever else. */
const MARKS = /[*\u2713-\u2718\u2705\u274c\u00d7]/g;

type Mask = (text: string) => string;

export const isFileName = (text: string): boolean => IS_FILE.test(text) && !IS_GENERAL.test(foldText(text));

/** The text without the name of a file: all that follows a colon, or all of it. */
export const withoutFileName = (text: string): string => {
  if (!IS_FILE.test(text)) return text;
  const lead = LEAD.exec(text)?.[1] ?? '';
  // « facture.pdf refusé »: what follows is kept only if it is a word on its state.
  const [, , tail = ''] = /^(.*)\.\w{3,4}\b(.*)$/s.exec(text) ?? [];
  const said = stateOf(tail) === undefined ? '' : tail.trim();
  return IS_FILE.test(lead) ? said : `${lead.trim()} ${said}`.trim();
};

/** The state that a sentence of the page tells; undefined for one that tells none. */
export const stateOf = (text: string): DocumentState | undefined => {
  const folded = foldText(text);
  const told = STATES.find(([, words]) => words.test(folded))?.[0];
  // « Formats acceptés : PDF » after a refusal in the same sentence takes nothing back.
  return IS_GENERAL.test(folded) && told !== 'refused' ? undefined : isRuleAlone(folded) ? undefined : told;
};

/** « … seront refusés » says what would be, not what is. */
const isRuleAlone = (folded: string): boolean =>
  /\b(?:seront|will be|ne doi(?:t|vent) pas|must not|should not)\b/.test(folded);

const TONE_STATE = { good: 'received', bad: 'refused', waiting: 'pending' } as const;

/** A label made of words that are in every list of documents is nobody's, even if a file was given the same name. */
const labelOf = (text: string, mask: Mask): string => {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const common = words.every(
    (word) => DOCUMENT_NOUNS.has(word) || LABEL_WORDS.has(word) || /^\d{1,2}$/.test(word),
  );
  return (common ? text : mask(text)).slice(0, LONGEST_LABEL);
};

interface Reading {
  label: string;
  says: string[];
  state: DocumentState | undefined;
  tone: RowPiece['tone'];
  fileType: string | null;
  fileShown: boolean;
  size: string | null;
  addedOn: string | null;
}

const ORDER: readonly DocumentState[] = ['refused', 'missing', 'pending', 'accepted', 'received'];
/** A refusal beside « document ajouté » is a refusal. */
const worse = (a: DocumentState | undefined, b: DocumentState): DocumentState =>
  a === undefined || ORDER.indexOf(b) < ORDER.indexOf(a) ? b : a;

function readPiece(reading: Reading, { text: written, role, tone }: RowPiece, mask: Mask): void {
  const sign = SIGNS[written.trim()];
  if (sign !== undefined || tone !== null) reading.tone ??= sign ?? tone;
  // A tone that is bad wins over one that is not.
  if (sign === 'bad' || tone === 'bad') reading.tone = 'bad';
  const text = collapseSpace(written.replace(MARKS, ''));
  if (text === '' || sign !== undefined) return;
  const folded = foldText(text);
  const file = IS_FILE.exec(text);
  if (file && !IS_GENERAL.test(folded)) {
    reading.fileShown = true;
    reading.fileType ??= (file[1] ?? '').toLowerCase() || null;
  }
  const rest = (file && !IS_GENERAL.test(folded) ? withoutFileName(text) : text).replace(/\s*:$/, '');
  // A hint speaks of files in general, but for what stands behind a file.
  if (!IS_GENERAL.test(folded) && (role !== 'hint' || reading.fileShown)) {
    reading.size ??= WRITTEN_SIZE.exec(text)?.[0] ?? null;
    reading.addedOn ??= addedDay(mask(text));
  }
  if (rest === '' || role === 'hint' || role === 'control' || IS_CONTROL.test(folded)) return;
  const state = stateOf(rest);
  const unnamed = reading.label === '';
  const names = unnamed && (role === 'heading' || (!reading.fileShown && namesDocument(folded)));
  const says = state !== undefined && !(names && (role === 'heading' || IS_AMBIGUOUS.test(folded)));
  if (says && (names || isSaying(rest, state, reading))) {
    reading.state = worse(reading.state, state);
    reading.says.push(rest);
    if (!names) return;
  }
  if (unnamed && !IS_GENERAL.test(folded) && !isOnlySize(folded)) reading.label = rest;
}

/** Of a text without what was typed: a day that somebody typed is no day of the portal's. */
const addedDay = (text: string): string | null => {
  const folded = foldText(text);
  const found = writtenDates(text).find(
    ({ start }) => !IS_OTHER_DAY.test(folded.slice(Math.max(0, start - 30), start)),
  );
  return found?.day ?? null;
};

/** « Passeport », in « Passeport refusé » too. */
const namesDocument = (folded: string): boolean =>
  (folded.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => DOCUMENT_NOUNS.has(word));

/** A sentence in the place of a label is one, unless it is short or an alarm. */
const isSaying = (text: string, state: DocumentState, { label, fileShown }: Reading): boolean =>
  label !== '' || fileShown || state === 'refused' || text.split(' ').length <= 4;

const isOnlySize = (folded: string): boolean =>
  folded.replace(IS_SIZE, '').replace(/[\s()·,-]|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/g, '').length < 3;

const IS_HEADING = new RegExp(DOCUMENTS_HEADING);
/** « En cours » beside a request is no document's. */
export const isOfDocuments = (heading: string): boolean => IS_HEADING.test(foldText(heading));

/** What one row of the page says of its document; undefined where it says of none. */
export function readDocument(row: DocumentRow, mask: Mask): DocumentItem | undefined {
  const reading: Reading = {
    label: '',
    says: [],
    state: undefined,
    tone: null,
    fileType: null,
    fileShown: false,
    size: null,
    addedOn: null,
  };
  for (const piece of row.pieces) readPiece(reading, piece, mask);
  const { tone, fileShown, fileType, size, addedOn } = reading;
  const label = reading.label || collapseSpace(row.heading.replace(MARKS, ''));
  const hasFile = fileShown || row.chosen;
  let { state } = reading;
  if (tone === 'bad') state = 'refused';
  else if (tone !== null && (hasFile || state !== undefined)) state ??= TONE_STATE[tone];
  // An empty chooser: nothing was given yet.
  if (state === undefined && row.chooser && !hasFile) state = 'missing';
  if (!row.chooser && !fileShown && (reading.state === undefined || !isOfDocuments(row.heading)))
    return undefined;
  const says = [...new Set(reading.says)].join(' ');
  return {
    label: labelOf(label, mask),
    state: state ?? 'unknown',
    says: says === '' ? null : mask(says).slice(0, LONGEST_SAYING),
    fileShown,
    fileType,
    size,
    addedOn,
  };
}

/** Documents of one list, at most: more are no request. */
export const MOST_DOCUMENTS = 100;

/** The list, without the empty choosers of documents that stand in it beside them. */
export function readDocuments(
  rows: readonly DocumentRow[],
  mask: Mask,
): { readonly items: readonly DocumentItem[]; readonly cut: boolean } {
  const items = rows.flatMap((row) => readDocument(row, mask) ?? []);
  const given = new Set(items.filter(({ state }) => state !== 'missing').map(({ label }) => label));
  const kept = items.filter(
    ({ state, says, label }) => state !== 'missing' || says !== null || !given.has(label),
  );
  return { items: kept.slice(0, MOST_DOCUMENTS), cut: kept.length > MOST_DOCUMENTS };
}
