/** Runs a page over files on disk in a Chromium of its own, and says what that took. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { children, MB, Tree } from "./machine.mjs";

const here = import.meta.dirname;
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Milliseconds after the end in which a browser finishes what it had put off: its CPU time counts. */
const SETTLE = 300;
const PATIENCE = 300_000;

/** The server of the pages: a blank one, and one for each script in `page/`. */
export async function servePages(dist) {
  const bundle = async (name, options) => {
    const entryPoints = [join(here, "page", name)];
    const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, write: false, logLevel: "silent", ...options });
    return outputFiles[0].text;
  };
  const dcmjs = await bundle("dcmjs-worker.js", { format: "iife" });
  const zip = await bundle("zip.js", { format: "esm", external: ["/engine.js"] });
  const html = (script) => `<!doctype html><meta charset="utf-8"><title>Bench</title><input type="file" multiple>${script}`;
  const routes = new Map([
    ["/blank", ["text/html", () => html("")]],
    ["/engine.js", ["text/javascript", () => readFileSync(join(dist, "engine.js"))]],
    ...["pictures", "codecs", "reader", "models"].map((part) => [
      `/pack-${part}.js`,
      ["text/javascript", () => readFileSync(join(dist, `pack-${part}.js`))],
    ]),
    ["/dcmjs-worker.js", ["text/javascript", () => dcmjs]],
    ["/zip", ["text/html", () => html('<script type="module" src="/zip.js"></script>')]],
    ["/zip.js", ["text/javascript", () => zip]],
  ]);
  for (const name of ["copy", "scrubber", "dcmjs"]) {
    routes.set(`/${name}`, ["text/html", () => html(`<script type="module" src="/${name}.js"></script>`)]);
    routes.set(`/${name}.js`, ["text/javascript", () => readFileSync(join(here, `page/${name}.js`))]);
  }
  const server = createServer(({ url }, response) => {
    const [type, body] = routes.get(url) ?? [];
    response.writeHead(type ? 200 : 404, { "Content-Type": type ?? "text/plain" }).end(body?.());
  });
  await new Promise((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/**
 * One run.
 *
 * @returns seconds as the page measured them, CPU seconds of all the browser's processes, and bytes at the peak above an idle tab:
 * of all processes, and of renderers alone
 */
export async function runPage(executablePath, address, page, files, options = {}) {
  const before = new Set(children());
  const browser = await chromium.launch({ executablePath, args: flags, headless: true });
  const root = children().find((pid) => !before.has(pid));
  if (root === undefined) throw new Error("Chromium's process was not found.");
  const tree = new Tree(root);
  try {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(PATIENCE);
    await tab.goto(`${address}/blank`);
    await sleep(700);
    tree.forget();
    const idle = tree.memory();
    await tab.goto(`${address}/${page}`);
    await tab.waitForFunction(() => "run" in globalThis);
    await tab.setInputFiles("input", files);
    const cpu = tree.cpu();
    const result = await tab.evaluate((given) => globalThis.run(given), options);
    await sleep(SETTLE);
    const spent = tree.cpu() - cpu;
    const { all, renderers } = tree.peak;
    return {
      seconds: result.ms / 1000,
      ...(result.readMs !== undefined && { readSeconds: result.readMs / 1000 }),
      cpu: spent,
      peak: (all - idle.all) / MB,
      peakRenderers: (renderers - idle.renderers) / MB,
      ...(result.firstMs !== undefined && { firstMs: result.firstMs, heldMs: Math.max(result.heldRead, result.heldClean) }),
      files: result.files,
      bytes: result.bytes,
    };
  } finally {
    tree.end();
    await browser.close();
  }
}
