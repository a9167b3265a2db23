/** Keeps the page's own files on the device, and gives them up again. Loaded only when a person presses the button for it. */

import { NAME } from "./name.js";

/** Resolves once every file is here and has the hash that it should have. Where that fails nothing stays behind. */
export async function install(): Promise<void> {
  if (!document.querySelector('link[rel="manifest"]')) {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = "manifest.webmanifest";
    document.head.append(link);
  }
  try {
    await settled(await navigator.serviceWorker.register(address("./service-worker.js"), { updateViaCache: "none" }));
  } catch (thrown) {
    await forget();
    throw thrown;
  }
}

/** Takes the files off the device. */
export async function forget(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  // biome-ignore lint/style/noRestrictedGlobals: these are the page's own files, never a person's
  const store = caches;
  for (const name of await store.keys()) if (name.startsWith(NAME)) await store.delete(name);
}

/** The page's policy takes an address of a script from a policy that it names, and from nowhere else (Trusted Types). */
function address(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } };
  policy ??= trustedTypes?.createPolicy("scan-scrubber-keep", { createScriptURL: () => url });
  return (policy?.createScriptURL(url) ?? url) as string;
}

interface Policy {
  createScriptURL(url: string): unknown;
}

/** Made once: a page may make each policy one time. */
let policy: Policy | undefined;

/** Milliseconds between two looks, and until a registration without a worker is given up. */
const PAUSE = 100;
const LONGEST = 10_000;

/**
 * Resolves when it works; rejects when it has been given up, as when one file did not have its hash.
 *
 * It looks rather than listens: WebKitGTK (2.50) lets some changes pass untold, and a registration may be there before its worker.
 */
async function settled(registration: ServiceWorkerRegistration): Promise<void> {
  let worker: ServiceWorker | null = null;
  for (let waited = 0; worker || waited < LONGEST; waited += PAUSE) {
    worker ??= registration.installing ?? registration.waiting ?? registration.active;
    if (worker?.state === "activated") return;
    if (worker?.state === "redundant") break;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new Error("not installed");
}
