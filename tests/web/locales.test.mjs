/** The words: every language says everything, with the same things filled in, in its own plural forms; and nothing is said that nobody reads. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { listed } from "../../scripts/lib.mjs";
import { languages, nearest } from "../../www/locales/index.ts";
import { CHECKED, FIELDS, STEPS, stepsFor } from "../../www/page/steps.ts";

const folder = new URL("../../www/locales/", import.meta.url);
const textOf = (tag) => readFileSync(new URL(`${tag}.ftl`, folder), "utf8");

/** Patterns by their names, `message` or `message.part`, as the parser has them. */
function patternsOf(text) {
  const patterns = new Map();
  for (const { id, value, attributes } of new FluentResource(text).body) {
    assert.ok(!patterns.has(id), `${id} stands twice`);
    if (value !== null) patterns.set(id, value);
    for (const [part, pattern] of Object.entries(attributes)) patterns.set(`${id}.${part}`, pattern);
  }
  return patterns;
}

/** Everything within a pattern: variables, choices, and plain words. */
function* within(pattern) {
  if (typeof pattern === "string") yield { words: pattern };
  else if (Array.isArray(pattern)) for (const each of pattern) yield* within(each);
  else if (pattern.type === "var") yield { variable: pattern.name };
  else if (pattern.type === "select") {
    yield { choice: pattern };
    yield* within(pattern.selector);
    for (const { value } of pattern.variants) yield* within(value);
  }
}

const variablesOf = (pattern) => [...new Set([...within(pattern)].flatMap(({ variable }) => variable ?? []))].sort();
const wordsOf = (pattern) =>
  [...within(pattern)]
    .map(({ words }) => words ?? "")
    .join("")
    .trim();

const english = patternsOf(textOf("en"));
const others = Object.keys(languages).filter((tag) => tag !== "en");

/** What is the same in many languages: names of things, units, and words that were borrowed. */
const shared = /^(?:[A-Z]{2,}\S*|PDF.*|.*\((?:GIF|XML|NIfTI)\)|.?B|.{0,12}|.*\$?SHA-256.*)$/;

test("each language that is named has its file, and each file is named", () => {
  const tagsIn = (path) => readdirSync(fileURLToPath(new URL(path, folder))).flatMap((name) => /^(\w+)\.ftl$/.exec(name)?.[1] ?? []);
  assert.deepEqual(tagsIn(".").sort(), Object.keys(languages).sort());
  assert.deepEqual(
    tagsIn("advice")
      .filter((tag) => tag !== "sources")
      .sort(),
    Object.keys(languages).sort(),
  );
});

for (const tag of others) {
  describe(`${tag}, ${languages[tag]}`, () => {
    const patterns = patternsOf(textOf(tag));

    test("says everything, and nothing else", () => assert.deepEqual([...patterns.keys()].sort(), [...english.keys()].sort()));

    test("fills in the same things", () => {
      for (const [name, pattern] of english) assert.deepEqual(variablesOf(patterns.get(name)), variablesOf(pattern), name);
    });

    test("leaves no English", () => {
      const left = [...english].filter(
        ([name, pattern]) => wordsOf(pattern) === wordsOf(patterns.get(name)) && /[a-z]{3}/i.test(wordsOf(pattern)),
      );
      const suspect = left.filter(([, pattern]) => !shared.test(wordsOf(pattern)));
      assert.deepEqual(
        suspect.map(([name]) => name),
        [],
      );
      assert.ok(left.length < 25, `${left.length} are as in English: ${left.map(([name]) => name)}`);
    });

    test("counts as its speakers do (CLDR)", () => {
      const rules = new Intl.PluralRules(tag);
      // Millions and the like, which some languages tell apart, are "other" here: nobody has so many images.
      const needed = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n + 1)));
      let choices = 0;
      for (const [name, pattern] of patterns) {
        for (const { choice } of within(pattern)) {
          if (!choice) continue;
          choices++;
          const keys = choice.variants.map(({ key }) => String(key.value));
          for (const form of needed) assert.ok(keys.includes(form), `${name} has no form for "${form}"`);
          for (const key of keys) assert.ok(/^\d+$/.test(key) || needed.has(key) || key === "other", `${name}: "${key}" never comes`);
          assert.equal(keys[choice.star], "other", name);
        }
      }
      assert.ok(choices >= 30);
    });

    test("says each number where the form holds for more than one", () => {
      const rules = new Intl.PluralRules(tag);
      for (const [name, pattern] of patterns) {
        for (const { choice } of within(pattern)) {
          for (const { key, value } of choice?.variants ?? []) {
            const form = String(key.value);
            const numbers = Array.from({ length: 120 }, (_, n) => n).filter((n) => rules.select(n) === form);
            // Nought has a form of its own in no sentence, and comes in none that has no form for it.
            if (numbers.filter((n) => n > 0).length > 1) {
              assert.ok(variablesOf(value).includes(choice.selector.name), `${name} [${form}] hides its number`);
            }
          }
        }
      }
    });

    test("formats without a fault", () => {
      const bundle = new FluentBundle(tag, { useIsolating: false });
      assert.deepEqual(bundle.addResource(new FluentResource(textOf(tag))), []);
      for (const [name, pattern] of patterns) {
        const values = Object.fromEntries(variablesOf(pattern).map((variable) => [variable, 3]));
        const faults = [];
        bundle.formatPattern(pattern, values, faults);
        assert.deepEqual(faults, [], name);
      }
    });
  });
}

