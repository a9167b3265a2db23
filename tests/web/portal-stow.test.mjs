/** The worked portal that sends to an archive, with a real one behind it: studies arrive clean, once, and whatever breaks on the way. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "../../www/examples/stow/server.mjs";
import { startBrowser, watchedPage } from "./browser.mjs";
import { startFaults } from "./faults.mjs";
import { startOrthanc } from "./orthanc.mjs";
import { chest, clean, secrets } from "./patient.mjs";

const orthanc = await startOrthanc();
if (!orthanc)
  console.error("NOT CHECKED: what a real archive makes of it. Orthanc is not on this machine: apt-get install orthanc orthanc-dicomweb");
const skip = orthanc ? false : "NOT CHECKED: Orthanc is not on this machine";

/** @type {import("playwright-core").Browser} */
let browser;
/** Of the first account: its password can be changed under it. */
const archive = { ...orthanc?.archive };
/** @type {(() => unknown)[]} */
const stops = [];
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  for (const stop of stops) stop();
  await browser.close();
  await orthanc?.stop();
});

/** Opens the portal of an account, behind a proxy with these faults. */
async function open(/** @type {import("./faults.mjs").Fault[]} */ faults = [], account = "account-1") {
  const portal = await start({ archive: /** @type {any} */ (archive), secret: "test", account });
  const proxy = await startFaults(portal.address, faults);
  stops.push(portal.close, proxy.stop);
  const watched = await watchedPage(browser);
  await watched.page.goto(proxy.address);
  return { ...watched, proxy };
}

const send = async (page, words) => {
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText(words).waitFor({ timeout: 20_000 });
};
const counts = async () => {
  const { CountPatients, CountStudies, CountInstances } = await orthanc.json("/statistics");
  return [CountPatients, CountStudies, CountInstances];
};

test("a study arrives, and nothing in it names the patient; a second one joins the same new patient", { skip }, async () => {
  const { context, page, messages } = await open();
  assert.equal(await clean(page, chest(1, 3)), "done");
  await send(page, "All 3 images have arrived.");
  assert.deepEqual(await counts(), [1, 1, 3]);
  const second = await open();
  assert.equal(await clean(second.page, chest(2, 2)), "done");
  await send(second.page, "All 2 images have arrived.");
  assert.deepEqual(await counts(), [1, 2, 5], "two studies of one patient");
  const control = chest(1, 1)[0].buffer.toString("latin1");
  for (const secret of secrets) assert.ok(control.includes(secret), `the originals hold ${secret}`);
  for (const id of await orthanc.json("/instances")) {
    const tags = JSON.stringify(await orthanc.json(`/instances/${id}/tags`));
    const bytes = (await orthanc.bytes(`/instances/${id}/file`)).toString("latin1");
    for (const secret of secrets) assert.ok(!tags.includes(secret) && !bytes.includes(secret), secret);
    const { PatientIdentityRemoved, PatientName } = await orthanc.json(`/instances/${id}/simplified-tags`);
    assert.equal(PatientIdentityRemoved, "YES");
    assert.ok(PatientName);
  }
  assert.deepEqual([...messages, ...second.messages], []);
  await context.close();
  await second.context.close();
});

test("another account's scans are another patient's, even of the same person", { skip }, async () => {
  const [patients, studies] = await counts();
  const { context, page } = await open([], "account-2");
  assert.equal(await clean(page, chest(1, 1)), "done");
  await send(page, "All 1 images have arrived.");
  assert.deepEqual((await counts()).slice(0, 2), [patients + 1, studies + 1]);
  await context.close();
});

test("401 of the archive: nothing is tried again, nothing is lost, and after a new sign-in all of it arrives", { skip }, async () => {
  const before = await counts();
  const { context, page, proxy } = await open();
  assert.equal(await clean(page, chest(3, 2)), "done");
  const { password } = archive;
  archive.password = "wrong";
  await send(page, "0 of 2 images have arrived (http-401). Please sign in again.");
  assert.equal(proxy.sent.length, 1);
  assert.deepEqual(await counts(), before);
  archive.password = password;
  await send(page, "All 2 images have arrived.");
  assert.deepEqual(await counts(), [before[0], before[1] + 1, before[2] + 2]);
  await context.close();
});

test("409 is told and not tried again; 500 once is tried again, and told", { skip }, async () => {
  const before = await counts();
  const { context, page, proxy } = await open([{ status: 409 }, { status: 500 }]);
  assert.equal(await clean(page, chest(4, 2)), "done");
  await send(page, "0 of 2 images have arrived (http-409).");
  assert.equal(proxy.sent.length, 1);
  await send(page, "All 2 images have arrived. 2 had to be sent more than once.");
  assert.equal(proxy.sent.length, 3);
  assert.deepEqual(await counts(), [before[0], before[1] + 1, before[2] + 2]);
  await context.close();
});

test("the connection is cut half-way, and once after the archive has everything: each instance is there, once", { skip }, async () => {
  const before = await counts();
  const { context, page, proxy } = await open([{ cut: 3000 }, { cut: "late" }]);
  assert.equal(await clean(page, chest(5, 4)), "done");
  await send(page, "All 4 images have arrived. 4 had to be sent more than once.");
  assert.ok(proxy.sent.length >= 3, `${proxy.sent.length} requests`);
  assert.deepEqual(proxy.faults, []);
  assert.deepEqual(await counts(), [before[0], before[1] + 1, before[2] + 4]);
  await context.close();
});

test("an archive that is gone: told, nothing is lost, and nothing claims to have arrived", { skip }, async () => {
  const { context, page } = await open(Array.from({ length: 5 }, () => ({ cut: 10 })));
  await page.clock.install();
  assert.equal(await clean(page, chest(6, 2)), "done");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const said = page.getByRole("status").filter({ hasText: /images have arrived/ });
  while ((await said.count()) === 0) await page.clock.fastForward(20_000);
  assert.match(await said.innerText(), /^0 of 2 images have arrived \(network\)\. 2 had to be sent more than once\. You can try again\.$/);
  await send(page, "All 2 images have arrived.");
  await context.close();
});
