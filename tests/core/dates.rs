//! Dates and times (PS3.15 E.3.6): every interval as it was where dates are moved, every value where they are kept, none where they are removed.

use scan_scrubber::{Policy, Session};

use crate::build::samples::{ROOT, ct, ct_header};
use crate::build::{EXPLICIT, File, Set};
use crate::harness::{Cleaned, PROFILES, key, open, scrub_in, tools};
use crate::keys::day;

/// An event's path, date and time; a DT has both in one value.
const EVENTS: &[(&str, &str, &str)] = &[
    ("StudyDate", "20240228", "235959.999999"),
    ("SeriesDate", "20240229", "000000"),
    ("AcquisitionDate", "20240229", "000001.5"),
    ("ContentDate", "20240301", "0000"),
    ("InstanceCreationDate", "20231231", "235959"),
];

const TIMES: &[&str] = &["StudyTime", "SeriesTime", "AcquisitionTime", "ContentTime", "InstanceCreationTime"];
const DATE_TAGS: [u32; 5] = [0x0008_0020, 0x0008_0021, 0x0008_0022, 0x0008_0023, 0x0008_0012];
const TIME_TAGS: [u32; 5] = [0x0008_0030, 0x0008_0031, 0x0008_0032, 0x0008_0033, 0x0008_0013];

fn set() -> Set {
    let mut set = ct().text(0x0008_002A, "DT", "20240229000001.5+0530");
    for (at, (_, date, time)) in EVENTS.iter().enumerate() {
        set = set.text(DATE_TAGS[at], "DA", date).text(TIME_TAGS[at], "TM", time);
    }
    let drug = Set::new().text(0x0018_1072, "TM", "233000").text(0x0018_1078, "DT", "20240228233000.00-0300");
    let step = Set::new().text(0x0040_0002, "DA", "20240227").text(0x0040_0003, "TM", "2345").items(0x0054_0016, vec![drug.clone()]);
    set.items(0x0054_0016, vec![drug]).items(0x0040_0275, vec![step]).text(0x0008_0201, "SH", "+0530")
}

fn with(options: &[&str]) -> Session {
    let json = serde_json::json!({"version": 1, "name": "dates", "options": options});
    Session::new(Policy::parse(&json.to_string()).unwrap(), key(0x41), tools()).unwrap()
}

fn clean(session: &mut Session, set: Set) -> Cleaned {
    scrub_in(session, &File::new(EXPLICIT, set).bytes()).unwrap()
}

fn built_in(profile: &str) -> Session {
    Session::new(Policy::built_in(profile).unwrap(), key(0x41), tools()).unwrap()
}

fn text(cleaned: &Cleaned, name: &str) -> String {
    let object = open(&cleaned.bytes);
    object.element_by_name(name).map(|element| element.to_str().unwrap().trim().to_owned()).unwrap_or_default()
}

/// The value of a name in the first Item of a Sequence, or of one in that.
fn nested(cleaned: &Cleaned, path: &[&str]) -> String {
    let (last, sequences) = path.split_last().unwrap();
    let mut set = open(&cleaned.bytes).into_inner();
    for name in sequences {
        set = set.element_by_name(name).unwrap().items().unwrap()[0].clone();
    }
    set.element_by_name(last).map(|element| element.to_str().unwrap().trim().to_owned()).unwrap_or_default()
}

