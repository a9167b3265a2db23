/** Takes the place of `sheet-text.ts` in the light page: the same rules, packed with its words. */
export { style as text } from "../../locales/packed-small.js";
