import { breakLines } from './break-lines.ts';
import type { FontBytes } from './fonts.ts';
import type { TextStyle } from './style.ts';
import { isRightToLeft, type PaintedLine, type TextPainter } from './text-painter.ts';

/** Pixels for a point: 288 to the inch. */
const SCALE = 4;
const FAMILY = 'Temoin Noto Sans';
/** Scripts written without spaces are cut between words all the same. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Named outright: Chromium's own choice may be a font that has a word's first letter and not the others. */
const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thai',
].map((name) => ({ family: `"Noto Sans ${name}"`, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));

const familiesFor = (text: string): string =>
  [
    `"${FAMILY}"`,
    '"Noto Sans"',
    ...SCRIPTS.filter(({ pattern }) => pattern.test(text)).map(({ family }) => family),
    'sans-serif',
  ].join(', ');

interface FontScope {
  readonly fonts?: FontFaceSet;
}

/**
 * Paints with the document's own fonts first, then those of the system: a French word inside an Arabic sentence looks
 * like the rest of the page. The browser shapes and orders the words.
 */
export async function createCanvasPainter(fonts: FontBytes): Promise<TextPainter> {
  await addFaces(fonts);
  return {
    async paint(paragraph, style, width) {
      const measuring = contextFor(1, 1, style, paragraph);
      const measure = (text: string): number => measuring.measureText(text).width;
      const lines = UNSPACED.test(paragraph)
        ? breakUnspaced(paragraph, width, measure)
        : breakLines(paragraph, width, measure);
      const painted: PaintedLine[] = [];
      for (const line of lines) painted.push(await paintLine(line, paragraph, style, width));
      return painted;
    },
  };
}

async function addFaces(fonts: FontBytes): Promise<void> {
  const set = (globalThis as FontScope).fonts;
  if (!set) return;
  const faces = [
    [fonts.regular, '400', 'U+0000-00FF, U+0152-0153, U+2000-206F, U+20AC'],
    [fonts.bold, '700', 'U+0000-00FF, U+0152-0153, U+2000-206F, U+20AC'],
    [fonts.regularExtended, '400', 'U+0100-02AF, U+1E00-1E9F'],
    [fonts.boldExtended, '700', 'U+0100-02AF, U+1E00-1E9F'],
  ] as const;
  for (const [bytes, weight, unicodeRange] of faces) {
    const face = new FontFace(FAMILY, new Uint8Array(bytes), { weight, unicodeRange });
    try {
      set.add(await face.load());
    } catch {
      // The system's fonts do instead.
    }
  }
}

/** A canvas whose unit is the point. */
function contextFor(width: number, height: number, style: TextStyle, paragraph: string) {
  const canvas = new OffscreenCanvas(Math.ceil(width * SCALE), Math.ceil(height * SCALE));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2d canvas');
  context.scale(SCALE, SCALE);
  context.font = `${style.bold ? 700 : 400} ${style.size}px ${familiesFor(paragraph)}`;
  context.direction = isRightToLeft(paragraph) ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  return context;
}

async function paintLine(
  text: string,
  paragraph: string,
  style: TextStyle,
  most: number,
): Promise<PaintedLine> {
  const measured = contextFor(1, 1, style, paragraph).measureText(text);
  const ascent = Math.max(measured.actualBoundingBoxAscent, style.size) + 1;
  const descent = Math.max(measured.actualBoundingBoxDescent, style.size * 0.3) + 1;
  // Ink may stand out on both sides of the advance width.
  const margin = 1;
  const width = Math.min(Math.ceil(measured.width) + 2 * margin, most + 2 * margin);
  const height = Math.ceil(ascent + descent);
  const context = contextFor(width, height, style, paragraph);
  context.fillStyle = style.background;
  context.fillRect(0, 0, width, height);
  context.fillStyle = style.colour;
  context.fillText(text, margin, ascent);
  const blob = await context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return { text, jpeg, width, height, baseline: ascent };
}

function breakUnspaced(
  paragraph: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(paragraph)) {
    if (line !== '' && measure(line + segment) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += segment;
  }
  return [...lines, line.trim()].flatMap((text) =>
    measure(text) > width ? breakLines(text, width, measure) : [text],
  );
}
