/**
 * Clean files to a server that speaks tus (version 1.0.0, with its extension "creation"): what breaks off goes on where it stopped.
 *
 * @example
 * const { complete } = await tusAll(element.files, { url: "/uploads" });
 */

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
  waited,
} from "./send.js";

export type { Delivery, HeadersOf, Outcome, Retry, Sendable, SendOptions } from "./send.js";

export interface TusOptions<T extends Sendable = Sendable> extends SendOptions {
  /** Where uploads are made. The server must give them addresses of the same origin: a token goes to nobody else. */
  readonly url: string | URL;
  /** Further headers, such as a token. A function is asked at each request. */
  readonly headers?: HeadersOf | (() => HeadersOf | Promise<HeadersOf>);
  /** Whether cookies go along; default: to the page's own origin. */
  readonly credentials?: RequestCredentials;
  /** What the server is told of a file, such as its name; default: nothing. `index` is its place among the files, from 0. */
  readonly metadata?: (file: T, index: number) => HeadersOf;
  /** Bytes of one request at most; default 16 MiB. What breaks off costs no more than that. */
  readonly chunk?: number;
  /** Files underway at once; default 2. */
  readonly parallel?: number;
  /** Told as bytes arrive. */
  readonly onprogress?: (progress: { readonly bytes: number; readonly totalBytes: number; readonly stored: number }) => void;
}

/**
 * Uploads files, and says of each what became of it. One that is refused does not stop the others. Never rejects.
 *
 * Beside the codes of all adapters there is `protocol`: the server answered what tus does not know.
 */
export async function tusAll<T extends Sendable>(files: Iterable<T>, options: TusOptions<T>): Promise<Delivery<T>> {
  const all = [...files];
  const ends: Outcome<T>[] = all.map((file) => ({ file, state: "unsent", tries: 0 }));
  const arrived = all.map(() => 0);
  const totalBytes = all.reduce((sum, file) => sum + blobOf(file).size, 0);
  const told = (index: number, bytes: number): void => {
    arrived[index] = bytes;
    const stored = ends.filter(({ state }) => state === "stored").length;
    tell(options.onprogress, { bytes: arrived.reduce((sum, each) => sum + each, 0), totalBytes, stored });
  };
  let next = 0;
  const row = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      const file = all[index] as T;
      const end = await new Upload(file, index, options, (bytes) => told(index, bytes)).run();
      ends[index] = { file, ...end };
      if (end.state === "stored") told(index, blobOf(file).size);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.parallel ?? 2) }, row));
  return delivered(ends, options.signal?.aborted ? "aborted" : undefined);
}

type End = Omit<Outcome, "file">;

/** One file on its way. */
class Upload<T extends Sendable> {
  readonly #blob: Blob;
  readonly #file: T;
  readonly #index: number;
  readonly #options: TusOptions<T>;
  readonly #told: (bytes: number) => void;
  /** One, and one more each time that it went on after it had broken off. */
  #tries = 0;
  #at = 0;

  constructor(file: T, index: number, options: TusOptions<T>, told: (bytes: number) => void) {
    this.#blob = blobOf(file);
    this.#file = file;
    this.#index = index;
    this.#options = options;
    this.#told = told;
  }

