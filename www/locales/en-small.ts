/** Takes the place of `en.ftl` in the light page: the same words, packed as everything there. */

import packed from "scan-scrubber:packed-words";
import { decompress } from "lzma1";
import { bytesOf } from "../engine/carried.js";

export default new TextDecoder().decode(decompress(bytesOf(packed)));