test("every sentence is used", () => {
  const code = ["www/element", "www/page", "www/engine"]
    .flatMap((path) => listed(path))
    .filter((file) => /\.(?:ts|html)$/.test(file))
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"))
    .join("\n");
  /** Names made of two parts where they are said: the first part must be in the code, before what is filled in. */
  const made = [...code.matchAll(/[`"]([a-z-]+-)(?:\$\{|")/g)].map(([, start]) => start);
  const quoted = new Set([...code.matchAll(/["`]([\w.-]+)["`]/g)].map(([, name]) => name));
  /** And names that end in what is filled in: `${phase}-title`, of the phases of work. */
  const phases = /^(?:reading|looking|searching|cleaning)-(?:title|hint)$/;
  const unused = [...english.keys()].filter((name) => {
    const [message, part] = name.split(".");
    const isSaid =
      quoted.has(name) ||
      quoted.has(message) ||
      made.some((start) => message.startsWith(start)) ||
      message.startsWith("warn-") ||
      phases.test(message);
    return !isSaid || (part !== undefined && !code.includes(`.${part}`) && !quoted.has(part));
  });
  assert.deepEqual(unused, []);
});

test("the page says in its markup what the English words say", () => {
  const html = readFileSync(new URL("../../www/page/index.html", import.meta.url), "utf8");
  const told = [...html.matchAll(/data-say="([^"]+)"[^>]*>([^<]*)</g)];
  assert.ok(told.length >= 30);
  for (const [, name, words] of told) assert.equal(words.trim(), wordsOf(english.get(name)), name);
});

test("a wish finds its language", () => {
  const tags = Object.keys(languages);
  const cases = { "es-MX": "es", "pt-BR": "pt", "zh-CN": "zh", zh: "zh", "AR-eg": "ar", "de-CH": "de", sv: undefined, "": undefined };
  for (const [wanted, tag] of Object.entries(cases)) assert.equal(nearest(wanted, tags), tag, wanted);
});

describe("what else one can do", () => {
  const advice = patternsOf(textOf("advice/en"));
  const sources = patternsOf(textOf("advice/sources"));

  test("each step is whole, each letter names only what can be filled in, and nothing is left over", () => {
    const used = new Set([...advice.keys()].filter((name) => name.startsWith("advice-")));
    for (const { id, points, letter } of STEPS) {
      const names = [
        id,
        `${id}.what`,
        ...Array.from({ length: points }, (_, at) => `${id}.p${at + 1}`),
        ...(letter ? [`${id}.letter`] : []),
      ];
      for (const name of names) {
        assert.ok(advice.has(name), name);
        used.add(name);
        const allowed = name.endsWith(".letter") ? [...FIELDS, "today"] : [];
        for (const variable of variablesOf(advice.get(name))) assert.ok(allowed.includes(variable), `${name}: ${variable}`);
      }
    }
    for (const field of FIELDS) for (const part of ["", ".blank"]) used.add(`field-${field}${part}`);
    assert.deepEqual(
      [...advice.keys()].filter((name) => !used.has(name)),
      [],
    );
  });

  test("each source has a name and an address, and is used; the day of checking has come", () => {
    const named = new Set(STEPS.flatMap((step) => step.sources));
    for (const name of named) {
      assert.match(wordsOf(sources.get(name)), /\S{2}/, name);
      assert.equal(new URL(wordsOf(sources.get(`${name}.at`))).protocol, "https:", name);
    }
    assert.deepEqual(
      [...sources.keys()].filter((name) => !named.has(name.split(".")[0])),
      [],
    );
    assert.ok(Date.parse(CHECKED) <= Date.now());
  });

  test("each language has every step once, the law of its readers before the others", () => {
    for (const tag of Object.keys(languages)) {
      const ids = stepsFor(tag).map(({ id }) => id);
      assert.deepEqual([...ids].sort(), STEPS.map(({ id }) => id).sort(), tag);
      const laws = ids.filter((id) => id.startsWith("law-"));
      assert.equal(laws[0], { en: "law-us", de: "law-eu", es: "law-eu", fr: "law-eu" }[tag] ?? "law-else", tag);
      assert.deepEqual(ids.slice(-3), laws, tag);
    }
  });

  for (const tag of others) {
    test(`${tag} says everything, fills in the same things, and leaves no English`, () => {
      const patterns = patternsOf(textOf(`advice/${tag}`));
      assert.deepEqual([...patterns.keys()].sort(), [...advice.keys()].sort());
      for (const [name, pattern] of advice) {
        assert.deepEqual(variablesOf(patterns.get(name)), variablesOf(pattern), name);
        assert.notEqual(wordsOf(patterns.get(name)), wordsOf(pattern), name);
      }
    });

    test(`${tag} names the laws, bills and numbers that English names`, () => {
      const all = (patterns) => [...patterns.values()].map((pattern) => wordsOf(pattern)).join("\n");
      const text = all(patternsOf(textOf(`advice/${tag}`)));
      const marks = all(advice).match(/\b(?:AB|SB|HB) [\d-]+|\b164\.\d+|\b160\.\d+|\b2025\/327|\b180\b|HIPAA|LGPD|PIPL|APPI|DPDP/g) ?? [];
      const own = { ja: /APPI|PIPL/, zh: /PIPL/ }[tag] ?? /^$/;
      assert.deepEqual(
        [...new Set(marks)].filter((mark) => !text.includes(mark) && !own.test(mark)),
        [],
      );
    });
  }
});
