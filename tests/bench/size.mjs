/** Bytes that a visitor loads: the core and the page's script, as a server would pack them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export function sizes(dist) {
  const wasm = readFileSync(join(dist, "core.wasm"));
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const carried = wasm.toString("base64");
  if (!html.includes(carried)) throw new Error("dist/index.html does not carry dist/core.wasm.");
  const parts = { wasm: packed(wasm), page: packed(html.replace(carried, "")), whole: packed(html) };
  return { ...parts, apart: parts.wasm + parts.page, wasmRaw: wasm.length, htmlRaw: Buffer.byteLength(html) };
}

function packed(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
