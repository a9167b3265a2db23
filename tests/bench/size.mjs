/** Bytes that a visitor loads: the core, its data and the page's script, as a server would pack them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dense } from "../../scripts/dense.mjs";

export function sizes(dist) {
  const wasm = readFileSync(join(dist, "core.wasm"));
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const lexicon = readFileSync(join(dist, "lexicon.bin"));
  let page = html;
  for (const carried of ["core.wasm", "lexicon.bin"].map((name) => dense(readFileSync(join(dist, "pkg", `${name}.gz`))))) {
    if (!page.includes(carried)) throw new Error("dist/index.html does not carry dist/core.wasm and dist/lexicon.bin.");
    page = page.replace(carried, "");
  }
  const parts = { wasm: packed(wasm), lexicon: packed(lexicon), page: packed(page), whole: packed(html) };
  return { ...parts, apart: parts.wasm + parts.page, wasmRaw: wasm.length, htmlRaw: Buffer.byteLength(html) };
}

function packed(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
