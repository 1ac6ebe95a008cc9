import type { OutlineItem, PdfDocument } from './pdf-library.ts';

/** Bookmarks: level 1 at the top, deeper ones under the last level 1. */
export interface Outline {
  /** `top`: distance from the top of the page, in points. */
  add(title: string, level: number, top: number): void;
}

export function createOutline(pdf: PdfDocument): Outline {
  let parent: OutlineItem | undefined;
  return {
    add(title, level, top) {
      // pdfkit counts `left` from the right edge.
      const options = { top: Math.max(0, top), left: pdf.page.width, expanded: true };
      const under = level === 1 ? pdf.outline : (parent ?? pdf.outline);
      const item = under.addItem(title, options);
      if (level === 1) parent = item;
    },
  };
}
