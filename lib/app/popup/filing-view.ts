import { documentsRecord } from '../../core/bundle/documents-record.ts';
import { latestFiling } from '../../core/bundle/filing-record.ts';
import type { DocumentState } from '../../core/detect/filing/document.ts';
import type { FilingPage } from '../../core/detect/filing/page-signs.ts';
import { routeTemplate } from '../../core/detect/routes.ts';
import type { TabState } from '../witness/tab-state.ts';
import { parseJsonBytes } from '../witness/witnessed.ts';
import type { Camera, DossierHead, KnownFiling, PageLook, WitnessStore } from '../witness-ports.ts';

/** The filing of a request, as the popup shows it. */
export interface FilingView {
  /** The page in front is worth keeping before the request is sent. */
  readonly page: KeepablePage | null;
  /** The latest filing that the portal confirmed, of the bound dossier. */
  readonly filed: Pick<KnownFiling, 'on' | 'time' | 'read'> | null;
  /** The last list of documents kept in the bound dossier. */
  readonly documents: SeenDocuments | null;
}

export interface KeepablePage {
  readonly kind: FilingPage;
  /** Documents that it lists. */
  readonly documents: number;
  /** When it was last kept in this visit (ms). */
  readonly keptAt: number | null;
}

export interface SeenDocuments {
  readonly at: number;
  readonly items: readonly { readonly label: string; readonly state: DocumentState }[];
}

export const NO_FILING: FilingView = { page: null, filed: null, documents: null };

const NOTHING: PageLook = { page: null, documents: 0 };

/**
 * Whether the page in front is one to keep before sending. Looked at once for each opening of the popup and each place:
 * what is offered neither comes nor goes while she reads.
 */
export function createFilingLooks({ look }: Pick<Camera, 'look'>) {
  const looks = new Map<number, { readonly place: string; readonly seen: Promise<PageLook> }>();

  return {
    /** Never rejects. */
    at({ id, document, address }: TabState, afresh: boolean): Promise<PageLook> {
      const place = `${document} ${address ? routeTemplate(address) : ''}`;
      const known = looks.get(id);
      if (known?.place === place && !afresh) return known.seen;
      const seen = look(id).then(
        (found) => found ?? NOTHING,
        () => NOTHING, // a suggestion that cannot be made is no trouble
      );
      looks.set(id, { place, seen });
      return seen;
    },
  };
}
export type FilingLooks = ReturnType<typeof createFilingLooks>;

/** The filing that counts. */
export const latestKnown = (known: readonly KnownFiling[]): FilingView['filed'] => {
  const { filing } =
    latestFiling(known.map((filing) => ({ filing, filedOn: filing.on, seq: filing.seq }))) ?? {};
  return filing ? { on: filing.on, time: filing.time, read: filing.read } : null;
};

/** The last list of that dossier; null where there is none, or none that can be read. */
export async function lastDocuments(
  store: Pick<WitnessStore, 'recentFiles'>,
  head: DossierHead,
): Promise<SeenDocuments | null> {
  if (head.documents === null) return null;
  const [file] = await store.recentFiles(head.id, 'documents', head.documents, 1);
  const record = file && parseJsonBytes(file.bytes, documentsRecord);
  if (!record) return null;
  return {
    at: Date.parse(record.at),
    items: record.items.map(({ label, state }) => ({ label, state })),
  };
}
