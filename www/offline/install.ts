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
  const registration = await navigator.serviceWorker.register("./service-worker.js", { updateViaCache: "none" });
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
