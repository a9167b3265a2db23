/** A portal for tests of the element alone: a page under a strict policy, with the element and an engine without wasm. */

import { build } from "esbuild";
import { root } from "../../scripts/lib.mjs";
import { watchedPage } from "./browser.mjs";

const address = "http://portal.test/";

/** No inline style, no string as script: what a careful portal sends. */
const careful = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types scan-scrubber",
].join("; ");

/**
 * Opens a page with this body, with an engine that does what `fake` says. `more` is what its script does beside that, `policy` its policy.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} body
 * @param {import("playwright-core").BrowserContextOptions & { fake?: object, more?: string, policy?: string }} [options]
 */
export async function openPortal(browser, body, { fake = {}, more = "", policy = careful, ...options } = {}) {
  const watched = await watchedPage(browser, options);
  const script = await portalScript(more);
  await watched.context.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/portal.js") return route.fulfill({ contentType: "text/javascript", body: script });
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title><main><h1>Portal</h1>${body}</main>
      <script type="module" src="portal.js"></script></html>`;
    return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body: html });
  });
  await watched.page.addInitScript((wanted) => {
    globalThis.fake = wanted;
  }, fake);
  await watched.page.goto(address);
  await watched.page.waitForFunction(() => customElements.get("scan-scrubber") !== undefined);
  return watched;
}

/** What was bundled, by what it does beside the element. @type {Map<string, Promise<string>>} */
const bundled = new Map();

/** The script of a portal: the element with an engine that stands in, and more. */
export function portalScript(more = "") {
  const known = bundled.get(more) ?? bundle(more);
  bundled.set(more, known);
  return known;
}

async function bundle(more) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    write: false,
    loader: { ".css": "text", ".ftl": "text" },
    plugins: [stubs],
    stdin: { contents: entry + more, resolveDir: root, sourcefile: "portal.ts", loader: "ts" },
  });
  return outputFiles[0]?.text ?? "";
}

const entry = `
  import { ScanScrubber } from "./www/element/index.js";
  import { fakeEngines } from "./tests/web/fake-engine.ts";
  globalThis.engines = fakeEngines(globalThis.fake);
  ScanScrubber.engine = globalThis.engines.make;
  ScanScrubber.define();
  Object.assign(globalThis, { ScanScrubber });
`;

/** What the build carries inside: the fake engine needs none of it. */
const stubs = {
  name: "stubs",
  setup(/** @type {import("esbuild").PluginBuild} */ bundler) {
    bundler.onResolve({ filter: /^scan-scrubber:/ }, ({ path }) => ({ path, namespace: "inline" }));
    bundler.onLoad({ filter: /.*/, namespace: "inline" }, () => ({
      contents: 'export default ""; export const version = "0", wasmSha256 = "";',
    }));
  },
};
