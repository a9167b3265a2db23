/** Where clean files go: into a form, a zip or a folder. Only the engine's verified files come through here. */

import { outputsOf, type Report, type Result } from "../engine/index.js";
import * as save from "../files/save.js";

export const canSaveFolder = save.canSaveFolder;

/** The clean files as the form and the page get them. `output` "zip" makes one of all. */
export function cleanFiles(result: Result, output: string | null): readonly File[] {
  if (result.files.length === 0) return [];
  if (output === "zip") return [new File([save.zipBlob(outputsOf(result))], save.ZIP_NAME, { type: "application/zip" })];
  return outputsOf(result).map((file) => new File([file.blob], file.name, { type: file.blob.type }));
}

/** All files as one zip. False where the person closed the dialog. */
export function saveZip(result: Result): Promise<boolean> {
  const bytes = result.files.reduce((sum, file) => sum + file.size, 0);
  return save.saveZip(outputsOf(result), { ask: bytes > BIG });
}

/** All files into a folder of the person's choosing, in browsers that can. */
export function saveFolder(result: Result): Promise<boolean> {
  return save.saveFolder(outputsOf(result));
}

export function saveReport(report: Report): void {
  save.saveBlob(new Blob([JSON.stringify(report, null, 2)], { type: "application/json" }), "scan-scrubber-report.json");
}

/** Above this the zip is streamed to a chosen place where the browser can: 200 MB. */
const BIG = 200_000_000;
