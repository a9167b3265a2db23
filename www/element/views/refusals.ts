/** What is not included and what was left out: grouped by reason, each with what to do; the files behind a press. */

import { h, value } from "../h.js";
import { otherKind, reason, remedy } from "../names.js";
import type { Texts } from "../texts.js";

/** Files that are withheld, by code. */
export function withheldList(texts: Texts, withheld: readonly { code: string; path: string }[]): HTMLElement {
  return h(
    "ul",
    { class: "reasons" },
    ...grouped(withheld, (file) => file.code).map(([code, files]) =>
      h(
        "li",
        { "data-code": code },
        h("p", {}, h("strong", {}, reason(texts, code)), " ", remedy(texts, code)),
        paths(texts, files, (file) => value(file.path)),
      ),
    ),
  );
}

/** Things that are no scans, by kind. */
export function leftOutList(texts: Texts, leftOut: readonly { what: string; path: string }[]): HTMLElement {
  return h(
    "ul",
    { class: "reasons" },
    ...grouped(leftOut, (file) => file.what).map(([what, files]) =>
      h(
        "li",
        { "data-what": what },
        h("p", {}, otherKind(texts, what)),
        paths(texts, files, (file) => value(file.path)),
      ),
    ),
  );
}

/** The files of one group, shown on demand: paths are as private as names. */
function paths<T>(texts: Texts, files: readonly T[], show: (file: T) => HTMLElement): HTMLElement {
  const more = files.length - SHOWN;
  return h(
    "details",
    {},
    h("summary", {}, texts.say("review-files"), ` (${files.length})`),
    h(
      "ul",
      { class: "paths" },
      ...files.slice(0, SHOWN).map((file) => h("li", {}, show(file))),
      more > 0 && h("li", {}, texts.say("review-more", { count: more })),
    ),
  );
}

function grouped<T>(files: readonly T[], by: (file: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const group = groups.get(by(file));
    if (group) group.push(file);
    else groups.set(by(file), [file]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** More would only be scrolled over. */
const SHOWN = 50;
