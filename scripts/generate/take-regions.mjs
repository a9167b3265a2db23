// Takes where devices write on their pictures out of three catalogues: conditions and rectangles, no sentences. Run by hand:
//   node scripts/generate/take-regions.mjs DRE CTP DEID
// The catalogue of dicom-dre as JSON, CTP's rules as JSON, pydicom/deid's recipe. A line of the fact file, its parts divided by tabs:
// rectangles (x,y,width,height; a width beyond any picture is its own), then one condition a part: a field, and words of which one must fit:
// =whole, ^start or ~part, in small letters. All conditions must hold.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson, root } from "./lib.mjs";

const [dre, ctp, deid] = process.argv.slice(2);
if (!deid) {
  console.error("usage: node scripts/generate/take-regions.mjs DRE CTP DEID");
  process.exit(2);
}

const FIELDS = {
  Manufacturer: "manufacturer",
  // As some rules of the recipe have it.
  Manfacturer: "manufacturer",
  ManufacturerModelName: "model",
  Modality: "modality",
  Rows: "rows",
  Columns: "columns",
  ImageType: "image_type",
  SeriesDescription: "series_description",
  BurnedInAnnotation: "burned_in",
  CommentsOnRadiationDose: "dose_comments",
  ProtocolName: "protocol",
  "[0018,1030]": "protocol",
  WindowWidth: "window_width",
  ImplementationVersionName: "implementation",
  manufacturer: "manufacturer",
  manufacturer_model_name: "model",
  modality: "modality",
  software_versions: "software",
  secondary_capture_device_manufacturer_model_name: "secondary_model",
  sop_class_uid: "sop_class",
  image_type: "image_type",
  series_description: "series_description",
  burned_in_annotation: "burned_in",
  comments_on_radiation_dose: "dose_comments",
  rows: "rows",
  cols: "columns",
};

const rules = new Set();
const left = [];
const put = (areas, conditions) => {
  const parts = conditions.map(([field, words]) => {
    if (!FIELDS[field]) throw new Error(`no field ${field}`);
    return `${FIELDS[field]} ${words.map((word) => word.toLowerCase()).join("|")}`;
  });
  rules.add([areas.map((area) => area.join(",")).join(" "), ...parts.sort()].join("\t"));
};

// dicom-dre: what only decides there whether a file is let through is left out: a device writes where it writes.
const PASSED = new Set(["name", "decision", "scrub", "variants", "image_type_exclude", "requires_ultrasound_regions", "pixel_spacing"]);
const word = (field, text) => {
  if (field === "rows" || field === "cols") return `=${text}`;
  const whole = /^\/\(\?i\)\^([^\\^$|()[\]]*)\$\/$/.exec(text)?.[1];
  if (whole !== undefined) return `=${whole}`;
  if (text.startsWith("/")) return undefined;
  return /^[=^]/.test(text) ? text : `~${text}`;
};
for (const { variants = [{}], ...device } of readJson(dre).devices) {
  for (const variant of variants) {
    const { scrub, ...all } = { ...device, ...variant };
    if (!scrub) continue;
    // The code of a phantom stands in any CT: it would take the top of them all.
    if (all.code_meaning) {
      left.push("code_meaning");
      continue;
    }
    const conditions = [];
    for (const [field, value] of Object.entries(all)) {
      if (PASSED.has(field)) continue;
      const words = [value].flat().map((text) => word(field, text));
      if (words.some((text) => text === undefined)) {
        if (field !== "sop_class_uid") throw new Error(`${field} ${value}`);
        continue;
      }
      // All of several values of Image Type, one of several others.
      if (field === "image_type") conditions.push(...words.map((text) => [field, [text]]));
      else conditions.push([field, words]);
    }
    put(scrub, conditions);
  }
}

// CTP: zones are [top, bottom, left, right].
for (const { redaction_zones: zones, _ctp_condition: condition } of readJson(ctp).rules) {
  const conditions = condition.split("*").map((part) => {
    const tests = [...part.matchAll(/([\w[\],]+)\.(containsIgnoreCase|equals)\s*\("([^"]+)"\)/g)];
    if (!tests.length || new Set(tests.map(([, field]) => field)).size > 1) throw new Error(condition);
    return [tests[0][1], tests.map(([, , how, text]) => (how === "equals" ? "=" : "~") + text)];
  });
  put(
    zones.map(([top, bottom, from, to]) => [from, top, to - from, bottom - top]),
    conditions,
  );
}

// deid: "coordinates" are two corners, "ctpcoordinates" a corner, width and height; + is and, || is or, | is or within a value.
let label;
const labels = [];
for (const line of readFileSync(deid, "utf8")
  .split("\n")
  .map((text) => text.trim())) {
  const [, kind, rest] = /^\+?\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  if (kind === "LABEL") {
    label = { name: rest, areas: [], any: [] };
    labels.push(label);
  } else if (kind === "coordinates" && label) {
    const [x, y, right, bottom] = rest.split(",").map(Number);
    label.areas.push([x, y, right - x, bottom - y]);
  } else if (kind === "ctpcoordinates") label.areas.push(rest.split(",").map(Number));
  else if (/^(contains|equals|missing|empty|present)$/.test(kind ?? "") && label) label.any.push(line.replace(/^\+\s*/, ""));
  else if (line.startsWith("%")) label = undefined;
}
for (const { name, areas, any } of labels) {
  if (!areas.length) continue;
  let ways = [[]];
  for (const line of any) {
    const choices = line.split("||").map((one) => {
      const [, how, field, value] = /^(contains|equals) (\S+) (.+)$/.exec(one.trim());
      const words = (text) => text.split("|").map((part) => (how === "equals" || /^(Rows|Columns)$/.test(field) ? "=" : "~") + part.trim());
      return (field === "ImageType" ? value.split("+") : [value]).map((part) => [field, words(part)]);
    });
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
  }
  for (const way of ways) {
    // Fields and modalities that no file has, or every file.
    if (way.some(([field, [first]]) => !FIELDS[field] || (field === "Modality" && /MRI|PET\/CT|Other/.test(first)))) {
      left.push(name);
      continue;
    }
    // Localizers, scans of low dose and the like carry no writing as they were acquired; pictures of the screen do.
    const acquired = way.some(([, words]) => words.some((text) => /^~(local.*|dose|other|enhancement|3d)$/i.test(text)));
    put(areas, acquired ? [...way, ["ImageType", ["~secondary", "~screen", "~derived"]]] : way);
  }
}

const source =
  "# Device catalogue of dicom-dre 1.4.2 (Apache-2.0), CTP's DicomPixelAnonymizer.script by isocenter 1.0.0 (Apache-2.0) and the recipe deid.dicom of pydicom/deid (MIT), edition 2026-11";
writeFileSync(join(root, "src", "picture", "regions", "data", "devices.txt"), `${[source, ...[...rules].sort()].join("\n")}\n`);
console.log(`${rules.size} rules; left out: ${[...new Set(left)].join("; ")}`);
