/** The element's class and its events, without side effect. */

export { type PackName, type PackPart, type Supply, supplyOf } from "../engine/index.js";
export type { EngineMaker, EngineWishes } from "./engine.js";
export * from "./events.js";
export type { State } from "./journey.js";
export { ScanScrubber } from "./scan-scrubber.js";
