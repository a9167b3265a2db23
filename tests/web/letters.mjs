/** Pictures with writing in them, by a small font of five by seven dots. */

/** Each character's rows from the top, five bits each. */
const glyphs = {
  A: [14, 17, 17, 31, 17, 17, 17],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  J: [7, 2, 2, 2, 2, 18, 12],
  L: [16, 16, 16, 16, 16, 16, 31],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  0: [14, 17, 19, 21, 25, 17, 14],
  1: [4, 12, 4, 4, 4, 4, 14],
  2: [14, 17, 1, 2, 4, 8, 31],
  3: [31, 2, 4, 2, 1, 17, 14],
  4: [2, 6, 10, 18, 31, 2, 2],
  5: [31, 16, 30, 1, 1, 17, 14],
  7: [31, 1, 2, 4, 8, 8, 8],
  9: [14, 17, 17, 15, 1, 2, 12],
  "-": [0, 0, 0, 31, 0, 0, 0],
  " ": [0, 0, 0, 0, 0, 0, 0],
};

/** A picture of one shade. */
export function picture(width, height, samples = 1, shade = 0) {
  return { width, height, samples, data: new Uint8Array(width * height * samples).fill(shade) };
}

/** The same with grain of up to `most`, always the same. */
export function noise(page, most) {
  let state = 1;
  for (let at = 0; at < page.data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    page.data[at] = Math.min(255, page.data[at] + ((state >>> 16) % (most + 1)));
  }
  return page;
}

/**
 * Draws a line of writing, `size` pixels for each dot, from its upper left corner or, with `up`, from its lower left one upward.
 *
 * @returns the area that its dots lie in
 */
export function draw(page, text, { x, y, size, shade = 255, up = false }) {
  const [length, height] = [(text.length * 6 - 1) * size, 7 * size];
  const colours = [shade].flat();
  for (const [n, character] of [...text].entries())
    for (let v = 0; v < height; v++)
      for (let u = 0; u < 5 * size; u++) {
        const row = glyphs[character][Math.floor(v / size)];
        if (!((row >> (4 - Math.floor(u / size))) & 1)) continue;
        const along = n * 6 * size + u;
        const at = up ? (y + length - 1 - along) * page.width + x + v : (y + v) * page.width + x + along;
        for (let s = 0; s < page.samples; s++) page.data[at * page.samples + s] = colours[s % colours.length];
      }
  return up ? { x, y, width: height, height: length } : { x, y, width: length, height };
}
