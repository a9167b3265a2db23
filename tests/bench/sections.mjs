/** What is measured, and how good it must be. */

import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runPage, servePages } from "./chromium.mjs";
import { SERIES } from "./fixtures.mjs";
import { runProgram } from "./node.mjs";
import { POLICIES } from "./policies.mjs";
import { atLeast, atMost, listed, row, scrub, scrubHeader, withFolder } from "./rows.mjs";
import { growth, many } from "./sections-growth.mjs";
import { instructions } from "./sections-instructions.mjs";
import { faces, look } from "./sections-pictures.mjs";
import { zip } from "./sections-zip.mjs";
import { sizes } from "./size.mjs";

/** Files a second, at least, of what dcmjs does in the same browser. */
const TIMES_DCMJS = 3;
/** CPU time, at most, of a page that only copies: of many files, and seconds of one large one. */
const TIMES_COPY = { cpu: 1.25, seconds: 2 };
/** Files a second that two workers do, at least, of what one does. */
const TIMES_ONE = 1.6;
/** Seconds, at most, of what the system's own copy takes. */
const TIMES_CP = 3;
/** MB above an idle tab for a file of any size. */
const ABOVE_IDLE = 150;
/** Bytes that are loaded before the first file. */
const LOADED = 450_000;
/** One header before 2000 frames, compared with before one. */
const TIMES_HEADER = 1.2;

/** By the name that `--only` has for them. */
export const sections = { chromium, node, zip, large, growth, many, header, size, look, faces, instructions };

/** Which build is measured: of one that is not finished there is no record, and nothing to measure. */
export function buildOf(dist) {
  if (!existsSync(join(dist, "build.json"))) throw new Error(`There is no finished build in ${dist}: npm run build.`);
  const { profile, wasmSha256 } = JSON.parse(readFileSync(join(dist, "build.json"), "utf8"));
  return { profile, wasmSha256 };
}

/** Many files in Chromium: Files on disk to Blobs. */
async function chromium({ dist, files, browser, run }) {
  if (!browser) throw new Error("There is no Chromium: set CHROMIUM to its path.");
  const pages = await servePages(dist);
  const all = listed(files.series);
  const page = (name, options) => () => checked(runPage(browser, pages.address, name, all, options), SERIES);
  try {
    const ours = Object.fromEntries(
      Object.entries(POLICIES).flatMap(([name, policy]) =>
        [1, 2].map((workers) => [`${name}, ${workers} worker${workers > 1 ? "s" : ""}`, page("scrubber", { workers, policy })]),
      ),
    );
    const { copy, dcmjs, ...results } = await run({ copy: page("copy"), ...ours, dcmjs: page("dcmjs") });
    const rows = Object.entries(results).map(([name, result], at, list) => {
      const one = at % 2 === 1 ? list[at - 1]?.[1] : undefined;
      const times = [atLeast("files/s, times dcmjs", dcmjs.seconds / result.seconds, TIMES_DCMJS)];
      // Of looks at pictures, which nothing else takes, it is only said what they cost.
      const bars = at > 1 ? [] : [...times, atMost("CPU, times copy", result.cpu / copy.cpu, TIMES_COPY.cpu)];
      return row("Chromium", name, all, result, [
        ...bars,
        ...(one ? [atLeast("files/s, times 1 worker", one.seconds / result.seconds, TIMES_ONE)] : []),
      ]);
    });
    return { rows: [row("Chromium", "copy (the limit)", all, copy), ...rows, row("Chromium", "dcmjs, 1 worker", all, dcmjs)] };
  } finally {
    pages.close();
  }
}

/** Many files under Node, and what others have: folder to folder. */
async function node({ dist, scratch, files, run, rivals }) {
  const all = listed(files.series);
  const from = files.series;
  const cli = (workers, how) => () => withFolder(scratch, (to) => how(dist, from, join(to, "out"), workers));
  /** @type {Record<string, [string[] | undefined, (to: string) => string[], boolean?]>} */
  const peers = {
    "dcmanon (carecoders)": [rivals.dcmanon, (to) => ["anonymize", "-i", from, "-o", to, "-r"]],
    "gdcmanon --dumb, 5 tags": [
      rivals.gdcmanon,
      (to) => ["--dumb", "-r", ...["10,10", "10,20", "10,30", "8,80", "8,90"].flatMap((tag) => ["--empty", tag]), "-i", from, "-o", to],
    ],
    "dcmodify, 5 tags and UIDs, in place": [rivals.dcmodify, (to) => [...DCMODIFY, ...listed(to)], true],
    dicognito: [rivals.dicognito, (to) => ["-o", to, from]],
    "dicom-anonymizer": [rivals.anonymizer, (to) => [from, to]],
  };
  const cases = {
    "cp -r (the limit)": () => withFolder(scratch, (to) => runProgram("cp", ["-r", from, join(to, "out")])),
    "command, header only, 1 worker": cli(1, scrubHeader),
    "command, header only, 2 workers": cli(2, scrubHeader),
    "command, all of share, 2 workers": cli(2, scrub),
    "core alone, header only, 1 thread, nothing written": () => core(dist, from),
    "dcmjs, 1 thread": () =>
      withFolder(scratch, (to) => runProgram(process.execPath, [join(import.meta.dirname, "node-dcmjs.mjs"), from, to])),
  };
  for (const [name, [command, args, inPlace]] of Object.entries(peers)) {
    if (!command) continue;
    const [program, ...first] = command;
    cases[name] = () =>
      withFolder(scratch, (to) => {
        if (inPlace) cpSync(from, to, { recursive: true });
        return runProgram(program, [...first, ...args(to)]);
      });
  }
  const results = await run(cases);
  const ours = results["command, header only, 2 workers"];
  const ahead = ["dcmanon (carecoders)", "gdcmanon --dumb, 5 tags"].flatMap((name) =>
    results[name] ? [atLeast(`files/s, times ${name.split(" ")[0]}`, results[name].seconds / ours.seconds, 1)] : [],
  );
  const bars = (result) => (result === ours ? ahead : []);
  return { rows: Object.entries(results).map(([name, result]) => row("Node", name, all, result, bars(result))), notes: rivals.notes };
}

