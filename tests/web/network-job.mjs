/**
 * A whole job on the pages as built, with what went over the network from their being loaded to the end. Run by itself, as the only thing in a
 * network namespace of its own, where every byte to any address counts; its answer is JSON on the standard output.
 *
 * The browser is driven through a pipe, which is no network.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "../../scripts/serve.mjs";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";

const counts = process.argv.includes("--count");
if (counts) allToLoopback();

const { address, server } = await listen(0);
// A connection that is kept open for more is closed at some time: that would count.
server.prependListener("request", (_, response) => response.setHeader("Connection", "close"));
// A browser asks its maker for this and that by itself: not through here, where it would be taken for the page.
const browser = await startBrowser(["--host-resolver-rules=MAP *.googleapis.com ~NOTFOUND, MAP *.google.com ~NOTFOUND"]);
const control = { script: await bytesOf(fetched), page: await bytesOf(byPage) };
const jobs = [await loaded("one file", oneFile), await loaded("kept", kept)];
const sent = await bytesOf(() => Promise.all(jobs.map((each) => each.work())));
await browser.close();
const told = jobs.map(({ name, asked, messages, saved }) => ({ name, asked, messages, saved }));
process.stdout.write(JSON.stringify({ interfaces: counts ? interfaces() : [], control, sent, jobs: told }));
process.exit();

/** The page that is one file, served: there is nothing more to load. */
async function oneFile(page) {
  await page.goto(`${address}scan-scrubber.html`);
}

/** The page that has its parts beside it, kept on the device, and opened from there. */
async function kept(page) {
  await page.goto(address);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("It is kept. You can open it without the internet.").waitFor();
  const looked = looksForNewer();
  await page.reload();
  await looked;
}

/** A browser looks for a newer service worker by itself, some seconds after it has opened a kept page: that is of the opening. */
function looksForNewer() {
  const asked = new Promise((done) => server.on("request", ({ url }) => url === "/service-worker.js" && done(undefined)));
  return Promise.race([asked, sleep(20_000)]);
}

/** A loaded page with its job, from the sample to the saved zip, and what it asked the network for meanwhile. */
async function loaded(name, load) {
  const { context, page, messages } = await watchedPage(browser);
  await load(page);
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: "Try it with a sample" }).waitFor();
  const made = { name, messages, asked: [], saved: 0, work };
  return made;

  async function work() {
    context.on("request", (request) => isOutside(request) && made.asked.push(`${request.method()} ${request.url()}`));
    await press("Try it with a sample");
    await untilState(page, "review");
    await press("Clean 44 images");
    await untilState(page, "look");
    while (await page.getByRole("button", { name: "Remove my details" }).isDisabled()) await press("Looks right");
    await press("Remove my details");
    await untilState(page, "face");
    await press("Remove my details");
    await untilState(page, "done");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Save as zip")]);
    made.saved = readFileSync(await download.path()).length;
  }

  /** What a kept page has from its own service worker never leaves the device: the counter is the judge of it. */
  function isOutside(request) {
    const inside = load === kept ? [address, "blob:", "data:"] : ["blob:", "data:"];
    return request.method() !== "GET" || !inside.some((start) => request.url().startsWith(start));
  }
}

/** Bytes that went over the network while something was done, and a second more; -1 where they cannot be counted. */
async function bytesOf(/** @type {() => Promise<void>} */ work) {
  const before = await quiet();
  await work();
  await sleep(1000);
  return counts ? loopback() - before : -1;
}

/** Waits until nothing has moved for two seconds: until then connections are still being closed. */
async function quiet() {
  if (!counts) return 0;
  for (let bytes = -1, since = 0; ; ) {
    const now = loopback();
    if (now !== bytes) since = performance.now();
    else if (performance.now() - since > 2000) return now;
    bytes = now;
    await sleep(100);
  }
}

/** A request as small as they come, by this script. */
async function fetched() {
  await new Promise((done, fail) =>
    get(`${address}none`, { agent: false }, (response) => response.resume().on("end", done)).on("error", fail),
  );
}

/** A request to an address elsewhere, by a page that has no policy: nobody answers, and still it counts. */
async function byPage() {
  const { context, page } = await watchedPage(browser);
  await page.evaluate(() => fetch("http://192.0.2.1/", { mode: "no-cors" }).catch(() => undefined));
  await context.close();
}

/** Bytes that the loopback took, since it is there. */
function loopback() {
  const [, taken] = /^ *lo: *(\d+)/m.exec(readFileSync("/proc/net/dev", "latin1")) ?? assert.fail("no loopback");
  return Number(taken);
}

/** Names of all the interfaces there are. */
function interfaces() {
  return [...readFileSync("/proc/net/dev", "latin1").matchAll(/^ *(\S+):/gm)].map(([, name]) => name);
}

/** Brings the loopback up, and makes every address there is one of its own. */
function allToLoopback() {
  const ip = (words) => execFileSync("ip", words.split(" "), { stdio: ["ignore", "ignore", "inherit"] });
  ip("link set lo up");
  ip("route add local 0.0.0.0/0 dev lo");
  if (existsSync("/proc/net/if_inet6")) ip("-6 route add local ::/0 dev lo");
}
