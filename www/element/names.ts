/** How values of a scan's header are written for a person. They are shown on this screen only. */

import type { Texts } from "./texts.js";

/**
 * A person's name as it is said: "Doe^Jane^^Dr" is "Dr Jane Doe" (PN, PS3.5 6.2.1).
 *
 * Of the three representations (alphabetic, ideographic, phonetic) the first that is filled is taken.
 */
export function personName(value: string): string {
  const written = value.split("=").find((representation) => representation.replace(/\^/g, "").trim() !== "") ?? value;
  const [family, given, middle, prefix, suffix] = written.split("^").map((part) => part.trim());
  const said = [prefix, given, middle, family, suffix].filter(Boolean).join(" ");
  return said === "" ? value : said;
}

/** A file's words inside a sentence of ours, where no element can hold them: kept in their own writing direction (UAX #9). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** "MRI scan", "X-ray" …: the kind of scan in plain words. */
export function modality(texts: Texts, code: string): string {
  const known = code.replace(/[^A-Z]/g, "");
  return texts.sayFirst([`modality-${known}`, "modality-other"], { modality: isolated(code) });
}

/** Why something was not included, by its stable code. */
export function reason(texts: Texts, code: string): string {
  return texts.sayFirst([`code-${code}`, "code-other"], { code });
}

/** What to do about it. */
export function remedy(texts: Texts, code: string): string {
  return texts.sayFirst([`code-${code}.do`, "code-other.do"]);
}

/** What a thing that is no scan is. */
export function otherKind(texts: Texts, what: string): string {
  return texts.sayFirst([`what-${what}`, "what-unknown"]);
}
