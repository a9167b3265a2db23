/** The package as somebody gets it: packed, checked by others' tools, installed without a network, imported and bundled. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import { dist, readJson, root, sha } from "../../scripts/lib.mjs";
import { adapters } from "../../scripts/npm.mjs";
import { ScanScrubber } from "../../www/element/scan-scrubber.ts";
import { part10 } from "../../www/files/sample-dicom.ts";
import { forbidden, lint } from "./forbidden.mjs";
import { scratch } from "./load.mjs";

const folder = join(dist, "npm");
const read = (name) => readFileSync(join(folder, name), "utf8");
const manifest = readJson(join(folder, "package.json"));
const consumer = scratch();
const npm = (args, cwd) =>
  execFileSync("npm", [...args, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd, encoding: "utf8" });
const node = (...args) => execFileSync(process.execPath, args, { cwd: consumer, encoding: "utf8" });

/** @type {Buffer} */
let tarball;
before(() => {
  const [{ filename }] = JSON.parse(npm(["pack", folder, "--json"], consumer));
  tarball = readFileSync(join(consumer, filename));
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm(["install", `./${filename}`], consumer);
});

describe("others' tools find nothing wrong", () => {
  test("publint", async () => {
    const bytes = new Uint8Array(tarball).buffer;
    const { messages } = await publint({ pack: { tarball: bytes }, strict: true });
    assert.deepEqual(
      messages.map(({ code, path }) => `${code} ${path.join(".")}`),
      [],
    );
  });

  test("are the types wrong", async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      excludeEntrypoints: Object.keys(manifest.exports).filter((name) => typeof manifest.exports[name] === "string"),
    });
    assert.ok(result.types, "there are types");
    assert.ok(Object.keys(result.entrypoints).includes("./adapters/stow"));
    // It is for what knows ES modules and `exports`: neither `require` nor what came before them counts.
    const counts = ({ kind, resolutionKind }) =>
      kind !== "CJSResolvesToESM" && resolutionKind !== "node10" && resolutionKind !== "node16-cjs";
    assert.deepEqual(result.problems.filter(counts), []);
  });
});

