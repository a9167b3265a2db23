// Where devices write on their pictures → src/picture/regions/table.rs.
import { firstLine, readFacts } from "./lib.mjs";

export const file = "../picture/regions/table.rs";
export const script = "regions.mjs";

/** The order of src/picture/regions/facts.rs. */
const FIELDS =
  "sop_class modality manufacturer model software image_type series_description protocol burned_in dose_comments secondary_model implementation window_width rows columns".split(
    " ",
  );
const name = (field) => field.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());

export function generate() {
  const { source, lines } = readFacts("../../picture/regions/data/devices.txt");
  const rules = lines.map((line) => {
    const [areas, ...conditions] = line.split("\t");
    if (!/^\d+(,\d+){3}( \d+(,\d+){3})*$/.test(areas) || !conditions.length) throw new Error(`devices: ${line}`);
    const when = conditions.map((condition) => {
      const [, field, words] = /^(\w+) ([=^~][\x20-\x7b\x7d]+(?:\|[=^~][\x20-\x7b\x7d]+)*)$/.exec(condition) ?? [];
      if (!FIELDS.includes(field) || words !== words.toLowerCase()) throw new Error(`devices: ${line}`);
      return `(Field::${name(field)}, ${JSON.stringify(words)})`;
    });
    const each = areas.split(" ").map((area) => `[${area.replaceAll(",", ", ")}]`);
    return `    Rule { when: &[${when.join(", ")}], areas: &[${each.join(", ")}] },\n`;
  });
  const [, from, edition] = /^(.*), edition (\S+)$/.exec(source);
  let text = firstLine(script, `src/picture/regions/data/devices.txt (${from})`, edition);
  text += "//! Where devices are known to write on their pictures.\n\nuse super::facts::Field;\nuse super::known::Rule;\n";
  text += `\n/// Conditions, all of which must hold, and rectangles: x, y, width, height.\n#[rustfmt::skip]\npub(super) static RULES: [Rule; ${rules.length}] = [\n${rules.join("")}];\n`;
  return { text, rows: rules.length, raw: Buffer.from(lines.join("\n")) };
}
