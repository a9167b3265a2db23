/** The published schema of a policy says what the core says: of its own profiles, of every Option, and of what is no policy. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, readJson, root } from "../../scripts/lib.mjs";

const schema = readJson(join(root, "policy.schema.json"));
const { items } = schema.properties.options;
const rust = readFileSync(join(root, "src/profile/policy.rs"), "utf8");

/** Names of Options as a policy has them, from Rust's. */
const names = (text) =>
  [...text.matchAll(/\b(?:Self::)?((?:Clean|Retain)[A-Za-z]+)\b/g)].map(([, name]) => name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase());
const all = names(/pub enum Choice \{([\s\S]*?)\n\}/.exec(rust)?.[1] ?? "");
const built = names(/fn is_built\(self\) -> bool \{([\s\S]*?)\n {4}\}/.exec(rust)?.[1] ?? "");

let core;
before(async () => {
  core = await import(pathToFileURL(join(dist, "pkg/core.js")).href);
  core.initSync({ module: readFileSync(join(dist, "core.wasm")) });
});

/** The code that the core refuses a policy with, if it does. */
function refusal(policy) {
  try {
    new core.Scrubber({ policy, key: new Uint8Array(32).fill(7) }).free();
    return undefined;
  } catch (thrown) {
    assert.equal(typeof thrown.code, "string", String(thrown));
    return thrown.code;
  }
}

/** What each keyword of the schema asks for. A keyword that is not here is a defect of this test. */
const keywords = {
  $schema: () => true,
  title: () => true,
  description: () => true,
  examples: () => true,
  type: (value, type) => (type === "array" ? Array.isArray(value) : type === (Array.isArray(value) ? "array" : typeof value)),
  required: (value, keys) => keys.every((key) => Object.hasOwn(value, key)),
  additionalProperties: (value, _, { properties }) => Object.keys(value).every((key) => key in properties),
  properties: (value, properties) => Object.entries(value).every(([key, each]) => !(key in properties) || fits(each, properties[key])),
  const: (value, one) => value === one,
  enum: (value, list) => list.includes(value),
  pattern: (value, pattern) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (value, each) => !Array.isArray(value) || value.every((item) => fits(item, each)),
  contains: (value, one) => Array.isArray(value) && value.some((item) => fits(item, one)),
  allOf: (value, list) => list.every((each) => fits(value, each)),
  not: (value, other) => !fits(value, other),
};

function fits(value, rules) {
  return Object.entries(rules).every(([keyword, argument]) => {
    assert.ok(keyword in keywords, keyword);
    return keywords[keyword](value, argument, rules);
  });
}

test("the Options are those of the core, and the built ones are told from the others", () => {
  assert.equal(all.length, 12);
  assert.deepEqual(items.enum, all);
  const [said, others] = items.description.split("The others are");
  assert.deepEqual([...said.matchAll(/[a-z]+(?:-[a-z]+)+/g)].map(String), built);
  assert.ok(others);
  for (const option of all) {
    assert.equal(refusal({ version: 1, name: "one", options: [option] }), built.includes(option) ? undefined : "policy-option", option);
  }
});

test("the built-in profiles and the examples fit, and the core takes them", () => {
  const profiles = Object.values(core.profiles());
  assert.equal(profiles.length, 3);
  for (const policy of [...profiles, ...schema.examples]) {
    assert.ok(fits(policy, schema), policy.name);
    assert.equal(refusal(policy), undefined, policy.name);
  }
});

test("what does not fit, the core refuses too", () => {
  const good = { version: 1, name: "good", options: [] };
  const both = ["retain-longitudinal-full-dates", "retain-longitudinal-modified-dates"];
  assert.ok(fits(good, schema));
  const bad = [
    [{ ...good, more: 1 }, "policy"],
    [{ ...good, version: 2 }, "policy"],
    [{ ...good, name: "A b" }, "policy"],
    [{ ...good, name: "" }, "policy"],
    [{ ...good, name: "x".repeat(33) }, "policy"],
    [{ ...good, options: ["retain-everything"] }, "policy"],
    [{ ...good, options: [built[2], built[2]] }, "policy"],
    [{ ...good, options: "share" }, "policy"],
    [{ version: 1, name: "good" }, "policy"],
    [{ ...good, options: both }, "policy-conflict"],
  ];
  for (const [policy, code] of bad) {
    assert.equal(fits(policy, schema), false, JSON.stringify(policy));
    assert.equal(refusal(policy), code, JSON.stringify(policy));
  }
});
