/** What is built: it cannot send, its policy fits it, it is small, and it is the same wherever it is built. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { dense } from "../../scripts/dense.mjs";
import { dist, readJson, sha256 } from "../../scripts/lib.mjs";
import { contentSecurityPolicy, policyOf } from "../../scripts/policy.mjs";
import { listen } from "../../scripts/serve.mjs";
import { findBrowser } from "../../scripts/setup.mjs";
import { carriedSmall, packed } from "../../scripts/wasm.mjs";
import { unpack } from "../../www/engine/carried.ts";
import { forbidden, forbiddenInMarkup, forbiddenInNode, lint } from "./forbidden.mjs";

const read = (name) => readFileSync(join(dist, name), "utf8");
const there = (names) => names.filter((name) => existsSync(join(dist, name)));
/** The page as it is served, as one file, and as one small file. */
const pages = ["index.html", "scan-scrubber.html", "scan-scrubber-light.html"];
const html = read("scan-scrubber.html");
const scripts = scriptsOf(html);
const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
/** What no browser runs: `[part, text]`. */
const blocks = (page) => [...page.matchAll(/<script type="application\/octet-stream" id="scan-scrubber-pack-([a-z]+)">([^<]*)<\/script>/g)];

function scriptsOf(page) {
  return [...page.matchAll(/<script(?! type="application\/octet-stream")[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
}

const markupOf = (page) => page.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, "$1");

/** What lies in `dist/`, as scripts and pages carry it. */
const carried = Object.fromEntries(
  there(["core.wasm", "lexicon.bin", "pictures.wasm", "codecs.wasm", "reader.wasm", "models.bin"]).map((name) => [
    name,
    dense(readFileSync(packed(name, { small: carriedSmall.includes(name) }))),
  ]),
);

/** A text without the wasm and the data it carries: in that, any word may stand. */
const withoutWasm = (text) => Object.values(carried).reduce((rest, each) => rest.replaceAll(each, ""), text);

describe("the scripts cannot send, store or evaluate", () => {
  for (const name of ["scan-scrubber.js", "element.js", "engine.js", "worker.js"]) {
    test(name, () => assert.deepEqual(lint(withoutWasm(read(name))), []));
  }
  for (const name of ["cli.mjs", "cli-worker.mjs"]) {
    test(name, () => assert.deepEqual(lint(withoutWasm(read(name)), forbiddenInNode), []));
  }
  for (const name of there(["pack-pictures.js", "pack-codecs.js", "pack-reader.js", "pack-models.js"])) {
    test(name, () => assert.match(withoutWasm(read(name)), /^export default "";\n$/));
  }
  for (const name of pages) {
    test(`the script of ${name}`, () => {
      assert.equal(scriptsOf(read(name)).length, 1);
      assert.deepEqual(lint(withoutWasm(scriptsOf(read(name))[0])), []);
    });
    test(`the markup of ${name}`, () => assert.deepEqual(lint(markupOf(read(name)), forbiddenInMarkup), []));
  }
});

describe("a planted call is found", () => {
  const planted = {
    fetch: ["fetch(u)", "globalThis['fetch'](u)", "const f=fetch;"],
    XMLHttpRequest: ["new XMLHttpRequest"],
    WebSocket: ["new WebSocket(u)", "new WebSocketStream(u)"],
    WebTransport: ["new WebTransport(u)"],
    EventSource: ["new EventSource(u)"],
    sendBeacon: ["navigator.sendBeacon(u,d)"],
    RTCPeerConnection: ["new RTCPeerConnection(c)", "new webkitRTCPeerConnection(c)"],
    importScripts: ["importScripts(u)"],
    "service worker": ["navigator.serviceWorker.register(u)"],
    "window.open": ["window.open(u)", "window['open'](u)", ";open(u)"],
    "location assignment": ["location=u", "location.href=u", "window.location.assign(u)", "location.replace(u)", "location.hash = u"],
    "dynamic import": [
      "import(u)",
      "await import (u)",
      'import("./pack-other.js")',
      'import("./pack-codecs.js"+u)',
      'import("/pack-codecs.js")',
    ],
    eval: ["eval(t)", "(0,eval)(t)"],
    "new Function": ["new Function(t)", "Function(t)()", "x.constructor('return this')"],
    "timer with text": ["setTimeout('x()',1)"],
    innerHTML: ["e.innerHTML=t", "e['outerHTML']=t", "e.insertAdjacentHTML(p,t)", "e.setHTMLUnsafe(t)", "f.srcdoc=t"],
    "markup parser": ["new DOMParser", "r.createContextualFragment(t)", "Document.parseHTMLUnsafe(t)"],
    "document.write": ["document.write(t)", "document.writeln(t)"],
    localStorage: ["localStorage.a=1"],
    sessionStorage: ["sessionStorage.setItem(a,b)"],
    indexedDB: ["indexedDB.open(n)"],
    caches: ["caches.open(n)", "self.caches"],
    cookie: ["document.cookie=t", "cookieStore.set(t)"],
    "preconnect or prefetch": ["l.rel='preconnect'", "l.rel='dns-prefetch'"],
    "script element": ["d.createElement('script')", 'd.createElement("iframe")'],
  };
  test("each kind has one", () => assert.deepEqual(Object.keys(planted).sort(), Object.keys(forbidden).sort()));
  for (const [name, calls] of Object.entries(planted)) {
    test(name, () => {
      for (const call of calls) assert.match(lint(`${scripts[0].slice(0, 1000)};${call}`).join("\n"), new RegExp(`^${name}: `, "m"), call);
    });
  }
  const plantedInNode = ['import h from"node:https"', 'require("net")', 'import{spawn}from"child_process"', "fetch(u)"];
  test("in the command", () => {
    for (const call of plantedInNode) assert.equal(lint(call, forbiddenInNode).length, 1, call);
  });
  const plantedInMarkup = [
    '<img src="https://example.org/a.png">',
    '<img src="//example.org/a.png">',
    '<link rel="preconnect" href="https://example.org">',
    '<link href="a.css" rel=stylesheet>',
    '<meta http-equiv="refresh" content="0;url=a">',
    '<iframe src="a">',
    '<form method="post">',
    '<p onclick="a()">',
    '<script src="a.js">',
  ];
  test("in the markup", () => {
    for (const tag of plantedInMarkup) assert.equal(lint(`<p>${tag}`, forbiddenInMarkup).length, 1, tag);
  });
});

describe("the page is one file", () => {
  test("served, in whole and small it has the same script, style and words", () => {
    for (const name of pages) {
      // The light page's script has its words packed: a failure prints hashes, not megabytes.
      if (name !== "scan-scrubber-light.html") assert.deepEqual(scriptsOf(read(name)).map(sha256), scripts.map(sha256), name);
      const plain = (page) =>
        markupOf(page)
          .replace(/<meta http-equiv[^>]*>/, "")
          .replaceAll(/<script type="application[^>]*>\n?/g, "");
      assert.equal(plain(read(name)).replaceAll(/<\/script>\n?/g, ""), plain(html).replaceAll(/<\/script>\n?/g, ""), name);
    }
  });
  test("its published hash is its hash", () => assert.equal(read("scan-scrubber.html.sha256"), `${sha256(html)}  scan-scrubber.html\n`));
  test("its policy names its script and its style, by hash; where it is served, its own origin's scripts too", () => {
    for (const name of pages) {
      const beside = name === "index.html";
      assert.equal(policyOf(read(name)), contentSecurityPolicy({ scripts: scriptsOf(read(name)), styles, beside }), name);
      assert.equal(policyOf(read(name)).includes("'self'"), beside, name);
    }
  });
  test("the policy stands before anything that it governs", () => {
    for (const name of pages) {
      const policy = read(name).indexOf("Content-Security-Policy");
      assert.ok(policy > 0 && policy < 200, `${name}: at ${policy}`);
    }
  });
  test("it carries the wasm and the data that lie beside it", async () => {
    for (const [name, text] of Object.entries(carried)) {
      assert.ok(readFileSync(join(dist, name)).equals(await unpack(text)), name);
      assert.ok(html.includes(text), name);
    }
    for (const name of pages) {
      for (const each of ["core.wasm", "lexicon.bin"]) assert.ok(read(name).includes(carried[each]), name);
    }
    assert.equal(readJson(join(dist, "build.json")).wasmSha256, sha256(readFileSync(join(dist, "core.wasm"))));
  });
  test("what is carried in blocks is all packs, or the small ones, or none", () => {
    const parts = (name) => blocks(read(name)).map(([, part]) => part);
    assert.deepEqual(parts("index.html"), []);
    assert.deepEqual(
      parts("scan-scrubber.html"),
      ["pictures", "codecs", "reader", "models"].filter((part) => existsSync(join(dist, `pack-${part}.js`))),
    );
    assert.deepEqual(parts("scan-scrubber-light.html").slice(0, 1), ["pictures"]);
    assert.ok(!/reader|models/.test(parts("scan-scrubber-light.html").join()));
    for (const name of pages) {
      for (const [, part, text] of blocks(read(name))) assert.equal(text, carried[part === "models" ? "models.bin" : `${part}.wasm`], part);
    }
  });
});

describe("what is shipped", () => {
  test("names no folder of the machine that built it", () => {
    const folders = [process.cwd(), process.env.HOME].filter((folder) => folder && folder !== "/");
    const scriptsAndPages = [...pages, "scan-scrubber.js", "element.js", "engine.js", "cli.mjs", "cli-worker.mjs"];
    for (const name of [...Object.keys(carried), ...scriptsAndPages]) {
      const bytes = readFileSync(join(dist, name));
      for (const folder of folders) assert.equal(bytes.includes(`${folder}/`), false, `${name} names ${folder}`);
    }
  });

  test("is small enough for a slow connection", (t) => {
    const { profile } = readJson(join(dist, "build.json"));
    const brotli = (name) => brotliCompressSync(readFileSync(join(dist, name))).length;
    const wasm = brotli("core.wasm");
    const script = brotliCompressSync(withoutWasm(scripts[0])).length;
    const lexicon = brotli("lexicon.bin");
    const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
    const raw = (name) => `${name} ${kB(sizeOf(name))}`;
    t.diagnostic(`brotli: core.wasm ${kB(wasm)}, script ${kB(script)}, lexicon.bin ${kB(lexicon)} (${profile})`);
    t.diagnostic(`as they lie: ${[...Object.keys(carried), ...pages, "scan-scrubber.js", "element.js", "cli.mjs"].map(raw).join(", ")}`);
    assert.equal(profile, "release", "the tests run what is shipped");
    assert.ok(wasm <= 450_000, `core.wasm: ${wasm} bytes`);
    assert.ok(script <= 85_000, `script: ${script} bytes`);
    assert.ok(lexicon <= 190_000, `lexicon.bin: ${lexicon} bytes`);
  });

  test("carries no more than its place has room for", (t) => {
    // Models are noise to a packer: the quick way is as good.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const brotli = (name) => brotliCompressSync(readFileSync(join(dist, name)), { params }).length;
    const reader = there(["reader.wasm", "models.bin"]).reduce((sum, name) => sum + brotli(name), 0);
    t.diagnostic(
      `brotli: ${there(["pictures.wasm", "codecs.wasm"]).map((name) => `${name} ${brotli(name)}`)}, reader and models ${reader}`,
    );
    assert.ok(reader <= 9_000_000, `reader.wasm and models.bin: ${reader} bytes`);
    assert.ok(sizeOf("scan-scrubber.html") <= 16_000_000, `scan-scrubber.html: ${sizeOf("scan-scrubber.html")} bytes`);
    assert.ok(sizeOf("scan-scrubber-light.html") <= 1_500_000, `scan-scrubber-light.html: ${sizeOf("scan-scrubber-light.html")} bytes`);
  });
});

function sizeOf(name) {
  return statSync(join(dist, name)).size;
}

describe("in a browser", () => {
  let browser;
  let server;
  before(async () => {
    browser = await chromium.launch({ executablePath: findBrowser() });
    server = await listen(0);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  // The longest words, and the shortest way: who only looks in gets no more than this.
  test("served, what comes over the network before the first scan is small, and soon on the screen", async (t) => {
    const bodies = new Map();
    const paints = [];
    for (let time = 0; time < 3; time++) {
      const context = await browser.newContext({ locale: "hi" });
      const page = await context.newPage();
      page.on("response", (response) => {
        if (response.url().startsWith(server.address)) bodies.set(response.url(), response.body());
      });
      await page.goto(server.address, { waitUntil: "networkidle" });
      await page.getByRole("heading", { level: 1, name: "अपने स्कैन से अपना नाम हटाएँ" }).waitFor();
      // What waits for a quiet moment waits no longer than three seconds.
      if (time === 0) await page.waitForTimeout(3500);
      paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN));
      await context.close();
    }
    const sizes = await Promise.all(
      [...bodies].map(async ([url, body]) => [url.slice(server.address.length) || "the page", brotliCompressSync(await body).length]),
    );
    const sum = sizes.reduce((all, [, size]) => all + size, 0);
    const paint = Math.min(...paints);
    t.diagnostic(`brotli: ${sizes.map((each) => each.join(" "))}, in all ${sum} bytes; first paint after ${Math.round(paint)} ms`);
    assert.deepEqual(sizes.map(([name]) => name).sort(), ["locales/hi.js", "the page"]);
    assert.ok(sum <= 700_000, `${sum} bytes`);
    assert.ok(paint <= 1000, `first paint after ${paint} ms`);
  });

  for (const [how, address] of [
    ["served", () => server.address],
    ["from a file", () => pathToFileURL(join(dist, "scan-scrubber.html")).href],
    ["small, from a file", () => pathToFileURL(join(dist, "scan-scrubber-light.html")).href],
  ]) {
    test(`${how}, the page starts within its policy`, async () => {
      const page = await browser.newPage();
      const trouble = [];
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
      await page.goto(address());
      assert.equal(await page.evaluate(() => typeof customElements.get("scan-scrubber")), "function");
      assert.deepEqual(trouble, []);
      await page.close();
    });

    test(`${how}, nothing can be sent, stored as code, or written as markup`, async () => {
      const page = await browser.newPage();
      await page.goto(address());
      const collector = `${server.address}core.wasm`;
      const refused = await page.evaluate(async (url) => {
        const attempts = {
          fetch: () => fetch(url),
          image: () => new Promise((done, fail) => Object.assign(new Image(), { onload: done, onerror: fail, src: url })),
          markup: () => {
            document.body.innerHTML = "<b>bold</b>";
          },
          code: () => new Function("return 1")(),
          worker: () => new Worker(url),
          script: () => import("data:text/javascript,export default 1"),
          policy: () => globalThis.trustedTypes.createPolicy("other", {}),
        };
        const names = [];
        for (const [name, attempt] of Object.entries(attempts)) {
          try {
            await attempt();
          } catch {
            names.push(name);
          }
        }
        return names;
      }, collector);
      assert.deepEqual(refused, ["fetch", "image", "markup", "code", "worker", "script", "policy"]);
      await page.close();
    });
  }

  test("served, the headers forbid what a page cannot forbid itself", async () => {
    const { headers } = await fetch(server.address);
    assert.ok(headers.get("content-security-policy").startsWith(policyOf(read("index.html"))));
    assert.match(headers.get("content-security-policy"), /; frame-ancestors 'none'$/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("cache-control"), "no-store");
  });

  test("served, there is nothing beside the list", async () => {
    for (const path of ["build.json", "../package.json", "%2e%2e/package.json", "cli.mjs"]) {
      assert.equal((await fetch(server.address + path)).status, 404, path);
    }
    assert.equal((await fetch(server.address, { method: "POST" })).status, 404);
  });
});
