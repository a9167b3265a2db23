/** What a view sees of the element: the job, the words, and what its buttons may ask for. */

import type { InputItem, PackName, Progress, Review } from "../../engine/index.js";
import type { Journey } from "../journey.js";
import type { Ways } from "../outputs.js";
import type { Texts } from "../texts.js";

/** Whose rules are in force: a built-in profile's, or the site's own. */
export type Rules = "share" | "strict" | "clinical" | "own";

export interface Stage {
  readonly texts: Texts;
  readonly journey: Journey;
  readonly rules: Rules;
  readonly disabled: boolean;
  /** The further wasm files that this edition does not have. */
  readonly lacks: readonly PackName[];
  /** Whether the clean files go into a form around the element. */
  readonly inForm: boolean;
  /** A sentence about what just happened, shown once with the first step. */
  readonly note: string;
  choose(items: readonly InputItem[]): void;
  sample(): void;
  start(): void;
  /** From the pictures, and from what is done, back to the review: what was loaded stays. */
  back(): void;
  cancel(): void;
  /** While reading: on to the review with what was read so far. */
  stopReading(): void;
  reset(): void;
  retry(): void;
  /** How the clean files can be saved, once there are some. */
  readonly ways: Ways | undefined;
  saveReport(): void;
  /** The report for reading and printing. */
  saveReportPage(): void;
}

/** One step on the screen. */
export interface View {
  readonly root: HTMLElement;
  progressed?(progress: Progress): void;
  /** What was found while reading, so far. */
  found?(soFar: Review): void;
}
