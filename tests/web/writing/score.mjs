/** How well areas cover what identifies somebody in pictures whose ink is known. */

/** The share of a word's ink that must lie in areas. */
export const ENOUGH = 0.99;

const CLASSES = ["script", "band", "angle", "kind", "colour", "contrast", "under", "font", "jpeg", "samples"];

/**
 * Adds up over pictures: give each with the areas found or blackened in it, then ask for the report.
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} Area
 * @typedef {import("./make.mjs").Picture} Picture
 */
export class Score {
  #words = 0;
  #covered = 0;
  #harmless = { words: 0, covered: 0 };
  #classes = new Map();
  #textless = { pictures: 0, withAreas: 0, pixels: 0, area: 0 };
  #beside = { pixels: 0, area: 0 };
  #missed = [];

  /**
   * A picture and the areas found in it.
   *
   * @param {Picture} picture
   * @param {readonly Area[]} areas may overlap, and reach beyond it
   */
  add(picture, areas) {
    this.addMask(picture, maskOf(picture, areas));
  }

  /**
   * A picture and what has become black of it.
   *
   * @param {Picture} picture
   * @param {Uint8Array} mask a byte a pixel, not 0 where it is covered
   */
  addMask(picture, mask) {
    const pixels = picture.width * picture.height;
    if (picture.words.length === 0) {
      const area = count(mask);
      this.#textless.pictures += 1;
      this.#textless.withAreas += Number(area > 0);
      this.#textless.pixels += pixels;
      this.#textless.area += area;
      return;
    }
    for (const word of picture.words) this.#word(picture, word, share(picture, word, mask) >= ENOUGH);
    this.#beside.pixels += pixels;
    this.#beside.area += besideWords(picture, mask);
  }

  #word(picture, word, covered) {
    if (word.meaning !== "identifying") {
      this.#harmless.words += 1;
      this.#harmless.covered += Number(covered);
      return;
    }
    this.#words += 1;
    this.#covered += Number(covered);
    if (!covered)
      this.#missed.push({ index: picture.index, text: word.text, box: word.box, script: word.script, size: word.size, angle: word.angle });
    for (const name of CLASSES) {
      const value = String(name in word ? word[name] : picture[name]);
      if (!this.#classes.has(name)) this.#classes.set(name, new Map());
      const values = this.#classes.get(name);
      const so = values.get(value) ?? { words: 0, covered: 0 };
      values.set(value, { words: so.words + 1, covered: so.covered + Number(covered) });
    }
  }

  /** All figures. `classes` has, by class and value, how many identifying words there were and were covered. */
  report() {
    const part = ({ area, pixels }) => (pixels === 0 ? 0 : area / pixels);
    return {
      words: this.#words,
      covered: this.#covered,
      recall: this.#words === 0 ? 1 : this.#covered / this.#words,
      harmless: { ...this.#harmless },
      textless: { pictures: this.#textless.pictures, withAreas: this.#textless.withAreas, share: part(this.#textless) },
      beside: part(this.#beside),
      classes: Object.fromEntries([...this.#classes].map(([name, values]) => [name, Object.fromEntries([...values].sort(byName))])),
      missed: [...this.#missed],
    };
  }

  /** The report as lines. */
  lines() {
    const { words, covered, recall, harmless, textless, beside, classes } = this.report();
    const percent = (part) => `${(100 * part).toFixed(2)} %`;
    const lines = [
      `identifying words covered: ${covered} of ${words} (${percent(recall)})`,
      `harmless words covered: ${harmless.covered} of ${harmless.words}`,
      `pictures without writing: ${textless.withAreas} of ${textless.pictures} have areas, ${percent(textless.share)} of their pixels`,
      `covered beside words: ${percent(beside)} of the pixels of pictures with writing`,
    ];
    for (const [name, values] of Object.entries(classes)) {
      const each = Object.entries(values).map(([value, so]) => `${value} ${so.covered}/${so.words} ${percent(so.covered / so.words)}`);
      lines.push(`  ${name}: ${each.join(", ")}`);
    }
    return lines;
  }
}

/** The share of a word's ink that a mask covers. */
export function share({ width }, { box, ink }, mask) {
  let [all, inside] = [0, 0];
  for (let at = 0; at < ink.length; at += 1) {
    if (ink[at] === 0) continue;
    all += 1;
    const [x, y] = [box.x + (at % box.width), box.y + Math.floor(at / box.width)];
    inside += Number(mask[y * width + x] !== 0);
  }
  return all === 0 ? 1 : inside / all;
}

/** Areas as a byte a pixel. */
export function maskOf({ width, height }, areas) {
  const mask = new Uint8Array(width * height);
  for (const area of areas) {
    const [left, right] = [Math.max(0, area.x), Math.min(width, area.x + area.width)];
    const bottom = Math.min(height, area.y + area.height);
    for (let y = Math.max(0, area.y); y < bottom && left < right; y += 1) mask.fill(1, y * width + left, y * width + right);
  }
  return mask;
}

/** What is black of a picture's samples as they came out: 1 where every sample is `black` or less. */
export function blackOf({ width, height, samples }, data, black = 0) {
  const mask = new Uint8Array(width * height);
  for (let pixel = 0; pixel < mask.length; pixel += 1) {
    let dark = 1;
    for (let n = 0; n < samples; n += 1) if (data[pixel * samples + n] > black) dark = 0;
    mask[pixel] = dark;
  }
  return mask;
}

/** Covered pixels that are no word's, nor as near to one as its letters are high. */
function besideWords(picture, mask) {
  const rest = mask.slice();
  for (const { box, size } of picture.words) {
    const near = { x: box.x - size, y: box.y - size, width: box.width + 2 * size, height: box.height + 2 * size };
    const [left, right] = [Math.max(0, near.x), Math.min(picture.width, near.x + near.width)];
    const bottom = Math.min(picture.height, near.y + near.height);
    for (let y = Math.max(0, near.y); y < bottom; y += 1) rest.fill(0, y * picture.width + left, y * picture.width + right);
  }
  return count(rest);
}

function count(mask) {
  let sum = 0;
  for (const value of mask) sum += Number(value !== 0);
  return sum;
}

function byName([one], [other]) {
  return one < other ? -1 : 1;
}
