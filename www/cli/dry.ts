/** What a run would do, for `--dry-run`. Like the report, it holds no original value and no path. */

import type { Review } from "../engine/review.js";

export interface DryReport {
  readonly version: 1;
  readonly dryRun: true;
  readonly totals: { readonly found: number; readonly planned: number; readonly withheld: number; readonly leftOut: number };
  /** Kinds of detail, with how many attributes of each would go. */
  readonly removes: Readonly<Record<string, number>>;
  readonly files: readonly { readonly ordinal: number; readonly status: "withheld"; readonly code: string }[];
  readonly leftOut: readonly { readonly ordinal: number; readonly kind: string }[];
  readonly withheld: Readonly<Record<string, number>>;
}

/** The plan, and what would be withheld. */
export function dryReport(review: Review): { readonly report: DryReport; readonly withheld: Review["withheld"] } {
  const withheld = [...review.withheld, ...review.refused].sort((a, b) => a.ordinal - b.ordinal);
  const counts: Record<string, number> = {};
  for (const { code } of withheld) counts[code] = (counts[code] ?? 0) + 1;
  const leftOut = review.leftOut.map(({ ordinal, what }) => ({ ordinal, kind: what }));
  const found = review.instances + review.withheld.length + leftOut.length;
  const planned = review.instances - review.refused.length;
  return {
    report: {
      version: 1,
      dryRun: true,
      totals: { found, planned, withheld: withheld.length, leftOut: leftOut.length },
      removes: review.removes,
      files: withheld.map(({ ordinal, code }) => ({ ordinal, status: "withheld", code })),
      leftOut,
      withheld: counts,
    },
    withheld,
  };
}
