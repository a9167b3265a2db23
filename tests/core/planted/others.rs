//! Objects without pictures: radiotherapy, presentation states, reports, key objects, waveforms.

use super::kit::{Kit, Want, code, floats};
use crate::build::Set;

pub fn structures() -> Kit {
    let mut kit = Kit::new("RTSTRUCT", "481.3", "RTSTRUCT", 8);
    let (label, name, described, region, why, by, observed) =
        (kit.word(), kit.word(), kit.word(), kit.word(), kit.word(), kit.name(), kit.word());
    let (frame, day, when) = (kit.uid(), kit.date(), kit.date());
    let image = kit.reference("2");
    kit.text(0x3006_0002, "SH", &label);
    kit.text(0x3006_0004, "LO", &name);
    kit.text(0x3006_0006, "ST", &described);
    kit.text(0x3006_0008, "DA", &day);
    kit.text(0x3006_0009, "TM", "120000");
    let roi = Set::new()
        .text(0x3006_0022, "IS", "1")
        .text(0x3006_0024, "UI", &frame)
        .text(0x3006_0026, "LO", &format!("heart {region}"))
        .text(0x3006_0028, "ST", &why)
        .text(0x3006_002C, "DS", "12.5")
        .text(0x3006_0036, "CS", "MANUAL");
    kit.items(0x3006_0020, vec![roi]);
    let contour = Set::new().items(0x3006_0016, vec![image]).text(0x3006_0042, "CS", "CLOSED_PLANAR").text(0x3006_0046, "IS", "3").text(
        0x3006_0050,
        "DS",
        "1.5\\2.5\\3\\4\\5\\6\\7\\8\\9",
    );
    let drawn = Set::new().text(0x3006_002A, "IS", "255\\0\\0").items(0x3006_0040, vec![contour]).text(0x3006_0084, "IS", "1");
    kit.items(0x3006_0039, vec![drawn]);
    let observation = Set::new()
        .text(0x3006_0082, "IS", "1")
        .text(0x3006_0084, "IS", "1")
        .text(0x3006_0085, "SH", &observed)
        .text(0x3006_00A4, "CS", "ORGAN")
        .text(0x3006_00A6, "PN", &by);
    kit.items(0x3006_0080, vec![observation]);
    kit.text(0x300E_0002, "CS", "APPROVED");
    kit.text(0x300E_0004, "DA", &when);
    let reviewer = kit.name();
    kit.text(0x300E_0008, "PN", &reviewer);
    kit.keeps(
        Want::Same,
        &[
            "30060009",
            "30060020[0].30060022",
            "30060020[0].3006002C",
            "30060020[0].30060036",
            "30060039[0].3006002A",
            "30060039[0].30060040[0].30060042",
            "30060039[0].30060040[0].30060046",
            "30060039[0].30060040[0].30060050",
            "30060080[0].300600A4",
            "30060080[0].30060084",
            "300E0002",
        ],
    );
    kit.keeps(Want::Moved, &["30060008", "300E0004"]);
    kit.keeps(Want::Words(&["heart"]), &["30060020[0].30060026"]);
    kit.keeps(Want::Uid, &["30060020[0].30060024", "30060039[0].30060040[0].30060016[0].00081155"]);
    kit
}

