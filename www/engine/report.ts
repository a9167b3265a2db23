/** The report on a run. It holds no original value and no original path. */

import type { FaceState } from "./gate.js";
import { type Coded, OPTIONS, policyCodes } from "./options.js";

/** The tool that made it. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly wasmSha256: string;
}

export interface ReportFile {
  readonly ordinal: number;
  readonly status: "verified" | "withheld";
  readonly output?: string;
  /** What a picture file without a header is; nothing where it is DICOM. */
  readonly kind?: "jpeg" | "png";
  readonly code?: string;
  readonly pixels?: string;
  /** Of writing in its pictures: `unseen`, `clean`, `blackened` or `left`; nothing where there is no picture. */
  readonly writing?: string;
  /** Pieces of pictures that were blackened. */
  readonly blackened?: number;
  /** Of a face in the volume that it is of: see {@link FaceState}; nothing where it is of none. */
  readonly face?: FaceState["face"];
  /** How sure it was where a face was. */
  readonly tier?: FaceState["tier"];
  /** Whether the file itself says that no face can be recognized. */
  readonly claimed?: boolean;
  readonly findings?: readonly string[];
}

/** What was done to one attribute, over all files. */
export interface ReportAttribute {
  readonly path: string;
  readonly action: string;
  readonly rule: string;
  readonly count: number;
}

export interface Report {
  readonly version: 1;
  readonly tool: Tool;
  readonly policy: { readonly name: string; readonly options: readonly Coded[] };
  /** `found` = `verified` + `withheld` + `leftOut`. */
  readonly totals: { readonly found: number; readonly verified: number; readonly withheld: number; readonly leftOut: number };
  readonly files: readonly ReportFile[];
  readonly leftOut: readonly { readonly ordinal: number; readonly kind: string }[];
  readonly attributes: readonly ReportAttribute[];
  /** Codes, with how many files each stopped. */
  readonly withheld: Readonly<Record<string, number>>;
  /** What became of the DICOMDIR, if one was asked for: its name, or why there is none. */
  readonly directory?: { readonly status: "verified"; readonly output: string } | { readonly status: "withheld"; readonly code: string };
  /** What nobody has checked. */
  readonly notChecked: readonly string[];
}

/** What no part of the tool looks at: what the anatomy tells. */
const ANATOMY = "anatomy";

const WRITING = "writing-in-pixels";
const FACES = "faces";

/**
 * That, with writing where a picture leaves that nobody looked at, or where some was let stay; and with faces where a picture leaves that
 * is of no volume, or whose face was not taken out for sure.
 */
function notChecked(files: readonly ReportFile[]): readonly string[] {
  const pictures = files.filter(({ status, pixels }) => status === "verified" && pixels !== "none");
  const unseen = pictures.some(({ writing }) => writing === "unseen" || writing === "left");
  const unsure = pictures.some(({ face, claimed }) => face !== "clear" && !claimed);
  return [...(unseen ? [WRITING] : []), ...(unsure ? [FACES] : []), ANATOMY];
}

/** Codes of the Options that are not said of all files, where something was not checked. */
const UNSAID: Readonly<Record<string, string | undefined>> = {
  [WRITING]: OPTIONS["clean-pixel-data"]?.code,
  [FACES]: OPTIONS["clean-recognizable-visual-features"]?.code,
};

/** The parts of a report that follow from the files. */
export function totals(
  policy: unknown,
  files: readonly ReportFile[],
  leftOut: Report["leftOut"],
): Pick<Report, "policy" | "totals" | "files" | "leftOut" | "withheld" | "notChecked"> {
  const withheld: Record<string, number> = {};
  for (const { code } of files) if (code !== undefined) withheld[code] = (withheld[code] ?? 0) + 1;
  const verified = files.filter((file) => file.status === "verified").length;
  const unchecked = notChecked(files);
  const { name, options } = policyCodes(policy);
  return {
    // What was not done to every picture is not said of all of them.
    policy: { name, options: options.filter(({ code }) => !unchecked.some((what) => UNSAID[what] === code)) },
    totals: { found: files.length + leftOut.length, verified, withheld: files.length - verified, leftOut: leftOut.length },
    files,
    leftOut,
    withheld,
    notChecked: unchecked,
  };
}

/** Distinct ledgers held before they are added up. */
const HELD = 256;

/** Adds up the ledgers of all files. Most of a series' files have equal ones, which are counted and parsed once. */
export class Ledgers {
  #counts = new Map<string, number>();
  #sums = new Map<string, number>();

  add(ledger: string): void {
    this.#counts.set(ledger, (this.#counts.get(ledger) ?? 0) + 1);
    if (this.#counts.size > HELD) this.#settle();
  }

  /** The sums, in the order of paths. */
  rows(): ReportAttribute[] {
    this.#settle();
    return [...this.#sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([line, count]) => {
        const [path = "", action = "", rule = ""] = line.split("\t");
        return { path, action, rule, count };
      });
  }

  #settle(): void {
    for (const [ledger, files] of this.#counts) {
      for (const line of ledger.split("\n")) {
        const end = line.lastIndexOf("\t");
        const count = Number(line.slice(end + 1));
        if (end < 0 || !Number.isSafeInteger(count)) continue;
        const key = line.slice(0, end);
        this.#sums.set(key, (this.#sums.get(key) ?? 0) + count * files);
      }
    }
    this.#counts.clear();
  }
}
