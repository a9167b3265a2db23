/** The private map as CSV (RFC 4180). Spreadsheets run cells that begin like a formula: those get an apostrophe. */

import type { MapRow } from "../engine/clean.js";

export function mapCsv(rows: readonly MapRow[]): string {
  const lines = rows.map(({ kind, original, replacement }) => [kind, original, replacement].map(cell).join(","));
  return ["kind,original,replacement", ...lines, ""].join("\r\n");
}

/** One cell: made harmless, and quoted where it must be. */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\0]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
