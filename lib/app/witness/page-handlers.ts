import type { Signal } from '../../core/detect/signals.ts';
import { REHEARSAL_ORIGIN, REHEARSAL_STORE } from '../../core/dossier/rehearsal.ts';
import { type Consent, isPrivateStore, NotAgreed } from '../access/private-windows.ts';
import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { RequestsUnderWay } from '../protocol.ts';
import type { Handlers } from '../router.ts';
import { countHoldings } from '../settings/diagnostics.ts';
import type { WitnessStore } from '../witness-ports.ts';
import { heardSince } from './handover.ts';
import { presenceOf, type TabBook } from './tab-book.ts';
import type { Witness } from './witness.ts';

interface Deps {
  readonly book: TabBook;
  readonly witness: Witness;
  readonly writer: DossierWriter;
  readonly store: WitnessStore;
  readonly settings: {
    language(): Promise<string | null>;
    /** On or off. */
    timestamps(): Promise<boolean>;
  };
  readonly privateConsent: { get(): Promise<Consent> };
  readonly software: { readonly version: string; readonly commit: string };
  /** A document of that session presents itself for the first time. */
  readonly pageLoaded: (store: string) => void;
  /** Never rejects. */
  readonly bringWatchers: (tabId: number) => Promise<void>;
  readonly underWay: (tabId: number) => RequestsUnderWay;
}

const atRehearsal = (signal: Signal): Signal =>
  signal.kind === 'document'
    ? { ...signal, address: { ...signal.address, origin: REHEARSAL_ORIGIN } }
    : signal;

/** What the page's script, the export page and the diagnostics page ask for. */
export function createPageHandlers({
  book,
  witness,
  writer,
  store,
  settings,
  privateConsent,
  software,
  pageLoaded,
  bringWatchers,
  underWay,
}: Deps): Pick<
  Handlers,
  'page.signals' | 'page.requests' | 'export.describe' | 'export.finished' | 'diagnostics.holdings'
> {
  return {
    async 'page.signals'({ document, signals }, sender) {
      if (sender.tabId === null) throw new Error('a page without a tab');
      if (isPrivateStore(sender.store)) {
        const consent = await privateConsent.get();
        if (consent === 'unasked') throw new NotAgreed(); // the page keeps it, and tells it again
        if (consent === 'refused') return { stored: 0 };
      }
      if (sender.store !== null && signals.some((one) => one.kind === 'document' && one.first))
        pageLoaded(sender.store);
      // Not awaited: the batch is acknowledged all the same. A page of the extension takes no script.
      if (sender.from === 'page' && signals.some((one) => one.kind === 'document' && one.first))
        void bringWatchers(sender.tabId);
      const tab = book.heard({ ...sender, tabId: sender.tabId }, presenceOf(document, signals));
      const heard = tab.store === REHEARSAL_STORE ? signals.map(atRehearsal) : heardSince(tab, signals);
      return { stored: await witness.hear(tab, heard) };
    },

    async 'page.requests'(_, { tabId }) {
      if (tabId === null) throw new Error('a page without a tab');
      return underWay(tabId);
    },

    async 'export.describe'({ dossierId }) {
      const dossiers = await store.dossiers();
      const dossier = dossiers.find(({ head }) => head.id === dossierId);
      if (!dossier) return null;
      const { head, label } = dossier;
      const { captures, incidents, rehearsal = false } = head;
      const language = await settings.language();
      const timestamps = !rehearsal && (await settings.timestamps());
      return { dossierId, label, rehearsal, captures, incidents, language, timestamps, ...software };
    },

    async 'export.finished'({ dossierId, manifest, upTo }) {
      const seq = await writer.write(dossierId, (draft) => draft.line({ type: 'export', manifest, upTo }));
      return { seq };
    },

    'diagnostics.holdings': () => countHoldings(store),
  };
}
