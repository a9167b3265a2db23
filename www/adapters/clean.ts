/** What an uploader's plugin needs to know of the element: which files are clean. */

/** `<scan-scrubber>`, or what stands for it. */
export interface Clean extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  readonly state: string;
  readonly files: readonly File[];
  add(files: Iterable<File>): Promise<void>;
}

/** Whether this very object is one that the element gives out now. A copy is not, whatever it says of itself. */
export function isClean(element: Clean, data: unknown): boolean {
  return element.state === "done" && element.files.includes(data as File);
}
