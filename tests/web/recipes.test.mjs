/** The recipes for portals hold: their code has the types of the package, and their markup what the element has. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, compileTemplate, parse } from "vue/compiler-sfc";
import { dist, readJson, root } from "../../scripts/lib.mjs";
import { adapters } from "../../scripts/npm.mjs";
import { scratch } from "./load.mjs";

const docs = join(root, "www/docs");
const text = readFileSync(join(docs, "recipes.md"), "utf8");
/** Blocks of code, by language. */
const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code }));
const of = (language) => blocks.filter((block) => block.language === language).map(({ code }) => code);
const element = readJson(join(dist, "npm/custom-elements.json")).modules[0].declarations[0];

/** What is not installed here: only what the recipe takes of it. */
const ANGULAR = `declare module "@angular/core" {
  export function Component(how: { selector: string; schemas: unknown[]; template: string }): ClassDecorator;
  export const CUSTOM_ELEMENTS_SCHEMA: unknown;
  export function output<T>(): { emit(value: T): void };
}`;

const vue = () => {
  const [code = ""] = of("vue");
  const { descriptor, errors } = parse(code);
  assert.deepEqual(errors, []);
  const options = { isCustomElement: (tag) => tag === "scan-scrubber" };
  const script = compileScript(descriptor, { id: "scan", inlineTemplate: true, templateOptions: { compilerOptions: options } });
  const template = compileTemplate({
    source: descriptor.template?.content ?? "",
    filename: "Scan.vue",
    id: "scan",
    compilerOptions: options,
  });
  assert.deepEqual(template.errors, []);
  assert.match(template.code, /onScrubDone/);
  return script.content;
};

const svelte = () => {
  const [code = ""] = of("svelte");
  const { js, warnings } = compile(code, { filename: "Scan.svelte" });
  assert.deepEqual(warnings, []);
  assert.match(js.code, /scrub-done/);
  const declared = "declare function $props(): any; declare function $state(): any;";
  return `${/<script lang="ts">([\s\S]*?)<\/script>/.exec(code)?.[1]}\n${declared}\nexport const used = () => onclean(scrubber?.files ?? []);`;
};

test("every piece of TypeScript has the package's types", () => {
  const folder = scratch();
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name));
  symlinkSync(join(dist, "npm"), join(modules, "scan-scrubber"));
  const files = [...of("ts").map((code, at) => [`ts${at}.ts`, code]), ...of("tsx").map((code, at) => [`tsx${at}.tsx`, code])];
  const all = [...files, ["vue.ts", vue()], ["svelte.ts", svelte()], ["angular.d.ts", ANGULAR]];
  assert.ok(all.length >= 12, `${all.length} pieces`);
  for (const [name, code] of all) writeFileSync(join(folder, name), code);
  const wrong = ["import { stow } from 'scan-scrubber/adapters/stow';", "void stow([1], { url: '/' });"].join("\n");
  const tsc = (...names) => {
    const how = ["--module", "esnext", "--moduleResolution", "bundler", "--jsx", "react-jsx", "--types", "", "--skipLibCheck", "--noEmit"];
    const lib = ["--strict", "--target", "es2022", "--lib", "es2023,dom,dom.iterable", "--experimentalDecorators"];
    return execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...how, ...lib, ...names], {
      cwd: folder,
      encoding: "utf8",
    });
  };
  writeFileSync(join(folder, "wrong.ts"), wrong);
  assert.throws(() => tsc("wrong.ts"), /Command failed/, "a mistake would be seen");
  try {
    tsc(...all.map(([name]) => name));
  } catch (error) {
    assert.fail(error.stdout);
  }
});

test("every script parses", async () => {
  for (const code of of("js")) await transform(code, { loader: "js" });
  for (const code of of("html"))
    for (const [, script] of code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)) await transform(script, { loader: "js" });
});

test("markup has attributes, slots and policies that there are", () => {
  const names = (key) => new Set(element[key].map(({ name }) => name));
  const attributes = names("attributes");
  const slots = names("slots");
  const framework = /^(?:ref|bind:this|#\w+|@[\w-]+|\([\w-]+\)|on[\w-]+)$/;
  const sources = [
    text,
    ...["form", "stow"].map((name) => readFileSync(join(root, `www/examples/${name}/index.html`), "utf8")),
    readFileSync(join(docs, "package.md"), "utf8"),
  ];
  let checked = 0;
  for (const source of sources) {
    for (const [, inside] of source.matchAll(/<scan-scrubber\b((?:[^>"{}`=]|=>|=|"[^"]*"|\{[^}]*\})*?)>/g)) {
      for (const [, name] of inside.matchAll(/([#@(:\w)-]+)(?:=(?:"[^"]*"|\{[^}]*\}))?/g)) {
        assert.ok(attributes.has(name) || framework.test(name), `${name} in <scan-scrubber${inside}>`);
        checked++;
      }
    }
    for (const [, slot] of source.matchAll(/ slot="([\w-]+)"/g)) assert.ok(slots.has(slot), slot);
    for (const [, type] of source.matchAll(/\b(scrub-(?:accept|review|look|face|progress|done|error)\b)/g))
      assert.ok(names("events").has(type), type);
  }
  assert.ok(checked > 15, `${checked} attributes`);
  const { options } = readJson(join(root, "policy.schema.json")).properties;
  const known = options.items.oneOf.map((each) => each.const);
  for (const [, listed] of text.matchAll(/ options="([^"]+)"/g))
    for (const option of listed.split(" ")) assert.ok(known.includes(option), option);
  for (const [, json] of of("html")
    .join("")
    .matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g)) {
    for (const option of JSON.parse(json).options) assert.ok(known.includes(option), option);
  }
});

test("links lead to something, and every import there is, is named", () => {
  for (const name of readdirSync(docs)) {
    const page = readFileSync(join(docs, name), "utf8");
    const anchors = new Set(
      [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/g, "")
          .replaceAll(" ", "-"),
      ),
    );
    for (const [, link] of page.matchAll(/\]\(([^)]+)\)/g)) {
      if (link.startsWith("#")) assert.ok(anchors.has(link.slice(1)), `${name}: ${link}`);
      else assert.ok(existsSync(join(docs, link)), `${name}: ${link}`);
    }
  }
  const packageDoc = readFileSync(join(docs, "package.md"), "utf8");
  for (const adapter of adapters) {
    assert.ok(text.includes(`scan-scrubber/adapters/${adapter}`), adapter);
    assert.ok(packageDoc.includes(adapter), adapter);
  }
});
