/** Takes the place of `en.ftl` in the light page: the same words, packed as everything there. */
export { words as default } from "./packed-small.js";
