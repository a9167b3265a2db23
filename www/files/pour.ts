/** Bytes of verified files on their way out: counted, and compared with what was verified. */

import { crc32 } from "../engine/crc.js";
import type { Verified } from "../engine/index.js";

/** What a person, or a page, may do and see while files are saved. */
export interface Saving {
  /** Ends it. What was written whole stays, the rest is taken back. */
  readonly signal?: AbortSignal;
  /** Called as bytes are written, with their number since the call before. */
  readonly written?: (bytes: number) => void;
}

/** What was to be saved is not what was verified: a source was changed or taken away. Nothing of it was kept. */
export class SaveError extends Error {
  override readonly name = "SaveError";
  readonly code = "unreadable";

  constructor() {
    super("What was saved is not what was verified.");
  }
}

/**
 * Writes a file's bytes.
 *
 * @throws {SaveError} where they are not those that were verified, or can no longer be read
 * @throws {DOMException} "AbortError" where `signal` says so; what writing throws
 */
export async function pour(file: Verified, to: FileSystemWritableFileStream, { signal, written }: Saving = {}): Promise<void> {
  const reader = file.blob.stream().getReader();
  let size = 0;
  let crc = 0;
  try {
    for (let chunk = await read(reader); !chunk.done; chunk = await read(reader)) {
      signal?.throwIfAborted();
      size += chunk.value.length;
      if (size > file.size) throw new SaveError();
      crc = crc32(chunk.value, crc);
      await to.write(chunk.value as Uint8Array<ArrayBuffer>);
      written?.(chunk.value.length);
    }
  } catch (thrown) {
    reader.cancel().catch(() => undefined);
    throw thrown;
  }
  if (size !== file.size || crc !== file.crc) throw new SaveError();
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch {
    throw new SaveError();
  }
}
