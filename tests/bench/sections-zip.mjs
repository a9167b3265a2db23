/** What is measured of the way from a folder to a zip on disk, beside one that only reads and zips. */

import { join } from "node:path";
import { runPage, servePages } from "./chromium.mjs";
import { SERIES } from "./fixtures.mjs";
import { runProgram } from "./node.mjs";
import { HEADER_ONLY } from "./policies.mjs";
import { atLeast, listed, row, scrubHeader, withFolder } from "./rows.mjs";

/** Files a second, at least, of what only reads and zips. */
const TIMES_ZIP = 0.6;

/** In Chromium into the file system of the page's own, which is on disk; under Node into a file. */
export async function zip({ dist, scratch, files, browser, run }) {
  if (!browser) throw new Error("There is no Chromium: set CHROMIUM to its path.");
  const all = listed(files.series);
  const pages = await servePages(dist);
  const page = (options) => async () => {
    const result = await runPage(browser, pages.address, "zip", all, options);
    if (result.files !== SERIES) throw new Error(`${result.files} of ${SERIES} files came out.`);
    return result;
  };
  const hooks = new URL("../../scripts/typescript.mjs", import.meta.url).href;
  const reads = join(import.meta.dirname, "node-zip.mjs");
  try {
    const results = await run({
      "page: read and zipped (the limit)": page({}),
      "page: header only, 2 workers, zipped": page({ workers: 2, policy: HEADER_ONLY }),
      "node: read and zipped (the limit)": () =>
        withFolder(scratch, (to) => runProgram(process.execPath, ["--import", hooks, reads, files.series, join(to, "out.zip")])),
      "node: command, header only, 2 workers, zipped": () =>
        withFolder(scratch, (to) => scrubHeader(dist, files.series, join(to, "out.zip"), 2)),
    });
    const pairs = Object.entries(results);
    return {
      rows: pairs.map(([name, result], at) => {
        const limit = at % 2 === 1 ? pairs[at - 1]?.[1] : undefined;
        const [where, ...what] = name.split(": ");
        const bars = limit ? [atLeast("files/s, times read and zipped", limit.seconds / result.seconds, TIMES_ZIP)] : [];
        return row(where === "page" ? "Chromium" : "Node", what.join(": "), all, result, bars);
      }),
    };
  } finally {
    pages.close();
  }
}
