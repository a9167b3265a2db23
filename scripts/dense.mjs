/**
 * Bytes as text that may stand in a script, between double quotes and in HTML alike: thirteen bits in two characters, where base64 has
 * twelve. `unpack` in `www/engine/carried.ts` reads it.
 */

/** What is printed, but for what ends a string, starts an escape or opens a tag. */
const CHARACTERS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((one) => !'"<\\'.includes(one));

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function dense(bytes) {
  const text = [];
  let held = 0;
  let bits = 0;
  const take = (count) => {
    const word = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return word;
  };
  const pair = (word) => text.push(CHARACTERS[word % 91] + CHARACTERS[Math.floor(word / 91)]);
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= 13) pair(take(13));
  }
  // What is left in one character where that is enough: then nobody can take the filling for a byte.
  if (bits > 6) pair(take(13));
  else if (bits > 0) text.push(CHARACTERS[take(6)]);
  return text.join("");
}
