/** Where things lie on a UDF volume: its anchor, its partitions, and blocks in these (ECMA-167 part 3). */

import type { Bytes, Directory, Extent } from "./bytes.js";
import { refuse } from "./bytes.js";

/** A block of a partition, as the Logical Volume Descriptor counts partitions. */
export interface Address {
  readonly block: number;
  readonly partition: number;
}

/** Tags of descriptors (3/7.2.1). */
const ANCHOR = 2;
const POINTER = 3;
const PARTITION = 5;
const LOGICAL_VOLUME = 6;
const END = 8;

/** Descriptors of a volume that are looked at; a disc has some six. */
const DESCRIPTORS = 64;
const PARTITIONS = 8;
/** Bytes of a block: 2,048 on discs, 512 or 4,096 in some images. */
const BLOCKS = [2048, 512, 4096];

interface Partition {
  /** Bytes from the start of the source. */
  readonly start: number;
  readonly length: number;
  /** Packets that lie elsewhere: blocks of a packet, and first blocks by the packet's own first block. */
  readonly spared?: { readonly packet: number; readonly to: ReadonlyMap<number, number> } | undefined;
}

export class Partitions {
  readonly fileSet: Address;
  #directory: Directory;
  #block: number;
  #partitions: readonly (Partition | undefined)[];

  private constructor(directory: Directory, block: number, partitions: readonly (Partition | undefined)[], fileSet: Address) {
    this.#directory = directory;
    this.#block = block;
    this.#partitions = partitions;
    this.fileSet = fileSet;
  }

  /** The volume's; nothing where no anchor is found. Throws `{code}`. */
  static of(directory: Directory): Partitions | undefined {
    for (const block of BLOCKS) {
      const last = Math.floor(directory.size / block) - 1;
      for (const at of [256, last - 256, last]) {
        const anchor = descriptorAt(directory, block, at);
        if (anchor?.u16(0) === ANCHOR && anchor.u32(12) === at) return volumeOf(directory, block, anchor);
      }
    }
    return undefined;
  }

  static make(directory: Directory, block: number, partitions: readonly (Partition | undefined)[], fileSet: Address): Partitions {
    return new Partitions(directory, block, partitions, fileSet);
  }

  /** The descriptor at an address, a block long. Throws `archive-structure` where there is none. */
  descriptor(address: Address): Bytes {
    const bytes = this.#directory.bytes(this.at(address), this.#block);
    return isDescriptor(bytes) ? bytes : refuse("archive-structure");
  }