pub fn plan() -> Kit {
    let mut kit = Kit::new("RTPLAN", "481.5", "RTPLAN", 9);
    for (tag, vr) in [(0x300A_0002, "SH"), (0x300A_0003, "LO"), (0x300A_0004, "ST"), (0x300A_000E, "ST")] {
        let word = kit.word();
        kit.text(tag, vr, &word);
    }
    let (day, reviewer, machine, serial, beam, described) = (kit.date(), kit.name(), kit.word(), kit.word(), kit.word(), kit.word());
    kit.text(0x300A_0006, "DA", &day);
    kit.text(0x300A_0007, "TM", "101500");
    kit.text(0x300A_000A, "CS", "CURATIVE");
    kit.text(0x300A_000C, "CS", "PATIENT");
    kit.text(0x300E_0002, "CS", "UNAPPROVED");
    kit.text(0x300E_0008, "PN", &reviewer);
    let dose = Set::new()
        .text(0x300A_0012, "IS", "1")
        .text(0x300A_0014, "CS", "SITE")
        .text(0x300A_0016, "LO", &described)
        .text(0x300A_0020, "CS", "TARGET")
        .text(0x300A_0026, "DS", "60");
    kit.items(0x300A_0010, vec![dose]);
    let control = Set::new()
        .text(0x300A_0112, "IS", "0")
        .text(0x300A_0114, "DS", "6")
        .text(0x300A_011E, "DS", "181.5")
        .text(0x300A_011F, "CS", "CW")
        .text(0x300A_012C, "DS", "1.5\\-22.5\\3")
        .text(0x300A_0134, "DS", "0");
    let limiter = Set::new().text(0x300A_00B8, "CS", "MLCX").text(0x300A_00BC, "IS", "60");
    let field = Set::new()
        .text(0x0018_1000, "LO", &serial)
        .text(0x300A_00B2, "SH", &machine)
        .text(0x300A_00B3, "CS", "MU")
        .text(0x300A_00B4, "DS", "1000")
        .items(0x300A_00B6, vec![limiter])
        .text(0x300A_00C0, "IS", "1")
        .text(0x300A_00C2, "LO", &beam)
        .text(0x300A_00C4, "CS", "DYNAMIC")
        .text(0x300A_00C6, "CS", "PHOTON")
        .text(0x300A_0110, "IS", "1")
        .items(0x300A_0111, vec![control]);
    kit.items(0x300A_00B0, vec![field]);
    let setup = kit.word();
    kit.items(0x300A_0180, vec![Set::new().text(0x0018_5100, "CS", "HFS").text(0x300A_0182, "IS", "1").text(0x300A_01B2, "ST", &setup)]);
    let structures = kit.reference("481.3");
    kit.items(0x300C_0060, vec![structures]);
    kit.keeps(
        Want::Same,
        &[
            "300A0007",
            "300A000A",
            "300A000C",
            "300A0010[0].300A0014",
            "300A0010[0].300A0020",
            "300A0010[0].300A0026",
            "300A00B0[0].300A00B3",
            "300A00B0[0].300A00B4",
            "300A00B0[0].300A00B6[0].300A00B8",
            "300A00B0[0].300A00C4",
            "300A00B0[0].300A00C6",
            "300A00B0[0].300A0111[0].300A0114",
            "300A00B0[0].300A0111[0].300A011E",
            "300A00B0[0].300A0111[0].300A011F",
            "300A00B0[0].300A0111[0].300A012C",
            "300A0180[0].00185100",
        ],
    );
    kit.keeps(Want::Moved, &["300A0006"]);
    kit.keeps(Want::Uid, &["300C0060[0].00081155"]);
    kit
}

pub fn presentation() -> Kit {
    let mut kit = Kit::new("PR", "11.1", "PR", 10);
    let (creator, text, described, day, layer) = (kit.name(), kit.word(), kit.word(), kit.date(), kit.word());
    let (series, again) = (kit.uid(), kit.word());
    let image = kit.reference("2");
    kit.text(0x0070_0080, "CS", "PRESENTATION");
    kit.text(0x0070_0081, "LO", &format!("window for lung {described}"));
    kit.text(0x0070_0082, "DA", &day);
    kit.text(0x0070_0083, "TM", "090807");
    kit.text(0x0070_0084, "PN", &creator);
    let words = Set::new().text(0x0070_0004, "CS", "PIXEL").text(0x0070_0006, "ST", &format!("see {text}")).bytes(
        0x0070_0014,
        "FL",
        &floats(&[1.0, 2.0]),
    );
    let compound = Set::new().text(0x0070_0006, "ST", &again);
    let drawn = Set::new().text(0x0070_0002, "CS", "LAYER1").items(0x0070_0008, vec![words]).items(0x0070_0209, vec![compound]);
    kit.items(0x0070_0001, vec![drawn]);
    let named = Set::new().text(0x0070_0002, "CS", "LAYER1").text(0x0070_0062, "IS", "1").text(0x0070_0068, "LO", &layer);
    kit.items(0x0070_0060, vec![named]);
    let corner = |x: i32, y: i32| [x.to_le_bytes(), y.to_le_bytes()].concat();
    let area = Set::new()
        .bytes(0x0070_0052, "SL", &corner(1, 1))
        .bytes(0x0070_0053, "SL", &corner(512, 512))
        .text(0x0070_0100, "CS", "SCALE TO FIT")
        .text(0x0070_0101, "DS", "0.5\\0.5");
    kit.items(0x0070_005A, vec![area]);
    let window = Set::new().text(0x0028_1050, "DS", "40").text(0x0028_1051, "DS", "400");
    kit.items(0x0028_3110, vec![window]);
    kit.items(0x0008_1115, vec![Set::new().items(0x0008_1140, vec![image]).text(0x0020_000E, "UI", &series)]);
    kit.text(0x2050_0020, "CS", "IDENTITY");
    kit.keeps(
        Want::Same,
        &[
            "00700083",
            "0070005A[0].00700052",
            "0070005A[0].00700053",
            "0070005A[0].00700100",
            "0070005A[0].00700101",
            "00283110[0].00281050",
            "00283110[0].00281051",
            "20500020",
            "00081115[0].00081140[0].00081150",
        ],
    );
    kit.keeps(Want::Moved, &["00700082"]);
    kit.keeps(Want::Words(&["window", "lung"]), &["00700081"]);
    kit.keeps(Want::Uid, &["00081115[0].0020000E", "00081115[0].00081140[0].00081155"]);
    kit
}

