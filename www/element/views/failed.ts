/** Where the job could not be done at all: what happened, and what to do. */

import { h, heading } from "../h.js";
import { reason, remedy } from "../names.js";
import type { Stage, View } from "./stage.js";

export function failedView(stage: Stage): View {
  const { texts, journey } = stage;
  return {
    root: h(
      "section",
      { class: "failed" },
      heading(texts.say("failed-title")),
      h("p", {}, reason(texts, journey.code), " ", remedy(texts, journey.code)),
      h("p", { class: "quiet" }, texts.say("failed-nothing")),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "primary", part: "button", onclick: () => stage.retry() }, texts.say("failed-retry")),
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.reset() }, texts.say("review-back")),
      ),
    ),
  };
}
