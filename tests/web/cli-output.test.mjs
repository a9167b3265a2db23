/** What the command writes: a zip of files whose bytes still lie in their sources. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crc32 } from "../../www/cli/crc.ts";
import { open, write } from "../../www/cli/files.ts";
import { Output, OutputError } from "../../www/cli/output.ts";
import { seal } from "../../www/engine/verified.ts";
import { zipPieces } from "../../www/files/zip.ts";

const SOURCE = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) & 0xff));
const FRESH = Buffer.from("a new header");
const PARTS = [FRESH, [10, 299_000], FRESH];
const WHOLE = Buffer.concat([FRESH, SOURCE.subarray(10, 299_000), FRESH]);

function begun(t) {
  const folder = mkdtempSync(join(tmpdir(), "scan-scrubber-output-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "source");
  writeFileSync(file, Buffer.concat([Buffer.alloc(5), SOURCE]));
  const output = new Output(join(folder, "out.zip"), { items: [], files: new Set(), folders: [] }, false);
  output.open();
  output.lent(1, { file, size: SOURCE.length, start: 5 }, PARTS);
  const sealed = [seal({ ordinal: 1, name: "SUBJECT/IMAGE00001.dcm", size: WHOLE.length, crc: crc32(WHOLE), blob: undefined })];
  return { folder, file, output, sealed };
}

test("a zip is made of fresh bytes and of what stays in its sources", (t) => {
  const { folder, output, sealed } = begun(t);
  output.finish(sealed);
  const wanted = [...zipPieces(sealed)].map((piece) => (piece instanceof Uint8Array ? piece : WHOLE));
  assert.ok(readFileSync(join(folder, "out.zip")).equals(Buffer.concat(wanted)));
});

test("a source that is not what was verified any more leaves no zip", (t) => {
  for (const change of [(bytes) => bytes.subarray(0, 1000), (bytes) => bytes.map((byte, at) => (at === 2000 ? byte ^ 1 : byte))]) {
    const { folder, file, output, sealed } = begun(t);
    writeFileSync(file, change(readFileSync(file)));
    assert.throws(() => output.finish(sealed), OutputError);
    output.discard();
    assert.ok(!existsSync(join(folder, "out.zip")));
  }
});

test("a worker lends parts of which little is fresh, and writes the others", (t) => {
  const { folder, file } = begun(t);
  const source = open({ file, size: SOURCE.length, start: 5 }, true);
  t.after(() => source.close());
  const target = join(folder, "target");
  const lent = write({ target, lend: true }, { parts: PARTS, size: WHOLE.length }, source, () => undefined);
  assert.deepEqual([lent.parts, lent.crc, existsSync(target)], [PARTS, crc32(WHOLE), false]);
  const fresh = Buffer.alloc(300_000, 1);
  const written = write({ target, lend: true }, { parts: [fresh], size: fresh.length }, source, () => undefined);
  assert.deepEqual([written.parts, written.crc, readFileSync(target).equals(fresh)], [[], crc32(fresh), true]);
});

test("a large source is read into the bytes of whoever asks, and in a window where little is asked for", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "scan-scrubber-output-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "large");
  const bytes = Buffer.from(Uint8Array.from({ length: 17 << 20 }, (_, at) => (at >>> 8) ^ at));
  writeFileSync(file, bytes);
  const source = open({ file, size: bytes.length }, true);
  t.after(() => source.close());
  for (const [at, length] of [
    [3, 100],
    [50, 1 << 20],
    [bytes.length - 70_000, 80_000],
  ]) {
    const into = new Uint8Array(length);
    const done = source.read(at, into);
    assert.equal(done, Math.min(length, bytes.length - at));
    assert.ok(bytes.subarray(at, at + done).equals(into.subarray(0, done)));
  }
});
