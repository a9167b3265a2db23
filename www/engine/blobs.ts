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
    load: (at, length) => {
      if (ready && at === 0 && ready.length === length) return ready;
      litter(length);
      return new Uint8Array(reader.readAsArrayBuffer(spanOf(blob, at, at + length)));
    },
    // WebKit lets no worker of a page from disk read that page's files: the page itself still can.
    onfault: (_, first) => (first ? { kind: "refused" } : { kind: "failed", code: "unreadable" }),
  });
}

/**
 * Asks for memory that it does not touch, so that the collector runs and frees the windows read before.
 *
 * Their bytes lie outside the script's heap, and a long read allocates next to nothing in it. In Chromium, for a file of 0.5 GB, this took the
 * memory in use from 200 to 100 MB. No browser has to heed it, and nothing but memory depends on it.
 */
function litter(length: number): void {
  if (length < LARGE) return;
  try {
    new ArrayBuffer(8 * length);
  } catch {
    // There is no more: the collector knows.
  }
}

/** Bytes of a read that is worth {@link litter}. */
const LARGE = 1024 * 1024;
