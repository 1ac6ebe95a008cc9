import type { PictureConverter } from './picture-converter.ts';

/** Pixels across, at most: about 240 to the inch on the page, and files that a court's site takes. */
const MOST_WIDE = 1600;
const QUALITY = 0.9;

/** A picture's pixels, to be closed once drawn. */
export interface Decoded {
  readonly pixels: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  close(): void;
}
export type Decode = (png: Uint8Array<ArrayBuffer>) => Promise<Decoded>;

/** Pages and workers of both browsers have it. Takes a Blob, which stays in memory until it is collected. */
export const decodeAsBitmap: Decode = async (png) => {
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  return { pixels: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
};

/** Gives everything back when closed in Firefox 153; Chromium 156 keeps the frames of a hundred pictures. */
export const decodeAsFrame: Decode = async (png) => {
  const decoder = new ImageDecoder({ data: png, type: 'image/png' });
  try {
    const { image } = await decoder.decode();
    const { displayWidth: width, displayHeight: height } = image;
    return { pixels: image, width, height, close: () => image.close() };
  } finally {
    decoder.close();
  }
};

/** Makes JPEG copies of pictures that come one at a time. Needs `OffscreenCanvas`: pages and workers of both browsers. */
export function createCanvasConverter(decode: Decode): PictureConverter {
  // One canvas for all pictures: each new one would keep its pixels until collected.
  const canvas = new OffscreenCanvas(1, 1);
  return async (png) => {
    const picture = await decode(png as Uint8Array<ArrayBuffer>);
    try {
      const scale = Math.min(1, MOST_WIDE / picture.width);
      const width = Math.max(1, Math.round(picture.width * scale));
      const height = Math.max(1, Math.round(picture.height * scale));
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) throw new Error('no 2d canvas');
      // Setting a size makes the pixels anew.
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture.pixels, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
      return { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
    } finally {
      picture.close();
    }
  };
}
