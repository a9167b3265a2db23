/** What `<scan-scrubber>` tells the page around it. Counts and codes only: no event ever holds a value, a path or a file. */

/** Common to all: they bubble and leave the shadow tree. */
abstract class ScrubEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** Files were chosen. Cancel it to refuse them: nothing is read then. */
export class ScrubAcceptEvent extends ScrubEvent {
  /** Together. Counted when it is asked for: of thousands of files, that takes a browser some time. */
  declare readonly bytes: number;

  constructor(
    readonly files: number,
    bytes: () => number,
  ) {
    super("scrub-accept", true);
    Object.defineProperty(this, "bytes", { enumerable: true, get: bytes });
  }
}

/** What was found is on the screen. */
export class ScrubReviewEvent extends ScrubEvent {
  constructor(
    readonly studies: number,
    readonly series: number,
    readonly instances: number,
    readonly withheld: number,
    readonly leftOut: number,
  ) {
    super("scrub-review");
  }
}

/** Pictures are on the screen, with what will be blackened in them: nothing goes on until the person says that they look right. */
export class ScrubLookEvent extends ScrubEvent {
  constructor(readonly series: number) {
    super("scrub-look");
  }
}

/** Heads are on the screen, before and after: nothing goes on until the person has answered for each that is asked about. */
export class ScrubFaceEvent extends ScrubEvent {
  constructor(
    /** Heads in which there is a face, or could be. */
    readonly heads: number,
    /** Those of which the person has to say whether a face can still be seen. */
    readonly asked: number,
    /** Those that will be left out, since a face in them could not be taken out. */
    readonly lost: number,
  ) {
    super("scrub-face");
  }
}

/** Work went on. */
export class ScrubProgressEvent extends ScrubEvent {
  constructor(
    readonly phase: "reading" | "looking" | "cleaning",
    readonly done: number,
    readonly total: number,
    readonly secondsLeft: number | undefined,
  ) {
    super("scrub-progress");
  }
}

/** Clean files are ready in `files`, and in the form. */
export class ScrubDoneEvent extends ScrubEvent {
  constructor(
    readonly verified: number,
    readonly withheld: number,
  ) {
    super("scrub-done");
  }
}

/** The work could not be done at all. `code` is stable; the sentence for it is on the screen. */
export class ScrubErrorEvent extends ScrubEvent {
  constructor(readonly code: string) {
    super("scrub-error");
  }
}

declare global {
  interface HTMLElementEventMap {
    "scrub-accept": ScrubAcceptEvent;
    "scrub-review": ScrubReviewEvent;
    "scrub-look": ScrubLookEvent;
    "scrub-face": ScrubFaceEvent;
    "scrub-progress": ScrubProgressEvent;
    "scrub-done": ScrubDoneEvent;
    "scrub-error": ScrubErrorEvent;
  }
}
