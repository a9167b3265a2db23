/** Character sets through the shipped command: the decoder is the platform's own, which the core's tests do not have. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { part10 } from "../../www/files/sample-dicom.ts";
import { scratch } from "./load.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));
const KEY = "0123456789abcdef".repeat(4);
const VALUE_MAPPING = "1.2.840.10008.5.1.4.1.1.67";
const bytes = (...parts) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part, typeof part === "string" ? "latin1" : undefined))));

// PS3.5 H, I, J: names as they lie in files, a hospital of the same letters, and how both read.
const SETS = [
  {
    terms: "\\ISO 2022 IR 87",
    name: bytes("Yamada^Tarou=", "\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"),
    hospital: bytes("\x1b$BElBgIB1!\x1b(B"),
    reads: "東大病院",
    gone: ["山田", "太郎", "Yamada", "Tarou"],
  },
  {
    terms: "\\ISO 2022 IR 149",
    name: bytes("Hong^Gildong=", "\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7"),
    hospital: bytes("\x1b$)C\xb4\xeb\xc7\xd0\xba\xb4\xbf\xf8"),
    reads: "대학병원",
    gone: ["洪", "吉洞", "Gildong"],
  },
  {
    terms: "GB18030",
    name: bytes("Wang^XiaoDong=", "\xcd\xf5^\xd0\xa1\xb6\xab"),
    hospital: bytes("\xb4\xf3\xd1\xa7\xd2\xbd\xd4\xba"),
    reads: "大学医院",
    gone: ["小东", "XiaoDong"],
  },
  {
    terms: "ISO_IR 144",
    name: bytes("\xbb\xee\xda\xe1\x65\xdc\xd1\xe3\xe0\xd3^\xd8\xd2\xd0\xdd"),
    hospital: bytes("\xb1\xde\xdb\xec\xdd\xd8\xe6\xd0"),
    reads: "Больница",
    gone: ["Люк", "иван"],
  },
  {
    terms: "ISO_IR 100",
    name: bytes("\xc4neas^R\xfcdiger"),
    hospital: bytes("Universit\xe4tsklinikum"),
    reads: "Universitätsklinikum",
    gone: ["Äneas", "neas", "diger", "Aeneas"],
  },
];

function header({ terms, name, hospital }, at) {
  const uid = (rest) => `1.2.826.0.1.3680043.8.498.77.${at}.${rest}`;
  return part10(VALUE_MAPPING, uid(1), [
    [0x00080005, "CS", terms],
    [0x00080016, "UI", VALUE_MAPPING],
    [0x00080018, "UI", uid(1)],
    [0x00080060, "CS", "OT"],
    [0x00080080, "LO", hospital],
    [0x00100010, "PN", name],
    [0x00100020, "LO", `Q-${at}-77120`],
    [0x00104000, "LT", bytes("CHEST of ", name)],
    [0x0020000d, "UI", uid(2)],
    [0x0020000e, "UI", uid(3)],
  ]);
}

test("names go in every script; what stays is UTF-8, and says so", () => {
  const home = scratch();
  const input = join(home, "in");
  mkdirSync(input);
  SETS.forEach((set, at) => {
    writeFileSync(join(input, String(at)), header(set, at));
  });
  const policy = join(home, "policy.json");
  writeFileSync(policy, JSON.stringify({ version: 1, name: "a", options: ["clean-descriptors", "retain-institution-identity"] }));
  const out = join(home, "out");
  const map = join(home, "map.csv");
  execFileSync(process.execPath, [CLI, input, "--output", out, "--key", KEY, "--policy", policy, "--map", map]);
  const made = readdirSync(out, { recursive: true }).filter((path) => statSync(join(out, path)).isFile());
  assert.equal(made.length, SETS.length);
  for (const [at, set] of SETS.entries()) {
    const row = readFileSync(map, "utf8")
      .split("\r\n")
      .find((line) => line.startsWith(`file,${at},`));
    const output = readFileSync(join(out, row.split(",")[2]));
    const text = new TextDecoder("utf-8", { fatal: false }).decode(output);
    assert.ok(text.includes(set.reads), `${set.terms}: the hospital stays`);
    assert.ok(text.includes("ISO_IR 192") && !text.includes("\x1b"), `${set.terms}: in one character set`);
    assert.ok(text.includes("CHEST"), `${set.terms}: a word of use stays`);
    for (const word of set.gone) assert.ok(!text.toLowerCase().includes(word.toLowerCase()), `${set.terms}: a name stays`);
    for (const part of [set.name, set.name.slice(-4)]) assert.ok(!output.includes(part), `${set.terms}: bytes of a name stay`);
  }
});