/// A content item: relationship, kind, concept, and what it holds.
fn item(relation: &str, kind: &str, concept: Set) -> Set {
    Set::new().text(0x0040_A010, "CS", relation).text(0x0040_A040, "CS", kind).items(0x0040_A043, vec![concept])
}

pub fn report() -> Kit {
    let mut kit = Kit::new("SR", "88.33", "SR", 11);
    kit.text(0x0040_A040, "CS", "CONTAINER");
    kit.items(0x0040_A043, vec![code("126000", "DCM", "Imaging Measurement Report")]);
    kit.text(0x0040_A050, "CS", "SEPARATE");
    kit.text(0x0040_A491, "CS", "COMPLETE");
    kit.text(0x0040_A493, "CS", "VERIFIED");
    let (verifier, place, when) = (kit.name(), kit.word(), kit.date());
    let signed = Set::new()
        .text(0x0040_A027, "LO", &place)
        .text(0x0040_A030, "DT", &format!("{when}101112"))
        .text(0x0040_A075, "PN", &verifier)
        .items(0x0040_A088, vec![]);
    kit.items(0x0040_A073, vec![signed]);
    let (observer, finding, id, site, subject, comment) = (kit.name(), kit.word(), kit.word(), kit.word(), kit.name(), kit.word());
    let (tracking, device, day) = (kit.uid(), kit.uid(), kit.date());
    let image = kit.reference("2");
    let local = kit.word();
    let number = Set::new().items(0x0040_08EA, vec![code("mm", "UCUM", "millimeter")]).text(0x0040_A30A, "DS", "12.75");
    let shape = item("INFERRED FROM", "SCOORD", code("121055", "DCM", "Path"))
        .text(0x0070_0023, "CS", "POLYLINE")
        .bytes(0x0070_0022, "FL", &floats(&[1.0, 2.0, 3.5, 4.5]))
        .items(
            0x0040_A730,
            vec![Set::new().text(0x0040_A010, "CS", "SELECTED FROM").text(0x0040_A040, "CS", "IMAGE").items(0x0008_1199, vec![image])],
        )
        .sorted();
    let measured =
        item("CONTAINS", "NUM", code("410668003", "SCT", "Length")).items(0x0040_A300, vec![number]).items(0x0040_A730, vec![shape]);
    let group = item("CONTAINS", "CONTAINER", code("125007", "DCM", "Measurement Group")).text(0x0040_A050, "CS", "SEPARATE").items(
        0x0040_A730,
        vec![
            item("HAS OBS CONTEXT", "TEXT", code("112039", "DCM", "Tracking Identifier")).text(0x0040_A160, "UT", &id),
            item("HAS OBS CONTEXT", "UIDREF", code("112040", "DCM", "Tracking Unique Identifier")).text(0x0040_A124, "UI", &tracking),
            item("CONTAINS", "CODE", code("363698007", "SCT", "Finding Site")).items(0x0040_A168, vec![code("39607008", "SCT", "Lung")]),
            measured.sorted(),
            item("CONTAINS", "TEXT", code("121071", "DCM", "Finding")).text(0x0040_A160, "UT", &format!("nodule in left lung, {finding}")),
        ]
        .into_iter()
        .map(Set::sorted)
        .collect(),
    );
    let content = vec![
        item("HAS OBS CONTEXT", "PNAME", code("121008", "DCM", "Person Observer Name")).text(0x0040_A123, "PN", &observer),
        item("HAS OBS CONTEXT", "TEXT", code("121009", "DCM", "Person Observer's Organization Name")).text(0x0040_A160, "UT", &site),
        item("HAS OBS CONTEXT", "UIDREF", code("121012", "DCM", "Device Observer UID")).text(0x0040_A124, "UI", &device),
        item("HAS OBS CONTEXT", "PNAME", code("121029", "DCM", "Subject Name")).text(0x0040_A123, "PN", &subject),
        item("HAS OBS CONTEXT", "DATE", code("121031", "DCM", "Subject Birth Date")).text(0x0040_A121, "DA", &day),
        item("CONTAINS", "TEXT", code("121106", "DCM", "Comment")).text(0x0040_A160, "UT", &format!("told {comment} by phone")),
        item("CONTAINS", "TEXT", code("X1", "99LOCAL", &local)).text(0x0040_A160, "UT", &local),
        group.sorted(),
    ];
    kit.items(0x0040_A730, content.into_iter().map(Set::sorted).collect());
    kit.keeps(Want::Same, &["0040A040", "0040A043[0].00080104", "0040A050", "0040A491", "0040A493"]);
    // Content items are looked for by their values, wherever they stand.
    kit.keeps(
        Want::Same,
        &["*0040A30A=12.75", "*00080104=millimeter", "*00080104=Length", "*00080104=Lung", "*00080104=Finding Site", "*00700023=POLYLINE"],
    );
    kit
}

