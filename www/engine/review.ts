/** The review: what is here and what will go, grouped as people think of it, before anything is changed. */

import type { Find } from "./batch.js";
import { Breath } from "./breath.js";
import type { Shown, Summary } from "./types.js";

export interface Review {
  readonly patients: readonly Patient[];
  /** Picture files without a header (JPEG, PNG): nothing in them says whose they are. They count as instances. */
  readonly pictures?: Series;
  readonly instances: number;
  /** Bytes of the instances. */
  readonly bytes: number;
  /** Kinds of detail over the batch, with how many attributes of each go. */
  readonly removes: Readonly<Record<string, number>>;
  /** Files that are no instances: not DICOM, a DICOMDIR. */
  readonly leftOut: readonly { readonly ordinal: number; readonly path: string; readonly what: string }[];
  /** What pass 1 could not make out. */
  readonly withheld: readonly { readonly ordinal: number; readonly path: string; readonly code: string }[];
  /** Instances that pass 2 would withhold: they count as instances here. */
  readonly refused: readonly { readonly ordinal: number; readonly path: string; readonly code: string }[];
}

export interface Patient {
  readonly key: string;
  readonly shown: Shown;
  readonly studies: readonly Study[];
}

export interface Study {
  readonly key: string;
  readonly shown: Shown;
  readonly series: readonly Series[];
}

export interface Series {
  readonly key: string;
  readonly shown: Shown;
  readonly modality: string;
  readonly sopClass: string;
  readonly instances: number;
  readonly frames: number;
  readonly bytes: number;
  /** Instances that pass 2 would withhold. */
  readonly refused: number;
  /** Set when pass 2 would withhold all of them: the first one's reason. */
  readonly code?: string;
}

/** Groups what was found. Order is that of the finds. */
export async function review(finds: readonly Find[]): Promise<Review> {
  const gathered = new Gathered();
  const breath = new Breath();
  for (const find of finds) {
    gathered.add(find);
    if (breath.isDue) await breath.take();
  }
  return gathered.review();
}

/** What was found so far, grouped. */
export class Gathered {
  #patients = new Groups<Groups<Groups<Tally>>>(() => new Groups(() => new Groups(() => new Tally())));
  #removes: Record<string, number> = {};
  #leftOut: Review["leftOut"][number][] = [];
  #withheld: Review["withheld"][number][] = [];
  #refused: Review["refused"][number][] = [];
  #pictures = new Tally();
  #ordinal = 0;
  #instances = 0;
  #bytes = 0;

  /** Takes the next find. */
  add(find: Find): void {
    const ordinal = ++this.#ordinal;
    const { path, size } = find.place;
    if (find.kind === "withheld") this.#withheld.push({ ordinal, path, code: find.code });
    else if (find.kind === "other") this.#leftOut.push({ ordinal, path, what: find.what });
    else {
      const { instance } = find;
      this.#instances++;
      this.#bytes += size;
      if (instance.code !== undefined) this.#refused.push({ ordinal, path, code: instance.code });
      const removes = this.#removes;
      for (const [kind, count] of Object.entries(instance.removes)) removes[kind] = (removes[kind] ?? 0) + count;
      if (instance.picture !== undefined) this.#pictures.add(instance, size);
      else this.#patients.at(instance.patient, instance).at(instance.study, instance).at(instance.series, instance).add(instance, size);
    }
  }

  review(): Review {
    const pictures = this.#pictures;
    return {
      patients: this.#patients.map(({ key, first, value }) => ({
        key,
        shown: first.shown,
        studies: value.map((study) => ({
          key: study.key,
          shown: study.first.shown,
          series: study.value.map((series) => series.value.series(series.key, series.first)),
        })),
      })),
      ...(pictures.first && { pictures: pictures.series(pictures.first.series, { ...pictures.first, modality: PICTURES }) }),
      instances: this.#instances,
      bytes: this.#bytes,
      removes: { ...this.#removes },
      leftOut: [...this.#leftOut],
      withheld: [...this.#withheld],
      refused: [...this.#refused],
    };
  }
}

/** In the place of a modality: picture files have none. */
const PICTURES = "PICTURES";

class Groups<V> {
  #groups = new Map<string, { key: string; first: Summary; value: V }>();
  #make: () => V;

  constructor(make: () => V) {
    this.#make = make;
  }

  at(key: string, first: Summary): V {
    let group = this.#groups.get(key);
    if (!group) {
      group = { key, first, value: this.#make() };
      this.#groups.set(key, group);
    }
    return group.value;
  }

  map<T>(to: (group: { key: string; first: Summary; value: V }) => T): T[] {
    return [...this.#groups.values()].map(to);
  }
}

class Tally {
  /** The first instance, once there is one. */
  first: Summary | undefined;
  #instances = 0;
  #frames = 0;
  #bytes = 0;
  #refused = 0;
  #code: string | undefined;

  add(instance: Summary, size: number): void {
    this.first ??= instance;
    this.#instances++;
    this.#frames += instance.frames;
    this.#bytes += size;
    if (instance.code === undefined) return;
    this.#refused++;
    this.#code ??= instance.code;
  }

  series(key: string, { shown, modality, sopClass }: Summary): Series {
    const all = this.#refused === this.#instances;
    return {
      key,
      shown,
      modality,
      sopClass,
      instances: this.#instances,
      frames: this.#frames,
      bytes: this.#bytes,
      refused: this.#refused,
      ...(all && this.#code !== undefined && { code: this.#code }),
    };
  }
}
