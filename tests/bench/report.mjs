/** The result as Markdown. */

import { round } from "./machine.mjs";

export function report({ machine, build, rounds, rows, notes }) {
  const timed = rows.filter(({ seconds }) => seconds !== undefined);
  const plain = rows.filter(({ seconds }) => seconds === undefined);
  const busiest = Math.max(0, ...timed.flatMap(({ runs }) => runs.map(({ busy }) => busy)));
  return [
    `${machine.cpu}, ${machine.processors} processors, Node ${machine.node}; build "${build.profile}", wasm ${build.wasmSha256?.slice(0, 12)}.`,
    `Medians of ${rounds}. Load at the start ${machine.load.join(" ")}; before a run, others used up to ${busiest} processors.`,
    "Peak: anonymous and shared memory; in Chromium of all its processes above an idle tab (in brackets: of renderers alone).",
    "",
    ...table(
      ["where", "what", "s (min-max)", "files/s", "MB/s", "CPU ms/file", "peak MB", "bars"],
      timed.map((row) => [
        row.where,
        row.name,
        `${round(row.seconds, 2)} (${range(row.runs)})`,
        row.files > 1 ? round(row.filesPerSecond) : "",
        round(row.mbPerSecond, 0),
        round(row.cpuMsPerFile, row.files > 1 ? 2 : 0),
        `${round(row.peakMb, 0)}${row.peakRenderersMb === undefined ? "" : ` (${round(row.peakRenderersMb, 0)})`}`,
        verdicts(row.bars),
      ]),
    ),
    "",
    ...table(
      ["what", "figure", "bars"],
      plain.map((row) => [row.name, figure(row), verdicts(row.bars)]),
    ),
    "",
    ...notes.map((note) => `- ${note}`),
    summary(rows),
    "",
  ].join("\n");
}

function summary(rows) {
  const bars = rows.flatMap(({ name, bars = [] }) => bars.map((bar) => ({ name, ...bar })));
  const missed = bars.filter(({ pass }) => !pass);
  const list = missed.map(({ name, what, value, bar }) => `\n- MISS ${name}: ${what} ${value}, wanted ${bar}`).join("");
  return `${bars.length - missed.length} of ${bars.length} bars met.${list}`;
}

function figure({ us, bytes, instructions }) {
  if (instructions !== undefined) return `${(instructions / 1e6).toFixed(2)} million`;
  return us === undefined ? `${round(bytes / 1000)} kB` : `${us} µs`;
}

function verdicts(bars = []) {
  return bars.map(({ what, value, bar, pass }) => `${pass ? "PASS" : "MISS"} ${what} ${value} (${bar})`).join("; ");
}

function range(runs) {
  const seconds = runs.map((run) => run.seconds);
  return `${round(Math.min(...seconds), 2)}-${round(Math.max(...seconds), 2)}`;
}

function table(head, rows) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
