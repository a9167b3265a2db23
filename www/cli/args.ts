/** The command's arguments. Messages name options, never what was given: a path may hold a person's name. */

import { type ParseArgsConfig, parseArgs } from "node:util";

export const USAGE = `usage: scrub INPUT… --output DIR|FILE.zip [--profile share|strict|clinical] [--policy FILE.json]
             [--key HEX64] [--report FILE.json] [--map FILE.csv] [--workers N] [--dicomdir] [--dry-run]

INPUT is a file, a folder, a zip, a tar (also .gz) or an image of a disc. --dicomdir names files as on a disc, and lists them in a DICOMDIR. --output may be left out with --dry-run, which writes nothing but the report.
Exit: 0 all DICOM was scrubbed and verified, 3 something was withheld, 2 usage, 1 fault.`;

export interface Arguments {
  readonly inputs: readonly string[];
  readonly output?: string;
  readonly profile: string;
  readonly policy?: string;
  readonly key?: Uint8Array;
  readonly report?: string;
  readonly map?: string;
  readonly workers?: number;
  /** Whether the output is a disc's, with a DICOMDIR. */
  readonly dicomdir: boolean;
  readonly dryRun: boolean;
  readonly help: boolean;
}

/** The command was not called as it should be: exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const PROFILES = ["share", "strict", "clinical"];

const OPTIONS = {
  output: { type: "string" },
  profile: { type: "string" },
  policy: { type: "string" },
  key: { type: "string" },
  report: { type: "string" },
  map: { type: "string" },
  workers: { type: "string" },
  dicomdir: { type: "boolean" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} satisfies ParseArgsConfig["options"];

/** Reads the arguments after the command's name. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  const { output, profile, policy, report, map } = values;
  const dryRun = values["dry-run"] ?? false;
  const help = values.help ?? false;
  if (!help) {
    if (positionals.length === 0) throw new UsageError("no INPUT was given");
    if (output === undefined && !dryRun) throw new UsageError("--output is missing");
    if (dryRun && map !== undefined) throw new UsageError("--map cannot go with --dry-run, which replaces nothing");
    if (profile !== undefined && policy !== undefined) throw new UsageError("--profile and --policy exclude each other");
    if (profile !== undefined && !PROFILES.includes(profile)) throw new UsageError(`--profile is one of ${PROFILES.join(", ")}`);
    for (const name of ["output", "policy", "report", "map"] as const) if (values[name] === "") throw new UsageError(`--${name} is empty`);
    if (positionals.includes("")) throw new UsageError("an INPUT is empty");
  }
  return {
    inputs: positionals,
    profile: profile ?? "share",
    dicomdir: values.dicomdir ?? false,
    dryRun,
    help,
    ...(output !== undefined && { output }),
    ...(policy !== undefined && { policy }),
    ...(report !== undefined && { report }),
    ...(map !== undefined && { map }),
    ...(values.key !== undefined && { key: keyIn(values.key) }),
    ...(values.workers !== undefined && { workers: workersIn(values.workers) }),
  };
}

function parsed(argv: readonly string[]) {
  let result: ReturnType<typeof parse>;
  try {
    result = parse(argv);
  } catch (thrown) {
    const code = (thrown as { code?: unknown }).code;
    throw new UsageError(
      code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? "there is an unknown option" : "an option lacks its value, or has one too many",
    );
  }
  const seen = new Set<string>();
  for (const token of result.tokens) {
    if (token.kind !== "option") continue;
    if (seen.has(token.name)) throw new UsageError(`--${token.name} is given twice`);
    seen.add(token.name);
  }
  return result;
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
}

function keyIn(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new UsageError("--key is 64 hexadecimal digits");
  const key = Uint8Array.from({ length: 32 }, (_, n) => Number.parseInt(text.slice(n * 2, n * 2 + 2), 16));
  if (key.every((byte) => byte === 0)) throw new UsageError("--key is all zeros");
  return key;
}

function workersIn(text: string): number {
  if (!/^[1-9][0-9]?$/.test(text)) throw new UsageError("--workers is a number from 1 to 99");
  return Number(text);
}
