/** An engine without wasm, for tests of the element alone: the real one's shape, made-up findings, and a pause that a test can hold. */

import type { EngineMaker, EngineWishes } from "../../www/element/index.js";
import { crc32 } from "../../www/engine/crc.js";
import type {
  CleanedHead,
  Decisions,
  Engine,
  Explained,
  FaceDecisions,
  Head,
  InputItem,
  Picture,
  Report,
  Result,
  Review,
  Sighting,
} from "../../www/engine/index.js";

export interface FakeOptions {
  /** Milliseconds a pass takes. */
  pace?: number;
  /** Code with which a pass fails. */
  fails?: { read?: string; clean?: string };
  /** Keeps nothing: every file is withheld. */
  withholds?: boolean;
  review?: Partial<Review>;
  /** Code with which a directory is withheld. */
  unlisted?: string;
  /** What a look at the pictures sees; nothing unless said otherwise. */
  sightings?: readonly Sighting[];
  /** What a search for faces finds, without its views; nothing unless said otherwise. */
  heads?: readonly Omit<Head, "views">[];
  /** Pictures cannot be shown. */
  blind?: boolean;
  /** What the report says of the files. */
  files?: Report["files"];
  notChecked?: readonly string[];
  /** What is said of a file's fields; nothing unless said otherwise. */
  explained?: Explained;
  /** Bytes of each clean file; a few unless said otherwise. */
  bytes?: number;
}

interface Log {
  make: EngineMaker;
  wishes: EngineWishes[];
  /** Who was to stand for the patient, cleaning by cleaning. */
  subjects: unknown[];
  /** Keys of the series that were looked at, look by look. */
  looks: string[][];
  /** What a person decided about writing, cleaning by cleaning. */
  marks: [number, unknown][][];
  /** Keys of the series of which a small picture was made. */
  previews: string[];
  /** Keys of the series of which a file's fields were told. */
  explains: string[];
  /** Keys of the series that were searched for faces, search by search. */
  searches: string[][];
  /** What a person decided about heads, cleaning by cleaning. */
  faces: [string, string][][];
  /** Keys of the series that were cleaned, cleaning by cleaning. */
  cleaned: string[][];
  /** Frames that were shown: ordinal and frame. */
  frames: [number, number][];
  disposed: number;
}

/** Makes engines that say what the options say, and remembers what they were asked for. */
export function fakeEngines(options: FakeOptions = {}): Log {
  const log: Log = {
    wishes: [],
    subjects: [],
    looks: [],
    previews: [],
    explains: [],
    marks: [],
    searches: [],
    faces: [],
    cleaned: [],
    frames: [],
    disposed: 0,
    make: async (wishes: EngineWishes) => {
      log.wishes.push(wishes);
      return fake(options, wishes.policy, log) as unknown as Engine;
    },
  };
  return log;
}

function fake(options: FakeOptions, policy: unknown, log: Log) {
  const { pace = 10, fails = {}, withholds = false } = options;
  return {
    policy: typeof policy === "string" ? { version: 1, name: policy, options: PROFILES[policy] ?? [] } : policy,
    async read(items: readonly InputItem[], { signal, onprogress, onfound, enough }: Run = {}): Promise<Review> {
      const all = { ...reviewOf(items), ...options.review };
      onfound?.(all);
      await work("reading", items.length, pace, signal, onprogress, enough);
      if (enough?.aborted) return { ...all, leftOut: [{ ordinal: 7, path: "DISC/LATE", what: "not-read" }] };
      if (fails.read) throw Object.assign(new Error("no"), { code: fails.read });
      return all;
    },
    async clean(review: Review, { signal, onprogress, series, subject, directory, marks, faces }: Run = {}): Promise<Result> {
      log.subjects.push(subject ?? null);
      log.faces.push([...(faces ?? [])]);
      log.marks.push([...(marks ?? [])]);
      log.cleaned.push([...(series ?? [])]);
      await work("cleaning", review.instances, pace, signal, onprogress);
      if (fails.clean) throw Object.assign(new Error("no"), { code: fails.clean });
      const result = resultOf(review, { ...(series && { series }), ...(faces && { faces }) }, withholds, options);
      if (!directory || result.files.length === 0) return result;
      const blob = new Blob(["list"]);
      const file = { ordinal: 0, name: "DICOMDIR", size: blob.size, crc: 0, blob } as unknown as Result["files"][number];
      const { unlisted: code } = options;
      return { ...result, directory: code === undefined ? { status: "verified", file } : { status: "withheld", code } };
    },
    async preview(_review: Review, series: string): Promise<Picture> {
      log.previews.push(series);
      return { width: 8, height: 8, pixels: new Uint8Array(8 * 8 * 4).map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 256)) };
    },
    async explain(_review: Review, series: string): Promise<Explained | undefined> {
      log.explains.push(series);
      return options.explained;
    },
    async see(_review: Review, { signal, onprogress, series }: Run = {}): Promise<readonly Sighting[]> {
      log.looks.push([...(series ?? [])]);
      const seen = (options.sightings ?? []).filter((sighting) => !series || series.has(sighting.series));
      if (seen.length > 0) await work("looking", seen.length, pace, signal, onprogress);
      return seen;
    },
    async faces(_review: Review, { signal, onprogress, series }: Run = {}): Promise<readonly Head[]> {
      log.searches.push([...(series ?? [])]);
      const heads = (options.heads ?? []).filter((head) => head.series.some((key) => !series || series.has(key)));
      if (heads.length > 0) await work("looking", heads.length, pace, signal, onprogress);
      return heads.map((head) => ({ ...head, views: options.blind || !head.tier ? [] : YAWS.map(viewOf) }));
    },
    async frame(_review: Review, ordinal: number, frame: number): Promise<Picture | undefined> {
      log.frames.push([ordinal, frame]);
      return options.blind ? undefined : picture(ordinal, frame);
    },
    dispose: () => log.disposed++,
  };
}

