/** Which series may show a face: told from the kind of scan and the words of its header, in several languages. */

export type Region = "head" | "other" | "unknown";

export interface Described {
  modality: string;
  shown: { bodyPart?: string | undefined; seriesDescription?: string | undefined; studyDescription?: string | undefined };
}

/**
 * Whether a face could be drawn from this series.
 *
 * "other" only for scans that are no volumes, or that name a part of the body away from the head: in doubt, "unknown".
 */
export function region(series: Described): Region {
  if (!VOLUMES.has(series.modality)) return "other";
  const { bodyPart = "", seriesDescription = "", studyDescription = "" } = series.shown;
  const words = `${bodyPart} ${seriesDescription} ${studyDescription}`.toLowerCase();
  if (HEAD.test(words)) return "head";
  return AWAY.test(words) ? "other" : "unknown";
}

/** Kinds that give a volume fine enough for a surface. */
const VOLUMES = new Set(["CT", "MR", "PT"]);

/** Body Part Examined (PS3.16 Annex L) and what people write in descriptions. Stems, so that endings do not matter. */
const HEAD = new RegExp(
  [
    "head|skull|brain|cereb|crani|neuro|\\bface|facial|orbit|sinus|\\biac\\b|temporal|jaw|mandib|maxill|dental|\\btmj\\b|pituit|whole ?body|carotid",
    "neck|c-?spine|cervic",
    "kopf|sch[aä]del|gehirn|gesicht|kiefer|\\bhals",
    "t[eê]te|cr[aâ]ne|cerveau|visage|m[aâ]choire",
    "cabeza|cr[aá]neo|cara\\b|cabe[cç]a|testa\\b|cervello|viso\\b|volto\\b",
  ].join("|"),
  "u",
);

/** Parts from which no face can be drawn. */
const AWAY = new RegExp(
  [
    "chest|thorax|lung|heart|cardi|coronar|breast|abdom|pelvi|liver|kidney|renal|prostat|uter|hip\\b|hips\\b|knee|ankle|foot|feet|leg\\b|femur|tibia",
    "shoulder|elbow|wrist|hand\\b|finger|arm\\b|humer|lumb|thorac|t-?spine|l-?spine|sacr|bowel|colon|spleen|pancrea|extremit",
    "knie|h[uü]fte|schulter|lunge|becken|bauch|fu(ß|ss)|genou|hanche|[eé]paule|poumon|bassin|rodilla|cadera|hombro|pulm[oó]n",
  ].join("|"),
  "u",
);
