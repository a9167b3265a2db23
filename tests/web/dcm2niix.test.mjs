/**
 * What converters make of real series before and after: dcm2niix reads the private attributes that the table keeps.
 *
 * It needs what not every machine has: dcm2niix, real series beside the project (or where CORPUS says), and dist/. It says loudly what is not there.
 */

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scratch } from "./load.mjs";
import { read } from "./nifti.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = resolve(process.env.CORPUS ?? join(ROOT, "../shared/corpus"));
const CLI = join(ROOT, "dist/cli.mjs");
const CATEGORIES = ["enhanced", "private-tags", "face-mr", "transfer-syntax", "localizer", "dicomdir"];
const OPTIONS = ["retain-longitudinal-modified-dates", "retain-patient-characteristics", "retain-safe-private"];
const KINDS = new Set(["MR", "CT", "PT"]);
/** What differs for want of something else than a private attribute of the table, by the end of its folder's name. */
const KNOWN = new Map([
  // Software Versions, which another Option retains, tell dcm2niix which of two times of a slice to believe.
  ["Siemens/XA10", ["SliceTiming"]],
  // The CSA header alone says that these two are one volume's directions, and which way phases were encoded.
  ["extdata/raw", ["dimensions", "spacing", "voxels", "volume 8a is new"]],
]);
/** Of the JSON beside each volume: what an analysis needs. */
const FACTS = ["RepetitionTime", "EchoTime", "SliceTiming", "InversionTime", "FlipAngle", "MagneticFieldStrength", "EffectiveEchoSpacing"];

/** Folders in which files stand. */
function folders(root) {
  const entries = readdirSync(root, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => folders(join(root, entry.name)));
  return entries.some((entry) => entry.isFile()) ? [root, ...below] : below;
}

const run = (program, ...args) =>
  new Promise((done) => execFile(program, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => done({ error, stdout, stderr })));

/** The volumes that dcm2niix makes of a folder, by their number of series and what it adds to it. */
async function convert(from, to) {
  mkdirSync(to, { recursive: true });
  await run("dcm2niix", "-b", "y", "-ba", "n", "-z", "n", "-f", "%s", "-o", to, from);
  const volumes = new Map();
  // Overlays (60xx) become volumes of their own, and are no private attributes.
  for (const name of readdirSync(to).filter((name) => /(?<!_ROI\d+)\.nii$/.test(name))) {
    const path = join(to, name.slice(0, -4));
    const text = (end) => (existsSync(path + end) ? readFileSync(path + end, "utf8").trim() : undefined);
    const sidecar = JSON.parse(text(".json") ?? "{}");
    const facts = Object.fromEntries(FACTS.map((fact) => [fact, sidecar[fact]]));
    volumes.set(name.slice(0, -4), { ...read(readFileSync(`${path}.nii`)), bval: text(".bval"), bvec: text(".bvec"), facts, sidecar });
  }
  return volumes;
}

/** What differs between two lists of volumes. Those without a Series Number are numbered by the UID, which is replaced: one is that one. */
function compare(before, after) {
  const found = [];
  if (before.size === 1 && after.size === 1) after = new Map([[[...before.keys()][0], [...after.values()][0]]]);
  const names = new Set([...before.keys(), ...after.keys()]);
  for (const name of names) {
    const [one, two] = [before.get(name), after.get(name)];
    if (!one || !two) {
      found.push(`volume ${name} ${one ? "is gone" : "is new"}`);
      continue;
    }
    for (const key of ["dimensions", "affine", "spacing", "voxels", "scale", "bval", "bvec"]) {
      if (JSON.stringify(one[key]) !== JSON.stringify(two[key])) found.push(key);
    }
    for (const fact of FACTS) if (JSON.stringify(one.facts[fact]) !== JSON.stringify(two.facts[fact])) found.push(fact);
  }
  return [...new Set(found)].sort();
}

const missing = () => {
  if (!existsSync(CORPUS)) return `${CORPUS} is not on this machine`;
  if (!existsSync(CLI)) return "dist/cli.mjs is not built";
  try {
    execFileSync("dcm2niix", ["-h"], { stdio: "ignore" });
  } catch (error) {
    if (error.code === "ENOENT") return "dcm2niix is not installed";
  }
};

