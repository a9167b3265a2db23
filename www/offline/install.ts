/** Keeps the page's own files on the device, and gives them up again. Loaded only when a person presses the button for it. */

import { NAME } from "./name.js";

/** Resolves once every file is here and has the hash that it should have. */
export async function install(): Promise<void> {
  if (!document.querySelector('link[rel="manifest"]')) {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = "manifest.webmanifest";
    document.head.append(link);
  }
  const registration = await navigator.serviceWorker.register(address("./service-worker.js"), { updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error("no service worker");
  await settled(worker);
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

/** Resolves when it works; rejects when it has been given up, as when one file did not have its hash. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new Error("not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}
