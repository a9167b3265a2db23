/**
 * The worker's side of the further wasm files: each is instantiated when it is called first, and again once it has trapped.
 *
 * The core calls `pictures.wasm`, and that calls the other two, all of it synchronously. An instance that breaks costs the file at hand.
 */

import { isRefusal } from "./checks.js";
import type { CodecsPack, Outside, Packs, PicturesPack, PicturesPort, ReaderPack } from "./types.js";

/** Makes instances, any number of each. */
export interface Makers {
  pictures(module: WebAssembly.Module): PicturesPack;
  codecs(module: WebAssembly.Module): CodecsPack;
  reader(module: WebAssembly.Module): ReaderPack;
}

/** Says that the worker is alive; `slow`, that it may be silent for longer than usual. */
export type Pulse = (slow: boolean) => void;

export class Bench {
  /** What the core is given. */
  readonly port: PicturesPort;
  readonly #makers: Makers;
  readonly #pulse: Pulse;
  #packs: Packs = {};
  #records: Uint8Array | undefined;
  readonly #codecs: Slot<CodecsPack>;
  readonly #reader: Slot<ReaderPack>;
  readonly #pictures: Slot<{ readonly port: PicturesPort; memory(): number }>;

  constructor(makers: Makers, pulse: Pulse) {
    this.#makers = makers;
    this.#pulse = pulse;
    this.#codecs = new Slot(() => this.#packs.codecs && makers.codecs(this.#packs.codecs));
    this.#reader = new Slot(() => this.#makeReader());
    this.#pictures = new Slot(() => this.#makePictures());
    this.port = this.#makePort();
  }

  /** Takes packs, beside those it has. */
  give(packs: Packs): void {
    this.#packs = { ...this.#packs, ...packs };
  }

  /** Gives up instances of more than so many bytes: wasm memory never shrinks. Not to be called within a file. */
  trim(most: number): void {
    for (const slot of [this.#pictures, this.#codecs, this.#reader]) slot.trim(most);
  }

  #makeReader(): ReaderPack | undefined {
    const { reader } = this.#packs;
    if (!reader) return undefined;
    const made = this.#makers.reader(reader.module);
    made.load(reader.models);
    return made;
  }

  #makePictures(): { readonly port: PicturesPort; memory(): number } | undefined {
    const { pictures } = this.#packs;
    if (!pictures) return undefined;
    const made = this.#makers.pictures(pictures);
    const port = new made.Pictures(this.#outside());
    if (this.#records) port.identifiers(this.#records);
    return { port, memory: () => made.memory() };
  }

  #outside(): Outside {
    const codecs = this.#codecs;
    const reader = this.#reader;
    return {
      decode: (syntax, bytes, format) => this.#call(codecs, (each) => each.decode(syntax, bytes, format), true),
      encode: (syntax, data, format) => this.#call(codecs, (each) => each.encode(syntax, data, format), true),
      hasReader: () => this.#packs.reader !== undefined,
      read: (width, height, samples, data, hints) => this.#call(reader, (each) => each.read(width, height, samples, data, hints), true),
    };
  }

  #makePort(): PicturesPort {
    const slot = this.#pictures;
    // Only a file's beginning makes an instance: one that trapped half-way has forgotten what the file is about.
    const call = <T>(work: (port: PicturesPort) => T, slow = false): T => {
      if (!slot.isMade) throw BROKEN();
      return this.#call(slot, ({ port }) => work(port), slow);
    };
    /** For what may take seconds: searches for writing, too, where a picture is large or a machine is slow. */
    const slowly = <T>(work: (port: PicturesPort) => T): T => call(work, true);
    return {
      identifiers: (records) => {
        this.#records = records.slice();
        if (slot.isMade) call((port) => port.identifiers(records));
      },
      begin: (request) => this.#call(slot, ({ port }) => port.begin(request)),
      look: (index, bytes) => slowly((port) => port.look(index, bytes)),
      seen: () => slowly((port) => port.seen()),
      mark: (marks, native) => call((port) => port.mark(marks, native)),
      blacken: (index, bytes) => call((port) => port.blacken(index, bytes)),
      check: (index, before, after) => slowly((port) => port.check(index, before, after)),
      checked: () => slowly((port) => port.checked()),
      preview: (index, bytes, edge) => call((port) => port.preview(index, bytes, edge)),
      unseal: (bytes) => this.#call(slot, ({ port }) => port.unseal(bytes), true),
      seal: (frame) => slowly((port) => port.seal(frame)),
      rescan: () => this.#call(slot, ({ port }) => port.rescan()),
      scan: (index, bytes) => call((port) => port.scan(index, bytes)),
      faces: () => slowly((port) => port.faces()),
      recipe: (number) => call((port) => port.recipe(number)),
      treat: (recipe, air, tissue) => call((port) => port.treat(recipe, air, tissue)),
      treated: () => call((port) => port.treated()),
      left: (recipe) => slowly((port) => port.left(recipe)),
      surface: (recipe, yaw, edge, treated) => slowly((port) => port.surface(recipe, yaw, edge, treated)),
    };
  }

  /** Calls an instance, with signs of life around it. What is no refusal is a broken instance: given up. */
  #call<Made extends { memory(): number }, T>(slot: Slot<Made>, work: (made: Made) => T, slow = false): T {
    this.#pulse(slow);
    try {
      const made = slot.get();
      if (!made) throw BROKEN();
      return work(made);
    } catch (thrown) {
      if (isRefusal(thrown)) throw thrown;
      slot.drop();
      throw BROKEN();
    } finally {
      this.#pulse(false);
    }
  }
}

/** One instance at most. */
class Slot<Made extends { memory(): number }> {
  readonly #make: () => Made | undefined;
  #made: Made | undefined;

  constructor(make: () => Made | undefined) {
    this.#make = make;
  }

  get isMade(): boolean {
    return this.#made !== undefined;
  }

  get(): Made | undefined {
    this.#made ??= this.#make();
    return this.#made;
  }

  drop(): void {
    this.#made = undefined;
  }

  trim(most: number): void {
    if (this.#made && sizeOf(this.#made) > most) this.drop();
  }
}

/** Bytes of an instance; one that cannot say is beyond every mark. */
function sizeOf(made: { memory(): number }): number {
  try {
    return made.memory();
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** As the core expects it: a plain object, a fresh one each time. */
const BROKEN = () => ({ code: "codec" });
