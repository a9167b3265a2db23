/** Plugins for uploaders, in the uploaders themselves, and the element in a sandboxed frame: clean files come through, and nothing else. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser, untilState, watchedPage } from "./browser.mjs";
import { openPortal, portalScript } from "./portal.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** Uploaders write markup and styles of their own, which the element does not need. */
const lax = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src blob: data:";

const withUppy = `
  import Uppy, { BasePlugin } from "@uppy/core";
  import { scrubberPlugin } from "./www/adapters/uppy.js";
  const element = document.querySelector("scan-scrubber");
  globalThis.refused = [];
  globalThis.sent = [];
  class Uploader extends BasePlugin {
    constructor(uppy, opts) { super(uppy, opts); this.id = "Uploader"; this.type = "uploader"; }
    install() {
      this.uppy.addUploader(async (ids) => {
        for (const id of ids) globalThis.sent.push(await new Response(this.uppy.getFile(id).data).text());
      });
    }
  }
  globalThis.begin = (options = {}) => {
    globalThis.uppy = new Uppy({ logger: { debug() {}, warn() {}, error() {} }, ...options });
    uppy.use(Uploader).use(scrubberPlugin(BasePlugin, { element, onrefused: (count, code) => refused.push([count, code]) }));
  };
`;

async function openUppy(options = {}) {
  const portal = await openPortal(browser, "<scan-scrubber></scan-scrubber>", { more: withUppy, policy: lax });
  await portal.page.evaluate((wanted) => globalThis.begin(wanted), options);
  return portal;
}

const finish = async (page) => {
  await untilState(page, "review");
  await page.evaluate(() => document.querySelector("scan-scrubber").start());
  await untilState(page, "done");
};
const inUppy = (page) => page.evaluate(() => globalThis.uppy.getFiles().map(({ name }) => name));
const upload = (page) =>
  page.evaluate(async () => {
    const error = await globalThis.uppy.upload().then(
      () => "",
      (thrown) => thrown.code ?? thrown.message,
    );
    return { error, sent: globalThis.sent, refused: globalThis.refused };
  });

test("Uppy: what comes in goes to the element, and comes back clean", async () => {
  const { context, page, messages } = await openUppy();
  await page.evaluate(() => globalThis.uppy.addFile({ name: "IM1", data: new File(["original"], "IM1") }));
  assert.deepEqual(await inUppy(page), [], "taken out at once");
  await finish(page);
  assert.equal((await inUppy(page)).length, 5);
  const { error, sent, refused } = await upload(page);
  assert.deepEqual([error, refused], ["", []]);
  assert.deepEqual(sent.sort(), ["clean 0", "clean 1", "clean 2", "clean 3", "clean 4"]);
  assert.deepEqual(messages, []);
  await context.close();
});

test("Uppy: an upload with anything in it that is not clean does not begin", async () => {
  const { context, page } = await openUppy();
  await page.evaluate(() => document.querySelector("scan-scrubber").add([new File(["original"], "IM1")]));
  await finish(page);
  // A plugin that changes what is in Uppy behind everyone's back.
  await page.evaluate(() => {
    const [{ id }] = globalThis.uppy.getFiles();
    globalThis.uppy.setFileState(id, { data: new File(["original"], "IM1") });
  });
  assert.deepEqual(await upload(page), { error: "not-clean", sent: [], refused: [[1, "not-clean"]] });
  assert.equal((await inUppy(page)).length, 4, "it is out");
  await page.evaluate(() => document.querySelector("scan-scrubber").reset());
  assert.deepEqual((await upload(page)).sent, [], "clean files of a job that was given up do not go either");
  await context.close();
});

test("Uppy: restrictions that would let some clean files through and not others let none through", async () => {
  const { context, page } = await openUppy({ restrictions: { maxNumberOfFiles: 3 } });
  await page.evaluate(() => document.querySelector("scan-scrubber").add([new File(["original"], "IM1")]));
  await finish(page);
  assert.deepEqual(await inUppy(page), []);
  assert.deepEqual(await page.evaluate(() => globalThis.refused.map(([, code]) => code)), ["refused"]);
  await context.close();
});

