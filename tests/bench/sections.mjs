/** What is measured, and how good it must be. */

import { cpSync, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runPage, servePages } from "./chromium.mjs";
import { SERIES } from "./fixtures.mjs";
import { runProgram } from "./node.mjs";
import { atLeast, atMost, listed, row, scrub, withFolder } from "./rows.mjs";
import { faces, look } from "./sections-pictures.mjs";
import { sizes } from "./size.mjs";

/** Files a second, at least, of what dcmjs does in the same browser. */
const TIMES_DCMJS = 3;
/** CPU time and seconds, at most, of a page that only copies. */
const TIMES_COPY = 2;
/** MB above an idle tab for a file of any size. */
const ABOVE_IDLE = 200;
/** Bytes that are loaded before the first file. */
const LOADED = 450_000;
/** One header before 2000 frames, compared with before one. */
const TIMES_HEADER = 1.2;

/** By the name that `--only` has for them. */
export const sections = { chromium, node, large, header, size, look, faces };

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
    const results = await run({
      copy: page("copy"),
      "1 worker": page("scrubber", { workers: 1 }),
      "2 workers": page("scrubber", { workers: 2 }),
      dcmjs: page("dcmjs"),
    });
    const { copy, dcmjs } = results;
    const ours = (name) => {
      const result = results[name];
      return row("Chromium", `Scan scrubber, ${name}`, all, result, [
        atLeast("files/s, times dcmjs", dcmjs.seconds / result.seconds, TIMES_DCMJS),
        atMost("CPU, times copy", result.cpu / copy.cpu, TIMES_COPY),
      ]);
    };
    const rows = [row("Chromium", "copy (the limit)", all, copy), ours("1 worker"), ours("2 workers")];
    return { rows: [...rows, row("Chromium", "dcmjs, 1 worker", all, dcmjs)] };
  } finally {
    pages.close();
  }
}

/** Many files under Node, and programs that are installed: folder to folder. */
async function node({ dist, scratch, files, run }) {
  const all = listed(files.series);
  const from = files.series;
  const cli = (workers) => () => withFolder(scratch, (to) => scrub(dist, from, join(to, "out"), workers));
  const notes = [];
  const peers = {
    "gdcmanon --dumb, 5 tags": [
      "gdcmanon",
      (to) => ["--dumb", "-r", ...["10,10", "10,20", "10,30", "8,80", "8,90"].flatMap((tag) => ["--empty", tag]), "-i", from, "-o", to],
    ],
    "dcmodify, 5 tags and UIDs, in place": ["dcmodify", (to) => [...DCMODIFY, ...listed(to)], true],
    "dcmanon (carecoders)": ["dcmanon", (to) => ["-i", from, "-o", to, "-r"]],
  };
  const cases = {
    "cp -r (the limit)": () => withFolder(scratch, (to) => runProgram("cp", ["-r", from, join(to, "out")])),
    "Scan scrubber, command, 1 worker": cli(1),
    "Scan scrubber, command, 2 workers": cli(2),
    "Scan scrubber, core alone, 1 thread, nothing written": () => core(dist, from),
    "dcmjs, 1 thread": () =>
      withFolder(scratch, (to) => runProgram(process.execPath, [join(import.meta.dirname, "node-dcmjs.mjs"), from, to])),
  };
  for (const [name, [program, args, inPlace]] of Object.entries(peers)) {
    if (!onPath(program)) {
      notes.push(`${name}: not installed, not measured.`);
      continue;
    }
    cases[name] = () =>
      withFolder(scratch, (to) => {
        if (inPlace) cpSync(from, to, { recursive: true });
        return runProgram(program, args(to));
      });
  }
  const results = await run(cases);
  return { rows: Object.entries(results).map(([name, result]) => row("Node", name, all, result)), notes };
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
        [`${size}: Scan scrubber, 1 worker`]: page("scrubber", { workers: 1 }),
        [`${size}: cp`]: () => withFolder(scratch, (to) => runProgram("cp", [file, join(to, "out")])),
        [`${size}: Scan scrubber, command`]: () => withFolder(scratch, (to) => scrub(dist, file, join(to, "out"), 1)),
      });
      const [copy, ours, cp, command] = Object.values(results);
      const names = Object.keys(results);
      rows.push(
        row("Chromium", names[0], [file], copy),
        row("Chromium", names[1], [file], ours, [
          atMost("seconds, times copy", ours.seconds / copy.seconds, TIMES_COPY),
          atMost("MB above idle", ours.peak, ABOVE_IDLE),
        ]),
        row("Node", names[2], [file], cp),
        row("Node", names[3], [file], command),
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

function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}
