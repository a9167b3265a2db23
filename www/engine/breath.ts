/** Lets others have the thread between the pieces of long work. */

/** Milliseconds at a stretch: three such pieces one behind the other are still no wait. */
const STRETCH = 30;

export class Breath {
  #since = performance.now();

  /** Waits, where it is time. */
  async take(): Promise<void> {
    if (performance.now() - this.#since < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
