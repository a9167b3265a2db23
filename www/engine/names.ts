/** Output names: counters only, in the order of the input, without gaps. */

/** Names one batch's files, in the order of the calls. */
export class Namer {
  #patients = new Map<string, Patient>();

  /** The next name for an instance of these opaque keys. */
  next(keys: { readonly patient: string; readonly study: string; readonly series: string }): string {
    const patient = entry(this.#patients, keys.patient, (n) => ({ name: n === 1 ? "SUBJECT" : `SUBJECT${pad(n, 3)}`, studies: new Map() }));
    const study = entry(patient.studies, keys.study, (n) => ({ name: `STUDY${pad(n, 3)}`, series: new Map() }));
    const series = entry(study.series, keys.series, (n) => ({ name: `SERIES${pad(n, 3)}`, images: 0 }));
    series.images++;
    return `${patient.name}/${study.name}/${series.name}/IMAGE${pad(series.images, 5)}.dcm`;
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
