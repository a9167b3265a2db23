/** A small proxy between a browser and a portal, which breaks what it is told to break: one fault a request that sends. */

import { request as ask, createServer } from "node:http";

/**
 * `late`: the connection is cut when the portal has everything and before its answer is heard; a number: after so many bytes.
 *
 * @typedef {{ status: number, text?: string } | { cut: "late" | number }} Fault
 */

/** Starts it in front of an address. `faults` are taken in turn by POSTs of instances. */
export async function startFaults(address, /** @type {Fault[]} */ faults) {
  /** Requests that sent instances, and how many bytes of each went on. @type {{ bytes: number }[]} */
  const sent = [];
  const { hostname, port } = new URL(address);
  const server = createServer((request, response) => {
    const isSending = request.url?.endsWith("/studies") ?? false;
    const fault = isSending ? faults.shift() : undefined;
    const record = { bytes: 0 };
    if (isSending) sent.push(record);
    if (fault && "status" in fault) {
      request
        .resume()
        .on("end", () => response.writeHead(fault.status, { "content-type": "application/dicom+json" }).end(fault.text ?? ""));
      return;
    }
    const onwards = ask({ hostname, port, path: request.url, method: request.method, headers: request.headers });
    const cut = () => {
      onwards.destroy();
      request.socket.destroy();
    };
    onwards.on("error", () => request.socket.destroy());
    request.on("data", (chunk) => {
      record.bytes += chunk.length;
      if (fault && typeof fault.cut === "number" && record.bytes >= fault.cut) return cut();
      onwards.write(chunk);
    });
    request.on("end", () => onwards.end());
    request.on("error", () => undefined);
    onwards.on("response", (back) => {
      if (fault?.cut === "late") return cut();
      response.writeHead(back.statusCode ?? 502, back.headers);
      back.pipe(response);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${taken}/`, sent, faults, stop };
}
