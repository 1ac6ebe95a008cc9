import type { PictureConverter } from './picture-converter.ts';

/** Pixels across, at most: about 240 to the inch on the page, and files that a court's site takes. */
const MOST_WIDE = 1600;
const QUALITY = 0.9;

/** Needs `createImageBitmap` and `OffscreenCanvas`: pages and workers of both browsers. */
export const convertOnCanvas: PictureConverter = async (png) => {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }));
  try {
    const scale = Math.min(1, MOST_WIDE / bitmap.width);
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('no 2d canvas');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
  } finally {
    bitmap.close();
  }
};
