/** The report for reading. The same as the file that can be saved: no original value is in it. */

import type { Report } from "../../engine/index.js";
import { h } from "../h.js";
import { attributeName } from "../tags.js";
import type { Texts } from "../texts.js";
import type { Stage } from "./stage.js";

export function reportPart(stage: Stage, report: Report): HTMLElement {
  const { texts } = stage;
  const writing = writingLines(texts, report);
  const faces = faceLines(texts, report);
  const { found, verified, withheld, leftOut } = report.totals;
  const totals: [string, number][] = [
    ["report-found", found],
    ["report-verified", verified],
    ["report-withheld", withheld],
    ["report-left", leftOut],
  ];
  return h(
    "section",
    { class: "report", part: "report", hidden: true },
    h("h3", {}, texts.say("report-title")),
    h("p", { class: "quiet" }, texts.say("report-hint")),
    h(
      "dl",
      { class: "totals" },
      ...totals.map(([label, count]) => h("div", {}, h("dt", {}, texts.say(label)), h("dd", {}, String(count)))),
    ),
    ...behindLines(texts, report).map((line) => h("p", {}, line)),
    h("h4", {}, texts.say("report-policy")),
    h("ul", {}, ...report.policy.options.map((option) => h("li", {}, h("bdi", { lang: "en" }, option.meaning)))),
    writing.length > 0 && h("h4", {}, texts.say("report-writing")),
    writing.length > 0 && h("ul", {}, ...writing.map(({ text }) => h("li", {}, text))),
    faces.length > 0 && h("h4", {}, texts.say("report-faces")),
    faces.length > 0 && h("ul", {}, ...faces.map(({ text }) => h("li", {}, text))),
    h("h4", {}, texts.say("report-unchecked")),
    h("ul", {}, ...report.notChecked.map((what) => h("li", {}, texts.say(`unchecked-${what}`)))),
    report.attributes.length > 0 && h("details", {}, h("summary", {}, texts.say("report-attributes")), attributes(stage, report)),
    h("p", { class: "quiet" }, texts.say("report-tool", { name: report.tool.name, version: report.tool.version })),
    h("p", { class: "quiet" }, texts.say("report-core"), " ", h("code", { dir: "ltr", class: "hash" }, report.tool.wasmSha256)),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.saveReportPage() }, texts.say("report-save-page")),
      h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.saveReport() }, texts.say("done-report-save")),
    ),
  );
}

/** A sentence, and whether a person should do something about it. */
export interface Line {
  readonly text: string;
  readonly alarms: boolean;
}

/** What became of picture files, and of writing in the pictures. */
export function writingLines(texts: Texts, report: Report): Line[] {
  return lines(texts, report, [
    ["done-pictures", (file) => file.kind !== undefined],
    ["done-recompressed", (file) => file.findings?.includes("recompressed") ?? false],
    ["done-blackened", (file) => (file.blackened ?? 0) > 0],
    ["done-staying", (file) => file.writing === "left", true],
    ["done-unseen", (file) => file.writing === "unseen", true],
  ]);
}

/** What stayed behind by the person's own word. */
export function behindLines(texts: Texts, { leftOut }: Report): string[] {
  return ["not-chosen", "not-read"].flatMap((kind) => {
    const count = leftOut.filter((one) => one.kind === kind).length;
    return count > 0 ? [texts.say(`done-${kind}`, { count })] : [];
  });
}

/** What became of faces. */
export function faceLines(texts: Texts, report: Report): Line[] {
  return lines(texts, report, [
    ["done-face-removed", (file) => file.face === "removed"],
    ["done-face-layer", (file) => file.face === "layer", true],
    ["done-face-open", (file) => file.claimed === false, true],
    ["done-face-kept", (file) => file.face === "kept", true],
  ]);
}

type Told = readonly [id: string, is: (file: Report["files"][number]) => boolean, alarms?: boolean];

/** A line for each that is true of some file that leaves. */
function lines(texts: Texts, { files }: Report, told: readonly Told[]): Line[] {
  const leaving = files.filter(({ status }) => status === "verified");
  return told.flatMap(([id, is, alarms = false]) => {
    const images = leaving.filter(is).length;
    return images > 0 ? [{ text: texts.say(id, { images }), alarms }] : [];
  });
}

/** The technical list, in the standard's words: scrolled by keys too. */
function attributes(stage: Stage, report: Report): HTMLElement {
  const { texts } = stage;
  const column = (id: string): HTMLElement => h("th", { scope: "col" }, texts.say(`report-column-${id}`));
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": texts.say("report-attributes") },
    h(
      "table",
      { lang: "en", dir: "ltr" },
      h("thead", {}, h("tr", {}, column("path"), column("action"), column("rule"), column("count"))),
      h(
        "tbody",
        {},
        ...report.attributes.map(({ path, action, rule, count }) =>
          h(
            "tr",
            {},
            h("td", {}, attributeName(path), h("code", {}, path)),
            h("td", {}, action),
            h("td", {}, rule),
            h("td", { class: "number" }, String(count)),
          ),
        ),
      ),
    ),
  );
}
