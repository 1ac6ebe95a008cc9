import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createBundleExport } from '../../lib/app/export/export-bundle.ts';
import type { DeviceKey, DossierSource } from '../../lib/app/ports.ts';
import { createZipSink } from '../../lib/browser/store/zip-sink.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { buildDossier, OPENED_AT } from '../../tests/app/fixtures/dossier.ts';
import { clockAt, EXPORTED_AT, memoryScratch } from '../../tests/app/fixtures/export-to-file.ts';

const PICTURE = 1024 ** 2;

/** A dossier with so many captures of 1 MiB, which share their bytes: only one is in memory. */
export function largeDossier(captures: number): DossierSource {
  const dossier = buildDossier();
  const picture = randomFillSync(new Uint8Array(PICTURE));
  dossier.attempt(OPENED_AT + 1_000);
  for (let at = 1; at <= captures; at++) {
    if (at % 10 === 1) dossier.incident(OPENED_AT + at * 2_000);
    dossier.capture(OPENED_AT + at * 2_000 + 500, { picture });
  }
  return dossier.source();
}

/** Writes a bundle of it to `path`, by the product's own export, without a drawn exhibit. */
export async function writeBundle(source: DossierSource, key: DeviceKey, path: string): Promise<void> {
  const descriptor = openSync(path, 'w');
  try {
    await createBundleExport({
      source,
      sink: createZipSink((chunk) => void writeSync(descriptor, chunk), new Date(EXPORTED_AT)),
      scratch: memoryScratch(),
      draw: null,
      hashing,
      clock: clockAt(EXPORTED_AT),
      key,
      verifierPage: '<!doctype html><title>Vérifier</title>\n',
      software: { version: '0', commit: 'bench' },
    }).run({ onProgress: () => undefined, aborted: () => false });
  } finally {
    closeSync(descriptor);
  }
}
