/**
 * Browsers of other makers, driven by the commands of WebDriver (W3C): Firefox through its Marionette socket, WebKitGTK through WebKitWebDriver. No
 * library: each has the same dozen commands, by name or by address.
 */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onPath } from "../../scripts/setup.mjs";

/** FIREFOX names one that stands elsewhere. */
export function findFirefox() {
  return process.env.FIREFOX ?? ["firefox-esr", "firefox"].map(onPath).find(Boolean);
}

/** Its driver, its browser, and what a screen is had with; or why there is none. */
export function findWebKit() {
  const driver = onPath("WebKitWebDriver");
  if (!driver) return { missing: "no WebKitWebDriver" };
  const places = ["/usr/lib", "/usr/libexec", ...folders("/usr/lib")].flatMap((at) =>
    ["4.1", "6.0", "4.0"].map((of) => `${at}/webkit2gtk-${of}`),
  );
  const browser = places.map((at) => join(at, "MiniBrowser")).find((path) => existsSync(path));
  if (!browser) return { missing: "WebKitWebDriver, but no MiniBrowser" };
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { driver, browser, screen: [] };
  const screen = onPath("xvfb-run");
  return screen && onPath("xauth")
    ? { driver, browser, screen: [screen, "-a"] }
    : { missing: "no screen, and no xvfb-run to have one in memory" };
}

function folders(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [join(path, each.name)] : []));
}

/** What WebDriver wraps a reference to an element in. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** @typedef {(name: string, params?: object) => Promise<any>} Command by Marionette's name for it, which is that of the standard */

/** One browser with one page. */
export class Driver {
  #command;
  #end;

  /** @param {string} version @param {Command} command @param {() => Promise<void>} end */
  constructor(version, command, end) {
    this.version = version;
    this.#command = command;
    this.#end = end;
  }

  async goto(url) {
    await this.#command("WebDriver:Navigate", { url });
  }

