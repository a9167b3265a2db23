/** The set of pictures with known writing: painted by a browser, the same each time, handed over one by one. */

import { startBrowser } from "../browser.mjs";
import { bundle } from "../load.mjs";
import { fontFiles } from "./fonts.mjs";
import { TEXTLESS, WRITTEN } from "./plan.mjs";

/**
 * One picture and what is known of it.
 *
 * @typedef {object} Picture
 * @property {number} index
 * @property {string} kind what it looks like
 * @property {number} width
 * @property {number} height
 * @property {1 | 3} samples grey, or red, green, blue
 * @property {boolean} jpeg has been through JPEG
 * @property {string[]} identifiers what identifies its person, as written in pictures
 * @property {{ name: string, id: string, birth: string, study: string, place: string }} header the same as a header has it
 * @property {Uint8Array} data pixel after pixel
 * @property {Word[]} words
 *
 * @typedef {object} Word
 * @property {string} text
 * @property {"identifying" | "harmless"} meaning
 * @property {{ x: number, y: number, width: number, height: number }} box tight
 * @property {Uint8Array} ink 1 for each pixel of the box that is part of a letter
 * @property {string} script `digits` where there is no letter
 * @property {number} size pixels an em
 * @property {string} band
 * @property {string} angle
 * @property {string} font
 * @property {string} colour
 * @property {string} contrast
 * @property {string} under what it stands on
 */

/** The numbers of all pictures. */
export const ALL = Array.from({ length: WRITTEN + TEXTLESS }, (_, index) => index);

/**
 * Makes pictures and hands over one after the other.
 *
 * @param {(picture: Picture) => unknown} each awaited before the next is made
 * @param {readonly number[]} [indices]
 */
export async function makePictures(each, indices = ALL) {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle("writing/set.mjs", { platform: "browser", format: "iife" }) });
    await page.evaluate((files) => globalThis.loadFonts(files), fontFiles());
    for (const index of indices) {
      const made = await page.evaluate((number) => globalThis.makePicture(number), index);
      await each(unpacked(made));
    }
  } finally {
    await browser.close();
  }
}

function unpacked({ data, words, ...rest }) {
  const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));
  return { ...rest, data: bytes(data), words: words.map((word) => ({ ...word, ink: bytes(word.ink) })) };
}
