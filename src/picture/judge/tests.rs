use super::*;

/// A batch of one patient: a woman with an ID, an accession number and a birth date, her doctor, her address.
fn judge(writing: Writing) -> Judge {
    let mut records = Vec::new();
    for record in [
        "Njohnson^jane marie",
        "Nlee^bo",
        "Nmüller^ann",
        "Wlindenstrasse",
        "Voribella clinic",
        "Vmr-1234567",
        "V88121",
        "V19740307",
        "Nnguyen^van an",
    ] {
        records.extend(u16::try_from(record.len()).unwrap().to_be_bytes());
        records.extend(record.as_bytes());
    }
    Judge::new(&records, writing).unwrap()
}

#[track_caller]
fn all(verdict: Verdict, texts: &[&str]) {
    let judge = judge(Writing::Identifying);
    let wrong: Vec<(&&str, Verdict)> =
        texts.iter().map(|text| (text, judge.judge(Some(text), 0.95))).filter(|(_, found)| *found != verdict).collect();
    assert!(wrong.is_empty(), "not {verdict:?}: {wrong:?}");
}

#[test]
fn what_devices_write_is_harmless() {
    all(
        Verdict::Harmless,
        &[
            "R",
            "L",
            "RT",
            "AP",
            "PA",
            "LAT",
            "R LAT",
            "L-CC",
            "RMLO",
            "R MLO",
            "LCC",
            "(R)",
            "LEFT",
            "AP ERECT",
            "PORTABLE",
            "Right Knee",
            "PA ERECT MOBILE",
            "A",
            "H",
            "AR",
        ],
    );
    all(
        Verdict::Harmless,
        &[
            "MI 0.9",
            "MI: 1.2",
            "MI1.2",
            "TIs 0.4",
            "Tls 0.4",
            "TIB:0.8",
            "TIs0.4",
            "TIC 1.1",
            "Gn 50",
            "DR 60",
            "60dB",
            "DR 60 dB",
            "FR 25Hz",
            "25 fps",
            "Frq 3.5 MHz",
            "D 12.5 cm",
            "12.5cm",
            "5 cm",
            "Map 3",
            "Persist 2",
            "C5-1",
            "L12-5",
            "ML6-15",
            "C5-1 / Abd Gen",
            "RT KIDNEY SAG",
            "GALLBLADDER",
            "CBD 4.2 mm",
            "+ Dist 2.34 cm",
            "1 L 3.4 cm",
            "PRF 1.4kHz",
            "WF 60Hz",
            "cm/s",
            "-45.3 cm/s",
            "45cm/s",
            "100%",
            "AO 100%",
            "PW",
            "HR 72 bpm",
            "Vol 12.3 ml",
            "2D",
            "THI",
            "SonoCT",
            "Liver",
            "L1VER",
            "LlVER",
            "R1GHT",
        ],
    );
    all(
        Verdict::Harmless,
        &[
            "120 kVp",
            "kVp 120",
            "120kV",
            "200 mAs",
            "mA 250",
            "kV 120 mA 200",
            "W 400 L 40",
            "W400 L40",
            "WW: 1500 WL: -600",
            "W/L 400/40",
            "W: 2000",
            "SE 3",
            "SE: 3 IM: 24",
            "IM 24/120",
            "Im: 24 / 120",
            "Se:4",
            "Slice 12",
            "Zoom 125%",
            "Zoom: 1.25",
            "2.5x",
            "TR 2000 TE 90",
            "TR: 450.0",
            "TE 12.3ms",
            "FOV 24 cm",
            "FOV 240x240 mm",
            "512x512",
            "512 x 512",
            "SP -120.5",
            "ST 5.0 mm",
            "5.0mm",
            "3T",
            "DFOV 35.0 cm",
            "T2 FLAIR",
            "AX T1 POST",
            "10 mm",
            "mm",
            "0.625 mm",
            "DAP 12.5 mGycm2",
            "EXI 1234",
            "10",
            "50",
            "0.5",
            "AXIAL",
            "Frame 12 of 60",
            "S/D 2.4",
        ],
    );
    all(
        Verdict::Harmless,
        &["GE", "PHILIPS", "SIEMENS", "GE Medical Systems", "Canon Medical Systems", "LOGIQ E9", "EPIQ", "Toshiba", "SIEMENS Healthineers"],
    );
}

