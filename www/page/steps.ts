/** The steps of what else a person can do, in their order; their words and the names of their sources are in `locales/advice/`. */

/** What a letter leaves open. */
export const FIELDS = ["name", "address", "hospital", "scan", "when"] as const;
export type Field = (typeof FIELDS)[number];

/** The day on which the laws were last compared with their sources. */
export const CHECKED = "2026-11-26";

export interface Step {
  /** Its message; `.what`, `.p1` to `.p{points}` and `.letter` are parts of that. */
  readonly id: string;
  readonly points: number;
  readonly letter: boolean;
  /** Messages `source-…`, of an official name and, in `.at`, an address. */
  readonly sources: readonly string[];
}

export const STEPS: readonly Step[] = [
  step("ask-ai", 6, true),
  step("opt-out", 5, true, "164-522 164-512 164-514 164-508 gdpr"),
  step("consent", 9, false, "164-508 gdpr"),
  step("accounting", 5, true, "164-528 gdpr"),
  step("complain", 6, true, "164-530 160-306 ocr gdpr uk ico"),
  step("apps", 6, false, "hhs-apps 318 gdpr"),
  step("mail", 4, false),
  step("access", 4, true, "164-524 164-526 gdpr"),
  step("law-us", 9, false, "164 ca-civ ca-3030 ca-1120 co-189 co-ag co-cpa tx-149 tx-1188 wa 318"),
  step("law-eu", 6, true, "gdpr ehds edpb nhs de"),
  step("law-else", 8, true, "canada brazil mexico israel saudi india japan china"),
];

/** The law that readers of a language look for first, where that is not the one of the USA. */
const NEAR: Readonly<Record<string, string>> = {
  ar: "law-else",
  de: "law-eu",
  es: "law-eu",
  fr: "law-eu",
  he: "law-else",
  hi: "law-else",
  ja: "law-else",
  pt: "law-else",
  zh: "law-else",
};

/** The steps in the order for readers of a language: of the laws, the nearest first. */
export function stepsFor(language: string): readonly Step[] {
  const near = STEPS.find(({ id }) => id === NEAR[language]);
  if (!near) return STEPS;
  const others = STEPS.filter((each) => each !== near);
  return others.flatMap((each) => (each.id === "law-us" ? [near, each] : [each]));
}

function step(id: string, points: number, letter: boolean, sources = ""): Step {
  return { id, points, letter, sources: sources.split(" ").flatMap((name) => (name ? [`source-${name}`] : [])) };
}
