/** How bytes that are carried are packed: by LZMA, which is closer, or by gzip, which every browser unpacks itself. */

import { Breath } from "./breath.js";
import { unpackLzma } from "./lzma.js";

/** Rejects where the bytes are not whole. The page can draw and listen meanwhile. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== GZIP) return inflateInTurn(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflateInTurn(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unpackLzma(bytes);
  const breath = new Breath();
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
    if (breath.isDue) await breath.take();
  }
}

/** What gzip begins with; LZMA's settings are less than 225, and with us 93. */
const GZIP = 0x1f;
