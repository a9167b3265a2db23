/** What the light page packs in one: the English words and the element's stylesheet. */

import packed from "scan-scrubber:packed-texts";
import { bytesOf } from "../engine/carried.js";
import { unpackLzmaNow } from "../engine/lzma.js";

const [english = "", rules = ""] = new TextDecoder().decode(unpackLzmaNow(bytesOf(packed))).split("\0");

export const words = english;
export const style = rules;
