/** Workers, the core and its data in a browser, which are part of this script, and the packs, which lie beside it. Nothing is fetched. */

import packedLexicon from "scan-scrubber:lexicon";
import packedWasm from "scan-scrubber:wasm";
import { type PackPart, supplyOf, unpack } from "./carried.js";
import { EngineError } from "./errors.js";
import type { WorkerLike } from "./messages.js";
import { PACKS, type Supply } from "./supply.js";
import { workerText } from "./worker-text.js";

/** Starts a worker from this script's own text. `url` names another place, for pages whose policy forbids blob workers. */
export function spawnInBrowser(url?: string): WorkerLike {
  const worker = new Worker((url === undefined ? ownUrl() : trusted(url)) as string);
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onmessage, ondeath) => {
      worker.onmessage = (event: MessageEvent<unknown>) => onmessage(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        ondeath();
      };
      worker.onmessageerror = ondeath;
    },
    terminate: () => worker.terminate(),
  };
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The core, compiled once a page. */
export function coreModule(): Promise<WebAssembly.Module> {
  compiled ??= unpack(packedWasm).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

let data: Promise<Uint8Array> | undefined;

/** The core's data: what it knows of words. */
export function coreLexicon(): Promise<Uint8Array> {
  data ??= unpack(packedLexicon);
  return data;
}

/** The packs as modules that lie beside this script, imported when a file needs them: by address, so that a page's policy sees them. */
const BESIDE: Readonly<Record<PackPart, () => Promise<{ readonly default: string }>>> = {
  pictures: () => import("scan-scrubber:pack-pictures"),
  codecs: () => import("scan-scrubber:pack-codecs"),
  reader: () => import("scan-scrubber:pack-reader"),
  models: () => import("scan-scrubber:pack-models"),
};

/** What lies beside this script. */
export const besideScript: Supply = supplyOf(PACKS, async (part) => (await BESIDE[part]()).default);

/** 32 bytes for a new key. Throws "key" where there is no safe one: a key that can be guessed undoes everything. */
export function freshKey(): Uint8Array {
  const key = new Uint8Array(32);
  try {
    crypto.getRandomValues(key);
  } catch {
    throw new EngineError("key");
  }
  if (key.every((byte) => byte === 0)) throw new EngineError("key");
  return key;
}

interface UrlPolicy {
  createScriptURL(url: string): unknown;
}

let own: unknown;

/** One blob for all workers. It stays as long as the page, since workers are replaced at any time. */
function ownUrl(): unknown {
  own ??= trusted(URL.createObjectURL(new Blob([workerText()], { type: "text/javascript" })));
  return own;
}

let policy: UrlPolicy | undefined;

/** A worker's address in the form that a page with Trusted Types asks for. */
function trusted(url: string): unknown {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } }).trustedTypes;
  policy ??= types?.createPolicy("scan-scrubber", { createScriptURL: checked });
  return policy ? policy.createScriptURL(url) : url;
}

/** What the one Trusted Types policy passes: our own blob, and a script of the page's own origin. */
function checked(url: string): string {
  if (!url.startsWith("blob:") && new URL(url, location.href).origin !== location.origin) {
    throw new TypeError("A worker comes from a blob, or from the page's own origin.");
  }
  return url;
}
