// Takes the Defined Terms and Enumerated Values of PS3.3 out of two packages: terms only, none of their sentences. Run by hand:
//   node scripts/generate/take-terms.mjs DICOM_STANDARD PIXELMED PIXELMED_VERSION HIGHDICOM PYDICOM
// All unpacked: the Python package dicom-standard (MIT), the jar of Debian's libpixelmed-java (BSD), the Python packages
// highdicom (MIT; body parts) and pydicom (MIT; keywords and VRs).
// The fact file: tag, value number (1, 2, …, "3+", or "*" for every value), then the terms, all divided by backslashes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facts, readJson } from "./lib.mjs";

const [standard, pixelmed, pixelmedVersion, highdicom, pydicom] = process.argv.slice(2);
if (!pydicom) {
  console.error("usage: node scripts/generate/take-terms.mjs DICOM_STANDARD PIXELMED PIXELMED_VERSION HIGHDICOM PYDICOM");
  process.exit(2);
}
const within = (folder, end) =>
  join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(end)),
  );
const data = join(within(standard, ".data"), "data", "standard");
const json = (name) => readJson(join(data, name));
const version = (folder) => readFileSync(join(within(folder, ".dist-info"), "METADATA"), "utf8").match(/^Version: (.+)$/m)[1];

// Tag → VR and name, keyword → tag.
const VRS = new Set(["CS", "SH", "LO"]);
const attributes = new Map();
const tagOf = new Map();
const dictionary = readFileSync(join(pydicom, "pydicom/_dicom_dict.py"), "utf8");
for (const [, tag, vr, name, keyword] of dictionary.matchAll(
  /^ {4}(?:0x|['"])([0-9A-Fx]{8})['"]?: \('(\w\w)[^']*', '[^']*', "([^"]*)", '[^']*', '(\w+)'\)/gm,
)) {
  const number = tag.replaceAll("x", "0").toLowerCase();
  attributes.set(number, { vr, name });
  tagOf.set(keyword, number);
}

const found = new Map();
const take = (tag, place, text) => {
  const term = text.trim();
  const vr = attributes.get(tag)?.vr;
  if (!VRS.has(vr)) return;
  if (vr === "CS" ? !/^[A-Z0-9_ ]{1,16}$/.test(term) : !/^[\x21-\x5b\x5d-\x7e][\x20-\x5b\x5d-\x7e]{0,63}$/.test(term)) return;
  const key = `${tag} ${place}`;
  if (!found.has(key)) found.set(key, new Set());
  found.get(key).add(term);
};

// PixelMed's rules: Keyword/value[@number=N] = 'TERM'. In the two types of picture every value has a list of its own.
const TYPES = new Set([tagOf.get("ImageType"), tagOf.get("FrameType")]);
const CONDITIONS = new Set(["CodingSchemeDesignator", "CodeValue", "CardiacFramingType"]);
const rules = readFileSync(join(pixelmed, "com/pixelmed/validate/DicomIODDescriptionsCompiled.xsl"), "utf8");
for (const [, keyword, number, term] of rules.matchAll(/([A-Za-z0-9]+)\/value\[@number=(\d+)\] = '([^']*)'/g)) {
  const tag = tagOf.get(keyword);
  if (!tag || CONDITIONS.has(keyword)) continue;
  take(tag, TYPES.has(tag) ? (number > 2 ? "3+" : number) : "*", term);
}

// The standard's own pages: lists under "Enumerated Values …" or "Defined Terms …".
const clean = (html) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
const lists = (html) => {
  const out = [];
  for (const [, head, list] of html.matchAll(
    /<strong>([^<]*(?:Enumerated|Defined Terms)[^<]*)<\/strong>\s*<\/p>\s*<dl>([\s\S]*?)<\/dl>/g,
  )) {
    if (/Bit \d/.test(head)) continue;
    out.push({
      place: head.match(/Value (\d)/)?.[1] ?? "*",
      head: clean(head),
      terms: [...list.matchAll(/<dt>([\s\S]*?)<\/dt>/g)].map(([, t]) => clean(t)),
    });
  }
  return out;
};
const tables = (html) => [...html.matchAll(/<tr[^>]*>\s*<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => clean(cell));
const references = json("references.json");
const title = (html) => clean(html.match(/<h\d>([\s\S]*?)<\/h\d>/)?.[1] ?? "").replace(/^[A-Z][\d.]+\s*/, "");

const put = (tag, place, term) => take(tag, TYPES.has(tag) && place !== "1" && place !== "2" ? "3+" : TYPES.has(tag) ? place : "*", term);
const linked = (tag, name, html) => {
  const about = title(html).toLowerCase();
  const own = about.includes(name.toLowerCase());
  for (const { place, head, terms } of lists(html)) {
    // A section on one attribute lists its terms; a list may also name the attribute itself.
    const other = head
      .match(/\(([0-9A-F]{4},[0-9A-F]{4})\)/)?.[1]
      .replace(",", "")
      .toLowerCase();
    if ((own && (!other || TYPES.has(tag))) || other === tag) for (const term of terms) put(tag, place, term);
  }
  if (own) for (const term of tables(html)) if (/^[A-Z][A-Z0-9_ ]{1,15}$/.test(term)) put(tag, "3+", term);
};
for (const row of [...json("module_to_attributes.json"), ...json("macro_to_attributes.json")]) {
  const tag = row.tag.replace(/[(),]/g, "").toLowerCase().replaceAll("x", "0");
  const known = attributes.get(tag);
  if (!known || !VRS.has(known.vr)) continue;
  for (const { place, terms } of lists(row.description)) for (const term of terms) put(tag, place, term);
  for (const { sourceUrl } of row.externalReferences ?? []) if (references[sourceUrl]) linked(tag, known.name, references[sourceUrl]);
}

for (const part of Object.keys(readJson(join(highdicom, "highdicom/_standard/anatomic_regions.json"))))
  take(tagOf.get("BodyPartExamined"), "*", part);

// Attributes that take another's terms, and flags whose terms stand nowhere.
for (const [keyword, from] of [
  ["ModalitiesInStudy", "Modality"],
  ["EquipmentModality", "Modality"],
  ["ProtocolDefinedPatientPosition", "PatientPosition"],
]) {
  for (const term of found.get(`${tagOf.get(from)} *`)) take(tagOf.get(keyword), "*", term);
}
for (const [tag, { vr, name }] of attributes) {
  if (vr === "CS" && name.endsWith(" Flag") && !tag.startsWith("4010") && !found.has(`${tag} *`))
    for (const term of ["YES", "NO"]) take(tag, "*", term);
}

const lines = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, terms]) => `${key.replace(" ", "\\")}\\${[...terms].sort().join("\\")}`);
const source = `# Python package dicom-standard ${version(standard)} (MIT), Debian package libpixelmed-java ${pixelmedVersion} (BSD), Python package highdicom ${version(highdicom)} (MIT); VRs by pydicom ${version(pydicom)} (MIT)`;
writeFileSync(join(facts, "terms.txt"), `${[source, ...lines].join("\n")}\n`);
console.log(`${lines.length} lists, ${new Set([...found.values()].flatMap((s) => [...s])).size} terms`);
