/** Bundles the TypeScript of `www/` into the files of `dist/`. */

import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { dense } from "./dense.mjs";
import { factory } from "./glue.mjs";
import { dist, must, readJson, root, Stop, say, sha256 } from "./lib.mjs";
import { adapters, packageAll } from "./npm.mjs";
import { keptBytes, listOf, manifest } from "./offline.mjs";
import { contentSecurityPolicy } from "./policy.mjs";
import { carriedSmall, lzma, packed } from "./wasm.mjs";

/** Everything that the bundles depend on, beside the wasm. */
export const bundleInputs = [
  "www",
  "scripts",
  "package.json",
  "package-lock.json",
  "policy.schema.json",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "NOTICE",
  "tsconfig.page.json",
  "tsconfig.base.json",
  "tsconfig.types.json",
];

/** @satisfies {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "none",
  loader: { ".css": "text", ".ftl": "text", ".svg": "text" },
  logLevel: "silent",
  minify: true,
  target: "es2022",
  write: false,
};

/** Writes all bundles. The wasm and its glue are in `dist/` already. */
export async function bundleAll() {
  say("Bundling the page, the element, the engine and the command.");
  const { build } = await import("esbuild");
  const bundle = async (entry, options = {}) => {
    const { small = false, whole = false, ...rest } = options;
    try {
      const { outputFiles } = await build({ ...common, entryPoints: [`www/${entry}`], ...rest, plugins: [virtual({ small, whole })] });
      return outputFiles[0].text;
    } catch (error) {
      throw new Stop(`www/${entry} does not bundle.\n${error.message}`);
    }
  };
  put("worker.js", await bundle("engine/worker.ts", { format: "iife" }));
  const node = { platform: "node", target: "node20" };
  const cli = await bundle("cli/main.ts", { ...node, banner: { js: "#!/usr/bin/env node" } });
  put("cli.mjs", cli);
  chmodSync(join(dist, "cli.mjs"), 0o755);
  put("cli-worker.mjs", await bundle("cli/worker.ts", node));
  put("engine.js", await bundle("engine/index.ts"));
  put("element.js", await bundle("element/index.ts"));
  put("scan-scrubber.js", await bundle("element/define.ts"));
  for (const part of PARTS) put(`pack-${part}.js`, `export default "${textOf(part)}";\n`);
  rmSync(join(dist, "locales"), { recursive: true, force: true });
  for (const tag of [...locales, ...advice]) put(`locales/${tag}.js`, `export default ${JSON.stringify(wordsOf(tag))};\n`);
  put("manifest.webmanifest", manifest());
  put("offline.js", await bundle("offline/install.ts"));
  const page = await pageWith(bundle);
  const small = await pageWith(bundle, { small: true });
  put("index.html", page([], [], { beside: true }));
  put("service-worker.js", await bundle("offline/service-worker.ts", { format: "iife" }));
  const whole = page(PARTS, [...locales, ...advice]);
  put("scan-scrubber.html", whole);
  put("scan-scrubber.html.sha256", `${sha256(whole)}  scan-scrubber.html\n`);
  put("scan-scrubber-light.html", lightPage(small));
  await must(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--project", "tsconfig.types.json"]);
  const made = { "single.js": await bundle("element/define.ts", { whole: true }) };
  for (const name of adapters) made[`adapters/${name}.js`] = await bundle(`adapters/${name}.ts`);
  packageAll(made);
}

/** The languages beside English, by their Fluent files. */
export const locales = readdirSync(join(root, "www/locales"))
  .filter((name) => name.endsWith(".ftl") && name !== "en.ftl")
  .map((name) => basename(name, ".ftl"))
  .sort();

/** What else a person can do, in each language, English among them. */
export const advice = ["en", ...locales].map((tag) => `advice-${tag}`);

/** Those that the light page has, as far as there is room, in this order. It says which it lacks. */
const forLight = ["es", "ar", "zh", "pt", "fr", "de", "hi", "ja", "he"].filter((tag) => locales.includes(tag));

/** Bytes that the light page may have. */
const LIGHT = 1_497_000;

/** The light page with as many languages as fit. */
function lightPage(small) {
  const words = ["advice-en"];
  for (const tag of forLight) if (small(["pictures"], [...words, tag]).length <= LIGHT) words.push(tag);
  return small(["pictures"], words);
}

/** The Fluent of a language, without what only people read; of `advice-…`, with the names of its sources. */
function wordsOf(tag) {
  const files = tag.startsWith("advice-") ? [`advice/${tag.slice("advice-".length)}`, "advice/sources"] : [tag];
  return withoutComments(files.map((file) => readFileSync(join(root, `www/locales/${file}.ftl`), "utf8")).join("\n"));
}

/** Fluent without its comments and the lines between its messages; empty lines within one, as in a letter, stay. */
function withoutComments(fluent) {
  return fluent
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll(/\n{2,}(?! )/g, "\n")
    .trimStart();
}

/** What packs consist of. */
const PARTS = ["pictures", "codecs", "reader", "models"];

/**
 * The page: its style and script inline, and the policy that names them by hash.
 *
 * @param how `small`: its words and its worker are packed as well, and it has no names of fields
 * @returns a function that gives the page as one file, with these parts of packs and these words inside, or with all as scripts `beside` it
 */
async function pageWith(bundle, { small = false } = {}) {
  const scripts = [];
  const styles = [];
  let html = readFileSync(join(root, "www/page/index.html"), "utf8");
  html = await replaceAll(html, /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g, async (file) => {
    const style = (await bundle(`page/${file}`, { loader: { ...common.loader, ".css": "css" } })).trim();
    styles.push(inline(style, file));
    return `<style>${style}</style>`;
  });
  html = await replaceAll(html, /<script type="module" src="([^"]+)"><\/script>/g, async (file) => {
    const script = (await bundle(`page/${file}`, { small })).trim();
    scripts.push(inline(script, file));
    return `<script type="module">${script}</script>`;
  });
  if (scripts.length === 0) throw new Stop('www/page/index.html names no <script type="module" src="…"></script>.');
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Stop('www/page/index.html has no <meta charset="utf-8">, after which the policy stands.');
  if (!html.includes("</body>")) throw new Stop("www/page/index.html has no </body>, before which the packs stand.");
  const carried = new Map();
  if (small) for (const tag of ["advice-en", ...forLight]) carried.set(tag, dense(await lzma(Buffer.from(wordsOf(tag)))));
  return (parts, words, { beside = false } = {}) => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ scripts, styles, beside })}">`;
    const block = (id, text) => `<script type="application/octet-stream" id="scan-scrubber-${id}">${text}</script>\n`;
    const wordsText = (tag) => carried.get(tag) ?? dense(gzipSync(wordsOf(tag), { level: 9 }));
    const blocks = [
      ...parts.map((part) => block(`pack-${part}`, textOf(part))),
      ...words.map((tag) => block(`words-${tag}`, wordsText(tag))),
    ];
    return html.replace(charset, (found) => `${found}\n${meta}`).replace("</body>", (found) => blocks.join("") + found);
  };
}

