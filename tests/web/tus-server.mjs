/** A small server that speaks tus 1.0.0 with "creation", and that fails in the ways it is told to. On this computer alone. */

import { createServer } from "node:http";

/**
 * What it does with one request: answer with a status; or take so many bytes of it, and cut the connection (`cut`) or answer (`status`).
 *
 * @typedef {{ status?: number, cut?: boolean, take?: number, headers?: Record<string, string> }} Turn
 */

/** Starts one. `turns` are taken request by request, by method; after them all goes well. */
export async function startTus(/** @type {{ POST?: Turn[], PATCH?: Turn[], HEAD?: Turn[] }} */ turns = {}) {
  /** @type {string[]} */
  const requests = [];
  /** What is there of each upload, by its path. @type {Map<string, { size: number, bytes: Buffer, metadata: string, authorization: string }>} */
  const uploads = new Map();
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    requests.push(`${method} ${url}${method === "PATCH" ? ` ${headers["upload-offset"]}` : ""}`);
    const turn = turns[/** @type {"POST" | "PATCH" | "HEAD"} */ (method)]?.shift() ?? {};
    const said = (status, more = {}) =>
      response.writeHead(turn.status ?? status, { "tus-resumable": "1.0.0", ...more, ...turn.headers }).end();
    /** @type {Buffer[]} */
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      if (headers["tus-resumable"] !== "1.0.0") return response.writeHead(412).end();
      if (method === "POST") {
        const path = `/uploads/${uploads.size}`;
        const { "upload-metadata": metadata = "", authorization = "" } = headers;
        if (turn.status === undefined) {
          uploads.set(path, { size: Number(headers["upload-length"]), bytes: Buffer.alloc(0), metadata: String(metadata), authorization });
        }
        return turn.cut ? request.socket.destroy() : said(201, { location: path });
      }
      const upload = uploads.get(url);
      if (!upload) return response.writeHead(404).end();
      if (method === "HEAD") return said(200, { "upload-offset": `${upload.bytes.length}`, "upload-length": `${upload.size}` });
      if (Number(headers["upload-offset"]) !== upload.bytes.length) return response.writeHead(409).end();
      if (headers["content-type"] !== "application/offset+octet-stream") return response.writeHead(415).end();
      if (turn.take !== undefined || turn.status === undefined) upload.bytes = Buffer.concat([upload.bytes, body.subarray(0, turn.take)]);
      if (turn.cut) return request.socket.destroy();
      said(204, { "upload-offset": `${upload.bytes.length}` });
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/uploads`, requests, uploads, stop };
}
