/** The header of a NIfTI-1 file (348 bytes, little endian), and a hash of its voxels. */

import { createHash } from "node:crypto";

export function read(bytes) {
  const floats = (at, count) => Array.from({ length: count }, (_, n) => bytes.readFloatLE(at + 4 * n));
  const dimensions = Array.from({ length: 8 }, (_, n) => bytes.readInt16LE(40 + 2 * n));
  const start = Math.round(bytes.readFloatLE(108));
  return {
    dimensions: dimensions.slice(1, 1 + dimensions[0]),
    spacing: floats(76, 1 + dimensions[0]),
    affine: floats(280, 12),
    scale: [bytes.readInt16LE(70), ...floats(112, 2)],
    voxels: createHash("sha256").update(bytes.subarray(start)).digest("hex"),
  };
}
