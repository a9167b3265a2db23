/** The dialogs in which a person picks a place, in browsers that have them. */

export interface Pickers {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

/** What a picker gave; nothing when it was closed. */
export async function picked<T>(pick: Promise<T>): Promise<T | undefined> {
  try {
    return await pick;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return undefined;
    throw thrown;
  }
}
