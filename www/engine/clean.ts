/** Pass 2: scrubs the instances of a review, and takes only what its worker has verified. */

import type { Batch, Find } from "./batch.js";
import { allInTurn, Breath } from "./breath.js";
import { type Directory, direct, type Listed } from "./directory.js";
import { type CleanedHead, type FaceDecisions, type Searches, spacesOf } from "./faces.js";
import { type FaceState, Gate, type Pass } from "./gate.js";
import { codeOf, type Means, stampIn } from "./look.js";
import type { Answer, FaceWork, NodeFile } from "./messages.js";
import { DISC, Namer, PLAIN } from "./names.js";
import { removesFaces } from "./options.js";
import { Ledgers, type Report, type ReportFile, type Tool, totals } from "./report.js";
import type { Decisions } from "./see.js";
import type { MapEntry, PackName, Part, Summary, VerifiedOutcome } from "./types.js";
import { seal, type Verified } from "./verified.js";

/** Where outputs go as they come, when they are not to be kept in memory: workers write them. */
export interface Sink {
  /** Where the output of this file is written until its name is known; that of the directory is 0. */
  target(ordinal: number): string;
  /** What was written there, to be read once more; without this, files of heads are withheld. */
  written?(ordinal: number, size: number): NodeFile;
  /** Removes what was written there: it does not leave after all. */
  drop?(ordinal: number): void;
}

export interface Result {
  /** Heads whose faces were taken out of files that leave, in the order of their spaces. */
  readonly heads: readonly CleanedHead[];
  /** In the order of their names' counters. */
  readonly files: readonly Verified[];
  readonly withheld: readonly { readonly ordinal: number; readonly path: string; readonly code: string }[];
  readonly report: Report;
  /** Only when asked for, and where there are files. */
  readonly directory?: Directory;
  /** Only when asked for: holds original values. */
  readonly map?: readonly MapRow[];
}

/** All that may be saved: the files, and their directory where there is one. */
export function outputsOf({ files, directory }: Pick<Result, "files" | "directory">): readonly Verified[] {
  return directory?.status === "verified" ? [...files, directory.file] : files;
}

/** A row of the private map. For a file: its path as given, and its path in the output. */
export interface MapRow {
  readonly kind: "file" | MapEntry[0];
  readonly original: string;
  readonly replacement: string;
}

export interface Choice {
  readonly series?: ReadonlySet<string> | undefined;
  readonly sink?: Sink | undefined;
  /** What a person decided about writing in pictures. */
  readonly marks?: Decisions | undefined;
  /** What a person decided about heads. */
  readonly faces?: FaceDecisions | undefined;
  /** What was searched before. */
  readonly searches: Searches;
  /** Tells all workers of a recipe. */
  readonly teach: (number: number, bytes?: Uint8Array) => void;
  readonly map: boolean;
  /** Names as a disc has them, and a DICOMDIR. */
  readonly directory: boolean;
  readonly tool: Tool;
  /** The policy in force, once a worker has started. */
  readonly policy: () => unknown;
}

type Instance = Extract<Find, { kind: "instance" }>;

/** What became of one find. */
type End =
  | { readonly kind: "verified"; readonly outcome: VerifiedOutcome; readonly blob: Blob | undefined; readonly face?: FaceState }
  | { readonly kind: "withheld"; readonly code: string }
  | { readonly kind: "left-out"; readonly what: string };

/** Cleans a batch, whose records its workers already hunt for. */
export async function clean(batch: Batch, choice: Choice, means: Omit<Means, "hold">): Promise<Result> {
  const ledgers = new Ledgers();
  const map = new Map<string, MapRow>();
  for (const find of batch.finds) if (isChosen(find, choice)) means.meter.expect(1, find.place.size);
  const removes = removesFaces(choice.policy());
  const gate = new Gate({
    removes,
    spaces: removes ? spacesOf(batch, (find) => isChosen(find, choice)) : new Map(),
    searches: choice.searches,
    means,
    decisions: choice.faces,
    asks: isAsking(choice.policy()),
    views: choice.sink === undefined,
    teach: choice.teach,
  });
  const ends = await allInTurn(batch.finds, async (find, index): Promise<End> => {
    if (find.kind !== "instance") return find.kind === "withheld" ? find : { kind: "left-out", what: find.what };
    if (find.instance.code !== undefined) return { kind: "withheld", code: find.instance.code };
    if (!isChosen(find, choice)) return { kind: "left-out", what: "not-chosen" };
    const ordinal = index + 1;
    const pass = await gate.pass(find, ordinal);
    const scrubbed = pass.kind === "go" ? await scrub(find, choice, ordinal, means, pass.work) : ended(pass);
    means.meter.did(find.place.size);
    const end = pass.kind === "go" ? await checked(gate, find.instance, ordinal, scrubbed, pass, choice.sink) : scrubbed;
    if (end.kind !== "verified") return end;
    ledgers.add(end.outcome.ledger);
    for (const [kind, original, replacement] of end.outcome.map ?? []) {
      if (choice.map) map.set(JSON.stringify([kind, original]), { kind, original, replacement });
    }
    // What has been counted need not be kept for every one of thousands of files.
    const { parts: _parts, map: _map, ledger: _ledger, ...outcome } = end.outcome;
    return { ...end, outcome: { ...outcome, parts: [], ledger: "" } };
  });
  return finish(batch.finds, ends, choice, ledgers, map, means.run, gate.heads);
}

