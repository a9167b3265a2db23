/** How far a run is, told about ten times a second, with the time left once there is something to go by. */

export interface Progress {
  readonly phase: "reading" | "looking" | "cleaning";
  /** Files done, of those known so far: the total grows while archives are opened. */
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Seconds left, by the pace so far; from the third second on. */
  readonly secondsLeft?: number;
}

/** Milliseconds between two reports. */
const EVERY = 100;
/** Reports without news are sent this seldom: every third turn. */
const IDLE = 3;
/** Milliseconds before the time left is told. */
const SETTLED = 3_000;
/** What opening one file costs, in bytes of cleaning. */
const PER_FILE = 256 * 1024;

/** Where work is counted. */
export interface Counting {
  expect(files: number, bytes: number): void;
  did(bytes: number): void;
}

export class Meter implements Counting {
  /** For what else is done with files that are counted already: of that the bytes alone count. */
  readonly beside: Counting = {
    expect: (_, bytes) => this.expect(0, bytes),
    did: (bytes) => {
      this.#bytes += bytes;
    },
  };
  #phase: Progress["phase"];
  #report: ((progress: Progress) => void) | undefined;
  #underway: () => number;
  #started = performance.now();
  #timer: ReturnType<typeof setInterval> | undefined;
  #done = 0;
  #total = 0;
  #bytes = 0;
  #totalBytes = 0;
  #last = "";
  #still = 0;

  /** `underway` gives the bytes done of files that are not done yet. */
  constructor(phase: Progress["phase"], report: ((progress: Progress) => void) | undefined, underway: () => number) {
    this.#phase = phase;
    this.#report = report;
    this.#underway = underway;
    if (report) this.#timer = setInterval(() => this.#turn(), EVERY);
  }

  expect(files: number, bytes: number): void {
    this.#total += files;
    this.#totalBytes += bytes;
  }

  did(bytes: number): void {
    this.#done++;
    this.#bytes += bytes;
  }

  /** Stops; `complete` sends a last report. */
  end(complete: boolean): void {
    clearInterval(this.#timer);
    if (complete) this.#report?.(this.#now());
    this.#report = undefined;
  }

  #turn(): void {
    const progress = this.#now();
    const news = `${progress.done} ${progress.total} ${progress.bytes}`;
    if (news === this.#last && ++this.#still < IDLE) return;
    this.#last = news;
    this.#still = 0;
    this.#report?.(progress);
  }

  #now(): Progress {
    const bytes = Math.min(this.#bytes + this.#underway(), this.#totalBytes);
    const progress = { phase: this.#phase, done: this.#done, total: this.#total, bytes, totalBytes: this.#totalBytes };
    const secondsLeft = this.#secondsLeft(bytes);
    return secondsLeft === undefined ? progress : { ...progress, secondsLeft };
  }

  #secondsLeft(bytes: number): number | undefined {
    const passed = performance.now() - this.#started;
    // Pass 1 reads headers: there, bytes cost next to nothing.
    const weight = this.#phase === "reading" ? 0 : 1;
    const work = this.#done * PER_FILE + bytes * weight;
    const all = this.#total * PER_FILE + this.#totalBytes * weight;
    if (passed < SETTLED || work === 0) return undefined;
    return Math.ceil((passed / 1_000) * (all / work - 1));
  }
}
