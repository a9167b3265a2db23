/** Output names: counters only, in the order of the input, without gaps. */

/** How the names of one layout are made from counters, from 1. */
interface Layout {
  readonly root: string;
  readonly patient: (n: number) => string;
  readonly study: (n: number) => string;
  readonly series: (n: number) => string;
  readonly image: (n: number) => string;
}

/** `SUBJECT/STUDY001/SERIES001/IMAGE00001.dcm`. */
export const PLAIN: Layout = {
  root: "",
  patient: (n) => (n === 1 ? "SUBJECT" : `SUBJECT${pad(n, 3)}`),
  study: (n) => `STUDY${pad(n, 3)}`,
  series: (n) => `SERIES${pad(n, 3)}`,
  image: (n) => `IMAGE${pad(n, 5)}.dcm`,
};

/** `DICOM/PT000001/ST000001/SE000001/IM000001`: names that a DICOMDIR can refer to (PS3.10 8.2). */
export const DISC: Layout = {
  root: "DICOM/",
  patient: (n) => `PT${pad(n, 6)}`,
  study: (n) => `ST${pad(n, 6)}`,
  series: (n) => `SE${pad(n, 6)}`,
  image: (n) => `IM${pad(n, 6)}`,
};

/** Names one batch's files, in the order of the calls. */
export class Namer {
  #layout: Layout;
  #patients = new Map<string, Patient>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The next name for an instance of these opaque keys. */
  next(keys: { readonly patient: string; readonly study: string; readonly series: string }): string {
    const layout = this.#layout;
    const patient = entry(this.#patients, keys.patient, (n) => ({ name: layout.patient(n), studies: new Map() }));
    const study = entry(patient.studies, keys.study, (n) => ({ name: layout.study(n), series: new Map() }));
    const series = entry(study.series, keys.series, (n) => ({ name: layout.series(n), images: 0 }));
    series.images++;
    return `${layout.root}${patient.name}/${study.name}/${series.name}/${layout.image(series.images)}`;
  }
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
