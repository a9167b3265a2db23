//! What a header says of the device and the kind of picture, as far as anybody's rule about writing asks.

use serde::{Deserialize, Serialize};

/// Values of a header, as they stand there but for padding; empty where there is none. Several values stay divided by backslashes.
///
/// They cross from the program that reads headers to the one that sees pictures. No value goes further.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// SOP Class UID (0008,0016).
    pub sop_class: String,
    /// Modality (0008,0060).
    pub modality: String,
    /// Manufacturer (0008,0070).
    pub manufacturer: String,
    /// Manufacturer's Model Name (0008,1090).
    pub model: String,
    /// Software Versions (0018,1020).
    pub software_versions: String,
    /// Image Type (0008,0008).
    pub image_type: String,
    /// Series Description (0008,103E).
    pub series_description: String,
    /// Protocol Name (0018,1030).
    pub protocol: String,
    /// Burned In Annotation (0028,0301).
    pub burned_in: String,
    /// Comments on Radiation Dose (0040,0310).
    pub comments_on_radiation_dose: String,
    /// Conversion Type (0008,0064).
    pub conversion_type: String,
    /// Secondary Capture Device Manufacturer's Model Name (0018,1018).
    pub secondary_model: String,
    /// Implementation Version Name (0002,0013), of File Meta Information.
    pub implementation: String,
    /// Window Width (0028,1051).
    pub window_width: String,
    /// Rows (0028,0010); 0 where unknown.
    pub rows: u32,
    /// Columns (0028,0011); 0 where unknown.
    pub columns: u32,
    /// Sequence of Ultrasound Regions (0018,6011) has Items.
    pub has_us_regions: bool,
}

impl std::fmt::Debug for Facts {
    /// The size; never a value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Facts").field("rows", &self.rows).field("columns", &self.columns).finish_non_exhaustive()
    }
}

/// A value that a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    SopClass,
    Modality,
    Manufacturer,
    Model,
    Software,
    ImageType,
    SeriesDescription,
    Protocol,
    BurnedIn,
    DoseComments,
    SecondaryModel,
    Implementation,
    WindowWidth,
    Rows,
    Columns,
}

/// The facts in small letters, ready for rules.
pub(super) struct Folded(Facts, String, String);

impl Folded {
    pub fn of(facts: &Facts) -> Self {
        let fold = |text: &String| text.trim_matches([' ', '\0']).to_lowercase();
        let folded = Facts {
            sop_class: fold(&facts.sop_class),
            modality: fold(&facts.modality),
            manufacturer: fold(&facts.manufacturer),
            model: fold(&facts.model),
            software_versions: fold(&facts.software_versions),
            image_type: fold(&facts.image_type),
            series_description: fold(&facts.series_description),
            protocol: fold(&facts.protocol),
            burned_in: fold(&facts.burned_in),
            comments_on_radiation_dose: fold(&facts.comments_on_radiation_dose),
            conversion_type: fold(&facts.conversion_type),
            secondary_model: fold(&facts.secondary_model),
            implementation: fold(&facts.implementation),
            window_width: fold(&facts.window_width),
            ..*facts
        };
        let (rows, columns) = (facts.rows.to_string(), facts.columns.to_string());
        Self(folded, rows, columns)
    }

    pub fn facts(&self) -> &Facts {
        &self.0
    }

    pub fn value(&self, field: Field) -> &str {
        let Self(facts, rows, columns) = self;
        match field {
            Field::SopClass => &facts.sop_class,
            Field::Modality => &facts.modality,
            Field::Manufacturer => &facts.manufacturer,
            Field::Model => &facts.model,
            Field::Software => &facts.software_versions,
            Field::ImageType => &facts.image_type,
            Field::SeriesDescription => &facts.series_description,
            Field::Protocol => &facts.protocol,
            Field::BurnedIn => &facts.burned_in,
            Field::DoseComments => &facts.comments_on_radiation_dose,
            Field::SecondaryModel => &facts.secondary_model,
            Field::Implementation => &facts.implementation,
            Field::WindowWidth => &facts.window_width,
            Field::Rows => rows,
            Field::Columns => columns,
        }
    }
}
