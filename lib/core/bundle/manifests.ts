import { REHEARSAL_WARNING } from '../dossier/rehearsal.ts';
import { parisDay } from '../time.ts';
import type { BundleFile } from './dossier-record.ts';

/** The BagIt 1.0 files (RFC 8493): UTF-8 without BOM, LF. */
export const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

type Hashed = Pick<BundleFile, 'path' | 'sha256'>;

/** `<hex>  <path>` a line, sorted by path: what `sha256sum -c` reads. */
export function manifestText(files: readonly Hashed[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** `bag-info.txt` for these payload files. */
export function bagInfoText(
  payload: readonly Pick<BundleFile, 'bytes'>[],
  bag: {
    readonly exportedAt: number;
    readonly dossierId: string;
    readonly version: string;
    readonly commit: string;
    readonly rehearsal?: boolean;
  },
): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const fields = [
    ['Bagging-Date', parisDay(bag.exportedAt)],
    ['External-Identifier', bag.dossierId],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', `anef-temoin ${bag.version} (${bag.commit})`],
    ...(bag.rehearsal ? [['External-Description', REHEARSAL_WARNING]] : []),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}

export interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Reads a manifest of format 1, whose lines have one form only: what `sha256sum`, BagIt programs and this one make of others
 * (line ends, stars, percent signs, `./`) differs. Lines that are none are returned apart, by their place from 1.
 */
export function parseManifest(text: string): {
  readonly entries: readonly ManifestEntry[];
  readonly badLines: readonly number[];
} {
  const entries: ManifestEntry[] = [];
  const badLines: number[] = [];
  text.split('\n').forEach((line, at) => {
    if (line === '') return;
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([^\s*\\%.][^\r\\%]*)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) badLines.push(at + 1);
    else entries.push({ sha256, path });
  });
  return { entries, badLines };
}
