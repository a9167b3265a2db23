/**
 * Faces in pass 2: what each file is told of its head before it is scrubbed, and the check on what was written.
 *
 * A space is searched, scrubbed and measured as a whole: where the measure fails, none of its treated files leaves.
 */

import type { Find } from "./batch.js";
import { bytesOf, type CleanedHead, EDGE, type FaceDecisions, hasHead, type Member, SEVERAL, type Search, type Searches } from "./faces.js";
import { codeOf, type Means } from "./look.js";
import type { FaceWork, FileVerdict, Spot, Surface } from "./messages.js";
import type { Left, Summary, Verdict } from "./types.js";

/** What may be said of the face in one file that leaves. */
export interface FaceState {
  /** Of volumes alone: cut away, or its skin replaced; looked for and not there; in too few frames to show; or left by the policy. */
  readonly face: "removed" | "layer" | "clear" | "flat" | "kept";
  readonly tier?: "a" | "b";
  /** Whether the file itself says that no face can be recognized. */
  readonly claimed?: boolean;
}

/** What a file is told before it is scrubbed, or why it is not. */
export type Pass =
  | { readonly kind: "go"; readonly work?: FaceWork; readonly state?: FaceState }
  | { readonly kind: "withheld"; readonly code: string }
  | { readonly kind: "left-out" };

/** Where an output is, and under which number; nothing where there is none. */
export type Written = Omit<Spot, "key"> | undefined;

export interface GateOptions {
  /** Whether faces are taken out at all. */
  readonly removes: boolean;
  readonly spaces: ReadonlyMap<string, readonly Member[]>;
  readonly searches: Searches;
  readonly means: Pick<Means, "run" | "meter">;
  readonly decisions: FaceDecisions | undefined;
  /** Nothing with a head leaves that no person has confirmed. */
  readonly asks: boolean;
  /** Whether views are wanted of what was written. */
  readonly views: boolean;
  /** Tells all workers of a recipe, or that it is done with. */
  readonly teach: (number: number, bytes?: Uint8Array) => void;
}

/** Share of a face's skin, and of its relief, that may still show: as `Left::is_gone` in src/face/recipe.rs has it. */
const MOST = { skin: 0.01, relief: 0.12 };

/** Spaces underway at one time: one is searched or measured while the files of others are scrubbed. */
const SPACES = 2;

/** A number for each recipe of an engine: workers outlive batches. */
let numbers = 0;

export class Gate {
  #heads: CleanedHead[] = [];
  #o: GateOptions;
  #spaces = new Map<string, Space>();
  /** Keys of spaces by study. */
  #studies = new Map<string, Set<string>>();
  /** Of each study, whether a head is in it, and whether a volume is that has none: thousands of files ask. */
  #ofHeads = new Map<string, Promise<boolean>>();
  #clear = new Map<string, Promise<boolean>>();
  #line = new Line();
  #slots = new Slots(SPACES);

