/**
 * A plugin for FilePond that lets clean files through, and nothing else.
 *
 * It counts for every pond of the page, but for those with `allowOriginals: true`. The person chooses in the element; `feed` hands on what is clean.
 *
 * @example
 * FilePond.registerPlugin(scrubberPond(element));
 * feed(FilePond.create({ server: "/upload", allowMultiple: true }), element);
 */

import { type Clean, isClean } from "./clean.js";

/** What is needed of FilePond 4, as it calls its plugins. */
interface Plugging {
  addFilter(name: string, filter: (file: unknown, how: { readonly query: Query }) => unknown): void;
  readonly utils: { readonly Type: { readonly BOOLEAN: string } };
}

type Query = (name: string) => unknown;

/** Why a file was not taken, as FilePond shows it. */
export interface Refusal {
  readonly status: { readonly main: string; readonly sub: string };
}

const REFUSAL: Refusal = { status: { main: "Not taken", sub: "Only clean files can be sent" } };

/** Makes the plugin. `words` is what FilePond shows at a file that is not clean. */
export function scrubberPond(element: Clean, words: Refusal = REFUSAL) {
  if (!element) throw new TypeError("The plugin needs an element.");
  return ({ addFilter, utils }: Plugging) => {
    const gate = (file: unknown, { query }: { query: Query }): Promise<unknown> =>
      query("GET_ALLOW_ORIGINALS") === true || isClean(element, file) ? Promise.resolve(file) : Promise.reject(words);
    // When it is chosen, and once more when it is sent.
    addFilter("LOAD_FILE", gate);
    addFilter("PREPARE_OUTPUT", gate);
    return { options: { allowOriginals: [false, utils.Type.BOOLEAN] } };
  };
}

interface PondLike {
  addFiles(files: File[]): unknown;
  removeFiles(): unknown;
}

/** Puts clean files into a pond whenever there are some, in place of those before. @returns what ends that */
export function feed(pond: PondLike, element: Clean): () => void {
  const done = (): void => {
    pond.removeFiles();
    pond.addFiles([...element.files]);
  };
  element.addEventListener("scrub-done", done);
  return () => element.removeEventListener("scrub-done", done);
}
