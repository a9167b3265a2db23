/** What both portals share: a small server that gives out the portal's page and the package, under strict headers. No dependency. */

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** The package, as `npm run build` makes it; in a portal of your own, `node_modules/scan-scrubber/`. */
const PACKAGE = new URL("../../dist/npm/", import.meta.url);

/** Files of the package that a page may ask for: its scripts, and no others. */
const SCRIPT = /^\/scan-scrubber\/((?:adapters\/)?[\w-]+\.js)$/;

/** What a portal has to allow: its own scripts, wasm, and workers of the element's. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src blob:",
  "style-src 'self'",
  "img-src blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types scan-scrubber",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  // What breaks on a connection that was used before, a browser sends again by itself, and tells nobody. On a new one it does not.
  connection: "close",
};

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/**
 * Starts a portal on this computer alone.
 *
 * @param {object} portal
 * @param {URL} portal.folder where its pages are
 * @param {string[]} portal.files which of them can be asked for; "index.html" is "/"
 * @param {Record<string, (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>>} portal.routes
 *   what else there is, by "METHOD /path"
 * @param {number} [portal.port] 0 takes any that is free
 */
export async function servePortal({ folder, files, routes, port = 0 }) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const route = routes[`${request.method} ${path}`];
    try {
      if (route) return await route(request, response);
      const file = request.method === "GET" ? fileOf(path, folder, files) : undefined;
      if (!file) return answer(response, 404, "There is nothing here.");
      const [type = ""] = /\w+$/.exec(file.pathname) ?? [];
      response.writeHead(200, { "content-type": TYPES[type] }).end(readFileSync(file));
    } catch {
      // What went wrong may name a file: it stays here.
      if (!response.headersSent) answer(response, 500, "That did not work.");
      else response.destroy();
    }
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(undefined)));
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${taken}/`, close };
}

/** A short answer in plain words. */
export function answer(response, status, text, headers = {}) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(`${text}\n`);
}

/** Whether this module is the program that was started, and not a part of a test. */
export function isProgram(url) {
  return process.argv[1] === fileURLToPath(url);
}

/** By list and by pattern, so that no path leads elsewhere. */
function fileOf(path, folder, files) {
  const name = path === "/" ? "index.html" : path.slice(1);
  if (files.includes(name)) return new URL(name, folder);
  const [, script] = SCRIPT.exec(path) ?? [];
  const file = script && new URL(script, PACKAGE);
  return file && existsSync(file) ? file : undefined;
}
