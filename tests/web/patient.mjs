/** A small scan of the sample's patient, for portals: a few slices of a chest, with everything in them that names a person. */

import { part10 } from "../../www/files/sample-dicom.ts";
import { patientElements } from "../../www/files/sample-patient.ts";

const CT = "1.2.840.10008.5.1.4.1.1.2";
const EDGE = 32;

/** Everything that names the patient, in the header, in sequences and in private fields. */
export const secrets = [
  "Fairweather",
  "Ericsson",
  "GVH-0048",
  "GVH2024",
  "Green Valley",
  "Mill Street",
  "Orchard Lane",
  "555-01",
  "Okafor",
  "Reed^",
  "Lindqvist",
  "Moreau",
  "19710314",
  "20240917",
  "SV-99201",
  "DEMO IMAGING 1",
];

/** So many slices of one study: studies differ by their number. */
export function chest(study, slices) {
  return Array.from({ length: slices }, (_, at) => {
    const uid = `2.25.7711.${study}.1.${at + 1}`;
    const own = patientElements().filter(([tag]) => tag !== 0x0020000d);
    const bytes = part10(CT, uid, [
      ...own,
      [0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"],
      [0x00080016, "UI", CT],
      [0x00080018, "UI", uid],
      [0x00080060, "CS", "CT"],
      [0x0008103e, "LO", "Chest 5.0"],
      [0x00180015, "CS", "CHEST"],
      [0x0020000d, "UI", `2.25.7711.${study}`],
      [0x0020000e, "UI", `2.25.7711.${study}.1`],
      [0x00200011, "IS", "1"],
      [0x00200013, "IS", String(at + 1)],
      [0x00200032, "DS", `0\\0\\${at * 5}`],
      [0x00200037, "DS", "1\\0\\0\\0\\1\\0"],
      [0x00280002, "US", [1]],
      [0x00280004, "CS", "MONOCHROME2"],
      [0x00280010, "US", [EDGE]],
      [0x00280011, "US", [EDGE]],
      [0x00280030, "DS", "1\\1"],
      [0x00280100, "US", [16]],
      [0x00280101, "US", [12]],
      [0x00280102, "US", [11]],
      [0x00280103, "US", [0]],
      [0x00281052, "DS", "-1024"],
      [0x00281053, "DS", "1"],
      [0x7fe00010, "OW", Uint16Array.from({ length: EDGE * EDGE }, (_, pixel) => (pixel * 7 + at) % 1200)],
    ]);
    return { name: `IM${at + 1}`, mimeType: "", buffer: Buffer.from(bytes) };
  });
}

/** Has the page's element clean files that a person chooses. Ends when they are clean. */
export async function clean(page, files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles(files);
  await page.getByRole("button", { name: /^Clean \d+ images?$/ }).click();
  await page.waitForFunction(() => ["done", "failed", "look", "face"].includes(document.querySelector("scan-scrubber").state));
  return page.evaluate(() => document.querySelector("scan-scrubber").state);
}
