/** The mark of the tool: a film on a light box, with the name in its corner barred out. Decoration only. */

import { shape } from "./h.js";

export function film(): SVGSVGElement {
  return shape(
    "svg",
    { viewBox: "0 0 132 168", class: "film", "aria-hidden": "true", focusable: "false" },
    shape("path", { class: "film-sheet", d: "M10 2h92l28 28v128a8 8 0 0 1-8 8H10a8 8 0 0 1-8-8V10a8 8 0 0 1 8-8Z" }),
    shape("path", { class: "film-corner", d: "M102 2v20a8 8 0 0 0 8 8h20Z" }),
    // The writing that will go: one bar per line.
    shape("rect", { class: "film-bar", x: 14, y: 14, width: 56, height: 9, rx: 2 }),
    shape("rect", { class: "film-bar", x: 14, y: 28, width: 38, height: 9, rx: 2 }),
    // The picture that stays: a knee, seen from the front.
    shape("path", { class: "film-bone", d: "M53 52c1 14-1 24-6 33-4 8-1 17 8 17 5 0 8-4 11-4s6 4 11 4c9 0 12-9 8-17-5-9-7-19-6-33" }),
    shape("path", { class: "film-bone", d: "M53 156c1-13-1-21-5-28-4-9-1-16 7-17 7-1 15-1 22 0 8 1 11 8 7 17-4 7-6 15-5 28" }),
    shape("ellipse", { class: "film-bone film-cap", cx: 66, cy: 87, rx: 8, ry: 9 }),
  );
}
