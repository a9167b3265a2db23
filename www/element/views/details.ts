/** What goes and what stays, in plain words. */

import { applied } from "../../engine/index.js";
import { h } from "../h.js";
import type { Texts } from "../texts.js";
import type { Stage } from "./stage.js";

/** "These details will be removed", from the counts of the review. */
export function removesPart(stage: Stage, removes: Readonly<Record<string, number>>): HTMLElement {
  const { texts } = stage;
  const found = KINDS.filter((kind) => (removes[kind] ?? 0) > 0);
  // A kind that these words do not know yet still counts.
  const others = Object.entries(removes).reduce((sum, [kind, count]) => (KINDS.includes(kind) ? sum : sum + count), 0);
  const word = (kind: string): string => texts.say(`removes-${kind}`);
  const lines = found.map((kind): [string, number] => [word(kind), (removes[kind] ?? 0) + (kind === "other" ? others : 0)]);
  const pills = new Map(found.map((kind) => [kind, h("li", {}, word(kind))]));
  void tellHowMany(stage, pills);
  if (others > 0 && !found.includes("other")) lines.push([word("other"), others]);
  return h(
    "section",
    { class: "removes" },
    h("h3", {}, texts.say("review-removes")),
    h("p", { class: "quiet" }, texts.say("review-removes-hint")),
    h("ul", { class: "barred" }, ...pills.values(), others > 0 && !found.includes("other") && h("li", {}, word("other"))),
    h(
      "details",
      {},
      h("summary", {}, texts.say("review-counts")),
      h("ul", { class: "counts" }, ...lines.map(([kind, count]) => h("li", {}, texts.say("review-counts-line", { kind, count })))),
    ),
  );
}

/** "Doctors and staff: 3": how many there are of some kinds, in one file of each of the first scans. */
async function tellHowMany({ texts, journey }: Stage, pills: ReadonlyMap<string, HTMLElement>): Promise<void> {
  const values = new Map<string, Set<string>>(COUNTED.map((kind) => [kind, new Set()]));
  const studies = journey.review?.patients.flatMap((patient) => patient.studies) ?? [];
  for (const study of studies.slice(0, LOOKED_AT)) {
    const series = study.series.find(({ code }) => code === undefined);
    const explained = series && (await journey.explained(series.key));
    for (const [, , kind, action, , before] of explained?.rows ?? []) {
      if (GOES.has(action) && before !== "" && !/^[[<]\d+[\]>]$/.test(before)) values.get(kind)?.add(before.toUpperCase());
    }
  }
  for (const [kind, { size }] of values) {
    const pill = pills.get(kind);
    if (pill && size > 1) pill.textContent = texts.say("review-kind-count", { kind: texts.say(`removes-${kind}`), count: size });
  }
}

/** Kinds of which it helps to know how many. */
const COUNTED = ["ids", "staff", "contact", "device", "notes"];
const GOES = new Set(["remove", "replace", "empty", "dummy"]);
/** Scans of which one file each is looked at. */
const LOOKED_AT = 3;

/** "These stay", by the Options in force. */
export function staysPart(texts: Texts, policy: unknown): HTMLElement {
  const options = applied(policy);
  const why = (kind: string): string => (kind === "pictures" && options.has("clean-recognizable-visual-features") ? "why-faces" : "why");
  const kinds = STAYS.filter(([, option]) => option === undefined || options.has(option)).map(([kind]) => kind);
  return h(
    "section",
    { class: "stays" },
    h("h3", {}, texts.say("review-stays")),
    h(
      "ul",
      {},
      ...kinds.map((kind) =>
        h(
          "li",
          {},
          h("strong", {}, texts.say(`stays-${kind}`)),
          " ",
          h("span", { class: "quiet" }, texts.say(`stays-${kind}.${why(kind)}`)),
        ),
      ),
    ),
  );
}

/** In the order in which people look for them. */
const KINDS: readonly string[] = [
  "names",
  "birth",
  "ids",
  "contact",
  "dates",
  "places",
  "staff",
  "notes",
  "device",
  "private",
  "graphics",
  "beside",
  "uids",
  "other",
];

/** What stays, and by which Option; by the Basic Profile where none is named. In the order in which people look for them. */
const STAYS: readonly (readonly [kind: string, option?: string])[] = [
  ["pictures"],
  ["dates-moved", "retain-longitudinal-modified-dates"],
  ["dates-true", "retain-longitudinal-full-dates"],
  ["body", "retain-patient-characteristics"],
  ["words", "clean-descriptors"],
  ["reports", "clean-structured-content"],
  ["graphics", "clean-graphics"],
  ["hospital", "retain-institution-identity"],
  ["device", "retain-device-identity"],
  ["settings"],
  ["private", "retain-safe-private"],
  ["uids", "retain-uids"],
];