test("dcm2niix makes the same of real series before and after", async (t) => {
  const why = missing();
  if (why) {
    console.error(`\n==== NOT CHECKED: ${why} ====\n`);
    return t.skip(`NOT CHECKED: ${why}`);
  }
  const home = scratch();
  const policy = join(home, "policy.json");
  writeFileSync(policy, JSON.stringify({ version: 1, name: "converters", options: OPTIONS }));
  const makers = new Map();
  const all = CATEGORIES.flatMap((category) => (existsSync(join(CORPUS, category)) ? folders(join(CORPUS, category)) : []));
  for (const [index, folder] of all.entries()) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const [input, output, map] = ["in", "out", "map.csv"].map((name) => join(home, `${index}`, name));
    mkdirSync(input, { recursive: true });
    // Files of this folder alone.
    for (const { name } of files) copyFileSync(join(folder, name), join(input, name));
    await run(process.execPath, CLI, input, "--output", output, "--policy", policy, "--key", "5a".repeat(32), "--map", map);
    // What was withheld is compared with nothing; the rest series by series, under the same names.
    const series = new Map();
    for (const [, from, to] of existsSync(map) ? readFileSync(map, "utf8").matchAll(/^file,"?(.+?)"?,"?([^",]+)"?\r?$/gm) : []) {
      series.set(dirname(to), [...(series.get(dirname(to)) ?? []), [from, to]]);
    }
    for (const [place, pairs] of series) {
      const original = join(home, `${index}/original`, place);
      mkdirSync(original, { recursive: true });
      for (const [from, to] of pairs) copyFileSync(join(input, from), join(original, basename(to)));
      const before = await convert(original, join(home, `${index}/before`, place));
      const kinds = new Set([...before.values()].map(({ sidecar }) => sidecar.Modality));
      if (![...kinds].some((kind) => KINDS.has(kind))) continue;
      const after = await convert(join(output, place), join(home, `${index}/after`, place));
      const maker = [...before.values()].map(({ sidecar }) => sidecar.Manufacturer).find(Boolean) ?? "other";
      const row = { folder: `${relative(CORPUS, folder)} ${place}`, volumes: before.size, differs: compare(before, after) };
      makers.set(maker, [...(makers.get(maker) ?? []), row]);
      if (process.env.CONVERTED) {
        for (const [name, one] of before) {
          const two = after.get(name)?.sidecar ?? {};
          for (const key of Object.keys({ ...one.sidecar, ...two }))
            if (JSON.stringify(one.sidecar[key]) !== JSON.stringify(two[key]))
              console.error(
                `  ${row.folder} ${name} ${key}: ${JSON.stringify(one.sidecar[key])?.slice(0, 80)} → ${JSON.stringify(two[key])?.slice(0, 80)}`,
              );
        }
      }
    }
  }
  const wrong = [];
  for (const [maker, rows] of [...makers].sort()) {
    const same = rows.filter(({ differs }) => differs.length === 0);
    const volumes = (of) => of.reduce((sum, row) => sum + row.volumes, 0);
    console.error(`${maker}: ${same.length} of ${rows.length} series the same, ${volumes(same)} of ${volumes(rows)} volumes`);
    for (const { folder, differs } of rows.filter((row) => row.differs.length > 0)) {
      console.error(`  ${folder}: ${differs.join(", ")}`);
      const known = [...KNOWN].find(([end]) => folder.split(" ")[0].endsWith(end))?.[1] ?? [];
      if (differs.some((one) => !known.includes(one))) wrong.push(`${folder}: ${differs}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok([...makers.values()].flat().length > 20, "most of the corpus is withheld");
});

test("without the Option volumes lose their scale, times and kind: the comparison can fail", async (t) => {
  const folder = join(CORPUS, "enhanced/neurolabusc__dcm_qa_enh/In/Philips");
  const why = missing() ?? (existsSync(folder) ? undefined : `${folder} is not on this machine`);
  if (why) {
    console.error(`\n==== NOT CHECKED: ${why} ====\n`);
    return t.skip(`NOT CHECKED: ${why}`);
  }
  const home = scratch();
  const policy = join(home, "policy.json");
  const before = await convert(folder, join(home, "before"));
  const differs = async (options) => {
    writeFileSync(policy, JSON.stringify({ version: 1, name: "converters", options }));
    const to = join(home, `${options.length}`);
    await run(process.execPath, CLI, folder, "--output", to, "--policy", policy, "--key", "5a".repeat(32));
    return compare(before, await convert(to, `${to}-nii`));
  };
  assert.ok(before.size > 0);
  assert.deepEqual(await differs(OPTIONS), []);
  assert.ok((await differs(OPTIONS.filter((option) => option !== "retain-safe-private"))).includes("scale"));
});
