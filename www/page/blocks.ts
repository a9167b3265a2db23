/** Words that a page of one file carries, in blocks that no browser runs. */

import { unpack } from "../engine/carried.js";

/** Whether the page carries words of that name. */
export function hasBlock(name: string): boolean {
  return blockOf(name) !== null;
}

/** The Fluent text of that name; nothing where the page does not carry it. */
export async function textOfBlock(name: string): Promise<string | undefined> {
  const block = blockOf(name);
  return block ? new TextDecoder().decode(await unpack(block.textContent ?? "")) : undefined;
}

function blockOf(name: string): HTMLElement | null {
  return document.getElementById(`scan-scrubber-words-${name}`);
}
