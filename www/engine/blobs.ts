/** What a browser's worker can open. */

import { stampOf } from "./batch.js";
import type { Data } from "./messages.js";
import { type Opened, openBytes, openPieces, spanOf, Windowed } from "./sources.js";

/** Opens what a browser's worker can open. */
export function openInBrowser(data: Data, whole: boolean, ready?: Uint8Array): Opened {
  if (data instanceof Uint8Array) return openBytes(data);
  if (data instanceof Blob) return openBlob(data, whole, ready);
  if ("spans" in data) return openPieces(data);
  throw { code: "unreadable" };
}

/** A Blob of the page, through FileReaderSync. `ready` are its first bytes, if they were read already. */
export function openBlob(blob: Blob, whole: boolean, ready?: Uint8Array): Opened {
  const reader = new FileReaderSync();
  return new Windowed({
    size: blob.size,
    stamp: stampOf(blob),
    whole,
    sums: whole,
    owns: true,
    load: (at, length) => {
      if (ready && at === 0 && ready.length === length) return ready;
      return new Uint8Array(reader.readAsArrayBuffer(spanOf(blob, at, at + length)));
    },
    // WebKit lets no worker of a page from disk read that page's files: the page itself still can.
    onfault: (_, first) => (first ? { kind: "refused" } : { kind: "failed", code: "unreadable" }),
  });
}
