/**
 * Programs that do a part of the same job: those that are installed, and those that a registry has, made in a folder of their own.
 *
 * One that is not to be had is named in the notes: no row is missing without a word.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Of carecoders, in Rust: `dcmanon`. */
const CRATE = ["dicom-anonymization", "0.3.1"];
/** On pydicom. */
const PYTHON = ["dicognito==0.19.0", "dicom-anonymizer==2.1.0"];
/** Known, and not measured: why. */
const NEVER = [
  "dicom-curate: no package in the registry, not measured.",
  "Rivals as wasm (carecoders, DICOMVeil): no package in the registry, not measured; `dcmanon` is the first of them, native.",
];

/**
 * What there is to run: `{ dcmanon, gdcmanon, dcmodify, dicognito, anonymizer }`, each the beginning of a command or undefined.
 *
 * @param {string | undefined} folder where rivals are made, and found the next time; nothing is made without it
 */
export function rivals(folder) {
  const notes = [...NEVER];
  const have = (name, command, hint) => {
    if (!command) notes.push(`${name}: not installed, not measured. ${hint}`);
    return command;
  };
  const debian = (name, hint) => have(name, onPath(name) && [name], hint);
  const made = folder === undefined ? "With --rivals FOLDER it is made there." : "It could not be made.";
  const python = folder && pythonIn(join(folder, "python"));
  return {
    dcmanon: have("dcmanon (carecoders)", onPath("dcmanon") ? ["dcmanon"] : folder && crateIn(join(folder, "rust")), made),
    gdcmanon: debian("gdcmanon", "It is in Debian's libgdcm-tools."),
    dcmodify: debian("dcmodify", "It is in Debian's dcmtk."),
    // The command that it installs ends in an error.
    dicognito: have("dicognito", python && [python, "-m", "dicognito"], made),
    anonymizer: have("dicom-anonymizer", python && [join(python, "../dicom-anonymizer")], made),
    notes,
  };
}

function crateIn(folder) {
  const program = join(folder, "bin", "dcmanon");
  const [name, version] = CRATE;
  if (!existsSync(program)) make("cargo", ["install", "--quiet", name, "--version", version, "--root", folder]);
  return existsSync(program) ? [program] : undefined;
}

function pythonIn(folder) {
  const program = join(folder, "bin", "python");
  const done = () => existsSync(program) && spawnSync(program, ["-c", "import dicognito, dicomanonymizer"]).status === 0;
  if (done()) return program;
  make("python3", ["-m", "venv", folder]);
  if (existsSync(program)) make(program, ["-m", "pip", "install", "--quiet", ...PYTHON]);
  return done() ? program : undefined;
}

function make(program, args) {
  process.stderr.write(`making a rival: ${[program, ...args].join(" ")}\n`);
  spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
}

/** Whether a program is installed. */
export function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}