  async run(): Promise<End> {
    const made = await send(() => this.#parcel({ url: this.#options.url, method: "POST", headers: this.#creation() }), 0, this.#options);
    if (made.status !== 201) return this.#ended(made);
    const address = this.#address(made);
    if (address === undefined) return this.#failed("protocol");
    if (address.origin !== this.#base().origin) return this.#failed("redirect");
    let broken = 0;
    let furthest = 0;
    while (this.#at < this.#blob.size) {
      const answer = await this.#send(address);
      const offset = answer.status === 204 ? offsetOf(answer) : undefined;
      if (offset !== undefined && offset > this.#at && offset <= this.#blob.size) {
        // A server that forgets again and again does not keep it busy for ever.
        if (offset > furthest) broken = 0;
        furthest = Math.max(furthest, offset);
        this.#moved(offset);
        continue;
      }
      if (answer.status >= 200 && answer.status < 300) return this.#failed("protocol");
      broken++;
      const end = await this.#resumed(address, answer, broken);
      if (end) return end;
    }
    return { state: "stored", tries: Math.max(this.#tries, 1) };
  }

  /** Asks the server how far it is, after something broke off. Nothing where it can go on. */
  async #resumed(address: URL, answer: Answer, broken: number): Promise<End | undefined> {
    const { tries = 5 } = this.#options;
    if (!canGoOn(answer) || broken >= tries) return this.#ended(answer);
    const go = await waited(this.#options, { next: broken + 1, code: answer.code ?? "network", wait: 0, files: 1 });
    if (go !== "go") return this.#ended(go === "aborted" ? { ...answer, code: "aborted" } : answer);
    const found = await send(() => this.#parcel({ url: address, method: "HEAD", headers: {} }), 0, this.#options);
    const offset = found.status >= 200 && found.status < 300 ? offsetOf(found) : undefined;
    if (offset === undefined) return found.code === undefined ? this.#failed("protocol") : this.#ended(found);
    if (offset > this.#blob.size) return this.#failed("protocol");
    // A server that has lost what it had taken gets it again.
    this.#moved(offset);
    this.#tries++;
    return undefined;
  }

  /** The next bytes, once: what the server has of them is asked before they are sent again. */
  async #send(address: URL): Promise<Answer> {
    const at = this.#at;
    const body = this.#blob.slice(at, at + Math.max(1, this.#options.chunk ?? 1 << 24));
    const headers = { "upload-offset": `${at}`, "content-type": "application/offset+octet-stream" };
    const answer = await send(() => this.#parcel({ url: address, method: "PATCH", headers, body }), 1, { ...this.#options, tries: 1 });
    this.#tries = Math.max(this.#tries, answer.tries);
    return answer;
  }

  async #parcel(parcel: Omit<Parcel, "credentials">): Promise<Parcel> {
    const { headers, credentials = "same-origin" } = this.#options;
    const given = typeof headers === "function" ? await headers() : headers;
    return { ...parcel, headers: { ...given, ...parcel.headers, "tus-resumable": "1.0.0" }, credentials };
  }

  #creation(): HeadersOf {
    const metadata = Object.entries(this.#options.metadata?.(this.#file, this.#index) ?? {}).map(
      ([key, value]) => `${key} ${base64(value)}`,
    );
    return { "upload-length": `${this.#blob.size}`, ...(metadata.length > 0 && { "upload-metadata": metadata.join(",") }) };
  }

  #base(): URL {
    return new URL(this.#options.url, globalThis.location?.href);
  }

  #address(made: Answer): URL | undefined {
    const said = made.headers?.get("location");
    return said && URL.canParse(said, this.#base()) ? new URL(said, this.#base()) : undefined;
  }

  #moved(offset: number): void {
    this.#at = offset;
    this.#told(offset);
  }

  #ended({ status, code }: Answer): End {
    if (status >= 400 && status < 500) return { state: "refused", code: code ?? "", tries: this.#tries };
    return this.#failed(code ?? "protocol");
  }

  #failed(code: string): End {
    return { state: this.#tries > 0 ? "unknown" : "unsent", code, tries: this.#tries };
  }
}

/** What may pass; also that another request holds the upload still (423), or that the server is elsewhere than we thought (409). */
function canGoOn({ status, code }: Answer): boolean {
  if (code === "network" || code === "timeout") return true;
  return status >= 500 || [408, 409, 423, 425, 429].includes(status);
}

function offsetOf({ headers }: Answer): number | undefined {
  const said = headers?.get("upload-offset") ?? "";
  return /^\d{1,15}$/.test(said) ? Number(said) : undefined;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
