/** What names of our stores begin with. */
export const NAME = "scan-scrubber-";
