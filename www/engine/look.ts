/** Pass 1: what every file is. Containers (zips, tape archives, disc images) are opened, and containers in those, but none deeper. */

import { arranged } from "./arrange.js";
import { type Batch, type Find, type InputItem, type Place, Records, sizeOf, stampOf } from "./batch.js";
import { allInTurn } from "./breath.js";
import { isRefusal } from "./checks.js";
import { type Holder, partOf } from "./inner.js";
import type { Answer, Data } from "./messages.js";
import type { Task } from "./pool.js";
import type { Meter } from "./progress.js";
import type { Entry, Found, Listed } from "./types.js";

/** Containers inside containers that are opened. What gzip packed is one file, and no container around another. */
const DEPTH = 1;

export interface Means {
  readonly run: (task: Task) => Promise<Answer>;
  readonly meter: Meter;
  /** Told of each file as it is found: in no order. */
  readonly found?: ((find: Find) => void) | undefined;
  /** Once it says so, what was not read yet is left out. */
  readonly isEnough?: (() => boolean) | undefined;
  /** Holds what was unpacked of containers inside containers. */
  readonly holder: Holder;
}

/** What is left out since somebody stopped before it was read. */
export const NOT_READ = "not-read";

/**
 * Reads everything. The order of the result is that of paths, inside a zip that of its directory, and on a disc that of its list of contents,
 * whatever worker was first.
 */
export async function look(items: readonly InputItem[], means: Means): Promise<Batch> {
  const lookout = new Lookout(means);
  const sorted = [...items].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  means.meter.expect(sorted.length, 0);
  // What a file's size is, a browser asks its system: ten thousand of these in one go would hold up the page.
  const finds = await allInTurn(sorted, (item) => lookout.item(item));
  const beyond = lookout.records.beyond();
  const kept = finds
    .flat()
    .map((find): Find => (beyond.has(find.place) ? { place: find.place, kind: "withheld", code: "too-many" } : find));
  return { finds: arranged(kept), records: lookout.records.concat(beyond) };
}

class Lookout {
  readonly records = new Records();
  #means: Means;
  #keys = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  async item({ path, data, code }: InputItem): Promise<Find[]> {
    const place = { path, data, key: this.#keys++, size: sizeOf(data) };
    this.#means.meter.expect(0, place.size);
    if (code !== undefined) return [this.#done({ place, kind: "withheld", code })];
    return this.#source(place, 0);
  }

  /** A whole source. `depth` counts the containers around it. */
  async #source(place: Place, depth: number): Promise<Find[]> {
    const answer = await this.#read({ op: "read", key: place.key, data: place.data });
    const found = foundIn(answer);
    if (found.kind !== "archive") return [this.#done(this.#find(place, answer, found))];
    if (found.code !== undefined) return [this.#done({ place, kind: "withheld", code: found.code })];
    const { what = "zip" } = found;
    const finds = await Promise.all(found.entries.map((listed) => this.#listed(place, what, listed, depth)));
    if (finds.every((each) => each.length === 0)) return [this.#done({ place, kind: "other", what })];
    this.#means.meter.expect(-1, -place.size);
    return finds.flat();
  }

  async #listed(archive: Place, what: string, { name, entry, code }: Listed, depth: number): Promise<Find[]> {
    const { key, data } = archive;
    const path = name === "" ? archive.path : `${archive.path}/${name}`;
    if (code === undefined && entry === undefined) return [];
    const place: Place = { path, key, data, size: entry?.size ?? 0, ...(entry && { entry }) };
    this.#means.meter.expect(1, place.size);
    if (code !== undefined || !entry) return [this.#done({ place, kind: "withheld", code: code ?? "archive-structure" })];
    const answer = await this.#read({ op: "read", key, data, entry });
    const found = foundIn(answer);
    if (found.kind !== "archive") return [this.#done(this.#find(place, answer, found))];
    const { what: inside = "zip" } = found;
    const inner = what === "gzip" && inside !== "gzip" ? depth : depth + 1;
    // What is in it may be of the patient: it is named, as what is damaged is.
    if (inner > DEPTH) return [this.#done({ place, kind: "withheld", code: "archive-depth" })];
    const opened = await this.#open(place, entry, what);
    if ("code" in opened) return [this.#done({ place, kind: "withheld", code: opened.code })];
    this.#means.meter.expect(0, sizeOf(opened.data) - place.size);
    return this.#source({ path, key: this.#keys++, data: opened.data, size: sizeOf(opened.data) }, inner);
  }

  /** A container that is an entry of another: where it lies, if that can be, or unpacked. */
  async #open({ key, data }: Place, entry: Entry, what: string): Promise<{ readonly data: Data } | { readonly code: string }> {
    const { holder, run } = this.#means;
    const part = partOf(data, entry);
    if (part) return { data: part };
    try {
      if (what === "gzip") return { data: await holder.inflate(data) };
      const unpacked = await run({ op: "unpack", key, data, entry });
      return unpacked.kind === "bytes" ? { data: holder.keep(unpacked.bytes) } : { code: codeOf(unpacked) };
    } catch (thrown) {
      if (this.#means.isEnough?.()) return { code: NOT_READ };
      if (!isRefusal(thrown)) throw thrown;
      return { code: thrown.code };
    }
  }

  /** Asks a worker, unless it is enough. */
  async #read(task: Task): Promise<Answer> {
    return this.#means.isEnough?.() ? { kind: "failed", code: NOT_READ } : this.#means.run(task);
  }

  #find(place: Place, answer: Answer, found: Exclude<Found, { kind: "archive" }>): Find {
    switch (found.kind) {
      case "instance":
        this.records.add(found.identifiers, found.weight ?? 0, place);
        return { place, kind: "instance", instance: found.instance, stamp: stampIn(place.data, answer) };
      case "withheld":
        return { place, kind: "withheld", code: found.code };
      case "other":
        return { place, kind: "other", what: found.what, ...(found.order && { order: found.order }) };
    }
  }

  #done(find: Find): Find {
    this.#means.meter.did(find.place.size);
    const known: Find = find.kind === "withheld" && find.code === NOT_READ ? { place: find.place, kind: "other", what: NOT_READ } : find;
    this.#means.found?.(known);
    return known;
  }
}

/** What an answer found; a job that failed is a file withheld. */
function foundIn(answer: Answer): Found {
  return answer.kind === "found" ? answer.found : { kind: "withheld", code: codeOf(answer) };
}

/** The code of an answer that is not the one hoped for. */
export function codeOf(answer: Answer): string {
  return answer.kind === "failed" ? answer.code : "worker-died";
}

/** What a source looked like: told here for what the page holds, by the worker for what only it sees. */
export function stampIn(data: Data, answer: Answer): string {
  if (data instanceof Blob || data instanceof Uint8Array) return stampOf(data);
  return answer.kind === "found" ? answer.stamp : "";
}
