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

/** Whether something of this page still has to come over the network. */
export function comesBeside(supply: Supply): boolean {
  return supply === besideScript;
}

/** Has small packs ready before they are asked for: nearly every scan needs them, and the network may be switched off by then. */
export async function warm(supply: Supply): Promise<void> {
  const small = (["pictures", "codecs"] as const).filter((name) => !supply.lacks.includes(name));
  await Promise.all(small.map((name) => supply.pack(name)));
}

/** Calls back once the page is on the screen and nothing else is to be done. */
export function whenIdle(call: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(call, { timeout: 3000 });
  else setTimeout(call, 500);
}

function blockOf(part: PackPart): HTMLElement | null {
  return document.getElementById(`scan-scrubber-pack-${part}`);
}
