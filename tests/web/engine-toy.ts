/**
 * A core in script, for tests of all that is around the core. Its files are a line of JSON and then "pixels"; the line may tell it to misbehave.
 *
 * It runs inside the real worker code, so that hostile behaviour need not exist in what is shipped.
 */

import type {
  ByteSource,
  Config,
  Core,
  Entry,
  FaceOrder,
  Found,
  Mark,
  Outcome,
  PackName,
  Picture,
  Scrubber,
  Seen,
  Summary,
  Verdict,
} from "../../www/engine/types.js";
import type { PictureDeed } from "./engine-toy-packs.js";

/** The first line of a toy file. */
export interface Toy {
  patient?: string;
  study?: string;
  series?: string;
  /** Entries, when it is an archive. Offsets are from the end of the line. */
  entries?: { name: string; at?: number; size?: number; code?: string }[];
  /** What pass 1 says instead. */
  other?: string;
  refuse?: string;
  /** What pass 1 says of pass 2. */
  code?: string;
  /** How the core misbehaves, in which pass. */
  read?: Misdeed;
  scrub?: Misdeed;
  /** Why there is no directory of a batch that has it. */
  unlisted?: string;
  /** Bytes that it takes and never gives back. */
  takes?: number;
  /** What it needs beside the core, and what of that is called in pass 2, with what that does. */
  needs?: PackName[];
  picture?: PictureDeed;
  /** How likely its pictures carry writing, and what is seen there: the code of what is thrown, where it cannot be looked at. */
  risk?: Summary["risk"];
  sight?: Seen | string;
  /** Its frames; the volume that they may be part of, and what is found there of a face; whether it may show one in another way. */
  frames?: number;
  weight?: number;
  space?: string;
  verdict?: Verdict;
  shows?: boolean;
  drawn?: boolean;
  /** Share of the face's skin that its output shows. */
  left?: number;
}

export type Misdeed = "trap" | "stack" | "loop" | "exit" | "garbage" | "lies" | "memory" | "refuse" | "slow" | "pause";

const MIB = 1024 * 1024;
let memory = MIB;
let tick = (_bytes: number): void => undefined;

class ToyScrubber implements Scrubber {
  #config: Config;
  #hunted = "";
  #several = false;
  #met = new Set<string>();

  constructor(config: Config) {
    if (config.policy === "wrong") throw { code: "policy", path: "options" };
    this.#config = config;
  }

  read(source: ByteSource, entry?: Entry): Found {
    const { toy, start } = parse(source, entry);
    if (!toy) return { kind: "other", what: "unknown" };
    this.#misbehave(toy.read, toy);
    if (toy.read === "garbage") return { kind: "surprise" } as unknown as Found;
    if (toy.refuse) return { kind: "withheld", code: toy.refuse };
    if (toy.other) return { kind: "other", what: toy.other };
    if (toy.entries) {
      const entries = toy.entries.map(({ name, at, size = 0, code }) => ({
        name,
        ...(code !== undefined && { code }),
        ...(at !== undefined && { entry: { start: start + at, packed: size, size, method: "store" as const, crc: 0 } }),
      }));
      return { kind: "archive", entries };
    }
    const { patient = "P", study = "S", series = "X" } = toy;
    const fresh = !this.#met.has(patient);
    this.#met.add(patient);
    const instance = {
      ...this.#keys(toy),
      modality: "CT",
      sopClass: "CT Image Storage",
      frames: toy.frames ?? 1,
      rows: 1,
      columns: 1,
      shown: { name: patient },
      removes: { names: 2 },
      risk: toy.risk ?? (toy.picture ? ("look" as const) : ("none" as const)),
      needs: toy.needs ?? [],
      ...(toy.space !== undefined && { space: `${patient} ${toy.space}` }),
      shows: toy.shows ?? false,
      drawn: toy.drawn ?? false,
    };
    return {
      kind: "instance",
      instance: {
        ...instance,
        ...(toy.code !== undefined && { code: toy.code }),
        shown: { name: patient, studyDescription: study, seriesDescription: series },
      },
      identifiers: fresh ? new TextEncoder().encode(`${patient}\n`) : new Uint8Array(0),
      ...(toy.weight !== undefined && { weight: toy.weight }),
    };
  }

