import type { Witnessed } from './browser/witnessed.ts';

/** What lies in the extension's database, as far as it can be read without its keys. */
export interface StoredState {
  readonly lines: readonly { readonly dossier: string; readonly seq: number; readonly line: string }[];
  readonly files: readonly {
    readonly dossier: string;
    readonly seq: number;
    readonly kind: string;
    readonly sha256: string;
  }[];
  readonly waiting: readonly { readonly room: string; readonly kind: string; readonly at: number }[];
}

/** Reads the database from the background, through the browser's own API. */
export const readStored = (witnessed: Witnessed): Promise<StoredState> =>
  witnessed.evaluateInBackground(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('anef-temoin');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    // One moment of all three: what is written meanwhile must not show in one and not in the other.
    const moment = database.transaction(['journal', 'files', 'waiting']);
    const all = (name: string) =>
      new Promise<Record<string, unknown>[]>((done, fail) => {
        const asked = moment.objectStore(name).getAll();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
    const bare = (rows: Record<string, unknown>[], ...fields: string[]) =>
      rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])));
    const [journal, files, waiting] = await Promise.all([all('journal'), all('files'), all('waiting')]);
    const state = {
      lines: bare(journal, 'dossier', 'seq', 'line'),
      files: bare(files, 'dossier', 'seq', 'kind', 'sha256'),
      waiting: bare(waiting, 'room', 'kind', 'at'),
    };
    database.close();
    return state as unknown as StoredState;
  });

export interface Line {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
}

export const parsedLines = (state: StoredState): (Line & { readonly dossier: string })[] =>
  state.lines.map(({ dossier, line }) => ({ ...(JSON.parse(line) as Line), dossier }));

interface BadgeApi {
  readonly tabs: { query(filter: object): Promise<{ id?: number }[]> };
  readonly action: {
    getBadgeText(tab: { tabId: number }): Promise<string>;
    getTitle(tab: { tabId: number }): Promise<string>;
  };
}

/** What the badge of the tab in front says. */
export const readBadge = (witnessed: Witnessed): Promise<{ text: string; title: string }> =>
  witnessed.evaluateInBackground(async () => {
    const scope = globalThis as unknown as { browser?: BadgeApi; chrome: BadgeApi };
    const { tabs, action } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const tabId = tab?.id ?? -1;
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  });
