/** One line on a terminal that says how far the run is. */

import type { Progress } from "../engine/progress.js";

export class Status {
  #terminal: NodeJS.WriteStream | undefined;

  /** Where there is no terminal, nothing is said. */
  constructor(stream: NodeJS.WriteStream) {
    if (stream.isTTY) this.#terminal = stream;
  }

  show({ phase, done, total, secondsLeft }: Progress): void {
    const left = secondsLeft === undefined ? "" : `, ${secondsLeft} s left`;
    this.#terminal?.write(`\r\x1b[K${phase} ${done} of ${total}${left}`);
  }

  clear(): void {
    this.#terminal?.write("\r\x1b[K");
  }
}
