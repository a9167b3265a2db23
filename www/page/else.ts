/** The offer of what else a person can do: loaded when it is asked for, and again in each language that is chosen while it is open. */

import type { Texts } from "../element/texts.js";
import { fallback } from "../locales/index.js";
import { Advice } from "./advice.js";
import { adviceText } from "./advice-text.js";
import { AdviceWords } from "./advice-words.js";

const place = document.getElementById("else-place");
const opener = document.getElementById("else-open");
const status = document.getElementById("else-said");
let words: Texts | undefined;
/** What is on the screen: what was typed lives in it, as long as the page does. */
let advice: Advice | undefined;
/** What has come so far, by its language. */
const known = new Map<string, AdviceWords>();

/** Shows the offer in the page's language; and the steps, where they are open. */
export function setElse(texts: Texts): void {
  if (opener && !words) opener.addEventListener("click", () => void show());
  words = texts;
  if (opener) opener.hidden = advice !== undefined;
  if (advice) void show();
  else say("");
}

async function show(): Promise<void> {
  const wanted = words?.language;
  if (!place || !wanted) return;
  const found = (await have(wanted)) ?? (await have(fallback));
  // Another language may have been chosen since.
  if (wanted !== words?.language) return;
  if (found) {
    const isFirst = advice === undefined;
    advice ??= new Advice(place, english);
    advice.show(found);
    if (opener) opener.hidden = true;
    if (isFirst) document.getElementById("else-title")?.focus();
  }
  say(found ? (found.language === wanted ? "" : "else-english") : "else-failed");
}

/** The English words, for letters. */
async function english(): Promise<AdviceWords | undefined> {
  const found = await have(fallback);
  say(found ? "" : "else-failed");
  return found;
}

async function have(language: string): Promise<AdviceWords | undefined> {
  const found = known.get(language);
  if (found) return found;
  try {
    const text = await adviceText(language);
    const fresh = text ? new AdviceWords(language, text) : undefined;
    if (fresh) known.set(language, fresh);
    return fresh;
  } catch {
    // The network may be gone: the next wish asks again.
    return undefined;
  }
}

function say(id: string): void {
  if (status) status.textContent = id && words ? words.say(id) : "";
}
