/** How a pointer and a keyboard handle boxes: what was done comes out as areas, in pixels of the picture. */

import type { Area } from "../../engine/index.js";
import { between, type Size, within } from "../place.js";

/** What hands are laid on. Boxes are known by their index. */
export interface Desk {
  size(): Size;
  areaOf(index: number): Area | undefined;
  /** On the screen alone, while a pointer is down; without an index, of a box that is being drawn. */
  preview(index: number | undefined, area: Area): void;
  /** A pointer is up, or was called off: previews are over. */
  settle(): void;
  draw(area: Area): void;
  move(index: number, area: Area): void;
  toggle(index: number): void;
  erase(index: number): void;
}

interface Grip {
  readonly pointer: number;
  readonly index: number | undefined;
  readonly kind: "draw" | "move" | "resize";
  /** Where the pointer went down: in pixels of the screen, and of the picture. */
  readonly down: readonly [number, number];
  readonly from: readonly [number, number];
  readonly area: Area;
  now: Area | undefined;
}

/** Drags on empty picture draw, drags on a box move it, drags at its corner resize it, presses switch it. */
export function followPointer(sheet: HTMLElement, desk: Desk): void {
  let grip: Grip | undefined;
  let dragged = false;
  sheet.addEventListener("pointerdown", (event) => {
    const target = event.target as Element;
    if (!event.isPrimary || event.button !== 0 || grip) return;
    const index = indexOf(target);
    const from = pointOf(sheet, desk.size(), event);
    const kind = index === undefined ? "draw" : target.closest(".corner") ? "resize" : "move";
    const area = (index === undefined ? undefined : desk.areaOf(index)) ?? { x: 0, y: 0, width: 0, height: 0 };
    grip = { pointer: event.pointerId, index, kind, down: [event.clientX, event.clientY], from, area, now: undefined };
    dragged = false;
    // To what it went down on, so that a press without a drag is still one on it.
    target.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!grip || event.pointerId !== grip.pointer) return;
    const far = Math.hypot(event.clientX - grip.down[0], event.clientY - grip.down[1]) > SLACK;
    if (!far && !grip.now) return;
    grip.now = dragTo(grip, pointOf(sheet, desk.size(), event), desk.size());
    desk.preview(grip.index, grip.now);
  });
  const end = (event: PointerEvent): void => {
    if (!grip || event.pointerId !== grip.pointer) return;
    const { now, index } = grip;
    grip = undefined;
    dragged = now !== undefined;
    desk.settle();
    if (!now || event.type === "pointercancel") return;
    if (index === undefined) desk.draw(now);
    else desk.move(index, now);
  };
  sheet.addEventListener("pointerup", end);
  sheet.addEventListener("pointercancel", end);
  sheet.addEventListener("click", (event) => {
    const index = indexOf(event.target as Element);
    // The press that ends a drag is none. One by keys has no count.
    if (index !== undefined && !(dragged && event.detail > 0)) desk.toggle(index);
    dragged = false;
  });
}

/** Arrow keys move the box that has the focus, with Shift they resize it, Delete takes away a drawn one. Enter and Space press the button. */
export function followKeys(boxes: HTMLElement, desk: Desk): void {
  boxes.addEventListener("keydown", (event) => {
    const index = indexOf(event.target as Element);
    const area = index === undefined ? undefined : desk.areaOf(index);
    if (index === undefined || !area || event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const size = desk.size();
      const step = Math.max(1, Math.round(Math.max(size.columns, size.rows) / STEPS));
      const [dx, dy] = [arrow[0] * step, arrow[1] * step];
      const to = event.shiftKey ? grown(area, dx, dy, size) : within({ ...area, x: area.x + dx, y: area.y + dy }, size);
      desk.move(index, to);
    } else if (event.key === "Delete" || event.key === "Backspace") desk.erase(index);
    else return;
    event.preventDefault();
  });
}

function dragTo({ kind, from, area }: Grip, to: readonly [number, number], size: Size): Area {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (kind === "draw") return within(between(...from, ...to), size);
  return kind === "move" ? within({ ...area, x: area.x + dx, y: area.y + dy }, size) : grown(area, dx, dy, size);
}

/** Larger at its end: never smaller than a pixel, never over the edge. */
function grown({ x, y, width, height }: Area, dx: number, dy: number, { columns, rows }: Size): Area {
  const [right, bottom] = [Math.min(Math.round(width + dx), columns - x), Math.min(Math.round(height + dy), rows - y)];
  return { x, y, width: Math.max(1, right), height: Math.max(1, bottom) };
}

/** Where the pointer is on the picture, in its pixels; beyond its edges, at them. */
function pointOf(sheet: HTMLElement, { columns, rows }: Size, event: PointerEvent): readonly [number, number] {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const part = (at: number, of: number): number => Math.min(1, Math.max(0, at / (of || 1)));
  return [part(event.clientX - left, width) * columns, part(event.clientY - top, height) * rows];
}

function indexOf(target: Element): number | undefined {
  const index = target.closest<HTMLElement>(".box")?.dataset.index;
  return index === undefined ? undefined : Number(index);
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Presses of an arrow key from one edge of the picture to the other. */
const STEPS = 100;

/** Pixels of the screen that a press may slip without being a drag. */
const SLACK = 4;