const withPond = `
  import * as FilePond from "filepond";
  import { feed, scrubberPond } from "./www/adapters/filepond.js";
  const element = document.querySelector("scan-scrubber");
  globalThis.sent = [];
  FilePond.registerPlugin(scrubberPond(element));
  const process = (name, file, metadata, load) => void file.text().then((text) => (globalThis.sent.push(text), load(text)));
  globalThis.make = (options) => FilePond.create({ allowMultiple: true, allowMinimumUploadDuration: false, server: { process }, ...options });
  globalThis.pond = make({ instantUpload: false });
  feed(globalThis.pond, element);
`;

test("FilePond: originals are not taken, clean files are, and one that is swapped is not sent", async () => {
  const { context, page } = await openPortal(browser, "<scan-scrubber></scan-scrubber>", { more: withPond, policy: lax });
  const add = (name, options = {}) =>
    page.evaluate(
      async ([pond, wanted]) => {
        const to = pond === "pond" ? globalThis.pond : globalThis.make(wanted);
        return to.addFile(new File(["original"], "IM1")).then(
          () => "taken",
          ({ error }) => error?.main ?? "refused",
        );
      },
      /** @type {const} */ ([name, options]),
    );
  assert.equal(await add("pond"), "Not taken");
  assert.equal(await add("other", { instantUpload: true }), "Not taken", "in no pond");
  assert.equal(await add("other", { instantUpload: true, storeAsFile: true }), "Not taken");
  await page.evaluate(() => document.querySelector("scan-scrubber").add([new File(["original"], "IM1")]));
  await finish(page);
  await page.waitForFunction(() => globalThis.pond.getFiles().filter(({ status }) => status === 2).length === 5);
  await page.evaluate(() => globalThis.pond.processFiles());
  const sent = () => page.evaluate(() => globalThis.sent.sort());
  assert.deepEqual(await sent(), ["clean 0", "clean 1", "clean 2", "clean 3", "clean 4"]);
  // The element was reset meanwhile: what was clean is nobody's any more.
  const late = await page.evaluate(async () => {
    const element = document.querySelector("scan-scrubber");
    const pond = globalThis.make({ instantUpload: false });
    await pond.addFile(element.files[0]);
    element.reset();
    return Promise.race([
      pond.processFile().then(
        () => "sent",
        () => "refused",
      ),
      new Promise((done) => setTimeout(done, 1500, "refused")),
    ]);
  });
  assert.equal(late, "refused");
  assert.equal((await sent()).length, 5);
  assert.equal(await add("other", { instantUpload: true, allowOriginals: true }), "taken", "a pond that is for something else");
  await context.close();
});

const inside = `
  import { serveFrame } from "./www/adapters/frame.js";
  serveFrame(document.querySelector("scan-scrubber"), { origins: globalThis.origins });
`;
const outside = `
  import { openFrame } from "./www/adapters/frame.js";
  globalThis.openFrame = openFrame;
`;

/** A portal with the element in a frame of another site. `origins`: whom the frame knows. */
async function openFramed({
  origins = ["http://portal.test"],
  sandbox = "allow-scripts allow-downloads",
  origin = "null",
  act = () => {},
} = {}) {
  const watched = await watchedPage(browser);
  const [frameScript, portal] = await Promise.all([portalScript(inside), portalScript(outside)]);
  const scripted = { contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } };
  await watched.context.route(/^http:\/\/(?:portal|frame)\.test\//, (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === "/frame.js") return route.fulfill({ ...scripted, body: frameScript });
    if (url.pathname === "/portal.js") return route.fulfill({ ...scripted, body: portal });
    const page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>';
    const body =
      url.host === "frame.test"
        ? `<scan-scrubber></scan-scrubber><script>globalThis.fake={};globalThis.origins=${JSON.stringify(origins)}</script>
           <script type="module" src="/frame.js"></script>`
        : '<script>globalThis.fake={}</script><script type="module" src="/portal.js"></script>';
    return route.fulfill({ contentType: "text/html", body: page + body });
  });
  await watched.page.goto("http://portal.test/");
  await watched.page.waitForFunction(() => "openFrame" in globalThis);
  await watched.page.evaluate(
    ([wanted, from]) => {
      const iframe = Object.assign(document.createElement("iframe"), { src: "http://frame.test/" });
      if (wanted !== null) iframe.setAttribute("sandbox", wanted);
      globalThis.told = [];
      globalThis.opened = 0;
      const settings = { profile: "strict", key: new Uint8Array(32).fill(7), lang: "en" };
      const onmessage = (message) => globalThis.told.push(message);
      globalThis.frame = globalThis.openFrame(iframe, { settings, origin: from, onmessage, onopen: () => globalThis.opened++ });
      document.body.append(iframe);
    },
    /** @type {const} */ ([sandbox, origin]),
  );
  await act(watched.page);
  return watched;
}

