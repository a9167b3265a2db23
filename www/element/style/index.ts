/** The element's stylesheet: constructed, so that it applies under `style-src 'none'`, and made once for all elements. */

import { text } from "./sheet-text.js";

let made: CSSStyleSheet | undefined;

export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(text);
  }
  return made;
}
