/** Takes the place of `advice-text.ts` in the light page: it has these words in English, and nothing beside it. */

import { textOfBlock } from "./blocks.js";

/** The text of a language, where it is carried. */
export function adviceText(tag: string): Promise<string | undefined> {
  return textOfBlock(`advice-${tag}`);
}
