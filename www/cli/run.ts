/** One run of the command. */

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { outputsOf } from "../engine/clean.js";
import { DICOMDIR } from "../engine/directory.js";
import { Engine } from "../engine/engine.js";
import { EngineError } from "../engine/errors.js";
import type { Review } from "../engine/review.js";
import { type Arguments, parseArguments, USAGE, UsageError } from "./args.js";
import { dryReport } from "./dry.js";
import type { Told } from "./files.js";
import { holdShared, streamOf } from "./hold.js";
import { mapCsv } from "./map.js";
import { checkFile, isInFolder, isOfOutput, isZip, Output, OutputError, outputFolder, realPath, Texts } from "./output.js";
import { Status } from "./status.js";
import { type PackFiles, supplyFrom } from "./supply.js";
import { Threads } from "./threads.js";
import { type Walked, walk } from "./walk.js";

/** Where the command's parts are. */
export interface Assets {
  readonly wasm: URL;
  readonly lexicon: URL;
  readonly worker: URL;
  readonly packs: PackFiles;
}

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export const EXIT = { done: 0, fault: 1, usage: 2, withheld: 3, interrupted: 130 } as const;

/** Runs the command; the result is its exit status. Nothing that a file holds, nor a file's name, is printed. */
export async function run(argv: readonly string[], streams: Streams, assets: Assets, signal: AbortSignal): Promise<number> {
  const say = (line: string) => void streams.stderr.write(`${line}\n`);
  try {
    const args = parseArguments(argv);
    if (args.help) {
      streams.stdout.write(`${USAGE}\n`);
      return EXIT.done;
    }
    return await scrub(args, streams, assets, signal);
  } catch (thrown) {
    if (signal.aborted) {
      say("Stopped. Nothing was written.");
      return EXIT.interrupted;
    }
    if (thrown instanceof UsageError) {
      say(`${thrown.message}\n\n${USAGE}`);
      return EXIT.usage;
    }
    if (thrown instanceof EngineError && /^(?:policy|key)/.test(thrown.code)) {
      say(`The policy or the key is not valid: ${thrown.code}${detail(thrown)}`);
      return EXIT.usage;
    }
    say(faultOf(thrown));
    return EXIT.fault;
  }
}

async function scrub(args: Arguments, streams: Streams, assets: Assets, signal: AbortSignal): Promise<number> {
  const told: Told = { sums: args.output !== undefined && isZip(args.output) };
  const threads = new Threads(assets.worker, told);
  const status = new Status(streams.stderr);
  const workers = args.workers ?? Math.min(8, Math.max(1, cpus().length));
  let engine: Engine | undefined;
  let output: Output | undefined;
  const texts = new Texts();
  try {
    const policy = args.policy === undefined ? args.profile : policyIn(args.policy);
    const walked = walk(args.inputs, outputFolder(args.output));
    threads.warm(Math.min(workers, walked.items.length));
    checkOutputs(args, walked);
    if (args.output !== undefined && !args.dryRun) output = new Output(args.output, walked, args.dicomdir);
    const module = new WebAssembly.Module(readFileSync(assets.wasm));
    engine = new Engine({
      spawn: () => threads.spawn(),
      module,
      lexicon: new Uint8Array(readFileSync(assets.lexicon)),
      // A plan needs none.
      supply: args.dryRun ? undefined : supplyFrom(assets.packs),
      // The files lie beside the command: nobody waits for them.
      thorough: true,
      policy,
      key: args.key ?? freshKey(),
      workers,
      map: args.map !== undefined,
      directory: args.dicomdir,
      hold: holdShared,
      stream: streamOf,
    });
    const onprogress = status.show.bind(status);
    const review = await engine.read(walked.items, { signal, onprogress });
    if (!output) {
      status.clear();
      return sayPlan(args, review, streams, texts);
    }
    output.open();
    const result = await engine.clean(review, { signal, onprogress, sink: output });
    status.clear();
    const { directory } = result;
    const unlisted = directory?.status === "withheld" ? directory.code : undefined;
    if (unlisted === "output" || result.withheld.some(({ code }) => code === "output")) throw new OutputError("failed");
    // Before the output is in its place: where one of them cannot be written, nothing is kept.
    if (args.report !== undefined) texts.add(args.report, reportText(result.report));
    // For its owner's eyes only: it undoes what was done.
    if (args.map !== undefined) texts.add(args.map, mapCsv(result.map ?? []), 0o600);
    output.finish(outputsOf(result));
    output = undefined;
    texts.place();
    if (args.map !== undefined && isInFolder(args.map, args.output)) {
      streams.stderr.write("The map lies in the folder of the output: take it out before anybody gets the folder.\n");
    }
    const { found, verified, withheld, leftOut } = result.report.totals;
    sayWithheld(result.withheld, streams);
    if (unlisted !== undefined) streams.stderr.write(`withheld ${DICOMDIR} ${unlisted}\n`);
    streams.stdout.write(`${found} found, ${verified} verified, ${withheld} withheld, ${leftOut} left out\n`);
    return withheld > 0 || unlisted !== undefined ? EXIT.withheld : EXIT.done;
  } finally {
    status.clear();
    threads.end();
    engine?.dispose();
    texts.discard();
    output?.discard();
  }
}

