/** The sample's head: an average skull's shape and a made-up face of ellipsoids, cut into slices as a scanner would. Nobody's head. */

/** Pixels a side. */
export const EDGE = 128;

/** Slices from the neck to the crown. */
export const SLICES = 43;

/** Millimetres from pixel to pixel, and from slice to slice. */
export const PIXEL_MM = 2;
export const SLICE_MM = 5;

/** Added to a Hounsfield value to store it without a sign (Rescale Intercept -1024). */
const OFFSET = 1024;

/** One axial slice, 12 bits of each 16 in use. `slice` counts from 0, at the neck. */
export function headSlice(slice: number): Uint16Array {
  const pixels = new Uint16Array(EDGE * EDGE);
  const z = (slice - (SLICES - 1) / 2) * SLICE_MM;
  const noise = grain(slice + 1);
  for (let row = 0; row < EDGE; row++) {
    for (let column = 0; column < EDGE; column++) {
      const x = (column - EDGE / 2 + 0.5) * PIXEL_MM;
      const y = (row - EDGE / 2 + 0.5) * PIXEL_MM;
      const value = tissue(x, y, z) + OFFSET + noise() * 14;
      pixels[row * EDGE + column] = Math.min(4095, Math.max(0, Math.round(value)));
    }
  }
  return pixels;
}

/** Hounsfield units at a point in millimetres: x to the left of the patient, y to the back, z to the crown. */
function tissue(x: number, y: number, z: number): number {
  // As an average head is measured: from the middle to a side, to the front, and up from between the ears, a little larger than this one.
  const [side, front, up] = [Math.abs(x) / 0.93, -y / 0.98 - 4, (z - 7) / 0.88];
  const eye = ball(side - 32, front - 74, up + 22, 13, 13, 14);
  if (eye < 1) return eye < 0.12 ? 70 : 12;
  const isAir = ball(side - 9, front - 72, up + 45, 7, 22, 20) < 1 || ball(side - 32, front - 94, up + 22, 17, 16, 13) < 1;
  if (isAir) return AIR;
  const deep = depth(side, front, up);
  const base = up + 54 - front * 0.46;
  if (deep > 13 + Math.max(0, front) / 14 && base > 0) return brain(x, y, z, Math.abs(x));
  if (deep > 6 && base > -5) return 880;
  const jaw = ball(side, front - 38, up + 54, 60, 52, 62);
  if (jaw < 1) return jaw > 0.62 && jaw < 0.86 && up < -62 && front > 10 ? 900 : 45;
  if (deep > 0 && base > -14) return 40;
  const isLow = up < -50;
  if (isLow && ball(side, front + 32, 0, 16, 16, 1e4) < 1) return 700;
  if (isLow && ball(side, front + 34, 0, 60, 60, 1e4) < 1) return 38;
  const nose = ball(side, front - 94 + (up + 45) * 0.35, up + 45, 15, 20, 24);
  const lips = Math.min(ball(side, front - 84, up + 80, 24, 11, 5), ball(side, front - 82, up + 90, 20, 11, 5));
  const ear = ball(side - 86, front + 20, up + 42, 8, 17, 30);
  return Math.min(nose, lips, ear, ball(side, front - 70, up + 106, 20, 16, 13)) < 1 ? 30 : AIR;
}

/** How deep a point lies under the skin of a skull's cap, along the line to its middle: the shape of an average head, in few numbers. */
function depth(side: number, front: number, up: number): number {
  const far = Math.hypot(side, front + 12, up);
  const [y, z] = [(front + 12) / far, up / far];
  return 83 - 8 * y + 21 * y * y + 5 * y ** 3 - 3 * y * z - 5 * y * y * z + 36 * z * z - 6 * y * z * z - 20 * z ** 3 - far;
}

/** Grey and white matter in folds, with the fluid in its middle. */
function brain(x: number, y: number, z: number, side: number): number {
  const ventricle = ball(side - 14, y + 4, z - 18, 8, 34, 20);
  if (ventricle < 1) return 6;
  if (side < 1.5 && z > 10) return 18;
  const fold = Math.sin(x * 0.21) + Math.sin(y * 0.19 + z * 0.1) + Math.sin((x + y) * 0.13);
  return fold > 0.5 ? 42 : 30;
}

/** Below 1 inside an ellipsoid of the given half axes. */
function ball(x: number, y: number, z: number, a: number, b: number, c: number): number {
  return (x / a) ** 2 + (y / b) ** 2 + (z / c) ** 2;
}

/** Numbers from -1 to 1, always the same for the same seed: a picture's grain, nothing secret. */
export function grain(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x80000000 - 1;
  };
}

const AIR = -1000;
