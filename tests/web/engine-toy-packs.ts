/** Packs in script, for tests of all that is around them. A request says what they do: see {@link PictureDeed}. */

import type { Makers } from "../../www/engine/packs.js";
import type { CodecsPack, Outside, PicturesPort, ReaderPack, Verdict } from "../../www/engine/types.js";

/** What a look at a picture does. */
export interface PictureDeed {
  /** What breaks: the pack itself, or what it calls. */
  trap?: "begin" | "look" | "seen" | "check" | "codecs" | "reader" | "scan" | "faces";
  /** The code with which a pack refuses. */
  refuse?: { by: "pictures" | "codecs" | "reader" | "scan"; code: string };
  /** What is called outside. */
  calls?: ("codecs" | "reader")[];
  /** Milliseconds of silence of the reader. */
  silent?: number;
  /** Bytes that an instance takes and never gives back. */
  takes?: number;
}

/** What is said of a file that is scanned. */
interface Scanned extends PictureDeed {
  verdict?: Verdict;
  left?: number;
  name?: string;
}

/** Instances made so far, in this worker: outputs say which one they come from. */
const count = { pictures: 0, codecs: 0, reader: 0 };

const TRAP = () => new WebAssembly.RuntimeError("unreachable");

class ToyPictures implements PicturesPort {
  readonly #outside: Outside;
  readonly #own = ++count.pictures;
  readonly #grow: (bytes: number) => void;
  #deed: Scanned = {};
  #scanned: Scanned[] = [];
  #records = "";
  #said = "";

  constructor(outside: Outside, grow: (bytes: number) => void) {
    this.#outside = outside;
    this.#grow = grow;
  }

  identifiers(records: Uint8Array): void {
    this.#records += new TextDecoder().decode(records).replaceAll("\n", "");
  }

  unseal(): Uint8Array {
    throw { code: "codec" };
  }

  seal(): Uint8Array {
    throw { code: "codec" };
  }

  begin(request: string): void {
    this.#deed = JSON.parse(request) as PictureDeed;
    this.#said = "";
    this.#grow(this.#deed.takes ?? 0);
    this.#misbehave("begin");
  }

  look(_index: number, _bytes: Uint8Array): void {
    this.#misbehave("look");
    const { refuse, calls = [] } = this.#deed;
    if (refuse?.by === "pictures") throw { code: refuse.code };
    const what = JSON.stringify(this.#deed);
    if (calls.includes("codecs")) this.#said += ` codecs ${this.#outside.decode(what, Uint8Array.of(7), "")}`;
    if (!calls.includes("reader")) return;
    this.#said += this.#outside.hasReader()
      ? ` reader ${this.#outside.read(1, 1, 1, new TextEncoder().encode(what), new Uint32Array(4))}`
      : "";
  }

  seen(): string {
    this.#misbehave("seen");
    return `pictures ${this.#own} (${this.#records})${this.#said}`;
  }

  mark(_marks: string, _native: boolean): string {
    return "{}";
  }

  blacken(_index: number, bytes: Uint8Array): Uint8Array {
    return bytes.map(() => 0);
  }

  check(_index: number, _before: Uint8Array, after: Uint8Array): void {
    this.#misbehave("check");
    if (after.some((byte) => byte !== 0)) throw { code: "mask" };
  }

  checked(): string {
    return "[]";
  }

  preview(_index: number, bytes: Uint8Array, _edge: number): Uint8Array {
    return bytes;
  }

  rescan(): void {
    this.#scanned = [];
  }

  scan(_index: number, _bytes: Uint8Array): void {
    this.#misbehave("scan");
    const { refuse, silent = 0 } = this.#deed;
    for (const end = performance.now() + silent; performance.now() < end; );
    if (refuse?.by === "scan") throw { code: refuse.code };
    this.#scanned.push(this.#deed);
  }

  faces(): string {
    if (this.#scanned.some(({ trap }) => trap === "faces")) throw TRAP();
    const verdicts = this.#scanned.map(({ verdict = { kind: "clear" } }) => verdict);
    return JSON.stringify({ verdicts, recipes: verdicts.some(({ kind }) => kind === "treat") ? 1 : 0 });
  }

  recipe(number: number): Uint8Array {
    return new TextEncoder().encode(`${number} of ${[...new Set(this.#scanned.map(({ name }) => name))].sort()}`);
  }

  treat(): void {
    throw { code: "mask" };
  }

  treated(): number {
    return 0;
  }

  left(_recipe: Uint8Array): string {
    const skin = Math.max(0, ...this.#scanned.map(({ left = 0 }) => left));
    if (skin === 0.5) throw TRAP();
    return JSON.stringify({ skin, relief: skin === 0.001 ? 0.13 : 0.12, probes: 9 });
  }

  surface(_recipe: Uint8Array, yaw: number, edge: number, treated: boolean): Uint8Array {
    return Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, yaw, edge & 255, Number(treated), this.#scanned.length);
  }

  #misbehave(step: PictureDeed["trap"]): void {
    if (this.#deed.trap === step) throw TRAP();
  }
}

function codecs(): CodecsPack {
  const own = ++count.codecs;
  return {
    decode: (syntax) => {
      const { trap, refuse } = JSON.parse(syntax) as PictureDeed;
      if (trap === "codecs") throw TRAP();
      if (refuse?.by === "codecs") throw { code: refuse.code };
      return Uint8Array.of(own);
    },
    encode: (_syntax, data) => data,
    memory: () => 0,
  };
}

function reader(): ReaderPack {
  const own = ++count.reader;
  let models = 0;
  return {
    load: (bytes) => {
      if (bytes.length === 0) throw { code: "codec" };
      models = bytes.length;
    },
    read: (_width, _height, _samples, data) => {
      const { trap, refuse, silent = 0 } = JSON.parse(new TextDecoder().decode(data)) as PictureDeed;
      for (const end = performance.now() + silent; performance.now() < end; );
      if (trap === "reader") throw TRAP();
      if (refuse?.by === "reader") throw { code: refuse.code };
      return `${own} of ${models}`;
    },
    memory: () => 0,
  };
}

/** The packs as the real worker code makes them. */
export const toyMakers: Makers = {
  pictures: () => {
    let memory = 0;
    const grow = (bytes: number) => {
      memory += bytes;
    };
    return {
      Pictures: class extends ToyPictures {
        constructor(outside: Outside) {
          super(outside, grow);
        }
      },
      memory: () => memory,
    };
  },
  codecs,
  reader,
};
