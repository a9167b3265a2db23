//! Encapsulated documents (PS3.3 A.45): an empty one in the place of the original, so that what refers to the instance still finds it.

use dicom_core::value::PrimitiveValue;
use dicom_dictionary_std::tags;

use super::Plan;
use super::decision::{Action, Decision, Rule};
use crate::file::Element;
use crate::profile::Documents;

/// An empty document: what MIME Type of Encapsulated Document (0042,0012) says, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Empty {
    /// (0042,0012)
    pub mime: &'static str,
    /// (0042,0011), without padding.
    pub bytes: Vec<u8>,
}

/// The empty document of a SOP Class of encapsulated documents; `None` for other classes.
pub fn empty(sop_class: &str) -> Option<Empty> {
    let (mime, bytes) = match sop_class.strip_prefix("1.2.840.10008.5.1.4.1.1.104.")? {
        "1" => ("application/pdf", pdf()),
        "2" => ("text/XML", CDA.as_bytes().to_vec()),
        // Eighty bytes of header, and no triangles.
        "3" => ("model/stl", vec![0; 84]),
        "4" => ("model/obj", b"# REMOVED\n".to_vec()),
        "5" => ("model/mtl", b"# REMOVED\n".to_vec()),
        _ => return None,
    };
    Some(Empty { mime, bytes })
}

impl Plan<'_> {
    /// What happens to an attribute that holds a document or tells of it, where the policy replaces documents.
    pub(super) fn document(&self, element: &Element) -> Option<Decision> {
        let empty = self.empty_document.as_ref().filter(|_| self.policy().documents() == Documents::Remove)?;
        let new = match element.header().tag {
            tags::ENCAPSULATED_DOCUMENT => PrimitiveValue::U8(empty.bytes.as_slice().into()),
            tags::MIME_TYPE_OF_ENCAPSULATED_DOCUMENT | tags::LIST_OF_MIME_TYPES => empty.mime.into(),
            tags::ENCAPSULATED_DOCUMENT_LENGTH => u32::try_from(empty.bytes.len()).ok()?.into(),
            _ => return None,
        };
        Some(Decision::new(Action::Replace(new), Rule::Basic))
    }
}

/// A CDA document (HL7 CDA Release 2) that says nothing: what its schema asks for, and no more.
const CDA: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3">"#,
    r#"<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id nullFlavor="MSK"/><code nullFlavor="MSK"/>"#,
    r#"<title>REMOVED</title><effectiveTime nullFlavor="MSK"/><confidentialityCode nullFlavor="MSK"/>"#,
    r#"<recordTarget><patientRole><id nullFlavor="MSK"/></patientRole></recordTarget>"#,
    r#"<author><time nullFlavor="MSK"/><assignedAuthor><id nullFlavor="MSK"/></assignedAuthor></author>"#,
    r#"<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="MSK"/>"#,
    r#"</representedCustodianOrganization></assignedCustodian></custodian>"#,
    r#"<component><nonXMLBody><text mediaType="text/plain">REMOVED</text></nonXMLBody></component></ClinicalDocument>"#,
);

/// A PDF (ISO 32000-1, 7.5) of one page with one word on it.
fn pdf() -> Vec<u8> {
    const WORD: &str = "BT /F1 24 Tf 72 720 Td (REMOVED) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{WORD}\nendstream", WORD.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = text.len();
    let size = objects.len() + 1;
    text.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n{table}"));
    text.push_str(&format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    text.into_bytes()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_documents_has_an_empty_one() {
        for (number, mime) in [(1, "application/pdf"), (2, "text/XML"), (3, "model/stl"), (4, "model/obj"), (5, "model/mtl")] {
            let empty = empty(&format!("1.2.840.10008.5.1.4.1.1.104.{number}")).unwrap();
            assert_eq!(empty.mime, mime);
            assert!(!empty.bytes.is_empty());
        }
        assert_eq!(empty("1.2.840.10008.5.1.4.1.1.2"), None);
    }

    #[test]
    fn offsets_of_the_pdf_are_those_of_its_objects() {
        let text = String::from_utf8(pdf()).unwrap();
        let table: Vec<usize> = text.lines().filter_map(|line| line.strip_suffix(" 00000 n ")?.parse().ok()).collect();
        assert_eq!(table.len(), 5);
        for (index, at) in table.into_iter().enumerate() {
            assert!(text[at..].starts_with(&format!("{} 0 obj", index + 1)));
        }
    }
}
