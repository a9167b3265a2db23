//! Makes instances of invented patients out of real ones, or of the samples where there are none, and the answer key in the same breath.

use dicom_core::header::{HasLength, Length};
use dicom_core::value::{DataSetSequence, PrimitiveValue, Value};
use dicom_core::{DataElement, Tag, VR};
use dicom_dictionary_std::tags;
use dicom_object::{FileDicomObject, InMemDicomObject};

use super::key::{Action, Check, Question};
use super::people::{PEOPLE, Person};

pub type Object = FileDicomObject<InMemDicomObject>;

/// An object under way: what is written into it is noted at once.
struct Work {
    object: Object,
    checks: Vec<Check>,
    secrets: Vec<String>,
}

/// Attributes that must stay where they are, and the text of those that are text.
const USEFUL: &[Tag] = &[
    tags::SOP_CLASS_UID,
    tags::MODALITY,
    tags::ROWS,
    tags::COLUMNS,
    tags::BITS_ALLOCATED,
    tags::BITS_STORED,
    tags::SAMPLES_PER_PIXEL,
    tags::PHOTOMETRIC_INTERPRETATION,
    tags::NUMBER_OF_FRAMES,
    tags::PIXEL_SPACING,
    tags::IMAGE_POSITION_PATIENT,
    tags::IMAGE_ORIENTATION_PATIENT,
    tags::SLICE_THICKNESS,
    tags::RESCALE_SLOPE,
    tags::RESCALE_INTERCEPT,
    tags::KVP,
    tags::ECHO_TIME,
    tags::REPETITION_TIME,
    tags::FLIP_ANGLE,
    tags::MAGNETIC_FIELD_STRENGTH,
    tags::INSTANCE_NUMBER,
    tags::UNITS,
    tags::DECAY_CORRECTION,
    tags::SEGMENTATION_TYPE,
    tags::TOTAL_PIXEL_MATRIX_COLUMNS,
    tags::TOTAL_PIXEL_MATRIX_ROWS,
    tags::DOSE_GRID_SCALING,
    tags::DOSE_UNITS,
];

/// Sequences that must stay as such.
const STRUCTURE: &[Tag] = &[
    tags::SEGMENT_SEQUENCE,
    tags::SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
    tags::PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
    tags::DIMENSION_INDEX_SEQUENCE,
    tags::ROI_CONTOUR_SEQUENCE,
    tags::STRUCTURE_SET_ROI_SEQUENCE,
    tags::FRACTION_GROUP_SEQUENCE,
    tags::BEAM_SEQUENCE,
    tags::RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
    tags::CONTENT_SEQUENCE,
    tags::WAVEFORM_SEQUENCE,
    tags::OPTICAL_PATH_SEQUENCE,
];

/// The `number`th question, made from `object`. Three in a row are of one patient, in two studies. `None` where an Item has a character set
/// of its own that cannot write the patient's name.
pub fn question(number: usize, from: String, object: Object, hidden: bool) -> Option<Question> {
    let person = &PEOPLE[number / 3 % PEOPLE.len()];
    let study = usize::from(number % 3 == 2);
    let mut work = Work { object, checks: Vec::new(), secrets: Vec::new() };
    work.useful();
    work.identity(person);
    work.study(person, study, number);
    work.words(person, study);
    work.nested(person, number);
    let mut bytes = Vec::new();
    work.object.write_all(&mut bytes).ok()?;
    Some(Question { from, bytes, checks: work.checks, secrets: work.secrets, hidden })
}

impl Work {
    fn check(&mut self, action: Action, path: &[Tag], text: &str) {
        self.checks.push(Check { action, path: path.to_vec(), text: text.to_owned() });
    }

    fn put(&mut self, tag: Tag, vr: VR, text: &str) {
        self.object.put(DataElement::new(tag, vr, PrimitiveValue::from(text)));
    }

    /// A value of which nothing may be left.
    fn secret(&mut self, tag: Tag, vr: VR, text: &str) {
        self.put(tag, vr, text);
        self.check(Action::TextRemoved, &[tag], text);
        self.hide(text);
    }

