/** The engine's small pictures on a canvas. */

import type { Picture } from "../engine/index.js";
import { h } from "./h.js";

/** Makes the canvas as large as the picture, in device pixels, and paints it. */
export function paint(canvas: HTMLCanvasElement, { width, height, pixels }: Picture): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
}

/** A canvas with a picture; `label` is what is said of it to those who do not see it. */
export function drawn(picture: Picture, label: string): HTMLCanvasElement {
  const canvas = h("canvas", { role: "img", "aria-label": label });
  paint(canvas, picture);
  return canvas;
}
