/** How many instructions the core takes for a file, natively: the same on a machine that is busy. A report, with no bar. */

import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { HEADER_ONLY } from "./policies.mjs";
import { onPath } from "./rivals.mjs";

const root = resolve(import.meta.dirname, "../..");
/** Times that a file is gone through: what the program itself takes is the same for both, and falls out. */
const [FEW, MANY] = [1, 6];

/** Counted by callgrind; where there is none, a note says so. */
export async function instructions({ files }) {
  if (!onPath("valgrind")) return { rows: [], notes: ["instructions: no valgrind, not counted. It is in Debian's valgrind."] };
  const program = built();
  const { tiny, small } = files.header;
  const cases = {
    "first pass, 0.5 MB": ["read", small],
    "both passes, 128 bytes of pixels": ["scrub", tiny],
    "both passes, 0.5 MB of pixels": ["scrub", small],
  };
  const rows = Object.entries(cases).map(([name, [mode, file]]) => ({
    where: "native",
    name: `instructions of one header: ${name}`,
    instructions: Math.round((counted(program, mode, file, MANY) - counted(program, mode, file, FEW)) / (MANY - FEW)),
  }));
  return {
    rows,
    notes: ["Instructions are of the core built natively (profile quick), the search set up once for all files, as in a batch."],
  };
}

/** The program, built. */
function built() {
  const target = join(root, "target");
  const args = ["build", "--quiet", "--locked", "--profile", "quick", "--bin", "instructions", "--features", "instructions"];
  const { status } = spawnSync("cargo", [...args, "--target-dir", target], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("The program whose instructions are counted could not be built.");
  return join(target, "quick", process.platform === "win32" ? "instructions.exe" : "instructions");
}

function counted(program, mode, file, times) {
  const args = ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, mode, JSON.stringify(HEADER_ONLY), file, String(times)];
  const { status, stderr } = spawnSync("valgrind", args, { encoding: "utf8" });
  const count = Number(/Collected\s*:\s*(\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !(count > 0)) throw new Error(`valgrind counted nothing: ${stderr.slice(-300)}`);
  return count;
}
