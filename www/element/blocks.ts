/** Long lists in blocks: those near the screen are made, of all others there is only their height. */

import { h } from "./h.js";

export interface BlockOptions {
  /** Items of a block. */
  readonly per: number;
  /** Height of an item, in CSS pixels, before any was measured. */
  readonly height: number;
  /** What scrolls the list, where it is not the page. */
  readonly root?: Element;
  /** The element that a block's items are in. */
  readonly shell: () => HTMLElement;
  /** What has the height of what is not there; it is given a style. */
  readonly gap: () => { readonly outer: HTMLElement; readonly inner: HTMLElement };
  readonly make: (index: number) => HTMLElement;
}

export interface Blocks {
  /** The blocks, for the list. */
  readonly shells: readonly HTMLElement[];
  /** The element of an item, made if it is not there. */
  reach(index: number): HTMLElement | undefined;
}

/** Blocks of `count` items. A short list is there as a whole, always. */
export function blocks(count: number, options: BlockOptions): Blocks {
  const { per, shell } = options;
  const isShort = count <= per * SHORT;
  const all = Array.from(
    { length: Math.ceil(count / per) },
    (_, at) => new Block(shell(), at * per, Math.min(count, (at + 1) * per), options),
  );
  for (const [at, block] of all.entries()) {
    if (isShort || at < FIRST) block.fill();
    else block.clear(undefined);
  }
  if (!isShort) watch(all, options.root);
  return {
    shells: all.map((block) => block.shell),
    reach(index) {
      const block = all[Math.floor(index / per)];
      block?.fill();
      return block?.shell.children[index - block.from] as HTMLElement | undefined;
    },
  };
}

/** A gap of a plain list. */
export function gap(): ReturnType<BlockOptions["gap"]> {
  const inner = h("div", { "aria-hidden": "true" });
  return { outer: inner, inner };
}

class Block {
  #options: BlockOptions;
  #isFull = false;

  constructor(
    readonly shell: HTMLElement,
    readonly from: number,
    readonly to: number,
    options: BlockOptions,
  ) {
    this.#options = options;
  }

  fill(): void {
    if (this.#isFull) return;
    this.#isFull = true;
    this.shell.replaceChildren(...Array.from({ length: this.to - this.from }, (_, at) => this.#options.make(this.from + at)));
  }

  /** @param height what it was when it was there, in CSS pixels */
  clear(height: number | undefined): void {
    // Whoever is at one of them must not lose it.
    if (this.shell.matches(":focus-within")) return;
    this.#isFull = false;
    const { outer, inner } = this.#options.gap();
    inner.style.blockSize = `${height || (this.to - this.from) * this.#options.height}px`;
    this.shell.replaceChildren(outer);
  }
}

/** Fills blocks that come near, and clears those that are far away. */
function watch(all: readonly Block[], root: Element | undefined): void {
  const byShell = new Map<Element, Block>(all.map((block) => [block.shell, block]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (!target.isConnected) continue;
        const block = byShell.get(target);
        if (isIntersecting) block?.fill();
        else block?.clear(boundingClientRect.height);
      }
    },
    { root: root ?? null, rootMargin: MARGIN },
  );
  for (const { shell } of all) observer.observe(shell);
}

/** As many blocks as this are no long list. */
const SHORT = 3;
/** These are there from the start. */
const FIRST = 1;
/** How far above and below the screen blocks are there. */
const MARGIN = "1200px 0px";
