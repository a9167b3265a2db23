/** What each picture of the set is to show: its size and ground, and lines of words; the same for the same number each time. */

import { facesOf } from "./faces.mjs";
import { Seeded } from "./seeded.mjs";
import { CAPTIONS, DENSE, date, LABELS, number, RIGHT_TO_LEFT, SCRIPTS, time } from "./texts.mjs";

/** Pictures with writing. */
export const WRITTEN = 440;
/** Pictures without. */
export const TEXTLESS = 120;

/** From this number on, pictures are for fitting (scripts/generate/trees.mjs) and never for tests: three of four have writing. */
export const FITTING = 1000;

/** From this number on, nothing is fitted to pictures, or set by them: three of four have writing. */
export const HELD_OUT = 5000;

/** Kinds of picture: which labels they have, whether in colour, and how large they are. */
export const KINDS = {
  fan: {
    labels: "fan",
    colour: 0.5,
    sizes: [
      [640, 480],
      [1024, 768],
      [512, 512],
    ],
  },
  linear: {
    labels: "fan",
    colour: 0.5,
    sizes: [
      [640, 480],
      [1024, 768],
    ],
  },
  doppler: {
    labels: "fan",
    colour: 1,
    sizes: [
      [640, 480],
      [1024, 768],
    ],
  },
  vessels: {
    labels: "xray",
    colour: 0,
    sizes: [
      [512, 512],
      [1024, 1024],
    ],
  },
  chest: {
    labels: "xray",
    colour: 0,
    sizes: [
      [1024, 768],
      [2000, 1600],
      [1024, 1024],
    ],
  },
  limb: {
    labels: "xray",
    colour: 0,
    sizes: [
      [512, 512],
      [1024, 768],
      [1600, 2000],
    ],
  },
  panel: {
    labels: "panel",
    colour: 1,
    sizes: [
      [640, 480],
      [1024, 768],
    ],
  },
  slice: { labels: "slice", colour: 0.1, sizes: [[512, 512]] },
  scope: {
    labels: "fan",
    colour: 1,
    sizes: [
      [640, 480],
      [1024, 768],
    ],
  },
};

/** Bands of text sizes, in pixels. */
export const BANDS = [
  [8, 10],
  [11, 14],
  [15, 20],
  [21, 32],
  [33, 48],
];
export const bandOf = (size) => BANDS.map((band) => band.join("-")).find((_, n) => size <= BANDS[n][1]);

/** Angles in degrees, clockwise; `slant` is chosen between 4 and 12, either way. */
export const ANGLES = ["0", "90", "270", "slant"];

const COLOURS = [
  [255, 255, 0],
  [0, 255, 0],
  [120, 220, 255],
  [255, 190, 60],
  [255, 120, 120],
  [200, 255, 200],
];

/**
 * The plan of one picture.
 *
 * @param {number} index below `WRITTEN + TEXTLESS`, of which the last `TEXTLESS` have no writing; or from `FITTING` or `HELD_OUT` on
 */
export function plan(index) {
  const seeded = new Seeded(index);
  const kinds = Object.keys(KINDS);
  const kind = kinds[index % kinds.length];
  const { colour, sizes, labels } = KINDS[kind];
  const [width, height] = sizes[Math.floor(index / kinds.length) % sizes.length];
  const written = index < WRITTEN || (index >= FITTING && index % 4 < 3);
  const base = { index, seed: index * 7919 + 17, kind, width, height, samples: seeded.chance(colour) ? 3 : 1, jpeg: seeded.chance(0.35) };
  return written
    ? { ...base, ...writing(seeded, base, LABELS[labels]) }
    : { ...base, lines: [], identifiers: [], header: someone(seeded, "latin").header };
}

function writing(seeded, { index, width, height, samples }, labels) {
  const scripts = Object.keys(SCRIPTS);
  const script = scripts[index % scripts.length];
  const [from, to] = BANDS[Math.floor(index / scripts.length) % BANDS.length];
  const most = Math.max(9, Math.floor(Math.min(width, height) / 14));
  const size = (least) => Math.max(least, Math.min(most, seeded.int(from, to)));
  const angle = seeded.chance(0.6) ? "0" : seeded.pick(ANGLES.slice(1));
  const person = someone(seeded, script);
  const style = () => ({
    colour: samples === 3 && seeded.chance(0.5) ? seeded.pick(COLOURS) : seeded.pick(["white", "grey", "grey", "faint"]),
    hard: seeded.chance(0.25),
    outline: seeded.chance(0.15),
    zone: seeded.pick(["top-left", "top-left", "top-right", "bottom-left", "bottom-right", "top", "free"]),
  });
  const look = style();
  const place = (other) => sharp({ ...look, ...(seeded.chance(0.3) ? style() : {}), ...other, angle: degrees(seeded, angle) });
  const own = { script, face: faceOf(seeded, script), size: size(DENSE.has(script) ? 12 : 8) };
  const plain = { script: "latin", face: faceOf(seeded, "latin"), size: size(8) };
  const lines = [place({ ...own, words: captioned(seeded, "name", person.name) })];
  for (const kind of ["id", "birth", "study"]) {
    if (seeded.chance(0.7)) lines.push(place({ ...plain, words: captioned(seeded, kind, person[kind]) }));
  }
  if (seeded.chance(0.4)) lines.push(place({ ...own, words: words(person.place, "identifying") }));
  if (seeded.chance(0.65)) {
    const harmless = { script: "latin", face: faceOf(seeded, "latin"), size: size(8), angle: 0 };
    for (let n = seeded.int(1, 4); n > 0; n -= 1) lines.push({ ...style(), ...harmless, words: words(seeded.pick(labels), "harmless") });
  }
  return { lines, identifiers: [person.name, person.id, person.birth, person.study, person.place], header: person.header };
}

/** Letters without soft edges need more pixels to be read. */
function sharp(line) {
  return { ...line, hard: line.hard && line.size >= 12 };
}

function someone(seeded, script) {
  const { family, given, place, joined } = SCRIPTS[script];
  const [last, first] = [seeded.pick(family), seeded.pick(given)];
  const ways = [`${last} ${first}`, `${last}, ${first}`, `${first} ${last}`, script === "latin" ? `${last}^${first}` : `${last} ${first}`];
  const name = joined ? `${last}${first}` : seeded.pick(ways);
  const [birth, day] = [date(seeded, 1925, 2020), date(seeded, 2001, 2026)];
  const study = `${day.text}${seeded.chance(0.5) ? ` ${time(seeded)}` : ""}`;
  const person = { name, id: number(seeded), birth: birth.text, study, place: seeded.pick(place) };
  return { ...person, header: { name: `${last}^${first}`, id: person.id, birth: birth.plain, study: day.plain, place: person.place } };
}

function captioned(seeded, kind, value) {
  return [...words(seeded.pick(CAPTIONS[kind]), "harmless"), ...words(value, "identifying")];
}

function words(text, meaning) {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ text: word, meaning }));
}

function faceOf(seeded, script) {
  const { family, weight } = seeded.pick(facesOf(script));
  return { family, weight };
}

function degrees(seeded, angle) {
  return angle === "slant" ? seeded.between(4, 12) * (seeded.chance(0.5) ? 1 : -1) : Number(angle);
}

/** The name of an angle in degrees. */
export const angleOf = (degrees) => (ANGLES.includes(String(degrees)) ? String(degrees) : "slant");

/** Whether a line runs from right to left. */
export const isBackward = (script) => RIGHT_TO_LEFT.has(script);
