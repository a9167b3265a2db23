/**
 * Clean files to an object store, one PUT each, to addresses that the portal's server signs.
 *
 * @example
 * const { complete } = await putAll(element.files, { address: async (_, index) => (await ask(`/sign/${index}`)).url });
 */

import { blobOf, type Delivery, delivered, type HeadersOf, type Outcome, type Sendable, type SendOptions, send, tell } from "./send.js";

export type { Delivery, HeadersOf, Outcome, Retry, Sendable, SendOptions } from "./send.js";

/** Where a file goes, with the headers that were signed. */
export type Address = string | URL | { readonly url: string | URL; readonly headers?: HeadersOf };

export interface PutOptions<T extends Sendable = Sendable> extends SendOptions {
  /** Gives a file's address. Asked at each try, since signatures run out; `index` is its place among the files, from 0. */
  readonly address: (file: T, index: number) => Address | Promise<Address>;
  /** Files underway at once; default 3. */
  readonly parallel?: number;
  /** Told after each file. */
  readonly onprogress?: (progress: { readonly done: number; readonly stored: number; readonly total: number }) => void;
}

/** Puts files, and says of each what became of it. One that is refused does not stop the others. Never rejects. */
export async function putAll<T extends Sendable>(files: Iterable<T>, options: PutOptions<T>): Promise<Delivery<T>> {
  const all = [...files];
  const ends: Outcome<T>[] = all.map((file) => ({ file, state: "unsent", tries: 0 }));
  let next = 0;
  let done = 0;
  let stored = 0;
  const row = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      const end = await put(all[index] as T, index, options);
      ends[index] = end;
      done++;
      if (end.state === "stored") stored++;
      tell(options.onprogress, { done, stored, total: all.length });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.parallel ?? 3) }, row));
  return delivered(ends, options.signal?.aborted ? "aborted" : undefined);
}

async function put<T extends Sendable>(file: T, index: number, options: PutOptions<T>): Promise<Outcome<T>> {
  const blob = blobOf(file);
  const make = async () => {
    const given = await options.address(file, index);
    const { url, headers = {} } = typeof given === "string" || given instanceof URL ? { url: given } : given;
    // A signed address is all the right there is: cookies of the portal are nobody else's business.
    return { url, method: "PUT", headers, body: blob, credentials: "omit" } as const;
  };
  const { status, code, tries } = await send(make, 1, options);
  if (status >= 200 && status < 300) return { file, state: "stored", tries };
  if (status >= 400 && status < 500) return { file, state: "refused", code: code ?? "", tries };
  return { file, state: tries > 0 ? "unknown" : "unsent", code: code ?? "network", tries };
}
