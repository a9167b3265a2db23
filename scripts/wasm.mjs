/** Compiles the core and the packs to wasm, writes their JavaScript glue, and packs what a page carries. */

import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, cargoHome, dist, must, root, say, sha256, target } from "./lib.mjs";
import { buildModels } from "./models.mjs";
import { sysroot } from "./setup.mjs";

/** Everything that the bytes of the wasm depend on, and those of the models. */
export const wasmInputs = [
  "src",
  "packs",
  "Cargo.toml",
  "Cargo.lock",
  "tests/bindgen",
  "scripts/wasm.mjs",
  "scripts/models.mjs",
  "scripts/onnx.mjs",
];

/**
 * LLVM copies functions and loops into each other for the sake of processors. A browser compiles all of that again before it runs: with
 * half of the copies the wasm is a tenth smaller, and a batch no slower. Said of the last step alone, where everything is compiled
 * together: said of the dependencies too, it leaves more to carry.
 */
const fewCopies = ["-Cllvm-args=-inline-threshold=50 -unroll-threshold=60 -unswitch-threshold=0"];

/** The core is mostly decisions, taken once a file: built for size it is no slower, in batches of hundreds of files. */
const fewestCopies = ["-Copt-level=s", "-Cllvm-args=-inline-threshold=12 -unroll-threshold=20 -unswitch-threshold=0"];

/**
 * The wasm files: of which crate, with which flags for its last step alone, and with which features of the machine.
 *
 * @type {{ name: string, crate: string, last?: string[], features?: string }[]}
 */
const files = [
  { name: "core", crate: "scan-scrubber", last: fewestCopies },
  // The finder compares bytes, sixteen at a time.
  {
    name: "pictures",
    crate: "pictures",
    last: ["-Cllvm-args=-inline-threshold=20 -unroll-threshold=20 -unswitch-threshold=0"],
    features: "+simd128",
  },
  { name: "codecs", crate: "codecs" },
  // Networks are sums of products: four at a time.
  { name: "reader", crate: "reader", last: fewCopies, features: "+simd128" },
];

/** What lies in `dist/` for the command, and packed in `dist/pkg/` for what a page carries. */
export const carried = [...files.map(({ name }) => `${name}.wasm`), "lexicon.bin", "models.bin"];

/** Whether all of it is there. */
export function isCompiled() {
  const isThere = (name) => existsSync(join(dist, name)) && existsSync(packed(name));
  return carried.every(isThere) && carriedSmall.every((name) => existsSync(packed(name, { small: true })));
}

/** Where the packed form of a file of `dist/` is: gzip, or for the light page LZMA. */
export function packed(name, { small = false } = {}) {
  return join(dist, "pkg", `${name}.${small ? "lzma" : "gz"}`);
}

/** By name: its types are of its source alone, and not by this project's rules. */
const LZMA = "lzma1";

/** What the light page carries. */
export const carriedSmall = ["core.wasm", "pictures.wasm", "lexicon.bin"];

/**
 * Fills `dist/pkg/`, and `dist/` with the wasm files and the data that goes with them.
 *
 * @param profile cargo's profile: "release" is what is shipped, "quick" what a developer may want to wait for
 * @returns the SHA-256 of the core's wasm
 */
export async function buildWasm(profile) {
  const tool = await bindgen();
  const pkg = join(dist, "pkg");
  mkdirSync(pkg, { recursive: true });
  /** @param {(typeof files)[number]} file */
  const compile = async ({ name, crate, last = [], features }) => {
    say(`Compiling ${name}.wasm (profile "${profile}"). The first time takes minutes.`);
    const folder = folderOf(features);
    const lib = ["--locked", "--package", crate, "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"];
    await must("cargo", ["rustc", ...lib, "--target-dir", folder, "--profile", profile, "--", ...last], { env: flags(features) });
    const compiled = join(folder, "wasm32-unknown-unknown", profile, `${crate.replaceAll("-", "_")}.wasm`);
    await must(tool, ["glue", compiled, pkg, name]);
    put(join(pkg, `${name}_bg.wasm`), `${name}.wasm`);
  };
  // What shares a folder waits for each other; the last step of each has use for one processor only.
  const rows = [files.filter(({ features }) => !features), files.filter(({ features }) => features)];
  await Promise.all(
    rows.map(async (row) => {
      for (const file of row) await compile(file);
    }),
  );
  put(join(root, "src/profile/data/lexicon.bin"), "lexicon.bin");
  await buildModels(join(dist, "models.bin"));
  for (const name of carried) await must(tool, ["pack", join(dist, name), packed(name)]);
  for (const name of carriedSmall) writeFileSync(packed(name, { small: true }), await lzma(readFileSync(join(dist, name))));
  return sha256(readFileSync(join(dist, "core.wasm")));
}

/** @type {Promise<string> | undefined} */
let made;

/** Builds the tool that writes the glue, once: where it lies. Cargo lets nobody else build beside it, but for the wasm. */
export function bindgen() {
  made ??= (async () => {
    say("Building the tool that writes the glue between wasm and JavaScript.");
    await must("cargo", ["build", "--quiet", "--locked", "--package", "bindgen"]);
    return join(target, "debug", process.platform === "win32" ? "bindgen.exe" : "bindgen");
  })();
  return made;
}

/** Bytes packed by LZMA, as the light page has them. */
export async function lzma(bytes) {
  // Not at the top: what is imported there has to be installed before this can be read.
  const { compress } = /** @type {{ compress(bytes: Uint8Array, mode: number): Uint8Array }} */ (await import(LZMA));
  return compress(bytes, 9);
}

/** Other flags mean that everything is compiled again: in a folder of its own it is not compiled again and again. */
function folderOf(features) {
  return features === undefined ? target : join(target, "features");
}

/** Copies a file whole or not at all. */
function put(file, name) {
  const fresh = join(dist, `.${name}`);
  copyFileSync(file, fresh);
  renameSync(fresh, join(dist, name));
}

/**
 * The same flags in every build, since other flags mean that everything is compiled again.
 *
 * Where the project, cargo and Rust happen to lie must not show in the wasm: builds in two folders give the same bytes.
 */
function flags(features) {
  const commit = /^commit-hash: (\w+)$/m.exec(ask("rustc", ["-vV"]) ?? "")?.[1] ?? "unknown";
  const hidden = [
    [root, "scan-scrubber"],
    [cargoHome(), "cargo"],
    [join(sysroot(), "lib", "rustlib", "src", "rust"), `/rustc/${commit}`],
  ];
  const remaps = hidden.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  // A module's memory is called "memory" by default, and the core exports a function of that name.
  const names = ["-Clink-arg=--export-memory=linear_memory"];
  // 1 GiB: what a phone's browser still gives, and far more than a file may need.
  const memory = [`-Clink-arg=--max-memory=${1 << 30}`];
  const machine = features === undefined ? [] : [`-Ctarget-feature=${features}`];
  return { CARGO_ENCODED_RUSTFLAGS: [...remaps, ...names, ...memory, ...machine].join("\x1f"), RUSTFLAGS: undefined };
}