describe("installed without a network", () => {
  test("every export can be imported under Node, where there is no element", () => {
    const scripts = Object.keys(manifest.exports).filter((name) => typeof manifest.exports[name] === "object");
    const names = scripts.map((name) => join(manifest.name, name).replaceAll("\\", "/"));
    const said = node(
      "--input-type=module",
      "--eval",
      `for (const name of ${JSON.stringify(names)}) console.log(name, Object.keys(await import(name)).length);`,
    );
    const lines = said.trim().split("\n");
    assert.equal(lines.length, names.length);
    assert.ok(
      lines.every((line) => Number(line.split(" ")[1]) > 0),
      said,
    );
    assert.match(said, /^scan-scrubber\/engine \d+$/m);
  });

  test("the command runs", () => {
    writeFileSync(join(consumer, "in.dcm"), instance());
    mkdirSync(join(consumer, "out"), { recursive: true });
    node("node_modules/scan-scrubber/cli.mjs", "in.dcm", "--output", "out");
    const [file] = execFileSync("find", ["out", "-name", "*.dcm"], { cwd: consumer, encoding: "utf8" }).trim().split("\n");
    assert.doesNotMatch(readFileSync(join(consumer, file), "latin1"), /Fairweather/);
    execFileSync(join(consumer, "node_modules/.bin/scan-scrubber"), ["in.dcm", "--dry-run"], { cwd: consumer });
  });

  test("a bundler makes a script of it, with one class however it is imported", async () => {
    writeFileSync(
      join(consumer, "portal.js"),
      `import { ScanScrubber } from "scan-scrubber"; import { ScanScrubber as Same } from "scan-scrubber/define";
       import { stow } from "scan-scrubber/adapters/stow"; console.log(ScanScrubber === Same, typeof stow);`,
    );
    const common = { absWorkingDir: consumer, bundle: true, entryPoints: ["portal.js"], format: "esm", logLevel: "silent" };
    await build({ ...common, splitting: true, outdir: "bundled", platform: "browser" });
    assert.equal(node("bundled/portal.js").trim(), "true function");
  });

  test("its types hold in a strict project, for Node's way and for bundlers'", () => {
    writeFileSync(
      join(consumer, "portal.ts"),
      `import { ScanScrubber, type ScrubDoneEvent, type State } from "scan-scrubber";
       import "scan-scrubber/define";
       import { Engine, freshKey } from "scan-scrubber/engine";
       import { type Delivery, stow } from "scan-scrubber/adapters/stow";
       import { usePolicyUrls } from "scan-scrubber/adapters/policy";
       usePolicyUrls(ScanScrubber);
       const element: ScanScrubber = document.createElement("scan-scrubber");
       element.addEventListener("scrub-done", async (event: ScrubDoneEvent) => {
         const sent: Delivery<File> = await stow(element.files, { url: "/studies" });
         console.log(event.verified, sent.complete, element.state satisfies State, freshKey().length, Engine);
       });
       // @ts-expect-error: there is no such thing.
       element.originals;`,
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    for (const module of ["nodenext", "esnext"]) {
      const how = ["--module", module, "--moduleResolution", module === "esnext" ? "bundler" : module];
      const strict = ["--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--types", "", "--noEmit"];
      node(tsc, ...how, ...strict, "--target", "es2022", "--lib", "es2023,dom,dom.iterable,dom.asynciterable", "portal.ts");
    }
  });
});

describe("what is in it", () => {
  test("the hashes are those of the files", () => {
    const { version, files } = readJson(join(folder, "integrity.json"));
    assert.equal(version, manifest.version);
    assert.ok(["single.js", "element.js", "worker.js", "core.wasm", "adapters/stow.js"].every((name) => name in files));
    for (const [name, hash] of Object.entries(files))
      assert.equal(hash, `sha384-${sha("sha384", readFileSync(join(folder, name)), "base64")}`, name);
  });

  test("one file is one file: it imports nothing, and so its hash covers all of it", () => {
    assert.doesNotMatch(read("single.js"), /\bimport\s*\(|\bfrom\s*"|\bimport\s*"/);
    assert.ok(read("single.js").length > read("pack-models.js").length);
  });

  test("it names no folder of the machine that built it", () => {
    const folders = [root, process.env.HOME].filter((each) => each && each !== "/");
    for (const name of [
      ...Object.keys(readJson(join(folder, "integrity.json")).files),
      "package.json",
      "custom-elements.json",
      "README.md",
    ]) {
      for (const each of folders) assert.equal(readFileSync(join(folder, name)).includes(`${each}/`), false, `${name} names ${each}`);
    }
  });

  test("what sends is in the adapters alone", () => {
    const marks = /multipart\/related|scan-scrubber:here|presigned|tus-resumable/;
    for (const name of ["element.js", "engine.js", "worker.js"]) assert.doesNotMatch(read(name), marks, name);
    for (const page of ["index.html", "scan-scrubber.html", "scan-scrubber.js"]) {
      assert.doesNotMatch(readFileSync(join(dist, page), "utf8"), marks, page);
    }
    assert.match(read("adapters/stow.js"), marks);
    const { fetch, ...others } = forbidden;
    for (const name of adapters) {
      assert.deepEqual(lint(read(`adapters/${name}.js`), others), [], name);
      assert.equal(fetch.test(read(`adapters/${name}.js`)), ["policy", "presigned", "stow", "tus"].includes(name), name);
      assert.ok(read(`adapters/${name}.js`).length < 8000, name);
    }
  });

  test("the manifest of the element names what there is of it", () => {
    const element = readJson(join(folder, "custom-elements.json")).modules[0].declarations[0];
    const names = (key) => element[key].map(({ name }) => name);
    for (const name of ScanScrubber.observedAttributes) assert.ok(names("attributes").includes(name), name);
    const source =
      readFileSync(join(root, "www/element/settings.ts"), "utf8") + readFileSync(join(root, "www/element/scan-scrubber.ts"), "utf8");
    for (const [, name] of source.matchAll(/(?:get|has)Attribute\("([\w-]+)"\)/g)) assert.ok(names("attributes").includes(name), name);
    const events = readFileSync(join(root, "www/element/events.ts"), "utf8");
    for (const [, name] of events.matchAll(/super\("([\w-]+)"/g)) assert.ok(names("events").includes(name), name);
    const css = readFileSync(join(root, "www/element/style/base.css"), "utf8");
    assert.deepEqual(names("cssProperties").sort(), [...css.matchAll(/var\((--scrub-[\w-]+)/g)].map(([, name]) => name).sort());
    const members = Object.getOwnPropertyNames(ScanScrubber.prototype).filter((name) => !/Callback$|^constructor$/.test(name));
    for (const name of members) assert.ok(names("members").includes(name), name);
    for (const { name, description } of element.attributes) assert.ok(description, name);
  });
});

function instance() {
  return part10("1.2.840.10008.5.1.4.1.1.7", "1.2.3.4", [
    [0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7"],
    [0x00080018, "UI", "1.2.3.4"],
    [0x00080060, "CS", "OT"],
    [0x00100010, "PN", "Fairweather^Johanna"],
    [0x0020000d, "UI", "1.2.3"],
    [0x0020000e, "UI", "1.2.3.1"],
    [0x00280002, "US", [1]],
    [0x00280004, "CS", "MONOCHROME2"],
    [0x00280010, "US", [8]],
    [0x00280011, "US", [8]],
    [0x00280100, "US", [8]],
    [0x00280101, "US", [8]],
    [0x00280102, "US", [7]],
    [0x00280103, "US", [0]],
    [0x7fe00010, "OB", new Uint8Array(64)],
  ]);
}
