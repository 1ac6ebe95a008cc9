import * as z from 'zod/mini';
import { surveyDossier } from '../../../lib/app/export/survey-dossier.ts';
import { parseWitnessed } from '../../../lib/app/witness/witnessed.ts';
import { readImportParts } from '../../../lib/browser/backup/import-parts.ts';
import { listImports } from '../../../lib/browser/backup/imports.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { parseHead } from '../../../lib/browser/store/dossier-head.ts';
import { openDossierSource } from '../../../lib/browser/store/dossier-source.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing, type KeyRing, WAITING } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import type { CaptureRecord } from '../../../lib/core/bundle/capture-record.ts';
import { readCapture, readIncident } from '../../../lib/core/bundle/read-record.ts';
import { gapSentence } from '../../../lib/core/dossier/survey.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';

/** Runs inside the extension, over its real database: what a fault must never have damaged. */
export interface AuditedCapture {
  readonly seq: number;
  readonly statement: string | null;
  /** Journal line of the incident that it shows. */
  readonly incidentSeq: number | null;
  readonly at: number;
  readonly picture: boolean;
}
export interface AuditedIncident {
  readonly seq: number;
  readonly status: number | null;
  readonly occurrence: number;
  readonly at: number;
}
export interface Audit {
  /** A sentence for each thing that does not hold; empty when everything does. */
  readonly problems: readonly string[];
  readonly lines: number;
  readonly captures: readonly AuditedCapture[];
  readonly incidents: readonly AuditedIncident[];
  /** `capture`, or the status of the incident, of each thing that waits for its dossier. */
  readonly waiting: readonly string[];
  /** Names of the temporary files of exports. */
  readonly exports: readonly string[];
  /** SHA-256 of each kept bundle of somebody else. */
  readonly imports: readonly string[];
  /** Rows and files that belong to nothing that is shown: what goes after each start. */
  readonly leftovers: readonly string[];
}

