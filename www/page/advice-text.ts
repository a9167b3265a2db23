/** What else a person can do, as Fluent, in each language. */

import { textOfBlock } from "./blocks.js";

type Module = { readonly default: string };

/** Each by its name, so that a bundler sees it, and nobody can import anything else. */
const BESIDE: Readonly<Record<string, () => Promise<Module>>> = {
  ar: () => import("scan-scrubber:advice-ar"),
  de: () => import("scan-scrubber:advice-de"),
  en: () => import("scan-scrubber:advice-en"),
  es: () => import("scan-scrubber:advice-es"),
  fr: () => import("scan-scrubber:advice-fr"),
  he: () => import("scan-scrubber:advice-he"),
  hi: () => import("scan-scrubber:advice-hi"),
  ja: () => import("scan-scrubber:advice-ja"),
  pt: () => import("scan-scrubber:advice-pt"),
  zh: () => import("scan-scrubber:advice-zh"),
};

/**
 * The text of a language: carried in the page, or beside it.
 *
 * @param tag one of `languages`
 * @returns nothing where there is none. Rejects where it cannot be had now
 */
export async function adviceText(tag: string): Promise<string | undefined> {
  return (await textOfBlock(`advice-${tag}`)) ?? (await BESIDE[tag]?.())?.default;
}
