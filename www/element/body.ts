/** What was scanned, in plain words: the part of the body, told from the words of a header in several languages; no DOM. */

import type { Review } from "../engine/index.js";

type Study = Review["patients"][number]["studies"][number];
type Series = Study["series"][number];

/** A part of the body that there is a word for. */
export type Part = (typeof PARTS)[number][0];

/** The part that a series shows; nothing where its header does not say, or says several things. */
export function partOf({
  shown: { bodyPart = "", seriesDescription = "", studyDescription = "" },
}: Pick<Series, "shown">): Part | undefined {
  for (const words of [bodyPart, seriesDescription, studyDescription]) {
    const part = partIn(words);
    if (part) return part;
  }
  return undefined;
}

/** The parts that a study shows, each once, in its order: of a very long one, what its first series say. */
export function partsOf(study: Pick<Study, "series">): readonly Part[] {
  const pictures = study.series.filter(({ modality }) => !WORDS_ONLY.has(modality)).slice(0, LOOKED_AT);
  return [...new Set(pictures.flatMap((series) => partOf(series) ?? []))];
}

/** The kinds of a study: of scans, if there are any beside reports and lists. */
export function kindsOf(study: Pick<Study, "series">): readonly string[] {
  const all = [...new Set(study.series.map(({ modality }) => modality))];
  const scans = all.filter((modality) => !WORDS_ONLY.has(modality));
  return scans.length > 0 ? scans : all;
}

function partIn(words: string): Part | undefined {
  if (words.trim() === "") return undefined;
  const lower = words.toLowerCase();
  if (!known.has(lower)) {
    if (known.size > REMEMBERED) known.clear();
    known.set(lower, PARTS.find(([, pattern]) => pattern.test(lower))?.[0]);
  }
  return known.get(lower);
}

/** Thousands of series share a few descriptions. */
const known = new Map<string, Part | undefined>();
const REMEMBERED = 1_000;
const LOOKED_AT = 300;

/** Series without pictures of their own. */
const WORDS_ONLY = new Set(["SR", "PR", "KO", "DOC", "SEG", "REG", "RTSTRUCT", "RTPLAN", "RTDOSE", "RTRECORD", "RWV", "AU"]);

/** Body Part Examined (PS3.16 Annex L) and what people write in descriptions. The first that fits counts. */
const PARTS = [
  ["body", /whole ?body|wholebody|ganzk|corps entier|cuerpo entero/u],
  ["spine", /spine|lumb|sacr|vertebr|wirbel|rachis|columna|coluna/u],
  ["teeth", /dental|tooth|teeth|\bjaw|mandib|maxill|\btmj\b|kiefer|z[aä]hn|m[aâ]choire/u],
  ["eyes", /\beyes?\b|retina|ocul|orbit/u],
  ["face", /\bface|facial|sinus|gesicht|visage|viso\b|volto\b/u],
  [
    "head",
    /head|skull|brain|cereb|crani|neuro|\biac\b|pituit|kopf|sch[aä]del|gehirn|t[eê]te\b|cr[aâ]ne|cerveau|cabeza|cr[aá]neo|cabe[cç]a|testa\b/u,
  ],
  ["neck", /neck|carotid|thyroid|cervic|larynx|\bhals/u],
  ["breast", /breast|mammo|\bbrust\b|mama\b/u],
  ["heart", /heart|cardi|coronar|\bherz|c(oe|œ)ur|coraz/u],
  ["chest", /chest|thora|lung|\bribs?\b|sternum|poumon|pulm|torax|t[oó]rax/u],
  ["hip", /\bhips?\b|h[uü]fte|hanche|cadera/u],
  ["pelvis", /pelvi|prostat|uter|ovar|bladder|rectum|becken|bassin/u],
  ["belly", /abdom|liver|hepat|kidney|renal|pancrea|spleen|bowel|colon|stomach|bauch|leber/u],
  ["knee", /\bknee|\bknie|genou|rodilla|joelho|patell/u],
  ["foot", /\bfoot|\bfeet|ankle|\btoes?\b|calcan|\bfu(ß|ss)\b|\bpied|cheville|tobillo/u],
  ["leg", /\blegs?\b|femur|thigh|tibia|fibula|\bcalf\b|\bbein|pierna/u],
  ["shoulder", /shoulder|clavic|scapul|schulter|[eé]paule|hombro/u],
  ["hand", /\bhands?\b|wrist|finger|thumb|carpal|handgelenk|poignet|mu[nñ]eca/u],
  ["arm", /\barms?\b|humer|elbow|radius\b|ulna|forearm|ellbogen|coude|codo/u],
] as const satisfies readonly (readonly [string, RegExp])[];

/** What stays in the pictures of a study whatever is done: each has its sentence. What weighs most comes first. */
export function remainsOf(study: Pick<Study, "series">): readonly Remain[] {
  const found = new Set<Remain>();
  for (const series of study.series.slice(0, LOOKED_AT)) {
    if (series.code === undefined) for (const remain of remainsOfOne(series, partOf(series))) found.add(remain);
  }
  if (found.size > 0) found.add("guess").add("rare");
  return REMAINS.filter((remain) => found.has(remain));
}

export type Remain = (typeof REMAINS)[number];

const REMAINS = ["photo", "teeth", "eyes", "face", "head", "chest", "bones", "surface", "vessels", "report", "guess", "rare"] as const;

function remainsOfOne({ modality }: Series, part: Part | undefined): Remain[] {
  if (modality === "SR" || modality === "DOC") return ["report"];
  if (WORDS_ONLY.has(modality)) return [];
  if (modality === "PX" || modality === "IO") return ["teeth"];
  if (modality === "OP" || modality === "OPT") return ["eyes"];
  if (modality === "XC" || modality === "ES" || modality === "GM") return ["photo"];
  const all: Remain[] = [];
  const isVolume = VOLUMES.has(modality);
  if (part === "teeth") all.push("teeth");
  if (part === "face" || (part === "eyes" && isVolume)) all.push("face");
  if (part && HEADS.has(part) && isVolume) all.push("head");
  if (PLAIN.has(modality)) all.push(part === "chest" ? "chest" : part === undefined || !HEADS.has(part) ? "bones" : "face");
  if (modality === "MG" || (isVolume && (part === undefined || !LIMBS.has(part)))) all.push("surface");
  if (modality === "XA") all.push("vessels");
  return all.length > 0 ? all : ["rare"];
}

const VOLUMES = new Set(["CT", "MR", "PT"]);
/** X-rays of one view. */
const PLAIN = new Set(["CR", "DX", "RG"]);
const HEADS: ReadonlySet<Part> = new Set(["head", "face", "eyes", "teeth", "neck", "body"]);
const LIMBS: ReadonlySet<Part> = new Set(["head", "knee", "foot", "leg", "shoulder", "hand", "arm"]);
