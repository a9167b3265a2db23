/** Fills `dist/npm/`, the package: `npm publish dist/npm` would publish it as it lies there. */

import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { dist, listed, readJson, root, sha } from "./lib.mjs";
import { manifest } from "./manifest.mjs";

/** The adapters, each an export and a file of its own. */
export const adapters = ["filepond", "frame", "policy", "presigned", "stow", "tus", "uppy"];

/** What goes in as it lies in `dist/`. */
const scripts = ["element.js", "engine.js", "worker.js", ...["pictures", "codecs", "reader", "models"].map((part) => `pack-${part}.js`)];
const command = ["cli.mjs", "cli-worker.mjs", "core.wasm", "pictures.wasm", "codecs.wasm", "reader.wasm", "lexicon.bin", "models.bin"];
const papers = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "policy.schema.json"];

/** The element that defines itself: its class comes from the same file that `.` is, so that there is one class however it is imported. */
const define = 'import { ScanScrubber } from "./element.js";\nScanScrubber.define();\nexport { ScanScrubber };\n';

/**
 * Writes the package.
 *
 * @param {Record<string, string>} made what was bundled for it alone: `single.js`, and the adapters, by path
 */
export function packageAll(made) {
  const folder = join(dist, "npm");
  const fresh = join(dist, ".npm");
  rmSync(fresh, { recursive: true, force: true });
  const put = (name, bytes) => {
    mkdirSync(dirname(join(fresh, name)), { recursive: true });
    writeFileSync(join(fresh, name), bytes);
  };
  mkdirSync(fresh, { recursive: true });
  for (const name of [...scripts, ...command]) if (existsSync(join(dist, name))) copyFileSync(join(dist, name), join(fresh, name));
  mkdirSync(join(fresh, "locales"));
  for (const name of locales()) copyFileSync(join(dist, "locales", name), join(fresh, "locales", name));
  for (const name of papers) copyFileSync(join(root, name), join(fresh, name));
  copyFileSync(join(root, "www/docs/package.md"), join(fresh, "README.md"));
  for (const [name, text] of Object.entries({ ...made, "define.js": define })) put(name, text);
  chmodSync(join(fresh, "cli.mjs"), 0o755);
  for (const file of typesOf()) put(join("types", file), readFileSync(join(dist, "types", file)));
  put(
    "types/pack.d.ts",
    "/** A further wasm file, packed, or the words of a language: as text. */\ndeclare const text: string;\nexport default text;\n",
  );
  put("custom-elements.json", json(manifest()));
  put("package.json", json(packageJson()));
  put("integrity.json", json(integrity(fresh)));
  // Nobody sees half a package.
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** The languages beside English; what a page says about rights is the page's alone. */
function locales() {
  return readdirSync(join(dist, "locales")).filter((name) => !name.startsWith("advice-") && name.endsWith(".js"));
}

function packageJson() {
  const { name, version, description, license, type, engines } = readJson(join(root, "package.json"));
  const entry = (types, file) => ({ types: `./types/${types}.d.ts`, default: `./${file}` });
  const packs = scripts.filter((script) => script.startsWith("pack-") && existsSync(join(dist, script)));
  const plain = ["worker.js", "core.wasm", "lexicon.bin", "custom-elements.json", "integrity.json", "policy.schema.json", "package.json"];
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin: { "scan-scrubber": "./cli.mjs" },
    exports: {
      ".": entry("element/index", "element.js"),
      "./define": entry("element/define", "define.js"),
      "./single": entry("element/define", "single.js"),
      "./engine": entry("engine/index", "engine.js"),
      ...Object.fromEntries(adapters.map((adapter) => [`./adapters/${adapter}`, entry(`adapters/${adapter}`, `adapters/${adapter}.js`)])),
      ...Object.fromEntries(packs.map((pack) => [`./${pack}`, entry("pack", pack)])),
      ...Object.fromEntries(locales().map((name) => [`./locales/${name.replace(".js", "")}`, entry("pack", `locales/${name}`)])),
      ...Object.fromEntries(plain.map((file) => [`./${file}`, `./${file}`])),
    },
    customElements: "custom-elements.json",
    sideEffects: ["./define.js", "./single.js"],
  };
}

/** Hashes for `integrity` attributes, of every script and every wasm file (Subresource Integrity). */
function integrity(folder) {
  const names = [
    ...scripts,
    ...command,
    "define.js",
    "single.js",
    ...locales().map((name) => `locales/${name}`),
    ...adapters.map((adapter) => `adapters/${adapter}.js`),
  ];
  const there = names.filter((name) => existsSync(join(folder, name))).sort();
  const files = there.map((name) => [name, `sha384-${sha("sha384", readFileSync(join(folder, name)), "base64")}`]);
  return { version: readJson(join(root, "package.json")).version, files: Object.fromEntries(files) };
}

/** The types that an export needs, found by following their imports. */
function typesOf() {
  const entries = ["element/index.d.ts", "element/define.d.ts", "engine/index.d.ts", ...adapters.map((name) => `adapters/${name}.d.ts`)];
  const known = new Set(listed("dist/types").map((file) => file.slice("dist/types/".length)));
  const found = new Set();
  for (let file = entries.pop(); file !== undefined; file = entries.pop()) {
    if (found.has(file) || !known.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(dist, "types", file), "utf8");
    for (const [, path] of text.matchAll(/(?:from |import\()"(\.{1,2}\/[^"]+)\.js"/g)) {
      const at = join(dirname(file), `${dirname(path)}/${basename(path)}.d.ts`);
      entries.push(at.replaceAll("\\", "/"));
    }
  }
  return [...found].sort();
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
