/** A real archive on this computer, with a folder of its own: started by a test, and gone when it ends. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findOrthanc, ORTHANC_DICOMWEB } from "../../scripts/setup.mjs";
import { scratch } from "./load.mjs";

const USER = { user: "portal", password: "not-a-secret" };
const authorization = `Basic ${Buffer.from(`${USER.user}:${USER.password}`).toString("base64")}`;

/** Starts it; nothing where there is none. */
export async function startOrthanc() {
  const path = findOrthanc();
  if (!path) return undefined;
  const folder = scratch();
  const port = await freePort();
  const settings = {
    Name: "Test",
    StorageDirectory: join(folder, "storage"),
    IndexDirectory: join(folder, "storage"),
    HttpPort: port,
    DicomServerEnabled: false,
    // Others than this computer are refused.
    RemoteAccessAllowed: false,
    AuthenticationEnabled: true,
    RegisteredUsers: { [USER.user]: USER.password },
    Plugins: [ORTHANC_DICOMWEB],
    DicomWeb: { Enable: true, Root: "/dicom-web/" },
  };
  const file = join(folder, "orthanc.json");
  writeFileSync(file, JSON.stringify(settings));
  const child = spawn(path, [file], { stdio: "ignore" });
  const ended = once(child, "exit");
  process.once("exit", () => child.kill("SIGKILL"));
  const address = `http://127.0.0.1:${port}`;
  const ask = (what) => fetch(`${address}${what}`, { headers: { authorization } });
  for (let wait = 0; ; wait += 100) {
    if (
      await ask("/system").then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (wait > 20_000 || child.exitCode !== null) throw new Error("Orthanc did not start.");
    await sleep(100);
  }
  return {
    archive: { url: `${address}/dicom-web`, ...USER },
    /** What it says, as JSON. */
    json: async (what) => (await ask(what)).json(),
    bytes: async (what) => Buffer.from(await (await ask(what)).arrayBuffer()),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}