function reportText(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function sayPlan(args: Arguments, review: Review, streams: Streams, texts: Texts): number {
  const plan = dryReport(review);
  if (args.report !== undefined) texts.add(args.report, reportText(plan.report));
  texts.place();
  sayWithheld(plan.withheld, streams);
  const { found, planned, withheld, leftOut } = plan.report.totals;
  streams.stdout.write(`${found} found, ${planned} to be scrubbed, ${withheld} to be withheld, ${leftOut} to be left out\n`);
  for (const [code, count] of Object.entries(plan.report.withheld)) streams.stdout.write(`${code} ${count}\n`);
  return withheld > 0 ? EXIT.withheld : EXIT.done;
}

function sayWithheld(withheld: readonly { readonly ordinal: number; readonly code: string }[], { stderr }: Streams): void {
  if (withheld.length > 0) stderr.write(withheld.map(({ ordinal, code }) => `withheld ${ordinal} ${code}\n`).join(""));
}

function checkOutputs({ report, map, policy, output }: Arguments, walked: Walked): void {
  for (const [option, path] of [["--report", report] as const, ["--map", map] as const]) {
    if (path === undefined) continue;
    checkFile(option, path, walked);
    if (output !== undefined && isOfOutput(path, output)) throw new UsageError(`${option} lies where --output goes`);
  }
  const taken = [report, map, policy].filter((path) => path !== undefined).map(realPath);
  if (new Set(taken).size !== taken.length) throw new UsageError("--report, --map and --policy name the same file");
}

function policyIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (thrown) {
    throw new UsageError(thrown instanceof SyntaxError ? "--policy is not JSON" : "--policy cannot be read");
  }
}

function freshKey(): Uint8Array {
  const key = new Uint8Array(randomBytes(32));
  if (key.every((byte) => byte === 0)) throw new Error("no random numbers");
  return key;
}

function detail({ detail }: EngineError): string {
  return Object.keys(detail).length > 0 ? ` ${JSON.stringify(detail)}` : "";
}

/** A fault in words that hold nothing of any file: messages of the system may name one. */
function faultOf(thrown: unknown): string {
  if (thrown instanceof OutputError) return `The output could not be written (${thrown.message}). Nothing was kept.`;
  if (thrown instanceof EngineError) return `The run could not go on: ${thrown.code}`;
  const code = (thrown as { code?: unknown } | null)?.code;
  return `There was a fault: ${typeof code === "string" ? code : thrown instanceof Error ? thrown.name : "unknown"}`;
}
