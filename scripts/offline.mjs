/** The page that can be kept: its list of files with their hashes, its manifest, and its service worker. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, root, sha } from "./lib.mjs";

/** The page itself has the folder's address. */
export const PAGE = "./";

/** What may be kept beside the page. */
export function keptFiles(locales) {
  const packs = ["pictures", "codecs", "reader", "models"].map((part) => `pack-${part}.js`);
  const words = [...locales, ...["en", ...locales].map((tag) => `advice-${tag}`)].map((name) => `locales/${name}.js`);
  return [...packs, ...words, "offline.js", "manifest.webmanifest"].filter((name) => existsSync(join(dist, name)));
}

/** Bytes of what is kept beside the page, as a round number: the page tells it, so it cannot count itself to the byte. */
export function keptBytes(locales) {
  const beside = keptFiles(locales).reduce((sum, name) => sum + readFileSync(join(dist, name)).length, 0);
  return Math.ceil((beside + PAGE_BYTES) / 100_000) * 100_000;
}

/** The module `scan-scrubber:list`. */
export function listOf(locales) {
  const integrity = (name) => `sha384-${sha("sha384", readFileSync(join(dist, name)), "base64")}`;
  const files = { [PAGE]: integrity("index.html"), ...Object.fromEntries(keptFiles(locales).map((name) => [name, integrity(name)])) };
  const edition = sha("sha256", Buffer.from(JSON.stringify(files)), "hex").slice(0, 16);
  return `export const files = ${JSON.stringify(files)}, edition = "${edition}";`;
}

/** What a browser wants to know of a page that is put among the apps. Its icon is inside: the page's policy lets no picture be loaded. */
export function manifest() {
  const icon = readFileSync(join(root, "www/offline/icon.svg"), "utf8").trim();
  return `${JSON.stringify(
    {
      name: "Scan scrubber",
      short_name: "Scan scrubber",
      description: "Removes your name and other details from medical scans, on your own device. Nothing is sent.",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#ece5d8",
      theme_color: "#0b5c56",
      icons: [{ src: `data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}`, sizes: "any", type: "image/svg+xml" }],
    },
    null,
    2,
  )}\n`;
}

/** About what the page itself weighs. */
const PAGE_BYTES = 1_100_000;