  /** Runs a function in the page, with values that JSON can hold; resolves to what it resolves to. */
  async run(work, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${work})(...Array.prototype.slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await this.#command("WebDriver:ExecuteAsyncScript", { script, args });
    const { value, error } = answer.value ?? answer;
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Waits until a function of the page says something that is true. */
  async until(what, work, ...args) {
    const end = performance.now() + 60_000;
    for (;;) {
      const value = await this.run(work, ...args);
      if (value) return value;
      if (performance.now() > end) throw new Error(`in vain: ${what}`);
      await sleep(100);
    }
  }

  /** Presses a button that bears these words, as a mouse does. */
  async press(words) {
    const button = await this.until(`a button "${words}"`, buttonOf, words);
    await this.#command("WebDriver:ElementClick", { id: button[ELEMENT] });
  }

  /** Whether there is such a button, and it can be pressed. */
  async offers(words) {
    return (await this.run(buttonOf, words)) !== null;
  }

  /** Gives files of this device to the input that takes files, or that takes folders. @param {string[]} paths */
  async choose(paths, folder = false) {
    const input = await this.run(inputOf, folder);
    await this.#command("WebDriver:ElementSendKeys", { id: input[ELEMENT], text: paths.join("\n") });
  }

  async close() {
    await this.#end();
  }
}

/** Firefox without a window, with nothing of before. What it saves lies in `folder`. */
export async function startFirefox(program, folder) {
  const profile = join(folder, "profile");
  mkdirSync(profile, { recursive: true });
  const all = { ...quiet, "browser.download.dir": folder };
  const lines = Object.entries(all).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const args = ["--headless", "--marionette", "--no-remote", "--profile", profile, "about:blank"];
  const browser = spawn(program, args, {
    stdio: "ignore",
    env: { ...process.env, HOME: folder, MOZ_HEADLESS_WIDTH: "1100", MOZ_HEADLESS_HEIGHT: "900" },
  });
  const gone = new Promise((done) => browser.once("exit", done));
  const end = async () => {
    browser.kill();
    await gone;
  };
  try {
    const port = await patiently(
      "Firefox does not listen",
      () => Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8")) || undefined,
    );
    const { command, close } = await marionette(port);
    const { capabilities } = await command("WebDriver:NewSession", { capabilities: { alwaysMatch: { timeouts: { script: 60_000 } } } });
    return new Driver(`${capabilities.browserName} ${capabilities.browserVersion}`, command, async () => {
      close();
      await end();
    });
  } catch (error) {
    await end();
    throw error;
  }
}

/** What a fresh Firefox would do beside its work. */
const quiet = {
  "app.update.enabled": false,
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "marionette.port": 0,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** Marionette: messages of JSON, each after its length in bytes. @returns {Promise<{ command: Command, close: () => void }>} */
async function marionette(port) {
  const socket = connect(port, "127.0.0.1");
  let bytes = Buffer.alloc(0);
  let ready = () => undefined;
  const waiting = new Map();
  const greeted = new Promise((done, fail) => {
    ready = done;
    socket.once("error", fail);
  });
  socket.on("data", (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const colon = bytes.indexOf(":");
      const end = colon + 1 + Number(bytes.toString("latin1", 0, Math.max(colon, 0)));
      if (colon < 0 || bytes.length < end) return;
      const message = JSON.parse(bytes.toString("utf8", colon + 1, end));
      bytes = bytes.subarray(end);
      if (!Array.isArray(message)) ready();
      else waiting.get(message[1])?.(message);
    }
  });
  socket.on("close", () => {
    for (const settle of waiting.values()) settle([1, 0, { message: "Firefox is gone" }, null]);
  });
  await greeted;
  let number = 0;
  const command = (name, params = {}) =>
    new Promise((done, fail) => {
      const id = ++number;
      waiting.set(id, ([, , error, result]) => {
        waiting.delete(id);
        if (error) fail(new Error(`${name}: ${error.message}`));
        else done(result);
      });
      const text = JSON.stringify([0, id, name, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { command, close: () => socket.destroy() };
}

/** WebKitGTK's MiniBrowser, on a screen that only exists in memory where there is none. What it saves lies in `folder`, its home. */
export async function startWebKit({ driver, browser, screen }, folder) {
  const port = await freePort();
  const [program, ...args] = [...screen, driver, `--port=${port}`];
  const env = { ...process.env, HOME: folder };
  // A group of its own, so that the browser and its screen end with it.
  const running = spawn(program, args, { stdio: "ignore", env, detached: true });
  const gone = new Promise((done) => running.once("exit", done));
  const end = async () => {
    if (running.pid) process.kill(-running.pid);
    await gone;
  };
  try {
    const ask = (method, path, body) => asked(`http://127.0.0.1:${port}${path}`, method, body);
    await patiently("WebKitWebDriver does not listen", () => ask("GET", "/status").catch(() => undefined));
    const options = { binary: browser, args: ["--automation"] };
    const wanted = { alwaysMatch: { "webkitgtk:browserOptions": options, timeouts: { script: 60_000 } } };
    const { sessionId, capabilities } = await ask("POST", "/session", { capabilities: wanted });
    const path = `/session/${sessionId}`;
    const command = async (name, { id, ...params } = {}) => {
      const [method, rest] = addresses[name];
      return { value: await ask(method, path + rest.replace("{id}", id), method === "GET" ? undefined : params) };
    };
    const version = `${capabilities.browserName} ${capabilities.browserVersion}`;
    return new Driver(version, command, async () => {
      await ask("DELETE", path).catch(() => undefined);
      await end();
    });
  } catch (error) {
    await end();
    throw error;
  }
}

/** @type {Record<string, [method: string, path: string]>} */
const addresses = {
  "WebDriver:Navigate": ["POST", "/url"],
  "WebDriver:ExecuteAsyncScript": ["POST", "/execute/async"],
  "WebDriver:ElementClick": ["POST", "/element/{id}/click"],
  "WebDriver:ElementSendKeys": ["POST", "/element/{id}/value"],
};

async function asked(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Asks again until there is an answer, for twenty seconds. @template T @param {() => T} work @returns {Promise<NonNullable<Awaited<T>>>} */
async function patiently(otherwise, work) {
  for (const end = performance.now() + 20_000; performance.now() < end; await sleep(50)) {
    try {
      const answer = await work();
      if (answer) return answer;
    } catch {
      // Not yet.
    }
  }
  throw new Error(otherwise);
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/** In the page: a button of the element or around it, by its words. */
function buttonOf(words) {
  const roots = [document.querySelector("scan-scrubber").shadowRoot, document];
  const all = roots.flatMap((root) => [...root.querySelectorAll("button")]);
  return all.find((each) => each.innerText.trim() === words && !each.disabled && each.checkVisibility()) ?? null;
}

/** In the page: the hidden input. */
function inputOf(folder) {
  const all = [...document.querySelector("scan-scrubber").shadowRoot.querySelectorAll("input[type=file]")];
  return all.find((each) => each.hasAttribute("webkitdirectory") === folder);
}
