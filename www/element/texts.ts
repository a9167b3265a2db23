/** The words on the screen, in the reader's language. */

import { FluentBundle, FluentResource } from "@fluent/bundle";

import { fallback, languages, nearest, textOf } from "../locales/index.js";

type Arguments = Record<string, string | number>;

export class Texts {
  /** The language spoken, as a BCP 47 tag: the nearest one at hand. */
  readonly language: string;
  /** Set where it is written from right to left. Otherwise what is around the words decides. */
  readonly direction: "rtl" | undefined;
  readonly #bundles: FluentBundle[];

  /** @param wanted a BCP 47 tag, as in a `lang` attribute */
  constructor(wanted: string) {
    const known = Object.keys(languages).filter((tag) => textOf(tag) !== undefined);
    this.language = nearest(wanted, known) ?? fallback;
    this.direction = RIGHT_TO_LEFT.has(this.language) ? "rtl" : undefined;
    this.#bundles = [...new Set([this.language, fallback])].map(bundle);
  }

  /** The sentence of that name. `id.part` names a part of it. A missing one is its name: visible, but harmless. */
  say(id: string, values?: Arguments): string {
    return this.#find(id, values) ?? id;
  }

  /** The sentence of the first name that exists: for codes and kinds that may be newer than these words. */
  sayFirst(ids: readonly string[], values?: Arguments): string {
    for (const id of ids) {
      const found = this.#find(id, values);
      if (found !== undefined) return found;
    }
    return ids.at(-1) ?? "";
  }

  /** "MRI scan, Head 5.0": one behind the other, as the language sets them apart. */
  list(all: readonly string[]): string {
    return all.reduce((first, second) => this.say("review-and-fact", { first, second }));
  }

  /** A number of bytes, in the largest unit that fits, at most one decimal. */
  size(bytes: number): string {
    const units = ["size-kilobytes", "size-megabytes", "size-gigabytes"] as const;
    const power = Math.min(Math.max(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), 1), units.length);
    const n = bytes / 1000 ** power;
    return this.say(units[power - 1] ?? "size-kilobytes", { n: n < 10 ? Math.ceil(n * 10) / 10 : Math.round(n) });
  }

  /** A DICOM date (DA, PS3.5 6.2) in the reader's order; as it is where it is not one. */
  date(value: string): string {
    const parts = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(value.trim());
    if (!parts) return value;
    const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
    return new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(date);
  }

  #find(id: string, values?: Arguments): string | undefined {
    const [name = id, part] = id.split(".");
    for (const bundle of this.#bundles) {
      const message = bundle.getMessage(name);
      const pattern = part ? message?.attributes[part] : message?.value;
      if (pattern) return bundle.formatPattern(pattern, values ?? null, []);
    }
    return undefined;
  }
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "he"]);

function bundle(tag: string): FluentBundle {
  // Marks around every number would stand in the names of buttons: only what comes from a file is isolated, see `isolated`.
  const made = new FluentBundle(tag, { useIsolating: false });
  const faults = made.addResource(new FluentResource(textOf(tag) ?? ""));
  if (faults.length > 0) throw new Error(`the texts of "${tag}" name something twice`);
  return made;
}