const untilOpen = (page) => page.waitForFunction(() => globalThis.opened === 1);
const framed = async (page) => {
  await page.waitForFunction(() => document.querySelector("iframe"));
  const frame = await (await page.$("iframe")).contentFrame();
  await frame.waitForFunction(() => customElements.get("scan-scrubber"));
  return frame;
};

test("a sandboxed frame gives clean files to the portal that it knows, and takes its settings", async () => {
  const { context, page, messages } = await openFramed();
  await untilOpen(page);
  const frame = await framed(page);
  await frame.evaluate(() => document.querySelector("scan-scrubber").add([new File(["original"], "IM1")]));
  await frame.evaluate(() => document.querySelector("scan-scrubber").start());
  await page.waitForFunction(() => globalThis.told.some(({ kind }) => kind === "done"));
  const told = await page.evaluate(async () => {
    const kinds = [...new Set(globalThis.told.map(({ kind }) => kind))];
    const { files, report } = globalThis.told.at(-1);
    return { kinds, texts: await Promise.all(files.map((file) => file.text())), report: report.version };
  });
  assert.deepEqual(told, {
    kinds: ["accept", "progress", "review", "done"],
    texts: ["clean 0", "clean 1", "clean 2", "clean 3", "clean 4"],
    report: 1,
  });
  assert.deepEqual(await frame.evaluate(() => globalThis.engines.wishes.map(({ policy, key }) => [policy, key[0]])), [["strict", 7]]);
  assert.equal(await frame.evaluate(() => globalThis.origin), "null", "it has no origin, and so no store");
  await page.evaluate(() => globalThis.frame.reset());
  await frame.waitForFunction(() => document.querySelector("scan-scrubber").state === "idle");
  assert.deepEqual(messages, []);
  await context.close();
});

test("a frame speaks to no portal that it does not know", async () => {
  const { context, page } = await openFramed({ origins: ["https://portal.test", "http://other.test"] });
  await framed(page);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => globalThis.opened), 0);
  await context.close();
});

test("a portal hears nobody but its frame: not itself, no other window, nothing in another form, nothing twice", async () => {
  const act = (page) =>
    page.evaluate(() => {
      const channel = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.told.push({ kind: "leak" });
        return port2;
      };
      const here = { kind: "scan-scrubber:here" };
      for (let count = 0; count < 1000; count++) postMessage(here, "*", [channel()]);
      const forged = (data, origin, source, ports) => dispatchEvent(new MessageEvent("message", { data, origin, source, ports }));
      const { contentWindow } = document.querySelector("iframe");
      forged(here, "null", null, [channel()]);
      forged(here, "null", window, [channel()]);
      forged(here, "http://evil.test", contentWindow, [channel()]);
      forged(here, "null", contentWindow, []);
      forged(here, "null", contentWindow, [channel(), channel()]);
      forged({ kind: "other" }, "null", contentWindow, [channel()]);
      forged("text", "null", contentWindow, [channel()]);
      forged(null, "null", contentWindow, [channel()]);
    });
  const { context, page } = await openFramed({ act });
  await untilOpen(page);
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => globalThis.told.push({ kind: "leak" });
    const { contentWindow: source } = document.querySelector("iframe");
    dispatchEvent(new MessageEvent("message", { data: { kind: "scan-scrubber:here" }, origin: "null", source, ports: [port2] }));
  });
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => globalThis.told), []);
  await context.close();
});

test("without a sandbox the origin has to be named; with an origin in the sandbox, too", async () => {
  await assert.rejects(openFramed({ sandbox: "allow-scripts allow-same-origin" }), /sandbox/);
  const { context, page } = await openFramed({ sandbox: null, origin: "http://frame.test" });
  await untilOpen(page);
  await context.close();
});
