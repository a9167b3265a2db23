/** Step 5: clean files, saved where the person wants them, and what the tool could not do. */

import type { Result } from "../../engine/index.js";
import { h, heading } from "../h.js";
import { headTitle, surfaces } from "./heads.js";
import { withheldList } from "./refusals.js";
import { behindLines, faceLines, reportPart, writingLines } from "./report.js";
import { savingPart } from "./saving.js";
import type { Stage, View } from "./stage.js";

export function doneView(stage: Stage): View {
  const { texts, journey } = stage;
  const result = journey.result;
  if (!result) return { root: h("section") };
  const images = result.files.length;
  const bytes = result.files.reduce((sum, file) => sum + file.size, 0);
  const report = reportPart(stage, result.report);
  const seen = h("button", { type: "button", class: "plain", part: "button", "aria-expanded": "false" }, texts.say("done-report"));
  seen.addEventListener("click", () => {
    report.hidden = !report.hidden;
    seen.setAttribute("aria-expanded", String(!report.hidden));
    seen.textContent = texts.say(report.hidden ? "done-report" : "done-report-hide");
  });
  return {
    root: h(
      "section",
      { class: "done" },
      h("div", { class: images > 0 ? "seal" : "seal none", "aria-hidden": "true" }, images > 0 ? "✓" : "–"),
      heading(texts.say(images > 0 ? "done-title" : "done-title-none")),
      h("p", { class: "lead" }, texts.say(summaryOf(result), { images })),
      images > 0 && h("p", { class: "quiet" }, texts.say("done-size", { size: texts.size(bytes) })),
      images > 0 && stage.inForm && h("p", { class: "note" }, texts.say("done-form")),
      ...behindLines(texts, result.report).map((line) => h("p", { class: "writing" }, line)),
      ...[...writingLines(texts, result.report), ...faceLines(texts, result.report)].map(({ text, alarms }) =>
        h("p", { class: alarms ? "warning writing" : "writing" }, text),
      ),
      stage.ways && images > 0 ? savingPart(stage, stage.ways, bytes, seen) : h("div", { class: "actions" }, seen),
      report,
      headsPart(stage, result),
      result.withheld.length > 0 &&
        h(
          "section",
          { class: "withheld" },
          h("h3", {}, texts.say("done-withheld", { count: result.withheld.length })),
          withheldList(texts, result.withheld),
        ),
      result.directory?.status === "withheld" && h("p", { class: "note" }, texts.say("done-disc-none")),
      images > 0 &&
        h(
          "section",
          { class: "cannot" },
          h("h3", {}, texts.say("done-cannot")),
          h("ul", {}, ...cannot(result).map((kind) => h("li", {}, texts.say(`cannot-${kind}`)))),
        ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.back() }, texts.say("done-back")),
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.reset() }, texts.say("done-again")),
      ),
    ),
  };
}

/** What can be said of the files, by what was checked in them. */
function summaryOf({ files, report }: Result): string {
  if (files.length === 0) return "done-summary-none";
  return report.files.some(({ writing }) => writing === "left" || writing === "unseen") ? "done-summary-left" : "done-summary";
}

/** The heads as they were written: their faces are out. Nothing shows here what they looked like before. */
function headsPart(stage: Stage, { heads }: Result): HTMLElement | undefined {
  const shown = heads.filter(({ views }) => views.length > 0);
  if (shown.length === 0) return undefined;
  const { texts } = stage;
  return h(
    "section",
    { class: "faces" },
    h("h3", {}, texts.say("done-heads")),
    h("p", { class: "quiet" }, texts.say("done-heads-hint")),
    ...shown.map(({ series, views }) => h("article", { class: "head" }, h("h4", {}, ...headTitle(stage, series)), surfaces(texts, views))),
  );
}

/** What this tool could not do to these files. */
function cannot({ heads, report }: Result): string[] {
  const faces = report.notChecked.includes("faces") ? ["faces"] : [];
  return ["writing", ...faces, ...(heads.length > 0 ? ["heads"] : []), "anatomy"];
}
