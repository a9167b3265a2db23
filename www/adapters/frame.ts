/**
 * The element in a sandboxed frame: the portal's page never has the originals, and gets clean files alone.
 *
 * The frame speaks first, to the origins that it knows and no others, and hands over one end of a channel. Nothing else is listened to: no message
 * that comes from elsewhere, from another window, a second time, or in another form.
 *
 * @example
 * // In the frame, <iframe sandbox="allow-scripts allow-downloads">:
 * serveFrame(document.querySelector("scan-scrubber"), { origins: ["https://portal.example"] });
 * // In the portal's page:
 * const frame = openFrame(document.querySelector("iframe"), { onmessage: ({ kind, files }) => kind === "done" && upload(files) });
 */

import type { ScanScrubber } from "../element/index.js";
import type { Report } from "../engine/index.js";
import { isOpen, messageOf } from "./frame-message.js";

/** What the portal asks of the frame. Only what is set counts. */
export interface FrameSettings {
  readonly profile?: string;
  /** A policy of the portal's own. */
  readonly policy?: object;
  /** 32 bytes: the same key maps the same patient alike. */
  readonly key?: Uint8Array;
  readonly lang?: string;
}

/** What the frame tells: counts and codes, and at the end clean files. */
export type FrameMessage =
  | { readonly kind: "accept"; readonly files: number; readonly bytes: number }
  | { readonly kind: "review"; readonly studies: number; readonly series: number; readonly instances: number; readonly withheld: number }
  | { readonly kind: "progress"; readonly phase: "reading" | "looking" | "cleaning"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly files: readonly File[]; readonly withheld: number; readonly report: Report }
  | { readonly kind: "error"; readonly code: string };

export interface ServeOptions {
  /** Origins of pages that may have the frame, each in full: `https://portal.example`. */
  readonly origins: readonly string[];
}

/** In the frame: offers the element to the page around it. @returns what ends that */
export function serveFrame(element: ScanScrubber, { origins }: ServeOptions): () => void {
  if (origins.length === 0 || !origins.every(isOrigin)) throw new TypeError("Origins are named one by one, in full.");
  if (parent === window) throw new TypeError("This page is in no frame.");
  let offered: MessagePort[] = [];
  let open: MessagePort | undefined;
  const offer = (): void => {
    for (const port of offered) port.close();
    offered = origins.map((origin) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => begin(port1, data);
      // The browser delivers it to that origin alone.
      parent.postMessage({ kind: HERE }, origin, [port2]);
      return port1;
    });
  };
  const begin = (port: MessagePort, data: unknown): void => {
    if (open || !isOpen(data)) return;
    open = port;
    clearInterval(timer);
    for (const other of offered) if (other !== port) other.close();
    const { settings } = data;
    if (settings.profile !== undefined) element.profile = settings.profile;
    if (settings.policy !== undefined) element.policy = settings.policy;
    if (settings.key !== undefined) element.key = settings.key;
    if (settings.lang !== undefined) element.lang = settings.lang;
    port.onmessage = ({ data: later }) => {
      if (typeof later === "object" && later?.kind === "reset") element.reset();
    };
    port.postMessage({ kind: "open" });
  };
  const tell = (message: FrameMessage): void => open?.postMessage(message);
  const unheard = listenTo(element, tell);
  const timer = setInterval(offer, AGAIN);
  offer();
  return () => {
    clearInterval(timer);
    unheard();
    for (const port of [...offered, open]) port?.close();
  };
}

/** The element's events as messages. No event holds a value, and the files are clean. */
function listenTo(element: ScanScrubber, tell: (message: FrameMessage) => void): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void =>
    element.addEventListener(type, listener, { signal: stop.signal });
  on("scrub-accept", ({ files, bytes }) => tell({ kind: "accept", files, bytes }));
  on("scrub-review", ({ studies, series, instances, withheld }) => tell({ kind: "review", studies, series, instances, withheld }));
  on("scrub-progress", ({ phase, done, total }) => tell({ kind: "progress", phase, done, total }));
  on("scrub-error", ({ code }) => tell({ kind: "error", code }));
  on("scrub-done", ({ withheld }) => {
    const { files, report } = element;
    if (report) tell({ kind: "done", files, withheld, report });
  });
  return () => stop.abort();
}

export interface OpenOptions {
  readonly onmessage: (message: FrameMessage) => void;
  readonly settings?: FrameSettings;
  /** The frame's origin; by default that of a sandbox, which is none. */
  readonly origin?: string;
  /** Told once the frame answers. */
  readonly onopen?: () => void;
}

/** A frame as the portal's page has it. */
export interface Frame {
  /** Forgets every file in the frame. */
  reset(): void;
  /** Listens no more. */
  close(): void;
}

/** In the portal's page: takes up the frame's offer, the first that is in order. Call it before the frame has loaded, or at any time after. */
export function openFrame(iframe: HTMLIFrameElement, { onmessage, onopen, settings = {}, origin = "null" }: OpenOptions): Frame {
  const isOpaque = iframe.hasAttribute("sandbox") && !iframe.sandbox.contains("allow-same-origin");
  if (origin === "null" && !isOpaque) throw new TypeError('Without an origin the frame needs sandbox, and no "allow-same-origin".');
  let port: MessagePort | undefined;
  const heard = ({ source, origin: from, data, ports: [offer, ...more] }: MessageEvent): void => {
    if (source === null || source !== iframe.contentWindow || from !== origin) return;
    if (typeof data !== "object" || data?.kind !== HERE || !offer || more.length > 0 || port) return;
    port = offer;
    removeEventListener("message", heard);
    port.onmessage = ({ data: said }) => {
      if (said?.kind === "open") return onopen?.();
      const message = messageOf(said);
      if (message) onmessage(message);
    };
    port.postMessage({ kind: "open", settings });
  };
  addEventListener("message", heard);
  return {
    reset: () => port?.postMessage({ kind: "reset" }),
    close: () => {
      removeEventListener("message", heard);
      port?.close();
    },
  };
}

const HERE = "scan-scrubber:here";

/** Milliseconds until an offer that nobody took is made again. */
const AGAIN = 400;

/** Whether a text is an origin, and nothing more or less: no path, no wildcard, no `null`. */
function isOrigin(text: string): boolean {
  try {
    return text !== "null" && new URL(text).origin === text;
  } catch {
    return false;
  }
}
