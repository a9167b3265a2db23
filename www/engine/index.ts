/**
 * The headless engine: two passes over a person's scans, in browsers and under Node.
 *
 * @example
 * const core = { spawn: spawnInBrowser, module: await coreModule(), lexicon: await coreLexicon(), supply: besideScript };
 * const engine = new Engine({ ...core, policy: "share", key: freshKey() });
 * const review = await engine.read(files.map((file) => ({ path: file.name, data: file })));
 * const { files: clean, withheld, report } = await engine.clean(review);
 */

export type { InputItem } from "./batch.js";
export { besideScript, coreLexicon, coreModule, freshKey, spawnInBrowser } from "./browser.js";
export { type PackPart, supplyOf } from "./carried.js";
export { type MapRow, outputsOf, type Result, type Sink } from "./clean.js";
export type { Directory } from "./directory.js";
export { type CleanOptions, Engine, type EngineOptions, type ReadOptions, type RunOptions, type SeeOptions } from "./engine.js";
export { EngineError } from "./errors.js";
export type { CleanedHead, FaceDecisions, Head } from "./faces.js";
export type { Surface, View, WorkerLike } from "./messages.js";
export { applied, BASIC, OPTIONS, removesFaces } from "./options.js";
export type { Progress } from "./progress.js";
export type { Report, ReportAttribute, ReportFile } from "./report.js";
export type { Patient, Review, Series, Study } from "./review.js";
export type { Decisions, Sighting } from "./see.js";
export type { Supply } from "./supply.js";
export type { Area, Explained, Mark, PackName, Packs, Picture, Policy, Row, Seen, Shown, Subject, Summary, Tier } from "./types.js";
export { Verified } from "./verified.js";
