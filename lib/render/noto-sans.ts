import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?inline';
import bold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?inline';
import regularExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?inline';
import boldExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?inline';
import type { FontBytes } from './fonts.ts';

/** Noto Sans (SIL Open Font License 1.1), inlined: a worker under our policy may fetch nothing. */
export function notoSans(): FontBytes {
  return {
    regular: bytesOf(regular),
    regularExtended: bytesOf(regularExtended),
    bold: bytesOf(bold),
    boldExtended: bytesOf(boldExtended),
  };
}

/** Bytes of a `data:…;base64,…` URL. */
function bytesOf(url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0));
}
