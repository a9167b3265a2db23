/** Runs in a page: paints the pictures of the set, and knows of each word where its ink is, since it is drawn alone. */

import { GROUNDS } from "./grounds.mjs";
import { angleOf, bandOf, isBackward, plan } from "./plan.mjs";
import { Seeded } from "./seeded.mjs";

/** How opaque a pixel of a letter must be to be ink: the rest is the soft edge around it. */
const INK = 100;
/** How much a picture may change under a line, as a standard deviation: a colour can be told from one side of an edge, not from both. */
const STEEP = 55;
/** How much lighter or darker than what was there ink must be. */
const SEEN = 20;
/** The quality of a round trip through JPEG. */
const QUALITY = 0.75;

Object.assign(globalThis, { loadFonts, makePicture });

/** @param {{ family: string, weight: string, range: string, url: string }[]} files */
async function loadFonts(files) {
  for (const { family, weight, range, url } of files) {
    document.fonts.add(await new FontFace(family, `url(${url})`, { weight, unicodeRange: range }).load());
  }
}

/** A picture by its number: samples and ink in base64. */
async function makePicture(index) {
  const { seed, kind, width, height, samples, jpeg, lines, identifiers, header } = plan(index);
  const seeded = new Seeded(seed);
  const context = canvas(width, height);
  GROUNDS[kind](context, width, height, seeded);
  if (samples === 1) toGrey(context);
  const image = context.getImageData(0, 0, width, height);
  const taken = [];
  const words = lines.flatMap((line) => write(image, line, taken, seeded));
  const data = jpeg ? await roundTrip(image) : image.data;
  return { index, kind, width, height, samples, jpeg, identifiers, header, words, data: base64(packed(data, samples)) };
}

function canvas(width, height) {
  return new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
}

/** Draws a line of words where there is room. @returns its words; none where there is no room */
function write(image, line, taken, seeded) {
  const pen = canvas(1, 1);
  pen.font = fontOf(line);
  const sizes = line.words.map(({ text }) => pen.measureText(text));
  const gap = pen.measureText(" ").width * 1.15 + 1;
  const length = sizes.reduce((sum, { width }) => sum + width, 0) + gap * (sizes.length - 1);
  const ascent = Math.max(...sizes.map((size) => size.actualBoundingBoxAscent)) + 1;
  const descent = Math.max(...sizes.map((size) => size.actualBoundingBoxDescent)) + 1;
  const turn = (line.angle * Math.PI) / 180;
  const corners = [
    [-2, -ascent],
    [length + 2, -ascent],
    [-2, descent],
    [length + 2, descent],
  ].map((corner) => turned(corner, turn));
  const around = bounds(corners);
  const spot = room(image, line.zone, around, taken, seeded);
  if (!spot) return [];
  taken.push({ ...spot, width: around.width, height: around.height });
  const origin = [spot.x - around.x, spot.y - around.y];
  const colour = colourOf(image, line, { ...spot, width: around.width, height: around.height }, seeded);
  let along = isBackward(line.script) ? length : 0;
  return line.words.flatMap((word, n) => {
    const { width } = sizes[n];
    if (isBackward(line.script)) along -= width;
    const [dx, dy] = turned([along, 0], turn);
    along += isBackward(line.script) ? -gap : width + gap;
    const ink = draw(image, word.text, line, [origin[0] + dx, origin[1] + dy], turn, width, ascent, descent, colour);
    return ink ? [{ ...word, ...classOf(word, line, colour, image), ...ink }] : [];
  });
}

const fontOf = ({ face, size }) => `${face.weight} ${size}px "${face.family}"`;
const turned = ([x, y], turn) => [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];

function bounds(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y };
}

/** A free place in a zone, or anywhere if the zone is full. */
function room(image, zone, { width, height }, taken, seeded) {
  const [right, bottom] = [image.width - width - 3, image.height - height - 3];
  if (right < 3 || bottom < 3) return undefined;
  const jitter = seeded.int(0, 6);
  const anywhere = () => [seeded.int(3, right), seeded.int(3, bottom)];
  const middle = seeded.int(3, right);
  const places = {
    "top-left": (n) => [4 + jitter, 3 + n * 4],
    "top-right": (n) => [right - jitter, 3 + n * 4],
    "bottom-left": (n) => [4 + jitter, bottom - n * 4],
    "bottom-right": (n) => [right - jitter, bottom - n * 4],
    top: (n) => [middle, 3 + n * 4],
    free: anywhere,
  };
  for (let n = 0; n < 200; n += 1) {
    const [x, y] = n < 100 ? places[zone](n) : anywhere();
    const fits = x >= 3 && y >= 3 && x <= right && y <= bottom;
    const meets = (other) =>
      x < other.x + other.width + 6 && other.x < x + width + 6 && y < other.y + other.height + 3 && other.y < y + height + 3;
    const clear = fits && !taken.some(meets) && (n > 180 || below(image, { x, y, width, height }).deviation <= STEEP);
    if (clear) return { x, y };
  }
  return undefined;
}

