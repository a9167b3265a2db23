/** Registers `<scan-scrubber>`: the one file of the element that does something when loaded. */

import { ScanScrubber } from "./scan-scrubber.js";

ScanScrubber.define();

declare global {
  interface HTMLElementTagNameMap {
    "scan-scrubber": ScanScrubber;
  }
}

export { ScanScrubber };
