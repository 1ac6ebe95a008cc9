import { inert } from '../privacy/inert.ts';

/** CSV for a French spreadsheet: UTF-8 with BOM, « ; », CRLF, quotes doubled (RFC 4180). */
export const CSV_BOM = '\ufeff';

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it: at the start of a cell, and after whatever an
 * other spreadsheet than a French one takes for the end of a cell.
 */
const FORMULA = /(^|[,;|\t\r\n])(?=[=+\-@＝＋－＠]|[\t\r\n])/g;

function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : inert(value).replace(FORMULA, "$1'");
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  CSV_BOM + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');

/** Cells of a row: far above those of any table of ours. */
const MOST_CELLS = 100;

/** The cells of such a text; undefined for what is none. A cell keeps the apostrophe that was put before a formula. */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  if (!text.startsWith(CSV_BOM)) return undefined;
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"([^"]*(?:""[^"]*)*)"|([^";\r\n]*))(;|\r\n|$)/y;
  cells.lastIndex = CSV_BOM.length;
  while (cells.lastIndex < text.length) {
    const found = cells.exec(text);
    if (!found || row.length === MOST_CELLS) return undefined;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    rows.push(row);
    row = [];
  }
  return row.length === 0 ? rows : undefined;
}
