/** What the command holds of containers in containers, and how a file streams. */

import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { Hold } from "../engine/inner.js";
import type { NodeFile } from "../engine/messages.js";

/** Memory that threads share, so that it is not copied for every job. */
export function holdShared(): Hold {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    add(bytes) {
      pieces.push(bytes);
      length += bytes.length;
    },
    end() {
      const all = new Uint8Array(new SharedArrayBuffer(length));
      pieces.reverse();
      // Each piece is let go once it was copied: memory is taken for both of it, and not for both of all.
      let at = 0;
      for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}

/** The bytes of a file, or of its part. */
export function streamOf({ file, size, start = 0 }: NodeFile): ReadableStream<Uint8Array> {
  const path = typeof file === "string" ? file : Buffer.from(file);
  return Readable.toWeb(createReadStream(path, { start, end: Math.max(start, start + size - 1) })) as ReadableStream<Uint8Array>;
}
