import Library from 'pdfkit';

/**
 * The part of pdfkit 0.20 that the renderer uses, typed by hand: its published types are of 0.17 and leave out what
 * tagging needs.
 */
export interface StructureContent {
  readonly refs: readonly unknown[];
}
export interface StructureElement {
  add(child: StructureElement | StructureContent): this;
  end(): void;
}
export interface OutlineItem {
  addItem(title: string, options: { top: number; left: number; expanded: boolean }): OutlineItem;
}
export interface OpenedImage {
  readonly width: number;
  readonly height: number;
}
export interface PdfOptions {
  readonly size: 'A4';
  readonly margin: number;
  readonly autoFirstPage: boolean;
  readonly bufferPages: boolean;
  /** Null: no built-in font, which the browser build would have to fetch. */
  readonly font: null;
  readonly pdfVersion: '1.7';
  readonly tagged: boolean;
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
}

export interface PdfDocument {
  readonly page: { readonly width: number; readonly height: number };
  readonly outline: OutlineItem;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: unknown) => void): this;
  addPage(): this;
  end(): void;

  registerFont(name: string, bytes: Uint8Array): this;
  font(name: string): this;
  /** The font in use. Not public, and the only way to know what it can draw without loading it twice. */
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  fontSize(size: number): this;
  fillColor(colour: string): this;
  strokeColor(colour: string): this;
  lineWidth(width: number): this;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): this;
  rect(x: number, y: number, width: number, height: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  circle(x: number, y: number, radius: number): this;
  fill(): this;
  stroke(): this;
  openImage(bytes: Uint8Array): OpenedImage;
  image(image: OpenedImage, x: number, y: number, size: { width: number; height: number }): this;

  struct(type: string, options?: { alt?: string; scope?: 'Column' }): StructureElement;
  addStructure(element: StructureElement): this;
  markStructureContent(type: string): StructureContent;
  markContent(type: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
  markContent(type: 'Span', options: { actual: string }): this;
  endMarkedContent(): this;
}

export const createPdf = (options: PdfOptions): PdfDocument =>
  new (Library as unknown as new (options: PdfOptions) => PdfDocument)(options);
