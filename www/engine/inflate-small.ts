/** Takes the place of `inflate.ts` in the light page: LZMA, a quarter smaller, which brings its own unpacker along. */

import { decompress } from "lzma1";

export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { buffer, byteOffset, byteLength } = decompress(bytes);
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}