/** What the row of a side file may be called, by the type of its line. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  incident: ['incident'],
  absence: ['absence'],
  capture: ['capture', 'picture', 'snapshot', 'thumbnail'],
  documents: ['documents'],
  filing: ['filing'],
};

async function auditPictures(
  source: Awaited<ReturnType<typeof openDossierSource>>,
  { seq, image, snapshot }: CaptureRecord,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [kind, declared] of [
    ['picture', image],
    ['snapshot', snapshot],
  ] as const) {
    const file = await source.file(seq, kind);
    if (!declared !== !file) problems.push(`line ${seq}: a ${kind} without its record, or the reverse`);
    if (declared && file && hashing.sha256(file.bytes) !== declared.sha256)
      problems.push(`line ${seq}: another ${kind} than its record says`);
  }
  return problems;
}

async function auditDossier(database: TemoinDatabase, keys: KeyRing, id: string) {
  const problems: string[] = [];
  const captures: AuditedCapture[] = [];
  const incidents: AuditedIncident[] = [];
  const row = await database.get('dossiers', id);
  const head = row && parseHead(row);
  const source = await openDossierSource(database, keys, id);
  const { rawLines, survey } = await surveyDossier({ source, hashing, onRecord: () => undefined });
  const chain = checkChain(rawLines, hashing.sha256);
  problems.push(...chain.problems.map(({ place, kind }) => `line ${place}: ${kind}`));
  problems.push(...survey.gaps.map(gapSentence));
  if (head?.hash !== chain.head.hash || head.seq !== chain.head.seq)
    problems.push('the head is not the last line');
  const announced = new Map(chain.lines.map(({ seq, type }) => [seq, type]));
  const stored = await database.getAllKeys('files', IDBKeyRange.bound([id], [id, []]));
  for (const [, seq, kind] of stored) {
    if (!KINDS[announced.get(seq) ?? '']?.includes(kind)) problems.push(`line ${seq}: a ${kind} of no line`);
  }
  for (const { seq, type } of chain.lines) {
    if (type === 'incident') {
      const file = await source.file(seq, 'incident');
      const record = file && readIncident(file.bytes);
      if (record)
        incidents.push({
          seq,
          status: record.httpStatus,
          occurrence: record.occurrence,
          at: Date.parse(record.at),
        });
    }
    if (type === 'capture') {
      const file = await source.file(seq, 'capture');
      const record = file && readCapture(file.bytes);
      if (!record) continue;
      problems.push(...(await auditPictures(source, record)));
      captures.push({
        seq,
        statement: record.statement,
        incidentSeq: record.trigger.incidentSeq ?? null,
        at: Date.parse(record.startedAt),
        picture: record.image !== undefined,
      });
    }
  }
  if (head && (head.captures !== captures.length || head.incidents !== incidents.length))
    problems.push('the head counts other things than there are');
  return { problems, captures, incidents, lines: rawLines.length };
}

async function auditWaiting(database: TemoinDatabase, keys: KeyRing) {
  const store = createWitnessStore(database, keys);
  const problems: string[] = [];
  const waiting: string[] = [];
  const items = await store.waiting();
  for (const { key, kind } of items) {
    const content = await store.waitingContent(key);
    const facts = content && parseWitnessed(content.facts);
    if (facts?.kind !== kind) problems.push(`waiting ${key}: unreadable`);
    waiting.push(facts?.kind === 'incident' ? String(facts.record.httpStatus) : kind);
  }
  if ((await database.count('waiting')) !== items.length) problems.push('a waiting thing in no room');
  return { problems, waiting };
}

async function exportFiles(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('exports', { create: true });
  return Array.fromAsync(folder.keys());
}

async function auditImports(database: TemoinDatabase, keys: KeyRing) {
  const problems: string[] = [];
  const imports = await listImports(database, keys);
  for (const { id, sha256, bytes } of imports) {
    const running = hashing.running();
    for await (const part of readImportParts(database, keys, id)) running.update(part);
    const found = running.digest();
    if (found.sha256 !== sha256 || found.bytes !== bytes) problems.push(`import ${id}: other bytes`);
  }
  if ((await database.count('imports')) !== imports.length) problems.push('an import does not open');
  return { problems, imports: imports.map(({ sha256 }) => sha256) };
}

async function leftRows(database: TemoinDatabase): Promise<string[]> {
  const dossiers = new Set(await database.getAllKeys('dossiers'));
  const imports = new Set(await database.getAllKeys('imports'));
  const owners = new Set([WAITING, ...dossiers, ...[...imports].map((id) => `import ${id}`)]);
  const lost = (keys: readonly [string, ...unknown[]][], shown: ReadonlySet<string>) =>
    keys.filter(([id]) => !shown.has(id)).length;
  const counts = {
    staging: await database.count('staging'),
    stagedRows: await database.count('stagedRows'),
    journal: lost(await database.getAllKeys('journal'), dossiers),
    files: lost(await database.getAllKeys('files'), dossiers),
    importParts: lost(await database.getAllKeys('importParts'), imports),
    keys: (await database.getAllKeys('keys')).filter((owner) => !owners.has(owner)).length,
  };
  return Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}`] : []));
}

/** The empty file with which room is tried stays. */
async function leftFiles(folder: FileSystemDirectoryHandle, path = ''): Promise<string[]> {
  const left: string[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (entry instanceof FileSystemDirectoryHandle) left.push(...(await leftFiles(entry, `${path}${name}/`)));
    else if (`${path}${name}` !== 'space' || (await (entry as FileSystemFileHandle).getFile()).size > 0)
      left.push(`${path}${name}`);
  }
  return left;
}

export async function auditStore(): Promise<Audit> {
  z.config({ jitless: true });
  const database = await openDatabase();
  try {
    const keys = createKeyRing(database);
    const ids = await database.getAllKeys('dossiers');
    const dossiers = [];
    for (const id of ids) dossiers.push(await auditDossier(database, keys, id));
    const rooms = await auditWaiting(database, keys);
    const kept = await auditImports(database, keys);
    const strays = (await database.getAllKeys('files')).filter(([dossier]) => !ids.includes(dossier));
    return {
      problems: [
        ...dossiers.flatMap(({ problems }) => problems),
        ...rooms.problems,
        ...kept.problems,
        ...strays.map((key) => `${key.join(' ')}: a file of no dossier`),
      ],
      lines: dossiers.reduce((sum, { lines }) => sum + lines, 0),
      captures: dossiers.flatMap(({ captures }) => captures),
      incidents: dossiers.flatMap(({ incidents }) => incidents),
      waiting: rooms.waiting,
      exports: await exportFiles(),
      imports: kept.imports,
      leftovers: [
        ...(await leftRows(database)),
        ...(await leftFiles(await navigator.storage.getDirectory())),
      ],
    };
  } finally {
    database.close();
  }
}
