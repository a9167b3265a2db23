/**
 * A portal that sends clean scans to an archive by DICOMweb. The archive's password stays here: the page knows one path, and can only add.
 *
 *     ARCHIVE=http://127.0.0.1:8042/dicom-web USER_NAME=portal PASSWORD=… SECRET=… node www/examples/stow/server.mjs
 *
 * Who the person is, a portal knows from its own sign-in; here it is always the same account.
 */

import { createHmac } from "node:crypto";
import { Agent, request as ask } from "node:http";
import { pipeline } from "node:stream/promises";
import { answer, isProgram, servePortal } from "../serve.mjs";

/**
 * Starts the portal.
 *
 * @param {object} settings
 * @param {{ url: string, user: string, password: string }} settings.archive asked anew at each request
 * @param {string} settings.secret of which each account's key is made: whoever has it can undo every new name and number
 * @param {string} [settings.account]
 * @param {number} [settings.port]
 */
export function start({ archive, secret, account = "account-1", port = 0 }) {
  const folder = new URL("./", import.meta.url);
  const routes = {
    "POST /key": async (_, response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(createHmac("sha256", secret).update(account).digest());
    },
    "POST /dicom-web/studies": (request, response) => forward(archive, request, response),
  };
  return servePortal({ folder, files: ["index.html", "portal.js", "portal.css"], routes, port });
}

const agent = new Agent({ keepAlive: false });

/** Hands a body on as it comes, and the answer back. Where the archive is gone, the page is told 502 and tries again. */
async function forward({ url, user, password }, request, response) {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/related;")) return answer(response, 415, "Only instances can be sent.");
  const headers = {
    "content-type": type,
    accept: "application/dicom+json",
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
    ...(request.headers["content-length"] && { "content-length": request.headers["content-length"] }),
  };
  const onwards = ask(`${url}/studies`, { method: "POST", headers, agent });
  const answered = new Promise((done, fail) => onwards.on("response", done).on("error", fail));
  try {
    // An archive may answer before it has read everything: what it says counts then.
    const [back] = await Promise.all([answered, pipeline(request, onwards).catch(() => undefined)]);
    response.writeHead(back.statusCode, { "content-type": back.headers["content-type"] ?? "application/dicom+json" });
    await pipeline(back, response);
  } catch {
    if (!response.headersSent) answer(response, 502, "The archive does not answer.");
  }
}

if (isProgram(import.meta.url)) {
  const { ARCHIVE, USER_NAME = "", PASSWORD = "", SECRET, PORT = "8091" } = process.env;
  if (!ARCHIVE || !SECRET) {
    process.stderr.write("ARCHIVE says where the archive is, SECRET is what keys are made of.\n");
    process.exitCode = 2;
  } else {
    const archive = { url: ARCHIVE, user: USER_NAME, password: PASSWORD };
    const { address } = await start({ archive, secret: SECRET, port: Number(PORT) });
    process.stdout.write(`The portal is at ${address}\n`);
  }
}
