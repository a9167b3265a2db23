/** Node's hooks for `typescript.mjs`: `.ts` is stripped of its types, `.js` stands for `.ts`, and what is bundled as text is text. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { dense } from "./dense.mjs";
import { factory } from "./glue.mjs";
import { dist, readJson, root, sha256 } from "./lib.mjs";

export async function resolve(specifier, context, next) {
  if (specifier === "scan-scrubber:core") return { url: pathToFileURL(join(dist, "pkg/core.js")).href, shortCircuit: true };
  if (specifier.startsWith("scan-scrubber:")) return { url: specifier, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith("file:")) {
    const typed = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(typed)) return { url: typed.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const packed = { "scan-scrubber:wasm": "core.wasm", "scan-scrubber:lexicon": "lexicon.bin" }[url];
  if (packed) return text(dense(readFileSync(join(dist, "pkg", `${packed}.gz`))));
  if (url === "scan-scrubber:worker") return text(readFileSync(join(dist, "worker.js"), "utf8"));
  if (url === "scan-scrubber:build") return source(`export const version = "${version()}", wasmSha256 = "${wasmSha256()}";`);
  const words = /^scan-scrubber:(?:words-)?(\w+)$/.exec(url)?.[1] ?? "";
  if (existsSync(join(root, `www/locales/${words}.ftl`))) return text(readFileSync(join(root, `www/locales/${words}.ftl`), "utf8"));
  const pack = /^scan-scrubber:(pictures|codecs|reader)$/.exec(url)?.[1];
  if (pack) return source(await factory(pack));
  if (/\.(?:css|ftl|svg)$/.test(url)) return text(readFileSync(fileURLToPath(url), "utf8"));
  if (/\/pkg\/core\.js$/.test(url)) return source(readFileSync(fileURLToPath(url), "utf8"));
  if (!url.endsWith(".ts")) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(readFileSync(path, "utf8"), { loader: "ts", sourcefile: path, sourcemap: "inline", target: "node20" });
  return source(code);
}

function text(value) {
  return source(`export default ${JSON.stringify(value)};`);
}

function source(code) {
  return { format: "module", source: code, shortCircuit: true };
}

function version() {
  return readJson(join(root, "package.json")).version;
}

function wasmSha256() {
  return sha256(readFileSync(join(dist, "core.wasm")));
}
