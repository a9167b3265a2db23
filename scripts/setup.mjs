/** Finds what a command needs, and installs what is missing and can be installed. */

import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ask, must, root, run, Stop, say, sha256 } from "./lib.mjs";

const WASM = "wasm32-unknown-unknown";

/** The node modules, exactly as the lockfile says. */
export async function nodeModules() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Stop(`Node 20 or newer is needed; this is ${process.versions.node}. Get it from nodejs.org.`);
  }
  const stamp = join(root, "node_modules", ".from-lock");
  const lock = sha256(readFileSync(join(root, "package-lock.json")));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the node modules that package-lock.json names.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--loglevel=error"];
  const { code } = npm?.endsWith(".js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (code !== 0) throw new Stop("The node modules could not be installed. Is the network there? Then type: npm ci");
  writeFileSync(stamp, lock);
}

/** Rust, new enough, with its standard library for wasm. */
export async function rust() {
  const version = /^rustc (\d+)\.(\d+)/.exec(ask("rustc", ["--version"]) ?? "");
  if (!version) throw new Stop("Rust is needed, and was not found. Install rustup from rustup.rs, then type the same command again.");
  const [, major, minor] = /^rust-version = "(\d+)\.(\d+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  if (Number(version[1]) === Number(major) && Number(version[2]) < Number(minor)) {
    throw new Stop(`Rust ${major}.${minor} or newer is needed; this is ${version[1]}.${version[2]}. Type: rustup update`);
  }
  if (existsSync(join(sysroot(), "lib", "rustlib", WASM, "lib"))) return;
  say(`Adding Rust's standard library for ${WASM}.`);
  const { code } = await run("rustup", ["target", "add", WASM]);
  if (code === 127)
    throw new Stop(`Rust's standard library for ${WASM} is missing, and so is rustup, which adds it. Install rustup from rustup.rs.`);
  if (code !== 0) throw new Stop(`It could not be added. Is the network there? Then type: rustup target add ${WASM}`);
}

/** rustfmt and clippy, which a minimal installation of Rust lacks. */
export async function rustLinters() {
  const missing = ["rustfmt", "clippy"].filter((tool) => ask("cargo", [tool === "rustfmt" ? "fmt" : tool, "--version"]) === undefined);
  if (missing.length === 0) return;
  say(`Adding ${missing.join(" and ")} to Rust.`);
  const { code } = await run("rustup", ["component", "add", ...missing]);
  if (code !== 0) throw new Stop(`That failed. Type: rustup component add ${missing.join(" ")}`);
}

/** A Chromium to test in; its path. CHROMIUM names one that stands elsewhere. */
export async function browser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() !== 0 || !onPath("apt-get")) {
    throw new Stop("The tests need Chromium, and none was found. Install it, or set CHROMIUM to its path.");
  }
  say("Installing Chromium for the tests.");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await must("apt-get", ["update", "-qq"], { env });
  await must("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  const installed = findBrowser();
  if (!installed) throw new Stop("Chromium was installed, but not found afterwards. Set CHROMIUM to its path.");
  return installed;
}

export function findBrowser() {
  return process.env.CHROMIUM ?? ["chromium", "chromium-browser", "google-chrome"].map(onPath).find(Boolean);
}

/** An archive to send to, Orthanc with its DICOMweb plugin; its path, or nothing where it cannot be had: its tests then say so. */
export async function orthanc() {
  const found = findOrthanc();
  if (found || process.getuid?.() !== 0 || !onPath("apt-get")) return found;
  say("Installing Orthanc for the tests.");
  // The package would start a service of its own: told that there is no system to start it in, it does not.
  const env = { DEBIAN_FRONTEND: "noninteractive", SYSTEMD_OFFLINE: "1", RUNLEVEL: "1" };
  const get = async (...args) => (await run("apt-get", ["-qq", ...args], { env })).code === 0;
  if (!((await get("update")) && (await get("install", "-y", "--no-install-recommends", "orthanc", "orthanc-dicomweb")))) {
    say("Orthanc could not be installed.");
  }
  return findOrthanc();
}

/** ORTHANC names one that stands elsewhere. */
export function findOrthanc() {
  const path = process.env.ORTHANC || onPath("Orthanc") || "/usr/sbin/Orthanc";
  return existsSync(path) && existsSync(ORTHANC_DICOMWEB) ? path : undefined;
}

/** Where Debian puts the plugin. */
export const ORTHANC_DICOMWEB = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

/** The folder of the toolchain that builds this project. */
export function sysroot() {
  return ask("rustc", ["--print", "sysroot"]) ?? "";
}

/** Where a program is, if it is. */
export function onPath(program) {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
