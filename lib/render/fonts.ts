/** The four font files of a document, as bytes of WOFF. */
export interface FontBytes {
  readonly regular: Uint8Array;
  readonly regularExtended: Uint8Array;
  readonly bold: Uint8Array;
  readonly boldExtended: Uint8Array;
}

export type Weight = 'regular' | 'bold';
export type FontName = keyof FontBytes;

/** In order of preference: Latin, then Latin extended (Polish, Turkish, Romanian… names). */
export const FONTS_OF: Record<Weight, readonly [FontName, FontName]> = {
  regular: ['regular', 'regularExtended'],
  bold: ['bold', 'boldExtended'],
};
