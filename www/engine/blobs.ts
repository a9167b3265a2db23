/** What a browser's worker can open. */

import { stampOf } from "./batch.js";
import type { Data } from "./messages.js";
import { type Opened, openBytes, openPieces, Windowed } from "./sources.js";

/** Opens what a browser's worker can open. */
export function openInBrowser(data: Data, whole: boolean): Opened {
  if (data instanceof Uint8Array) return openBytes(data);
  if (data instanceof Blob) return openBlob(data, whole);
  if ("spans" in data) return openPieces(data);
  throw { code: "unreadable" };
}

/** A Blob of the page, through FileReaderSync. */
export function openBlob(blob: Blob, whole: boolean): Opened {
  const reader = new FileReaderSync();
  return new Windowed({
    size: blob.size,
    stamp: stampOf(blob),
    whole,
    load: (at, length) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(at, at + length))),
    // WebKit lets no worker of a page from disk read that page's files: the page itself still can.
    onfault: (_, first) => (first ? { kind: "refused" } : { kind: "failed", code: "unreadable" }),
  });
}
