/** The published schema of a policy says what the core says: of its own profiles, of every Option, and of what is no policy. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, readJson, root } from "../../scripts/lib.mjs";
import { OPTIONS } from "../../www/engine/options.ts";
import { PROFILES } from "./fake-engine.ts";

const schema = readJson(join(root, "policy.schema.json"));
const listed = schema.properties.options.items.oneOf;
const rust = readFileSync(join(root, "src/profile/policy.rs"), "utf8");

/** Names of Options as a policy has them, from Rust's. */
const names = (text) =>
  [...text.matchAll(/\b(?:Self::)?((?:Clean|Retain)[A-Za-z]+)\b/g)].map(([, name]) => name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase());
const all = names(/pub enum Choice \{([\s\S]*?)\n\}/.exec(rust)?.[1] ?? "");
const wishes = readFileSync(join(root, "src/profile/wishes.rs"), "utf8");

/** Values of a key, from the enumeration that Rust has for it. */
const values = (name) =>
  [...(new RegExp(`pub enum ${name} \\{([\\s\\S]*?)\n\\}`).exec(wishes)?.[1] ?? "").matchAll(/^ {4}([A-Z]\w+),$/gm)].map(([, value]) =>
    value.toLowerCase(),
  );

let core;
const lexicon = new Uint8Array(readFileSync(join(dist, "lexicon.bin")));
before(async () => {
  core = await import(pathToFileURL(join(dist, "pkg/core.js")).href);
  core.initSync({ module: readFileSync(join(dist, "core.wasm")) });
});

