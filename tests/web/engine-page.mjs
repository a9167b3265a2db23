/** What the browser test's page holds: the engine, and the ways in and out. */

export { besideScript, coreLexicon, coreModule, Engine, freshKey, spawnInBrowser, supplyOf } from "../../www/engine/index.js";
export { collectDrop, collectInput } from "../../www/files/collect.js";
export { newFolder } from "../../www/files/folder.js";
export { saveZip } from "../../www/files/save.js";
