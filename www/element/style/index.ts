/** The element's stylesheet: constructed, so that it applies under `style-src 'none'`, and made once for all elements. */

import base from "./base.css";
import face from "./face.css";
import look from "./look.css";
import parts from "./parts.css";
import rules from "./rules.css";
import steps from "./steps.css";

let made: CSSStyleSheet | undefined;

export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(base + face + look + parts + rules + steps);
  }
  return made;
}
