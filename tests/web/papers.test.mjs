/** What the papers say that can be compared with the code: codes, ceilings, the policy of the page, the command's usage, places. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { listed, root } from "../../scripts/lib.mjs";
import { contentSecurityPolicy, headerOnly } from "../../scripts/policy.mjs";
import { USAGE } from "../../www/cli/args.ts";

const read = (name) => readFileSync(join(root, name), "utf8");
const papers = ["README.md", "ARCHITECTURE.md", "CONFORMANCE.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const [readme, , conformance, security] = papers.map(read);
const codes = (text) => new Set([...text.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(([, code]) => code));

test("every code of the core is explained, and every finding in pixels", () => {
  const said = codes(conformance);
  const core = [...read("src/error.rs").matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, code]) => code);
  const findings = [...read("src/pixel/mod.rs").matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, code]) => code);
  const scripts = ["www/engine", "www/cli"].flatMap(listed).map(read).join("\n");
  const engine = [...scripts.matchAll(/(?:\bcode: |EngineError\(|#(?:lost|broke)\([^)"]*)"([a-z-]+)"/g)].map(([, code]) => code);
  assert.ok(core.length > 25 && findings.length > 5 && engine.length > 10);
  for (const code of [...core, ...findings, ...engine]) assert.ok(said.has(code), code);
  const part = conformance.split("\n## Codes\n")[1].split("\n## ")[0];
  const kinds = [...read("src/file/kind.rs").matchAll(/(?:Other\(|Some\(|, |\{ )"([a-z0-9]+)"\)?/g)].map(([, kind]) => kind);
  const known = new Set([...core, ...engine, ...kinds, "memory", "dicomdir", "zip", "not-chosen", "not-read"]);
  for (const code of codes(part)) assert.ok(known.has(code), `${code} is nobody's`);
});

test("the ceilings are those of the core", () => {
  const units = { KiB: 2 ** 10, MiB: 2 ** 20 };
  const said = [...security.matchAll(/^\| `([A-Z_]+)` \| ([\d,]+)(?: (KiB|MiB))? \|/gm)].map(([, name, number, unit]) => {
    return [name, Number(number.replaceAll(",", "")) * (units[unit] ?? 1)];
  });
  const rust = [...read("src/limits.rs").matchAll(/pub const (\w+): \w+ = ([\d_]+)(?: << (\d+))?;/g)].map(([, name, number, shift]) => {
    return [name, Number(number.replaceAll("_", "")) * 2 ** Number(shift ?? 0)];
  });
  assert.ok(rust.length > 10);
  assert.deepEqual(said, rust);
});

test("the page's policy is given whole", () => {
  const policy = contentSecurityPolicy({ scripts: ["a"], styles: ["b"] }).replaceAll(/'sha256-[^']+'/g, "'sha256-…'");
  assert.equal(/```\n(default-src[\s\S]*?)\n```/.exec(security)?.[1].replaceAll("\n", "; "), policy);
  assert.ok(security.includes(`\`${headerOnly}\``));
});

test("the command's options are given whole", () => {
  const plain = (text) => text.replaceAll(/\s+/g, " ");
  const options = /usage: scrub (INPUT[\s\S]*?)\n\n/.exec(USAGE)?.[1];
  assert.ok(options && plain(readme).includes(plain(options)));
});

test("the actions that a policy can ask for are told as built", () => {
  const rust = read("src/profile/policy.rs");
  const rows = [...rust.matchAll(/Self::(\w+) => \("(\d+)", "([^"]+) Option"\)/g)];
  assert.equal(rows.length, 12);
  for (const [, , code, meaning] of rows) {
    const row = conformance.split("\n").find((line) => line.startsWith("| 1131") && line.includes(meaning));
    assert.ok(row, meaning);
    assert.ok(row.includes("| built"), code);
  }
});

test("what the papers point to is there", () => {
  for (const name of papers) {
    const text = read(name);
    const links = [...text.matchAll(/\]\(([^)#]+)\)|src="([^"]+\.png)"/g)].map(([, link, picture]) => link ?? picture);
    const paths = [...text.matchAll(/`((?:src|www|tests|scripts)\/[\w./-]+)`/g)].map(([, path]) => path);
    for (const path of [...links, ...paths]) if (!/^https:/.test(path)) assert.ok(existsSync(join(root, path)), `${name}: ${path}`);
    for (const line of text.split("\n")) if (!/^[|<]/.test(line)) assert.ok(line.length <= 140, `${name}: ${line.slice(0, 60)}`);
  }
});