  /** Bytes from the start of the source. */
  at(address: Address): number {
    const [span] = this.spans(address, this.#block);
    return span ? span[0] : refuse("archive-structure");
  }

  /** Where so many bytes from an address on lie. */
  *spans({ block, partition: number }: Address, length: number): Generator<Extent> {
    const partition = this.#partitions[number];
    if (!partition) refuse(number < this.#partitions.length ? "archive-method" : "archive-structure");
    const end = block * this.#block + length;
    if (end > partition.length) refuse("archive-structure");
    const step = (partition.spared?.packet ?? Number.POSITIVE_INFINITY) * this.#block;
    for (let at = block * this.#block; at < end; ) {
      const packet = Number.isFinite(step) ? Math.floor(at / step) : 0;
      const until = Math.min(end, Number.isFinite(step) ? (packet + 1) * step : end);
      const other = partition.spared?.to.get(packet * (partition.spared?.packet ?? 0));
      const start = other === undefined ? partition.start + at : other * this.#block + (at - packet * step);
      yield [start, start + until - at];
      at = until;
    }
  }
}

/** Reads the Volume Descriptor Sequence, or the one that stands in for it. */
function volumeOf(directory: Directory, block: number, anchor: Bytes): Partitions {
  for (const at of [16, 24]) {
    const found = sequence(directory, block, anchor.u32(at + 4), anchor.u32(at));
    if (found) return found;
  }
  return refuse("archive-structure");
}

/** Of each kind of descriptor the one with the highest number prevails (3/8.4.3). */
function sequence(directory: Directory, block: number, first: number, length: number): Partitions | undefined {
  const parts = new Map<number, Bytes>();
  let volume: Bytes | undefined;
  let left = Math.floor(length / block);
  for (let at = first, count = 0; left > 0 && count < DESCRIPTORS; at++, left--, count++) {
    const descriptor = descriptorAt(directory, block, at);
    const tag = descriptor?.u16(0);
    if (!descriptor || tag === END) break;
    if (tag === POINTER) {
      // What follows stands elsewhere.
      left = Math.floor(descriptor.u32(20) / block) + 1;
      at = descriptor.u32(24) - 1;
    } else if (tag === PARTITION) {
      const before = parts.get(descriptor.u16(22));
      if (!before || before.u32(16) <= descriptor.u32(16)) parts.set(descriptor.u16(22), descriptor);
    } else if (tag === LOGICAL_VOLUME && !(volume && volume.u32(16) > descriptor.u32(16))) volume = descriptor;
  }
  if (!volume) return undefined;
  if (volume.u32(212) !== block) refuse("archive-structure");
  const partitions = mapsIn(volume).map((map) => partitionOf(directory, block, map, parts));
  return Partitions.make(directory, block, partitions, { block: volume.u32(252), partition: volume.u16(256) });
}

/** Partition Maps (3/10.7). */
function mapsIn(volume: Bytes): Bytes[] {
  const maps: Bytes[] = [];
  const count = volume.u32(268);
  if (count > PARTITIONS) refuse("archive-structure");
  for (let at = 440; maps.length < count; at += volume.u8(at + 1)) {
    if (volume.u8(at + 1) < 6) refuse("archive-structure");
    maps.push(volume.slice(at, at + volume.u8(at + 1)));
  }
  return maps;
}

/** The partition of a map; nothing for one that lies in another way (a table says where, or a file). */
function partitionOf(directory: Directory, block: number, map: Bytes, parts: ReadonlyMap<number, Bytes>): Partition | undefined {
  const isPlain = map.u8(0) === 1;
  const isSpared = map.u8(0) === 2 && map.is(5, "*UDF Sparable Partition");
  if (!isPlain && !isSpared) return undefined;
  const descriptor = parts.get(map.u16(isPlain ? 4 : 38));
  if (!descriptor) return refuse("archive-structure");
  const partition = { start: descriptor.u32(188) * block, length: descriptor.u32(192) * block };
  return isPlain ? partition : { ...partition, spared: sparedIn(directory, block, map) };
}

/** The first Sparing Table that can be read (UDF 2.2.9, 2.2.12). */
function sparedIn(directory: Directory, block: number, map: Bytes): NonNullable<Partition["spared"]> {
  const packet = map.u16(40);
  if (packet === 0) refuse("archive-structure");
  for (let n = 0; n < Math.min(map.u8(42), 4); n++) {
    const at = map.u32(48 + 4 * n) * block;
    const length = Math.min(map.u32(44), 64 * 1024);
    if (!directory.has(at, length)) continue;
    const table = directory.bytes(at, length);
    // Its tag has no number: its name says what it is.
    if (!table.is(17, "*UDF Sparing Table")) continue;
    const to = new Map<number, number>();
    for (let entry = 0; entry < table.u16(48); entry++) {
      const from = table.u32(56 + 8 * entry);
      // The highest ones are free, or of no use.
      if (from < 0xffff_fff0) to.set(from, table.u32(60 + 8 * entry));
    }
    return { packet, to };
  }
  return refuse("archive-structure");
}

function descriptorAt(directory: Directory, block: number, at: number): Bytes | undefined {
  if (!directory.has(at * block, block)) return undefined;
  const bytes = directory.bytes(at * block, block);
  return isDescriptor(bytes) ? bytes : undefined;
}

/** Whether a descriptor's tag has the sum of its own bytes (3/7.2.3). */
function isDescriptor(bytes: Bytes): boolean {
  let sum = 0;
  for (let at = 0; at < 16; at++) sum += at === 4 ? 0 : bytes.u8(at);
  return bytes.u16(0) > 0 && (sum & 0xff) === bytes.u8(4);
}
