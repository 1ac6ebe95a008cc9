import type { Block } from '../../core/report/document.ts';
import { heightOf } from '../lines.ts';
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

export async function drawFacts(pen: Pen, { rows }: Of<'facts'>): Promise<void> {
  const list = pen.tagged('L');
  const x = PAGE.left + LABEL_WIDTH + GUTTER;
  const width = CONTENT_WIDTH - LABEL_WIDTH - GUTTER;
  pen.space(3);
  for (const [label, value] of rows) {
    const labels = await pen.layOut(label, STYLES.label, LABEL_WIDTH);
    const values = await pen.layOut(value, STYLES.value, width);
    const height = Math.max(heightOf(labels), heightOf(values));
    if (height < CONTENT_HEIGHT / 2) pen.ensure(height + 3);
    const entry = list.child('LI');
    const top = pen.y;
    const name = entry.child('Lbl');
    flowLines(pen, labels, STYLES.label, { element: name });
    name.end();
    const afterLabel = pen.y;
    // A value of several pages goes on from where its label stands.
    if (afterLabel > top) pen.y = top;
    const body = entry.child('LBody');
    flowLines(pen, values, STYLES.value, { element: body, x, width });
    body.end();
    entry.end();
    if (pen.y < afterLabel && heightOf(labels) > heightOf(values)) pen.y = afterLabel;
    pen.y += 2;
  }
  list.end();
  pen.y += 7;
}
