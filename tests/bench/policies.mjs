/** What is measured of a file: its header alone, as all that it is compared with does, or all that the usual profile asks for. */

/** The usual profile without its looks at pictures: header rewritten, payload inspected, output read back. */
const HEADER = {
  version: 1,
  name: "header",
  options: [
    "clean-descriptors",
    "clean-structured-content",
    "retain-longitudinal-modified-dates",
    "retain-patient-characteristics",
    "retain-safe-private",
  ],
};

/** Policies by what the tables call them. In the second, writing and faces are looked for too. */
export const POLICIES = { "header only": HEADER, "all of share": "share" };

export const [HEADER_ONLY, ALL] = Object.values(POLICIES);
