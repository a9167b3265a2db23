/** The element: it owns the screen, the form and the events. The job is the journey's, the cleaning the engine's. */

import { Breath } from "../engine/breath.js";
import { besideScript, type InputItem, type PackName, type Progress, type Report, type Result, type Supply } from "../engine/index.js";
import { sample } from "../files/sample.js";
import { besideWords, have, type Words } from "../locales/words.js";
import { type EngineMaker, makeEngine } from "./engine.js";
import {
  ScrubAcceptEvent,
  ScrubDoneEvent,
  ScrubErrorEvent,
  ScrubFaceEvent,
  ScrubLookEvent,
  ScrubProgressEvent,
  ScrubReviewEvent,
} from "./events.js";
import { isTreated } from "./faces.js";
import { setForm } from "./form.js";
import { Frame } from "./frame.js";
import { Journey, type State, seriesOf } from "./journey.js";
import { cleanFiles, saveReport, saveReportPage, type Ways, waysOf } from "./outputs.js";
import { Reflected } from "./reflected.js";
import { reportPage } from "./report-page.js";
import { languageOf, maxBytesOf, policyOf } from "./settings.js";
import { sheet } from "./style/index.js";
import { Texts } from "./texts.js";
import type { Rules, Stage } from "./views/stage.js";
import { isFlagged } from "./views/warnings.js";
import { Watch } from "./watch.js";

/**
 * De-identifies medical scans on the device of the person who has them.
 *
 * @attr {string} name - The form field that takes the clean files.
 * @attr {boolean} required - The form waits for at least one clean file.
 * @attr {boolean} disabled - Takes no files.
 * @attr {string} lang - The language of the words, as a BCP 47 tag.
 * @attr {"share"|"strict"|"clinical"} profile - The built-in rules; "share" unless said otherwise.
 * @attr {string} options - Options of PS3.15 E.3, parted by spaces, in place of a profile.
 * @attr {string} policy - A policy of the site's own: JSON, the `#id` of a `<script type="application/json">`, or an address for `loadPolicy`.
 * @attr {number} max-bytes - The most bytes that may be chosen.
 * @attr {"files"|"zip"} output - What goes into the form; "files" unless said otherwise.
 * @attr {string} worker-url - Where the worker's script is, for pages that forbid blob workers.
 * @attr {"always"|"flagged"} review - Whether a person must always see the review, or only where something calls for it. Pictures are the policy's affair.
 * @slot - A policy of the site's own, as `<script type="application/json">`.
 * @slot label - A heading above the first step.
 * @slot help - Words beside the first step.
 * @slot consent - What a person agrees to, above the button that cleans.
 * @slot footer - Below every step.
 * @csspart drop - Where files can be dropped.
 * @csspart button - Every button of weight.
 * @csspart list - A table of series.
 * @csspart progress - The progress bar.
 * @csspart report - The report.
 * @csspart preview - A small picture of a series.
 * @csspart stay - The sentence that says where files stay.
 * @csspart input - Every field and choice of the step that saves.
 * @cssstate busy - Work is going on.
 * @cssstate done - Clean files are ready. Every other `state` is a state of that name, too.
 * @cssprop --scrub-paper - The ground of the element.
 * @cssprop --scrub-ground - The ground of what is set off.
 * @cssprop --scrub-ink - The colour of words.
 * @cssprop --scrub-quiet - The colour of lesser words.
 * @cssprop --scrub-line - The colour of lines.
 * @cssprop --scrub-edge - The colour of edges of fields.
 * @cssprop --scrub-accent - The colour of buttons.
 * @cssprop --scrub-on-accent - The colour of words on buttons.
 * @cssprop --scrub-tint - The ground of what stands out.
 * @cssprop --scrub-warn - The colour of warnings.
 * @cssprop --scrub-warn-tint - The ground of warnings.
 * @cssprop --scrub-radius - How round corners are.
 * @cssprop --scrub-title-font - The font of headings.
 * @cssprop --scrub-font - The font of all else.
 * @fires scrub-accept - Files were chosen; cancel to refuse them.
 * @fires scrub-review - What was found is on the screen.
 * @fires scrub-look - Pictures with writing are on the screen, for the person to look at.
 * @fires scrub-face - Heads are on the screen before and after, for the person to say whether a face can still be seen.
 * @fires scrub-progress - Work went on.
 * @fires scrub-done - Clean files are ready.
 * @fires scrub-error - The work could not be done.
 */
