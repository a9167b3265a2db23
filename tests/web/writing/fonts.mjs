/** Open fonts of the development dependencies (@fontsource, OFL and alike), as data that a page can load. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FACES } from "./faces.mjs";
import { characters, PLAIN, SCRIPTS } from "./texts.mjs";

const root = fileURLToPath(new URL("../../../node_modules/@fontsource/", import.meta.url));

/** The files of every face, as far as they hold a character in use. @returns {{ family: string, weight: string, range: string, url: string }[]} */
export function fontFiles() {
  const used = new Set([...PLAIN, ...Object.keys(SCRIPTS).flatMap((script) => [...characters(script)])]);
  const files = [];
  for (const { family, folder, weight } of FACES) {
    for (const { range, path } of parts(folder, weight)) {
      if (![...used].some((each) => holds(range, each))) continue;
      const url = `data:font/woff2;base64,${readFileSync(path, "base64")}`;
      files.push({ family, weight, range, url });
    }
  }
  return files;
}

/** The characters that a face's files do not announce. */
export function missing({ folder, weight }, wanted) {
  const ranges = parts(folder, weight).map(({ range }) => range);
  return [...wanted].filter((each) => !ranges.some((range) => holds(range, each)));
}

/** A package's style sheet names its files and what each is for. */
function parts(folder, weight) {
  const sheet = readFileSync(`${root}${folder}/${weight}.css`, "utf8");
  return [...sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face]) => {
    const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(face)?.[1];
    const range = /unicode-range:\s*([^;]+);/.exec(face)?.[1] ?? "U+0-10FFFF";
    const path = `${root}${folder}/${file}`;
    return file && existsSync(path) ? [{ range, path }] : [];
  });
}

function holds(range, character) {
  const code = character.codePointAt(0);
  return range.split(",").some((part) => {
    const [from, to = from] = part.trim().slice(2).split("-");
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  });
}
