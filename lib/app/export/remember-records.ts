import { RECORD_KINDS } from '../../core/bundle/layout.ts';
import type { DossierSource, FileKind, StoredFile } from '../ports.ts';

/** Bytes of records kept at most; what comes later is read again. */
const ROOM = 4 * 1024 * 1024;

const isRecord = (kind: FileKind): boolean => RECORD_KINDS.some((each) => each === kind);

/**
 * A source that reads each record once: an export needs them to see what there is, to draw it and to write it, and a
 * small file costs nearly as much to open as a large one.
 */
export function rememberRecords(source: DossierSource): DossierSource {
  const kept = new Map<string, StoredFile>();
  let held = 0;
  return {
    ...source,
    async file(seq, kind) {
      const name = `${seq} ${kind}`;
      const known = kept.get(name);
      if (known) return known;
      const file = await source.file(seq, kind);
      if (!file || !isRecord(kind) || held + file.bytes.length > ROOM) return file;
      held += file.bytes.length;
      const remembered = { ...file, release: () => undefined };
      kept.set(name, remembered);
      return remembered;
    },
  };
}
