/** How the element comes by its engine: worker and core are carried inside the script, further wasm files as the page says. */

import { coreLexicon, coreModule, Engine, freshKey, type Supply, spawnInBrowser } from "../engine/index.js";

/** What one batch asks for. */
export interface EngineWishes {
  /** A policy, or the name of a built-in profile. */
  readonly policy: unknown;
  /** 32 bytes of the site's own; a fresh key where there are none. */
  readonly key: Uint8Array | undefined;
  /** Where the worker's script is, for pages that forbid blob workers. */
  readonly workerUrl: string | undefined;
  /** Where further wasm files come from. */
  readonly supply: Supply;
}

export type EngineMaker = (wishes: EngineWishes) => Promise<Engine>;

/** The engine of this edition. */
export const makeEngine: EngineMaker = async ({ policy, key, workerUrl, supply }) =>
  new Engine({
    spawn: () => spawnInBrowser(workerUrl),
    module: await coreModule(),
    lexicon: await coreLexicon(),
    supply,
    policy,
    key: key ?? ownKey(),
  });

/** A known key undoes everything, so that a browser without randomness is refused. */
function ownKey(): Uint8Array {
  try {
    return freshKey();
  } catch {
    throw new KeyError();
  }
}

/** There is no safe key. */
class KeyError extends Error {
  readonly code = "key";

  constructor() {
    super("no safe key");
    this.name = "KeyError";
  }
}
