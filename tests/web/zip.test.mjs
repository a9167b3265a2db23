/** The zip that is saved: what readers need, nothing more, and the same bytes every time. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../../www/engine/crc.ts";
import { parts } from "../../www/files/parts.ts";
import { zipPieces, zipSize } from "../../www/files/zip.ts";

const text = (bytes) => new TextDecoder().decode(bytes);

function entry(name, body) {
  const bytes = new TextEncoder().encode(body);
  return { name, size: bytes.length, crc: crc32(bytes), bytes };
}

function zip(entries) {
  return Buffer.concat([...zipPieces(entries)].map((piece) => (piece instanceof Uint8Array ? piece : piece.bytes)));
}

/** Reads a zip by its directory, as strictly as a reader may. */
function read(bytes) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  assert.equal(bytes.readUInt16LE(end + 20), 0, "no comment");
  const [count, size, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  assert.equal(start + size, end);
  const found = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const length = bytes.readUInt16LE(at + 28);
    assert.deepEqual([bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)], [0, 0], "no extras, no comment");
    assert.deepEqual([bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)], [0, 0x21], "1980-01-01");
    const local = bytes.readUInt32LE(at + 42);
    assert.deepEqual(bytes.subarray(local + 4, local + 30), Buffer.concat([bytes.subarray(at + 6, at + 32)]), "both headers agree");
    const body = bytes.subarray(local + 30 + length, local + 30 + length + bytes.readUInt32LE(at + 24));
    assert.equal(crc32(body), bytes.readUInt32LE(at + 16));
    found.push([text(bytes.subarray(at + 46, at + 46 + length)), text(body)]);
    at += 46 + length;
  }
  assert.equal(at, end);
  return found;
}

test("checksums are those of zip", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  assert.equal(crc32(new Uint8Array(0)), 0);
  const bytes = Uint8Array.from({ length: 1000 }, (_, n) => (n * 7919) >> 3);
  for (const cut of [0, 1, 7, 8, 9, 500, 1000]) assert.equal(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut))), crc32(bytes));
});

test("entries are sorted, stored and dated alike, whatever their order", () => {
  const entries = [entry("SUBJECT/B.dcm", "two"), entry("SUBJECT/A.dcm", "one"), entry("SUBJECT/C.dcm", "")];
  const bytes = zip(entries);
  assert.deepEqual(read(bytes), [
    ["SUBJECT/A.dcm", "one"],
    ["SUBJECT/B.dcm", "two"],
    ["SUBJECT/C.dcm", ""],
  ]);
  assert.deepEqual(zip([...entries].reverse()), bytes);
  assert.equal(zipSize(entries), bytes.length);
  assert.deepEqual(read(zip([])), []);
});

test("an entry past 4 GiB, and offsets behind it, are told in 64 bits", () => {
  const big = 5 * 2 ** 30;
  const pieces = [
    ...zipPieces([
      { name: "A", size: big, crc: 1 },
      { name: "B", size: 3, crc: 2 },
    ]),
  ];
  const local = Buffer.from(pieces[0]);
  assert.deepEqual([local.readUInt32LE(18), local.readUInt32LE(22)], [0xffffffff, 0xffffffff]);
  assert.deepEqual(
    [local.readUInt16LE(31), local.readUInt16LE(33), local.readBigUInt64LE(35), local.readBigUInt64LE(43)],
    [1, 16, BigInt(big), BigInt(big)],
  );
  const second = Buffer.from(pieces[5]);
  assert.equal(second.readUInt32LE(42), 0xffffffff);
  assert.deepEqual([second.readUInt16LE(47), second.readUInt16LE(49), second.readBigUInt64LE(51)], [1, 8, BigInt(big + local.length)]);
  const end = Buffer.from(pieces.at(-1));
  assert.equal(end.readUInt32LE(0), 0x06064b50);
  assert.equal(end.readBigUInt64LE(48), BigInt(big + local.length + pieces[2].length + 3));
  assert.equal(end.length, 56 + 20 + 22);
});

test("more than 65,535 entries are counted in 64 bits", () => {
  const entries = Array.from({ length: 70_000 }, (_, n) => ({ name: String(n).padStart(6, "0"), size: 0, crc: 0 }));
  const end = Buffer.from([...zipPieces(entries)].at(-1));
  assert.equal(end.readBigUInt64LE(32), 70_000n);
  assert.equal(end.readUInt16LE(end.length - 22 + 10), 0xffff);
});

test("several zips are no larger than asked for, and hold everything once, in order", () => {
  const large = { name: "SUBJECT/M.dcm", size: 90_000, crc: 0 };
  const entries = [...Array.from({ length: 300 }, (_, n) => ({ name: `SUBJECT/${n % 7}/${n}.dcm`, size: (n * 37) % 900, crc: 0 })), large];
  for (const limit of [2_000, 20_000, 1_000_000]) {
    const made = parts(entries, limit);
    for (const { files, size } of made) {
      assert.ok(zipSize(files) <= size);
      if (!files.includes(large) || limit > large.size) assert.ok(size <= limit);
      else assert.deepEqual(files, [large]);
    }
    const names = made.flatMap(({ files }) => files.map(({ name }) => name));
    assert.deepEqual(names, entries.map(({ name }) => name).sort());
    // Nothing is left half empty.
    for (let n = 1; n < made.length; n++) assert.ok(made[n - 1].size + made[n].size > limit);
  }
  // Entries past 4 GiB have longer headers.
  const huge = [
    { name: "SUBJECT/A.dcm", size: 5_000_000_000, crc: 0 },
    { name: "SUBJECT/B.dcm", size: 5_000_000_000, crc: 0 },
  ];
  const [one, ...others] = parts(huge, 20_000_000_000);
  assert.ok(zipSize(huge) <= one.size && others.length === 0);
  assert.deepEqual(parts([], 1_000), []);
});
