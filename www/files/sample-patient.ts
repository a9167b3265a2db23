/** The sample's patient: invented from top to bottom, and named in as many places as a real one is. */

import type { Element, Item } from "./sample-dicom.js";

/** What stands in every file of the sample: who, where, by whom, for whom. */
export function patientElements(): Item {
  return [
    [0x00080005, "CS", "ISO_IR 100"],
    [0x00080020, "DA", "20240917"],
    [0x00080021, "DA", "20240917"],
    [0x00080022, "DA", "20240917"],
    [0x00080023, "DA", "20240917"],
    [0x00080030, "TM", "101512"],
    [0x00080031, "TM", "101730"],
    [0x00080032, "TM", "101744"],
    [0x00080033, "TM", "101802"],
    [0x00080050, "SH", "GVH2024-55731"],
    [0x00080080, "LO", "Green Valley Hospital"],
    [0x00080081, "ST", "12 Orchard Lane, Green Valley"],
    [0x00080090, "PN", "Reed^Thomas^^Dr"],
    [0x00080094, "SH", "555-0142"],
    [0x00081010, "SH", "GVHROOM2"],
    [0x00081030, "LO", "Headache, Mrs Fairweather"],
    [0x00081040, "LO", "Neuroradiology"],
    [0x00081048, "PN", "Okafor^Ngozi^^Dr"],
    [0x00081050, "PN", "Lindqvist^Per^^Dr"],
    [0x00081070, "PN", "Moreau^Camille"],
    [0x00090010, "LO", "DEMO IMAGING 1"],
    [0x00091001, "LO", "Fairweather^Johanna 14.03.1971"],
    [0x00091002, "LO", "Call Mr Fairweather, 555-0199"],
    [0x00100010, "PN", NAME],
    [0x00100020, "LO", ID],
    [0x00100021, "LO", "Green Valley Hospital"],
    [0x00100030, "DA", "19710314"],
    [0x00100040, "CS", "F"],
    [0x00101000, "LO", "SV-99201"],
    [0x00101001, "PN", "Ericsson^Johanna"],
    [0x00101010, "AS", "053Y"],
    [0x00101020, "DS", "1.68"],
    [0x00101030, "DS", "64"],
    [0x00101040, "LO", "4 Mill Street, Green Valley"],
    [0x00101060, "PN", "Ericsson"],
    [0x00102154, "SH", "555-0188"],
    [0x00104000, "LT", "Teaches at the school of Green Valley. Husband: Karl Fairweather."],
    [0x0020000d, "UI", uid(1)],
    [0x00200010, "SH", "55731"],
    [0x00321032, "PN", "Reed^Thomas^^Dr"],
    [0x00321060, "LO", "CT of the head"],
    requestElement(),
  ];
}

/** The order behind the scan: names nested in sequences (Request Attributes Sequence, PS3.3 C.7.6.16.2.9). */
function requestElement(): Element {
  const doctor: Item = [
    [0x00080080, "LO", "Green Valley Hospital"],
    [
      0x00401101,
      "SQ",
      [
        [
          [0x00080100, "SH", "D-2207"],
          [0x00080102, "SH", "99GVH"],
          [0x00080104, "LO", "Dr Thomas Reed"],
        ],
      ],
    ],
  ];
  return [
    0x00400275,
    "SQ",
    [
      [
        [
          0x00321064,
          "SQ",
          [
            [
              [0x00080100, "SH", "CTHEAD"],
              [0x00080102, "SH", "99GVH"],
              [0x00080104, "LO", "CT head, plain"],
            ],
          ],
        ],
        [0x00400007, "LO", "CT head for Johanna Fairweather"],
        [0x00400009, "SH", "GVH-P-7781"],
        [0x00401001, "SH", "GVH-R-4410"],
        [0x00321031, "SQ", [doctor]],
      ],
    ],
  ];
}

/** UIDs of the sample: 2.25 and a number of our own (PS3.5 B.2). */
export function uid(n: number): string {
  return `2.25.28651309274426017384119067522${String(1000 + n)}`;
}

export const NAME = "Fairweather^Johanna^Marie^Mrs";
export const ID = "GVH-0048-2210";
