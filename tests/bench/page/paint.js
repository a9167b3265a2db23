/** Paints what the look at pictures is measured on: frames of an ultrasound clip with writing that stays, and slices without any. */

import { GROUNDS } from "../../web/writing/grounds.mjs";
import { Seeded } from "../../web/writing/seeded.mjs";

/** Grounds of each kind, of which all frames are mixtures. */
const GROUND = 6;

const made = new Map();

Object.assign(globalThis, { cineFrame, slice });

/** A frame of 640 by 480 as baseline JPEG, in base64. */
async function cineFrame(n, lines) {
  const canvas = mixed("fan", n, 640, 480);
  const context = canvas.getContext("2d");
  context.font = "15px sans-serif";
  context.fillStyle = "#e8e8e8";
  for (const [at, line] of lines.entries()) context.fillText(line, at < 3 ? 8 : 470, 20 + 20 * (at % 3));
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  return base64(new Uint8Array(await blob.arrayBuffer()));
}

/** 512 by 512 grey levels, in base64. */
function slice(n) {
  const { data } = mixed("slice", n, 512, 512).getContext("2d").getImageData(0, 0, 512, 512);
  return base64(Uint8Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]));
}

/** Two grounds over each other: no frame is like another. */
function mixed(kind, n, width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(ground(kind, n % GROUND, width, height), 0, 0);
  context.globalAlpha = 0.15 + 0.5 * ((n * 0.618) % 1);
  context.drawImage(ground(kind, (n * 5 + 1) % GROUND, width, height), 0, 0);
  context.globalAlpha = 1;
  return canvas;
}

function ground(kind, n, width, height) {
  const key = `${kind} ${n}`;
  if (!made.has(key)) {
    const canvas = new OffscreenCanvas(width, height);
    GROUNDS[kind](canvas.getContext("2d", { willReadFrequently: true }), width, height, new Seeded(n * 31 + 5));
    made.set(key, canvas);
  }
  return made.get(key);
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
