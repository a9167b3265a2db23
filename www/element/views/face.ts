/** Before the cleaning: each head with its face and without it, for a person to say whether the face can still be seen. */

import type { Head } from "../../engine/index.js";
import { type Answer, isTreated } from "../faces.js";
import { h, heading } from "../h.js";
import { reason } from "../names.js";
import { headTitle, viewPairs } from "./heads.js";
import type { Stage, View } from "./stage.js";

export function faceView(stage: Stage): View {
  const { texts, journey } = stage;
  const heads = journey.faces.shown;
  const treats = heads.some(isTreated);
  const go = h("button", { type: "button", class: "primary", part: "button", onclick: () => stage.start() }, texts.say("look-go"));
  const hint = h("p", { class: "quiet", role: "status" });
  const refresh = (): void => {
    const { isAnswered, isSomeLeft } = journey;
    go.disabled = !isAnswered || !isSomeLeft;
    hint.textContent = isAnswered ? (isSomeLeft ? "" : texts.say("look-go-none")) : texts.say("face-go-hint");
  };
  refresh();
  return {
    root: h(
      "section",
      { class: "faces" },
      heading(texts.say("face-title")),
      h("p", { class: "lead" }, texts.say(treats ? "face-lead" : "face-lead-lost")),
      ...heads.map((head, at) => card(stage, head, at, refresh)),
      h(
        "section",
        {},
        h("h3", {}, texts.say("face-stays")),
        h("ul", { class: "dots" }, ...stays(journey.policy).map((id) => h("li", {}, texts.say(id)))),
      ),
      h(
        "div",
        { class: "actions go" },
        go,
        h("button", { type: "button", class: "plain", part: "button", onclick: () => stage.back() }, texts.say("look-back")),
        hint,
      ),
    ),
  };
}

/** @param answered called when the person has said something of the head */
function card(stage: Stage, head: Head, at: number, answered: () => void): HTMLElement {
  const { texts } = stage;
  const title = headTitle(stage, head.series);
  if (!isTreated(head)) {
    const why = head.code === undefined ? texts.say("face-lost") : `${reason(texts, head.code)} ${texts.say("face-lost-code")}`;
    return h("article", { class: "head lost" }, h("h3", {}, ...title), h("p", { class: "warning" }, h("strong", {}, why)));
  }
  const asked = stage.journey.asked.includes(head);
  return h(
    "article",
    { class: "head" },
    h("h3", {}, ...title),
    h("p", {}, texts.say(`face-${head.tier === "a" ? "sure" : "unsure"}-${head.verdict}`), asked && ` ${texts.say("face-compare")}`),
    head.verdict === "layer" &&
      h("p", { class: "warning" }, h("strong", {}, texts.say("face-layer")), h("span", {}, texts.say("face-layer-why"))),
    head.views.length > 0 ? viewPairs(texts, head.views) : h("p", { class: "note plain-note" }, texts.say("face-no-picture")),
    question(stage, head, at, asked, answered),
  );
}

/** "Is any part of the face still visible?" */
function question(stage: Stage, head: Head, at: number, asked: boolean, answered: () => void): HTMLElement {
  const { texts, journey } = stage;
  const name = `face-${at}`;
  const status = h("p", { class: "said alarm", role: "status" });
  const refresh = (): void => {
    status.textContent = journey.faces.answer(head.key) === "visible" ? texts.say("face-out") : "";
  };
  const option = (answer: Answer): HTMLElement => {
    const choose = (): void => {
      journey.answer(head.key, answer);
      refresh();
      answered();
    };
    const checked = journey.faces.answer(head.key) === answer;
    const input = h("input", { type: "radio", name, value: answer, checked, required: asked, onchange: choose });
    return h("label", {}, input, texts.say(answer === "gone" ? `face-gone-${head.verdict}` : "face-visible"));
  };
  refresh();
  return h(
    "fieldset",
    { class: "reach", "aria-describedby": `${name}-help` },
    h("legend", {}, texts.say(`face-question-${head.verdict}`)),
    h("p", { id: `${name}-help`, class: "quiet" }, texts.say(asked ? "face-help" : "face-help-free")),
    option("gone"),
    option("visible"),
    status,
  );
}

/** What nobody can take out, and what the rules keep. */
function stays(policy: unknown): string[] {
  const { ears, orbits } = (policy ?? {}) as { ears?: unknown; orbits?: unknown };
  const kept = [ears === "keep" && "face-stays-ears", orbits === "keep" && "face-stays-eyes"].filter((id) => id !== false);
  return ["face-stays-bones", ...kept, "face-stays-brain", "face-stays-else"];
}
