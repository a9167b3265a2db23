/** What was found of heads, and what a person says of each: no DOM. */

import { type FaceDecisions, type Head, removesFaces } from "../engine/index.js";

/** What a person says of a head that is shown without its face: nothing of it can be seen any more, or something can, or could. */
export type Answer = "gone" | "visible";

/** Of which heads a person must say something: of none, of those that we are not sure of, or of all. */
export type Asks = "none" | "unsure" | "all";

export class Faces {
  #heads: readonly Head[] = [];
  /** The series that were searched; nothing before. */
  #searched: string | undefined;
  readonly #answers = new Map<string, Answer>();

  /** Whether these series were searched last. */
  has(series: ReadonlySet<string>): boolean {
    return this.#searched === nameOf(series);
  }

  /** Takes what was found in some series. What was said counts on for heads of the same files alone. */
  set(series: ReadonlySet<string>, heads: readonly Head[]): void {
    const before = new Map(this.#heads.map((head) => [head.key, head.ordinals.join()]));
    for (const key of [...this.#answers.keys()]) {
      const now = heads.find((head) => head.key === key);
      if (now?.ordinals.join() !== before.get(key)) this.#answers.delete(key);
    }
    this.#heads = heads;
    this.#searched = nameOf(series);
  }

  /** Heads that a person is told of: where there is none, there is nothing to see. */
  get shown(): readonly Head[] {
    return this.#heads.filter(({ verdict }) => verdict !== "clear");
  }

  answer(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  say(key: string, answer: Answer): void {
    this.#answers.set(key, answer);
  }

  /** Of whom the person has to say something. */
  asked(asks: Asks): readonly Head[] {
    return this.shown.filter((head) => isTreated(head) && (asks === "all" || (asks === "unsure" && head.tier !== "a")));
  }

  /** Heads that will not leave: what cannot be taken out, and what the person has seen. */
  get lost(): readonly Head[] {
    return this.shown.filter((head) => !isTreated(head) || this.#answers.get(head.key) === "visible");
  }

  /**
   * For the cleaning. Of what nothing was said, nothing is said here: the engine withholds it, or claims it, by itself. But what could not be
   * looked at stays out, as the person was told, also where a second try would go well.
   */
  get decisions(): FaceDecisions {
    const broken = this.shown.filter(({ code }) => code !== undefined).map(({ key }) => [key, "left-out"] as const);
    return new Map([...broken, ...[...this.#answers].map(([key, answer]) => [key, answer === "gone" ? "confirmed" : "left-out"] as const)]);
  }
}

/** Whether something is taken out of a head. */
export function isTreated({ verdict }: Pick<Head, "verdict">): boolean {
  return verdict === "cut" || verdict === "layer";
}

/** What the rules ask of a person: as for writing, but that nothing leaves without a yes where `face` is "ask". */
export function asksOf(policy: unknown): Asks {
  const { look, face } = (policy ?? {}) as { look?: unknown; face?: unknown };
  if (!removesFaces(policy)) return "none";
  if (face === "ask" || look === "always") return "all";
  return look === "never" ? "none" : "unsure";
}

function nameOf(series: ReadonlySet<string>): string {
  return [...series].sort().join("\n");
}