  hunt(records: Uint8Array, several: boolean): void {
    this.#several = several;
    this.#config.pictures?.identifiers(records);
    this.#hunted = [...new Set((this.#hunted + new TextDecoder().decode(records)).split("\n"))].sort().join("|");
  }

  see(source: ByteSource, entry?: Entry): Seen | undefined {
    const sight = parse(source, entry).toy?.sight;
    if (typeof sight === "string") throw { code: sight };
    return sight;
  }

  scrub(source: ByteSource, entry?: Entry, list?: boolean, marks?: readonly Mark[], face?: FaceOrder): Outcome {
    const { toy, start, end } = parse(source, entry);
    if (!toy) return { status: "withheld", code: "structure" };
    const { options = [] } = this.#config.policy as { options?: string[] };
    if (toy.space !== undefined && !face && options.includes("clean-recognizable-visual-features"))
      return { status: "withheld", code: "face" };
    this.#misbehave(toy.scrub, toy);
    if (toy.scrub === "garbage") return { status: "verified" } as unknown as Outcome;
    let seen = "";
    try {
      if (toy.picture) seen = this.#look(toy.picture);
    } catch (thrown) {
      if (thrown instanceof Error || typeof (thrown as { code?: unknown }).code !== "string") throw thrown;
      return { status: "withheld", code: (thrown as { code: string }).code };
    }
    const name = (this.#config.policy as { subject?: { name?: string } }).subject?.name;
    const subject = name === undefined ? "" : ` as ${name}${this.#several ? ` ${toy.patient}` : ""}`;
    const treated = face?.recipe ? ` without ${new TextDecoder().decode(face.recipe)} ${face.mode} ${face.tier} ${face.claim}` : "";
    const rest = treated && toy.left !== undefined ? ` left ${toy.left}` : "";
    const marked = marks ? ` marked ${JSON.stringify(marks)}` : "";
    const head = new TextEncoder().encode(`clean ${this.#hunted}${subject}${seen}${marked}${treated}${rest}\n`);
    return {
      status: "verified",
      parts: [head, [start, toy.scrub === "lies" ? source.size + 5 : end]],
      size: head.length + end - start,
      ...this.#keys(toy),
      ledger: "PatientName\treplace\tD\t1\n0040A730[].PersonName\tremove\tX\t3\n",
      findings: [],
      pixels: "unchanged",
      writing: "unseen",
      blackened: 0,
      treated: treated !== "",
      ...(list && { facts: new TextEncoder().encode(JSON.stringify({ facts: toy.patient, unlisted: toy.unlisted })) }),
      ...(this.#config.map && { map: [["patient_id", toy.patient ?? "P", "ID1"] as const] }),
    };
  }

  /** One line a chunk, after those it hunts for. */
  directory(listing: Uint8Array): Uint8Array {
    const lines = [`directory ${this.#hunted}`];
    const view = new DataView(listing.buffer, listing.byteOffset);
    for (let at = 0; at < listing.length; at += 4 + view.getUint32(at, true)) {
      lines.push(new TextDecoder().decode(listing.subarray(at + 4, at + 4 + view.getUint32(at, true))));
    }
    const code = /"unlisted":"([a-z-]+)"/.exec(lines.join())?.[1];
    if (code === "trap") throw new WebAssembly.RuntimeError("unreachable");
    if (code !== undefined) throw { code };
    return new TextEncoder().encode(lines.join("\n"));
  }

  unpack(source: ByteSource, entry: Entry): Uint8Array {
    return bytes(source, entry.start, entry.start + entry.size);
  }

  preview(): Picture | undefined {
    return { width: 1, height: 1, pixels: Uint8Array.of(1, 2, 3, 255) };
  }

  /** Outputs are scanned too: of these the first line says what is left. */
  scan(source: ByteSource, entry?: Entry): void {
    const { toy } = parse(source, entry);
    const left = toy ? undefined : Number(/ left ([\d.]+)/.exec(new TextDecoder().decode(bytes(source, 0, source.size)))?.[1] ?? 0);
    const { picture, verdict, patient = "P", series = "X" } = toy ?? {};
    const pictures = this.#pictures();
    pictures.begin(JSON.stringify({ ...picture, verdict, left, name: `${patient}-${series}` }));
    pictures.scan(0, Uint8Array.of(1));
  }

  explain(source: ByteSource, entry?: Entry): string {
    const { toy } = parse(source, entry);
    return `0\t1\t0\t0\n(0010,0010)\tPN\tnames\treplace\tbasic\t${toy?.patient ?? "P"}\tmade up`;
  }

  free(): void {}

  #pictures() {
    const { pictures } = this.#config;
    if (!pictures) throw new TypeError("a worker's core has always something to look with");
    return pictures;
  }

  /** A look at one picture, as the core does it. */
  #look(deed: PictureDeed): string {
    const pictures = this.#pictures();
    pictures.begin(JSON.stringify(deed));
    pictures.look(0, Uint8Array.of(1));
    const seen = pictures.seen();
    pictures.mark("[]", false);
    const black = pictures.blacken(0, Uint8Array.of(1));
    pictures.check(0, Uint8Array.of(1), black);
    pictures.checked();
    return ` seen ${seen}`;
  }