export class ScanScrubber extends Reflected {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["name", "required", "disabled", "lang", "profile", "output"];
  /** How an engine is made. Replaceable, for editions that carry the worker elsewhere. */
  static engine: EngineMaker = makeEngine;
  /**
   * Where further wasm files come from: beside the script, unless a site keeps them elsewhere.
   *
   * @example
   * ScanScrubber.supply = supplyOf(["pictures", "codecs", "reader"], async (part) => (await import(`/scans/pack-${part}.js`)).default);
   */
  static supply: Supply = besideScript;
  /** Where the languages come from, but for English: beside the script, unless a site keeps them elsewhere. */
  static words: Words = besideWords;

  /**
   * How a policy that lies at an address is fetched. Nothing here fetches anything, so that without it such a policy is refused:
   * `adapters/policy` has one.
   */
  static loadPolicy: ((url: string) => Promise<unknown>) | undefined;

  readonly #internals = this.attachInternals();
  readonly #watch = new Watch();
  readonly #frame: Frame;
  readonly #journey: Journey;
  #texts = new Texts("en");
  #policy: unknown;
  #key: Uint8Array | undefined;
  /** Made when somebody asks for them: for thousands, a browser takes seconds. */
  #files: readonly File[] | undefined;
  #note = "";
  #saved = false;
  #disabledByForm = false;
  #before: State = "idle";
  #rules: Rules = "share";

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: false });
    root.adoptedStyleSheets = [sheet()];
    this.#frame = new Frame(root);
    this.#journey = new Journey(() => this.#startEngine(), {
      changed: (state) => this.#changed(state),
      progressed: (progress) => this.#progressed(progress),
      found: (soFar) => this.#frame.found(soFar),
    });
    root.addEventListener("keydown", (event) => this.#pressed(event as KeyboardEvent));
    // A file that is dropped beside the place for it, or too early, would else take the place of the page.
    for (const type of ["dragover", "drop"]) root.addEventListener(type, (event) => event.preventDefault());
    this.#setStates("idle");
    this.#adopt();
  }

  /** Registers the element under a name, once. */
  static define(tag = "scan-scrubber", registry: CustomElementRegistry | undefined = globalThis.customElements): typeof ScanScrubber {
    if (registry && !registry.get(tag)) registry.define(tag, ScanScrubber);
    return ScanScrubber;
  }

  /** The clean files: verified ones only, none before the job is done. */
  get files(): readonly File[] {
    const { result } = this.#journey;
    this.#files ??= result ? cleanFiles(result, this.getAttribute("output")) : [];
    return this.#files;
  }

  /** What was done, without any original value; nothing before the job is done. */
  get report(): Report | undefined {
    return this.#journey.result?.report;
  }

  /** The further wasm files that this edition does not have: files that need one are withheld, with the code "codec". */
  get lacks(): readonly PackName[] {
    return ScanScrubber.supply.lacks;
  }

  get state(): State {
    return this.#journey.state;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** Whether the form asks it: not while it is disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The kind of form control that this is. */
  get type(): string {
    return "scan-scrubber";
  }

  /** A policy of the site's own, as an object, or as text as in the attribute. Counts from the next files on. */
  get policy(): unknown {
    return this.#policy;
  }

  set policy(policy: unknown) {
    this.#policy = policy;
  }

  /** The site's own key of 32 bytes, so that one person maps alike over time. Can be set, never read. */
  set key(key: Uint8Array | undefined) {
    this.#key = key?.slice();
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Takes files, with those chosen before, and reads them. Resolves when the review is on the screen, or the job has failed. */
  async add(files: Iterable<File | InputItem>): Promise<void> {
    const items = [...files].map(asItem);
    if (this.#disabled || this.#journey.busy) return;
    const most = maxBytesOf(this);
    this.#note = "";
    if (items.length === 0) return this.#refuse(this.#texts.say("choose-nothing"));
    if (most !== undefined) {
      const bytes = await bytesOf(items);
      if (this.#journey.busy) return;
      if (bytes > most) {
        return this.#refuse(this.#texts.say("choose-too-big", { size: this.#texts.size(bytes), max: this.#texts.size(most) }));
      }
    }
    if (!this.dispatchEvent(new ScrubAcceptEvent(items.length, () => items.reduce((sum, item) => sum + item.data.size, 0)))) return;
    await this.#journey.read(items);
  }

  /** Goes on from the review, or from pictures or heads once the person has said all that is asked of them. Resolves when it is done, stopped, has failed, or is the person's turn. */
  async start(): Promise<void> {
    await this.#journey.clean();
  }

  /** Stops the work at once; what was loaded stays. */
  cancel(): void {
    if (this.#journey.busy && this.#journey.state !== "reading") this.#note = this.#texts.say("cleaning-stopped");
    this.#journey.cancel();
  }

  /** Forgets every file, every finding and the key of the batch. */
  reset(): void {
    this.#note = "";
    this.#journey.reset();
  }

  /** Saves the clean files as one zip. Resolves to false where the person closed the dialog. */
  async save(): Promise<boolean> {
    return (await this.#ways()?.zip()) ?? false;
  }

  connectedCallback(): void {
    this.#speak();
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and puts it back within one task: only a real goodbye forgets.
    queueMicrotask(() => {
      if (!this.isConnected) this.#journey.reset();
    });
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === "lang") this.#speak();
    else if (name === "disabled") this.#show(false);
    else if (name === "output") this.#files = undefined;
    this.#setForm();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled;
    if (this.isConnected) this.#show(false);
  }

  formResetCallback(): void {
    this.reset();
  }

  /** What a page set before the script had loaded lies on the element itself, where it would hide what takes it: rules and a key above all. */
  #adopt(): void {
    const given = this as unknown as Record<string, unknown>;
    for (const name of SETTABLE) {
      if (!Object.hasOwn(this, name)) continue;
      const value = given[name];
      delete given[name];
      given[name] = value;
    }
  }

  get #disabled(): boolean {
    return this.#disabledByForm || this.hasAttribute("disabled");
  }

  async #startEngine(): Promise<Awaited<ReturnType<EngineMaker>>> {
    const { policy: given, url, rules } = policyOf(this, this.#policy);
    this.#rules = rules;
    // What cannot be had is no policy, and the engine refuses that.
    const policy = url === undefined ? given : await ScanScrubber.loadPolicy?.(url).catch(() => null);
    const workerUrl = this.getAttribute("worker-url") ?? undefined;
    return ScanScrubber.engine({ policy: policy ?? null, key: this.#key, workerUrl, supply: ScanScrubber.supply });
  }

  #refuse(note: string): void {
    this.#note = note;
    this.#show(true);
  }

  #speak(): void {
    const wanted = languageOf(this);
    this.#say(wanted);
    void have(ScanScrubber.words, wanted).then((isFresh) => {
      if (isFresh && this.isConnected && languageOf(this) === wanted) this.#say(wanted);
    });
  }

  #say(wanted: string): void {
    this.#texts = new Texts(wanted);
    this.#show(false);
    this.#setForm();
  }

  #changed(state: State): void {
    const { result, review } = this.#journey;
    const fresh = this.#before === "reading";
    this.#before = state;
    this.#saved = false;
    this.#files = undefined;
    this.#setStates(state);
    this.#setForm();
    this.#watch.set(this.#journey.busy, this.#isUnsaved(result));
    this.#show(true);
    this.#note = "";
    if (state === "review" && review) {
      const studies = review.patients.reduce((sum, patient) => sum + patient.studies.length, 0);
      this.dispatchEvent(
        new ScrubReviewEvent(studies, seriesOf(review).length, review.instances, review.withheld.length, review.leftOut.length),
      );
      // Whoever came back here wants to see it.
      const mayGoOn = fresh && this.getAttribute("review") === "flagged" && !isFlagged(review) && this.#journey.series.size > 0;
      if (mayGoOn && this.#journey.state === "review") void this.#journey.clean();
    }
    if (state === "look") this.dispatchEvent(new ScrubLookEvent(this.#journey.flagged.length));
    if (state === "face") {
      const { faces, asked } = this.#journey;
      const lost = faces.shown.filter((head) => !isTreated(head)).length;
      this.dispatchEvent(new ScrubFaceEvent(faces.shown.length, asked.length, lost));
    }
    if (result && state === "done") this.dispatchEvent(new ScrubDoneEvent(result.files.length, result.withheld.length));
    if (state === "failed") this.dispatchEvent(new ScrubErrorEvent(this.#journey.code));
  }

  #progressed(progress: Progress): void {
    this.#frame.progressed(progress, this.#texts);
    this.dispatchEvent(new ScrubProgressEvent(progress.phase, progress.done, progress.total, progress.secondsLeft));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.#journey.busy) return;
    event.preventDefault();
    this.cancel();
  }

  /** How the clean files can be saved: where they were, nothing is lost with the page. */
  #ways(): Ways | undefined {
    const { result } = this.#journey;
    if (!result) return undefined;
    const ways = waysOf(result);
    const noted = async (saved: Promise<boolean>): Promise<boolean> => {
      const all = await saved;
      this.#saved ||= all && this.#journey.result === result;
      this.#watch.set(this.#journey.busy, this.#isUnsaved(this.#journey.result));
      return all;
    };
    const { share } = ways;
    return {
      ...ways,
      zip: (saving) => noted(ways.zip(saving)),
      part: (parts, index, saving) => noted(ways.part(parts, index, saving)),
      fill: (folder, saving) => noted(ways.fill(folder, saving)),
      share: share && (() => noted(share())),
    };
  }

  /** In a form the files are the form's; elsewhere they are lost with the page. */
  #isUnsaved(result: Result | undefined): boolean {
    return Boolean(result?.files.length) && !this.#saved && !this.#internals.form;
  }

  #setForm(): void {
    setForm(this.#internals, this, this.#journey, this.#texts, () => this.files);
  }

  #setStates(state: State): void {
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(state);
      if (this.#journey.busy) states.add("busy");
    } catch {
      // Browsers before 2024 have none, or take names with dashes alone: there a site has no state to style by, and that is all.
    }
  }

  #show(moveFocus: boolean): void {
    this.#frame.show(this.#stage(), moveFocus);
  }

  #stage(): Stage {
    return {
      texts: this.#texts,
      journey: this.#journey,
      rules: this.#rules,
      disabled: this.#disabled,
      lacks: this.lacks,
      inForm: Boolean(this.#internals.form && this.getAttribute("name")),
      note: this.#note,
      choose: (items) => void this.add(items),
      sample: () => void this.add(sample()),
      start: () => void this.start(),
      back: () => this.#journey.back(),
      cancel: () => this.cancel(),
      stopReading: () => this.#journey.stopReading(),
      reset: () => this.reset(),
      retry: () => void this.#journey.retry(),
      ways: this.#ways(),
      saveReport: () => this.report && saveReport(this.report),
      saveReportPage: () => this.report && saveReportPage(reportPage(this.#texts, this.report)),
    };
  }
}

/** The properties that a page can set. */
const SETTABLE = ["policy", "key", "name", "required", "disabled", "profile", "options", "maxBytes", "output", "workerUrl", "review"];

/** Bytes of all files. A browser asks its system for the size of each: of thousands, not in one go. */
async function bytesOf(items: readonly { data: { size: number } }[]): Promise<number> {
  const breath = new Breath();
  let sum = 0;
  for (const { data } of items) {
    sum += data.size;
    if (breath.isDue) await breath.take();
  }
  return sum;
}

/** A File by its path in the folder that was chosen, where there is one. */
function asItem(file: File | InputItem): InputItem & { data: { size: number } } {
  const item = file instanceof File ? { path: file.webkitRelativePath || file.name, data: file } : file;
  const { data } = item;
  return { path: item.path, data: data instanceof Uint8Array ? new Blob([data.slice()]) : data };
}
