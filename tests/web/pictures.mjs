/** What a picture shows before and after: RGBA as the engine gives it. */

/** Every sample of a pixel that is black is at most this. */
const DARK = 16;

/** @typedef {{ width: number, height: number, pixels: Uint8Array }} Picture */

const isDark = ({ pixels }, at) => pixels[at * 4] <= DARK && pixels[at * 4 + 1] <= DARK && pixels[at * 4 + 2] <= DARK;

/** A byte a pixel: 1 where it is black now and was not. @param {Picture} before @param {Picture} after */
export function newlyBlack(before, after) {
  return Uint8Array.from({ length: after.width * after.height }, (_, at) => Number(isDark(after, at) && !isDark(before, at)));
}

/** Whether a box, as far as it lies in the picture, is black and shows nothing. @param {Picture} picture */
export function isBlank(picture, { x, y, width, height }) {
  const [low, high] = [
    [255, 255, 255],
    [0, 0, 0],
  ];
  for (let row = Math.max(0, y); row < Math.min(picture.height, y + height); row += 1) {
    for (let column = Math.max(0, x); column < Math.min(picture.width, x + width); column += 1) {
      const at = row * picture.width + column;
      if (!isDark(picture, at)) return false;
      for (const n of [0, 1, 2]) {
        low[n] = Math.min(low[n], picture.pixels[at * 4 + n]);
        high[n] = Math.max(high[n], picture.pixels[at * 4 + n]);
      }
    }
  }
  return high.every((value, n) => value - low[n] <= 2);
}

/**
 * How far a picture differs from what it was, beside what has become black and `rim` pixels around that: the most levels that one level
 * of before has become. A window that the engine chooses by a picture's values may stretch; 0 or 1 is the same picture.
 *
 * @param {Picture} before
 * @param {Picture} after
 */
export function changed(before, after, rim = 0) {
  const around = grown(newlyBlack(before, after), after.width, after.height, rim);
  const low = new Uint8Array(3 * 256).fill(255);
  const high = new Uint8Array(3 * 256);
  for (let at = 0; at < around.length; at += 1) {
    // What was dark may have become black, too.
    if (around[at] || isDark(after, at)) continue;
    for (let n = 0; n < 3; n += 1) {
      const level = n * 256 + before.pixels[at * 4 + n];
      const value = after.pixels[at * 4 + n];
      low[level] = Math.min(low[level], value);
      high[level] = Math.max(high[level], value);
    }
  }
  return high.reduce((most, value, level) => Math.max(most, value - low[level]), 0);
}

/** A mask and what is at most `rim` pixels away, in both directions. */
function grown(mask, width, height, rim) {
  if (rim === 0) return mask;
  const spread = (from, length, step, at) => {
    const to = new Uint8Array(length);
    let last = -rim - 1;
    for (let n = 0; n < length + rim; n += 1) {
      if (n < length && from[at + n * step]) last = n;
      if (n >= rim && n - rim - rim <= last) to[n - rim] = 1;
    }
    return to;
  };
  const wide = new Uint8Array(mask.length);
  for (let row = 0; row < height; row += 1) wide.set(spread(mask, width, 1, row * width), row * width);
  const out = new Uint8Array(mask.length);
  for (let column = 0; column < width; column += 1) {
    spread(wide, height, width, column).forEach((value, row) => {
      out[row * width + column] = value;
    });
  }
  return out;
}
