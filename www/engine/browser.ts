/** Workers, the core and its data in a browser: nothing is fetched, all are part of this script. */

import lexiconBase64 from "scan-scrubber:lexicon";
import wasmBase64 from "scan-scrubber:wasm";
import workerSource from "scan-scrubber:worker";
import { EngineError } from "./errors.js";
import type { WorkerLike } from "./messages.js";

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
  compiled ??= WebAssembly.compile(fromBase64(wasmBase64));
  return compiled;
}

let data: Uint8Array | undefined;

/** The core's data: what it knows of words. */
export function coreLexicon(): Uint8Array {
  data ??= fromBase64(lexiconBase64);
  return data;
}

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
  own ??= trusted(URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" })));
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

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