/** The built-in profiles; a test holds them to the core's. */
export const PROFILES: Readonly<Record<string, readonly string[]>> = {
  share: [
    "clean-pixel-data",
    "clean-recognizable-visual-features",
    "clean-descriptors",
    "clean-structured-content",
    "retain-longitudinal-modified-dates",
    "retain-patient-characteristics",
    "retain-safe-private",
  ],
  strict: ["clean-pixel-data", "clean-recognizable-visual-features"],
  clinical: [
    "clean-pixel-data",
    "clean-recognizable-visual-features",
    "clean-descriptors",
    "clean-structured-content",
    "retain-longitudinal-full-dates",
    "retain-patient-characteristics",
    "retain-device-identity",
    "retain-safe-private",
  ],
};

interface Run {
  onfound?: (soFar: Review) => void;
  enough?: AbortSignal;
  signal?: AbortSignal;
  onprogress?: (progress: unknown) => void;
  series?: ReadonlySet<string>;
  subject?: unknown;
  directory?: boolean;
  marks?: Decisions;
  faces?: FaceDecisions;
}

const YAWS = [0, 35, 90];

function viewOf(yaw: number): Head["views"][number] {
  return { yaw, before: ball(yaw, true), after: ball(yaw, false) };
}

/** A ball with a nose and eyes, seen from one side, or with its front cut off: nobody's head. */
function ball(yaw: number, hasFace: boolean): Picture {
  const edge = 340;
  const pixels = new Uint8Array(edge * edge * 4);
  const turn = (yaw * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const isHead = (x: number, y: number, z: number): boolean => {
    if (!hasFace && z > 0.35 && y > -0.45) return false;
    if (hasFace && Math.hypot(x / 0.16, (y - 0.12) / 0.24, (z - 0.98) / 0.22) < 1) return true;
    if (hasFace && Math.hypot(Math.abs(x) - 0.34, y + 0.12, z - 0.98) < 0.16) return false;
    return Math.hypot(x / 0.8, y / 1.05, z) < 1;
  };
  const depth = (column: number, row: number): number => {
    const [u, v] = [(column / edge - 0.5) * 2.6, (row / edge - 0.5) * 2.6];
    for (let w = 1.3; w > -1.3; w -= 0.04) if (isHead(u * cos + w * sin, v, w * cos - u * sin)) return w;
    return Number.NEGATIVE_INFINITY;
  };
  const step = 4;
  for (let row = 0; row < edge; row += step) {
    for (let column = 0; column < edge; column += step) {
      const here = depth(column, row);
      const [right, below] = [depth(column + 8, row), depth(column, row + 8)];
      const slope = Math.hypot((right - here) * 15, (below - here) * 15 + 0.6, 1);
      const shade = Number.isFinite(here) ? (Number.isFinite(slope) ? 40 + 200 / slope : 60) : 12;
      for (let at = 0; at < step * step; at++) {
        const place = (row + Math.floor(at / step)) * edge + column + (at % step);
        pixels.set([shade, shade * 0.95, shade * 0.9, 255], place * 4);
      }
    }
  }
  return { width: edge, height: edge, pixels };
}

/** A sector as an ultrasound scanner shows it, with invented writing around it. */
function picture(ordinal: number, frame: number): Picture {
  const [width, height] = [640, 480];
  const drawn = new OffscreenCanvas(width, height).getContext("2d");
  if (!drawn) throw new Error("no canvas");
  drawn.fillStyle = "#101416";
  drawn.fillRect(0, 0, width, height);
  drawn.fillStyle = "#5d6a70";
  drawn.beginPath();
  drawn.moveTo(320, 90);
  drawn.arc(320, 90, 340, Math.PI / 4, (3 * Math.PI) / 4);
  drawn.fill();
  drawn.fillStyle = "#20272b";
  drawn.beginPath();
  drawn.arc(300 + 4 * frame, 270, 60, 0, 2 * Math.PI);
  drawn.fill();
  drawn.fillStyle = "#f2f2f2";
  drawn.font = "22px sans-serif";
  drawn.fillText("SAMPLE, JOHANNA  14.03.1971", 20, 36);
  drawn.fillText("GREEN VALLEY", 470, 36);
  drawn.fillText("L", 600, 250);
  drawn.fillText(`${ordinal}/${frame}`, 560, 460);
  return { width, height, pixels: new Uint8Array(drawn.getImageData(0, 0, width, height).data.buffer) };
}

async function work(
  phase: string,
  total: number,
  pace: number,
  signal: AbortSignal | undefined,
  onprogress: Run["onprogress"],
  enough?: AbortSignal,
): Promise<void> {
  for (let done = 0; done <= 4 && !enough?.aborted; done++) {
    await new Promise((resolve) => setTimeout(resolve, pace / 5));
    if (signal?.aborted) throw new DOMException("Stopped", "AbortError");
    const all = Math.max(total, 4);
    onprogress?.({ phase, done: Math.round((all * done) / 4), total: all, bytes: done * 250, totalBytes: 1000, secondsLeft: 95 });
  }
}

function reviewOf(items: readonly InputItem[]): Review {
  const shown = { name: "Sample^Johanna", id: "GVH-1", birthDate: "19710314", studyDate: "20240917", institution: "Green Valley Hospital" };
  const series = (key: string, modality: string, seriesDescription: string, bodyPart: string, instances: number, code?: string) => ({
    key,
    modality,
    sopClass: "",
    instances,
    frames: instances,
    bytes: instances * 1000,
    refused: code ? instances : 0,
    shown: { ...shown, seriesDescription, bodyPart },
    ...(code && { code }),
  });
  return {
    patients: [
      {
        key: "p",
        shown,
        studies: [
          {
            key: "t",
            shown: { ...shown, studyDescription: "MRI of the knee" },
            series: [
              series("a", "MR", "PD fat sat", "KNEE", 3),
              series("b", "MR", "T1", "KNEE", 2),
              series("c", "US", "", "", 1, "writing"),
            ],
          },
        ],
      },
    ],
    instances: 6,
    bytes: 6000,
    removes: { names: 12, birth: 6, ids: 9, private: 30, uids: 40 },
    leftOut: [{ ordinal: items.length, path: "DICOMDIR", what: "dicomdir" }],
    withheld: [],
    refused: [{ ordinal: 6, path: "DISC/US0001", code: "writing" }],
  };
}

/** The heads that leave, as the engine tells of them: views of what was written alone. */
function written({ heads = [] }: FakeOptions, faces: FaceDecisions | undefined): CleanedHead[] {
  return heads.flatMap(({ code: _code, verdict, tier, ...head }): CleanedHead[] => {
    const decision = faces?.get(head.key);
    if ((verdict !== "cut" && verdict !== "layer") || !tier || decision === "left-out") return [];
    const views = YAWS.map((yaw) => ({ yaw, picture: ball(yaw, false) }));
    return [{ ...head, verdict, tier, claimed: tier === "a" || decision === "confirmed", skin: 0, views }];
  });
}

function resultOf(review: Review, { series: chosen, faces }: Run, withholds: boolean, options: FakeOptions): Result {
  const all = review.patients.flatMap((patient) => patient.studies.flatMap((study) => study.series));
  const count = all
    .filter((series) => !series.code && (!chosen || chosen.has(series.key)))
    .reduce((sum, series) => sum + series.instances, 0);
  const kept = withholds ? 0 : count;
  const files = Array.from({ length: kept }, (_, at) => {
    const bytes = new TextEncoder().encode(`clean ${at}`.padEnd(options.bytes ?? 0));
    const name = `SUBJECT/STUDY001/SERIES001/IMAGE0000${at + 1}.dcm`;
    return { ordinal: at + 1, name, size: bytes.length, crc: crc32(bytes), blob: new Blob([bytes]) };
  });
  return {
    files,
    heads: written(options, faces),
    withheld: [{ ordinal: 6, code: withholds ? "residue" : "writing", path: "DISC/US0001" }],
    report: {
      version: 1,
      tool: { name: "Scan scrubber", version: "0", wasmSha256: "00" },
      policy: { name: "share", options: [{ code: "113100", meaning: "Basic Application Confidentiality Profile" }] },
      totals: { found: 7, verified: kept, withheld: 1, leftOut: 1 },
      files: options.files ?? [],
      leftOut: all
        .filter((series) => !series.code && chosen && !chosen.has(series.key))
        .flatMap((series) => Array.from({ length: series.instances }, () => ({ ordinal: 1, kind: "not-chosen" }))),
      attributes: [{ path: "(0010,0010)", action: "Z", rule: "E.1.1", count: kept }],
      withheld: { writing: 1 },
      notChecked: options.notChecked ?? ["faces"],
    },
  } as unknown as Result;
}
