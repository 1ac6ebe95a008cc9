import type { DrawDocument } from '../app/ports.ts';
import type { Block } from '../core/report/document.ts';
import { drawFacts, drawNotice, factsHeight } from './blocks/boxes.ts';
import { drawPicture } from './blocks/picture.ts';
import { drawTable } from './blocks/table.ts';
import { drawHeading, drawList, drawParagraph, drawQuotation } from './blocks/text.ts';
import type { FontBytes } from './fonts.ts';
import { giveBack } from './give-back.ts';
import { createPen, type Pen } from './pen.ts';
import type { PictureConverter } from './picture-converter.ts';
import type { TextPainter } from './text-painter.ts';

export interface PdfDeps {
  readonly fonts: FontBytes;
  readonly convertPicture: PictureConverter;
  /** For scripts that the fonts do not have. Without it such characters are spelt out as code points. */
  readonly painter: TextPainter | undefined;
}

/**
 * Draws a document as a tagged A4 PDF with bookmarks. Bytes leave as soon as a page is full, so memory holds one
 * picture whatever the length. Stops quietly, with an unfinished file, once `aborted` says so.
 */
export function createDrawPdf({ fonts, convertPicture, painter }: PdfDeps): DrawDocument {
  return async (document, onChunk, aborted) => {
    const pen = createPen(document, fonts, painter);
    const written = new Promise<void>((resolve, reject) => {
      const take = (chunk: Uint8Array): void => {
        onChunk(chunk);
        giveBack(chunk);
      };
      pen.pdf.on('data', take).on('error', reject).on('end', resolve);
    });
    let held: Block | undefined;
    for await (const block of document.blocks) {
      if (aborted()) return;
      if (held) await drawBlock(pen, held, block, convertPicture);
      held = block;
    }
    if (held) await drawBlock(pen, held, undefined, convertPicture);
    pen.pdf.end();
    await written;
  };
}

/** `next`: facts stay with the picture that they are about. */
async function drawBlock(
  pen: Pen,
  block: Block,
  next: Block | undefined,
  convertPicture: PictureConverter,
): Promise<void> {
  switch (block.type) {
    case 'heading':
      return drawHeading(pen, block);
    case 'paragraph':
      return drawParagraph(pen, block);
    case 'list':
      return drawList(pen, block);
    case 'facts':
      return drawFacts(pen, block);
    case 'table':
      return drawTable(pen, block);
    case 'quotation':
      return drawQuotation(pen, block);
    case 'picture':
      return drawPicture(
        pen,
        block,
        convertPicture,
        next?.type === 'facts' ? await factsHeight(pen, next) : 0,
      );
    case 'notice':
      return drawNotice(pen, block);
    case 'page-break':
      if (!pen.isFresh()) pen.newPage();
  }
}
