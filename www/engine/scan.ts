/** The worker's side of faces: gathers the files of a space in the pack that looks at pictures, and asks what is there. */

import { isRefusal } from "./checks.js";
import { isLeft, isVerdict } from "./checks-faces.js";
import { located } from "./containers/place.js";
import type { Answer, FileVerdict, Spot, Surface, View } from "./messages.js";
import type { Opened } from "./sources.js";
import type { Faces, Left, Picture, PicturesPort, Scrubber } from "./types.js";

/** Degrees to the left of a head's front from which it is seen. */
const YAWS = [0, 35, 90];

/** Opens one of a job's files. Throws `{code}`. */
export type Open = (spot: Spot) => Opened;

/** Who reads a file's frames, who looks at them, and what opens a file. */
export interface Gathering {
  readonly scrubber: Scrubber;
  readonly pictures: PicturesPort;
  readonly open: Open;
}

/** Looks for faces in files that share a space; with `edge`, with views of that size. */
export function facesIn(gathering: Gathering, files: readonly Spot[], edge: number | undefined): Answer {
  const { pictures } = gathering;
  try {
    const codes = gather(gathering, files);
    if ("kind" in codes) return codes;
    const scanned = codes.filter((code) => code === undefined).length;
    const found = scanned > 0 ? (JSON.parse(pictures.faces()) as Faces) : { verdicts: [], recipes: 0 };
    // A pack that broke half-way has forgotten what it was shown before.
    if (found.verdicts.length !== scanned) return { kind: "failed", code: "codec" };
    if (!found.verdicts.every((verdict) => isVerdict(verdict, found.recipes))) throw new TypeError("garbage");
    const recipes = Array.from({ length: found.recipes }, (_, number) => pictures.recipe(number).slice());
    const verdicts = found.verdicts.values();
    return {
      kind: "faces",
      verdicts: codes.map(
        (code): FileVerdict => (code === undefined ? (verdicts.next().value ?? { kind: "face" }) : { kind: "failed", code }),
      ),
      recipes,
      views: edge === undefined ? [] : recipes.map((recipe) => YAWS.map((yaw) => viewOf(pictures, recipe, yaw, edge))),
    };
  } finally {
    forget(pictures);
  }
}

/** Measures what is left of faces in files as they were written. */
export function leftIn(gathering: Gathering, files: readonly Spot[], recipes: readonly Uint8Array[], edge: number | undefined): Answer {
  const { pictures } = gathering;
  try {
    const codes = gather(gathering, files);
    if ("kind" in codes) return codes;
    const code = codes.find((code) => code !== undefined);
    if (code !== undefined) return { kind: "failed", code };
    const left = recipes.map((recipe) => JSON.parse(pictures.left(recipe)) as Left);
    if (!isLeft({ left, views: [] })) throw new TypeError("garbage");
    const seen = (recipe: Uint8Array, edge: number): readonly Surface[] =>
      YAWS.map((yaw) => ({ yaw, picture: pictureOf(pictures, recipe, yaw, edge, false) }));
    return { kind: "left", left, views: edge === undefined ? [] : recipes.map((recipe) => seen(recipe, edge)) };
  } finally {
    forget(pictures);
  }
}

/**
 * Scans files one after the other: why one could not be, or nothing. A fault of a source that asks for bytes is the answer to the whole job,
 * and so is one that asks for another reader, where none of the files could be read: else that one is gone.
 *
 * What a file that failed half-way has left behind is no part of a volume: then all others are scanned anew.
 */
function gather({ scrubber, pictures, open }: Gathering, files: readonly Spot[]): readonly (string | undefined)[] | Answer {
  const codes: (string | undefined)[] = files.map(() => undefined);
  let refused: Answer | undefined;
  for (let again = true; again; ) {
    again = false;
    pictures.rescan();
    for (const [at, spot] of files.entries()) {
      if (codes[at] !== undefined) continue;
      const done = scanOne(scrubber, spot, open);
      if (done === undefined) continue;
      if (typeof done === "object" && done.kind !== "refused") return done;
      if (typeof done === "object") refused = done;
      codes[at] = typeof done === "object" ? "unreadable" : done;
      again = true;
    }
  }
  return refused && codes.every((code) => code === "unreadable") ? refused : codes;
}

function scanOne(scrubber: Scrubber, spot: Spot, open: Open): string | Answer | undefined {
  if (spot.code !== undefined) return spot.code;
  let source: Opened | undefined;
  try {
    source = open(spot);
    if (spot.stamp !== undefined && source.stamp !== "" && spot.stamp !== source.stamp) return "unreadable";
    const at = located(source, spot.entry);
    scrubber.scan(at.source, at.entry);
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

function viewOf(pictures: PicturesPort, recipe: Uint8Array, yaw: number, edge: number): View {
  const [before, after] = [false, true].map((treated) => pictureOf(pictures, recipe, yaw, edge, treated)) as [Picture, Picture];
  return { yaw, before, after };
}

/** A small picture as it comes: width and height in four bytes each, then the pixels. */
function pictureOf(pictures: PicturesPort, recipe: Uint8Array, yaw: number, edge: number, treated: boolean): Picture {
  const bytes = pictures.surface(recipe, yaw, edge, treated);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(0, true), height: view.getUint32(4, true), pixels: bytes.slice(8) };
}

/** A volume is not kept in memory for longer than it is looked at. */
function forget(pictures: PicturesPort): void {
  try {
    pictures.rescan();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
  }
}
