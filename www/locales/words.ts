/** Where an edition gets the languages from that its script does not carry. */

import { fallback, languages, learn, nearest, textOf } from "./index.js";

export interface Words {
  /** What can be had, the fallback among it. */
  readonly tags: readonly string[];
  /** The Fluent text of one of those. May reject, and be asked again. */
  text(tag: string): Promise<string>;
}

type Module = { readonly default: string };

/** Each by its name, so that a bundler sees it, and nobody can import anything else. */
const BESIDE: Readonly<Record<string, () => Promise<Module>>> = {
  ar: () => import("scan-scrubber:words-ar"),
  de: () => import("scan-scrubber:words-de"),
  es: () => import("scan-scrubber:words-es"),
  fr: () => import("scan-scrubber:words-fr"),
  he: () => import("scan-scrubber:words-he"),
  hi: () => import("scan-scrubber:words-hi"),
  ja: () => import("scan-scrubber:words-ja"),
  pt: () => import("scan-scrubber:words-pt"),
  zh: () => import("scan-scrubber:words-zh"),
};

/** The modules beside the script. */
export const besideWords: Words = {
  tags: Object.keys(languages),
  text: async (tag) => (await BESIDE[tag]?.())?.default ?? "",
};

/**
 * Has the best language for a wish at hand.
 *
 * @param wanted a BCP 47 tag
 * @returns whether that changed anything: not where it was at hand, where there is none, or where it cannot be had
 */
export async function have(words: Words, wanted: string): Promise<boolean> {
  const tag = nearest(wanted, words.tags) ?? fallback;
  if (textOf(tag) !== undefined) return false;
  try {
    const text = await words.text(tag);
    if (text === "" || textOf(tag) !== undefined) return text !== "";
    learn(tag, text);
    return true;
  } catch {
    // The network may be gone: the words at hand do, and the next wish asks again.
    return false;
  }
}
