/** The rules of the element's stylesheet, one after the other. */

import base from "./base.css";
import face from "./face.css";
import look from "./look.css";
import parts from "./parts.css";
import rules from "./rules.css";
import steps from "./steps.css";

export const text = base + face + look + parts + rules + steps;
