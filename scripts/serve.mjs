/** Serves `dist/` to this computer alone, under the strictest headers that the page works with. */

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { advice, locales } from "./bundle.mjs";
import { dist, Stop } from "./lib.mjs";
import { headerOnly, policyOf, workerPolicy } from "./policy.mjs";

/** All there is to serve: a list, so that no path can lead elsewhere. */
const files = new Map(
  /** @type {[string, string[]][]} */ ([
    ["/", ["index.html", "text/html; charset=utf-8"]],
    ["/scan-scrubber.html", ["scan-scrubber.html", "text/html; charset=utf-8"]],
    ["/scan-scrubber.html.sha256", ["scan-scrubber.html.sha256", "text/plain; charset=utf-8"]],
    ["/scan-scrubber-light.html", ["scan-scrubber-light.html", "text/html; charset=utf-8"]],
    ...["pictures", "codecs", "reader", "models"].map((part) => script(`pack-${part}.js`)),
    ...[...locales, ...advice].map((tag) => script(`locales/${tag}.js`)),
    script("offline.js"),
    script("service-worker.js"),
    ["/manifest.webmanifest", ["manifest.webmanifest", "application/manifest+json"]],
    script("scan-scrubber.js"),
    script("element.js"),
    script("engine.js"),
    ["/core.wasm", ["core.wasm", "application/wasm"]],
    ["/lexicon.bin", ["lexicon.bin", "application/octet-stream"]],
  ]),
);

/** @returns {[path: string, file: string[]]} */
function script(name) {
  return [`/${name}`, [name, "text/javascript; charset=utf-8"]];
}

/** Browser features that the page has no use for. */
const refused = ["camera", "display-capture", "geolocation", "hid", "microphone", "midi", "payment", "serial", "usb"];

/** The headers of every answer. `html` is the page, which names its own script by hash. */
export function headers(html) {
  return {
    "Content-Security-Policy": `${policyOf(html)}; ${headerOnly}`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": refused.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    // A rebuilt page must show at the next look.
    "Cache-Control": "no-store",
  };
}

/**
 * Starts serving on 127.0.0.1.
 *
 * @param port 0 takes any that is free
 * @returns the address of the page, and the server, which keeps the process alive until `close` is called
 */
export async function listen(port) {
  const server = createServer((request, response) => {
    const [name, type] = files.get(new URL(request.url, "http://localhost").pathname) ?? [];
    if (!name || !existsSync(join(dist, name)) || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end(request.method === "HEAD" ? undefined : "There is nothing here.\n");
      return;
    }
    const body = readFileSync(join(dist, name));
    response.writeHead(200, {
      ...headers(readFileSync(join(dist, "index.html"), "utf8")),
      ...(name === "service-worker.js" ? { "Content-Security-Policy": workerPolicy } : {}),
      "Content-Type": type,
      "Content-Length": body.length,
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(undefined)));
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${taken}/`, close: () => server.close(), server };
}

/** As {@link listen}, with a sentence where that cannot be. */
export async function serve(port) {
  try {
    return (await listen(port)).address;
  } catch (error) {
    if (error.code === "EADDRINUSE") throw new Stop(`Port ${port} is in use. Take another: PORT=${port + 1} npm start`);
    if (error.code === "EACCES") throw new Stop(`Port ${port} needs more rights than this has. Take another: PORT=8080 npm start`);
    if (error.code === "ERR_SOCKET_BAD_PORT") throw new Stop("PORT must be a number between 1 and 65535.");
    throw error;
  }
}
