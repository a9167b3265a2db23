/** The Options of PS3.15 Annex E as reports name them: Code Value and Code Meaning of CID 7050. A test holds them to the core's. */

/** One of CID 7050's codes. */
export interface Coded {
  readonly code: string;
  readonly meaning: string;
}

/** The profile that every policy applies. */
export const BASIC: Coded = { code: "113100", meaning: "Basic Application Confidentiality Profile" };

/** By the name that a policy has for it. */
export const OPTIONS: Readonly<Record<string, Coded>> = {
  "clean-pixel-data": { code: "113101", meaning: "Clean Pixel Data Option" },
  "clean-recognizable-visual-features": { code: "113102", meaning: "Clean Recognizable Visual Features Option" },
  "clean-graphics": { code: "113103", meaning: "Clean Graphics Option" },
  "clean-structured-content": { code: "113104", meaning: "Clean Structured Content Option" },
  "clean-descriptors": { code: "113105", meaning: "Clean Descriptors Option" },
  "retain-longitudinal-full-dates": { code: "113106", meaning: "Retain Longitudinal Temporal Information Full Dates Option" },
  "retain-longitudinal-modified-dates": { code: "113107", meaning: "Retain Longitudinal Temporal Information Modified Dates Option" },
  "retain-patient-characteristics": { code: "113108", meaning: "Retain Patient Characteristics Option" },
  "retain-device-identity": { code: "113109", meaning: "Retain Device Identity Option" },
  "retain-uids": { code: "113110", meaning: "Retain UIDs Option" },
  "retain-safe-private": { code: "113111", meaning: "Retain Safe Private Option" },
  "retain-institution-identity": { code: "113112", meaning: "Retain Institution Identity Option" },
};

/** The Options that a policy applies. */
export function applied(policy: unknown): ReadonlySet<string> {
  const options = typeof policy === "object" && policy !== null ? (policy as { options?: unknown }).options : [];
  return new Set(Array.isArray(options) ? options.map(String) : []);
}

/** Whether faces are taken out. */
export function removesFaces(policy: unknown): boolean {
  return applied(policy).has("clean-recognizable-visual-features");
}

/** A policy's name, and the codes of what it applies. */
export function policyCodes(policy: unknown): { readonly name: string; readonly options: readonly Coded[] } {
  const { name, options } = typeof policy === "object" && policy !== null ? (policy as { name?: unknown; options?: unknown }) : {};
  const named = Array.isArray(options) ? options.flatMap((option) => OPTIONS[String(option)] ?? []) : [];
  return { name: typeof name === "string" ? name : "", options: [BASIC, ...named].sort((a, b) => (a.code < b.code ? -1 : 1)) };
}
