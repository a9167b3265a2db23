// Words of harmless writing in pictures → src/picture/judge/words.rs.
import { firstLine, readFacts } from "./lib.mjs";

export const file = "../picture/judge/words.rs";
export const script = "harmless.mjs";

const LISTS = {
  words: "Words that identify nobody.",
  units: "What makes a number before it a measurement.",
  labels: "What says of the number behind it what it is.",
  makers: "Makers of devices, and their devices.",
  company: "Words of makers' names, harmless beside one alone.",
};

const wrap = (words) => {
  const lines = [];
  let line = "";
  for (const word of words) {
    if (line.length + word.length + 1 > 128) {
      lines.push(line);
      line = "";
    }
    line += line ? ` ${word}` : word;
  }
  return [...lines, line].join(" \\\n    ");
};

export function generate() {
  const { source, lines } = readFacts("../../picture/judge/data/harmless.txt");
  const smi = readFacts("../../picture/judge/data/smi.txt");
  const lists = { words: new Set(smi.lines), units: new Set(), labels: new Set(), makers: new Set(), company: new Set(), never: new Set() };
  let list;
  for (const line of lines) {
    const head = /^= (\w+)/.exec(line)?.[1];
    if (head) {
      list = lists[head];
      if (!list) throw new Error(`harmless words: ${line}`);
      continue;
    }
    for (const word of line.split(" ")) {
      if (!/^[a-z0-9°%/-]+$/.test(word)) throw new Error(`harmless words: ${word}`);
      list.add(word);
    }
  }
  const [, from, edition] = /^(.*), edition (\S+)$/.exec(source);
  let text = firstLine(
    script,
    `src/picture/judge/data/harmless.txt (${from}) and smi.txt (${smi.source.replace(/, edition .*$/, "")})`,
    edition,
  );
  text += "//! What stands in pictures and identifies nobody.\n";
  let rows = 0;
  const raw = [];
  for (const [name, doc] of Object.entries(LISTS)) {
    // What is never harmless alone may still be beside a number or a maker.
    const words = [...lists[name]].filter((word) => name !== "words" || !lists.never.has(word)).sort();
    rows += words.length;
    raw.push(words.join(" "));
    text += `\n/// ${doc}\npub(super) static ${name.toUpperCase()}: &str = "${wrap(words)}";\n`;
  }
  return { text, rows, raw: Buffer.from(raw.join("\n")) };
}