/** A browser must hash what we hash: nothing may end the element early, and nothing may be changed on reading. */
function inline(text, file) {
  if (/<\/(?:script|style)|<!--|[\r\0]/i.test(text)) throw new Stop(`www/page/${file} holds what cannot stand inline in HTML.`);
  return text;
}

async function replaceAll(text, pattern, make) {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    result += text.slice(end, match.index) + (await make(match[1]));
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

/**
 * The modules that have no file: see `www/engine/virtual.d.ts`.
 *
 * @param how `small`: for the light page, all packed; `whole`: with the packs inside, for a script that imports nothing
 */
const virtual = ({ small, whole }) => ({
  name: "scan-scrubber",
  setup(build) {
    if (small) {
      build.onResolve({ filter: /\/en\.ftl$/ }, () => ({ path: join(root, "www/locales/en-small.ts") }));
      build.onResolve({ filter: /\/advice-text\.js$/ }, () => ({ path: join(root, "www/page/advice-text-small.ts") }));
      build.onResolve({ filter: /^\.\/sheet-text\.js$/ }, () => ({ path: join(root, "www/element/style/sheet-text-small.ts") }));
      build.onResolve({ filter: /\/tags\.js$/ }, () => ({ path: join(root, "www/element/tags-small.ts") }));
      build.onResolve({ filter: /^\.\/worker-text\.js$/ }, () => ({ path: join(root, "www/engine/worker-text-small.ts") }));
    }
    build.onLoad({ filter: /element[\\/]style[\\/].*\.css$|\.ftl$/ }, async ({ path }) => ({ contents: await slim(path), loader: "text" }));
    if (!whole) {
      build.onResolve({ filter: /^scan-scrubber:(?:pack-|words-|advice-|offline$)/ }, ({ path }) => ({
        path: `./${path.slice("scan-scrubber:".length).replace(/^words-|^(?=advice-)/, "locales/")}.js`,
        external: true,
      }));
    }
    build.onResolve({ filter: /^scan-scrubber:/ }, ({ path }) => ({ path, namespace: "scan-scrubber" }));
    build.onLoad({ filter: /.*/, namespace: "scan-scrubber" }, ({ path }) => load(path.slice("scan-scrubber:".length), small));
  },
});

/** What a page reads of a style or of sentences, without what only people read. */
async function slim(path) {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".ftl")) return withoutComments(text);
  const { transform } = await import("esbuild");
  return (await transform(text, { loader: "css", minify: true })).code;
}