  #keys({ patient = "P", study = "S", series = "X" }: Toy) {
    const of = (text: string) => `k${crc32([new TextEncoder().encode(text)]).toString(16)}`;
    return { patient: of(patient), study: of(patient + study), series: of(patient + study + series) };
  }

  #misbehave(misdeed: Misdeed | undefined, toy: Toy): void {
    memory += toy.takes ?? 0;
    switch (misdeed) {
      case "trap":
        throw new WebAssembly.RuntimeError("unreachable");
      case "stack":
        return this.#misbehave("stack", { ...toy });
      case "loop":
        for (;;);
      case "exit":
        (globalThis as unknown as { process: { exit(code: number): never } }).process.exit(7);
        break;
      case "refuse":
        throw { code: "depth" };
      case "memory":
        // Needs a fresh instance.
        if (memory > 200 * MIB) {
          memory = 1024 * MIB;
          throw new WebAssembly.RuntimeError("unreachable");
        }
        break;
      case "pause":
        for (const end = performance.now() + 30; performance.now() < end; );
        break;
      case "slow":
        for (const end = performance.now() + 700; performance.now() < end; ) tick(1000);
        break;
    }
  }
}

/** The core as the real worker code loads it. */
export const toyCore: Core = {
  Scrubber: ToyScrubber,
  memory: () => memory,
  setTick: (each) => {
    tick = each;
  },
  profiles: () => ({ share: { version: 1, name: "share", options: ["retain-patient-characteristics"] } }),
};

function parse(source: ByteSource, entry?: Entry): { toy: Toy | undefined; start: number; end: number } {
  const from = entry?.start ?? 0;
  const end = entry ? entry.start + entry.size : source.size;
  const head = new TextDecoder("latin1").decode(bytes(source, from, Math.min(end, from + 64)));
  if (!head.startsWith("TOY")) return { toy: undefined, start: from, end };
  const length = Number.parseInt(head.slice(3, 11), 16);
  const line = new TextDecoder().decode(bytes(source, from + 11, from + 11 + length));
  return { toy: JSON.parse(line) as Toy, start: from + 11 + length, end };
}

function bytes(source: ByteSource, start: number, end: number): Uint8Array {
  const all = new Uint8Array(end - start);
  if (source.read(start, all) !== all.length) throw { code: "cut-off" };
  return all;
}

function crc32(parts: readonly Uint8Array[]): number {
  let crc = -1;
  for (const part of parts) {
    for (const byte of part) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
    }
  }
  return ~crc >>> 0;
}
