import type { BackupPart } from '../../app/backup/backup-ports.ts';
import { waitingText } from '../../core/backup/format.ts';
import { waitingPath } from '../../core/backup/paths.ts';
import type { TemoinDatabase } from '../store/database.ts';
import { type KeyRing, WAITING } from '../store/key-ring.ts';
import { wholePart } from './whole-part.ts';

interface Described {
  readonly waitingKeys: readonly number[];
  /** A dossier has been written since all was described, or is new. */
  readonly hasGrown: () => Promise<boolean>;
}

const encoder = new TextEncoder();

/** What waited when all was described. What has gone into a dossier since is said to be missing. */
export async function* waitingParts(
  database: TemoinDatabase,
  keys: KeyRing,
  { waitingKeys, hasGrown }: Described,
): AsyncGenerator<BackupPart> {
  let number = 0;
  for (const key of waitingKeys) {
    const row = await database.get('waiting', key).catch(() => null);
    // Thrown away by the person, unless it may be in a dossier, beyond what is carried of that.
    if (row === undefined && !(await hasGrown())) continue;
    number++;
    const item = waitingPath(number, 'item');
    try {
      if (!row) throw new Error('a row that does not read, or not any more');
      const { room, kind, at } = row;
      const facts = await keys.open(WAITING, row.facts, `${room} facts`);
      const picture = row.picture && (await keys.open(WAITING, row.picture, `${room} picture`));
      const told = waitingText({ room, kind, at, picture: picture !== null });
      yield wholePart(item, encoder.encode(told));
      yield wholePart(waitingPath(number, 'facts'), facts);
      if (picture) yield wholePart(waitingPath(number, 'picture'), picture);
    } catch {
      yield { path: item, damaged: true };
    }
  }
}