/** The end of a file that did not get as far as being scrubbed. */
function ended(pass: Exclude<Pass, { kind: "go" }>): End {
  return pass.kind === "withheld" ? pass : { kind: "left-out", what: "not-chosen" };
}

/** What becomes of a scrubbed file, once all that was written of its head was measured. */
async function checked(gate: Gate, { space }: Summary, ordinal: number, end: End, pass: Pass, sink: Sink | undefined): Promise<End> {
  if (pass.kind !== "go") return end;
  const face = pass.state;
  if (pass.work?.recipe === undefined || space === undefined) return end.kind === "verified" && face ? { ...end, face } : end;
  const isTreated = end.kind === "verified" && end.outcome.treated;
  const data = isTreated ? (end.blob ?? sink?.written?.(ordinal, end.outcome.size)) : undefined;
  const code = await gate.after(ordinal, space, data && { data });
  if (end.kind !== "verified") return end;
  if (data && code === undefined && face) return { ...end, face };
  sink?.drop?.(ordinal);
  return { kind: "withheld", code: code ?? "face" };
}

/** Whether nothing with a head may leave that no person has confirmed. */
function isAsking(policy: unknown): boolean {
  return typeof policy === "object" && policy !== null && (policy as { face?: unknown }).face === "ask";
}

async function scrub(
  { place, stamp, instance }: Instance,
  choice: Choice,
  ordinal: number,
  { run }: Pick<Means, "run">,
  face: FaceWork | undefined,
): Promise<End> {
  const { data, key, entry } = place;
  const target = choice.sink?.target(ordinal);
  const marks = choice.marks?.get(ordinal);
  const held = data instanceof Blob || data instanceof Uint8Array;
  if (held && stampIn(data, NOTHING) !== stamp) return { kind: "withheld", code: "unreadable" };
  const answer = await run({
    op: "scrub",
    key,
    data,
    ...(!held && { stamp }),
    ...(entry && { entry }),
    ...(target !== undefined && { target }),
    ...(choice.directory && !instance.picture && { list: true }),
    ...(marks && { marks }),
    ...(face && { face }),
  });
  if (answer.kind !== "outcome") return { kind: "withheld", code: codeOf(answer) };
  const { outcome } = answer;
  if (outcome.status !== "verified") return { kind: "withheld", code: outcome.code };
  if (target !== undefined) return { kind: "verified", outcome, blob: undefined };
  const blob = held ? compose(outcome.parts, data, instance.picture ? `image/${instance.picture}` : "application/dicom") : undefined;
  if (blob?.size !== outcome.size) return { kind: "withheld", code: "unreadable" };
  return { kind: "verified", outcome, blob };
}

const NOTHING: Answer = { kind: "failed", code: "unreadable" };

/** The output, its untouched bytes by reference to the source. */
function compose(parts: readonly Part[], data: Blob | Uint8Array, type: string): Blob {
  const pieces = parts.map((part) => {
    if (part instanceof Uint8Array) return part as Uint8Array<ArrayBuffer>;
    return data instanceof Blob ? data.slice(part[0], part[1]) : data.slice(part[0], part[1]);
  }) as BlobPart[];
  return new Blob(pieces, { type });
}

/** Whether what will be cleaned is of more than one patient. */
export function isOfSeveral(batch: Batch, choice: Pick<Choice, "series">): boolean {
  const patients = new Set<string>();
  for (const find of batch.finds) {
    if (find.kind === "instance" && !find.instance.picture && isChosen(find, choice)) patients.add(find.instance.patient);
  }
  return patients.size > 1;
}

