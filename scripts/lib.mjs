/** What all the commands share: where things are, how programs are run, and plain words on the way. */

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, "dist");
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** An end that the reader can do something about: its message is all they see. */
export class Stop extends Error {}

/** Says what happens. `output` is stderr where stdout belongs to somebody else. */
export function say(sentence) {
  say.output.write(`${sentence}\n`);
}
/** @type {NodeJS.WriteStream} */
say.output = process.stdout;

/** Runs `main`, and turns a {@link Stop} into its sentence and exit code 1. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a program in the project's folder and lets its output through.
 *
 * @returns its exit code, how long it took in ms and, with `keep`, what it wrote
 */
export function run(program, args, { env = {}, keep = false } = {}) {
  const started = performance.now();
  const { promise, resolve: done, reject } = withResolvers();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: path(), ...env },
    stdio: ["ignore", keep ? "pipe" : say.output, keep ? "pipe" : "inherit"],
  });
  let output = "";
  const keepFrom = (stream, sink) =>
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
      sink.write(text);
    });
  keepFrom(child.stdout, say.output);
  keepFrom(child.stderr, process.stderr);
  child.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
    error.code === "ENOENT" ? done({ code: 127, ms: 0, output }) : reject(error),
  );
  child.on("close", (code) => done({ code: code ?? 1, ms: performance.now() - started, output }));
  return promise;
}

/** As {@link run}, but a failure is the end. */
export async function must(program, args, options) {
  const result = await run(program, args, options);
  if (result.code !== 0) throw new Stop(`This failed: ${[program, ...args].join(" ")}`);
  return result;
}

/** What a program writes to stdout, or nothing where it is missing or fails. */
export function ask(program, args) {
  const result = spawnSync(program, args, { cwd: root, encoding: "utf8", env: { ...process.env, PATH: path() } });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** @param {import("node:crypto").BinaryToTextEncoding} encoding */
export function sha256(bytes, encoding = "hex") {
  return sha("sha256", bytes, encoding);
}

/** A hash by its algorithm. @param {import("node:crypto").BinaryToTextEncoding} encoding */
export function sha(algorithm, bytes, encoding = "hex") {
  return createHash(algorithm).update(bytes).digest(encoding);
}

/** One hash over the names and contents of files and folders, given from the root. What is missing counts as missing. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const name of paths.flatMap(listed).sort()) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** The files under a path, from the root, with forward slashes on every system. */
export function listed(path) {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSyncOrFile(path);
  if (entries === undefined) return [path];
  return entries.filter((entry) => !entry.name.startsWith(".")).flatMap((entry) => listed(`${path}/${entry.name}`));
}

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Runs `work` while no other command of this project builds. A lock whose owner is gone is taken over. */
export async function alone(work) {
  const lock = join(root, "target", "scan-scrubber.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ; ) {
    try {
      const file = openSync(lock, "wx");
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = Number(readJson(lock) ?? 0);
    if (owner !== 0 && !alive(owner)) rmSync(lock, { force: true });
    else if (!told) say("Another command is building. Waiting for it.");
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** PATH with the folder where rustup puts its programs, which a shell opened before the installation does not know. */
function path() {
  return [process.env.PATH, join(cargoHome(), "bin")].join(delimiter);
}

export function cargoHome() {
  return process.env.CARGO_HOME ?? join(homedir(), ".cargo");
}

function readdirSyncOrFile(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