pub fn key_objects() -> Kit {
    let mut kit = Kit::new("KO", "88.59", "KO", 12);
    kit.text(0x0040_A040, "CS", "CONTAINER");
    kit.items(0x0040_A043, vec![code("113000", "DCM", "Of Interest")]);
    kit.text(0x0040_A050, "CS", "SEPARATE");
    let (said, observer, series, study) = (kit.word(), kit.name(), kit.uid(), kit.uid());
    let (first, second) = (kit.reference("2"), kit.reference("2"));
    let content = vec![
        item("HAS OBS CONTEXT", "PNAME", code("121008", "DCM", "Person Observer Name")).text(0x0040_A123, "PN", &observer),
        item("CONTAINS", "TEXT", code("113012", "DCM", "Key Object Description")).text(0x0040_A160, "UT", &format!("lung nodule {said}")),
        Set::new().text(0x0040_A010, "CS", "CONTAINS").text(0x0040_A040, "CS", "IMAGE").items(0x0008_1199, vec![first.clone()]),
    ];
    kit.items(0x0040_A730, content.into_iter().map(Set::sorted).collect());
    let evidence = Set::new().items(0x0008_1199, vec![first, second]).text(0x0020_000E, "UI", &series);
    kit.items(0x0040_A375, vec![Set::new().items(0x0008_1115, vec![evidence]).text(0x0020_000D, "UI", &study)]);
    kit.keeps(Want::Same, &["0040A040", "0040A043[0].00080100", "0040A043[0].00080104", "*0040A040=IMAGE"]);
    kit.keeps(Want::Uid, &["0040A375[0].0020000D", "0040A375[0].00081115[0].0020000E", "0040A375[0].00081115[0].00081199[1].00081155"]);
    kit
}

pub fn ecg() -> Kit {
    let mut kit = Kit::new("ECG", "9.1.1", "ECG", 13);
    let (when, label, note, channel, comment) = (kit.date(), kit.word(), kit.word(), kit.word(), kit.word());
    kit.text(0x0008_002A, "DT", &format!("{when}081503"));
    kit.text(0x0040_0556, "ST", &comment);
    let lead = Set::new()
        .u16s(0x003A_0202, &[1])
        .text(0x003A_0203, "SH", &channel)
        .items(0x003A_0208, vec![code("2:1", "MDC", "Lead I")])
        .text(0x003A_0210, "DS", "0.0025")
        .items(0x003A_0211, vec![code("mV", "UCUM", "mV")])
        .text(0x003A_0212, "DS", "1")
        .text(0x003A_0213, "DS", "0")
        .text(0x003A_0220, "DS", "0.05")
        .text(0x003A_0221, "DS", "150")
        .u16s(0x003A_021A, &[16])
        .sorted();
    let samples: Vec<u8> = (0..64_i16).flat_map(|n| (n * 7 - 200).to_le_bytes()).collect();
    let wave = Set::new()
        .text(0x003A_0004, "CS", "ORIGINAL")
        .u16s(0x003A_0005, &[1])
        .u32s(0x003A_0010, &[64])
        .text(0x003A_001A, "DS", "500")
        .text(0x003A_0020, "SH", &label)
        .items(0x003A_0200, vec![lead])
        .u16s(0x5400_1004, &[16])
        .text(0x5400_1006, "CS", "SS")
        .bytes(0x5400_1010, "OW", &samples);
    kit.items(0x5400_0100, vec![wave]);
    let noted = Set::new().text(0x0070_0006, "ST", &format!("normal {note}")).u16s(0x0040_A0B0, &[1, 1]).sorted();
    kit.items(0x0040_B020, vec![noted]);
    kit.keeps(
        Want::Same,
        &[
            "54000100[0].003A0004",
            "54000100[0].003A0005",
            "54000100[0].003A0010",
            "54000100[0].003A001A",
            "54000100[0].003A0200[0].003A0210",
            "54000100[0].003A0200[0].003A0212",
            "54000100[0].003A0200[0].003A0213",
            "54000100[0].003A0200[0].003A0220",
            "54000100[0].003A0200[0].003A0221",
            "54000100[0].003A0200[0].003A0211[0].00080100",
            "54000100[0].003A0200[0].003A0211[0].00080104",
            "54000100[0].54001004",
            "54000100[0].54001006",
            "54000100[0].54001010",
        ],
    );
    kit.keeps(Want::Moved, &["0008002A"]);
    kit
}
