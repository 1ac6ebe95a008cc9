import { all } from '../dom.ts';
import { LIMITS, type Sanitised } from './notes.ts';

/** The background does not wait for ever. */
const WAIT_MS = 1500;

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });

/** The pixels of a picture, no wider or higher than needed; undefined when the browser keeps them to itself. */
const redraw = async (image: HTMLImageElement): Promise<Blob | undefined> => {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight > LIMITS.imagePixels) return undefined;
  const scale = Math.min(1, LIMITS.imageSide / Math.max(naturalWidth, naturalHeight));
  try {
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(naturalWidth * scale)),
      Math.max(1, Math.round(naturalHeight * scale)),
    );
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    // It came from another origin by way of this one, or cannot be decoded: the snapshot shows an empty frame.
    return undefined;
  }
};

/**
 * Pictures of the page as `data:` addresses, by their address. They are drawn again, not asked for: in Firefox even a
 * request that only the cache may answer goes through the page's own worker, stands in its list of resources and is
 * reported to the server by a strict policy. What is of another origin or too large, or comes when time is over, is left out.
 */
export const collectImages = async (
  roots: readonly ParentNode[],
  note: (what: Sanitised) => void,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, HTMLImageElement>();
  for (const root of roots) {
    for (const image of all(root, 'img')) {
      // Not what bears the name only, in another namespace.
      if (!(image instanceof HTMLImageElement) || image.currentSrc === '') continue;
      if (image.complete && image.naturalWidth > 0) found.set(image.currentSrc, image);
      else note('images-missing');
    }
  }
  const images = new Map<string, string>();
  let room: number = LIMITS.allImageBytes;
  const wanted = [...found].filter(([url]) => url.startsWith(`${location.origin}/`)).slice(0, LIMITS.images);
  const until = performance.now() + WAIT_MS;
  for (const [url, image] of wanted) {
    if (performance.now() > until) break;
    const blob = await redraw(image);
    if (blob === undefined || blob.size > LIMITS.imageBytes || blob.size > room) continue;
    room -= blob.size;
    images.set(url, await toDataUrl(blob));
  }
  if (images.size < found.size) note('images-missing');
  return images;
};
