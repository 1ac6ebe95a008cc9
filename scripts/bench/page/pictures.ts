import { crc32 } from '../../../lib/core/bundle/crc32.ts';

export const WIDTH = 1280;
export const HEIGHT = 900;
/** Different pictures; a dossier takes them in turn. */
const KINDS = 6;
const EMPTY_CHUNK = 12;
/** `IEND` with its length and CRC. */
const END = 12;

/**
 * PNG pictures of exactly `bytes` bytes: a page of text over a faint grain, which PNG keeps and JPEG smooths, as with
 * photographs on a page.
 */
export async function drawPictures(bytes: number): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  for (let kind = 0; kind < KINDS; kind++) pictures.push(await drawPicture(bytes, kind));
  return pictures;
}

async function drawPicture(bytes: number, kind: number): Promise<Uint8Array<ArrayBuffer>> {
  // More grain takes more bytes: the most that fits is looked for, then the rest is filled up.
  let [fits, tooMuch] = [0, HEIGHT];
  let best = await draw(0, kind);
  while (tooMuch - fits > 8) {
    const rows = Math.floor((fits + tooMuch) / 2);
    const drawn = await draw(rows, kind);
    if (drawn.length + EMPTY_CHUNK <= bytes) [fits, best] = [rows, drawn];
    else tooMuch = rows;
  }
  return filledUp(best, bytes);
}

async function draw(grainRows: number, kind: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#f4f6fa';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  if (grainRows > 0) {
    const image = context.getImageData(0, 0, WIDTH, grainRows);
    let state = 2654435761 * (kind + 1);
    for (let at = 0; at < image.data.length; at++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      if (at % 4 !== 3) image.data[at] = (image.data[at] ?? 0) - (state >>> 28);
    }
    context.putImageData(image, 0, 0);
  }
  context.fillStyle = '#161616';
  context.font = '16px sans-serif';
  for (let line = 0; line < 34; line++)
    context.fillText(
      `Réplique ${kind}, ligne ${line} : ${'demande de titre, étape, pièce ; '.repeat(3)}`,
      40,
      40 + line * 25,
    );
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

/** A private chunk before the end, which readers pass over, brings the file to its size. */
function filledUp(png: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  const filling = bytes - png.length - EMPTY_CHUNK;
  if (filling < 0) throw new Error(`a picture takes ${png.length} bytes at least`);
  const chunk = new Uint8Array(filling + EMPTY_CHUNK);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, filling);
  chunk.set(new TextEncoder().encode('fiLl'), 4);
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)));
  const whole = new Uint8Array(bytes);
  whole.set(png.subarray(0, png.length - END));
  whole.set(chunk, png.length - END);
  whole.set(png.subarray(png.length - END), bytes - END);
  return whole;
}
