/** The words of the page around the element: its languages, and the menu that changes them. */

import { Texts } from "../element/texts.js";
import { fallback, languages, nearest } from "../locales/index.js";
import { besideWords, have, type Words } from "../locales/words.js";
import { hasBlock, textOfBlock } from "./blocks.js";

/**
 * Where this page has its languages from: beside it, or in blocks that no browser runs.
 *
 * From disk nothing can be imported: there, what is not carried is not to be had.
 */
export function wordsOfPage(): Words {
  const carried = Object.keys(languages).filter((tag) => tag !== fallback && hasBlock(tag));
  if (carried.length === 0 && location.protocol !== "file:") return besideWords;
  return {
    tags: Object.keys(languages).filter((tag) => tag === fallback || carried.includes(tag)),
    text: async (tag) => (await textOfBlock(tag)) ?? "",
  };
}

/** What the browser's languages have in common with ours: the first that is there. */
export function wished(words: Words): string {
  for (const language of navigator.languages) {
    const tag = nearest(language, words.tags);
    if (tag) return tag;
  }
  return fallback;
}

/** Changes the language of the page and of the element, as soon as it is at hand. Resolves to the words that are spoken then. */
export async function speak(words: Words, wanted: string, scrubber: HTMLElement | null): Promise<Texts> {
  await have(words, wanted);
  const texts = new Texts(wanted);
  document.documentElement.lang = texts.language;
  document.documentElement.dir = texts.direction ?? "ltr";
  scrubber?.setAttribute("lang", texts.language);
  for (const place of document.querySelectorAll<HTMLElement>("[data-say]")) place.textContent = texts.say(place.dataset.say ?? "");
  return texts;
}

/** Fills the menu, in each language's own name, and shows it where there is a choice. */
export function fillMenu(menu: HTMLSelectElement, words: Words, changed: (tag: string) => void): void {
  for (const tag of words.tags) {
    const option = new Option(languages[tag] ?? tag, tag);
    option.lang = tag;
    menu.append(option);
  }
  menu.addEventListener("change", () => changed(menu.value));
  const label = menu.closest("label");
  if (label) label.hidden = words.tags.length < 2;
}

/** Says in a reader's own language that this page does not have it: who cannot read the rest must not wonder why. */
export function sayLacking(place: HTMLElement, words: Words): void {
  const first = navigator.languages.map((language) => nearest(language, Object.keys(languages))).find((tag) => tag !== undefined);
  const said = first !== undefined && !words.tags.includes(first) ? LACKING[first] : undefined;
  place.hidden = said === undefined;
  if (first === undefined || said === undefined) return;
  place.lang = first;
  place.dir = "auto";
  place.textContent = said;
}

/** "This small copy does not speak your language. The full one does." */
const LACKING: Readonly<Record<string, string>> = {
  ar: "هذه النسخة الصغيرة لا تتكلم العربية. النسخة الكاملة تتكلمها.",
  de: "Diese kleine Fassung spricht kein Deutsch. Die volle schon.",
  es: "Esta copia pequeña no habla español. La completa sí.",
  fr: "Cette petite version ne parle pas français. La version complète, si.",
  he: "העותק הקטן הזה לא מדבר עברית. המלא כן.",
  hi: "यह छोटी प्रति हिन्दी नहीं बोलती। पूरी प्रति बोलती है।",
  ja: "この小さな版は日本語に対応していません。完全版は対応しています。",
  pt: "Esta cópia pequena não fala português. A completa fala.",
  zh: "这个小版本不含中文，完整版有。",
};

/** The languages that this page does not have. */
export function lacking(words: Words): string[] {
  return Object.keys(languages).flatMap((tag) => (words.tags.includes(tag) ? [] : [languages[tag] ?? tag]));
}
