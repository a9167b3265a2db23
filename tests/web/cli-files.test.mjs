/** How the command reads its sources. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crc32 } from "../../www/cli/crc.ts";
import { open, writer } from "../../www/cli/files.ts";

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

test("an output is written the same whether it is summed or not, from a source that is held and from one that is not", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "scan-scrubber-output-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const length of [100_000, 17 << 20]) {
    const file = join(folder, `source-${length}`);
    const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => (at >>> 8) ^ at));
    writeFileSync(file, bytes);
    const parts = [Uint8Array.of(1, 2, 3), [50_000, length - 7], Uint8Array.of(4)];
    const whole = Buffer.concat([parts[0], bytes.subarray(50_000, length - 7), parts[2]]);
    for (const sums of [true, false]) {
      const source = open({ file, size: length }, true);
      t.after(() => source.close());
      const target = join(folder, `output-${length}-${sums}`);
      const crc = writer({ sums })(target, { parts, size: whole.length }, source, () => undefined);
      assert.equal(crc, sums ? crc32(whole) : 0);
      assert.ok(whole.equals(readFileSync(target)));
    }
    const source = open({ file, size: length }, true);
    t.after(() => source.close());
    const wrong = join(folder, `wrong-${length}`);
    assert.throws(
      () => writer({ sums: false })(wrong, { parts, size: whole.length + 1 }, source, () => undefined),
      (thrown) => thrown.code === "output",
      "sizes are compared all the same",
    );
  }
});
