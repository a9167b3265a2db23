/**
 * Hands out the page's own files without a network: a fixed list, each with its hash. What is not on the list it does not touch, and it never
 * adds anything later.
 */

import { edition, files } from "scan-scrubber:list";
import { NAME } from "./name.js";

/** What TypeScript's library for pages does not have. */
interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Extended {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
type Scope = {
  readonly registration: ServiceWorkerRegistration;
  readonly caches: CacheStorage;
  fetch(input: string, init: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener<Kind extends Event>(type: string, heard: (event: Kind) => void): void;
};

const scope = globalThis as unknown as Scope;
const store = NAME + edition;
/** By address: the page itself is both the folder and its index. */
const addressOf = (name: string): string => new URL(name, scope.registration.scope).href;
const known = new Map(Object.entries(files).map(([name, integrity]) => [addressOf(name), integrity]));

scope.addEventListener<Extended>("install", (event) => {
  event.waitUntil(install().then(() => scope.skipWaiting()));
});

scope.addEventListener<Extended>("activate", (event) => {
  event.waitUntil(forgetOthers());
});

scope.addEventListener<Fetched>("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/#.*$/, "");
  if (request.method === "GET" && known.has(address)) event.respondWith(answer(address));
});

/** All files or none: one that is missing or has another hash ends it. */
async function install(): Promise<void> {
  const cache = await scope.caches.open(store);
  await Promise.all(
    [...known].map(async ([address, integrity]) => {
      const response = await scope.fetch(address, { integrity, cache: "no-store", credentials: "omit", redirect: "error" });
      if (!response.ok) throw new Error(`${response.status}`);
      await cache.put(address, response);
    }),
  );
}

/** What an earlier edition kept. */
async function forgetOthers(): Promise<void> {
  for (const name of await scope.caches.keys()) {
    if (name.startsWith(NAME) && name !== store) await scope.caches.delete(name);
  }
}

/** Of the list alone; where a browser has thrown the store away, from the network, and still only with the hash. */
async function answer(address: string): Promise<Response> {
  const cache = await scope.caches.open(store);
  const found = await cache.match(address);
  return found ?? scope.fetch(address, { integrity: known.get(address) ?? "", cache: "no-store", credentials: "omit", redirect: "error" });
}