#[test]
fn what_the_batch_says_identifies_however_it_was_read() {
    all(
        Verdict::Identifies,
        &[
            "JOHNSON",
            "JOHNSON^JANE",
            "J0HNS0N~JANE",
            "JOHNSON~JANE",
            "Jane Johnson",
            "JOHNS0N, JANE M",
            "JOHNSUN",
            "J0HN5ON",
            "JOHNSN",
            "JOHHNSON",
            "XJOHNSONX",
            "Ms.Jane",
            "JANE",
            "MARIE",
            "MAR1E",
            "J A N E",
            "NAME: JOHNSON L",
            "Dr. Lee",
            "LEE",
            "1ee",
            "KIMLEE",
            "MUELLER",
            "Müller",
            "MULLER",
            "Mu11er",
            "ANN M",
            "Lindenstr4sse 5",
        ],
    );
    all(
        Verdict::Identifies,
        &["Lindenstrasse 5", "Lindenstr4sse", "LINDENSTRAßE", "Oribella Clinic", "0RIBELLA CLINIC", "ORIBELLA CLlNIC RADIOLOGY"],
    );
    all(
        Verdict::Identifies,
        &[
            "MR-1234567",
            "MR1234567",
            "MR 1234567",
            "ID: MR-I23456T",
            "1234567MR1234567",
            "88121",
            "ACC 88121",
            "8B121",
            "BB12l",
            "19740307",
            "D0B 07.03.1974",
            "DOB: 03/07/1974",
            "7-MAR-1974",
            "07 03 74",
            "NGUYEN VAN AN",
            "Ngvyen",
        ],
    );
    // What is known to identify does, however unsure the reader is.
    assert_eq!(judge(Writing::All).judge(Some("JOHNSON"), 0.3), Verdict::Identifies);
}

#[test]
fn what_may_be_anybody_s_is_not_trusted() {
    all(
        Verdict::Unknown,
        &[
            "SMITH",
            "SMITH~MARY",
            "DOE^JOHN",
            "DOE~JOHN",
            "D0B",
            "DOB",
            "Patient",
            "Name:",
            "ID",
            "MRN",
            "Sex: F",
            "F 053Y",
            "45 Y",
            "F 45",
            "M 45",
            "45 M",
            "45M",
            "M",
            "053Y",
            "1234567",
            "2024",
            "1985",
            "0123",
            "12 03 85",
            "943 476 591",
            "12/03/85",
            "12.03.1985",
            "12.03.85",
            "12/03",
            "3/7",
            "1985-03-12",
            "20240312",
            "12-MAR-85",
            "MAR",
            "JAN",
            "10:35",
            "10:35:22",
            "10.35.22",
            "045",
            "W 19850",
            // A telephone's label read as a time's.
            "Te/ 555-0142",
            "Te 555-1420",
            "Te: 555.0142",
            "Te 20 7946",
            "TE 020-794",
            "SE 31-0412",
            "IM 4471-902",
            "SE 12345",
            "D 1985",
            "L 2 3 4",
            "IM 12/03/85",
            "Oribella",
            "GENERAL HOSPITAL",
            "HOSPITAL",
            "University Hospital",
            "Chest Clinic",
            "MEDICAL",
            "Medical Systems",
            "Heart Center",
            "St. Mary",
            "RADIOLOGY",
            "JKS",
            "R JKS",
            "AP JKS",
            "kVp 120 SMITH",
            "Tech: AB",
            "Dr. Roe",
            "Ref Phys",
            "#12",
            "@12",
            "R?",
            "12345",
            "TIs 0.4 12345",
            "山田",
            "ИВАНОВ",
            "A B C",
            "A P L R",
            "5mith",
            "Room 12 Bed 3",
            "+49 30 1234567",
            "72 kg",
            "1O:35",
            "QK12",
            "x",
            "D",
            "W",
        ],
    );
}