const DCMODIFY = [
  "-nb",
  "-q",
  "-gst",
  "-gse",
  "-gin",
  "-ma",
  "(0010,0010)=ANON",
  "-ma",
  "(0010,0020)=ANON",
  "-ma",
  "(0010,0030)=",
  "-ea",
  "(0008,0080)",
  "-ea",
  "(0008,0090)",
];

/** One file, as large as a disc holds. */
async function large({ dist, scratch, files, browser, run }) {
  if (!browser) throw new Error("There is no Chromium: set CHROMIUM to its path.");
  const pages = await servePages(dist);
  const rows = [];
  try {
    for (const [size, file] of Object.entries(files.large)) {
      const page = (name, options) => () => checked(runPage(browser, pages.address, name, [file], options), 1);
      const results = await run({
        [`${size}: copy (the limit)`]: page("copy"),
        [`${size}: header only, 1 worker`]: page("scrubber", { workers: 1, policy: POLICIES["header only"] }),
        [`${size}: cp`]: () => withFolder(scratch, (to) => runProgram("cp", [file, join(to, "out")])),
        [`${size}: command, header only`]: () => withFolder(scratch, (to) => scrubHeader(dist, file, join(to, "out"), 1)),
      });
      const [copy, ours, cp, command] = Object.values(results);
      const names = Object.keys(results);
      rows.push(
        row("Chromium", names[0], [file], copy),
        row("Chromium", names[1], [file], ours, [
          atMost("seconds, times copy", ours.seconds / copy.seconds, TIMES_COPY.seconds),
          atMost("MB above idle", ours.peak, ABOVE_IDLE),
        ]),
        row("Node", names[2], [file], cp),
        row("Node", names[3], [file], command, [atMost("seconds, times cp", command.seconds / cp.seconds, TIMES_CP)]),
      );
    }
  } finally {
    pages.close();
  }
  return { rows };
}

/** One header before pixels of any size. */
async function header({ dist, files, run }) {
  const { tiny, small, large } = files.header;
  const { header } = await run({
    header: async () =>
      JSON.parse((await runProgram(process.execPath, [join(import.meta.dirname, "header.mjs"), dist, tiny, small, large])).output),
  });
  const { readSmall, readLarge, scrubTiny, scrubSmall } = header;
  const line = (name, us, bars) => ({ where: "Node", name: `one header, warm: ${name}`, us, bars });
  return {
    rows: [
      line("first pass, 0.5 MB", readSmall),
      line("first pass, 1.05 GB", readLarge, [atMost("times 0.5 MB", readLarge / readSmall, TIMES_HEADER)]),
      line("second pass, 128 bytes of pixels", scrubTiny),
      line("second pass, 0.5 MB of pixels", scrubSmall),
    ],
  };
}

/** What a visitor loads. */
async function size({ dist }) {
  const all = sizes(dist);
  const bytes = (name, brotli, bars) => ({ where: "size", name: `brotli: ${name}`, bytes: brotli, bars });
  return {
    rows: [
      bytes("core.wasm and the page's script", all.apart, [atMost("kB", all.apart / 1000, LOADED / 1000)]),
      bytes("core.wasm", all.wasm),
      bytes("lexicon.bin", all.lexicon),
      bytes("the page without them", all.page),
      bytes("the page as one file, both as text", all.whole),
    ],
  };
}

async function core(dist, folder) {
  const { peak, output } = await runProgram(process.execPath, [join(import.meta.dirname, "node-core.mjs"), dist, folder]);
  const { ms, readMs, cpu, files } = JSON.parse(output);
  if (files !== SERIES) throw new Error(`${files} of ${SERIES} files were verified.`);
  return { seconds: ms / 1000, readSeconds: readMs / 1000, cpu, peak };
}

/** What has lost files is not fast. */
async function checked(running, wanted) {
  const result = await running;
  if (result.files !== wanted) throw new Error(`${result.files} of ${wanted} files came out.`);
  return result;
}
