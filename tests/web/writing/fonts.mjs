/** Open fonts of the development dependencies (@fontsource, OFL and alike), as data that a page can load. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FACES } from "./faces.mjs";
import { characters, PLAIN, SCRIPTS } from "./texts.mjs";

const root = fileURLToPath(new URL("../../../node_modules/@fontsource/", import.meta.url));

/** The files of every face, as far as they hold a character in use. @returns {{ family: string, weight: string, range: string, url: string }[]} */
export function fontFiles() {
  const used = [...new Set([...PLAIN, ...Object.keys(SCRIPTS).flatMap((script) => [...characters(script)])])].map(code);
  return FACES.flatMap(({ family, folder, weight }) =>
    parts(folder, weight)
      .filter((part) => used.some((each) => holds(part, each)))
      .map(({ range, path }) => ({ family, weight, range, url: `data:font/woff2;base64,${readFileSync(path, "base64")}` })),
  );
}

/** The characters that a face's files do not announce. */
export function missing({ folder, weight }, wanted) {
  const files = parts(folder, weight);
  return [...wanted].filter((each) => !files.some((part) => holds(part, code(each))));
}

/** A package's style sheet names its files and what each is for. */
function parts(folder, weight) {
  const sheet = readFileSync(`${root}${folder}/${weight}.css`, "utf8");
  return [...sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face]) => {
    const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(face)?.[1];
    const range = /unicode-range:\s*([^;]+);/.exec(face)?.[1] ?? "U+0-10FFFF";
    const path = `${root}${folder}/${file}`;
    return file && existsSync(path) ? [{ range, spans: spans(range), path }] : [];
  });
}

function spans(range) {
  return range.split(",").map((part) => {
    const [from, to = from] = part.trim().slice(2).split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const code = (character) => character.codePointAt(0);
const holds = (part, point) => part.spans.some(([from, to]) => point >= from && point <= to);
