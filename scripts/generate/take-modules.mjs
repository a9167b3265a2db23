// Takes the modules of PS3.3 and the Type of each attribute, to full depth, out of the Python package highdicom (MIT).
// Run by hand, when a newer edition is wanted:
//   node scripts/generate/take-modules.mjs HIGHDICOM PYDICOM   (two unpacked wheels)
// Equal subtrees are written once: the fact file is a graph of nodes, children before parents.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facts, readJson } from "./lib.mjs";

const [highdicom, pydicom] = process.argv.slice(2);
if (!pydicom) {
  console.error("usage: node scripts/generate/take-modules.mjs HIGHDICOM PYDICOM");
  process.exit(2);
}
const version = (folder) => {
  const info = readdirSync(folder).find((name) => name.endsWith(".dist-info"));
  return readFileSync(join(folder, info, "METADATA"), "utf8").match(/^Version: (.+)$/m)[1];
};

// Keyword → tag; of a repeating group (60xx) the first.
const tagOf = new Map();
const dictionary = readFileSync(join(pydicom, "pydicom/_dicom_dict.py"), "utf8");
for (const [, tag, keyword] of dictionary.matchAll(/^ {4}(?:0x|['"])([0-9A-Fx]{8})['"]?: \((?:.*), ['"](\w+)['"]\)/gm))
  tagOf.set(keyword, tag.replaceAll("x", "0").toLowerCase());

const standard = (name) => readJson(join(highdicom, "highdicom/_standard", name));
const lines = [];
const nodes = new Map();
const intern = (tree) => {
  const entries = [...tree].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = entries.map(([tag, { type, tree: below }]) => `${tag}:${type}${below.size ? `>${intern(below)}` : ""}`).join(" ");
  if (!nodes.has(text)) {
    nodes.set(text, nodes.size + 1);
    lines.push(`node ${nodes.size} ${text}`);
  }
  return nodes.get(text);
};

const modules = [];
for (const [name, attributes] of Object.entries(standard("module_attribute_map.json")).sort()) {
  const top = new Map();
  for (const { keyword, type, path } of attributes) {
    let at = { tree: top };
    for (const word of [...path, keyword]) {
      const tag = tagOf.get(word);
      if (!tag) throw new Error(`no tag for ${word}`);
      if (!at.tree.has(tag)) at.tree.set(tag, { type: "?", tree: new Map() });
      at = at.tree.get(tag);
    }
    at.type = /^(1C?|2C?|3)$/.test(type) ? type : "?";
  }
  modules.push(`module ${name} ${intern(top)}`);
}
const iods = Object.entries(standard("iod_module_map.json")).map(
  ([name, list]) => `iod ${name} ${list.map((m) => `${m.key}:${m.usage}`).join(" ")}`,
);
const classes = Object.entries(standard("sop_class_iod_map.json")).map(([uid, iod]) => `sop ${uid} ${iod}`);
const source = `# Python package highdicom ${version(highdicom)} (MIT), its maps of PS3.3; keywords by pydicom ${version(pydicom)} (MIT)`;
writeFileSync(join(facts, "modules.txt"), `${[source, ...lines, ...modules, ...iods.sort(), ...classes].join("\n")}\n`);
console.log(`${lines.length} nodes, ${modules.length} modules, ${iods.length} IODs, ${classes.length} SOP classes`);
