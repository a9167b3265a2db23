/** A DICOMDIR of what leaves: made by a worker from what each verified file said of itself, and read back there. */

import type { Sink } from "./clean.js";
import { codeOf, type Means } from "./look.js";
import { seal, type Verified } from "./verified.js";

/** Its name, and where it is: at the root (PS3.10 8.6). */
export const DICOMDIR = "DICOMDIR";

/** What became of the directory. The files stand either way. */
export type Directory = { readonly status: "verified"; readonly file: Verified } | { readonly status: "withheld"; readonly code: string };

/** A file that it refers to: its path in the output, and its facts, opaque, as the core gave them. */
export interface Listed {
  readonly name: string;
  readonly facts: Uint8Array | undefined;
}

/** Its ordinal as an output: those of files are from 1. */
const ORDINAL = 0;
/** No source has this key. */
const KEY = -1;

/** Has a directory of these files made. With a sink the worker writes it there. */
export async function direct(files: readonly Listed[], sink: Sink | undefined, run: Means["run"]): Promise<Directory> {
  const data = pack(files);
  if (!data) return { status: "withheld", code: "conformance" };
  const answer = await run({ op: "directory", key: KEY, data, ...(sink && { target: sink.target(ORDINAL) }) });
  if (answer.kind !== "directory") return { status: "withheld", code: codeOf(answer) };
  const { size, crc, bytes } = answer;
  const blob = bytes && new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/dicom" });
  return { status: "verified", file: seal({ ordinal: ORDINAL, name: DICOMDIR, size, crc, blob }) };
}

/** Paths and facts as the core takes them: chunks, each a length of four bytes, little endian, and its bytes. */
function pack(files: readonly Listed[]): Uint8Array | undefined {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  for (const { name, facts } of files) {
    if (!facts) return undefined;
    chunks.push(encoder.encode(name), facts);
  }
  const packed = new Uint8Array(chunks.reduce((sum, chunk) => sum + 4 + chunk.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const chunk of chunks) {
    view.setUint32(at, chunk.length, true);
    packed.set(chunk, at + 4);
    at += 4 + chunk.length;
  }
  return packed;
}
