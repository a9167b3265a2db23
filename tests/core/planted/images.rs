//! Images: CT, PET, enhanced MR, MR spectroscopy, ultrasound, whole slides, segmentations.

use super::kit::{Kit, Want, code, floats};
use crate::build::Set;
use crate::build::samples::layout;

/// Pixels of 8 x 8, 12 bits in 16.
fn pixels(kit: &mut Kit) {
    let bytes: Vec<u8> = (0..64_u16).flat_map(|n| (n * 61 % 4096).to_le_bytes()).collect();
    kit.with(|set| layout(set, 8, 8, 16, 12).bytes(0x7FE0_0010, "OW", &bytes));
    kit.keeps(Want::Same, &["00280010", "00280011", "00280100", "00280101", "00280102", "00280004", "7FE00010"]);
}

pub fn ct() -> Kit {
    let mut kit = Kit::new("CT", "2", "CT", 1);
    pixels(&mut kit);
    for (tag, vr) in [
        (0x0020_4000, "LT"),
        (0x0008_2111, "ST"),
        (0x0028_1055, "LO"),
        (0x0018_1160, "SH"),
        (0x0012_0040, "LO"),
        (0x0010_2160, "SH"),
        (0x0042_0010, "ST"),
        (0x0010_0016, "UT"),
        (0x0028_3003, "LO"),
        (0x0008_4000, "LT"),
        (0x6000_4000, "LT"),
        (0x6000_1500, "LO"),
        (0x5000_0022, "LO"),
        (0x0018_9998, "UN"),
    ] {
        let word = kit.word();
        kit.text(tag, vr, &word);
    }
    let (url, term, data, curve, name, deep) = (kit.word(), kit.word(), kit.word(), kit.word(), kit.word(), kit.word());
    kit.text(0x0008_1190, "UR", &format!("http://x/{url}"));
    kit.text(0x0008_0008, "CS", &format!("ORIGINAL\\PRIMARY\\AXIAL\\{term}"));
    kit.with(|set| set.bytes(0x6000_3000, "OW", data.repeat(8).as_bytes()).bytes(0x5000_3000, "OW", curve.repeat(2).as_bytes()));
    let changed = Set::new().items(0x0400_0550, vec![Set::new().text(0x0010_0010, "PN", &name)]).text(0x0400_0563, "LO", "A");
    kit.items(0x0400_0561, vec![changed]);
    let pair = vec![kit.reference("2"), kit.reference("2").items(0x0008_2112, vec![Set::new().text(0x0010_0010, "PN", &deep)])];
    kit.items(0x0008_1140, pair);
    let icon = kit.word();
    kit.items(0x0088_0200, vec![layout(Set::new(), 4, 4, 8, 8).bytes(0x7FE0_0010, "OB", format!("{icon:<16}").as_bytes())]);
    for (tag, vr, text) in [
        (0x0018_0050, "DS", "1.25"),
        (0x0018_0060, "DS", "120"),
        (0x0018_1151, "IS", "240"),
        (0x0018_1210, "SH", "Br40d"),
        (0x0018_5100, "CS", "HFS"),
        (0x0020_0032, "DS", "-160.5\\-170.25\\1032.5"),
        (0x0020_0037, "DS", "1\\0\\0\\0\\1\\0"),
        (0x0028_0030, "DS", "0.625\\0.625"),
        (0x0028_1050, "DS", "40"),
        (0x0028_1051, "DS", "400"),
        (0x0028_1052, "DS", "-1024"),
        (0x0028_1053, "DS", "1"),
        (0x0028_1054, "LO", "HU"),
    ] {
        kit.text(tag, vr, text);
    }
    kit.items(0x0008_2218, vec![code("51185008", "SCT", "Chest")]);
    kit.keeps(
        Want::Same,
        &[
            "00180050",
            "00180060",
            "00181151",
            "00181210",
            "00185100",
            "00200032",
            "00200037",
            "00280030",
            "00281050",
            "00281051",
            "00281052",
            "00281053",
            "00281054",
            "00082218[0].00080100",
            "00082218[0].00080104",
            "00081140[1].00081150",
        ],
    );
    kit.keeps(Want::Uid, &["00081140[0].00081155", "00081140[1].00081155"]);
    kit
}

