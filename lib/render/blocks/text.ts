import type { Block } from '../../core/report/document.ts';
import { heightOf } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { COLOURS, CONTENT_WIDTH, PAGE, STYLES } from '../style.ts';
import { flowLines } from './flow.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

const HEADINGS = {
  1: { style: STYLES.heading1, before: 22, after: 14 },
  2: { style: STYLES.heading2, before: 16, after: 5 },
  3: { style: STYLES.heading3, before: 8, after: 1 },
} as const;
/** Room that must remain under a heading for what it announces. */
const ANNOUNCED = 72;

export async function drawHeading(pen: Pen, { level, text, bookmark }: Of<'heading'>): Promise<void> {
  const { style, before, after } = HEADINGS[level];
  const lines = await pen.layOut(text, style, CONTENT_WIDTH);
  pen.ensure(before + heightOf(lines) + after + ANNOUNCED);
  pen.space(before);
  if (bookmark !== undefined) pen.outline.add(bookmark, level, pen.y - 12);
  const element = pen.tagged(`H${level}`);
  flowLines(pen, lines, style, { element });
  element.end();
  if (level === 1) {
    const { y } = pen;
    pen.decoration(() => {
      pen.pdf.lineWidth(1).strokeColor(COLOURS.accent);
      pen.pdf
        .moveTo(PAGE.left, y + 5)
        .lineTo(PAGE.width - PAGE.right, y + 5)
        .stroke();
    });
  }
  pen.y += after;
}

export async function drawParagraph(pen: Pen, { text, tone = 'plain' }: Of<'paragraph'>): Promise<void> {
  const style = STYLES[tone];
  const element = pen.tagged('P');
  flowLines(pen, await pen.layOut(text, style, CONTENT_WIDTH), style, { element });
  element.end();
  pen.y += 6;
}

const BULLET_INDENT = 14;

export async function drawList(pen: Pen, { items }: Of<'list'>): Promise<void> {
  const style = STYLES.plain;
  const list = pen.tagged('L');
  for (const item of items) {
    const width = CONTENT_WIDTH - BULLET_INDENT;
    const lines = await pen.layOut(item, style, width);
    pen.ensure(heightOf(lines.slice(0, 2)));
    const entry = list.child('LI');
    const { y } = pen;
    pen.decoration(() => {
      pen.pdf
        .circle(PAGE.left + 4, y + style.leading / 2 + 0.5, 1.6)
        .fillColor(COLOURS.accent)
        .fill();
    });
    const body = entry.child('LBody');
    flowLines(pen, lines, style, { element: body, x: PAGE.left + BULLET_INDENT, width });
    body.end();
    entry.end();
    pen.y += 4;
  }
  list.end();
  pen.y += 3;
}

const QUOTE_INDENT = 16;

export async function drawQuotation(pen: Pen, { text, source }: Of<'quotation'>): Promise<void> {
  const width = CONTENT_WIDTH - QUOTE_INDENT;
  const x = PAGE.left + QUOTE_INDENT;
  const words = await pen.layOut(`«\u202f${text}\u202f»`, STYLES.quotation, width);
  const origin = await pen.layOut(source, STYLES.source, width);
  pen.ensure(heightOf(words.slice(0, 3)) + heightOf(origin));
  pen.space(4);
  const beside = (top: number, bottom: number): void =>
    pen.decoration(() => {
      pen.pdf
        .rect(PAGE.left + 2, top, 2.5, bottom - top)
        .fillColor(COLOURS.accent)
        .fill();
    });
  const element = pen.tagged('BlockQuote');
  flowLines(pen, words, STYLES.quotation, { element, x, width, beside });
  flowLines(pen, origin, STYLES.source, { element, x, width, beside });
  element.end();
  pen.y += 9;
}
