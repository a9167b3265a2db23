/** What unpacks LZMA: of the package itself only the source has types, and not by this project's rules. */
export function decompress(bytes: Uint8Array): Int8Array | Uint8Array;