pub fn pet() -> Kit {
    let mut kit = Kit::new("PET", "128", "PT", 2);
    pixels(&mut kit);
    let (start, comment) = (kit.date(), kit.word());
    let drug = Set::new()
        .text(0x0018_1072, "TM", "074500")
        .text(0x0018_1074, "DS", "370000000")
        .text(0x0018_1075, "DS", "6586.2")
        .text(0x0018_1076, "DS", "0.97")
        .text(0x0018_1078, "DT", &format!("{start}074500.00"))
        .items(0x0054_0300, vec![code("C-111A1", "SRT", "^18^Fluorine")])
        .items(0x0054_0304, vec![code("X9", "99MINE", &comment)]);
    kit.items(0x0054_0016, vec![drug]);
    let when = kit.date();
    kit.text(0x0008_0022, "DA", &when);
    for (tag, vr, text) in [
        (0x0008_0032, "TM", "084501"),
        (0x0028_0051, "CS", "DECY\\ATTN\\SCAT"),
        (0x0054_1000, "CS", "WHOLE BODY\\IMAGE"),
        (0x0054_1001, "CS", "BQML"),
        (0x0054_1102, "CS", "START"),
        (0x0054_1300, "DS", "1250.5"),
        (0x0054_1321, "DS", "1.01"),
        (0x0018_1242, "IS", "120000"),
        (0x0028_1053, "DS", "2.5"),
    ] {
        kit.text(tag, vr, text);
    }
    kit.keeps(
        Want::Same,
        &[
            "00540016[0].00181072",
            "00540016[0].00181074",
            "00540016[0].00181075",
            "00540016[0].00181076",
            "00080032",
            "00540016[0].00540300[0].00080100",
            "00280051",
            "00541000",
            "00541001",
            "00541102",
            "00541300",
            "00541321",
            "00181242",
            "00281053",
        ],
    );
    kit.keeps(Want::Moved, &["00540016[0].00181078", "00080022"]);
    kit
}

