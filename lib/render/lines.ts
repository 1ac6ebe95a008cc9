import { inert } from '../core/privacy/inert.ts';
import { breakLines } from './break-lines.ts';
import type { TextStyle } from './style.ts';
import { isRightToLeft, type PaintedLine, type TextPainter } from './text-painter.ts';
import { drawable, type Run, type Typesetter } from './typesetter.ts';

/** One line ready to be drawn: runs of the document's fonts, or a picture of text. */
export type Line =
  | { readonly kind: 'set'; readonly runs: readonly Run[]; readonly width: number; readonly height: number }
  | {
      readonly kind: 'painted';
      readonly painted: PaintedLine;
      readonly alignRight: boolean;
      readonly width: number;
      readonly height: number;
    };

export type LayOut = (text: string, style: TextStyle, width: number) => Promise<readonly Line[]>;

/** Lays out text of any script. What neither fonts nor painter can draw is spelt out as code points: never dropped. */
export function createLayOut(typesetter: Typesetter, painter: TextPainter | undefined): LayOut {
  const set = (paragraph: string, style: TextStyle, width: number): readonly Line[] => {
    const measure = (text: string) => typesetter.width(text, style);
    return breakLines(paragraph, width, measure).map((text) => {
      const runs = typesetter.runs(text, style);
      return {
        kind: 'set',
        runs,
        width: runs.reduce((sum, run) => sum + run.width, 0),
        height: style.leading,
      };
    });
  };

  const spellOut = (paragraph: string, style: TextStyle): string =>
    Array.from(paragraph, (char) => (typesetter.covers(char, style) ? char : codePointName(char))).join('');

  return async (text, style, width) => {
    const lines: Line[] = [];
    for (const paragraph of text.replace(/\r\n?/g, '\n').split('\n')) {
      const plain = drawable(paragraph);
      if (typesetter.covers(plain, style)) {
        lines.push(...set(plain, style, width));
        continue;
      }
      const painted = await paint(painter, inert(paragraph), style, width);
      if (!painted) {
        lines.push(...set(spellOut(plain, style), style, width));
        continue;
      }
      const alignRight = isRightToLeft(paragraph);
      for (const line of painted) {
        const height = Math.max(line.height, style.leading);
        lines.push({ kind: 'painted', painted: line, alignRight, width: line.width, height });
      }
    }
    return lines;
  };
}

/** A painter that fails (no canvas, no memory) must not cost the document. */
async function paint(
  painter: TextPainter | undefined,
  paragraph: string,
  style: TextStyle,
  width: number,
): Promise<readonly PaintedLine[] | undefined> {
  try {
    return await painter?.paint(paragraph, style, width);
  } catch {
    return undefined;
  }
}

const codePointName = (char: string): string =>
  `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

export const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.height, 0);
