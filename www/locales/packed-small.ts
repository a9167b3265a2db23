/** What the light page packs in one: the English words and the element's stylesheet. */

import packed from "scan-scrubber:packed-texts";
import { decompress } from "lzma1";
import { bytesOf } from "../engine/carried.js";

const [english = "", rules = ""] = new TextDecoder().decode(decompress(bytesOf(packed))).split("\0");

export const words = english;
export const style = rules;
