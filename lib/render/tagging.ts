import type { PdfDocument, StructureElement } from './pdf-library.ts';

/** An element of the document's structure, for screen readers and reuse. */
export interface Tagged {
  /** What `draw` draws, on one page, belongs to this element. */
  content(draw: () => void): void;
  child(type: string, options?: { alt?: string; scope?: 'Column' }): Tagged;
  /** Nothing more will come: it is written out and its memory given back. */
  end(): void;
}

export function createTagging(pdf: PdfDocument) {
  const root = pdf.struct('Document');
  pdf.addStructure(root);

  const wrap = (type: string, element: StructureElement): Tagged => ({
    content(draw) {
      const content = pdf.markStructureContent(type);
      draw();
      pdf.endMarkedContent();
      element.add(content);
    },
    child(childType, options) {
      const child = pdf.struct(childType, options);
      element.add(child);
      return wrap(childType, child);
    },
    end: () => element.end(),
  });

  return {
    element(type: string, options?: { alt?: string }): Tagged {
      const element = pdf.struct(type, options);
      root.add(element);
      return wrap(type, element);
    },
  };
}
