import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CaseError, type DetectionCase, parseCase } from './case.ts';

const EXTENSION = /\.(?:html|json)$/;

/** Paths of cases, without extension. */
async function stemsOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    const names = await readdir(path, { recursive: true });
    return names
      .filter((name) => EXTENSION.test(name))
      .map((name) => join(path, name.replace(EXTENSION, '')));
  }
  const stem = path.replace(EXTENSION, '');
  if (found && stem === path) throw new CaseError(`${path} : ni page (.html), ni description (.json)`);
  if (!found && !existsSync(`${stem}.json`)) throw new CaseError(`${path} : ce fichier n’existe pas`);
  return [stem];
}

async function readCase(stem: string): Promise<DetectionCase> {
  const [html, json] = await Promise.all(
    [`${stem}.html`, `${stem}.json`].map((file) =>
      readFile(file, 'utf8').catch(() => {
        throw new CaseError(`${file} : ce fichier manque, un cas est une page et sa description`);
      }),
    ),
  );
  return parseCase(`${stem}.json`, basename(stem), json ?? '', html ?? '');
}

export interface ReadCases {
  readonly cases: readonly DetectionCase[];
  /** A sentence for each file that is no case. */
  readonly problems: readonly string[];
}

/** Cases of folders (searched to the bottom) and files, in the order of their paths. */
export async function readCases(paths: readonly string[]): Promise<ReadCases> {
  const problems: string[] = [];
  const noted = async <Value>(job: Promise<Value>): Promise<Value[]> => {
    try {
      return [await job];
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      problems.push(error.message);
      return [];
    }
  };
  const stems = new Set<string>();
  for (const path of paths) for (const stem of (await noted(stemsOf(path))).flat()) stems.add(stem);
  const cases: DetectionCase[] = [];
  for (const stem of [...stems].sort()) cases.push(...(await noted(readCase(stem))));
  if (stems.size === 0 && problems.length === 0) problems.push(`${paths.join(', ')} : aucun cas`);
  return { cases, problems };
}
