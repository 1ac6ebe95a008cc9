import { blobSource } from './blob-source.ts';
import { LIMITS } from './limits.ts';
import { type FolderFile, listFolder } from './list-folder.ts';
import { listZip } from './list-zip.ts';
import type { Item } from './ports.ts';
import { readAhead } from './read-ahead.ts';
import { UnreadableArchive } from './unreadable-archive.ts';

/** Something that a person gave, before anything of it is read. */
export interface Given {
  /** Of the file or of the folder, as her computer has it. */
  readonly name: string;
  /** The archive itself; absent for a folder. */
  readonly file?: File;
  /** Rejects with UnreadableArchive. */
  list(): Promise<readonly Item[]>;
}

export const givenArchive = (file: File): Given => ({
  name: file.name,
  file,
  list: () => listZip(readAhead(blobSource(file))),
});

/** The files of a folder that was chosen: each knows its path from that folder on. */
export const givenFolder = (files: readonly File[]): Given => ({
  name: files[0]?.webkitRelativePath.split('/')[0] ?? '',
  list: () => listFolder(files.map((file) => ({ name: file.webkitRelativePath, source: blobSource(file) }))),
});

/** Chromium's way to read a folder that was dropped; its other one does not work on a page of the disk. */
type WithHandle = DataTransferItem & {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
};

/** Must be called while the drop is being told: the browser empties `dropped` right after. Undefined: nothing of use. */
export function givenByDrop(dropped: DataTransfer): Given | undefined {
  const item: WithHandle | undefined = [...dropped.items].find(({ kind }) => kind === 'file');
  const entry = item?.webkitGetAsEntry();
  const file = item?.getAsFile();
  if (entry?.isDirectory !== true) return file ? givenArchive(file) : undefined;
  const { name } = entry;
  const handle = item?.getAsFileSystemHandle?.();
  return {
    name,
    async list() {
      const files: FolderFile[] = [];
      const found = await handle?.catch(() => null);
      if (found) await walkHandle(found as FileSystemDirectoryHandle, name, files);
      else await walkEntry(entry as FileSystemDirectoryEntry, name, files);
      return listFolder(files);
    },
  };
}

/** Folders in folders: ours have three. */
const MOST_DEPTH = 16;

function add(files: FolderFile[], name: string, file: File): void {
  if (files.length >= LIMITS.items) throw new UnreadableArchive('too-large');
  files.push({ name, source: blobSource(file) });
}

function below(path: string, name: string): string {
  if (path.split('/').length >= MOST_DEPTH) throw new UnreadableArchive('too-large');
  return `${path}/${name}`;
}

async function walkHandle(
  folder: FileSystemDirectoryHandle,
  path: string,
  files: FolderFile[],
): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    const inside = below(path, name);
    if (handle.kind === 'directory') await walkHandle(handle as FileSystemDirectoryHandle, inside, files);
    else add(files, inside, await (handle as FileSystemFileHandle).getFile());
  }
}

async function walkEntry(folder: FileSystemDirectoryEntry, path: string, files: FolderFile[]): Promise<void> {
  const reader = folder.createReader();
  const some = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  // A browser gives a hundred at a time, and none once there are no more.
  for (let entries = await some(); entries.length > 0; entries = await some()) {
    for (const entry of entries) {
      const inside = below(path, entry.name);
      if (entry.isDirectory) await walkEntry(entry as FileSystemDirectoryEntry, inside, files);
      else
        add(
          files,
          inside,
          await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
        );
    }
  }
}
