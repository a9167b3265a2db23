//! Objects that are a page of writing, and no picture of a body: dose pages, patients' data, protocols, scanned documents.

use super::Facts;

/// SOP Classes whose objects carry a document (PS3.3 A.45).
const DOCUMENTS: &str = "1.2.840.10008.5.1.4.1.1.104.";
/// Radiotherapy: its doses are pictures.
const RADIOTHERAPY: &str = "1.2.840.10008.5.1.4.1.1.481.";
/// Secondary Capture, in one frame or many.
const CAPTURE: &str = "1.2.840.10008.5.1.4.1.1.7";

/// Modalities of pages.
const MODALITIES: &[&str] = &["doc", "report", "request"];

/// Values of Image Type that say so by themselves.
const TYPES: &[&str] = &[
    "demographic data",
    "demographicdata",
    "document",
    "dose",
    "dose info",
    "dose report",
    "doseinfo",
    "dosereport",
    "patient data",
    "patient info",
    "patient information",
    "patient protocol",
    "patientinfo",
    "prot",
    "protocol",
    "report",
    "report data",
    "reportdata",
    "scanned document",
    "worksheet",
];

/// Words of a Series Description that say so by themselves, whatever stands around them.
const PHRASES: &[&str] = &[
    "anforderung",
    "arztbrief",
    "clinical report",
    "consent",
    "consent form",
    "cover sheet",
    "diagnostic report",
    "document",
    "documents",
    "dose card",
    "dose data",
    "dose info",
    "dose information",
    "dose page",
    "dose protocol",
    "dose record",
    "dose report",
    "dose sheet",
    "dose summary",
    "doseinfo",
    "dosereport",
    "dosisbericht",
    "dosisprotokoll",
    "dosisrapport",
    "echo report",
    "exam protocol",
    "exam summary",
    "examination protocol",
    "exposure report",
    "exposure summary",
    "fax",
    "final report",
    "history sheet",
    "informe de dosis",
    "informe dosis",
    "nomination form",
    "order form",
    "paperwork",
    "patient data",
    "patient demographics",
    "patient dose",
    "patient info",
    "patient information",
    "patient protocol",
    "patient record",
    "patient sheet",
    "patientenprotokoll",
    "patientinfo",
    "patientprotocol",
    "protocol page",
    "protocol sheet",
    "protocol summary",
    "questionnaire",
    "radiation dose",
    "radiology report",
    "rapport de dose",
    "rapport dose",
    "referral",
    "referto dose",
    "request form",
    "requisition",
    "safety form",
    "scan protocol",
    "scanned",
    "screening form",
    "structured report",
    "summary report",
    "tech notes",
    "tech sheet",
    "technologist sheet",
    "ultrasound report",
    "untersuchungsprotokoll",
    "us report",
    "work sheet",
    "worksheet",
    "x ray dose",
    "xray dose",
];

/// What stands before "dose" where a scan is meant, and no page.
const DOSES: &[&str] = &[
    "double", "full", "half", "high", "lo", "low", "lower", "lowest", "normal", "quarter", "reduced", "regular", "single", "standard",
    "std", "test", "ultra", "ultralow", "very",
];

/// Whether an object is a page as a whole. `facts` are in small letters. A Secondary Capture as such is none.
pub fn is_page(facts: &Facts) -> bool {
    if facts.sop_class.starts_with(RADIOTHERAPY) {
        return false;
    }
    let types: Vec<String> = facts.image_type.split('\\').map(plain).collect();
    let description = plain(&facts.series_description);
    // SD: a scanned document (PS3.3 C.8.6.1).
    facts.sop_class.starts_with(DOCUMENTS)
        || MODALITIES.contains(&facts.modality.as_str())
        || facts.conversion_type == "sd"
        || types.iter().any(|value| is_type(value))
        || PHRASES.iter().any(|phrase| has(&description, phrase))
        || is_captured(facts, &types) && says(facts, &description)
}

/// Made at a workstation, or copied off a screen.
fn is_captured(facts: &Facts, types: &[String]) -> bool {
    let class = facts.sop_class.strip_prefix(CAPTURE).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    class || types.iter().any(|value| matches!(value.as_str(), "secondary" | "screen" | "screen save" | "screensave" | "screen capture"))
}

/// What says so of a captured picture alone: any report, a dose that is no kind of scan, a protocol.
fn says(facts: &Facts, description: &str) -> bool {
    let words: Vec<&str> = description.split(' ').collect();
    let dose = words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or("");
        *word == "dose" && !DOSES.contains(&before)
    });
    dose || has(description, "report")
        || matches!(description, "protocol" | "protocols" | "prot")
        || has(&plain(&facts.comments_on_radiation_dose), "dlp")
}