/** The element's stylesheet, as `www/element/style/sheet-text.ts` puts it together. */
async function styleOf() {
  const folder = join(root, "www/element/style");
  const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return (await Promise.all(files.sort().map((name) => slim(join(folder, name))))).join("");
}

async function load(name, small) {
  // By name, so that the loading code that fetches stays out of the bundle.
  if (name === "core")
    return { contents: 'export { initSync, memory, profiles, Scrubber, setTick } from "./dist/pkg/core.js";', resolveDir: root };
  if (["pictures", "codecs", "reader"].includes(name)) return { contents: await factory(name) };
  if (name === "wasm") return { contents: textOf("core"), loader: "text" };
  if (name.startsWith("pack-")) return { contents: textOf(name.slice("pack-".length)), loader: "text" };
  if (name === "packed-texts") return { contents: dense(await lzma(Buffer.from(`${wordsOf("en")}\0${await styleOf()}`))), loader: "text" };
  if (name.startsWith("words-")) return { contents: wordsOf(name.slice("words-".length)), loader: "text" };
  if (name === "kept") return { contents: `export const keptBytes = ${keptBytes(locales)};` };
  if (name === "list") return { contents: listOf(locales) };
  if (name === "lexicon") return { contents: textOf("lexicon"), loader: "text" };
  if (name === "worker") {
    const worker = readFileSync(join(dist, "worker.js"));
    return { contents: small ? dense(await lzma(worker)) : worker.toString(), loader: "text" };
  }
  if (name === "build") {
    return { contents: `export const version = ${JSON.stringify(version())}, wasmSha256 = "${wasmSha256()}";` };
  }
  return { errors: [{ text: `There is no module scan-scrubber:${name}.` }] };
}

/** What a script or a page carries of a file of `dist/`: packed, as closely as it was packed by the build, and as text. */
function textOf(part) {
  const name = { lexicon: "lexicon.bin", models: "models.bin" }[part] ?? `${part}.wasm`;
  return dense(readFileSync(packed(name, { small: carriedSmall.includes(name) })));
}

function version() {
  return readJson(join(root, "package.json")).version;
}

function wasmSha256() {
  return sha256(readFileSync(join(dist, "core.wasm")));
}

/** Writes a file whole or not at all, so that nobody reads half of it. */
function put(name, text) {
  const fresh = join(dist, dirname(name), `.${basename(name)}`);
  mkdirSync(dirname(fresh), { recursive: true });
  writeFileSync(fresh, text);
  renameSync(fresh, join(dist, name));
}
