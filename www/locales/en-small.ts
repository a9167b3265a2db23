/** Takes the place of `en.ftl` in the light page: the same words, packed as everything there. */

import { decompress } from "lzma1";
import packed from "scan-scrubber:packed-words";
import { bytesOf } from "../engine/carried.js";

export default new TextDecoder().decode(decompress(bytesOf(packed)));
