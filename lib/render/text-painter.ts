import type { TextStyle } from './style.ts';

/** A line of text as a picture. Lengths in points. */
export interface PaintedLine {
  readonly text: string;
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** From the top of the picture. */
  readonly baseline: number;
}

/** Paints what the document's own fonts do not have, with those of the system. */
export interface TextPainter {
  /** One paragraph, cut into lines no wider than `width` points. */
  paint(paragraph: string, style: TextStyle, width: number): Promise<readonly PaintedLine[]>;
}

/** First strong direction, by script: enough for a paragraph of one language with foreign words in it. */
export function isRightToLeft(text: string): boolean {
  const strong = /\p{Letter}/u.exec(text)?.[0];
  return (
    strong !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
  );
}
