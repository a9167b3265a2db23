/**
 * Sending, and sending again: what the adapters have in common.
 *
 * What went wrong is told as a code, `network`, `timeout`, `aborted`, `redirect`, `portal` (a function of the portal's own failed) or
 * `http-STATUS`. No code and no error holds an address, a name or a value.
 */

/** A file that can be sent: one of `element.files`, or one that the engine verified. */
export type Sendable = Blob | { readonly blob: Blob };

export type HeadersOf = Readonly<Record<string, string>>;

export interface SendOptions {
  /** Stops at once what is underway. What is known by then is still told. */
  readonly signal?: AbortSignal | undefined;
  /** How often a request is tried at most; default 5. Only what may pass is tried again: no network, 408, 425, 429, 500 and above. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one up to 30 s; a `Retry-After` counts instead. Default 500. */
  readonly delay?: number;
  /** Milliseconds that one request may take; default ten minutes. */
  readonly timeout?: number;
  /** Told before anything is sent again. With `false` it is not, and the files of that request are `unknown`. */
  readonly onretry?: (retry: Retry) => boolean | undefined;
  /** What sends; default: the browser's own `fetch`. */
  readonly fetch?: typeof fetch;
}

export interface Retry {
  /** Which try is next, from 2. */
  readonly next: number;
  /** Why. */
  readonly code: string;
  /** Milliseconds until then. */
  readonly wait: number;
  /** Files that are sent once more. */
  readonly files: number;
}

/**
 * What became of a file. `stored`: the server says that it has it. `refused`: the server says that it does not take it. `unknown`: it was sent, and
 * no answer came, so that it may be there. `unsent`: it was never sent.
 */
export interface Outcome<T extends Sendable = Sendable> {
  readonly file: T;
  readonly state: "stored" | "refused" | "unknown" | "unsent";
  readonly code?: string;
  /** How often it was sent: more than once where a try failed. */
  readonly tries: number;
}

/** What became of all files, in their order: none is missing. */
export interface Delivery<T extends Sendable = Sendable> {
  readonly outcomes: readonly Outcome<T>[];
  readonly stored: number;
  /** Whether the server has every file, and there was one. */
  readonly complete: boolean;
  /** Files that were sent more than once. */
  readonly repeated: number;
  /** Why it ended early, where it did. */
  readonly code?: string;
}

export function delivered<T extends Sendable>(outcomes: readonly Outcome<T>[], code?: string): Delivery<T> {
  const stored = outcomes.filter(({ state }) => state === "stored").length;
  const repeated = outcomes.filter(({ tries }) => tries > 1).length;
  return { outcomes, stored, complete: stored > 0 && stored === outcomes.length, repeated, ...(code !== undefined && { code }) };
}

export function blobOf(file: Sendable): Blob {
  return file instanceof Blob ? file : file.blob;
}

/** The end of a request: an answer with its whole text, or a code. `tries` is how often it was sent: without one nothing can have arrived. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** Absent where the answer broke off. */
  readonly text?: string | undefined;
  readonly code?: string;
  /** Of an answer, where there was one. */
  readonly headers?: Headers;
  readonly tries: number;
}

/** What one request is made of. Asked for anew at each try, so that tokens and signed addresses are fresh. */
export interface Parcel {
  readonly url: string | URL;
  readonly method: "POST" | "PUT" | "PATCH" | "HEAD";
  readonly headers: HeadersOf;
  readonly body?: Blob;
  readonly credentials: RequestCredentials;
}

/** Sends a parcel of so many files until there is an answer that will not change. Never rejects. */
export async function send(make: () => Parcel | Promise<Parcel>, files: number, options: SendOptions): Promise<Answer> {
  const { tries = 5 } = options;
  let sent = 0;
  for (let count = 1; ; count++) {
    const { wait, sent: wasSent, ...answer } = await once(make, options);
    if (wasSent) sent++;
    const known = { ...answer, tries: sent };
    if (wait === undefined || count >= tries) return known;
    const go = await waited(options, { next: count + 1, code: answer.code ?? "", wait, files });
    if (go === "refused") return known;
    if (go === "aborted") return { ...known, code: "aborted" };
  }
}

/** Asks whether something may be sent again, and waits until it is time: `wait` milliseconds at least, more from try to try. */
export async function waited(options: SendOptions, retry: Retry): Promise<"go" | "refused" | "aborted"> {
  const { delay = 500, signal } = options;
  const wait = Math.min(Math.max(retry.wait, delay * 2 ** (retry.next - 2)), LONGEST) * (1 + Math.random() / 4);
  if (!isAllowed(options, { ...retry, wait })) return "refused";
  return (await slept(wait, signal)) ? "go" : "aborted";
}

/** A portal's own function that fails does not lose what is known so far: nothing is sent again then. */
function isAllowed({ onretry }: SendOptions, retry: Retry): boolean {
  try {
    return onretry?.(retry) !== false;
  } catch {
    return false;
  }
}

/** Tells a portal how far it is; what it makes of that is its own affair. */
export function tell<T>(listener: ((told: T) => void) | undefined, told: T): void {
  try {
    listener?.(told);
  } catch {
    // As with an event's listener: the work goes on.
  }
}

/** One try. `sent`: something can have arrived. `wait`: it may be tried again, after so many milliseconds at least. */
interface Try extends Omit<Answer, "tries"> {
  readonly sent: boolean;
  readonly wait?: number;
}

async function once(make: () => Parcel | Promise<Parcel>, options: SendOptions): Promise<Try> {
  const none = { status: 0, type: "", sent: false };
  if (options.signal?.aborted) return { ...none, code: "aborted" };
  let parcel: Parcel;
  try {
    parcel = await make();
  } catch {
    return { ...none, code: options.signal?.aborted ? "aborted" : "portal" };
  }
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  options.signal?.addEventListener("abort", abort, { once: true });
  if (options.signal?.aborted) stop.abort();
  const timer = setTimeout(abort, options.timeout ?? 600_000);
  try {
    const { url, ...init } = parcel;
    const go = options.fetch ?? globalThis.fetch;
    // A redirect would drop the body, or carry it to where nobody asked for.
    const asked = { ...init, redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer", signal: stop.signal } as const;
    const response = await go(url, asked);
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) return { ...none, code: "redirect", sent: true };
    const text = await response.text().catch(() => undefined);
    const { headers } = response;
    const answer = { status, type: headers.get("content-type") ?? "", text, headers, sent: true };
    if (response.ok) return answer;
    const code = `http-${status}`;
    return isPassing(status) ? { ...answer, code, wait: askedFor(response) } : { ...answer, code };
  } catch {
    if (options.signal?.aborted) return { ...none, code: "aborted", sent: true };
    return { ...none, code: stop.signal.aborted ? "timeout" : "network", sent: true, wait: 0 };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
  }
}

/** Milliseconds: no server may make a person wait longer for a try. */
const LONGEST = 30_000;

/** Whether the same request may be answered differently later. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/** The milliseconds that a `Retry-After` asks for (RFC 9110 10.2.3). */
function askedFor(response: Response): number {
  const said = response.headers.get("retry-after") ?? "";
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.max(wait, 0) : 0;
}

/** Waits; false where it was stopped before. */
function slept(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve(true);
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
