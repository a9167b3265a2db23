/** What is built: it cannot send, its policy fits it, it is small, and it is the same wherever it is built. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { dist, readJson, sha256 } from "../../scripts/lib.mjs";
import { contentSecurityPolicy, policyOf } from "../../scripts/policy.mjs";
import { listen } from "../../scripts/serve.mjs";
import { findBrowser } from "../../scripts/setup.mjs";
import { forbidden, forbiddenInMarkup, forbiddenInNode, lint } from "./forbidden.mjs";

const read = (name) => readFileSync(join(dist, name), "utf8");
const html = read("scan-scrubber.html");
const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
const markup = html.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, "$1");

/** A text without the wasm and the data it carries: in base64, any word may stand. */
const withoutWasm = (text) =>
  ["core.wasm", "lexicon.bin"].reduce((rest, name) => rest.replaceAll(readFileSync(join(dist, name), "base64"), ""), text);

describe("the scripts cannot send, store or evaluate", () => {
  for (const name of ["scan-scrubber.js", "element.js", "engine.js", "worker.js"]) {
    test(name, () => assert.deepEqual(lint(withoutWasm(read(name))), []));
  }
  for (const name of ["cli.mjs", "cli-worker.mjs"]) {
    test(name, () => assert.deepEqual(lint(withoutWasm(read(name)), forbiddenInNode), []));
  }
  test("the page's script", () => {
    assert.equal(scripts.length, 1);
    assert.deepEqual(lint(withoutWasm(scripts[0])), []);
  });
  test("the page's markup", () => assert.deepEqual(lint(markup, forbiddenInMarkup), []));
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
    "dynamic import": ["import(u)", "await import (u)"],
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
  test("served and saved are the same bytes", () => assert.equal(read("index.html"), html));
  test("its published hash is its hash", () => assert.equal(read("scan-scrubber.html.sha256"), `${sha256(html)}  scan-scrubber.html\n`));
  test("its policy names its script and its style, by hash", () =>
    assert.equal(policyOf(html), contentSecurityPolicy({ scripts, styles })));
  test("the policy stands before anything that it governs", () => {
    const policy = html.indexOf("Content-Security-Policy");
    assert.ok(policy > 0 && policy < 200, `at ${policy}`);
  });
  test("it carries the wasm and the data that lie beside it", () => {
    assert.ok(html.includes(readFileSync(join(dist, "lexicon.bin"), "base64")));
    assert.ok(html.includes(readFileSync(join(dist, "core.wasm"), "base64")));
    assert.equal(readJson(join(dist, "build.json")).wasmSha256, sha256(readFileSync(join(dist, "core.wasm"))));
  });
});

describe("what is shipped", () => {
  test("names no folder of the machine that built it", () => {
    const folders = [process.cwd(), process.env.HOME].filter((folder) => folder && folder !== "/");
    for (const name of ["core.wasm", "scan-scrubber.html", "scan-scrubber.js", "element.js", "engine.js", "cli.mjs", "cli-worker.mjs"]) {
      const bytes = readFileSync(join(dist, name));
      for (const folder of folders) assert.equal(bytes.includes(`${folder}/`), false, `${name} names ${folder}`);
    }
  });

  test("is small enough for a slow connection", (t) => {
    const { profile } = readJson(join(dist, "build.json"));
    const wasm = brotliCompressSync(readFileSync(join(dist, "core.wasm"))).length;
    const script = brotliCompressSync(withoutWasm(scripts[0])).length;
    const lexicon = brotliCompressSync(readFileSync(join(dist, "lexicon.bin"))).length;
    const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
    const raw = (name) => `${name} ${kB(readFileSync(join(dist, name)).length)}`;
    t.diagnostic(`brotli: core.wasm ${kB(wasm)}, script ${kB(script)}, lexicon.bin ${kB(lexicon)} (${profile})`);
    t.diagnostic(
      `as they lie: ${["core.wasm", "lexicon.bin", "scan-scrubber.html", "scan-scrubber.js", "element.js", "cli.mjs"].map(raw).join(", ")}`,
    );
    assert.equal(profile, "release", "the tests run what is shipped");
    assert.ok(wasm + script <= 450_000, `core.wasm and script: ${wasm + script} bytes`);
    assert.ok(lexicon <= 190_000, `lexicon.bin: ${lexicon} bytes`);
  });
});

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

  for (const [how, address] of [
    ["served", () => server.address],
    ["from a file", () => pathToFileURL(join(dist, "scan-scrubber.html")).href],
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
      assert.deepEqual(refused, ["fetch", "image", "markup", "code", "worker", "policy"]);
      await page.close();
    });
  }

  test("served, the headers forbid what a page cannot forbid itself", async () => {
    const { headers } = await fetch(server.address);
    assert.ok(headers.get("content-security-policy").startsWith(policyOf(html)));
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
