/** How the command reads its sources. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "../../www/cli/files.ts";

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
