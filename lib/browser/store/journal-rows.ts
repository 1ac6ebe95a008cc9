import type { TemoinDatabase } from './database.ts';

/** Lines read at once: a line is about 250 bytes. */
const PAGE = 500;

/**
 * The journal of a dossier in its order, up to and with line `upTo`, a page of it in memory at a time. A line that is
 * gone is left out. Throws what the database says.
 */
export async function* journalRows(
  database: TemoinDatabase,
  dossier: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<{ readonly seq: number; readonly line: string }> {
  for (let from = 1; from <= upTo; ) {
    const range = IDBKeyRange.bound([dossier, from], [dossier, upTo]);
    const rows = await database.getAll('journal', range, PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    from = last.seq + 1;
  }
}
