import { heightOf, type Line } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { CONTENT_WIDTH, PAGE, type TextStyle } from '../style.ts';
import type { Tagged } from '../tagging.ts';

/** Lines left alone at the foot or the head of a page look lost: this many stay together. */
const KEPT_TOGETHER = 2;

/** Draws lines from the pen's place down, over as many pages as needed. `beside` decorates each stretch of one page. */
export function flowLines(
  pen: Pen,
  lines: readonly Line[],
  style: TextStyle,
  place: {
    readonly element: Tagged;
    readonly x?: number;
    readonly width?: number;
    readonly beside?: (top: number, bottom: number) => void;
  },
): void {
  const x = place.x ?? PAGE.left;
  const width = place.width ?? CONTENT_WIDTH;
  let top = pen.y;
  lines.forEach((line, at) => {
    const left = lines.length - at;
    const needed =
      left === KEPT_TOGETHER || at === 0 ? heightOf(lines.slice(at, at + KEPT_TOGETHER)) : line.height;
    if (needed > pen.room() && !pen.isFresh()) {
      if (pen.y > top) place.beside?.(top, pen.y);
      pen.newPage();
      top = pen.y;
    }
    place.element.content(() => pen.line(line, style, x, pen.y, width));
    pen.y += line.height;
  });
  if (pen.y > top) place.beside?.(top, pen.y);
}
