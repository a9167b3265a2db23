/** The engine in Chromium: Blobs read in blob workers under the strictest policy, outputs by reference, saving. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.mjs";
import { archive, toy } from "./engine-toys.mjs";
import { bundle, EMPTY_WASM, packed, scratch } from "./load.mjs";

const CSP =
  "default-src 'none'; script-src 'sha256-HASH' 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types scan-scrubber";

let browser;
let html;
let workerScript;

before(async () => {
  const worker = await bundle("engine-page-worker.mjs", { platform: "browser", format: "iife" });
  workerScript = worker;
  const modules = { worker: `export default ${JSON.stringify(worker)};` };
  const script = `${await bundle("engine-page.mjs", { platform: "browser", modules })}`.replace(
    /export \{([^}]*)\};\s*$/,
    "Object.assign(globalThis, {$1});",
  );
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(script))).toString("base64");
  html = (csp) =>
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${csp.replace("HASH", hash)}"><script type="module">${script}</script>`;
  browser = await startBrowser();
});

after(() => browser?.close());

async function open(csp = CSP, url = "http://localhost/") {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  if (url.startsWith("http")) await page.route(url, (route) => route.fulfill({ body: html(csp), contentType: "text/html" }));
  await page.goto(url);
  await page.waitForFunction(() => "Engine" in globalThis);
  return { page, context, requests };
}

/** Runs the engine over files in the page. */
function scrub(page, files, options = {}) {
  const given = Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
  return page.evaluate(
    async ([given, options]) => {
      const { Engine, spawnInBrowser, coreModule, coreLexicon, besideScript, freshKey } = globalThis;
      const items = given.map(([path, text]) => ({ path, data: new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "f") }));
      const engine = new Engine({
        spawn: () => spawnInBrowser(),
        module: await coreModule(),
        lexicon: await coreLexicon(),
        policy: "share",
        supply: besideScript,
        key: freshKey(),
        workers: 2,
        ...options,
      });
      try {
        const review = await engine.read(items);
        const result = await engine.clean(review);
        globalThis.files = result.files;
        const outputs = await Promise.all(result.files.map(async (file) => [file.name, file.size, file.blob.type, await file.blob.text()]));
        return { outputs, withheld: result.withheld };
      } catch (error) {
        return { failed: { name: error.name, code: error.code } };
      } finally {
        engine.dispose();
      }
    },
    [given, options],
  );
}

