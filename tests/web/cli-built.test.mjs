/** The command as it is shipped, over the real core: the sample's disc in, verified files out. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { crc32 } from "../../www/engine/crc.ts";
import { sample } from "../../www/files/sample.ts";
import { ID, NAME } from "../../www/files/sample-patient.ts";
import { zipPieces } from "../../www/files/zip.ts";
import { scratch } from "./load.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));
const KEY = "0123456789abcdef".repeat(4);
const home = scratch();
const disc = join(home, "disc");
const slices = [];

before(async () => {
  for (const { path, data } of sample()) {
    const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
    const to = join(disc, path);
    mkdirSync(join(to, ".."), { recursive: true });
    writeFileSync(to, bytes);
    if (/\/IM\d+$/.test(path)) slices.push({ name: path, size: bytes.length, crc: crc32(bytes), bytes });
  }
  assert.ok(slices.length > 10);
  assert.ok(
    slices.some(({ bytes }) => Buffer.from(bytes).includes(NAME)),
    "the control: the name is in the input",
  );
});

function scrub(...argv) {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...argv], (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }));
  });
}

function tree(root) {
  const paths = readdirSync(root, { recursive: true }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path))]));
}

test("a disc is scrubbed: every instance ends as verified or withheld, and the name is nowhere", async () => {
  const out = join(home, "out");
  const report = join(home, "report.json");
  const { code, stdout, stderr } = await scrub(disc, "--output", out, "--key", KEY, "--report", report);
  assert.ok(code === 0 || code === 3, stderr);
  const { totals, leftOut, files } = JSON.parse(readFileSync(report, "utf8"));
  assert.equal(totals.found, sample().length);
  assert.equal(totals.verified + totals.withheld + totals.leftOut, totals.found);
  assert.deepEqual(leftOut.map(({ kind }) => kind).sort(), ["dicomdir", "text"]);
  assert.ok(totals.verified >= slices.length, `${totals.verified} verified`);
  assert.equal(stderr, files.flatMap((file) => (file.code ? [`withheld ${file.ordinal} ${file.code}\n`] : [])).join(""));
  const outputs = tree(out);
  assert.equal(Object.keys(outputs).length, totals.verified);
  const family = NAME.split("^")[0];
  for (const text of [stdout, stderr, readFileSync(report), ...Object.keys(outputs), ...Object.values(outputs)]) {
    assert.ok(!Buffer.from(text).toString("latin1").toLowerCase().includes(family.toLowerCase()));
  }
  for (const bytes of Object.values(outputs)) assert.equal(bytes.toString("latin1", 128, 132), "DICM");
});

test("a zip in, a zip out: the same files as from a folder", async () => {
  const zip = join(home, "in.zip");
  writeFileSync(zip, Buffer.concat([...zipPieces(slices)].map((piece) => (piece instanceof Uint8Array ? piece : piece.bytes))));
  const only = join(home, "only");
  for (const { name, bytes } of slices) {
    mkdirSync(join(only, name, ".."), { recursive: true });
    writeFileSync(join(only, name), bytes);
  }
  const runs = await Promise.all([
    scrub(zip, "--output", join(home, "a"), "--key", KEY),
    scrub(only, "--output", join(home, "b"), "--key", KEY, "--workers", "1"),
    scrub(zip, "--output", join(home, "c.zip"), "--key", KEY),
  ]);
  assert.deepEqual(
    runs.map(({ code }) => code),
    [0, 0, 0],
  );
  const files = tree(join(home, "a"));
  assert.equal(Object.keys(files).length, slices.length);
  assert.deepEqual(files, tree(join(home, "b")));
  const out = readFileSync(join(home, "c.zip"));
  for (const [name, bytes] of Object.entries(files)) assert.ok(out.includes(name) && out.includes(bytes.subarray(132, 600)), name);
  const dry = await scrub(join(home, "c.zip"), "--dry-run");
  assert.equal(dry.stdout, `${slices.length} found, ${slices.length} to be scrubbed, 0 to be withheld, 0 to be left out\n`);
});

test("a disc has a DICOMDIR that refers to every file, and names nobody", async () => {
  const out = join(home, "as-disc");
  const { code, stdout, stderr } = await scrub(disc, "--output", out, "--key", KEY, "--dicomdir");
  assert.ok(code === 0 || code === 3, stderr);
  assert.ok(!stderr.includes("DICOMDIR"), stderr);
  const { DICOMDIR: directory, ...files } = tree(out);
  assert.equal(Object.keys(files).length, Number(/(\d+) verified/.exec(stdout)[1]));
  assert.equal(directory.toString("latin1", 128, 132), "DICM");
  const text = directory.toString("latin1");
  for (const name of Object.keys(files)) {
    assert.match(name, /^DICOM\/PT\d{6}\/ST\d{6}\/SE\d{6}\/IM\d{6}$/);
    assert.ok(text.includes(name.replaceAll("/", "\\")), name);
  }
  for (const part of NAME.split("^").filter((part) => part.length > 3)) assert.ok(!text.toLowerCase().includes(part.toLowerCase()));
  const zip = join(home, "as-disc.zip");
  await scrub(disc, "--output", zip, "--key", KEY, "--dicomdir", "--workers", "1");
  assert.ok(readFileSync(zip).includes(directory), "the same bytes, whatever worker was first");
});

test("the map is written when asked for, and holds what a patient's own ID became", async () => {
  const map = join(home, "map.csv");
  await scrub(disc, "--output", join(home, "mapped"), "--key", KEY, "--map", map);
  const kinds = new Set(
    readFileSync(map, "utf8")
      .trim()
      .split("\r\n")
      .slice(1)
      .map((row) => row.split(",")[0]),
  );
  assert.deepEqual([...kinds].sort(), ["date_shift_days", "file", "patient_id", "uid"]);
});

/** (0010,0010) and (0010,0020) of an output, in Explicit VR Little Endian. */
function patientOf(bytes) {
  const value = (element, vr) => {
    const at = bytes.indexOf(Buffer.from([0x10, 0, element, 0, ...Buffer.from(vr)]));
    assert.ok(at > 0, vr);
    return bytes.toString("utf8", at + 8, at + 8 + bytes.readUInt16LE(at + 6)).trimEnd();
  };
  return [value(0x10, "PN"), value(0x20, "LO")].join(" | ");
}

