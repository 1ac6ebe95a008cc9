/** A picture as it is printed: JPEG, size in pixels. */
export interface PrintedPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Makes the printed copy of an untouched PNG. Rejects when the bytes are no picture. */
export type PictureConverter = (png: Uint8Array) => Promise<PrintedPicture>;
