import type { Block } from '../../core/report/document.ts';
import { heightOf, type Line } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { COLOURS, CONTENT_HEIGHT, CONTENT_WIDTH, PAGE, STYLES, type TextStyle } from '../style.ts';
import type { Tagged } from '../tagging.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

const CELL_GAP = 10;
const ROW_PADDING = 4;

/** The header is drawn again at the top of each page; a row is never cut. */
export async function drawTable(pen: Pen, { columns, rows }: TableBlock): Promise<void> {
  const total = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  let left = PAGE.left;
  const places = columns.map(({ share }) => {
    const width = (share / total) * CONTENT_WIDTH;
    const place = { x: left, width: width - CELL_GAP };
    left += width;
    return place;
  });
  const layOutRow = (texts: readonly string[], style: TextStyle): Promise<(readonly Line[])[]> =>
    Promise.all(places.map(({ width }, at) => pen.layOut(texts[at] ?? '', style, width)));
  const table = pen.tagged('Table');

  const drawRow = (cells: readonly (readonly Line[])[], style: TextStyle, row: Tagged | undefined): void => {
    const top = pen.y + ROW_PADDING;
    cells.forEach((lines, at) => {
      const place = places[at];
      if (!place) return;
      const draw = (): void => {
        let y = top;
        for (const line of lines) {
          pen.line(line, style, place.x, y, place.width);
          y += line.height;
        }
      };
      const header = style === STYLES.tableHead;
      const cell = row?.child(header ? 'TH' : 'TD', header ? { scope: 'Column' } : {});
      if (cell) {
        cell.content(draw);
        cell.end();
      } else pen.decoration(draw);
    });
    row?.end();
    pen.y += rowHeight(cells);
    const { y } = pen;
    pen.decoration(() => {
      pen.pdf
        .lineWidth(style === STYLES.tableHead ? 0.9 : 0.4)
        .strokeColor(style === STYLES.tableHead ? COLOURS.accent : COLOURS.rule);
      pen.pdf
        .moveTo(PAGE.left, y)
        .lineTo(PAGE.width - PAGE.right, y)
        .stroke();
    });
  };

  const head = await layOutRow(
    columns.map(({ title }) => title),
    STYLES.tableHead,
  );
  pen.ensure(rowHeight(head) + 2 * STYLES.tableCell.leading);
  drawRow(head, STYLES.tableHead, table.child('TR'));
  for (const texts of rows) {
    const cells = clip(await layOutRow(texts, STYLES.tableCell));
    if (rowHeight(cells) > pen.room()) {
      pen.newPage();
      drawRow(head, STYLES.tableHead, undefined);
    }
    drawRow(cells, STYLES.tableCell, table.child('TR'));
  }
  table.end();
  pen.y += 10;
}

const rowHeight = (cells: readonly (readonly Line[])[]): number =>
  Math.max(0, ...cells.map(heightOf)) + 2 * ROW_PADDING;

/** A row is at most two thirds of a page; the details that follow a table say everything in full. */
function clip(cells: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const most = Math.floor((CONTENT_HEIGHT * 0.66) / STYLES.tableCell.leading);
  return cells.map((lines) => lines.slice(0, most));
}
