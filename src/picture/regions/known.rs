//! Rules of devices: conditions on a header, and where such a device writes.

use super::facts::{Facts, Field, Folded};
use super::pages;
use super::table::RULES;
use crate::picture::Area;

/// A rule: all conditions hold, or nothing is known.
pub(super) struct Rule {
    /// Fields, and for each the words of which one must fit, divided by `|`: `=` the whole value, `^` its start, `~` a part of it.
    pub when: &'static [(Field, &'static str)],
    /// Rectangles: x, y, width, height. One that is wider than a picture means all of it.
    pub areas: &'static [[u32; 4]],
}

/// What is known of a picture before anybody looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Where such a device writes, within the picture where its size is known; none lies wholly in another.
    pub areas: Vec<Area>,
    /// The whole object is writing: a page of dose, a patient's data, a protocol, a scanned document. No part of it can stay.
    pub page: bool,
}

/// What the catalogues say of a picture with this header.
pub fn known(facts: &Facts) -> Known {
    let folded = Folded::of(facts);
    let (width, height) = (size(facts.columns), size(facts.rows));
    let rules = RULES.iter().filter(|rule| rule.when.iter().all(|(field, words)| fits(folded.value(*field), words)));
    let found = rules.flat_map(|rule| rule.areas).map(|[x, y, width, height]| Area { x: *x, y: *y, width: *width, height: *height });
    let mut areas: Vec<Area> = found.map(|area| area.within(width, height)).filter(|area| !area.is_empty()).collect();
    areas.sort();
    areas.dedup();
    let all = areas.clone();
    areas.retain(|area| !all.iter().any(|other| other != area && other.with(area) == *area));
    Known { areas, page: pages::is_page(folded.facts()) }
}

/// A size that is unknown bounds nothing.
const fn size(stated: u32) -> u32 {
    if stated == 0 { u32::MAX } else { stated }
}

fn fits(value: &str, words: &str) -> bool {
    words.split('|').any(|word| match word.split_at_checked(1) {
        Some(("=", whole)) => value == whole,
        Some(("^", start)) => value.starts_with(start),
        Some(("~", part)) => value.contains(part),
        _ => false,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const fn area(x: u32, y: u32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }

    fn logiq(rows: u32, columns: u32) -> Facts {
        Facts {
            sop_class: "1.2.840.10008.5.1.4.1.1.6.1".to_owned(),
            modality: "US".to_owned(),
            manufacturer: "GE Healthcare ".to_owned(),
            model: "LOGIQE9".to_owned(),
            image_type: "ORIGINAL\\PRIMARY\\ABDOMINAL\\0001".to_owned(),
            rows,
            columns,
            ..Facts::default()
        }
    }

    #[test]
    fn words_fit_whole_at_the_start_or_anywhere() {
        for (value, words, wanted) in [
            ("us", "=us", true),
            ("uss", "=us", false),
            ("ge medical systems", "^ge medical|^gems", true),
            ("the ge medical", "^ge medical|^gems", false),
            ("siemens healthineers", "~healthin", true),
            ("", "~us", false),
            ("", "=", true),
            ("us", "us", false),
        ] {
            assert_eq!(fits(value, words), wanted, "{value} {words}");
        }
    }

    #[test]
    fn a_known_device_writes_where_it_writes() {
        // Both catalogues know it; the wider rectangle of one lies in no other.
        assert_eq!(known(&logiq(970, 1552)).areas, [area(0, 0, 960, 70), area(0, 0, 1174, 68)]);
        assert_eq!(known(&logiq(480, 640)).areas, [area(0, 0, 640, 70)], "cut to the picture, and once");
        assert!(!known(&logiq(970, 1552)).page);
        let other = Facts { model: "ORIBELLA".to_owned(), ..logiq(970, 1552) };
        assert_eq!(known(&other), Known::default());
        assert_eq!(known(&Facts::default()), Known::default());
    }

    #[test]
    fn every_source_is_there() {
        let medrad = Facts { series_description: "MEDRAD Injection".to_owned(), rows: 1077, columns: 750, ..Facts::default() };
        assert_eq!(known(&medrad).areas, [area(0, 0, 750, 230)]);
        // CTP's zones are rows before columns.
        let ffr = Facts {
            manufacturer: "Volcano".to_owned(),
            series_description: "FFR".to_owned(),
            rows: 1024,
            columns: 1280,
            ..Facts::default()
        };
        assert_eq!(known(&ffr).areas, [area(404, 9, 580, 40)]);
        // The recipe's two kinds of coordinates.
        let preirus = Facts {
            modality: "US".to_owned(),
            manufacturer: "HITACHI".to_owned(),
            model: "HI VISION Preirus".to_owned(),
            rows: 768,
            columns: 1024,
            ..Facts::default()
        };
        assert_eq!(known(&preirus).areas, [area(0, 0, 1024, 60)]);
        let lab = Facts {
            modality: "CT".to_owned(),
            model: "SOMATOM Definition AS+".to_owned(),
            image_type: "DERIVED\\SECONDARY".to_owned(),
            series_description: "3D HEAD".to_owned(),
            ..Facts::default()
        };
        assert_eq!(known(&lab).areas, [area(450, 0, 222, 85)]);
    }

    #[test]
    fn scans_as_they_were_acquired_are_left() {
        let scan = Facts {
            sop_class: "1.2.840.10008.5.1.4.1.1.2".to_owned(),
            modality: "CT".to_owned(),
            manufacturer: "GE MEDICAL SYSTEMS".to_owned(),
            model: "LightSpeed VCT".to_owned(),
            image_type: "ORIGINAL\\PRIMARY\\AXIAL".to_owned(),
            series_description: "LOW DOSE CHEST 3D".to_owned(),
            burned_in: "NO".to_owned(),
            rows: 512,
            columns: 512,
            ..Facts::default()
        };
        assert_eq!(known(&scan), Known::default());
        let scout =
            Facts { image_type: "ORIGINAL\\PRIMARY\\LOCALIZER".to_owned(), series_description: "Localizers".to_owned(), ..scan.clone() };
        assert_eq!(known(&scout), Known::default());
        let screen = Facts { image_type: "DERIVED\\SECONDARY\\SCREEN SAVE".to_owned(), ..scan };
        assert_eq!(known(&screen).areas, [area(0, 0, 512, 121)]);
    }

    #[test]
    fn facts_come_back_from_json_and_say_nothing_else() {
        let facts = logiq(480, 640);
        let json = serde_json::to_string(&facts).unwrap();
        assert!(serde_json::from_str::<Facts>(&json).unwrap() == facts);
        assert!(serde_json::from_str::<Facts>("{}").unwrap() == Facts::default());
        assert_eq!(format!("{facts:?}"), "Facts { rows: 480, columns: 640, .. }");
    }

    #[test]
    fn rules_are_sound() {
        for rule in &RULES {
            assert!(!rule.when.is_empty() && !rule.areas.is_empty());
            for (_, words) in rule.when {
                assert!(words.split('|').all(|word| word.len() > 1 && word.starts_with(['=', '^', '~'])), "{words}");
            }
            assert!(rule.areas.iter().all(|[_, _, width, height]| *width > 0 && *height > 0));
        }
    }
}