pub fn enhanced_mr() -> Kit {
    let mut kit = Kit::new("enhanced MR", "4.1", "MR", 3);
    let bytes: Vec<u8> = (0..32_u16).flat_map(|n| n.to_le_bytes()).collect();
    kit.with(|set| layout(set, 4, 4, 16, 12).text(0x0028_0008, "IS", "2").bytes(0x7FE0_0010, "OW", &bytes));
    kit.text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\DIFFUSION\\NONE");
    let mut frames = Vec::new();
    for n in 1..=2_u32 {
        let (comment, label, day) = (kit.word(), kit.word(), kit.date());
        let content = Set::new()
            .text(0x0018_9074, "DT", &format!("{day}0815{n:02}.5"))
            .text(0x0020_9056, "SH", "1")
            .u32s(0x0020_9057, &[n])
            .u32s(0x0020_9157, &[1, n])
            .text(0x0020_9158, "LT", &comment)
            .text(0x0020_9453, "LO", &label);
        let source = kit.reference("4.1");
        frames.push(
            Set::new()
                .items(0x0008_9124, vec![Set::new().items(0x0008_2112, vec![source])])
                .items(0x0018_9117, vec![Set::new().text(0x0018_9075, "CS", "ISOTROPIC").f64s(0x0018_9087, &[800.0])])
                .items(0x0020_9111, vec![content])
                .items(0x0020_9113, vec![Set::new().text(0x0020_0032, "DS", &format!("-160\\-170\\{n}.5"))]),
        );
    }
    let organization = kit.uid();
    kit.items(0x0020_9221, vec![Set::new().text(0x0020_9164, "UI", &organization)]);
    let pointer = [0x20, 0x00, 0x57, 0x91];
    let index = Set::new().text(0x0020_9164, "UI", &organization).bytes(0x0020_9165, "AT", &pointer).bytes(0x0020_9167, "AT", &pointer);
    kit.items(0x0020_9222, vec![index.sorted()]);
    // A sequence's name is a product's, unless it is somebody's.
    let (private, shown) = (kit.word(), kit.secrets[0].clone());
    let shared = Set::new()
        .items(0x0018_9112, vec![Set::new().text(0x0018_0080, "DS", "2500").text(0x0018_1314, "DS", "90")])
        .items(0x0020_9116, vec![Set::new().text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")])
        .items(0x0028_9110, vec![Set::new().text(0x0018_0050, "DS", "3").text(0x0028_0030, "DS", "0.9\\0.9")])
        .text(0x0031_0010, "LO", "NESTED CREATOR")
        .text(0x0031_1001, "LO", &private);
    kit.with(|set| set.items(0x5200_9229, vec![shared.sorted()]).items(0x5200_9230, frames));
    kit.text(0x0018_0024, "SH", &shown);
    let when = kit.date();
    kit.text(0x0008_002A, "DT", &format!("{when}081503.250000+0100"));
    kit.text(0x0018_0087, "DS", "3");
    kit.keeps(
        Want::Same,
        &[
            "00080008",
            "00280008",
            "00180087",
            "00209222[0].00209165",
            "52009229[0].00189112[0].00180080",
            "52009229[0].00209116[0].00200037",
            "52009229[0].00289110[0].00280030",
            "52009229[0].00289110[0].00180050",
            "52009230[0].00189117[0].00189075",
            "52009230[1].00189117[0].00189087",
            "52009230[0].00209111[0].00209056",
            "52009230[1].00209111[0].00209057",
            "52009230[1].00209111[0].00209157",
            "52009230[0].00209113[0].00200032",
            "52009230[1].00209113[0].00200032",
            "7FE00010",
        ],
    );
    kit.keeps(Want::Moved, &["0008002A", "52009230[0].00209111[0].00189074", "52009230[1].00209111[0].00189074"]);
    kit.keeps(Want::Uid, &["00209221[0].00209164", "00209222[0].00209164", "52009230[0].00089124[0].00082112[0].00081155"]);
    kit
}

pub fn spectroscopy() -> Kit {
    let mut kit = Kit::new("MR spectroscopy", "4.2", "MR", 4);
    let (comment, when) = (kit.word(), kit.date());
    kit.text(0x0018_9100, "CS", "1H");
    kit.text(0x0020_4000, "LT", &comment);
    kit.text(0x0008_002A, "DT", &format!("{when}081503"));
    kit.text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\SPECTROSCOPY\\NONE");
    kit.with(|set| {
        let numbers = floats(&[1.5, -2.5, 3.25, 4.0, 5.0, -6.0, 7.0, 8.0]);
        let set = set.f64s(0x0018_9052, &[2000.0]).f64s(0x0018_9098, &[123.25]).u32s(0x0028_9001, &[1]).u32s(0x0028_9002, &[4]);
        let set = set.u16s(0x0028_0010, &[1]).u16s(0x0028_0011, &[1]).text(0x0028_0008, "IS", "1").text(0x0028_9108, "CS", "COMPLEX");
        set.bytes(0x5600_0020, "OF", &numbers)
    });
    let frame = Set::new().items(0x0020_9113, vec![Set::new().text(0x0020_0032, "DS", "1\\2\\3")]);
    let timing = Set::new().items(0x0018_9112, vec![Set::new().text(0x0018_0080, "DS", "1500")]);
    kit.with(|set| set.items(0x5200_9229, vec![timing]).items(0x5200_9230, vec![frame]));
    kit.keeps(
        Want::Same,
        &[
            "00080008",
            "00189100",
            "00189052",
            "00189098",
            "00289001",
            "00289002",
            "56000020",
            "52009229[0].00189112[0].00180080",
            "52009230[0].00209113[0].00200032",
        ],
    );
    kit.keeps(Want::Moved, &["0008002A"]);
    kit
}

/// Without its picture, which would be withheld for the writing in it.
pub fn ultrasound() -> Kit {
    let mut kit = Kit::new("US", "6.1", "US", 5);
    let (comment, data, other) = (kit.word(), kit.word(), kit.word());
    kit.text(0x0020_4000, "LT", &comment);
    kit.text(0x0018_5010, "LO", &data);
    kit.text(0x0018_1060, "DS", "12.5");
    kit.text(0x0018_6031, "CS", "SECTOR_PHASED");
    kit.text(0x0008_2111, "ST", &format!("left liver lobe {other}"));
    let region = Set::new()
        .u16s(0x0018_6012, &[1])
        .u16s(0x0018_6014, &[1])
        .u32s(0x0018_6018, &[10])
        .u32s(0x0018_601A, &[20])
        .u16s(0x0018_6024, &[3])
        .u16s(0x0018_6026, &[3])
        .f64s(0x0018_602C, &[0.025])
        .f64s(0x0018_602E, &[0.025]);
    kit.items(0x0018_6011, vec![region]);
    kit.keeps(
        Want::Same,
        &["00181060", "00186031", "00186011[0].00186012", "00186011[0].00186018", "00186011[0].0018602C", "00186011[0].00186024"],
    );
    kit.keeps(Want::Words(&["left", "liver", "lobe"]), &["00082111"]);
    kit
}

pub fn slide() -> Kit {
    let mut kit = Kit::new("WSI", "77.1.6", "SM", 6);
    let bytes: Vec<u8> = (0..64).collect();
    kit.with(|set| layout(set, 8, 8, 8, 8).text(0x0028_0008, "IS", "1").bytes(0x7FE0_0010, "OB", &bytes));
    kit.text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\VOLUME\\NONE");
    kit.text(0x0028_0301, "CS", "NO");
    for (tag, vr) in [(0x0040_0512, "LO"), (0x2200_0005, "LT"), (0x2200_0002, "UT"), (0x0040_051A, "LO")] {
        let word = kit.word();
        kit.text(tag, vr, &word);
    }
    let (id, short, long, step, who) = (kit.word(), kit.word(), kit.word(), kit.word(), kit.name());
    let (uid, when) = (kit.uid(), kit.date());
    let said = Set::new().text(0x0040_A040, "CS", "TEXT").items(0x0040_A043, vec![code("121041", "DCM", "Specimen Identifier")]);
    let processor = Set::new().text(0x0040_A040, "CS", "PNAME").items(0x0040_A043, vec![code("111706", "DCM", "Processor")]);
    let done = Set::new().text(0x0040_A040, "CS", "DATETIME").items(0x0040_A043, vec![code("111702", "DCM", "DateTime of processing")]);
    let preparation = Set::new().items(
        0x0040_0612,
        vec![
            said.text(0x0040_A160, "UT", &step).sorted(),
            processor.text(0x0040_A123, "PN", &who).sorted(),
            done.text(0x0040_A120, "DT", &format!("{when}1200")).sorted(),
        ],
    );
    let specimen = Set::new()
        .text(0x0040_0551, "LO", &id)
        .text(0x0040_0554, "UI", &uid)
        .text(0x0040_0600, "LO", &format!("liver biopsy {short}"))
        .text(0x0040_0602, "UT", &format!("liver biopsy, needle, {long}"))
        .items(0x0040_0610, vec![preparation])
        .items(0x0008_2228, vec![code("10200004", "SCT", "Liver")])
        .sorted();
    kit.items(0x0040_0560, vec![specimen]);
    let light =
        Set::new().text(0x0048_0106, "SH", "1").items(0x0022_0016, vec![code("111744", "DCM", "Brightfield illumination")]).sorted();
    kit.items(0x0048_0105, vec![light]);
    kit.items(0x0048_0008, vec![Set::new().text(0x0040_072A, "DS", "20.5").text(0x0040_073A, "DS", "31.5")]);
    kit.text(0x0048_0010, "CS", "NO");
    kit.with(|set| {
        set.bytes(0x0048_0001, "FL", &floats(&[15.0]))
            .bytes(0x0048_0002, "FL", &floats(&[20.0]))
            .u32s(0x0048_0006, &[8])
            .u32s(0x0048_0007, &[8])
    });
    kit.keeps(
        Want::Same,
        &[
            "00080008",
            "00480001",
            "00480002",
            "00480006",
            "00480007",
            "00480008[0].0040072A",
            "00480105[0].00480106",
            "00480105[0].00220016[0].00080100",
            "00400560[0].00082228[0].00080104",
            "00280008",
            "7FE00010",
        ],
    );
    kit.keeps(Want::Words(&["liver", "biopsy"]), &["00400560[0].00400600", "00400560[0].00400602"]);
    kit.keeps(Want::Uid, &["00400560[0].00400554"]);
    kit
}

pub fn segmentation() -> Kit {
    let mut kit = Kit::new("SEG", "66.4", "SEG", 7);
    kit.with(|set| {
        layout(set, 4, 5, 1, 1).text(0x0028_0008, "IS", "2").bytes(0x7FE0_0010, "OB", &[0b1010_0101, 0b0110_0110, 15, 0b1100_0011, 90, 0])
    });
    kit.text(0x0008_0008, "CS", "DERIVED\\PRIMARY");
    kit.text(0x0062_0001, "CS", "BINARY");
    let (label, tracking, described, by, algorithm) = (kit.word(), kit.word(), kit.word(), kit.name(), kit.word());
    let (track, series) = (kit.uid(), kit.uid());
    let segment = Set::new()
        .items(0x0062_0003, vec![code("91723000", "SCT", "Anatomical structure")])
        .u16s(0x0062_0004, &[1])
        .text(0x0062_0005, "LO", &format!("liver {label}"))
        .text(0x0062_0006, "ST", &described)
        .text(0x0062_0008, "CS", "SEMIAUTOMATIC")
        .text(0x0062_0009, "LO", &algorithm)
        .u16s(0x0062_000D, &[34_885, 53_485, 50_171])
        .items(0x0062_000F, vec![code("10200004", "SCT", "Liver")])
        .text(0x0062_0020, "UT", &tracking)
        .text(0x0062_0021, "UI", &track);
    kit.items(0x0062_0002, vec![segment]);
    kit.text(0x0070_0080, "CS", "SEGMENTATION");
    kit.text(0x0070_0084, "PN", &by);
    let source = kit.reference("2");
    kit.items(0x0008_1115, vec![Set::new().items(0x0008_114A, vec![source]).text(0x0020_000E, "UI", &series)]);
    let frame = |n: u32| {
        let place = Set::new().items(0x0020_9113, vec![Set::new().text(0x0020_0032, "DS", &format!("1\\2\\{n}"))]);
        place.items(0x0062_000A, vec![Set::new().u16s(0x0062_000B, &[1])])
    };
    kit.with(|set| set.items(0x5200_9229, vec![Set::new()]).items(0x5200_9230, vec![frame(1), frame(2)]));
    kit.keeps(
        Want::Same,
        &[
            "00620001",
            "00620002[0].00620004",
            "00620002[0].00620008",
            "00620002[0].0062000D",
            "00620002[0].00620003[0].00080104",
            "00620002[0].0062000F[0].00080100",
            "00620002[0].0062000F[0].00080104",
            "52009230[1].00209113[0].00200032",
            "52009230[0].0062000A[0].0062000B",
            "7FE00010",
            "00280008",
        ],
    );
    kit.keeps(Want::Words(&["liver"]), &["00620002[0].00620005"]);
    kit.keeps(Want::Uid, &["00081115[0].0020000E", "00081115[0].0008114A[0].00081155", "00620002[0].00620021"]);
    kit
}
