import type { Block } from '../../core/report/document.ts';
import { giveBack } from '../give-back.ts';
import { heightOf, type Line } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { PictureConverter, PrintedPicture } from '../picture-converter.ts';
import { COLOURS, CONTENT_HEIGHT, CONTENT_WIDTH, PAGE, STYLES, type TextStyle } from '../style.ts';
import { drawNotice } from './boxes.ts';
import { flowLines } from './flow.ts';

type PictureBlock = Extract<Block, { type: 'picture' }>;

const BAND_PADDING = 7;
const GAP = 6;
const AFTER = 12;
/** Smaller than this share of its full size, a picture goes to the next page instead. */
const SMALLEST_SHARE = 0.72;

/**
 * The band first, then the picture: never one without the other on the page. `after`: height of what should stand on
 * the same page, for which the picture shrinks a little if it must.
 */
export async function drawPicture(
  pen: Pen,
  block: PictureBlock,
  convert: PictureConverter,
  after: number,
): Promise<void> {
  const band = await layOutBand(pen, block.caption);
  const picture = await load(block, convert);
  if (!picture) {
    pen.ensure(band.height + 60);
    await drawBand(pen, band);
    await drawNotice(pen, {
      type: 'notice',
      text: 'Cette image n’a pas pu être reproduite ici ; voir le fichier d’origine.',
    });
    return;
  }
  const full = sizeWithin(picture, CONTENT_HEIGHT - band.height - GAP);
  const wanted = band.height + GAP + full.height * SMALLEST_SHARE;
  pen.space(6);
  pen.ensure(Math.min(wanted, CONTENT_HEIGHT));
  await drawBand(pen, band);
  pen.y += GAP;
  const left = pen.room();
  const shared = left - after - AFTER;
  const { width, height } = sizeWithin(picture, shared >= full.height * SMALLEST_SHARE ? shared : left);
  const x = PAGE.left + (CONTENT_WIDTH - width) / 2;
  const { y } = pen;
  const figure = pen.tagged('Figure', { alt: block.alternative });
  figure.content(() => {
    pen.pdf.image(pen.pdf.openImage(picture.jpeg), x, y, { width, height });
    giveBack(picture.jpeg); // the library has taken a copy
  });
  figure.end();
  pen.decoration(() => {
    pen.pdf.lineWidth(0.6).strokeColor(COLOURS.rule).rect(x, y, width, height).stroke();
  });
  pen.y += height + AFTER;
}

/** Undefined when the file is no picture that this browser can read. */
async function load(block: PictureBlock, convert: PictureConverter): Promise<PrintedPicture | undefined> {
  try {
    return await convert(await block.load());
  } catch {
    return undefined;
  }
}

function sizeWithin({ width, height }: PrintedPicture, room: number): { width: number; height: number } {
  const scale = Math.min(CONTENT_WIDTH / width, room / height, 1);
  return { width: width * scale, height: height * scale };
}

interface Band {
  readonly lines: readonly (readonly [Line, TextStyle])[];
  readonly height: number;
}

async function layOutBand(pen: Pen, caption: readonly string[]): Promise<Band> {
  const width = CONTENT_WIDTH - 2 * BAND_PADDING;
  const lines: (readonly [Line, TextStyle])[] = [];
  for (const [at, text] of caption.entries()) {
    const style = at === 0 ? STYLES.bandTitle : STYLES.band;
    for (const line of await pen.layOut(text, style, width)) lines.push([line, style]);
  }
  return { lines, height: heightOf(lines.map(([line]) => line)) + 2 * BAND_PADDING };
}

async function drawBand(pen: Pen, { lines, height }: Band): Promise<void> {
  const { y } = pen;
  pen.decoration(() => {
    pen.pdf.rect(PAGE.left, y, CONTENT_WIDTH, height).fillColor(COLOURS.soft).fill();
    pen.pdf.rect(PAGE.left, y, 2.5, height).fillColor(COLOURS.accent).fill();
  });
  pen.y += BAND_PADDING;
  const element = pen.tagged('Caption');
  const width = CONTENT_WIDTH - 2 * BAND_PADDING;
  for (const [line, style] of lines)
    flowLines(pen, [line], style, { element, x: PAGE.left + BAND_PADDING, width });
  element.end();
  pen.y += BAND_PADDING;
}