/** A policy file with a subject. */
function policyFile(name, subject, options = ["retain-longitudinal-modified-dates"]) {
  const path = join(home, name);
  writeFileSync(path, JSON.stringify({ version: 1, name: "ours", options, subject }));
  return path;
}

test("a policy's subject stands for the patient in every file, also where it is the real name", async () => {
  for (const [at, name] of ["Muster^Jürgen", NAME].entries()) {
    const out = join(home, `subject${at}`);
    const report = join(home, `subject${at}.json`);
    const policy = policyFile(`subject-policy${at}.json`, { name, id: "P-001" });
    const { code, stderr } = await scrub(disc, "--output", out, "--key", KEY, "--policy", policy, "--report", report);
    assert.ok(code === 0 || code === 3, stderr);
    const outputs = Object.values(tree(out));
    assert.ok(outputs.length >= slices.length);
    assert.deepEqual([...new Set(outputs.map(patientOf))], [`${name} | P-001`]);
    assert.doesNotMatch(readFileSync(report, "utf8"), /Muster|Fairweather|P-001/);
  }
});

test("two patients stay two under one subject, and one key gives the same bytes with any number of workers", async () => {
  const both = join(home, "both");
  for (const { name, bytes } of slices.slice(0, 6)) {
    const other = Buffer.from(
      Buffer.from(bytes).toString("latin1").replaceAll(ID, "GVH-0048-2211").replaceAll("Johanna", "Annemar"),
      "latin1",
    );
    assert.equal(other.length, bytes.length);
    for (const [who, data] of [
      ["a", bytes],
      ["b", other],
    ]) {
      mkdirSync(join(both, who, name, ".."), { recursive: true });
      writeFileSync(join(both, who, name), data);
    }
  }
  const policy = policyFile("two.json", { name: "Muster^Jana", id: "P-001" });
  const run = (to, from, workers) =>
    scrub(from, "--output", join(home, to), "--key", KEY, "--policy", policy, "--workers", workers).then(({ code, stderr }) => {
      assert.equal(code, 0, stderr);
      return tree(join(home, to));
    });
  const outputs = await run("two-a", both, "1");
  assert.deepEqual(await run("two-b", both, "4"), outputs);
  const people = [...new Set(Object.values(outputs).map(patientOf))];
  assert.equal(people.length, 2, people.join());
  for (const person of people) assert.match(person, /^Muster\^Jana \w{5} \| P-001-\w{5}$/);
  const alone = await run("two-c", join(both, "a"), "2");
  assert.deepEqual([...new Set(Object.values(alone).map(patientOf))], ["Muster^Jana | P-001"]);
});

test("Options that exclude each other are a usage error, and nothing is made", async () => {
  const policy = policyFile("both.json", {}, ["retain-longitudinal-full-dates", "retain-longitudinal-modified-dates"]);
  const { code, stderr } = await scrub(disc, "--output", join(home, "never-both"), "--policy", policy);
  assert.equal(code, 2);
  assert.match(stderr, /policy-conflict/);
  assert.ok(!existsSync(join(home, "never-both")));
});

test("a policy that is not valid is a usage error, and nothing is made", async () => {
  const policy = join(home, "policy.json");
  writeFileSync(policy, JSON.stringify({ version: 1, name: "mine", options: [], surprise: true }));
  const { code, stderr } = await scrub(disc, "--output", join(home, "never"), "--policy", policy);
  assert.equal(code, 2);
  assert.match(stderr, /policy/);
  assert.ok(!existsSync(join(home, "never")));
});
