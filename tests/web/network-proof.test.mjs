/** That nothing goes over the network during a whole job: counted in bytes where the system lets a test have a network of its own. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/lib.mjs";

const unshare = ["unshare", "--map-root-user", "--net", "--"];
const hasOwnNetwork = run([...unshare, "sh", "-c", "ip link set lo up && ip route add local 0.0.0.0/0 dev lo"]).status === 0;
const job = [process.execPath, "--import", "./scripts/typescript.mjs", fileURLToPath(new URL("network-job.mjs", import.meta.url))];

test("from the loaded page to the saved zip, 0 bytes to any address", (context) => {
  if (!hasOwnNetwork)
    context.diagnostic("NOT COUNTED: no network namespace may be made here. Only the browser's own log of requests was read.");
  const { status, stdout, stderr } = run(hasOwnNetwork ? [...unshare, ...job, "--count"] : job);
  assert.equal(status, 0, stderr);
  const { interfaces, control, sent, jobs } = JSON.parse(stdout);
  assert.deepEqual(
    jobs.map(({ name }) => name),
    ["one file", "kept"],
  );
  for (const { name, asked, saved, messages } of jobs) {
    assert.ok(saved > 1_000_000, `${name}: ${saved} bytes saved`);
    assert.deepEqual([asked, messages], [[], []], name);
  }
  if (!hasOwnNetwork) return;
  assert.equal(sent, 0);
  assert.deepEqual(interfaces, ["lo"], "no other way out");
  assert.ok(control.script > 0 && control.page > 0, `what is sent is counted: ${JSON.stringify(control)}`);
  context.diagnostic(
    `Bytes on the loopback in a network of its own: 0; of a request by a script ${control.script}, by a page ${control.page}.`,
  );
});

function run([program, ...args]) {
  return spawnSync(program, args, { cwd: root, encoding: "utf8", timeout: 200_000 });
}