  constructor(options: GateOptions) {
    this.#o = options;
    for (const [key, members] of options.spaces) {
      const known = options.searches.has(key, members);
      if (!known) options.means.meter.beside.expect(members.length, bytesOf(members));
      this.#spaces.set(key, new Space(key, members));
      for (const { find } of members) {
        const { study } = find.instance;
        this.#studies.set(study, (this.#studies.get(study) ?? new Set()).add(key));
      }
    }
    for (const space of this.#spaces.values()) space.search = this.#search(space);
    // Whoever needs a search waits for it below; a run that ends before says so itself.
    for (const space of this.#spaces.values()) space.search.catch(() => undefined);
  }

  /** Whether a file may go on, and what it is told. */
  async pass({ instance }: Extract<Find, { kind: "instance" }>, ordinal: number): Promise<Pass> {
    if (!this.#o.removes) return instance.space === undefined ? { kind: "go" } : { kind: "go", state: { face: "kept" } };
    const space = instance.space === undefined ? undefined : this.#spaces.get(instance.space);
    if (!space) return (await this.#mayShow(instance)) ? { kind: "withheld", code: "face" } : { kind: "go" };
    const search = await space.search;
    const verdict: FileVerdict = search.verdicts.get(ordinal) ?? { kind: "face" };
    switch (verdict.kind) {
      case "failed":
        return { kind: "withheld", code: verdict.code };
      case "clear":
        return { kind: "go", work: {}, state: { face: "clear" } };
      case "flat": {
        // One slice of a head, or a scout of it, shows its profile.
        const ofHead = await this.#isOfHead(instance.study);
        return ofHead ? { kind: "withheld", code: "face" } : { kind: "go", work: {}, state: { face: "flat" } };
      }
      case "face":
        return this.#o.decisions?.get(space.key) === "left-out" ? { kind: "left-out" } : { kind: "withheld", code: "face" };
      case "treat":
        return this.#treatment(space, verdict);
    }
  }

  #treatment({ key, recipes }: Space, { recipe, dose, mode, tier }: Extract<Verdict, { kind: "treat" }>): Pass {
    const decision = this.#o.decisions?.get(key);
    if (decision === "left-out") return { kind: "left-out" };
    const number = recipes[recipe];
    if (number === undefined || tier === "c" || !this.#isLet(key)) return { kind: "withheld", code: "face" };
    const claim = tier === "a" || decision === "confirmed";
    const state: FaceState = { face: mode === "cut" ? "removed" : "layer", tier, claimed: claim };
    return { kind: "go", work: { recipe: number, ...dose, mode, tier, claim }, state };
  }

  /** Whether a head leaves once its face is out, by what a person said, or did not say. */
  #isLet(key: string): boolean {
    const decision = this.#o.decisions?.get(key);
    return decision !== "left-out" && (decision === "confirmed" || !this.#o.asks);
  }

  /** Takes what was written of a file that was told of a recipe. Why it does not leave after all, once its space was measured. */
  async after(ordinal: number, key: string, written: Written): Promise<string | undefined> {
    const space = this.#spaces.get(key);
    if (!space) return "face";
    space.written.set(ordinal, written);
    if (space.written.size === space.treated.length) space.measure(await this.#measured(space));
    return space.measured;
  }

  /** Heads whose faces are out of files that leave, in the order of those. */
  get heads(): readonly CleanedHead[] {
    return this.#heads.sort((a, b) => (a.ordinals[0] ?? 0) - (b.ordinals[0] ?? 0));
  }

  /** Whether what is no volume may show a face: that of its study, or, made of a volume that nobody searched, any. */
  async #mayShow({ shows, drawn, study }: Pick<Summary, "shows" | "drawn" | "study">): Promise<boolean> {
    if (shows && (await this.#isOfHead(study))) return true;
    return drawn && !(await this.#isClear(study));
  }

  #isOfHead(study: string): Promise<boolean> {
    return once(this.#ofHeads, study, async () =>
      (await this.#searchesOf(study)).some((search) => hasHead(search) || search.code !== undefined),
    );
  }

  #isClear(study: string): Promise<boolean> {
    return once(this.#clear, study, async () => (await this.#searchesOf(study)).some(isClear));
  }

  async #searchesOf(study: string): Promise<readonly Search[]> {
    const spaces = [...(this.#studies.get(study) ?? [])].flatMap((key) => this.#spaces.get(key) ?? []);
    return Promise.all(spaces.map(({ search }) => search));
  }

  async #search(space: Space): Promise<Search> {
    const { searches, means } = this.#o;
    await this.#slots.enter();
    const meter = means.meter.beside;
    const search = await this.#line.next(() => searches.search(space.key, space.members, { run: means.run, meter }));
    for (const [ordinal, verdict] of search.verdicts) {
      if (this.#isLet(space.key) && verdict.kind === "treat" && verdict.tier !== "c" && search.recipes[verdict.recipe])
        space.treated.push(ordinal);
    }
    if (space.treated.length === 0) this.#slots.leave();
    else {
      meter.expect(space.treated.length, bytesOf(space.members));
      space.recipes = search.recipes.map((bytes) => {
        this.#o.teach(++numbers, bytes);
        return numbers;
      });
    }
    return search;
  }

  /** Why no treated file of a space leaves; nothing where all do that were written. */
  async #measured(space: Space): Promise<string | undefined> {
    const { means, views } = this.#o;
    const search = await space.search;
    const files = [...space.written.values()].flatMap((spot, at) => (spot ? [{ ...spot, key: -3 - at }] : []));
    const recipes = space.recipes;
    const edge = views ? { edge: EDGE } : {};
    const answer =
      files.length === 0 ? undefined : await this.#line.next(() => means.run({ op: "left", ...SEVERAL, files, recipes, ...edge }), true);
    means.meter.beside.did(bytesOf(space.members));
    for (const number of recipes) this.#o.teach(number);
    this.#slots.leave();
    if (!answer) return undefined;
    if (answer.kind !== "left") return codeOf(answer);
    // Every recipe was measured, and by each of them the face is gone.
    if (answer.left.length !== recipes.length || !answer.left.every(isGone)) return "face";
    this.#tell(space, search, answer.left, answer.views.flat());
    return undefined;
  }

  #tell({ key, members, written }: Space, { verdicts }: Search, left: readonly Left[], views: readonly Surface[]): void {
    const leaving = members.filter(({ ordinal }) => written.get(ordinal));
    const treated = leaving.flatMap(({ ordinal }) => {
      const verdict = verdicts.get(ordinal);
      return verdict?.kind === "treat" ? [verdict] : [];
    });
    const first = treated[0];
    if (!first) return;
    const tier = treated.some((each) => each.tier !== "a") ? "b" : "a";
    this.#heads.push({
      key,
      ordinals: leaving.map(({ ordinal }) => ordinal),
      series: [...new Set(leaving.map(({ find }) => find.instance.series))],
      verdict: first.mode,
      tier,
      claimed: tier === "a" || this.#o.decisions?.get(key) === "confirmed",
      skin: Math.max(...left.map(({ skin }) => skin)),
      views,
    });
  }
}

/** What was found out by a key before, or what `find` finds. */
function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** Whether a volume was searched, and no head is in it. */
function isClear(search: Search): boolean {
  return search.code === undefined && !hasHead(search) && [...search.verdicts.values()].some(({ kind }) => kind === "clear");
}

/** What no probe has measured is not known to be gone. */
function isGone({ skin, relief, probes }: Left): boolean {
  return probes > 0 && skin <= MOST.skin && relief <= MOST.relief;
}

/** One space in pass 2. */
class Space {
  readonly key: string;
  readonly members: readonly Member[];
  /** Set once the gate is made. */
  search!: Promise<Search>;
  /** Ordinals of files that are told of a recipe. */
  readonly treated: number[] = [];
  /** What was written of them. */
  readonly written = new Map<number, Written>();
  /** Numbers of recipes. */
  recipes: readonly number[] = [];
  /** Settles when its files were measured. */
  readonly measured: Promise<string | undefined>;
  measure!: (code: string | undefined) => void;

  constructor(key: string, members: readonly Member[]) {
    this.key = key;
    this.members = members;
    this.measured = new Promise((settle) => {
      this.measure = settle;
    });
  }
}

/** One after the other: what is urgent before what is not. */
class Line {
  #busy = false;
  #waiting: (() => void)[] = [];

  async next<T>(work: () => Promise<T>, urgent = false): Promise<T> {
    if (this.#busy) await new Promise<void>((go) => (urgent ? this.#waiting.unshift(go) : this.#waiting.push(go)));
    this.#busy = true;
    try {
      return await work();
    } finally {
      const go = this.#waiting.shift();
      if (go) go();
      else this.#busy = false;
    }
  }
}

/** So many at a time. */
class Slots {
  #free: number;
  #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((go) => this.#waiting.push(go));
  }

  leave(): void {
    const go = this.#waiting.shift();
    if (go) go();
    else this.#free++;
  }
}
