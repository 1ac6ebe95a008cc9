import type { PrintableDocument } from '../core/report/document.ts';
import type { FontBytes } from './fonts.ts';
import { createLayOut, type LayOut, type Line } from './lines.ts';
import { createOutline, type Outline } from './outline.ts';
import { createPdf, type PdfDocument } from './pdf-library.ts';
import { COLOURS, CONTENT_WIDTH, PAGE, STYLES, type TextStyle } from './style.ts';
import { createTagging, type Tagged } from './tagging.ts';
import type { TextPainter } from './text-painter.ts';
import { createTypesetter, drawable } from './typesetter.ts';

/** Draws on the pages of one document, from top to bottom. `y` is where the next thing goes. */
export interface Pen {
  readonly pdf: PdfDocument;
  readonly layOut: LayOut;
  readonly outline: Outline;
  y: number;
  /** Height left on this page. */
  room(): number;
  /** Nothing has been drawn on this page yet. */
  isFresh(): boolean;
  newPage(): void;
  /** Starts a page unless `height` fits on this one. */
  ensure(height: number): void;
  /** Moves down, but leaves no gap at the top of a page. */
  space(height: number): void;
  /** A structure element of the tagged PDF, at the top level. */
  tagged(type: string, options?: { alt?: string }): Tagged;
  /** Draws one line at `y` without moving. */
  line(line: Line, style: TextStyle, x: number, y: number, width?: number): void;
  /** Draws something that a screen reader should pass over. */
  decoration(draw: () => void): void;
}

/** Starts a PDF and its first page. Same document and same fonts give the same bytes. */
export function createPen(
  document: PrintableDocument,
  fonts: FontBytes,
  painter: TextPainter | undefined,
): Pen {
  const pdf = createPdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: false,
    font: null,
    pdfVersion: '1.7',
    tagged: true,
    lang: document.lang,
    displayTitle: true,
    info: {
      // pdfkit copies these into XML metadata as they stand.
      Title: document.title.replace(/[&<>]/g, ' '),
      Subject: document.subject.replace(/[&<>]/g, ' '),
      Creator: 'ANEF Temoin',
      Producer: 'pdfkit',
      CreationDate: document.createdAt,
      ModDate: document.createdAt,
    },
  });
  const typesetter = createTypesetter(pdf, fonts);
  const tagging = createTagging(pdf);
  let pages = 0;

  const set = (line: Line & { kind: 'set' }, style: TextStyle, x: number, baseline: number): void => {
    let at = x;
    for (const run of line.runs) {
      pdf.font(run.font).fontSize(style.size).fillColor(style.colour);
      pdf.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += run.width;
    }
  };
  const painted = (
    { painted: { jpeg, text, width, height, baseline } }: Line & { kind: 'painted' },
    x: number,
    at: number,
  ): void => {
    pdf.markContent('Span', { actual: text });
    pdf.image(pdf.openImage(jpeg), x, at - baseline, { width, height });
    // Readers copy and search the actual text only where some character stands: spaces have no ink.
    pdf.font('regular').fontSize(height * 0.7);
    const spaces = ' '.repeat(Math.max(1, Math.floor(width / pdf.widthOfString(' '))));
    pdf.text(spaces, x, at, { lineBreak: false, baseline: 'alphabetic' });
    pdf.endMarkedContent();
  };

  const pen: Pen = {
    pdf,
    layOut: createLayOut(typesetter, painter),
    outline: createOutline(pdf),
    y: PAGE.top,
    room: () => PAGE.height - PAGE.bottom - pen.y,
    isFresh: () => pen.y <= PAGE.top,
    newPage() {
      pdf.addPage();
      pages++;
      pen.y = PAGE.top;
      pen.decoration(() => {
        drawFooter(pages);
        drawWarning();
      });
    },
    ensure(height) {
      if (height > pen.room() && !pen.isFresh()) pen.newPage();
    },
    space(height) {
      if (!pen.isFresh()) pen.y += height;
    },
    tagged: tagging.element,
    line(line, style, x, y, width = CONTENT_WIDTH) {
      // The baseline sits so that ascenders and descenders share the leading evenly.
      const baseline = y + (line.height + style.size * 0.72) / 2;
      if (line.kind === 'set') set(line, style, x, baseline);
      else
        painted(
          line,
          line.alignRight ? x + width - line.width : x,
          y + (line.height - line.painted.height) / 2 + line.painted.baseline,
        );
    },
    decoration(draw) {
      pdf.markContent('Artifact', { type: 'Layout' });
      draw();
      pdf.endMarkedContent();
    },
  };

  function drawFooter(page: number): void {
    const y = PAGE.height - PAGE.bottom + 30;
    pdf
      .lineWidth(0.5)
      .strokeColor(COLOURS.rule)
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.width - PAGE.right, y)
      .stroke();
    const style = STYLES.footer;
    const place = (text: string, x: (width: number) => number): void => {
      const runs = typesetter.runs(text, style);
      const width = runs.reduce((sum, run) => sum + run.width, 0);
      set({ kind: 'set', runs, width, height: style.leading }, style, x(width), y + 14);
    };
    place(document.footer, () => PAGE.left);
    place(`page ${page}`, (width) => PAGE.width - PAGE.right - width);
  }

  /** In the upper margin, framed: a page that is torn out says it too. */
  function drawWarning(): void {
    if (document.warning === undefined) return;
    const style = STYLES.warning;
    const runs = typesetter.runs(drawable(document.warning), style);
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    const left = (PAGE.width - width) / 2;
    const top = 22;
    pdf
      .lineWidth(1)
      .strokeColor(COLOURS.alert)
      .rect(left - 10, top, width + 20, style.leading + 8)
      .stroke();
    set({ kind: 'set', runs, width, height: style.leading }, style, left, top + style.leading + 0.5);
  }

  pen.newPage();
  return pen;
}
