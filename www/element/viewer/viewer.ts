/** The pictures of one series, with what is marked in them, to look at and to correct. */

import type { Area, Sighting } from "../../engine/index.js";
import { h } from "../h.js";
import { isOn } from "../place.js";
import { isFlagged, type Spot } from "../sights.js";
import type { Stage } from "../views/stage.js";
import { Boxes, nameOf, put } from "./boxes.js";
import { Canvas } from "./canvas.js";
import { type Desk, followKeys, followPointer } from "./hands.js";
import { ScopeChoice } from "./scope.js";

/**
 * @param series its key; it has files that can be looked at
 * @param name what a person calls it
 * @param changed called when the person changed what is marked
 */
export function viewer(stage: Stage, series: string, name: string, changed: () => void): { readonly root: HTMLElement; refresh(): void } {
  const { texts, journey } = stage;
  const { sights } = journey;
  const files = sights.files(series);
  let at = Math.max(0, files.findIndex(isFlagged));
  let frame = firstFrame(files[at]);

  const missing = h("p", { class: "missing", hidden: true }, texts.say("look-no-picture"));
  const canvas = new Canvas((shown) => {
    missing.hidden = shown;
    sheet.setAttribute("aria-busy", "false");
  });
  const boxes = new Boxes(texts, "box-help");
  const drawing = h("div", { class: "drawing", hidden: true });
  const sheet = h("div", { class: "sheet", dir: "ltr" }, canvas.root, missing, boxes.root, drawing);
  const scope = new ScopeChoice(texts);
  const said = h("p", { class: "heard", role: "status" });
  const place = h("p", { class: "where", role: "status" });
  const press = (words: string, onclick: () => void, look = "plain small"): HTMLButtonElement =>
    h("button", { type: "button", class: look, part: "button", onclick }, texts.say(words));
  const before = press("look-previous", () => go(at - 1));
  const next = press("look-next", () => go(at + 1));
  const found = press("look-next-found", () => go(nextFound(files, at)));
  const add = press("look-add", () => desk.draw(middle(file())));
  const erase = press("look-erase", () => chosen !== undefined && desk.erase(chosen));
  const slider = h("input", {
    type: "range",
    min: 1,
    step: 1,
    "aria-label": texts.say("look-frame"),
    oninput: () => turn(slider.valueAsNumber - 1),
  });
  const film = h("div", { class: "frames" }, slider);
  const leaves = h("input", { type: "checkbox", onchange: () => sheet.classList.toggle("leaves", leaves.checked) });
  /** The box that had the focus last. */
  let chosen: number | undefined;

  const file = (): Sighting => files[at] as Sighting;
  const spot = (): Spot => ({ ordinal: file().ordinal, frame });
  const marks = () => sights.marks(file().ordinal);

  const desk: Desk = {
    size: file,
    areaOf: (index) => marks()[index]?.area,
    preview: (index, area) => {
      if (index !== undefined) return boxes.move(index, area, file());
      drawing.hidden = false;
      put(drawing, area, file());
    },
    settle: () => {
      drawing.hidden = true;
      refresh();
    },
    draw: (area) => {
      edit((all) => all.draw(spot(), area, scope.scope));
      choose(marks().length - 1);
      said.textContent = texts.say("look-added");
    },
    move: (index, area) => edit((all) => all.change(spot(), index, { area }, scope.scope)),
    toggle: (index) => {
      const mark = marks()[index];
      if (!mark) return;
      edit((all) => all.change(spot(), index, { gone: !mark.gone }, scope.scope));
      said.textContent = nameOf(texts, { ...mark, gone: !mark.gone });
    },
    erase: (index) => {
      if (marks()[index]?.why !== "drawn") return;
      edit((all) => all.erase(spot(), index, scope.scope));
      choose(undefined);
      add.focus();
      said.textContent = texts.say("look-erased");
    },
  };

  const edit = (change: Parameters<typeof journey.decide>[0]): void => {
    journey.decide(change);
    refresh();
    changed();
  };
  const choose = (index: number | undefined): void => {
    chosen = index;
    erase.disabled = index === undefined || marks()[index]?.why !== "drawn";
    if (index !== undefined) boxes.focus(index);
  };
  const go = (to: number): void => {
    at = Math.min(Math.max(0, to), files.length - 1);
    turn(firstFrame(file()));
  };
  const turn = (to: number): void => {
    frame = to;
    choose(undefined);
    refresh();
    paint();
  };
  const paint = (): void => {
    sheet.setAttribute("aria-busy", "true");
    const { ordinal, frame: wanted } = spot();
    canvas.show(() => journey.frame(ordinal, wanted, EDGE));
  };
  const refresh = (): void => {
    const { frames, rows, columns, ordinal } = file();
    const words = { at: at + 1, of: files.length, frame: frame + 1, frames };
    const where = texts.say(frames < 2 ? "look-where" : files.length > 1 ? "look-where-frames" : "look-frame-of", words);
    if (place.textContent !== where) place.textContent = where;
    canvas.root.setAttribute("aria-label", `${name}. ${where}`);
    sheet.style.setProperty("--ratio", String((columns || 1) / (rows || 1)));
    film.hidden = frames < 2;
    slider.max = String(Math.max(frames, 1));
    slider.value = String(frame + 1);
    slider.setAttribute("aria-valuetext", texts.say("look-frame-of", words));
    before.disabled = at === 0;
    next.disabled = at === files.length - 1;
    found.hidden = files.length < 2 || nextFound(files, at) === at;
    boxes.show(placed(sights.marks(ordinal), frame), file());
    scope.offer(sights.alike(ordinal).length, frames);
  };

  followPointer(sheet, desk);
  followKeys(boxes.root, desk);
  boxes.root.addEventListener("focusin", (event) => {
    const { index } = (event.target as HTMLElement).dataset;
    if (index !== undefined && Number(index) !== chosen) choose(Number(index));
  });
  choose(undefined);
  refresh();
  paint();
  const root = h(
    "div",
    { class: "viewer" },
    h("div", { class: "turn" }, files.length > 1 && before, files.length > 1 && next, found, place),
    sheet,
    film,
    h("div", { class: "tools" }, add, erase, h("label", { class: "target wide" }, leaves, texts.say("look-leaves"))),
    h("p", { id: "box-help", class: "quiet" }, texts.say("look-help")),
    scope.root,
    said,
  );
  return { root, refresh };
}

/** The first frame on which there is something that calls for a look. */
function firstFrame(file: Sighting | undefined): number {
  const flagged = file?.seen?.marks.filter((mark) => mark.why !== "harmless") ?? [];
  return flagged.length > 0 ? Math.min(...flagged.map((mark) => mark.frames?.[0] ?? 0)) : 0;
}

/** The next file after this one in which something was found, round and round. */
function nextFound(files: readonly Sighting[], at: number): number {
  const after = files.findIndex((file, index) => index > at && isFlagged(file));
  return after >= 0 ? after : Math.max(0, files.findIndex(isFlagged));
}

function placed(marks: ReturnType<Stage["journey"]["sights"]["marks"]>, frame: number) {
  return marks.map((mark, index) => ({ mark, index })).filter(({ mark }) => isOn(mark, frame));
}

/** Where a new box begins. */
function middle({ columns, rows }: Sighting): Area {
  const [width, height] = [columns / 4, rows / 10];
  return { x: (columns - width) / 2, y: (rows - height) / 2, width, height };
}

/** Longest side of a picture in device pixels: enough to read small letters. */
const EDGE = 1600;
