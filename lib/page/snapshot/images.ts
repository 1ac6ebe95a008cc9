import { all } from '../dom.ts';
import { LIMITS, type Sanitised } from './notes.ts';

/** Answered by the browser's cache or not at all: no request reaches the server. */
const FROM_CACHE: RequestInit = { cache: 'only-if-cached', mode: 'same-origin' };
/** Without SVG: it can hold scripts, links and text. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const WAIT_MS = 1500;

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });

const readCached = async (url: string, stop: AbortSignal): Promise<Blob | undefined> => {
  try {
    const response = await fetch(url, { ...FROM_CACHE, signal: stop });
    const blob = response.ok ? await response.blob() : undefined;
    return blob !== undefined && PICTURE.test(blob.type) ? blob : undefined;
  } catch {
    // Not in the cache any more: the snapshot shows an empty frame.
    return undefined;
  }
};

/**
 * Pictures of the page as `data:` addresses, by their address. What is not in the cache, of another origin, too large or
 * too slow is left out.
 */
export const collectImages = async (
  roots: readonly ParentNode[],
  note: (what: Sanitised) => void,
): Promise<ReadonlyMap<string, string>> => {
  const urls = new Set<string>();
  for (const root of roots) {
    for (const image of all(root, 'img')) {
      // Not what bears the name only, in another namespace.
      if (image instanceof HTMLImageElement && image.currentSrc !== '') urls.add(image.currentSrc);
    }
  }
  const stop = AbortSignal.timeout(WAIT_MS);
  const images = new Map<string, string>();
  let room: number = LIMITS.allImageBytes;
  const wanted = [...urls].filter((url) => url.startsWith(`${location.origin}/`)).slice(0, LIMITS.images);
  const blobs = await Promise.all(wanted.map((url) => readCached(url, stop)));
  for (const [index, url] of wanted.entries()) {
    const blob = blobs[index];
    if (blob === undefined || blob.size > LIMITS.imageBytes || blob.size > room) continue;
    room -= blob.size;
    images.set(url, await toDataUrl(blob));
  }
  if (images.size < urls.size) note('images-missing');
  return images;
};
