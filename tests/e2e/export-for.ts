import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportDone, ExportJob, FromExportWorker } from '../../lib/browser/export/export-messages.ts';
import type { ProfileChoice } from '../../lib/core/profile/profile.ts';
import type { Surface } from './browser/surface.ts';

interface Policy {
  createScriptURL(url: string): string;
}

/** Has the worker make one export, as the export page does. */
const exportInPage = async (start: ExportJob): Promise<{ fileName: string; base64: string }> => {
  const scope = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): Policy };
    policyOfTest?: Policy | undefined;
  };
  scope.policyOfTest ??= scope.trustedTypes?.createPolicy('anef-temoin-worker', {
    createScriptURL: (url: string) => url,
  });
  const worker = new Worker(scope.policyOfTest?.createScriptURL('/export-worker.js') ?? '/export-worker.js');
  try {
    const { fileName, opfsName } = await new Promise<ExportDone>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
        if ('done' in data) resolve(data.done);
        else if ('failed' in data) reject(new Error(JSON.stringify(data.failed)));
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ start });
    });
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
    const file = await (await folder.getFileHandle(opfsName)).getFile();
    const base64 = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
      reader.readAsDataURL(file);
    });
    return { fileName, base64 };
  } finally {
    worker.terminate();
  }
};

/**
 * Exports a dossier for one reader and writes the file into a folder, under the name that the product gives it. `page`:
 * one of the extension's own without a worker, since a policy is made once in a page. Resolves to the file's path.
 */
export async function exportFor(
  page: Surface,
  about: Pick<ExportJob, 'dossierId' | 'software'>,
  choice: ProfileChoice,
  folder: string,
): Promise<string> {
  const job: ExportJob = { ...about, documents: true, choice };
  const { fileName, base64 } = await page.evaluate(exportInPage, job);
  const path = join(folder, fileName);
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}
