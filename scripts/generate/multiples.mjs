// Value Multiplicity of numbers → src/profile/multiples.rs.
import { firstLine, hex, numbers, raw, readFacts } from "./lib.mjs";

export const file = "multiples.rs";

export function generate() {
  const { source, lines } = readFacts("multiples.txt");
  const rows = lines.map((line) => {
    const [, tag, least, most] = /^([0-9a-f]{8}) (\d+)(?:-(\d*n|\d+))?$/.exec(line) ?? [];
    if (!tag) throw new Error(`multiples.txt: ${line}`);
    const bound = most === undefined ? Number(least) : most.endsWith("n") ? 0 : Number(most);
    return [Number.parseInt(tag, 16), bound];
  });
  rows.sort((a, b) => a[0] - b[0]);
  const tags = rows.map(([tag]) => tag);
  const most = rows.map(([, bound]) => bound);
  let text = firstLine("multiples.mjs", `src/profile/data/multiples.txt (${source})`, "as of that package");
  text += "//! Attributes of numbers (AT, DS, FD, FL, IS, SL, SS, SV, UL, US, UV) that may have more than one value.\n";
  text += numbers("TAGS", "u32", tags, "Their tags, ascending.", hex);
  text += numbers("MOST", "u8", most, "The most values each may have; 0 where there is no bound.");
  return { text, rows: rows.length, raw: Buffer.concat([raw.u32(tags), raw.u8(most)]) };
}
