/** What may cross a frame's channel: each message by its form, so that nothing else is ever looked at. */

import type { FrameMessage, FrameSettings } from "./frame.js";

/** A message of the frame; nothing where it is none. */
export function messageOf(data: unknown): FrameMessage | undefined {
  if (!isObject(data)) return undefined;
  const counts = (...names: string[]): boolean => names.every((name) => Number.isSafeInteger(data[name]) && (data[name] as number) >= 0);
  switch (data.kind) {
    case "accept":
      return counts("files", "bytes") ? (data as FrameMessage & object) : undefined;
    case "review":
      return counts("studies", "series", "instances", "withheld") ? (data as FrameMessage & object) : undefined;
    case "progress":
      return counts("done", "total") && PHASES.has(data.phase) ? (data as FrameMessage & object) : undefined;
    case "error":
      return typeof data.code === "string" && /^[a-z0-9-]{1,40}$/.test(data.code) ? (data as FrameMessage & object) : undefined;
    case "done":
      return counts("withheld") && isObject(data.report) && areFiles(data.files) ? (data as FrameMessage & object) : undefined;
    default:
      return undefined;
  }
}

const PHASES: ReadonlySet<unknown> = new Set(["reading", "looking", "cleaning"]);

/** Whether this opens the channel, with settings that can be set. */
export function isOpen(data: unknown): data is { readonly settings: FrameSettings } {
  if (!isObject(data) || data.kind !== "open" || !isObject(data.settings)) return false;
  const { profile, policy, key, lang, ...more } = data.settings;
  const isText = (value: unknown): boolean => value === undefined || (typeof value === "string" && value.length <= 64);
  const isKey = key === undefined || (key instanceof Uint8Array && key.length === 32);
  return isText(profile) && isText(lang) && isKey && (policy === undefined || isObject(policy)) && Object.keys(more).length === 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areFiles(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => each instanceof File);
}
