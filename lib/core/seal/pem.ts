/** Textual encodings of RFC 7468: base64 in lines of 64, between two labels. */
export function pemText(label: string, der: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...der));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** What stands between these labels; undefined when there is not exactly one such text, alone. */
export function derOfPem(label: string, text: string): Uint8Array<ArrayBuffer> | undefined {
  const [, base64] =
    new RegExp(`^-----BEGIN ${label}-----\\r?\\n([A-Za-z0-9+/=\\r\\n]+)-----END ${label}-----\\s*$`).exec(
      text,
    ) ?? [];
  if (base64 === undefined) return undefined;
  try {
    return Uint8Array.from(atob(base64.replace(/[\r\n]/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return undefined; // not base64 after all
  }
}
