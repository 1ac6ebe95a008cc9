import { holdExport } from './opfs.ts';

/** A finished temporary file that this page offers. It goes when the page goes. */
export interface OfferedFile {
  /** Hands the file to the browser's downloads under its proposed name. May be called again. */
  save(): Promise<void>;
  /** Forgets the temporary file; a download under way may fail. */
  discard(): Promise<void>;
}

/** To be called before the worker that wrote the file ends. */
export async function offerFile(opfsName: string, fileName: string): Promise<OfferedFile> {
  const held = await holdExport(opfsName);
  const urls: string[] = [];
  let removal: Promise<void> | undefined;
  const discard = (): Promise<void> => {
    removal ??= held.remove();
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
    return removal;
  };
  addEventListener('pagehide', () => {
    discard().catch(() => {
      // The next start of the extension removes what this page could not.
    });
  });
  return {
    async save() {
      const url = URL.createObjectURL(await held.open());
      urls.push(url);
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      document.body.append(link);
      link.click();
      link.remove();
    },
    discard,
  };
}