/** The colour asked for, if it can be told from what is below; else white or black. */
function colourOf(image, { colour }, place, seeded) {
  const { mean, deviation } = below(image, place);
  const away = mean > 128 ? -1 : 1;
  const wanted = {
    white: [255, 255, 255],
    grey: Array(3).fill(seeded.int(150, 225)),
    faint: Array(3).fill(Math.round(mean + away * (60 + deviation + seeded.int(0, 30)))),
  };
  const rgb = typeof colour === "string" ? wanted[colour] : colour;
  const far = Math.abs(lightness(rgb) - mean) >= 55 + 1.5 * deviation || colour === "faint";
  const chosen = far ? rgb : mean > 128 ? [10, 10, 10] : [255, 255, 255];
  return { rgb: chosen.map((value) => Math.min(255, Math.max(0, value))), name: far ? nameOf(colour) : "plain", mean, deviation };
}

const nameOf = (colour) => (typeof colour === "string" ? colour : "colour");
const lightness = ([r, g, b]) => 0.299 * r + 0.587 * g + 0.114 * b;

function below({ data, width }, { x, y, width: w, height: h }) {
  let [sum, squares] = [0, 0];
  for (let row = y; row < y + h; row += 1) {
    for (let at = (row * width + x) * 4, end = at + w * 4; at < end; at += 4) {
      const value = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / (w * h);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / (w * h) - mean * mean)) };
}

/** Draws one word alone, lays it over the picture, and says where its ink is. */
function draw(image, text, line, [ox, oy], turn, width, ascent, descent, { rgb }) {
  const reach = line.size;
  const corners = [
    [-reach, -ascent - 2],
    [width + reach, -ascent - 2],
    [-reach, descent + 2],
    [width + reach, descent + 2],
  ];
  const around = bounds(corners.map((corner) => turned(corner, turn)).map(([x, y]) => [x + ox, y + oy]));
  const pen = canvas(around.width, around.height);
  pen.font = fontOf(line);
  pen.translate(ox - around.x, oy - around.y);
  pen.rotate(turn);
  const layer = (paint) => {
    paint();
    return pen.getImageData(0, 0, around.width, around.height).data;
  };
  if (line.outline) {
    pen.lineWidth = 2;
    pen.lineJoin = "round";
    lay(
      image,
      around,
      layer(() => pen.strokeText(text, 0, 0)),
      lightness(rgb) > 128 ? [0, 0, 0] : [255, 255, 255],
      false,
    );
    pen.save();
    pen.resetTransform();
    pen.clearRect(0, 0, around.width, around.height);
    pen.restore();
  }
  const fill = layer(() => pen.fillText(text, 0, 0));
  const ink = inkOf(image, around, fill, line.hard ? 128 : INK, rgb);
  lay(image, around, fill, rgb, line.hard);
  return ink;
}

function lay(image, around, layer, rgb, hard) {
  each(image, around, (at, from) => {
    const opacity = hard ? Number(layer[from + 3] >= 128) : layer[from + 3] / 255;
    for (let n = 0; n < 3; n += 1) image.data[at + n] = Math.round(image.data[at + n] * (1 - opacity) + rgb[n] * opacity);
  });
}

/** Calls with the place in the picture and in the layer, for each pixel that is in both. */
function each({ width, height }, around, call) {
  for (let row = 0; row < around.height; row += 1) {
    for (let column = 0; column < around.width; column += 1) {
      const [x, y] = [around.x + column, around.y + row];
      if (x >= 0 && y >= 0 && x < width && y < height) call((y * width + x) * 4, (row * around.width + column) * 4, x, y);
    }
  }
}

/** The tight box of what is opaque and will be seen, and which pixels in it are. */
function inkOf(image, around, layer, least, rgb) {
  const points = [];
  each(image, around, (at, from, x, y) => {
    const apart = Math.max(...rgb.map((value, n) => Math.abs(value - image.data[at + n])));
    if (layer[from + 3] >= least && apart >= SEEN) points.push([x, y]);
  });
  if (points.length < 4) return undefined;
  const { x, y, width, height } = bounds(points);
  const box = { x, y, width: width + 1, height: height + 1 };
  const ink = new Uint8Array(box.width * box.height);
  for (const [px, py] of points) ink[(py - y) * box.width + px - x] = 1;
  return { box, ink: base64(ink) };
}

/** What the score is told by. */
function classOf({ text }, line, { rgb, name, mean, deviation }) {
  const contrast = Math.abs(lightness(rgb) - mean) < 100 ? "low" : "high";
  const letters = /\p{L}/u.test(text);
  return {
    script: letters ? line.script : "digits",
    size: line.size,
    band: bandOf(line.size),
    angle: angleOf(line.angle),
    font: line.face.family,
    colour: name,
    contrast,
    under: deviation > 12 ? "texture" : "plain",
  };
}

function toGrey(context) {
  const image = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const value = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
    data[at] = value;
    data[at + 1] = value;
    data[at + 2] = value;
  }
  context.putImageData(image, 0, 0);
}

async function roundTrip(image) {
  const context = canvas(image.width, image.height);
  context.putImageData(image, 0, 0);
  const blob = await context.canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  context.drawImage(await createImageBitmap(blob), 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

function packed(data, samples) {
  const out = new Uint8Array((data.length / 4) * samples);
  for (let from = 0, to = 0; from < data.length; from += 4, to += samples) {
    for (let n = 0; n < samples; n += 1) out[to + n] = data[from + (samples === 1 ? 1 : n)];
  }
  return out;
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
