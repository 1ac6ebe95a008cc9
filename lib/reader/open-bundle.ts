import { type OpenedBundle, UnreadableFile } from '../core/verify/check.ts';
import { LIMITS } from './limits.ts';
import type { Item, ReaderPorts } from './ports.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

/** What macOS and Windows leave in folders that are looked at, and in archives that are made again. */
const SYSTEM_FILE = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** The bundle among these things. `onHashed`: called with the bytes of each piece; may throw to stop everything. */
export function openBundle(
  items: readonly Item[],
  ports: ReaderPorts,
  onHashed: (bytes: number) => void = () => {},
): OpenedBundle {
  const ignored = items.filter(({ name }) => SYSTEM_FILE.test(name));
  const looked = items.filter(({ name }) => !SYSTEM_FILE.test(name));
  const topFolder = topFolderOf(looked);
  const { byPath, strangeNames } = filesBelow(topFolder, looked);
  const itemOf = (path: string): Item => {
    const item = byPath.get(path);
    if (!item) throw new UnreadableFile(path);
    return item;
  };
  const whole = keepingSmall();
  /** Several manifests and records name the same file: it is hashed once. */
  const hashes = new Map<string, Promise<string>>();
  const hash = async (item: Item): Promise<string> => {
    onHashed(0); // who no longer waits does not want the next file read
    if (item.size <= (ports.digest ? LIMITS.digestBytes : LIMITS.keptFileBytes)) {
      const bytes = await whole(item);
      onHashed(bytes.length);
      return ports.digest?.(bytes) ?? ports.sha256(bytes);
    }
    const running = ports.running();
    await item.read((chunk) => {
      onHashed(chunk.length);
      running.update(chunk);
    });
    return running.digest();
  };
  return {
    topFolder,
    paths: new Set(byPath.keys()),
    strangeNames,
    ignored: ignored.filter(({ kind }) => kind === 'file').map(({ name }) => name),
    sha256: ports.sha256,
    isSigned: ports.isSigned,
    ...(ports.timestamps && { timestamps: ports.timestamps }),
    size: (path) => itemOf(path).size,
    async read(path) {
      const item = itemOf(path);
      if (item.size > LIMITS.readBytes) throw new UnreadableFile(path);
      return whole(item);
    },
    async hash(path) {
      const found = hashes.get(path) ?? hash(itemOf(path));
      hashes.set(path, found);
      return found;
    },
  };
}

/** Reads items whole. What is small is kept, so that a record is read once, and checked as it was hashed. */
function keepingSmall(): (item: Item) => Promise<Uint8Array<ArrayBuffer>> {
  const kept = new Map<Item, Uint8Array<ArrayBuffer>>();
  let room: number = LIMITS.keptBytes;
  return async (item) => {
    const known = kept.get(item);
    if (known) return known;
    const bytes = await readWhole(item);
    if (bytes.length > Math.min(LIMITS.keptFileBytes, room)) return bytes;
    room -= bytes.length;
    // What comes from a source may be a part of much more, which would be kept with it.
    const own = bytes.slice();
    kept.set(item, own);
    return own;
  };
}

/** All of its bytes. What comes in one piece is not copied. */
async function readWhole(item: Item): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  let at = 0;
  await item.read((chunk) => {
    if (at + chunk.length > item.size) throw new UnreadableFile(item.name);
    if (at === 0 && chunk.length === item.size) bytes = chunk;
    else {
      bytes ??= new Uint8Array(item.size);
      bytes.set(chunk, at);
    }
    at += chunk.length;
  });
  return bytes ?? new Uint8Array();
}

function filesBelow(topFolder: string, items: readonly Item[]) {
  const byPath = new Map<string, Item>();
  const strangeNames: string[] = [];
  const taken = takenNames(items);
  for (const item of items) {
    const { name, kind } = item;
    const path = name.slice(topFolder.length + 1);
    const below = name.startsWith(`${topFolder}/`);
    const plain = below && isPlain(path) && !LEADS_ELSEWHERE.test(topFolder);
    // The folder itself may be in the archive, and may be called anything: people rename it.
    const isTop = kind === 'folder' && name === `${topFolder}/`;
    if ((!plain && !isTop) || kind === 'odd' || taken(item)) strangeNames.push(name);
    if (below && kind !== 'folder' && !byPath.has(path)) byPath.set(path, item);
  }
  return { byPath, strangeNames };
}

/** Whether a name leads to the place of another one: Windows and macOS take `A` for `a`; a file is no folder as well. */
function takenNames(items: readonly Item[]): (item: Item) => boolean {
  const fold = (name: string): string => name.toLowerCase().replace(/\/$/, '');
  const folders = new Set<string>();
  for (const { name } of items) {
    const parts = fold(name).split('/');
    for (let depth = Math.min(parts.length, MOST_DEPTH) - 1; depth > 0; depth--)
      folders.add(parts.slice(0, depth).join('/'));
  }
  const files = new Set<string>();
  return ({ name, kind }) => {
    if (kind === 'folder') return false;
    const folded = fold(name);
    if (files.has(folded) || folders.has(folded)) return true;
    files.add(folded);
    return false;
  };
}

/** Folders in folders: ours have three. */
const MOST_DEPTH = 16;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LEADS_ELSEWHERE = /^\.{1,2}$|[\\:\u0000-\u001f]/;

/**
 * Printable ASCII, no part that leads elsewhere (`a//b`, `./a` and `../a` mean other files to other programs), and nothing
 * that Windows gives another meaning: `a:b`, `con.txt`, a dot or a space at the end.
 */
const isPlain = (name: string): boolean =>
  /^[\x20-\x7e]+$/.test(name) &&
  !/[\\<>:"|?*%]/.test(name) &&
  !name
    .replace(/\/$/, '')
    .split('/')
    .some((part) => part === '' || /[. ]$/.test(part) || DEVICE.test(part));

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The folder that holds `bagit.txt`, or the only one there is. */
function topFolderOf(items: readonly Item[]): string {
  const files = items.filter(({ kind }) => kind !== 'folder');
  const topOf = (name: string): string => name.split('/', 1)[0] ?? '';
  const tops = new Set(files.map(({ name }) => topOf(name)));
  const declared = files.filter(({ name }) => /^[^/]+\/bagit\.txt$/.test(name));
  const [only] = declared.length === 1 ? declared.map(({ name }) => topOf(name)) : tops;
  const found = declared.length === 1 || tops.size === 1 ? only : undefined;
  if (found === undefined || !files.some(({ name }) => name.startsWith(`${found}/`))) {
    throw new UnreadableArchive('no-bundle');
  }
  return found;
}
