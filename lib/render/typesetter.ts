import { inert } from '../core/privacy/inert.ts';
import { FONTS_OF, type FontBytes, type FontName, type Weight } from './fonts.ts';
import type { PdfDocument } from './pdf-library.ts';
import type { TextStyle } from './style.ts';

/** A stretch of text in one font. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
  readonly width: number;
}

/** Knows the document's fonts: what they can draw, and how wide it is. */
export interface Typesetter {
  /** Every character has a glyph. */
  covers(text: string, style: TextStyle): boolean;
  /** Only for text that is covered. */
  runs(text: string, style: TextStyle): readonly Run[];
  width(text: string, style: TextStyle): number;
}

const weightOf = (style: TextStyle): Weight => (style.bold ? 'bold' : 'regular');

/** What is drawn for characters that have no ink, or that the fonts have under another number. */
export function drawable(text: string): string {
  return inert(text)
    .normalize('NFC')
    .replace(/\u202f/g, '\u2009')
    .replace(/\u2011/g, '-')
    .replace(/[\t\v\f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]|\p{Cc}/gu, (char) => (char === '\n' ? char : ''));
}

export function createTypesetter(pdf: PdfDocument, fonts: FontBytes): Typesetter {
  const names = Object.keys(fonts) as FontName[];
  for (const name of names) pdf.registerFont(name, fonts[name]);

  const known = new Map<string, FontName | null>();
  const fontOf = (char: string, weight: Weight): FontName | null => {
    const key = `${weight} ${char}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const codePoint = char.codePointAt(0) ?? 0;
    const found =
      FONTS_OF[weight].find((name) => pdf.font(name)._font.font.hasGlyphForCodePoint(codePoint)) ?? null;
    known.set(key, found);
    return found;
  };

  const runs = (text: string, style: TextStyle): readonly Run[] => {
    const weight = weightOf(style);
    const stretches: { font: FontName; text: string }[] = [];
    for (const char of text) {
      const font = fontOf(char, weight) ?? FONTS_OF[weight][0];
      const last = stretches.at(-1);
      if (last?.font === font) last.text += char;
      else stretches.push({ font, text: char });
    }
    return stretches.map((stretch) => ({
      ...stretch,
      width: pdf.font(stretch.font).fontSize(style.size).widthOfString(stretch.text),
    }));
  };

  return {
    covers: (text, style) => [...text].every((char) => fontOf(char, weightOf(style)) !== null),
    runs,
    width: (text, style) => runs(text, style).reduce((sum, run) => sum + run.width, 0),
  };
}
