/**
 * Checks on what comes out of a worker. A worker that has gone wrong may say anything: only well-formed answers count.
 */

import { isFaces, isLeft } from "./checks-faces.js";
import { isContainer } from "./containers/kind.js";
import type { Answer, FromWorker } from "./messages.js";
import { PACKS } from "./supply.js";
import type { Outcome, Part, Refused, Scrubbed, Seen, VerifiedOutcome } from "./types.js";

/** The message, if it is one. */
export function checkMessage(message: unknown): FromWorker | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.kind) {
    case "ready":
    case "tick":
      return message as unknown as FromWorker;
    case "rejected":
      return typeof message.code === "string" && isRecord(message.detail) ? (message as unknown as FromWorker) : undefined;
    case "trapped":
      return isCount(message.id) && isCode(message.code) ? (message as unknown as FromWorker) : undefined;
    case "answer":
      return isCount(message.id) && isAnswer(message.answer) ? (message as unknown as FromWorker) : undefined;
    default:
      return undefined;
  }
}

/**
 * The outcome, if its parts lie within the source and add up to its size.
 *
 * `size` is the source's; `written` says that the worker has written the parts itself.
 */
export function checkOutcome(outcome: VerifiedOutcome | Refused, size: number, written: boolean): boolean {
  if (outcome.status !== "verified") return true;
  return written ? outcome.parts.length === 0 : addUp(outcome.parts, outcome.size, size);
}

/** Whether parts lie within a source of `within` bytes, and are `size` bytes together. */
export function addUp(parts: readonly Part[], size: number, within: number): boolean {
  let sum = 0;
  for (const part of parts) {
    if (!isPart(part, within)) return false;
    sum += part instanceof Uint8Array ? part.length : part[1] - part[0];
  }
  return sum === size;
}

/** Whether something thrown by the core is a plain refusal, `{code}`, and not a sign of a broken instance. */
export function isRefusal(thrown: unknown): thrown is { readonly code: string } & Readonly<Record<string, unknown>> {
  return isRecord(thrown) && !(thrown instanceof Error) && typeof thrown.code === "string";
}

function isAnswer(answer: unknown): answer is Answer {
  if (!isRecord(answer)) return false;
  switch (answer.kind) {
    case "found":
      return typeof answer.stamp === "string" && isFound(answer.found);
    case "outcome":
      return isOutcome(answer.outcome) && (answer.outcome.status === "withheld" || isCrc((answer.outcome as Partial<VerifiedOutcome>).crc));
    case "seen":
      return answer.seen === undefined || isSeen(answer.seen);
    case "faces":
      return isFaces(answer);
    case "left":
      return isLeft(answer);
    case "bytes":
      return answer.bytes instanceof Uint8Array;
    case "preview":
      return answer.picture === undefined || isPicture(answer.picture);
    case "explained":
      return typeof answer.text === "string";
    case "directory":
      return isCount(answer.size) && isCrc(answer.crc) && (answer.bytes === undefined || answer.bytes instanceof Uint8Array);
    case "failed":
      return isCode(answer.code);
    case "refused":
      return true;
    case "need":
      return isCount(answer.at) && isCount(answer.length);
    default:
      return false;
  }
}

/** Whether pass 1 said something that can be told apart. */
export function isFound(found: unknown): boolean {
  if (!isRecord(found)) return false;
  switch (found.kind) {
    case "instance":
      return found.identifiers instanceof Uint8Array && isSummary(found.instance) && (found.weight === undefined || isCount(found.weight));
    case "archive":
      return Array.isArray(found.entries) && found.entries.every(isListed) && (found.what === undefined || isContainer(found.what));
    case "withheld":
      return isCode(found.code);
    case "other":
      return isCode(found.what) && (found.order === undefined || isOrder(found.order));
    default:
      return false;
  }
}

/** Whether pass 2 said something that can be told apart. */
export function isOutcome(outcome: unknown): outcome is Outcome {
  if (!isRecord(outcome)) return false;
  if (outcome.status === "withheld") return isCode(outcome.code);
  if (outcome.status !== "verified") return false;
  const verified = outcome as unknown as Scrubbed;
  return (
    Array.isArray(verified.parts) &&
    isCount(verified.size) &&
    verified.size > 0 &&
    [verified.patient, verified.study, verified.series, verified.ledger].every((text) => typeof text === "string") &&
    Array.isArray(verified.findings) &&
    verified.findings.every((finding) => typeof finding === "string") &&
    ["unchanged", "rebuilt", "blackened", "cut", "none"].includes(verified.pixels) &&
    ["unseen", "clean", "blackened", "left"].includes(verified.writing) &&
    isCount(verified.blackened) &&
    typeof verified.treated === "boolean" &&
    (verified.map === undefined || Array.isArray(verified.map)) &&
    (verified.facts === undefined || verified.facts instanceof Uint8Array)
  );
}

function isSummary(summary: unknown): boolean {
  if (!isRecord(summary)) return false;
  const texts = [summary.patient, summary.study, summary.series, summary.modality, summary.sopClass];
  const code = summary.code === undefined || isCode(summary.code);
  const needs = Array.isArray(summary.needs) && summary.needs.every((name) => PACKS.includes(name));
  const picture = summary.picture === undefined || summary.picture === "jpeg" || summary.picture === "png";
  const risk = ["none", "screen", "look", "likely"].includes(summary.risk as string);
  return (
    texts.every((text) => typeof text === "string") &&
    [summary.frames, summary.rows, summary.columns].every(isCount) &&
    isRecord(summary.shown) &&
    isRecord(summary.removes) &&
    needs &&
    risk &&
    picture &&
    (summary.space === undefined || typeof summary.space === "string") &&
    typeof summary.shows === "boolean" &&
    typeof summary.drawn === "boolean" &&
    code
  );
}

/** Whether a look at pictures said something that can be drawn. */
export function isSeen(seen: unknown): seen is Seen {
  if (!isRecord(seen) || !Array.isArray(seen.marks)) return false;
  return seen.marks.every(isMark) && [seen.page, seen.read, seen.whole].every((flag) => typeof flag === "boolean");
}

function isMark(mark: unknown): boolean {
  if (!isRecord(mark) || !isRecord(mark.area) || !isCode(mark.why) || typeof mark.gone !== "boolean") return false;
  const { frames } = mark;
  const range = frames === undefined || (Array.isArray(frames) && frames.length === 2 && frames.every(isCount));
  return range && [mark.area.x, mark.area.y, mark.area.width, mark.area.height].every(isCount);
}

function isOrder(order: unknown): boolean {
  return Array.isArray(order) && order.every((path) => typeof path === "string");
}

function isListed(listed: unknown): boolean {
  return isRecord(listed) && typeof listed.name === "string";
}

export function isPicture(picture: unknown): boolean {
  if (!isRecord(picture) || !isCount(picture.width) || !isCount(picture.height)) return false;
  return ArrayBuffer.isView(picture.pixels) && picture.pixels.byteLength === picture.width * picture.height * 4;
}

function isPart(part: Part, size: number): boolean {
  if (part instanceof Uint8Array) return true;
  return Array.isArray(part) && part.length === 2 && isCount(part[0]) && isCount(part[1]) && part[0] <= part[1] && part[1] <= size;
}

/** A code of ours: never long, never free text. */
export function isCode(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,39}$/.test(value);
}

function isCrc(value: unknown): boolean {
  return isCount(value) && value <= 0xffff_ffff;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