const PLAIN = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${String(n).padStart(2, "0")}`, toy({}, `pixels ${n}`)]));

test("files become verified files by reference, in blob workers, and nothing is requested", async () => {
  const { page, context, requests } = await open();
  const zip = archive({ "1.dcm": toy({}, "in zip"), "n.zip": archive({ "2.dcm": toy({}, "nested") }) });
  const big = toy({}, "z".repeat(3_000_000));
  const { outputs, withheld } = await scrub(page, { ...PLAIN, "y.dcm": big, "z.zip": zip });
  assert.deepEqual(withheld, []);
  assert.equal(outputs.length, 43);
  assert.deepEqual(outputs[0], ["SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm", 17, "application/dicom", "clean |P\npixels 0"]);
  assert.equal(outputs[40][1], 3_000_009);
  assert.deepEqual(
    outputs.slice(41).map((output) => output[3]),
    ["clean |P\nin zip", "clean |P\nnested"],
  );
  assert.deepEqual(
    requests.filter((url) => !url.startsWith("blob:")),
    ["http://localhost/"],
  );
  await context.close();
});

test("the same page works from disk", async () => {
  const path = join(scratch(), "page.html");
  writeFileSync(path, html(CSP));
  const { page, context } = await open(CSP, pathToFileURL(path).href);
  assert.equal((await scrub(page, PLAIN)).outputs.length, 40);
  await context.close();
});

test("hostile files cost themselves only, in a browser too", async () => {
  const { page, context } = await open();
  const bad = { f00: toy({ scrub: "trap" }), f10: toy({ read: "stack" }), f20: toy({ scrub: "loop" }), f39: toy({ scrub: "lies" }) };
  const { outputs, withheld } = await scrub(page, { ...PLAIN, ...bad }, { timeout: 1_500 });
  assert.deepEqual(
    withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
    ["1 worker-died", "11 worker-died", "21 worker-timeout", "40 worker-died"],
  );
  assert.equal(outputs.length, 36);
  await context.close();
});

test("packs are imported when a file needs them, and reach the workers; a trap costs its file", async () => {
  const { page, context, requests } = await open(CSP.replace("blob:;", "'self' blob:;"));
  await page.route("http://localhost/pack-*.js", (route) => route.fulfill({ body: packed(EMPTY_WASM), contentType: "text/javascript" }));
  const fetched = () => requests.filter((url) => url.includes("pack-")).map((url) => url.slice("http://localhost/pack-".length));
  await scrub(page, { a: toy() });
  assert.deepEqual(fetched(), []);
  const needs = ["pictures", "codecs", "reader"];
  const calls = ["codecs", "reader"];
  const files = [{ calls }, { calls, trap: "codecs" }, { trap: "check" }, { calls }].map((picture) => toy({ needs, picture }));
  const { outputs, withheld } = await scrub(page, { ...files }, { workers: 1 });
  assert.deepEqual(
    withheld.map(({ ordinal, code }) => `${ordinal} ${code}`),
    ["2 codec", "3 codec"],
  );
  assert.match(outputs[1][3], /seen pictures 2 \(P\) codecs 2 reader 1 of 8\n/);
  assert.deepEqual(fetched().sort(), ["codecs.js", "models.js", "pictures.js", "reader.js"]);
  await context.close();
});

test("a page that forbids workers is told so, and does not wait", async () => {
  const { page, context } = await open(CSP.replace("worker-src blob:", "worker-src 'none'"));
  const started = performance.now();
  assert.deepEqual((await scrub(page, PLAIN)).failed, { name: "EngineError", code: "worker-start" });
  assert.ok(performance.now() - started < 10_000);
  await context.close();
});

test("a zip is downloaded as it was verified, and a folder is new", async () => {
  const { page, context } = await open();
  await scrub(page, PLAIN);
  const [download] = await Promise.all([page.waitForEvent("download"), page.evaluate(() => globalThis.saveZip(globalThis.files))]);
  assert.equal(download.suggestedFilename(), "scans-de-identified.zip");
  const zip = readFileSync(await download.path());
  const asked = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    globalThis.showSaveFilePicker = () => root.getFileHandle("x.zip", { create: true });
    globalThis.showDirectoryPicker = () => Promise.resolve(root);
    const saved = [await globalThis.saveZip(globalThis.files, { ask: true })];
    for (let n = 0; n < 2; n++) {
      const begun = await globalThis.newFolder(globalThis.files);
      await begun.run();
      saved.push(begun.isComplete);
    }
    const names = [];
    for await (const name of root.keys()) names.push(name);
    const folder = await root.getDirectoryHandle("scans-de-identified-2");
    const series = await (await (await folder.getDirectoryHandle("SUBJECT")).getDirectoryHandle("STUDY001")).getDirectoryHandle(
      "SERIES001",
    );
    const last = await (await (await series.getFileHandle("IMAGE00040.dcm")).getFile()).text();
    const bytes = await (await (await root.getFileHandle("x.zip")).getFile()).arrayBuffer();
    globalThis.showDirectoryPicker = () => Promise.reject(new DOMException("closed", "AbortError"));
    return {
      saved,
      names: names.sort(),
      last,
      zip: [...new Uint8Array(bytes)],
      closed: (await globalThis.newFolder(globalThis.files)) ?? null,
    };
  });
  assert.deepEqual(asked.saved, [true, true, true]);
  assert.deepEqual(asked.names, ["scans-de-identified", "scans-de-identified-2", "x.zip"]);
  assert.equal(asked.last, "clean |P\npixels 39");
  assert.deepEqual(Buffer.from(asked.zip), zip);
  assert.equal(asked.closed, null);
  await context.close();
});

test("what is saved is compared with what was verified; what is missing can be saved later", async () => {
  const { page, context } = await open();
  await scrub(page, PLAIN);
  const seen = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    globalThis.showDirectoryPicker = () => Promise.resolve(root);
    // As if one source had changed under the page's hands, and another were gone.
    const read = Blob.prototype.arrayBuffer;
    let count = 0;
    Blob.prototype.arrayBuffer = function () {
      count++;
      if (count === 4) return Promise.reject(new DOMException("gone", "NotReadableError"));
      return read.call(count === 3 ? new Blob(["other bytes"]) : this);
    };
    const listed = async () => {
      const names = [];
      for await (const [, folder] of await root.getDirectoryHandle("scans-de-identified").then((each) => each.entries()))
        for await (const [, study] of folder.entries())
          for await (const [, series] of study.entries()) for await (const name of series.keys()) names.push(name);
      return names.sort();
    };
    const begun = await globalThis.newFolder(globalThis.files);
    const stop = new AbortController();
    let bytes = 0;
    await begun.run({ written: (more) => (bytes += more) });
    const first = { saved: begun.saved, complete: begun.isComplete, left: begun.left, names: await listed(), bytes };
    stop.abort();
    const stopped = await begun.run({ signal: stop.signal }).catch((error) => error.name);
    const kept = begun.saved;
    await begun.run();
    Blob.prototype.arrayBuffer = () => read.call(new Blob(["other bytes"]));
    globalThis.showSaveFilePicker = () => root.getFileHandle("y.zip", { create: true });
    const zip = await globalThis.saveZip(globalThis.files, { ask: true }).catch((error) => error.code);
    return {
      first,
      stopped,
      kept,
      last: { saved: begun.saved, complete: begun.isComplete, names: (await listed()).length },
      zip,
      of: globalThis.files.length,
    };
  });
  const { first, of } = seen;
  assert.deepEqual([first.saved, first.complete, first.names.length], [of - 2, false, of - 2]);
  assert.ok(first.left > 0 && first.bytes > 0);
  assert.deepEqual([seen.stopped, seen.kept], ["AbortError", of - 2]);
  assert.deepEqual(seen.last, { saved: of, complete: true, names: of });
  assert.equal(seen.zip, "unreadable");
  await context.close();
});

test("a portal may keep the worker on its own origin, and nowhere else", async () => {
  const { page, context } = await open(CSP.replace("worker-src blob:", "worker-src http://localhost/worker.js"));
  await page.route("http://localhost/worker.js", (route) => route.fulfill({ body: workerScript, contentType: "text/javascript" }));
  const started = await page.evaluate(async () => {
    const { Engine, spawnInBrowser, coreModule, coreLexicon, freshKey } = globalThis;
    const engine = new Engine({
      spawn: () => spawnInBrowser("/worker.js"),
      module: await coreModule(),
      lexicon: await coreLexicon(),
      policy: "share",
      key: freshKey(),
      workers: 1,
    });
    const review = await engine.read([{ path: "a", data: new Blob(["text"]) }]);
    engine.dispose();
    const other = (() => {
      try {
        return spawnInBrowser("http://elsewhere.test/worker.js");
      } catch (error) {
        return error.name;
      }
    })();
    return [review.leftOut.length, other];
  });
  assert.deepEqual(started, [1, "TypeError"]);
  await context.close();
});

test("there is no key without random numbers", async () => {
  const { page, context } = await open();
  const codes = await page.evaluate(() => {
    const codeOf = (getRandomValues) => {
      Object.defineProperty(crypto, "getRandomValues", { configurable: true, value: getRandomValues });
      try {
        return globalThis.freshKey().length;
      } catch (error) {
        return error.code;
      }
    };
    const real = crypto.getRandomValues.bind(crypto);
    return [
      codeOf((bytes) => bytes),
      codeOf(() => {
        throw new Error("none");
      }),
      codeOf(real),
    ];
  });
  assert.deepEqual(codes, ["key", "key", 32]);
  await context.close();
});
