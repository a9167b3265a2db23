// Modules, Types and SOP Classes of PS3.3 → src/profile/iods.rs.
import { firstLine, hex, numbers, raw, readFacts } from "./lib.mjs";

export const file = "iods.rs";

// The IOD of a SOP Class that the maps do not name: retired classes whose successor has the same modules, and the
// "For Processing" classes of an IOD that is mapped for presentation.
const SAME_IOD = {
  "1.2.840.10008.5.1.4.1.1.2.3": "ct-image",
  "1.2.840.10008.5.1.4.1.1.2.4": "enhanced-ct-image",
  "1.2.840.10008.5.1.4.1.1.2.5": "legacy-converted-enhanced-ct-image",
  "1.2.840.10008.5.1.4.1.1.3": "ultrasound-multi-frame-image",
  "1.2.840.10008.5.1.4.1.1.5": "nuclear-medicine-image",
  "1.2.840.10008.5.1.4.1.1.6": "ultrasound-image",
  "1.2.840.10008.5.1.4.1.1.12.3": "x-ray-angiographic-image",
};
// Retired Storage SOP Classes that are known by name but whose modules no current edition lists.
const NO_IOD = [
  "1.2.840.10008.5.1.1.27",
  "1.2.840.10008.5.1.1.29",
  "1.2.840.10008.5.1.1.30",
  "1.2.840.10008.5.1.4.1.1.8",
  "1.2.840.10008.5.1.4.1.1.9",
  "1.2.840.10008.5.1.4.1.1.9.1",
  "1.2.840.10008.5.1.4.1.1.10",
  "1.2.840.10008.5.1.4.1.1.11",
  "1.2.840.10008.5.1.4.1.1.77.1",
  "1.2.840.10008.5.1.4.1.1.77.2",
  "1.2.840.10008.5.1.4.1.1.88.1",
  "1.2.840.10008.5.1.4.1.1.88.2",
  "1.2.840.10008.5.1.4.1.1.88.3",
  "1.2.840.10008.5.1.4.1.1.88.4",
  "1.2.840.10008.5.1.4.1.1.129",
  "1.2.840.10008.5.1.4.34.1",
];
const UID_ROOT = "1.2.840.10008.";

// Order of the enum `Type`: the strongest is the least.
const TYPES = ["1", "1C", "2", "2C", "3"];
const CONTENT_SEQUENCE = 0x0040a730;

const read = () => {
  const { source, lines } = readFacts("modules.txt");
  const nodes = [[]]; // 0 is "nothing below"
  const modules = new Map();
  const iods = new Map();
  const sops = [];
  for (const line of lines) {
    const [kind, name, ...rest] = line.split(" ");
    if (kind === "node") {
      nodes[Number(name)] = rest.map((word) => {
        const [, tag, type, below] = word.match(/^([0-9a-f]{8}):(\?|1C?|2C?|3)(?:>(\d+))?$/);
        return { tag: Number.parseInt(tag, 16), type, below: Number(below ?? 0) };
      });
    } else if (kind === "module") modules.set(name, Number(rest[0]));
    else if (kind === "iod")
      iods.set(
        name,
        rest.map((word) => word.split(":")[0]),
      );
    else if (kind === "sop") sops.push([name, rest[0]]);
    else throw new Error(`modules.txt: ${line}`);
  }
  return { source, nodes, modules, iods, sops };
};

const stronger = (a, b) => (TYPES.indexOf(a) <= TYPES.indexOf(b) ? a : b);

// An SR content item holds the same attributes as the document's root, its own links, and further items without end.
const closeContentTree = (nodes, root) => {
  const link = nodes[root].find((e) => e.tag === CONTENT_SEQUENCE);
  const merged = new Map();
  for (const entry of [...nodes[link.below], ...nodes[root]]) {
    const before = merged.get(entry.tag);
    merged.set(entry.tag, before ? { ...before, type: stronger(before.type, entry.type) } : entry);
  }
  const self = nodes.length;
  nodes.push([...merged.values()].map((e) => (e.tag === CONTENT_SEQUENCE ? { ...e, below: self } : e)).sort((a, b) => a.tag - b.tag));
  nodes.push(nodes[root].map((e) => (e.tag === CONTENT_SEQUENCE ? { ...e, below: self } : e)));
  return self + 1;
};

