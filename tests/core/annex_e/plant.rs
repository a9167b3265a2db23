//! A value for every row: valid for its VR, different from every other, and with a token where the VR can hold one.

use dicom_core::dictionary::{DataDictionary, VirtualVr};
use dicom_core::{Tag, VR};
use dicom_dictionary_std::StandardDataDictionary;
use scan_scrubber::profile;

use super::table::Row;
use crate::build::Set;
use crate::build::set::El;

/// One row's value.
pub struct Planted {
    pub element: El,
    pub vr: String,
    /// The value as text, where it is text.
    pub text: String,
    /// What must be nowhere in the output unless the row's value is kept.
    pub token: Option<String>,
}

/// A number that stays in an Item that is cleaned.
pub const MARKER: (u32, &str) = (0x0018_0050, "1.25");

pub fn plant(index: usize, row: &Row) -> Planted {
    let tag = row.number();
    let vr = vr(tag);
    let token = format!("ZQ{index:04}XJ");
    let uid = format!("1.2.826.0.1.3680043.8.498.77.{}", 1_000 + index);
    let words = row.options.iter().any(|(option, _)| *option == "clean_descriptors");
    let date = format!("19{:02}{:02}{:02}", 31 + index / 336, index / 28 % 12 + 1, index % 28 + 1);
    let time = format!("{:02}{:02}{:02}.25", index % 24, index % 60, index % 59);
    let text = match vr.as_str() {
        "AS" => format!("{:03}Y", 20 + index % 60),
        // A term of the attribute's own, where it has some.
        "CS" => profile::terms(tag, 0).and_then(|terms| terms.iter().last()).unwrap_or("YES").to_owned(),
        "DA" => date,
        "DS" => format!("{}.{index}", 2 + index % 9),
        "DT" => format!("{date}{time}+0100"),
        "IS" => (1_000 + index).to_string(),
        "TM" => time,
        "UI" => uid.clone(),
        _ if tag == 0x0008_0201 => format!("+{:02}00", index % 12),
        "UR" => format!("http://x/{token}"),
        "PN" => format!("{token}^{token}"),
        _ if words && vr != "AE" => format!("CHEST {token}"),
        "AE" | "LO" | "LT" | "SH" | "ST" | "UC" | "UT" => token.clone(),
        _ => String::new(),
    };
    let number = (200 + index) as u16;
    let element = match vr.as_str() {
        "SQ" => {
            let item = Set::new().text(0x0008_1155, "UI", &uid).text(0x0010_0010, "PN", &token).text(MARKER.0, "DS", MARKER.1);
            El::items(tag, vec![item.sorted()])
        }
        "US" | "SS" => El::bytes(tag, &vr, &number.to_le_bytes()),
        "AT" | "UL" | "SL" => El::bytes(tag, &vr, &u32::from(number).to_le_bytes()),
        "FL" => El::bytes(tag, &vr, &f32::from(number).to_le_bytes()),
        "FD" => El::bytes(tag, &vr, &f64::from(number).to_le_bytes()),
        "SV" | "UV" => El::bytes(tag, &vr, &u64::from(number).to_le_bytes()),
        "OB" | "OW" | "UN" | "OF" | "OL" | "OD" | "OV" => El::bytes(tag, &vr, token.as_bytes()),
        _ => El::text(tag, &vr, &text),
    };
    let token = match vr.as_str() {
        "UI" => Some(uid),
        _ if tag == 0x0008_0201 => None,
        "AS" | "CS" | "DA" | "DS" | "DT" | "IS" | "TM" | "US" | "SS" | "AT" | "UL" | "SL" | "FL" | "FD" | "SV" | "UV" => None,
        _ => Some(token),
    };
    Planted { element, vr, text, token }
}

/// The VR in the dictionary; a text where the dictionary does not have the attribute yet.
fn vr(tag: u32) -> String {
    match tag {
        0x5000_3000 | 0x6000_3000 => return "OW".to_owned(),
        0x6000_4000 => return "LT".to_owned(),
        0x0029_1001 => return "LO".to_owned(),
        _ => {}
    }
    let entry = StandardDataDictionary.by_tag(Tag((tag >> 16) as u16, tag as u16));
    let vr = entry.map_or(VR::LO, |entry| match entry.vr {
        VirtualVr::Exact(vr) => vr,
        VirtualVr::Xs => VR::US,
        _ => VR::OW,
    });
    vr.to_string().to_owned()
}
