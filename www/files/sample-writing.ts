/** The sample's ultrasound: a fan of speckle with the patient's name written into the picture, as scanners do. */

import { grain } from "./sample-head.js";

export const WIDTH = 320;
export const HEIGHT = 240;

/** 8 bits a pixel, brighter is whiter. */
export function fanWith(lines: readonly string[]): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const noise = grain(7);
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const [x, y] = [column - WIDTH / 2, row - 20];
      const [far, angle] = [Math.hypot(x, y), Math.atan2(x, y)];
      if (far < 28 || far > 205 || Math.abs(angle) > 0.72) continue;
      const isHollow = Math.hypot((x - 18) / 1.5, y - 110) < 34;
      const glow = isHollow ? 10 : 95 - far * 0.2;
      pixels[row * WIDTH + column] = Math.max(4, Math.min(255, glow * (1 + noise() * 0.75)));
    }
  }
  lines.forEach((line, at) => {
    write(pixels, line, 6, 6 + at * 12);
  });
  return pixels;
}

function write(pixels: Uint8Array, line: string, left: number, top: number): void {
  [...line].forEach((letter, at) => {
    [...(LETTERS[letter] ?? "")].forEach((row, y) => {
      const bits = Number.parseInt(row, 32);
      for (let x = 0; x < 5; x++) {
        if (bits & (16 >> x)) pixels[(top + y) * WIDTH + left + at * 6 + x] = 255;
      }
    });
  });
}

/** Letters of five by seven dots: a row is one digit of base 32, its highest bit to the left. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "ehhvhhh",
  E: "vgguggv",
  F: "vgguggg",
  G: "ehgnhhf",
  H: "hhhvhhh",
  I: "e44444e",
  J: "72222ic",
  L: "ggggggv",
  M: "hrllhhh",
  N: "hhpljhh",
  O: "ehhhhhe",
  P: "uhhuggg",
  R: "uhhukih",
  S: "fgge11u",
  T: "v444444",
  V: "hhhhha4",
  W: "hhhllrh",
  Y: "hha4444",
  "0": "ehjlphe",
  "1": "4c4444e",
  "3": "v2421he",
  "4": "26aiv22",
  "7": "v124888",
  "9": "ehhf12c",
  "-": "000v000",
};
