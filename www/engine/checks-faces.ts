/** Checks on what a worker says of faces: see `checks.ts`. */

import { isCode, isCount, isPicture, isRecord } from "./checks.js";

/** Whether a search said something of every file, and has every recipe that it names. */
export function isFaces(answer: Record<string, unknown>): boolean {
  const { verdicts, recipes, views } = answer;
  if (!Array.isArray(verdicts) || !Array.isArray(recipes) || !isList(views)) return false;
  return (
    recipes.every((recipe) => recipe instanceof Uint8Array) &&
    verdicts.every((verdict) => isVerdict(verdict, recipes.length)) &&
    views.every((each) => isList(each) && each.every((view) => isView(view, ["before", "after"])))
  );
}

/** Whether a measure is one. */
export function isLeft(answer: Record<string, unknown>): boolean {
  const { left, views } = answer;
  if (!Array.isArray(left) || !isList(views)) return false;
  return (
    left.every((each) => isRecord(each) && isCount(each.probes) && isShare(each.skin) && isShare(each.relief)) &&
    views.every((each) => isList(each) && each.every((view) => isView(view, ["picture"])))
  );
}

/** Whether something is a verdict on a file, with a recipe below `recipes`. */
export function isVerdict(verdict: unknown, recipes: number): boolean {
  if (!isRecord(verdict)) return false;
  switch (verdict.kind) {
    case "flat":
    case "clear":
    case "face":
      return true;
    case "failed":
      return isCode(verdict.code);
    case "treat": {
      const { recipe, tier, mode, dose } = verdict;
      const known = ["a", "b", "c"].includes(tier as string) && ["cut", "layer"].includes(mode as string);
      return known && isCount(recipe) && recipe < recipes && isRecord(dose) && [dose.air, dose.tissue].every(Number.isFinite);
    }
    default:
      return false;
  }
}

function isView(view: unknown, pictures: readonly string[]): boolean {
  return isRecord(view) && Number.isSafeInteger(view.yaw) && pictures.every((name) => isPicture(view[name]));
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
