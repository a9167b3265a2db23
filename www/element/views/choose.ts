/** Step 1: where the scan is. A button for every way in; dropping is an extra. */

import { collectDrop, collectInput } from "../../files/collect.js";
import { film } from "../film.js";
import { h, heading } from "../h.js";
import type { Stage, View } from "./stage.js";

export function chooseView(stage: Stage): View {
  const { texts, disabled } = stage;
  const files = picker(stage, false);
  const folder = picker(stage, true);
  // Phones without folders say so by not knowing the attribute.
  const hasFolders = "webkitdirectory" in folder;
  const canDrop = matchMedia("(any-pointer: fine)").matches;
  const looking = h("p", { class: "note" });
  const root = h(
    "section",
    { class: "choose", part: "drop" },
    film(),
    h(
      "div",
      { class: "choose-words" },
      heading(texts.say("choose-title")),
      h("p", {}, texts.say(canDrop ? "choose-how" : "choose-how-touch")),
      h(
        "div",
        { class: "actions" },
        hasFolders &&
          h(
            "button",
            { type: "button", class: "primary", part: "button", disabled, onclick: () => folder.click() },
            texts.say("choose-folder"),
          ),
        h(
          "button",
          { type: "button", class: hasFolders ? "plain" : "primary", part: "button", disabled, onclick: () => files.click() },
          texts.say("choose-files"),
        ),
      ),
      h("p", { class: "note", role: "alert" }, stage.note || (disabled && texts.say("choose-disabled"))),
      looking,
      h(
        "p",
        { class: "sample" },
        h("button", { type: "button", class: "link", disabled, onclick: () => stage.sample() }, texts.say("choose-sample")),
        h("span", { class: "quiet" }, texts.say("choose-sample-hint")),
      ),
      h("p", { class: "stay", part: "stay" }, texts.say(stage.inForm ? "choose-stay-form" : "choose-stay")),
      lackOf(stage),
      h("slot", { name: "help" }),
      files,
      folder,
    ),
    h("p", { class: "let-go", "aria-hidden": "true" }, texts.say("choose-drop")),
  );
  if (!disabled) {
    acceptDrops(root, stage, (files) => {
      looking.textContent = texts.say("choose-looking", { files });
    });
  }
  return { root };
}

/** What this edition cannot do, in one sentence. */
function lackOf({ texts, lacks }: Stage): HTMLElement | false {
  const [pictures, codecs, reader] = (["pictures", "codecs", "reader"] as const).map((name) => lacks.includes(name));
  const key = pictures ? "pictures" : codecs ? (reader ? "codecs-reader" : "codecs") : reader ? "reader" : undefined;
  return key !== undefined && h("p", { class: "note lacks" }, texts.say(`lacks-${key}`));
}

/** A hidden native input: the buttons beside it open it. */
function picker(stage: Stage, folder: boolean): HTMLInputElement {
  const input = h("input", {
    type: "file",
    multiple: true,
    webkitdirectory: folder,
    hidden: true,
    onchange: () => {
      stage.choose(collectInput(input.files ?? []));
      // The same folder can be chosen again.
      input.value = "";
    },
  });
  return input;
}

/** @param told called with how many files a drop has so far: a folder of thousands takes seconds to look through */
function acceptDrops(root: HTMLElement, stage: Stage, told: (files: number) => void): void {
  let depth = 0;
  const over = (by: number): void => {
    depth = Math.max(0, depth + by);
    root.classList.toggle("over", depth > 0);
  };
  root.addEventListener("dragenter", () => over(1));
  root.addEventListener("dragleave", () => over(-1));
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    over(-depth);
    if (event.dataTransfer) void collectDrop(event.dataTransfer, told).then(stage.choose);
  });
}
