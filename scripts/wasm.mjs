/** Compiles the core to wasm and writes its JavaScript glue. */

import { copyFileSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { ask, cargoHome, dist, must, root, say, sha256, target } from "./lib.mjs";
import { sysroot } from "./setup.mjs";

/** Everything that the bytes of the wasm depend on. */
export const wasmInputs = ["src", "Cargo.toml", "Cargo.lock", "tests/bindgen", "scripts/wasm.mjs"];

/**
 * Fills `dist/pkg/`, `dist/core.wasm`, and the data that goes with it, `dist/lexicon.bin`.
 *
 * @param profile cargo's profile: "release" is what is shipped, "quick" what a developer may want to wait for
 * @returns the SHA-256 of the wasm
 */
export async function buildWasm(profile) {
  say("Building the tool that writes the glue between wasm and JavaScript.");
  await must("cargo", ["build", "--quiet", "--locked", "--package", "bindgen"]);
  say(`Compiling the core to wasm (profile "${profile}"). The first time takes minutes.`);
  const lib = ["--locked", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown", "--profile", profile];
  await must("cargo", ["rustc", ...lib, "--", ...fewCopies], { env: flags() });
  const compiled = join(target, "wasm32-unknown-unknown", profile, "scan_scrubber.wasm");
  const pkg = join(dist, "pkg");
  mkdirSync(pkg, { recursive: true });
  await must(join(target, "debug", process.platform === "win32" ? "bindgen.exe" : "bindgen"), [compiled, pkg]);
  put(join(pkg, "core_bg.wasm"), "core.wasm");
  put(join(root, "src/profile/data/lexicon.bin"), "lexicon.bin");
  return sha256(readFileSync(join(dist, "core.wasm")));
}

/**
 * LLVM copies functions and loops into each other for the sake of processors. A browser compiles all of that again before it runs: with
 * half of the copies the wasm is a tenth smaller, and a batch no slower. Said of the last step alone, where everything is compiled
 * together: said of the dependencies too, it leaves more to carry.
 */
const fewCopies = ["-Cllvm-args=-inline-threshold=50 -unroll-threshold=60 -unswitch-threshold=0"];

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
function flags() {
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
  return { CARGO_ENCODED_RUSTFLAGS: [...remaps, ...names, ...memory].join("\x1f"), RUSTFLAGS: undefined };
}
