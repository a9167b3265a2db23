/** Where clean files go: into a form, a zip or several, a folder, another app. Only the engine's verified files come through here. */

import { outputsOf, type Report, type Result, type Verified } from "../engine/index.js";
import { canSaveFolder, type FolderSave, newFolder } from "../files/folder.js";
import { type Part, parts } from "../files/parts.js";
import type { Saving } from "../files/pour.js";
import * as save from "../files/save.js";

export type { FolderSave, Part, Saving, Verified };

/** The clean files as the form and the page get them. `output` "zip" makes one of all. */
export function cleanFiles(result: Result, output: string | null): readonly File[] {
  if (result.files.length === 0) return [];
  if (output === "zip") return [new File([save.zipBlob(outputsOf(result))], save.ZIP_NAME, { type: "application/zip" })];
  return outputsOf(result).map((file) => new File([file.blob], file.name, { type: file.blob.type }));
}

/** The ways to save that this browser has. Each resolves to false where the person closed the dialog. */
export interface Ways {
  /** All files as one zip. */
  zip(saving?: Saving): Promise<boolean>;
  /** The files as several zips of at most so many bytes. */
  parts(limit: number): readonly Part<Verified>[];
  /** The zip with that place, from 0, among those parts. */
  part(parts: readonly Part<Verified>[], index: number, saving?: Saving): Promise<boolean>;
  /** Begins a folder of the person's choosing. Nothing where the person closed the dialog. */
  folder: (() => Promise<FolderSave | undefined>) | undefined;
  /** Saves what a folder lacks, and says whether that is all. */
  fill(folder: FolderSave, saving?: Saving): Promise<boolean>;
  /** One zip, handed to another app. */
  share: (() => Promise<boolean>) | undefined;
}

export function waysOf(result: Result): Ways {
  const files = outputsOf(result);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const saved = new Set<Verified>();
  return {
    zip: (saving) => save.saveZip(files, { ...saving, ask: bytes > BIG }),
    parts: (limit) => parts(files, limit),
    part: async (all, index, saving) => {
      const part = all[index]?.files ?? [];
      if (await save.saveZip(part, { ...saving, name: partName(index + 1, all.length) })) for (const file of part) saved.add(file);
      return saved.size === files.length;
    },
    folder: canSaveFolder() ? () => newFolder(files) : undefined,
    fill: async (folder, saving) => {
      await folder.run(saving);
      return folder.isComplete;
    },
    share: bytes <= SHARED && save.canShare(files) ? () => save.share(files) : undefined,
  };
}

export function saveReport(report: Report): void {
  save.saveBlob(new Blob([JSON.stringify(report, null, 2)], { type: "application/json" }), "scan-scrubber-report.json");
}

/** @param html a whole page, which loads nothing and runs nothing */
export function saveReportPage(html: string): void {
  save.saveBlob(new Blob([html], { type: "text/html" }), "scan-scrubber-report.html");
}

function partName(part: number, of: number): string {
  return `${save.ZIP_NAME.replace(/\.zip$/, "")}-${part}-of-${of}.zip`;
}

/** Above this the zip is streamed to a chosen place where the browser can: 200 MB. */
const BIG = 200_000_000;

/** Above this it is not handed to another app, which would hold it in memory: 500 MB. */
const SHARED = 500_000_000;
