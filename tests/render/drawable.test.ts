import { describe, expect, it } from 'vitest';
import { createLayOut } from '../../lib/render/lines.ts';
import { STYLES } from '../../lib/render/style.ts';
import type { TextPainter } from '../../lib/render/text-painter.ts';
import { drawable, type Typesetter } from '../../lib/render/typesetter.ts';

const HOSTILE = 'a\u202eb\u2067c\u200fd\u0007e\u{e0041}f\ud83d';

describe('the words of a page in the PDF', () => {
  it('can neither turn ours around nor act', () => {
    expect(drawable(HOSTILE)).toBe('abcdef\ufffd');
  });

  it('nor when they are painted', async () => {
    const painted: string[] = [];
    const painter: TextPainter = {
      paint: async (paragraph) => {
        painted.push(paragraph);
        return [];
      },
    };
    const nothing: Typesetter = { covers: () => false, runs: () => [], width: () => 0 };
    await createLayOut(nothing, painter)(HOSTILE, STYLES.plain, 100);
    expect(painted).toEqual(['abcdef\ufffd']);
  });
});
