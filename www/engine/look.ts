/** Pass 1: what every file is. Zips are opened, and zips inside those, but none deeper. */

import { type Batch, type Find, type InputItem, type Place, Records, sizeOf, stampOf } from "./batch.js";
import type { Answer, Data } from "./messages.js";
import type { Task } from "./pool.js";
import type { Meter } from "./progress.js";
import type { Found, Listed } from "./types.js";

/** Zips inside zips that are opened. */
const DEPTH = 1;

export interface Means {
  readonly run: (task: Task) => Promise<Answer>;
  readonly meter: Meter;
  /** Keeps the bytes of a zip that was inside a zip. */
  readonly hold: (bytes: Uint8Array) => Blob | Uint8Array;
}

/** Reads everything. The order of the result is that of paths, and inside a zip that of its directory, whatever worker was first. */
export async function look(items: readonly InputItem[], means: Means): Promise<Batch> {
  const lookout = new Lookout(means);
  const sorted = [...items].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const finds = await Promise.all(sorted.map((item) => lookout.item(item)));
  return { finds: finds.flat(), records: lookout.records.concat() };
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
    this.#means.meter.expect(1, place.size);
    if (code !== undefined) return [this.#done({ place, kind: "withheld", code })];
    return this.#source(place, 0);
  }

  /** A whole source. `depth` counts the zips around it. */
  async #source(place: Place, depth: number): Promise<Find[]> {
    const answer = await this.#means.run({ op: "read", key: place.key, data: place.data });
    const found = foundIn(answer);
    if (found.kind !== "archive") return [this.#done(this.#find(place, answer, found))];
    if (found.code !== undefined) return [this.#done({ place, kind: "withheld", code: found.code })];
    const finds = await Promise.all(found.entries.map((listed) => this.#listed(place, listed, depth)));
    if (finds.every((each) => each.length === 0)) return [this.#done({ place, kind: "other", what: "zip" })];
    this.#means.meter.expect(-1, -place.size);
    return finds.flat();
  }

  async #listed(archive: Place, { name, entry, code }: Listed, depth: number): Promise<Find[]> {
    const { key, data } = archive;
    const path = `${archive.path}/${name}`;
    if (code === undefined && entry === undefined) return [];
    const place: Place = { path, key, data, size: entry?.size ?? 0, ...(entry && { entry }) };
    this.#means.meter.expect(1, place.size);
    if (code !== undefined || !entry) return [this.#done({ place, kind: "withheld", code: code ?? "archive-structure" })];
    const answer = await this.#means.run({ op: "read", key, data, entry });
    const found = foundIn(answer);
    if (found.kind !== "archive") return [this.#done(this.#find(place, answer, found))];
    if (depth >= DEPTH) return [this.#done({ place, kind: "other", what: "zip", code: "archive-depth" })];
    const unpacked = await this.#means.run({ op: "unpack", key, data, entry });
    if (unpacked.kind !== "bytes") return [this.#done({ place, kind: "withheld", code: codeOf(unpacked) })];
    const inner = this.#means.hold(unpacked.bytes);
    return this.#source({ path, key: this.#keys++, data: inner, size: sizeOf(inner) }, depth + 1);
  }

  #find(place: Place, answer: Answer, found: Exclude<Found, { kind: "archive" }>): Find {
    switch (found.kind) {
      case "instance":
        this.records.add(found.identifiers);
        return { place, kind: "instance", instance: found.instance, stamp: stampIn(place.data, answer) };
      case "withheld":
        return { place, kind: "withheld", code: found.code };
      case "other":
        return { place, kind: "other", what: found.what };
    }
  }

  #done(find: Find): Find {
    this.#means.meter.did(find.place.size);
    return find;
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
