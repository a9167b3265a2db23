/** The languages at hand, by their BCP 47 tag. Add a file and a line here for a further one. */

import en from "./en.ftl";

export const locales: Readonly<Record<string, string>> = { en };

/** Spoken where nothing better is known. */
export const fallback = "en";
