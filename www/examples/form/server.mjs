/**
 * A portal with a plain form: clean scans arrive as files of a form, and lie in a folder afterwards.
 *
 *     node www/examples/form/server.mjs FOLDER
 *
 * It holds a whole form in memory while it reads it: for more than a few hundred megabytes take a parser that streams.
 */

import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answer, isProgram, servePortal } from "../serve.mjs";

/** Bytes of a form, at most. */
const MOST = 512 * 2 ** 20;

/** Starts the portal. `store` is the folder for what comes. */
export function start({ store, port = 0 }) {
  const folder = new URL("./", import.meta.url);
  return servePortal({ folder, files: ["index.html", "portal.css"], routes: { "POST /scans": (...both) => take(store, ...both) }, port });
}

async function take(store, request, response) {
  const length = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
  if (!(length <= MOST)) return answer(response, 413, "That is too much at once.");
  const form = await formOf(request);
  if (!form) return answer(response, 400, "That is no form.");
  const scans = form.getAll("scan").filter((value) => typeof value !== "string");
  // A browser can be anybody's: the server looks for itself, and takes all or nothing.
  const files = await Promise.all(scans.map(async (scan) => Buffer.from(await scan.arrayBuffer())));
  if (files.length === 0) return answer(response, 422, "There is no scan in this form.");
  if (!files.every(isDeidentified))
    return answer(response, 422, "Something in this form does not say that it is de-identified. Nothing was kept.");
  const place = join(store, randomUUID());
  mkdirSync(place, { recursive: true });
  // Names are the server's own: what a browser calls a file leads nowhere.
  for (const [at, bytes] of files.entries()) writeFileSync(join(place, `${String(at + 1).padStart(5, "0")}.dcm`), bytes);
  answer(response, 200, `Thank you. ${files.length} files have arrived.`);
}

/** The form, by what Node has for it. */
async function formOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  return new Response(Buffer.concat(chunks), { headers }).formData().catch(() => undefined);
}

/** Whether a file is DICOM, and says of itself that it is de-identified: (0012,0062) is YES. */
function isDeidentified(bytes) {
  return bytes.toString("latin1", 128, 132) === "DICM" && bytes.subarray(0, 2 ** 16).includes("\x12\0\x62\0CS\x04\0YES ", 0, "latin1");
}

if (isProgram(import.meta.url)) {
  const [, , store] = process.argv;
  if (!store) {
    process.stderr.write("Which folder shall scans go to?\n");
    process.exitCode = 2;
  } else {
    const { address } = await start({ store, port: Number(process.env.PORT ?? 8090) });
    process.stdout.write(`The portal is at ${address}\n`);
  }
}
