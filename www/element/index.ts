/** The element's class and its events, without side effect. */

export type { EngineMaker, EngineWishes } from "./engine.js";
export * from "./events.js";
export type { State } from "./journey.js";
export { ScanScrubber } from "./scan-scrubber.js";
