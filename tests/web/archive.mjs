/** A small archive that takes STOW-RS and PUT, and that fails in the ways it is told to. On this computer alone. */

import { createServer } from "node:http";

/**
 * What it does with one request: answer with a status and a body, or cut the connection, before or after it has taken what came.
 *
 * @typedef {{ status?: number, body?: (stored: string[]) => string, type?: string, headers?: Record<string, string>, cut?: "early" | "late",
 *   keep?: boolean, hang?: boolean }} Turn
 */

/** Starts one. `turns` are taken request by request; after them everything is stored. */
export async function startArchive(/** @type {Turn[]} */ turns = []) {
  /** @type {{ method: string, path: string, type: string, authorization: string, uids: string[], size: number }[]} */
  const requests = [];
  /** How often each instance was taken, and by path what was put. @type {Map<string, number>} */
  const taken = new Map();
  const server = createServer((request, response) => {
    const turn = turns.shift() ?? {};
    const chunks = [];
    if (turn.cut === "early") request.once("data", () => request.socket.destroy());
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const type = request.headers["content-type"] ?? "";
      const uids = request.method === "POST" ? uidsOf(body, type) : [`${request.url}`];
      const { authorization = "" } = request.headers;
      requests.push({ method: request.method ?? "", path: request.url ?? "", type, authorization, uids, size: body.length });
      const { status = 200 } = turn;
      if (turn.keep ?? status === 200) for (const uid of uids) taken.set(uid, (taken.get(uid) ?? 0) + 1);
      if (turn.cut === "late") return request.socket.destroy();
      if (turn.hang) return;
      const text = turn.body?.(uids) ?? (status === 200 ? jsonOf({ stored: uids }) : "");
      response.writeHead(status, { "content-type": turn.type ?? "application/dicom+json", ...turn.headers }).end(text);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/studies`, requests, taken, stop };
}

/** A Store Instances Response in JSON. */
export function jsonOf({ stored = [], failed = /** @type {[string, number][]} */ ([]) }) {
  const uid = (value) => ({ "00081155": { vr: "UI", Value: [value] } });
  return JSON.stringify({
    "00081198": { vr: "SQ", Value: failed.map(([each, reason]) => ({ ...uid(each), "00081197": { vr: "US", Value: [reason] } })) },
    "00081199": { vr: "SQ", Value: stored.map(uid) },
  });
}

/** The same in XML, as PS3.19 writes it. */
export function xmlOf({ stored = [], failed = /** @type {[string, number][]} */ ([]) }) {
  const value = (tag, vr, text) => `<DicomAttribute tag="${tag}" vr="${vr}" keyword="X"><Value number="1">${text}</Value></DicomAttribute>`;
  const item = (text, at) => `<Item number="${at + 1}">${text}</Item>`;
  const sequence = (tag, items) => `<DicomAttribute vr="SQ" tag="${tag}">${items.map(item).join("")}</DicomAttribute>`;
  const failures = failed.map(([uid, reason]) => value("00081155", "UI", uid) + value("00081197", "US", reason));
  const successes = stored.map((uid) => value("00081150", "UI", "1.2") + value("00081155", "UI", uid));
  const link = '<DicomAttribute tag="00081190" vr="UR"/>';
  return `<?xml version="1.0"?><NativeDicomModel>${link}${sequence("00081198", failures)}${sequence("00081199", successes)}</NativeDicomModel>`;
}

/** SOP Instance UIDs of a body, as an archive reads them: part by part, with the headers that the standard asks for. */
function uidsOf(body, type) {
  const boundary = /^multipart\/related; type="application\/dicom"; boundary=([\w-]+)$/.exec(type)?.[1];
  if (!boundary) return [];
  const text = body.toString("latin1");
  if (!text.startsWith(`--${boundary}\r\n`) || !text.endsWith(`\r\n--${boundary}--\r\n`)) return [];
  const parts = text.slice(0, -`--${boundary}--\r\n`.length).split(`--${boundary}\r\n`).slice(1);
  return parts.map((part) => {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    if (head !== "Content-Type: application/dicom") return "bad head";
    const file = rest.join("\r\n\r\n").slice(0, -2);
    // (0002,0003)
    const at = file.indexOf("\x02\0\x03\0UI");
    return file.slice(at + 8, at + 8 + file.charCodeAt(at + 6)).replace(/\0$/, "");
  });
}
