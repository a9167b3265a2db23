/** The fastest CRC-32 that there is under Node. */

import * as zlib from "node:zlib";
import { crc32 as portable } from "../engine/crc.js";

/** The checksum of `bytes` after those that gave `before`. In Node since 20.15 and 22.2 by the processor's own means. */
export const crc32 = (zlib as { crc32?: (bytes: Uint8Array, before?: number) => number }).crc32 ?? portable;