// For a sequence met where no module puts it: its content wherever else it stands, strongest Types.
const anywhere = (nodes, reached) => {
  const found = new Map();
  for (const id of reached) {
    for (const { tag, type, below } of nodes[id]) {
      if (!found.has(tag)) found.set(tag, { type, below: new Set() });
      const it = found.get(tag);
      it.type = stronger(it.type, type);
      if (below) it.below.add(below);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([tag, { type, below }]) => {
      if (below.size < 2) return { tag, type, below: [...below][0] ?? 0 };
      const merged = new Map();
      for (const id of below)
        for (const e of nodes[id]) merged.set(e.tag, { tag: e.tag, below: 0, type: stronger(merged.get(e.tag)?.type ?? e.type, e.type) });
      const list = [...merged.values()].sort((a, b) => a.tag - b.tag);
      // Where one of the occurrences already says as much, it serves.
      const same = [...below].find(
        (id) => nodes[id].length === list.length && nodes[id].every((e, i) => e.tag === list[i].tag && e.type === list[i].type),
      );
      if (same) return { tag, type, below: same };
      nodes.push(list);
      return { tag, type, below: nodes.length - 1 };
    });
};

export function generate() {
  const { source, nodes, modules, iods, sops } = read();
  modules.set("sr-document-content", closeContentTree(nodes, modules.get("sr-document-content")));
  const wanted = new Set(Object.values(SAME_IOD));
  for (const [, iod] of sops) wanted.add(iod);
  const names = [...iods.keys()].filter((name) => wanted.has(name)).sort();
  const roots = new Set(
    names.flatMap((name) =>
      iods
        .get(name)
        .map((m) => modules.get(m))
        .filter(Boolean),
    ),
  );

  const reached = new Set();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { below } of nodes[id]) if (below) queue.push(below);
  }
  const any = anywhere(nodes, reached);
  for (const { below } of any) if (below) reached.add(below);

  // Numbers in the order of the fact file: siblings lie together, which packs better.
  const order = [...reached].sort((a, b) => a - b);
  const number = new Map(order.map((id, i) => [id, i + 1]));
  const tags = any.map((e) => e.tag);
  const place = new Map(tags.map((tag, i) => [tag, i]));
  const word = ({ type, below }) => {
    if (!TYPES.includes(type)) throw new Error(`Type ${type}`);
    return ((number.get(below) ?? 0) << 3) | TYPES.indexOf(type);
  };
  const starts = [0, 0];
  const attributes = [];
  const words = [];
  for (const id of order) {
    for (const entry of nodes[id]) {
      if (!place.has(entry.tag)) throw new Error("a tag outside the union");
      attributes.push(place.get(entry.tag));
      words.push(word(entry));
    }
    starts.push(attributes.length);
  }
  if (Math.max(...words) > 0xffff || attributes.length > 0xffff || tags.length > 0xffff) throw new Error("a table outgrew its integers");

  const iodStarts = [0];
  const iodNodes = [];
  const gaps = [];
  let most = 0;
  for (const name of names) {
    const list = iods.get(name).map((m) => modules.get(m));
    gaps.push(list.every(Boolean) ? 0 : 1);
    const ids = [...new Set(list.filter(Boolean).map((id) => number.get(id)))].sort((a, b) => a - b);
    most = Math.max(most, ids.length);
    iodNodes.push(...ids);
    iodStarts.push(iodNodes.length);
  }
  const classes = [...sops, ...Object.entries(SAME_IOD), ...NO_IOD.map((uid) => [uid])].map(([uid, iod]) => {
    if (!uid.startsWith(UID_ROOT)) throw new Error(uid);
    return [uid.slice(UID_ROOT.length), iod === undefined ? 255 : names.indexOf(iod)];
  });
  classes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (classes.some(([uid, iod], i) => iod < 0 || uid === classes[i - 1]?.[0]) || names.length > 254) throw new Error("SOP Classes");

  let text = firstLine("iods.mjs", `src/profile/data/modules.txt (${source})`, "as of that package");
  text += "//! Types of PS3.3. A node is a list of attributes; a word: bits 0-2 the Type (1 1C 2 2C 3), the rest the node below or 0.\n";
  text += `\n/// The most nodes one IOD starts with.\npub(super) const MOST: usize = ${most};\n/// A SOP Class without an IOD.\npub(super) const NO_IOD: u8 = 255;\n`;
  text += numbers("TAGS", "u32", tags, "Every attribute of every module, ascending.", hex);
  text += numbers(
    "ANY",
    "u16",
    any.map(word),
    "Parallel to `TAGS`: the strongest Type anywhere, and the node of a sequence's content wherever it stands.",
  );
  text += numbers("STARTS", "u16", starts, "Where a node's attributes start; node 0 is empty.");
  text += numbers("ATTRIBUTES", "u16", attributes, "Places in `TAGS`, ascending within a node.");
  text += numbers("WORDS", "u16", words, "Parallel to `ATTRIBUTES`.");
  text += numbers("IOD_STARTS", "u16", iodStarts, "Where an IOD's nodes start.");
  text += numbers("IOD_NODES", "u16", iodNodes, "The top nodes of the modules of each IOD.");
  text += numbers("IOD_GAPS", "u8", gaps, "1 where the source lacks a module of the IOD.");
  text += `\n/// What every SOP Class UID starts with.\npub(super) const UID_ROOT: &str = "${UID_ROOT}";\n`;
  text += `\n/// SOP Classes (rest of the UID) in ascending byte order, and their IOD.\n#[rustfmt::skip]\npub(super) static SOP_CLASSES: [(&str, u8); ${classes.length}] = [\n${classes.map(([uid, iod]) => `    ("${uid}", ${iod}),\n`).join("")}];\n`;
  const parts = [
    raw.u32(tags),
    raw.u16(any.map(word)),
    raw.u16(starts),
    raw.u16(attributes),
    raw.u16(words),
    raw.u16(iodStarts),
    raw.u16(iodNodes),
    raw.u8(gaps),
    Buffer.from(classes.map(([u, i]) => `${u}${String.fromCharCode(i)}`).join("")),
  ];
  return { text, raw: Buffer.concat(parts), rows: attributes.length };
}
