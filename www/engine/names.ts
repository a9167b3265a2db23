/** Output names: counters only, in the order of the input, without gaps; picture files after all others. */

/** How the names of one layout are made from counters, from 1. */
interface Layout {
  readonly root: string;
  readonly patient: (n: number) => string;
  readonly study: (n: number) => string;
  readonly series: (n: number) => string;
  readonly image: (n: number) => string;
  readonly ending: string;
  /** The endings of picture files, and the folder in which they are apart from what a DICOMDIR lists. */
  readonly pictures: { readonly root: string; readonly jpeg: string; readonly png: string };
}

/** `SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm`; so also `.jpg` and `.png`. */
export const PLAIN: Layout = {
  root: "",
  patient: (n) => (n === 1 ? "SUBJECT" : `SUBJECT${pad(n, 3)}`),
  study: (n) => `STUDY${pad(n, 3)}`,
  series: (n) => `SERIES${pad(n, 3)}`,
  image: (n) => `IMAGE${pad(n, 5)}`,
  ending: ".dcm",
  pictures: { root: "", jpeg: ".jpg", png: ".png" },
};

/** `DICOM/PT000001/ST000001/SE000001/IM000001`: names that a DICOMDIR can refer to (PS3.10 8.2). Picture files are in `PICTURES/`. */
export const DISC: Layout = {
  root: "DICOM/",
  patient: (n) => `PT${pad(n, 6)}`,
  study: (n) => `ST${pad(n, 6)}`,
  series: (n) => `SE${pad(n, 6)}`,
  image: (n) => `IM${pad(n, 6)}`,
  ending: "",
  pictures: { root: "PICTURES/", jpeg: ".JPG", png: ".PNG" },
};

/** Names one batch's files, in the order of the calls. */
export class Namer {
  #layout: Layout;
  #patients = new Map<string, Patient>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The next name for an instance of these opaque keys, or for a picture file. */
  next(keys: Keys, picture?: "jpeg" | "png"): string {
    const layout = this.#layout;
    // Nothing in a picture file says whose it is: where there is one patient, it is that one's.
    const [only, ...others] = this.#patients.keys();
    const owner = picture && only !== undefined && others.length === 0 ? only : keys.patient;
    const patient = entry(this.#patients, owner, (n) => ({ name: layout.patient(n), studies: new Map() }));
    const study = entry(patient.studies, keys.study, (n) => ({ name: layout.study(n), series: new Map() }));
    const series = entry(study.series, keys.series, (n) => ({ name: layout.series(n), images: 0 }));
    series.images++;
    const [root, ending] = picture ? [layout.pictures.root, layout.pictures[picture]] : [layout.root, layout.ending];
    return `${root}${patient.name}/${study.name}/${series.name}/${layout.image(series.images)}${ending}`;
  }
}

/** Opaque keys of what a file belongs to. */
interface Keys {
  readonly patient: string;
  readonly study: string;
  readonly series: string;
}

interface Patient {
  readonly name: string;
  readonly studies: Map<string, { readonly name: string; readonly series: Map<string, { readonly name: string; images: number }> }>;
}

function entry<V>(map: Map<string, V>, key: string, make: (n: number) => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make(map.size + 1);
    map.set(key, value);
  }
  return value;
}

function pad(n: number, digits: number): string {
  return String(n).padStart(digits, "0");
}