#[test]
fn intervals_are_exact_where_dates_move() {
    let cleaned = clean(&mut built_in("share"), set());
    let shift = cleaned.scrubbed.shift;
    assert!((-3_650..=-365).contains(&shift));
    for ((name, date, time), time_name) in EVENTS.iter().zip(TIMES) {
        assert_eq!(day(&text(&cleaned, name)) - day(date), shift, "{name}");
        assert_eq!(text(&cleaned, time_name), *time);
    }
    let acquired = text(&cleaned, "AcquisitionDateTime");
    assert_eq!((day(&acquired[..8]) - day("20240229"), &acquired[8..]), (shift, "000001.5+0530"));
    assert_eq!(text(&cleaned, "TimezoneOffsetFromUTC"), "+0530");
    for path in [
        &["RadiopharmaceuticalInformationSequence", "RadiopharmaceuticalStartDateTime"][..],
        &["RequestAttributesSequence", "RadiopharmaceuticalInformationSequence", "RadiopharmaceuticalStartDateTime"],
    ] {
        let start = nested(&cleaned, path);
        assert_eq!((day(&start[..8]) - day("20240228"), &start[8..]), (shift, "233000.00-0300"), "{path:?}");
    }
    assert_eq!(nested(&cleaned, &["RadiopharmaceuticalInformationSequence", "RadiopharmaceuticalStartTime"]), "233000");
    assert_eq!(day(&nested(&cleaned, &["RequestAttributesSequence", "ScheduledProcedureStepStartDate"])) - day("20240227"), shift);
    assert_eq!(nested(&cleaned, &["RequestAttributesSequence", "ScheduledProcedureStepStartTime"]), "2345");
    // The same of the same patient in another study, years before: the time between studies is exact too.
    let earlier = clean(&mut built_in("share"), ct().text(0x0008_0020, "DA", "19991231").text(0x0020_000D, "UI", "1.2.9"));
    assert_eq!(day(&text(&cleaned, "StudyDate")) - day(&text(&earlier, "StudyDate")), day("20240228") - day("19991231"));
}

#[test]
fn what_is_said_of_dates_is_done() {
    for (profile, said) in PROFILES.iter().zip(["MODIFIED", "REMOVED", "UNMODIFIED"]) {
        let cleaned = clean(&mut built_in(profile), set());
        assert_eq!(text(&cleaned, "LongitudinalTemporalInformationModified"), said, "{profile}");
        let found = EVENTS.iter().filter(|(name, date, _)| text(&cleaned, name) == *date).count();
        assert_eq!(found, if *profile == "clinical" { EVENTS.len() } else { 0 }, "{profile}");
        if *profile == "strict" {
            for day in ["20240227", "20240228", "20240229", "20240301", "20231231", "19571123"] {
                assert!(!cleaned.bytes.windows(8).any(|window| window == day.as_bytes()), "{day}");
            }
            assert_eq!(text(&cleaned, "AcquisitionDateTime"), "");
            assert!(["", "000000"].contains(&text(&cleaned, "StudyTime").as_str()));
        }
        if *profile == "clinical" {
            assert_eq!(text(&cleaned, "AcquisitionDateTime"), "20240229000001.5+0530");
            assert_eq!(
                nested(&cleaned, &["RadiopharmaceuticalInformationSequence", "RadiopharmaceuticalStartDateTime"]),
                "20240228233000.00-0300"
            );
        }
        assert!(["", "19000101"].contains(&text(&cleaned, "PatientBirthDate").as_str()), "{profile}");
    }
}

#[test]
fn ages_stay_but_for_the_oldest() {
    for profile in ["share", "clinical"] {
        for (age, kept) in [("066Y", "066Y"), ("089Y", "089Y"), ("090Y", "090Y"), ("097Y", "090Y"), ("003D", "003D"), ("011M", "011M")] {
            let cleaned = clean(&mut built_in(profile), ct().text(0x0010_1010, "AS", age));
            assert_eq!(text(&cleaned, "PatientAge"), kept, "{profile}");
        }
    }
    assert_eq!(text(&clean(&mut built_in("strict"), ct()), "PatientAge"), "");
}

/// Many makers write the day into a UID; it stays only where dates do.
#[test]
fn days_in_uids_go_with_the_dates() {
    let dated = format!("{ROOT}.20240229235959.77");
    let set = || ct().text(0x0020_000E, "UI", &dated).items(0x0008_1115, vec![Set::new().text(0x0020_000E, "UI", &dated)]);
    for (options, stays) in [
        (&["retain-uids"][..], false),
        (&["retain-uids", "retain-longitudinal-modified-dates"], false),
        (&["retain-uids", "retain-longitudinal-full-dates"], true),
    ] {
        let cleaned = clean(&mut with(options), set());
        assert_eq!(text(&cleaned, "SeriesInstanceUID") == dated, stays, "{options:?}");
        assert_eq!(nested(&cleaned, &["ReferencedSeriesSequence", "SeriesInstanceUID"]), text(&cleaned, "SeriesInstanceUID"));
        // One without a day stays in any case.
        assert_eq!(text(&cleaned, "StudyInstanceUID"), format!("{ROOT}.1"), "{options:?}");
        assert_eq!(cleaned.bytes.windows(8).any(|window| window == b"20240229"), stays);
    }
}

