/**
 * "Try it with a sample": a disc as a hospital would burn it, for an invented patient.
 *
 * A head scan of 43 slices, whose face can be found and taken out, an ultrasound picture with the name written in it, the disc's list of contents and a note.
 * Made anew each time, always the same bytes.
 */

import type { InputItem } from "../engine/index.js";
import { part10 } from "./sample-dicom.js";
import { EDGE, headSlice, PIXEL_MM, SLICE_MM, SLICES } from "./sample-head.js";
import { ID, NAME, patientElements, uid } from "./sample-patient.js";
import { fanWith, HEIGHT, WIDTH } from "./sample-writing.js";

export function sample(): InputItem[] {
  const slices = Array.from({ length: SLICES }, (_, slice) =>
    item(`SAMPLE_DISC/DICOM/IM${String(slice + 1).padStart(4, "0")}`, headFile(slice)),
  );
  return [
    ...slices,
    item("SAMPLE_DISC/DICOM/US0001", fanFile()),
    item("SAMPLE_DISC/DICOMDIR", contentsFile()),
    item("SAMPLE_DISC/README.TXT", new TextEncoder().encode(NOTE)),
  ];
}

function headFile(slice: number): Uint8Array<ArrayBuffer> {
  const instance = uid(100 + slice);
  return part10(CT_IMAGE, instance, [
    ...patientElements(),
    [0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"],
    [0x00080016, "UI", CT_IMAGE],
    [0x00080018, "UI", instance],
    [0x00080060, "CS", "CT"],
    [0x00080070, "LO", "Demo Imaging"],
    [0x0008103e, "LO", "Head 5.0"],
    [0x00081090, "LO", "Demo 64"],
    [0x00180015, "CS", "HEAD"],
    [0x00180050, "DS", String(SLICE_MM)],
    [0x00180060, "DS", "120"],
    [0x00181000, "LO", "SN-40417"],
    [0x00181020, "LO", "1.0"],
    [0x00185100, "CS", "HFS"],
    [0x0020000e, "UI", uid(2)],
    [0x00200011, "IS", "2"],
    [0x00200013, "IS", String(slice + 1)],
    [0x00200032, "DS", `${-EDGE}\\${-EDGE}\\${slice * SLICE_MM}`],
    [0x00200037, "DS", "1\\0\\0\\0\\1\\0"],
    [0x00200052, "UI", uid(3)],
    [0x00201040, "LO", ""],
    [0x00280002, "US", [1]],
    [0x00280004, "CS", "MONOCHROME2"],
    [0x00280010, "US", [EDGE]],
    [0x00280011, "US", [EDGE]],
    [0x00280030, "DS", `${PIXEL_MM}\\${PIXEL_MM}`],
    [0x00280100, "US", [16]],
    [0x00280101, "US", [12]],
    [0x00280102, "US", [11]],
    [0x00280103, "US", [0]],
    [0x00281050, "DS", "40"],
    [0x00281051, "DS", "120"],
    [0x00281052, "DS", "-1024"],
    [0x00281053, "DS", "1"],
    [0x00281054, "LO", "HU"],
    [0x7fe00010, "OW", headSlice(slice)],
  ]);
}

function fanFile(): Uint8Array<ArrayBuffer> {
  const instance = uid(200);
  return part10(ULTRASOUND_IMAGE, instance, [
    ...patientElements(),
    [0x00080008, "CS", "DERIVED\\SECONDARY"],
    [0x00080016, "UI", ULTRASOUND_IMAGE],
    [0x00080018, "UI", instance],
    [0x00080060, "CS", "US"],
    [0x00080070, "LO", "Demo Imaging"],
    [0x0008103e, "LO", "Thyroid"],
    [0x0020000e, "UI", uid(4)],
    [0x00200011, "IS", "3"],
    [0x00200013, "IS", "1"],
    [0x00280002, "US", [1]],
    [0x00280004, "CS", "MONOCHROME2"],
    [0x00280010, "US", [HEIGHT]],
    [0x00280011, "US", [WIDTH]],
    [0x00280100, "US", [8]],
    [0x00280101, "US", [8]],
    [0x00280102, "US", [7]],
    [0x00280103, "US", [0]],
    [0x00280301, "CS", "YES"],
    [0x7fe00010, "OB", fanWith(["FAIRWEATHER JOHANNA", "14-03-1971", "GREEN VALLEY HOSPITAL"])],
  ]);
}

/** The disc's list of contents, with the patient's name in it (PS3.10 8, PS3.3 F.3). */
function contentsFile(): Uint8Array<ArrayBuffer> {
  const nobody = new Uint8Array(4);
  return part10(DIRECTORY, uid(5), [
    [0x00041130, "CS", "SAMPLE"],
    [0x00041200, "UL", nobody],
    [0x00041202, "UL", nobody],
    [0x00041212, "US", [0]],
    [
      0x00041220,
      "SQ",
      [
        [
          [0x00041400, "UL", nobody],
          [0x00041410, "US", [0xffff]],
          [0x00041420, "UL", nobody],
          [0x00041430, "CS", "PATIENT"],
          [0x00100010, "PN", NAME],
          [0x00100020, "LO", ID],
        ],
      ],
    ],
  ]);
}

function item(path: string, bytes: Uint8Array<ArrayBuffer>): InputItem {
  return { path, data: new Blob([bytes]) };
}

const CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
const ULTRASOUND_IMAGE = "1.2.840.10008.5.1.4.1.1.6.1";
const DIRECTORY = "1.2.840.10008.1.3.10";

const NOTE =
  "Disc of Johanna Fairweather, born 14.03.1971.\r\nGreen Valley Hospital, Neuroradiology.\r\nStart the viewer to see the pictures.\r\n";
