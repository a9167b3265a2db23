/** What the page around the element asks for, read from its attributes and its policy child. */

import type { Rules } from "./views/stage.js";

/** The rules in force: a site's own policy first, then a known profile; anything else is refused, never guessed. */
export function policyOf(host: HTMLElement, own: unknown): { policy: unknown; rules: Rules } {
  if (own !== undefined) return { policy: own, rules: "own" };
  const child = host.querySelector(':scope > script[type="application/json"]');
  if (child) return { policy: parse(child.textContent ?? ""), rules: "own" };
  const profile = host.getAttribute("profile") || "share";
  // An unknown name goes through as it is: the engine refuses it with its code.
  return { policy: profile, rules: isProfile(profile) ? profile : "own" };
}

/** The most bytes that may be chosen, or undefined for no limit. A limit that is no number allows nothing. */
export function maxBytesOf(host: HTMLElement): number | undefined {
  const text = host.getAttribute("max-bytes");
  if (text === null) return undefined;
  return /^\d+$/.test(text.trim()) ? Number(text) : 0;
}

/** The language asked for: the element's own, else the nearest around it, else the browser's. */
export function languageOf(host: HTMLElement): string {
  const near = host.closest("[lang]")?.getAttribute("lang");
  return near || document.documentElement.lang || navigator.language;
}

/** Not JSON is not a policy: the engine refuses `null`. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isProfile(name: string): name is Exclude<Rules, "own"> {
  return name === "share" || name === "strict" || name === "clinical";
}