/// Dates as people write them, among words that stay.
#[test]
fn days_in_texts_go() {
    const WRITTEN: &[&str] = &[
        "29.02.2024",
        "29/02/2024",
        "02-29-2024",
        "2024-02-29",
        "20240229",
        "29 Feb 2024",
        "February 29, 2024",
        "29. Februar 2024",
        "29 fevrier 2024",
        "2024/2/29",
        "29-FEB-24",
        "29.2.24",
    ];
    for profile in ["share", "clinical"] {
        for written in WRITTEN {
            let said = format!("chest CT of {written} with contrast");
            let set = ct_header().text(0x0008_1030, "LO", &said).text(0x0020_4000, "LT", &format!("compared\r\nwith {written}"));
            let cleaned = clean(&mut built_in(profile), set);
            for name in ["StudyDescription", "ImageComments"] {
                let left = text(&cleaned, name);
                assert!(
                    !left.contains("29") && !left.contains("24") && !left.to_lowercase().contains("feb"),
                    "{profile} {written}: {left:?}"
                );
            }
            let left = text(&cleaned, "StudyDescription");
            assert!(left.contains("chest") && left.contains("contrast"), "{profile} {written}: {left:?}");
        }
    }
}

/// Dates in content items: by the patient's days as all others, the birth date never.
#[test]
fn days_in_reports_move_with_the_others() {
    let code = |value: &str, meaning: &str| {
        Set::new().text(0x0008_0100, "SH", value).text(0x0008_0102, "SH", "DCM").text(0x0008_0104, "LO", meaning)
    };
    let item = |kind: &str, concept: Set| {
        Set::new().text(0x0040_A010, "CS", "CONTAINS").text(0x0040_A040, "CS", kind).items(0x0040_A043, vec![concept])
    };
    let content = vec![
        item("DATETIME", code("111526", "DateTime Started")).text(0x0040_A120, "DT", "20240228235959+0100").sorted(),
        item("DATE", code("111060", "Study Date")).text(0x0040_A121, "DA", "20240227").sorted(),
        item("TIME", code("111061", "Study Time")).text(0x0040_A122, "TM", "0815").sorted(),
        item("DATE", code("121031", "Subject Birth Date")).text(0x0040_A121, "DA", "19571123").sorted(),
    ];
    let set = ct_header()
        .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.88.33")
        .text(0x0008_0060, "CS", "SR")
        .text(0x0040_A040, "CS", "CONTAINER")
        .items(0x0040_A043, vec![code("126000", "Imaging Measurement Report")])
        .text(0x0040_A050, "CS", "SEPARATE")
        .items(0x0040_A730, content)
        .sorted();
    // Where content is not cleaned, a report does not leave.
    let strict = scrub_in(&mut built_in("strict"), &File::new(EXPLICIT, set.clone()).bytes());
    assert_eq!(strict.err().map(|error| error.code), Some(scan_scrubber::Code::Report));
    for profile in ["share", "clinical"] {
        let cleaned = clean(&mut built_in(profile), set.clone());
        let object = open(&cleaned.bytes).into_inner();
        let items =
            object.element_by_name("ContentSequence").ok().and_then(|element| element.items().map(<[_]>::to_vec)).unwrap_or_default();
        let value =
            |name: &str| items.iter().find_map(|item| item.element_by_name(name).ok()).map(|one| one.to_str().unwrap().trim().to_owned());
        let has = |text: &str| cleaned.bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!has("19571123"), "{profile}");
        match profile {
            "share" => {
                let started = value("DateTime").unwrap();
                assert_eq!((day(&started[..8]) - day("20240228"), &started[8..]), (cleaned.scrubbed.shift, "235959+0100"));
                assert_eq!(day(&value("Date").unwrap()) - day("20240227"), cleaned.scrubbed.shift);
                assert_eq!(value("Time").as_deref(), Some("0815"));
            }
            _ => assert!(has("20240228235959+0100") && has("20240227")),
        }
    }
}
