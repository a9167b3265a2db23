/** The steps of what else a person can do, in their order; their words are in `locales/advice.ftl`. */

/** What a letter leaves open. */
export const FIELDS = ["name", "address", "hospital", "scan", "when"] as const;
export type Field = (typeof FIELDS)[number];

export interface Step {
  /** Its message; `.what`, `.p1` to `.p{points}` and `.letter` are parts of that. */
  readonly id: string;
  readonly points: number;
  readonly letter: boolean;
  /** Addresses that are shown, and opened by a person alone. */
  readonly sources: readonly string[];
}

export const STEPS: readonly Step[] = [
  { id: "ask-ai", points: 6, letter: true, sources: [] },
  {
    id: "opt-out",
    points: 4,
    letter: true,
    sources: ["https://www.ecfr.gov/current/title-45/section-164.522", "https://www.ecfr.gov/current/title-45/section-164.514"],
  },
  { id: "consent", points: 9, letter: false, sources: ["https://www.ecfr.gov/current/title-45/section-164.508"] },
  { id: "accounting", points: 4, letter: true, sources: ["https://www.ecfr.gov/current/title-45/section-164.528"] },
  {
    id: "complain",
    points: 5,
    letter: true,
    sources: ["https://www.ecfr.gov/current/title-45/section-160.306", "https://www.hhs.gov/hipaa/filing-a-complaint/index.html"],
  },
  {
    id: "apps",
    points: 6,
    letter: false,
    sources: [
      "https://www.hhs.gov/hipaa/for-professionals/privacy/guidance/access-right-health-apps-apis/index.html",
      "https://www.ecfr.gov/current/title-16/part-318",
    ],
  },
  { id: "mail", points: 4, letter: false, sources: [] },
  {
    id: "access",
    points: 3,
    letter: true,
    sources: ["https://www.ecfr.gov/current/title-45/section-164.524", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  },
  {
    id: "law-us",
    points: 6,
    letter: false,
    sources: [
      "https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240AB3030",
      "https://leg.colorado.gov/bills/sb26-189",
      "https://capitol.texas.gov/BillLookup/History.aspx?LegSess=89R&Bill=HB149",
      "https://app.leg.wa.gov/rcw/default.aspx?cite=19.373",
    ],
  },
  {
    id: "law-eu",
    points: 6,
    letter: true,
    sources: [
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
      "https://eur-lex.europa.eu/eli/reg/2025/327/oj",
      "https://www.nhs.uk/your-nhs-data-matters/",
    ],
  },
];