/** What the cleaning needs beside the core; `thorough`, a reader also for pictures that are only suspected here and there. */
export function needsOf(batch: Batch, choice: Pick<Choice, "series">, thorough: boolean): ReadonlySet<PackName> {
  const needs = new Set<PackName>();
  for (const find of batch.finds) {
    if (find.kind === "instance" && isChosen(find, choice)) for (const name of find.instance.needs) needs.add(name);
  }
  if (thorough && needs.has("pictures")) needs.add("reader");
  return needs;
}

export function isChosen(find: Find, { series }: Pick<Choice, "series">): boolean {
  if (find.kind !== "instance" || find.instance.code !== undefined) return false;
  return series === undefined || series.has(find.instance.series);
}

/** Names, counts and reports, when all is known. */
async function finish(
  finds: readonly Find[],
  ends: readonly End[],
  choice: Choice,
  ledgers: Ledgers,
  map: ReadonlyMap<string, MapRow>,
  run: Means["run"],
  heads: readonly CleanedHead[],
): Promise<Result> {
  const names = named(finds, ends, choice.directory);
  const listed: Listed[] = [];
  const files: Verified[] = [];
  const pictures: Verified[] = [];
  const withheld: Result["withheld"][number][] = [];
  const leftOut: Report["leftOut"][number][] = [];
  const entries: ReportFile[] = [];
  const rows: MapRow[] = [];
  const breath = new Breath();
  for (const [index, end] of ends.entries()) {
    if (breath.isDue) await breath.take();
    const ordinal = index + 1;
    const path = finds[index]?.place.path ?? "";
    if (end.kind === "left-out") leftOut.push({ ordinal, kind: end.what });
    else if (end.kind === "withheld") {
      withheld.push({ ordinal, path, code: end.code });
      entries.push({ ordinal, status: "withheld", code: end.code });
    } else {
      const { size, crc, pixels, writing, blackened, findings } = end.outcome;
      const { name, picture } = names.get(ordinal) ?? { name: "" };
      if (choice.directory && !picture) listed.push({ name, facts: end.outcome.facts });
      (picture ? pictures : files).push(seal({ ordinal, name, size, crc, blob: end.blob }));
      entries.push({
        ordinal,
        status: "verified",
        output: name,
        ...(picture && { kind: picture }),
        pixels,
        ...written(pixels, writing, blackened),
        ...end.face,
        ...(findings.length > 0 && { findings }),
      });
      if (choice.map) rows.push({ kind: "file", original: path, replacement: name });
    }
  }
  const directory = listed.length > 0 ? await direct(listed, choice.sink, run) : undefined;
  files.push(...pictures);
  const report: Report = {
    version: 1,
    tool: choice.tool,
    ...totals(choice.policy(), entries, leftOut),
    attributes: ledgers.rows(),
    ...(directory && { directory: reported(directory) }),
  };
  return {
    files,
    heads,
    withheld,
    report,
    ...(directory && { directory }),
    ...(choice.map && { map: [...rows, ...[...map.values()].sort(byKind)] }),
  };
}

/** Names by ordinal. Picture files come after all others, which have the names that they would have without them. */
function named(finds: readonly Find[], ends: readonly End[], disc: boolean): ReadonlyMap<number, Name> {
  const namer = new Namer(disc ? DISC : PLAIN);
  const pictureOf = (find: Find | undefined): Name["picture"] => (find?.kind === "instance" ? find.instance.picture : undefined);
  const verified = ends.flatMap((end, index) => {
    return end.kind === "verified" ? [{ ordinal: index + 1, keys: end.outcome, picture: pictureOf(finds[index]) }] : [];
  });
  const inOrder = [...verified.filter(({ picture }) => !picture), ...verified.filter(({ picture }) => picture)];
  return new Map(inOrder.map(({ ordinal, keys, picture }) => [ordinal, { name: namer.next(keys, picture), picture }]));
}

/** The name of an output, and what it is where it is a picture file. */
interface Name {
  readonly name: string;
  readonly picture?: "jpeg" | "png" | undefined;
}

/** What the report says of writing in one file's pictures. */
function written(pixels: string, writing: string, blackened: number): Pick<ReportFile, "writing" | "blackened"> {
  return pixels === "none" ? {} : { writing, ...(blackened > 0 && { blackened }) };
}

function reported(directory: Directory): NonNullable<Report["directory"]> {
  if (directory.status === "withheld") return { status: "withheld", code: directory.code };
  return { status: "verified", output: directory.file.name };
}

function byKind(a: MapRow, b: MapRow): number {
  return compare(a.kind, b.kind) || compare(a.original, b.original);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
