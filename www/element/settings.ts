/** What the page around the element asks for, read from its attributes and its policy child. */

import type { Rules } from "./views/stage.js";

/** The rules asked for. */
export interface Wished {
  /** A policy, or the name of a built-in profile. */
  readonly policy: unknown;
  /** Where the policy is, in its place: the element itself fetches nothing. */
  readonly url?: string;
  readonly rules: Rules;
}

/**
 * The rules in force: a site's own policy first, as a property, a child or an attribute; then Options; then a known profile.
 *
 * Anything else is refused by the engine, never guessed.
 */
export function policyOf(host: HTMLElement, own: unknown): Wished {
  if (typeof own === "string") return named(host, own);
  if (own !== undefined && own !== null) return { policy: own, rules: "own" };
  const child = host.querySelector(':scope > script[type="application/json"]');
  if (child) return { policy: parse(child.textContent ?? ""), rules: "own" };
  const attribute = host.getAttribute("policy");
  if (attribute !== null) return named(host, attribute);
  const options = host.getAttribute("options");
  if (options !== null) return { policy: { version: 1, name: "site", options: options.split(/\s+/).filter(Boolean) }, rules: "own" };
  return profileNamed(host.getAttribute("profile") || "share");
}

/** A policy as text: JSON, the `#id` of a script in this document that holds JSON, a profile's name, or an address. */
function named(host: HTMLElement, text: string): Wished {
  const said = text.trim();
  if (said.startsWith("{")) return { policy: parse(said), rules: "own" };
  if (said.startsWith("#")) {
    const block = (host.getRootNode() as Document | ShadowRoot).querySelector(
      `script[type="application/json"][id="${CSS.escape(said.slice(1))}"]`,
    );
    return { policy: parse(block?.textContent ?? ""), rules: "own" };
  }
  if (isProfile(said)) return profileNamed(said);
  return { policy: null, url: said, rules: "own" };
}

/** An unknown name goes through as it is: the engine refuses it with its code. */
function profileNamed(profile: string): Wished {
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
