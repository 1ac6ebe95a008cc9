import type { Block } from '../../core/report/document.ts';
import { heightOf, type Line } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { COLOURS, CONTENT_HEIGHT, CONTENT_WIDTH, PAGE, STYLES } from '../style.ts';
import { flowLines } from './flow.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

const PADDING = 9;

export async function drawNotice(pen: Pen, { text }: Of<'notice'>): Promise<void> {
  const width = CONTENT_WIDTH - 2 * PADDING;
  const lines = await pen.layOut(text, STYLES.notice, width);
  const height = heightOf(lines) + 2 * PADDING;
  const boxed = height <= CONTENT_HEIGHT;
  pen.space(4);
  if (boxed) {
    pen.ensure(height);
    const { y } = pen;
    pen.decoration(() => {
      pen.pdf.rect(PAGE.left, y, CONTENT_WIDTH, height).fillColor(COLOURS.soft).fill();
    });
    pen.y += PADDING;
  }
  const element = pen.tagged('P');
  flowLines(pen, lines, STYLES.notice, { element, x: PAGE.left + PADDING, width });
  element.end();
  pen.y += boxed ? PADDING + 8 : 8;
}

const LABEL_WIDTH = 128;
const GUTTER = 12;
const VALUE_LEFT = PAGE.left + LABEL_WIDTH + GUTTER;
const VALUE_WIDTH = CONTENT_WIDTH - LABEL_WIDTH - GUTTER;

const LEAD = 3;
const ROW_GAP = 2;

interface FactRow {
  readonly labels: readonly Line[];
  readonly values: readonly Line[];
  readonly height: number;
}

const layOutFacts = (pen: Pen, { rows }: Of<'facts'>): Promise<readonly FactRow[]> =>
  Promise.all(
    rows.map(async ([label, value]) => {
      const labels = await pen.layOut(label, STYLES.label, LABEL_WIDTH);
      const values = await pen.layOut(value, STYLES.value, VALUE_WIDTH);
      return { labels, values, height: Math.max(heightOf(labels), heightOf(values)) };
    }),
  );

/** What `drawFacts` would take on a page of its own. */
export async function factsHeight(pen: Pen, block: Of<'facts'>): Promise<number> {
  const rows = await layOutFacts(pen, block);
  return rows.reduce((sum, { height }) => sum + height + ROW_GAP, LEAD);
}

export async function drawFacts(pen: Pen, block: Of<'facts'>): Promise<void> {
  const list = pen.tagged('L');
  pen.space(LEAD);
  for (const { labels, values, height } of await layOutFacts(pen, block)) {
    if (height < CONTENT_HEIGHT / 2) pen.ensure(height);
    const entry = list.child('LI');
    const top = pen.y;
    const name = entry.child('Lbl');
    flowLines(pen, labels, STYLES.label, { element: name });
    name.end();
    const afterLabel = pen.y;
    // A label that began a new page takes its value along.
    pen.y = afterLabel > top ? top : PAGE.top;
    const body = entry.child('LBody');
    flowLines(pen, values, STYLES.value, { element: body, x: VALUE_LEFT, width: VALUE_WIDTH });
    body.end();
    entry.end();
    if (heightOf(labels) > heightOf(values)) pen.y = afterLabel;
    pen.y += ROW_GAP;
  }
  list.end();
  pen.y += 7;
}