#[test]
fn what_was_not_read_for_sure_is_not_judged() {
    let judge = judge(Writing::Identifying);
    for (text, confidence) in [
        (None, 1.0),
        (Some(""), 1.0),
        (Some(" \n"), 1.0),
        (Some("|--|"), 1.0),
        (Some("..."), 1.0),
        (Some("LIVER"), 0.79),
        (Some("LIVER"), f32::NAN),
        (Some("L"), 0.85),
        (Some("SMITH"), 0.5),
    ] {
        assert_eq!(judge.judge(text, confidence), Verdict::Unread, "{text:?} {confidence}");
    }
    assert_eq!(judge.judge(Some("LIVER"), 0.8), Verdict::Harmless);
    assert_eq!(judge.judge(Some("L"), 0.9), Verdict::Harmless);
}

#[test]
fn the_policy_says_what_stays() {
    let verdicts = [Verdict::Harmless, Verdict::Identifies, Verdict::Unknown, Verdict::Unread];
    for (writing, stays) in [
        (Writing::All, [false; 4]),
        (Writing::Identifying, [true, false, false, false]),
        (Writing::Regions, [true; 4]),
        (Writing::None, [true; 4]),
    ] {
        let judge = judge(writing);
        assert_eq!(verdicts.map(|verdict| judge.stays(verdict)), stays, "{writing:?}");
    }
}

/// Names that no header had: made-up people must not pass for what devices write.
#[test]
fn names_of_others_are_not_harmless() {
    let judge = Judge::new(&[], Writing::Identifying).unwrap();
    let lists = [include_str!("../../../tests/core/words/planted.tsv"), include_str!("../../../tests/core/words/held-out.tsv")];
    let rows = lists.iter().flat_map(|list| list.lines()).filter(|line| line.starts_with("name\t"));
    let names: Vec<&str> = rows.filter_map(|line| line.split('\t').nth(2)).collect();
    assert!(names.len() > 100, "{}", names.len());
    let passes = |text: &&str| judge.judge(Some(text), 1.0) == Verdict::Harmless;
    assert_eq!(names.iter().filter(|name| name.contains(' ')).find(|name| passes(name)), None);
    // Alone, of all their words, particles do, and people who are called like a part of the body or a side.
    let words = names.iter().flat_map(|name| name.split_whitespace()).filter(|word| word.chars().count() > 2);
    let passed: std::collections::BTreeSet<&str> = words.filter(passes).collect();
    assert_eq!(passed.into_iter().collect::<Vec<_>>(), ["Head", "Löwer"]);
    for kind in ["date", "address", "number"] {
        let rows = lists.iter().flat_map(|list| list.lines()).filter(|line| line.split('\t').next() == Some(kind));
        // A day's number without its month is nobody's.
        let planted = rows.filter_map(|line| line.split('\t').nth(2)).filter(|text| text.len() > 3);
        assert_eq!(planted.filter(passes).collect::<Vec<_>>(), [""; 0], "{kind}");
    }
}

#[test]
fn any_text_has_a_verdict_soon() {
    let judge = judge(Writing::Identifying);
    for text in [
        "9".repeat(900),
        "a1".repeat(450),
        "1.".repeat(450),
        "x/".repeat(450),
        "R ".repeat(450),
        "½²³µ°".repeat(90),
        "é\u{301}".repeat(200),
    ] {
        assert_ne!(judge.judge(Some(&text), 1.0), Verdict::Harmless);
    }
    assert_eq!(judge.judge(Some(&"L ".repeat(2_000)), 1.0), Verdict::Unknown);
    assert_eq!(judge.judge(Some(&"JOHNSON ".repeat(2_000)), 1.0), Verdict::Identifies);
    assert!(Judge::new(&[0, 9, 1], Writing::All).is_err());
    assert_eq!(format!("{judge:?}"), "Judge { writing: Identifying, .. }");
}