/// A maker's own name before the value, as in `CT_SOM5 PROT`, is no part of it.
fn is_type(value: &str) -> bool {
    let own = value.strip_prefix("ct som").and_then(|rest| rest.split_once(' ')).map_or(value, |(_, own)| own);
    TYPES.contains(&own)
}

/// Letters and digits, with one space for whatever stands between.
fn plain(text: &str) -> String {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether whole words of a plain text are a phrase.
fn has(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        let after = text.get(at.saturating_add(phrase.len())..).is_none_or(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

#[cfg(test)]
mod tests {
    use super::super::known;
    use super::*;

    const CT: &str = "1.2.840.10008.5.1.4.1.1.2";
    const SC: &str = "1.2.840.10008.5.1.4.1.1.7";

    fn facts(sop_class: &str, modality: &str, image_type: &str, series_description: &str) -> Facts {
        let text = str::to_owned;
        Facts {
            sop_class: text(sop_class),
            modality: text(modality),
            image_type: text(image_type),
            series_description: text(series_description),
            ..Facts::default()
        }
    }

    #[test]
    fn pages() {
        for (class, modality, kind, description) in [
            (CT, "CT", "DERIVED\\SECONDARY\\SCREEN SAVE", "Dose Report"),
            (CT, "CT", "ORIGINAL\\PRIMARY\\DOSE", ""),
            (SC, "CT", "DERIVED\\SECONDARY\\OTHER\\CT_SOM5 PROT", "Patient Protocol"),
            (SC, "CT", "DERIVED\\SECONDARY\\OTHER\\CT_SOM5 PROT", ""),
            (CT, "CT", "DERIVED\\SECONDARY\\SCREEN SAVE", "DOSE"),
            (SC, "CT", "", "LOW-DOSE REPORT"),
            (SC, "CT", "", "Protocol"),
            (SC, "OT", "DERIVED\\SECONDARY", "AVA Report"),
            (SC, "MR", "DERIVED\\SECONDARY\\DOSE_INFO", ""),
            ("1.2.840.10008.5.1.4.1.1.6.1", "US", "ORIGINAL\\PRIMARY\\PATIENTINFO", ""),
            ("1.2.840.10008.5.1.4.1.1.6.1", "US", "DERIVED\\PRIMARY\\REPORTDATA", ""),
            ("1.2.840.10008.5.1.4.1.1.6.1", "US", "DERIVED\\PRIMARY", "OB worksheet"),
            (SC, "DOC", "", ""),
            (SC, "OT", "", "Scanned Documents"),
            (SC, "CR", "", "MR safety-form"),
            ("1.2.840.10008.5.1.4.1.1.104.1", "DOC", "", ""),
            (SC, "CT", "", "Dosisprotokoll"),
        ] {
            assert!(known(&facts(class, modality, kind, description)).page, "{class} {kind} {description}");
        }
        assert!(known(&Facts { conversion_type: "SD".to_owned(), ..facts(SC, "OT", "", "") }).page);
        assert!(known(&Facts { comments_on_radiation_dose: "TOTAL DLP: 312".to_owned(), ..facts(SC, "CT", "", "") }).page);
    }

    #[test]
    fn pictures() {
        for (class, modality, kind, description) in [
            (SC, "OT", "DERIVED\\SECONDARY", ""),
            (SC, "CT", "DERIVED\\SECONDARY\\SCREEN SAVE", "3D SPINE"),
            (SC, "CT", "DERIVED\\SECONDARY", "Low Dose Chest"),
            (CT, "CT", "ORIGINAL\\PRIMARY\\AXIAL", "LOW DOSE LUNG"),
            (CT, "CT", "ORIGINAL\\PRIMARY\\AXIAL", "Dose modulation"),
            (CT, "CT", "ORIGINAL\\PRIMARY\\LOW_DOSE", ""),
            (CT, "CT", "ORIGINAL\\PRIMARY\\AXIAL", "RENAL STONE PROTOCOL"),
            (SC, "CT", "DERIVED\\SECONDARY", "RENAL STONE PROTOCOL"),
            (CT, "CT", "DERIVED\\SECONDARY\\PROTON", "Reported thorax"),
            ("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE", "ORIGINAL\\PRIMARY\\DOSE", "Dose report"),
            ("1.2.840.10008.5.1.4.1.1.6.1", "US", "ORIGINAL\\PRIMARY\\ABDOMINAL", "ABDOMEN"),
            ("1.2.840.10008.5.1.4.1.1.77.1.4", "XC", "ORIGINAL\\PRIMARY", "Photo"),
            ("", "", "", ""),
        ] {
            assert!(!known(&facts(class, modality, kind, description)).page, "{class} {kind} {description}");
        }
    }

    #[test]
    fn lists_are_plain() {
        for word in TYPES.iter().chain(PHRASES).chain(DOSES) {
            assert_eq!(plain(&word.to_lowercase()), *word);
        }
    }
}
