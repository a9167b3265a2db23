/**
 * What people have, as files: chosen in a native input, or dropped, folders with all that is in them.
 *
 * Kind is decided by content later, so nothing is dropped here for its name. A file that cannot be opened is kept as one that cannot be read: it
 * does not stop the others.
 */

import type { InputItem } from "../engine/index.js";

/** Files of an `<input type="file">`, with their paths where a folder was chosen. */
export function collectInput(files: Iterable<File> | ArrayLike<File>): InputItem[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, data: file }));
}

/**
 * Everything in a drop. Must be called while the drop event is handled: its items are gone afterwards.
 *
 * @param told called with how many files there are so far
 */
export function collectDrop(transfer: DataTransfer, told: (files: number) => void = () => undefined): Promise<InputItem[]> {
  const drops = Array.from(transfer.items)
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile(), handle: handleOf(item) }));
  return collect(drops, told);
}

interface Drop {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
  /** Chromium only. There, entries of a page from disk cannot be opened, but handles can. */
  readonly handle: Promise<FileSystemHandle | null>;
}

async function collect(drops: readonly Drop[], told: (files: number) => void): Promise<InputItem[]> {
  const items: InputItem[] = [];
  for (const { entry, file, handle } of drops) {
    if (entry?.isDirectory) {
      const folder = await handle;
      if (folder?.kind === "directory") await walkHandle(folder as FileSystemDirectoryHandle, folder.name, items, told);
      else await walkEntry(entry as FileSystemDirectoryEntry, items, told);
    } else if (file) items.push({ path: file.name, data: file });
    else if (entry) items.push(await openEntry(entry as FileSystemFileEntry));
  }
  return items;
}

function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> {
  const asHandle = (item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }).getAsFileSystemHandle;
  return asHandle ? asHandle.call(item).catch(() => null) : Promise.resolve(null);
}

async function walkHandle(root: FileSystemDirectoryHandle, name: string, items: InputItem[], told: (files: number) => void): Promise<void> {
  const folders = [{ handle: root, path: name }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const files: { handle: FileSystemFileHandle; path: string }[] = [];
    try {
      for await (const child of folder.handle.values()) {
        const path = `${folder.path}/${child.name}`;
        if (child.kind === "directory") folders.push({ handle: child as FileSystemDirectoryHandle, path });
        else files.push({ handle: child as FileSystemFileHandle, path });
      }
    } catch {
      items.push(unreadable(folder.path));
    }
    await inGroups(files, ({ handle, path }) => opening(path, handle.getFile()), items, told);
  }
}

async function walkEntry(root: FileSystemDirectoryEntry, items: InputItem[], told: (files: number) => void): Promise<void> {
  const folders = [root];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const files: FileSystemFileEntry[] = [];
    try {
      for (const child of await children(folder)) {
        if (child.isDirectory) folders.push(child as FileSystemDirectoryEntry);
        else files.push(child as FileSystemFileEntry);
      }
    } catch {
      items.push(unreadable(pathOf(folder)));
    }
    await inGroups(files, openEntry, items, told);
  }
}

/** All entries of a folder: a reader gives a hundred at a time, and an empty batch at the end. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return all;
    for (const entry of batch) all.push(entry);
  }
}

function openEntry(entry: FileSystemFileEntry): Promise<InputItem> {
  return opening(pathOf(entry), new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
}

function opening(path: string, file: Promise<File>): Promise<InputItem> {
  return file.then(
    (data) => ({ path, data }),
    () => unreadable(path),
  );
}

/** Paths of entries begin with the root of what was dropped. */
function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\/+/, "");
}

function unreadable(path: string): InputItem {
  return { path, data: new Uint8Array(0), code: "unreadable" };
}

/** Some at a time: thousands of files opened at once exhaust the browser. */
async function inGroups<T>(
  all: readonly T[],
  open: (one: T) => Promise<InputItem>,
  items: InputItem[],
  told: (files: number) => void,
): Promise<void> {
  for (let at = 0; at < all.length; at += 64) {
    items.push(...(await Promise.all(all.slice(at, at + 64).map(open))));
    told(items.length);
  }
}