/** The code that the core refuses a policy with, if it does. */
function refusal(policy) {
  try {
    new core.Scrubber({ policy, key: new Uint8Array(32).fill(7), lexicon }).free();
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
  type: (value, type) => type === (value === null ? "null" : Array.isArray(value) ? "array" : typeof value),
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
  oneOf: (value, list) => list.filter((each) => fits(value, each)).length === 1,
  minLength: (value, least) => typeof value !== "string" || [...value].length >= least,
  maxLength: (value, most) => typeof value !== "string" || [...value].length <= most,
  not: (value, other) => !fits(value, other),
};

function fits(value, rules) {
  return Object.entries(rules).every(([keyword, argument]) => {
    assert.ok(keyword in keywords, keyword);
    return keywords[keyword](value, argument, rules);
  });
}

test("the Options are those of the core, with their codes, and each is built", () => {
  assert.equal(all.length, 12);
  assert.deepEqual(
    listed.map((each) => each.const),
    all,
  );
  for (const { const: option, description } of listed) {
    assert.ok(description.startsWith(`${OPTIONS[option].code}. `), option);
    assert.equal(refusal({ version: 1, name: "one", options: [option] }), undefined, option);
  }
});

test("Options go together, but for the one pair that excludes each other", () => {
  const apart = ["retain-longitudinal-full-dates", "retain-longitudinal-modified-dates"];
  for (const one of all) {
    for (const other of all) {
      if (one === other) continue;
      const policy = { version: 1, name: "two", options: [one, other] };
      const clash = apart.includes(one) && apart.includes(other);
      assert.equal(refusal(policy), clash ? "policy-conflict" : undefined, `${one} ${other}`);
      assert.equal(fits(policy, schema), !clash, `${one} ${other}`);
    }
  }
  for (const left of apart) {
    const policy = { version: 1, name: "most", options: all.filter((option) => option !== left) };
    assert.ok(fits(policy, schema));
    assert.equal(refusal(policy), undefined, left);
  }
});

test("a subject is what fits Patient's Name and Patient ID", () => {
  const of = (subject) => ({ version: 1, name: "good", options: [], subject });
  const good = ["Muster^Jana", "A^B^C^D^E", "A=B=C", "Yamada^Tarou=山田^太郎=やまだ^たろう", "Doe, J.", "𝒜".repeat(64), "a".repeat(64)];
  const bad = [
    "",
    " A",
    "A ",
    "A\\B",
    "A\nB",
    "A\u0085B",
    "A=B=C=D",
    "A^B^C^D^E^F",
    "A=A^B^C^D^E^F",
    "a".repeat(65),
    `A=${"b".repeat(65)}`,
    "^^",
    "=",
    "\u202eA",
    "A\u00adB",
  ];
  for (const name of good) assert.deepEqual([fits(of({ name }), schema), refusal(of({ name }))], [true, undefined], name);
  for (const name of bad) assert.deepEqual([fits(of({ name }), schema), refusal(of({ name }))], [false, "policy"], JSON.stringify(name));
  for (const id of ["P-001", "ä=^", "1".repeat(64)])
    assert.deepEqual([fits(of({ id }), schema), refusal(of({ id }))], [true, undefined], id);
  for (const id of ["", " 1", "1\t", "1\\2", "1\u0000", "1".repeat(65), "-", "\u200b1"]) {
    assert.deepEqual([fits(of({ id }), schema), refusal(of({ id }))], [false, "policy"], JSON.stringify(id));
  }
  for (const subject of [{}, { name: "A", id: "1" }])
    assert.deepEqual([fits(of(subject), schema), refusal(of(subject))], [true, undefined]);
  for (const subject of ["A", { nick: "A" }, { name: 1 }, { id: 1 }]) {
    assert.deepEqual([fits(of(subject), schema), refusal(of(subject))], [false, "policy"], JSON.stringify(subject));
  }
});

test("documents are withheld or emptied, as far as the core knows of the choice", () => {
  const known = /^ {4}documents: Documents,$/m.test(rust);
  for (const documents of schema.properties.documents.enum) {
    const policy = { version: 1, name: "good", options: [], documents };
    assert.ok(fits(policy, schema));
    assert.equal(refusal(policy), known ? undefined : "policy", documents);
  }
});

test("writing is blacked out by sight with its Option alone, and looked at as the policy says", () => {
  assert.deepEqual(schema.properties.writing.enum, values("Writing"));
  assert.deepEqual(schema.properties.look.enum, values("Look"));
  for (const options of [[], ["clean-pixel-data"], ["clean-descriptors", "clean-pixel-data"], ["clean-descriptors"]]) {
    for (const writing of schema.properties.writing.enum) {
      const policy = { version: 1, name: "good", options, writing };
      const good = options.includes("clean-pixel-data") === ["all", "identifying"].includes(writing);
      assert.deepEqual([fits(policy, schema), refusal(policy)], [good, good ? undefined : "policy-conflict"], JSON.stringify(policy));
    }
    for (const look of schema.properties.look.enum) {
      const policy = { version: 1, name: "good", options, look };
      assert.deepEqual([fits(policy, schema), refusal(policy)], [true, undefined], JSON.stringify(policy));
    }
  }
});

test("faces go with their Option alone", () => {
  const option = "clean-recognizable-visual-features";
  assert.deepEqual(schema.properties.face.enum, values("Face"));
  for (const options of [[], [option], ["clean-descriptors", option], ["clean-descriptors"]]) {
    for (const face of schema.properties.face.enum) {
      const policy = { version: 1, name: "good", options, face };
      const good = options.includes(option) === (face !== "keep");
      assert.deepEqual([fits(policy, schema), refusal(policy)], [good, good ? undefined : "policy-conflict"], JSON.stringify(policy));
    }
  }
});

test("ears and eyes stay only where they are named", () => {
  const option = "clean-recognizable-visual-features";
  for (const key of ["ears", "orbits"]) {
    assert.deepEqual(schema.properties[key].enum, values("Part"));
    for (const options of [[], [option]]) {
      for (const part of schema.properties[key].enum) {
        const policy = { version: 1, name: "good", options, [key]: part };
        const good = part === "keep" || options.includes(option);
        assert.deepEqual([fits(policy, schema), refusal(policy)], [good, good ? undefined : "policy-conflict"], JSON.stringify(policy));
      }
    }
    for (const part of ["left", true, null, ["keep"]]) {
      const policy = { version: 1, name: "good", options: [option], [key]: part };
      assert.deepEqual([fits(policy, schema), refusal(policy)], [false, "policy"], JSON.stringify(policy));
    }
  }
});

test("the profiles that the element's tests assume are the core's", () => {
  assert.deepEqual(Object.fromEntries(Object.entries(core.profiles()).map(([name, { options }]) => [name, options])), PROFILES);
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
    [{ ...good, options: [all[2], all[2]] }, "policy"],
    [{ ...good, options: "share" }, "policy"],
    [{ version: 1, name: "good" }, "policy"],
    [{ ...good, options: both }, "policy-conflict"],
    [{ ...good, documents: "keep" }, "policy"],
    [{ ...good, subject: null }, "policy"],
    [{ ...good, writing: null }, "policy"],
    [{ ...good, writing: "some" }, "policy"],
    [{ ...good, look: null }, "policy"],
    [{ ...good, face: null }, "policy"],
    [{ ...good, face: "blur" }, "policy"],
    [{ ...good, look: "sometimes" }, "policy"],
  ];
  for (const [policy, code] of bad) {
    assert.equal(fits(policy, schema), false, JSON.stringify(policy));
    assert.equal(refusal(policy), code, JSON.stringify(policy));
  }
});
