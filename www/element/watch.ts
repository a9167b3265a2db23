/** Courtesies while work goes on: the screen stays on, and closing the page asks first. */

export class Watch {
  #lock: WakeLockSentinel | undefined;
  #awake = false;

  /** Keeps the screen on while `busy`, and asks before the page is closed while there is something to lose. */
  set(busy: boolean, unsaved: boolean): void {
    if (busy || unsaved) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
    if (busy !== this.#awake) {
      this.#awake = busy;
      // A browser lets go when the page is out of sight: it is asked again when that is over.
      if (busy) document.addEventListener("visibilitychange", this.#seen);
      else document.removeEventListener("visibilitychange", this.#seen);
      void this.#hold();
    }
  }

  readonly #seen = (): void => {
    if (document.visibilityState === "visible") void this.#hold();
  };

  async #hold(): Promise<void> {
    if (!this.#awake) {
      await this.#lock?.release();
      this.#lock = undefined;
      return;
    }
    try {
      const lock = await navigator.wakeLock?.request("screen");
      // The work may have ended while we asked.
      if (this.#awake) this.#lock = lock;
      else await lock?.release();
    } catch {
      // A refused lock costs nothing but a dark screen.
    }
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
