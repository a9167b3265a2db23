/** The only kind of file that can leave: one that was written, read back and found clean. */

/** Known to this module alone, so that nobody else can make a {@link Verified}. */
const PROOF = Symbol("verified");

/** A verified file. Only the engine makes one, from a verified outcome. */
export class Verified {
  /** Position of its source among the files found, from 1; 0 for their directory. */
  readonly ordinal: number;
  /** Where it goes: `SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm`, or as on a disc. */
  readonly name: string;
  readonly size: number;
  /** CRC-32 of all its bytes; 0 where a sink has taken them that asks for none. */
  readonly crc: number;
  #blob: Blob | undefined;

  /** @internal */
  constructor(proof: unknown, o: Sealed) {
    if (proof !== PROOF) throw new TypeError("Only the engine makes verified files.");
    this.ordinal = o.ordinal;
    this.name = o.name;
    this.size = o.size;
    this.crc = o.crc;
    this.#blob = o.blob;
    Object.freeze(this);
  }

  /** Its bytes. Absent where a sink has taken them. */
  get blob(): Blob {
    if (!this.#blob) throw new TypeError("This file was given to a sink.");
    return this.#blob;
  }
}

/** What a verified file is made of. */
export interface Sealed {
  readonly ordinal: number;
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly blob: Blob | undefined;
}

/** Makes a verified file. For the engine: not exported from the package. */
export function seal(o: Sealed): Verified {
  return new Verified(PROOF, o);
}