    /// Words of six bytes and more are looked for everywhere.
    fn hide(&mut self, text: &str) {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= 6);
        self.secrets.extend(words.map(str::to_owned));
    }

    /// A description: medicine's words beside somebody's.
    fn described(&mut self, tag: Tag, vr: VR, useful: &str, personal: &str) {
        self.put(tag, vr, &format!("{useful} {personal}"));
        self.check(Action::TextRetained, &[tag], useful);
        self.check(Action::TextRemoved, &[tag], personal);
        self.hide(personal);
    }

    fn uid(&mut self, tag: Tag, uid: &str) {
        self.put(tag, VR::UI, uid);
        self.check(Action::UidChanged, &[tag], uid);
        self.check(Action::UidConsistent, &[tag], uid);
        self.check(Action::TextNotnull, &[tag], "");
        self.secrets.push(uid.to_owned());
    }

    fn useful(&mut self) {
        // What has no character set of its own is read as what it is, and written as UTF-8.
        self.put(tags::SPECIFIC_CHARACTER_SET, VR::CS, "ISO_IR 192");
        for tag in USEFUL {
            let Ok(element) = self.object.element(*tag) else { continue };
            let text = element.to_str().map(|text| text.trim().to_owned()).unwrap_or_default();
            // Bytes of an unknown VR have no text yet.
            let known = element.vr() != VR::UN;
            if !text.is_empty() {
                self.check(Action::TagRetained, &[*tag], "");
            }
            if !text.is_empty() && known {
                self.check(Action::TextRetained, &[*tag], &text);
            }
        }
        for tag in STRUCTURE {
            if self.object.element(*tag).is_ok_and(|element| element.items().is_some_and(|items| !items.is_empty())) {
                self.check(Action::TagRetained, &[*tag], "");
            }
        }
        let pixels = self.object.element(tags::PIXEL_DATA).is_ok_and(|element| element.length() != Length(0));
        if pixels {
            self.check(Action::TagRetained, &[tags::PIXEL_DATA], "");
        }
        if pixels && !self.says_more_than_pixels() {
            self.check(Action::PixelsRetained, &[tags::PIXEL_DATA], "");
        }
        self.put(tags::BODY_PART_EXAMINED, VR::CS, "CHEST");
        self.put(tags::PATIENT_AGE, VR::AS, "045Y");
        self.put(tags::PATIENT_SEX, VR::CS, "O");
        for (tag, text) in [(tags::BODY_PART_EXAMINED, "CHEST"), (tags::PATIENT_AGE, "045Y"), (tags::PATIENT_SEX, "O")] {
            self.check(Action::TextRetained, &[tag], text);
        }
    }

    /// Whether somebody's words stand in the codestream: comments of JPEG 2000 (ITU-T T.800 A.9.2) are to go.
    fn says_more_than_pixels(&self) -> bool {
        let Ok(Value::PixelSequence(pixels)) = self.object.element(tags::PIXEL_DATA).map(DataElement::value) else { return false };
        let comment =
            |fragment: &Vec<u8>| fragment.starts_with(&[0xFF, 0x4F]) && fragment.windows(2).take(400).any(|two| two == [0xFF, 0x64]);
        pixels.fragments().iter().any(comment)
    }

    fn identity(&mut self, person: &Person) {
        self.secret(tags::PATIENT_NAME, VR::PN, person.name);
        self.secret(tags::PATIENT_ID, VR::LO, person.id);
        for tag in [tags::PATIENT_NAME, tags::PATIENT_ID] {
            self.check(Action::TextNotnull, &[tag], "");
        }
        self.check(Action::PatidConsistent, &[tags::PATIENT_ID], person.id);
        self.put(tags::PATIENT_BIRTH_DATE, VR::DA, person.birth);
        self.check(Action::TextRemoved, &[tags::PATIENT_BIRTH_DATE], person.birth);
        self.secrets.push(person.birth.to_owned());
        self.secret(tags::PATIENT_ADDRESS, VR::LO, person.address);
        self.secret(tags::PATIENT_TELEPHONE_NUMBERS, VR::SH, person.phone);
        self.secret(tags::INSTITUTION_NAME, VR::LO, person.institution);
        self.secret(tags::INSTITUTION_ADDRESS, VR::ST, person.address);
        self.secret(tags::REFERRING_PHYSICIAN_NAME, VR::PN, person.physician);
        self.secret(tags::OPERATORS_NAME, VR::PN, person.physician);
    }

    fn study(&mut self, person: &Person, study: usize, number: usize) {
        let patient = number / 3;
        let root = "1.2.826.0.1.3680043.8.498.4711";
        self.uid(tags::STUDY_INSTANCE_UID, &format!("{root}.{}.{}", 1_000 + patient, 100 + study));
        self.uid(tags::SERIES_INSTANCE_UID, &format!("{root}.{}.{}.7{number:03}", 1_000 + patient, 100 + study));
        let instance = format!("{root}.{}.{}.7{number:03}.9", 1_000 + patient, 100 + study);
        self.uid(tags::SOP_INSTANCE_UID, &instance);
        self.object.update_meta(|meta| meta.media_storage_sop_instance_uid = instance);
        if self.object.element(tags::FRAME_OF_REFERENCE_UID).is_ok() {
            self.uid(tags::FRAME_OF_REFERENCE_UID, &format!("{root}.{}.55", 1_000 + patient));
        }
        for tag in [tags::STUDY_DATE, tags::SERIES_DATE, tags::CONTENT_DATE] {
            self.put(tag, VR::DA, person.days[study]);
            self.check(Action::DateShifted, &[tag], person.days[study]);
        }
        self.put(tags::STUDY_TIME, VR::TM, "101530");
        self.secret(tags::ACCESSION_NUMBER, VR::SH, &format!("ACCQ{patient:03}{study}91"));
        self.secret(tags::STUDY_ID, VR::SH, &format!("STUQ{patient:03}{study}"));
    }

    fn words(&mut self, person: &Person, study: usize) {
        let family = person.name.split(['^', '=']).next().unwrap();
        let doctor = person.physician.split(['^', '=']).next().unwrap();
        self.described(tags::STUDY_DESCRIPTION, VR::LO, "chest with contrast", family);
        self.described(tags::SERIES_DESCRIPTION, VR::LO, "axial lung", person.phone);
        self.described(tags::PROTOCOL_NAME, VR::LO, "routine abdomen", person.id);
        let day = person.days[study];
        let written = format!("{}.{}.{}", &day[6..8], &day[4..6], &day[..4]);
        let told = format!("{doctor} {family} {} {written} {}", person.phone, person.institution);
        self.described(tags::IMAGE_COMMENTS, VR::LT, "nodule in left lung, follow-up", &told);
    }

    fn nested(&mut self, person: &Person, number: usize) {
        let family = person.name.split(['^', '=']).next().unwrap();
        let text = |tag, vr, text: &str| DataElement::new(tag, vr, PrimitiveValue::from(text));
        let sequence = |tag, item: InMemDicomObject| DataElement::new(tag, VR::SQ, Value::Sequence(DataSetSequence::from(vec![item])));
        let step = tags::SCHEDULED_PROCEDURE_STEP_DESCRIPTION;
        let order = tags::REQUESTED_PROCEDURE_ID;
        let said = format!("head without contrast {family}");
        let id = format!("REQQ{number:04}");
        let request = InMemDicomObject::from_element_iter([text(step, VR::LO, &said), text(order, VR::SH, &id)]);
        self.object.put(sequence(tags::REQUEST_ATTRIBUTES_SEQUENCE, request));
        self.check(Action::TextRetained, &[tags::REQUEST_ATTRIBUTES_SEQUENCE, step], "head without contrast");
        self.check(Action::TextRemoved, &[tags::REQUEST_ATTRIBUTES_SEQUENCE, step], family);
        self.check(Action::TextRemoved, &[tags::REQUEST_ATTRIBUTES_SEQUENCE, order], &id);
        self.hide(&id);
        let (creator, private, inner) = (Tag(0x0009, 0x0010), Tag(0x0009, 0x1001), Tag(0x0009, 0x1002));
        self.put(creator, VR::LO, "MIDI MAKER");
        self.secret(private, VR::LO, person.institution);
        let named = InMemDicomObject::from_element_iter([text(tags::PATIENT_NAME, VR::PN, person.name)]);
        self.object.put(sequence(inner, named));
        self.check(Action::TextRemoved, &[inner, tags::PATIENT_NAME], person.name);
    }
}
