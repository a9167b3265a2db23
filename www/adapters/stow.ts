/**
 * Clean files to an archive by DICOMweb STOW-RS (PS3.18 10.5).
 *
 * @example
 * const { complete, outcomes } = await stow(element.files, { url: "/dicom-web/studies", headers: () => ({ authorization: `Bearer ${token()}` }) });
 */

import { type Identified, identify } from "./instance.js";
import {
  type Answer,
  blobOf,
  type Delivery,
  delivered,
  type HeadersOf,
  type Outcome,
  type Parcel,
  type Sendable,
  type SendOptions,
  send,
  tell,
} from "./send.js";
import { readStored } from "./stored.js";

export type { Delivery, HeadersOf, Outcome, Retry, Sendable, SendOptions } from "./send.js";

export interface StowOptions extends SendOptions {
  /** The server's `studies`: `https://archive.example/dicom-web/studies`. */
  readonly url: string | URL;
  /** Further headers, such as a token. A function is asked at each try. */
  readonly headers?: HeadersOf | (() => HeadersOf | Promise<HeadersOf>);
  /** Whether cookies go along; default: to the portal's own origin. */
  readonly credentials?: RequestCredentials;
  /** Files of one request, at most; default 64. */
  readonly files?: number;
  /** Bytes of one request, at most, unless one file has more; default 64 MiB. */
  readonly bytes?: number;
  /** Told after each request. */
  readonly onprogress?: (progress: { readonly done: number; readonly stored: number; readonly total: number }) => void;
}

/**
 * Sends files, one request after another, and says of each what became of it: none is lost, and none is sent twice unsaid (`tries`).
 *
 * Only instances that this project wrote are sent: others are `unsent`, with the code `not-cleaned`, `not-dicom`, `directory` or `unreadable`.
 * A refusal that would meet every file (401, 403, 404, a redirect), and a server that cannot be reached, end the sending. Never rejects.
 */
export async function stow<T extends Sendable>(files: Iterable<T>, options: StowOptions): Promise<Delivery<T>> {
  const all = [...files];
  const ends: (Outcome<T> | undefined)[] = all.map(() => undefined);
  const end = ({ index, file }: Instance<T>, rest: Omit<Outcome<T>, "file">): void => {
    ends[index] = { file, ...rest };
  };
  const instances = await instancesOf(all, end);
  const waiting = requestsOf(instances, options);
  let fault: string | undefined;
  for (let request = waiting.shift(); request; request = waiting.shift()) {
    if (fault !== undefined) {
      for (const instance of request) end(instance, { state: "unsent", code: fault, tries: instance.tries });
      continue;
    }
    const sent = request;
    const answer = await send(() => parcelOf(sent, options), sent.length, options);
    const tried = sent.map((instance) => ({ ...instance, tries: instance.tries + answer.tries }));
    if (answer.code === "http-413" && tried.length > 1) {
      const half = tried.length >> 1;
      waiting.unshift(tried.slice(0, half), tried.slice(half));
      continue;
    }
    for (const instance of tried) end(instance, endOf(instance, answer));
    if (isFinal(answer)) fault = answer.code;
    const done = ends.filter(Boolean).length;
    tell(options.onprogress, { done, stored: ends.filter((each) => each?.state === "stored").length, total: all.length });
  }
  return delivered(
    ends.map((each, index) => each ?? { file: all[index] as T, state: "unsent", code: "internal", tries: 0 }),
    fault,
  );
}

interface Instance<T> {
  readonly index: number;
  readonly file: T;
  readonly blob: Blob;
  readonly uid: string;
  readonly tries: number;
}

/** Those that can be sent. The others end here. */
async function instancesOf<T extends Sendable>(
  all: readonly T[],
  end: (instance: Instance<T>, rest: Omit<Outcome<T>, "file">) => void,
): Promise<Instance<T>[]> {
  const instances: Instance<T>[] = [];
  for (const [index, file] of all.entries()) {
    const blob = blobOf(file);
    const known: Identified = await identify(blob);
    const instance = { index, file, blob, uid: "", tries: 0 };
    if ("uid" in known) instances.push({ ...instance, uid: known.uid });
    else end(instance, { state: "unsent", code: known.code, tries: 0 });
  }
  return instances;
}

/** Instances by request, in their order. */
function requestsOf<T>(instances: readonly Instance<T>[], { files = 64, bytes = 64 * 2 ** 20 }: StowOptions): Instance<T>[][] {
  const requests: Instance<T>[][] = [];
  let size = 0;
  for (const instance of instances) {
    const last = requests.at(-1);
    size += instance.blob.size;
    if (last && last.length < files && size <= bytes) last.push(instance);
    else {
      requests.push([instance]);
      size = instance.blob.size;
    }
  }
  return requests;
}

/** One request: by reference, so that nothing is read before the browser sends it. */
async function parcelOf(instances: readonly Instance<unknown>[], options: StowOptions): Promise<Parcel> {
  const boundary = `scan-scrubber-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const head = `--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`;
  const parts = instances.flatMap(({ blob }) => [head, blob, "\r\n"]);
  const given = typeof options.headers === "function" ? await options.headers() : options.headers;
  return {
    url: options.url,
    method: "POST",
    headers: {
      accept: "application/dicom+json, application/dicom+xml;q=0.9",
      ...given,
      "content-type": `multipart/related; type="application/dicom"; boundary=${boundary}`,
    },
    body: new Blob([...parts, `--${boundary}--\r\n`]),
    credentials: options.credentials ?? "same-origin",
  };
}

/** What the answer to its request means for an instance. */
function endOf<T>({ uid, tries }: Instance<T>, { status, text, code }: Answer): Omit<Outcome, "file"> {
  const isAnswered = status === 200 || status === 202 || status === 400 || status === 409;
  const said = isAnswered ? readStored(text) : undefined;
  if (said?.stored.has(uid)) return { state: "stored", tries };
  const reason = said?.failed.get(uid);
  if (reason !== undefined) {
    // An earlier try had arrived after all.
    if (reason === DUPLICATE && tries > 1) return { state: "stored", tries };
    return { state: "refused", code: `failure-${reason.toString(16).padStart(4, "0")}`, tries };
  }
  // 200 alone means all of them (PS3.18 Table 10.5.3-1); where a list comes along, the instance has to be on it.
  if (status === 200 && !said) return { state: "stored", tries };
  if (status >= 200 && status < 300) return { state: "unknown", code: "unconfirmed", tries };
  if (status >= 400 && status < 500) return { state: "refused", code: code ?? "", tries };
  return { state: tries > 0 ? "unknown" : "unsent", code: code ?? "network", tries };
}

/** Failure Reason "duplicate SOP Instance" (PS3.7 Annex C). */
const DUPLICATE = 0x0111;

/** Whether the next request would fare no better. */
function isFinal({ status, code }: Answer): boolean {
  return code !== undefined && (status === 0 || status >= 500 || [401, 403, 404, 405, 408, 425, 429].includes(status));
}
