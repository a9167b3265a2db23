/** The languages of the words: English is carried, the others are learnt when somebody wants them. */

import en from "./en.ftl";

/** Spoken where nothing better is known, and until that has come. */
export const fallback = "en";

/** All there are, by their BCP 47 tag, as their own speakers call them. Add a file here and in `advice/`, and a line here, in `words.ts` and in `page/advice-text.ts` for a further one. */
export const languages: Readonly<Record<string, string>> = {
  en: "English",
  ar: "العربية",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  ja: "日本語",
  pt: "Português",
  zh: "简体中文",
};

const texts = new Map([[fallback, en]]);

/** The Fluent text of a language, once it is at hand. */
export function textOf(tag: string): string | undefined {
  return texts.get(tag);
}

/** Keeps a language's text for as long as the page lives. */
export function learn(tag: string, text: string): void {
  texts.set(tag, text);
}

/** The best of some languages for one that is wanted: the same tag, else the same first part, else none. */
export function nearest(wanted: string, tags: readonly string[]): string | undefined {
  const lower = wanted.toLowerCase();
  const base = lower.split("-")[0];
  return tags.find((tag) => tag.toLowerCase() === lower) ?? tags.find((tag) => tag.toLowerCase().split("-")[0] === base);
}
