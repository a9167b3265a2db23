/** Where this page has its further wasm files from. */

import { besideScript, type PackName, type PackPart, type Supply, supplyOf } from "../engine/index.js";

/**
 * A page that is one file carries them in blocks that no browser runs; a page that is served has them beside it.
 *
 * From disk nothing can be imported: there, what is not carried is not to be had.
 */
export function supplyOfPage(): Supply {
  const carries = (part: PackPart) => blockOf(part) !== null;
  const has = (["pictures", "codecs", "reader"] satisfies PackName[]).filter(
    (name) => carries(name) && (name !== "reader" || carries("models")),
  );
  if (has.length === 0 && location.protocol !== "file:") return besideScript;
  return supplyOf(has, async (part) => blockOf(part)?.textContent ?? "");
}

/**
 * Has small packs ready before they are asked for, once the page is on the screen: nearly every scan needs them, and the network may be
 * switched off by then. `ready` is called once they are.
 */
export function warm(supply: Supply, ready: () => void): void {
  const load = (): void => {
    const small = (["pictures", "codecs"] as const).filter((name) => !supply.lacks.includes(name));
    // What fails is asked for again when it is needed.
    Promise.all(small.map((name) => supply.pack(name))).then(ready, () => undefined);
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 3000 });
  else setTimeout(load, 500);
}

function blockOf(part: PackPart): HTMLElement | null {
  return document.getElementById(`scan-scrubber-pack-${part}`);
}
