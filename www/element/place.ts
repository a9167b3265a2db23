/** Boxes on pictures: where they are, and whether two are one and the same. In pixels of the picture, no DOM. */

import type { Area, Mark } from "../engine/index.js";

/** What boxes lie on. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The nearest area of at least one pixel, of whole pixels, that lies on the picture. */
export function within(area: Area, { columns, rows }: Size): Area {
  const width = Math.min(Math.max(1, Math.round(area.width)), columns);
  const height = Math.min(Math.max(1, Math.round(area.height)), rows);
  const x = Math.min(Math.max(0, Math.round(area.x)), columns - width);
  const y = Math.min(Math.max(0, Math.round(area.y)), rows - height);
  return { x, y, width, height };
}

/** The area between two corners, in whole pixels: all that is touched belongs to it. */
export function between(ax: number, ay: number, bx: number, by: number): Area {
  const [x, y] = [Math.floor(Math.min(ax, bx)), Math.floor(Math.min(ay, by))];
  return { x, y, width: Math.ceil(Math.max(ax, bx)) - x, height: Math.ceil(Math.max(ay, by)) - y };
}

/** Whether two areas are one place, as an overlay that comes again a few pixels off. */
export function isSamePlace(a: Area, b: Area): boolean {
  const common = shared(a, b);
  return common * 2 > a.width * a.height + b.width * b.height - common;
}

/** How much of an area lies under another: 0 to 1. */
export function share(of: Area, under: Area): number {
  return shared(of, under) / (of.width * of.height || 1);
}

/** Whether a mark is on a frame, from 0. */
export function isOn(mark: Mark, frame: number): boolean {
  return !mark.frames || (mark.frames[0] <= frame && frame <= mark.frames[1]);
}

/** A mark without one frame: what is left of it before and after. */
export function besides(mark: Mark, frame: number, frames: number): Mark[] {
  const [first, last] = mark.frames ?? [0, frames - 1];
  const parts: [number, number][] = [
    [first, frame - 1],
    [frame + 1, last],
  ];
  return parts.filter(([from, to]) => from <= to).map((range) => ({ ...mark, frames: range }));
}

function shared(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
