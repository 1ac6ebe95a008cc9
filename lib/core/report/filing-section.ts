import type { DocumentsRecord } from '../bundle/documents-record.ts';
import type { FilingRecord } from '../bundle/filing-record.ts';
import { latestFiling } from '../bundle/filing-record.ts';
import { sideFilePath } from '../bundle/layout.ts';
import type { DocumentState } from '../detect/filing/document.ts';
import type { DossierSurvey } from '../dossier/survey.ts';
import { parisDate, parisDateTime } from '../time.ts';
import type { Block } from './document.ts';
import { count, typeset } from './french.ts';

/** As the page says it, reported and not judged. */
const STATE_WORDS: Readonly<Record<DocumentState, string>> = {
  accepted: 'accepté',
  received: 'reçu',
  pending: 'en attente',
  refused: 'refusé',
  missing: 'absent',
  unknown: 'non affiché',
};

const PAGE_WORDS: Readonly<Record<string, string>> = {
  recap: 'page de récapitulatif',
  documents: 'page des documents',
};

/** « page de récapitulatif »; a page that a later version names goes by its own word. */
export const pageWords = (page: string): string => PAGE_WORDS[page] ?? page;

const NOON = 'T12:00:00Z';
const dayWords = (day: string): string => parisDate(Date.parse(`${day}${NOON}`));

/** « 21 novembre 2026 à 13:14:14 ». */
const filedWords = ({ filedOn, filedTime }: FilingRecord): string =>
  `${dayWords(filedOn)}${filedTime === null ? '' : ` à ${filedTime}`}`;

/** What stands beside the section, and can be referred to. */
interface Shown {
  readonly files: boolean;
  /** Journal lines of the captures that follow. */
  readonly captures: ReadonlySet<number>;
}
type CaptureWords = (seq: number) => string | null;

/** The filing of the request as the portal confirmed it, then the lists of documents that were kept. */
export function* filingBlocks(
  { filings, documents }: Pick<DossierSurvey, 'filings' | 'documents'>,
  shown: Shown,
): Generator<Block> {
  if (filings.length === 0 && documents.length === 0) return;
  const text = 'Dépôt de la demande';
  yield { type: 'heading', level: 1, text, bookmark: text };
  const captureWords = (seq: number): string | null => (shown.captures.has(seq) ? `capture ${seq}` : null);
  if (filings.length > 0) yield* confirmations(filings, captureWords);
  else yield { type: 'paragraph', text: 'Aucune confirmation d’envoi n’a été relevée.' };
  for (const list of documents) yield* documentList(list, captureWords(list.captureSeq), shown);
  if (documents.length > 0) {
    yield {
      type: 'paragraph',
      tone: 'small',
      text: typeset(
        'Listes recopiées de la page au moment indiqué, à la demande de la personne. L’état est celui que la page affichait : « reçu » veut dire que le portail disait avoir pris le fichier, « accepté » qu’il le disait bon. Le nom des fichiers n’est pas conservé.',
      ),
    };
  }
}

function* confirmations(filings: readonly FilingRecord[], captureWords: CaptureWords): Generator<Block> {
  const latest = latestFiling(filings);
  const rows = filings.map((filing): readonly [string, string] => [
    filing === latest ? 'Demande envoyée le' : 'Autre envoi confirmé le',
    typeset(`${filedWords(filing)} (${sourceWords(filing, captureWords(filing.captureSeq))})`),
  ]);
  yield { type: 'facts', rows };
}

const sourceWords = ({ read, numberShown, seq }: FilingRecord, capture: string | null): string =>
  [
    read === 'page'
      ? 'jour écrit sur la page de confirmation du portail'
      : 'la page confirmait l’envoi sans en écrire le jour : c’est celui de l’horloge de l’appareil, à Paris',
    numberShown ? 'un numéro de demande y était affiché' : null,
    capture && `voir la ${capture}`,
    `ligne ${seq} du journal`,
  ]
    .filter((part) => part !== null)
    .join(' ; ');

function* documentList(list: DocumentsRecord, capture: string | null, shown: Shown): Generator<Block> {
  const { items, page, at, seq, cut } = list;
  yield {
    type: 'heading',
    level: 2,
    text: typeset(
      `Documents affichés le ${parisDateTime(Date.parse(at))} : ${count(items.length, 'document')}`,
    ),
  };
  yield {
    type: 'table',
    columns: [
      { title: 'Document', share: 0.34 },
      { title: 'État affiché', share: 0.14 },
      { title: 'Texte de la page', share: 0.3 },
      { title: 'Fichier', share: 0.22 },
    ],
    rows: items.map(({ label, state, says, fileShown, fileType, size, addedOn }) => [
      label === '' ? 'sans nom' : label,
      STATE_WORDS[state],
      says ?? '',
      [fileShown ? (fileType ?? 'oui') : null, size, addedOn === null ? null : `du ${dayWords(addedOn)}`]
        .filter((part) => part !== null)
        .join(', '),
    ]),
  };
  yield {
    type: 'paragraph',
    tone: 'small',
    text: typeset(
      [
        pageWords(page),
        capture,
        shown.files ? sideFilePath('documents', seq) : null,
        cut ? 'la page en montrait plus de cent, les premiers sont ici' : null,
      ]
        .filter((part) => part !== null)
        .join(' ; '),
    ),
  };
}
