/** The sample's head: a few ellipsoids with a nose, eyes and ears, cut into slices as a scanner would. Nobody's head. */

/** Pixels a side. */
export const EDGE = 128;

/** Slices from the neck to the crown. */
export const SLICES = 24;

/** Millimetres from pixel to pixel, and from slice to slice. */
export const PIXEL_MM = 2;
export const SLICE_MM = 9;

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
  const side = Math.abs(x);
  const inEye = ball(side - 33, y + 80, z + 2, 13, 13, 13);
  if (inEye < 1) return inEye < 0.12 ? 70 : 12;
  const air = ball(side - 9, y + 92, z + 30, 6, 22, 18);
  if (air < 1) return AIR;
  const head = ball(x, y, z - 4, 76, 97, 104);
  const inSkull = ball(x, y, z - 6, 69, 90, 97);
  const inBrain = ball(x, y, z - 8, 62, 82, 89);
  const jaw = ball(x, y + 50, z + 72, 48, 46, 38);
  const isLow = z < -58;
  if (inBrain < 1 && !isLow) return brain(x, y, z, side);
  if (inSkull < 1 && !isLow) return 880;
  if (jaw < 1) return jaw > 0.62 && jaw < 0.86 ? 900 : 45;
  if (head < 1 && !isLow) return 40;
  const isSpine = ball(x, y - 22, 0, 15, 15, 1e4) < 1;
  if (z < -40 && isSpine) return 700;
  if (z < -40 && ball(x, y - 12, 0, 58, 62, 1e4) < 1) return 38;
  const nose = ball(x, y + 99, z + 22 - (y + 99) * 0.4, 15, 24, 22);
  const ear = ball(side - 79, y - 6, z + 6, 8, 17, 29);
  return nose < 1 || ear < 1 ? 30 : AIR;
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
