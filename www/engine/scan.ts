/** The worker's side of faces: gathers the files of a space in the pack that looks at pictures, and asks what is there. */

import { isRefusal } from "./checks.js";
import { isLeft, isVerdict } from "./checks-faces.js";
import type { Answer, FileVerdict, Spot, Surface, View } from "./messages.js";
import type { Opened } from "./sources.js";
import type { Scrubber } from "./types.js";

/** Degrees to the left of a head's front from which it is seen. */
const YAWS = [0, 35, 90];

/** Opens one of a job's files. Throws `{code}`. */
export type Open = (spot: Spot) => Opened;

/** Looks for faces in files that share a space; with `edge`, with views of that size. */
export function facesIn(scrubber: Scrubber, files: readonly Spot[], open: Open, edge: number | undefined): Answer {
  try {
    const codes = gather(scrubber, files, open);
    if ("kind" in codes) return codes;
    const scanned = codes.filter((code) => code === undefined).length;
    const found = scanned > 0 ? scrubber.faces() : { verdicts: [], recipes: 0 };
    // A pack that broke half-way has forgotten what it was shown before.
    if (found.verdicts.length !== scanned) return { kind: "failed", code: "codec" };
    if (!found.verdicts.every((verdict) => isVerdict(verdict, found.recipes))) throw new TypeError("garbage");
    const recipes = Array.from({ length: found.recipes }, (_, number) => scrubber.recipe(number).slice());
    const verdicts = found.verdicts.values();
    return {
      kind: "faces",
      verdicts: codes.map(
        (code): FileVerdict => (code === undefined ? (verdicts.next().value ?? { kind: "face" }) : { kind: "failed", code }),
      ),
      recipes,
      views: edge === undefined ? [] : recipes.map((recipe) => YAWS.map((yaw) => viewOf(scrubber, recipe, yaw, edge))),
    };
  } finally {
    forget(scrubber);
  }
}

/** Measures what is left of faces in files as they were written. */
export function leftIn(
  scrubber: Scrubber,
  files: readonly Spot[],
  open: Open,
  recipes: readonly Uint8Array[],
  edge: number | undefined,
): Answer {
  try {
    const codes = gather(scrubber, files, open);
    if ("kind" in codes) return codes;
    const code = codes.find((code) => code !== undefined);
    if (code !== undefined) return { kind: "failed", code };
    const left = recipes.map((recipe) => scrubber.left(recipe));
    if (!isLeft({ left, views: [] })) throw new TypeError("garbage");
    const seen = (recipe: Uint8Array): readonly Surface[] =>
      YAWS.map((yaw) => ({ yaw, picture: pictureOf(scrubber, recipe, yaw, edge ?? 0, false) }));
    return { kind: "left", left, views: edge === undefined ? [] : recipes.map(seen) };
  } finally {
    forget(scrubber);
  }
}

/**
 * Scans files one after the other: why one could not be, or nothing. A fault of a source that asks for another worker, or for bytes, is the
 * answer to the whole job.
 *
 * What a file that failed half-way has left behind is no part of a volume: then all others are scanned anew.
 */
function gather(scrubber: Scrubber, files: readonly Spot[], open: Open): readonly (string | undefined)[] | Answer {
  const codes: (string | undefined)[] = files.map(() => undefined);
  for (let again = true; again; ) {
    again = false;
    scrubber.rescan();
    for (const [at, spot] of files.entries()) {
      if (codes[at] !== undefined) continue;
      const done = scanOne(scrubber, spot, open);
      if (typeof done === "object") return done;
      if (done === undefined) continue;
      codes[at] = done;
      again = true;
    }
  }
  return codes;
}

function scanOne(scrubber: Scrubber, spot: Spot, open: Open): string | Answer | undefined {
  let source: Opened | undefined;
  try {
    source = open(spot);
    if (spot.stamp !== undefined && source.stamp !== "" && spot.stamp !== source.stamp) return "unreadable";
    scrubber.scan(source, spot.entry);
  } catch (thrown) {
    if (!source?.fault) {
      if (!isRefusal(thrown)) throw thrown;
      return thrown.code;
    }
  }
  const fault = source.fault;
  if (!fault) return undefined;
  return fault.kind === "failed" ? fault.code : fault;
}

function viewOf(scrubber: Scrubber, recipe: Uint8Array, yaw: number, edge: number): View {
  return { yaw, before: pictureOf(scrubber, recipe, yaw, edge, false), after: pictureOf(scrubber, recipe, yaw, edge, true) };
}

function pictureOf(scrubber: Scrubber, recipe: Uint8Array, yaw: number, edge: number, treated: boolean) {
  const picture = scrubber.surface(recipe, yaw, edge, treated);
  return { ...picture, pixels: picture.pixels.slice() };
}

/** A volume is not kept in memory for longer than it is looked at. */
function forget(scrubber: Scrubber): void {
  try {
    scrubber.rescan();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
  }
}
