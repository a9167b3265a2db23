/** The name that a person wants on the scans: from what is typed to a Person Name (PN, PS3.5 6.2), and whether it is the real one. */

import type { Review } from "../engine/index.js";

/** What was typed: nothing, a name, or something that is none. */
export type Typed =
  | { readonly kind: "nothing" }
  | { readonly kind: "name"; readonly name: string }
  /** "signs": a backslash, ^, = or a mark that cannot be seen; "long": more than 64 characters. */
  | { readonly kind: "bad"; readonly fault: "signs" | "long" };

/** "Jana Muster" is "Muster^Jana": the last word is the family name. */
export function typedName(text: string): Typed {
  const words = text.normalize("NFC").split(/\s+/u).filter(Boolean);
  const family = words.pop();
  if (family === undefined) return { kind: "nothing" };
  if (FORBIDDEN.test(text)) return { kind: "bad", fault: "signs" };
  const name = words.length > 0 ? `${family}^${words.join(" ")}` : family;
  return [...name].length > LONGEST ? { kind: "bad", fault: "long" } : { kind: "name", name };
}

/** Whether a word of it is a word of a name in the files, in whatever order, case or accents. Initials alone are nobody's. */
export function isOfPerson(name: string, review: Review): boolean {
  const real = new Set(review.patients.flatMap(({ shown }) => wordsOf(shown.name ?? "")));
  return wordsOf(name).some((word) => real.has(word));
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  // One sign is a whole name where names are written in ideographs.
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 || /\p{Ideographic}/u.test(word));
}

/** Separators of PN and of values, control characters, and marks that turn the writing direction. */
const FORBIDDEN = /[\\^=\p{Cc}\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** Characters of a component group of PN. */
const LONGEST = 64;
