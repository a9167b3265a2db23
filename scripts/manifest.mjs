/** Says in a machine's words what the element is: a Custom Elements Manifest, made of its types and of what stands above its class. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./lib.mjs";

const CLASS = "ScanScrubber";
const TAG = "scan-scrubber";
const MODULE = "element.js";

/** What a browser calls, and no site. */
const INTERNAL = /^(?:(?:dis)?connectedCallback|attributeChangedCallback|form\w+Callback|constructor)$/;

/** The manifest (schema 2.1.0). The types are in `dist/types/` already. */
export function manifest() {
  const [own, base] = ["scan-scrubber", "reflected"].map((name) => readFileSync(join(dist, "types/element", `${name}.d.ts`), "utf8"));
  const said = commentBefore(own, `export declare class ${CLASS} `);
  const members = [...membersOf(bodyOf(own)), ...membersOf(bodyOf(base))];
  const fields = new Set(members.map(({ name }) => name));
  const attributes = tags(said, "attr", true).map(({ name, ...rest }) => {
    const field = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return { name, ...rest, ...(fields.has(field) && { fieldName: field }) };
  });
  const events = tags(said, "fires").map(({ name, description }) => ({ name, type: { text: eventType(name) }, description }));
  const declaration = {
    kind: "class",
    name: CLASS,
    description: said.slice(0, said.search(/^@/m)).trim(),
    customElement: true,
    tagName: TAG,
    superclass: { name: "HTMLElement" },
    attributes,
    members,
    events,
    slots: tags(said, "slot"),
    cssParts: tags(said, "csspart"),
    cssProperties: tags(said, "cssprop"),
    cssStates: tags(said, "cssstate"),
  };
  const where = { name: CLASS, module: MODULE };
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: MODULE,
        declarations: [declaration],
        exports: [{ kind: "js", name: CLASS, declaration: where }],
      },
      ...["define.js", "single.js"].map((path) => ({
        kind: "javascript-module",
        path,
        exports: [
          { kind: "custom-element-definition", name: TAG, declaration: where },
          { kind: "js", name: CLASS, declaration: where },
        ],
      })),
    ],
  };
}

/** The class of an event, by its name: `scrub-done` is a `ScrubDoneEvent`. */
function eventType(name) {
  return `${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Event`;
}

/** Lines of one tag of a comment: `@tag {type} name - description`, where the default slot has no name. */
function tags(comment, tag, typed = false) {
  const line = new RegExp(`^@${tag}\\s+(?:\\{(.+?)\\}\\s+)?(?:([\\w-]+)\\s+)?-\\s+(.+)$`, "gm");
  return [...comment.matchAll(line)].map(([, type, name = "", description]) => ({
    name,
    ...(typed && { type: { text: type } }),
    description,
  }));
}

/** The text of the comment that stands before these words, without its stars. */
function commentBefore(text, words) {
  const [, comment = ""] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, text.indexOf(words))) ?? [];
  return comment.replace(/^\s*\* ?/gm, "").trim();
}

function bodyOf(text) {
  return text.slice(text.indexOf("{\n", text.indexOf("declare class")) + 1, text.lastIndexOf("\n}"));
}

const MEMBER =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^ {4}(static )?(readonly )?(?:(get|set) )?([a-zA-Z]\w*)(\(([^)]*)\))?(?:: ([^;]+))?;$/gm;

/** What a class offers: fields, those with a getter or a setter among them, and methods. */
function membersOf(body) {
  const found = new Map();
  for (const [, comment = "", isStatic, isReadonly, accessor, name, call, given, type = ""] of body.matchAll(MEMBER)) {
    if (INTERNAL.test(name) || name === "observedAttributes" || name === "formAssociated") continue;
    const description = comment.replace(/^\s*\* ?/gm, "").trim();
    const common = { name, ...(description && { description }), ...(isStatic && { static: true }) };
    if (call && !accessor) {
      found.set(name, { kind: "method", ...common, parameters: parameters(given), return: { type: { text: type } } });
    } else if (accessor === "set") {
      const { readonly: _, ...known } = found.get(name) ?? { kind: "field", ...common, type: { text: /: (.+)$/.exec(given)?.[1] ?? "" } };
      found.set(name, known);
    } else {
      found.set(name, { kind: "field", ...common, type: { text: type }, ...((accessor || isReadonly) && { readonly: true }) });
    }
  }
  return [...found.values()];
}

function parameters(text) {
  return [...text.matchAll(/(\w+)(\?)?: ((?:[^,<(]|<[^>]*>|\([^)]*\))+)/g)].map(([, name, optional, type]) => ({
    name,
    type: { text: type.trim() },
    ...(optional && { optional: true }),
  }));
}
