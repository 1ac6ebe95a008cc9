/** CSV for a French spreadsheet: UTF-8 with BOM, « ; », CRLF, quotes doubled (RFC 4180). */
export const CSV_BOM = '\ufeff';

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, "'");
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  CSV_BOM + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
