/** Long lists worked through so that the page can draw and listen meanwhile. */

/** Milliseconds that are worked in one go. */
const SPELL = 12;

/** As `Promise.all` of all that `work` returns, but started a few milliseconds' worth at a time. */
export async function allInTurn<T, R>(list: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const all: Promise<R>[] = [];
  const breath = new Breath();
  for (const [index, item] of list.entries()) {
    const one = work(item, index);
    // It is looked after below. Until then it is not a rejection that nobody sees.
    one.catch(() => undefined);
    all.push(one);
    if (breath.isDue) await breath.take();
  }
  return Promise.all(all);
}

/** Says when others should have their turn, and gives it to them. */
export class Breath {
  #since = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#since > SPELL;
  }

  /** Comes back when others had their turn. */
  async take(): Promise<void> {
    await new Promise<void>((done) => {
      // A timer would wait for a second in a page that nobody looks at.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
    this.#since = performance.now();
  }
}
