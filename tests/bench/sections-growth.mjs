/** What is measured of growth: many files, and many frames of nested groups. */

import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { runPage, servePages } from "./chromium.mjs";
import { runProgram } from "./node.mjs";
import { HEADER_ONLY } from "./policies.mjs";
import { atLeast, atMost, listed, row, scrubHeader, withFolder } from "./rows.mjs";
import { FEW, MANY, makeSmallFiles, NESTED } from "./small.mjs";

/** Time for one file of many, and for one frame of many, at most, of that of few. */
const TIMES_FEW = 1.2;
/** CPU time of what works on pydicom, at least, of ours. */
const TIMES_PYTHON = 10;
/** Seconds until a person sees that files are read, and milliseconds that a page is held up, at most. */
const FIRST = 2;
const HELD = 100;

/** The same work on a hundred times as much. */
export async function growth({ dist, scratch, files, run, rivals }) {
  const { many, few, nested } = makeSmallFiles(files.folder);
  const [little, much] = NESTED;
  const cli = (from) => () => withFolder(scratch, (to) => scrubHeader(dist, from, join(to, "out"), 1));
  const core = (file) => async () => {
    const { output, peak } = await runProgram(process.execPath, [join(import.meta.dirname, "node-core.mjs"), dist, file]);
    const { ms, cpu, files } = JSON.parse(output);
    if (files !== 1) throw new Error(`${file} was not verified.`);
    return { seconds: ms / 1000, cpu, peak };
  };
  const python = {
    dicognito: rivals.dicognito && ((from, to) => [...rivals.dicognito, "-o", to, from]),
    "dicom-anonymizer": rivals.anonymizer && ((from, to) => [...rivals.anonymizer, from, to]),
  };
  const cases = {
    [`command, header only, ${FEW} MR files`]: cli(few),
    [`command, header only, ${MANY} MR files`]: cli(many),
    [`core, header only, ${little} frames of nested groups`]: core(nested[little]),
    [`core, header only, ${much} frames of nested groups`]: core(nested[much]),
  };
  for (const [name, command] of Object.entries(python)) {
    if (!command) continue;
    cases[`${name}, ${much} frames of nested groups`] = () =>
      withFolder(scratch, (to) => {
        const [from, out] = ["in", "out"].map((each) => join(to, each));
        for (const folder of [from, out]) mkdirSync(folder);
        cpSync(nested[much], join(from, "IM1"));
        const [program, ...args] = command(from, out);
        return runProgram(program, args);
      });
  }
  const results = await run(cases);
  const [small, large, one, all, ...others] = Object.entries(results);
  const perFile = large[1].seconds / MANY / (small[1].seconds / FEW);
  const perFrame = all[1].cpu / much / (one[1].cpu / little);
  const file = (frames) => [nested[frames]];
  return {
    rows: [
      row("Node", small[0], listed(few), small[1]),
      row("Node", large[0], listed(many), large[1], [atMost(`seconds a file, times ${FEW} files`, perFile, TIMES_FEW)]),
      row("Node", one[0], file(little), one[1]),
      row("Node", all[0], file(much), all[1], [
        atMost(`CPU a frame, times ${little} frames`, perFrame, TIMES_FEW),
        ...others.map(([name, other]) => atLeast(`CPU of ${name.split(",")[0]}, times`, other.cpu / all[1].cpu, TIMES_PYTHON)),
      ]),
      ...others.map(([name, other]) => row("Python", name, file(much), other)),
    ],
    notes: rivals.notes,
  };
}

/** Ten thousand small files in a page that stays alive. */
export async function many({ dist, files, browser, run }) {
  if (!browser) throw new Error("There is no Chromium: set CHROMIUM to its path.");
  const all = listed(makeSmallFiles(files.folder).many);
  const pages = await servePages(dist);
  try {
    const name = "header only, 2 workers, small MR files";
    const { [name]: result } = await run({
      [name]: async () => {
        const result = await runPage(browser, pages.address, "scrubber", all, { workers: 2, policy: HEADER_ONLY });
        if (result.files !== MANY) throw new Error(`${result.files} of ${MANY} files came out.`);
        return result;
      },
    });
    return {
      rows: [
        row("Chromium", name, all, result, [
          atMost("seconds to the first file read", result.firstMs / 1000, FIRST),
          atMost("ms held up", result.heldMs, HELD),
        ]),
      ],
    };
  } finally {
    pages.close();
  }
}
