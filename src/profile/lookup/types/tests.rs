use super::*;

const CT: &str = "1.2.840.10008.5.1.4.1.1.2";
const MR: &str = "1.2.840.10008.5.1.4.1.1.4";
const ENHANCED_MR: &str = "1.2.840.10008.5.1.4.1.1.4.1";
const RT_STRUCTURE_SET: &str = "1.2.840.10008.5.1.4.1.1.481.3";
const SEGMENTATION: &str = "1.2.840.10008.5.1.4.1.1.66.4";
const COMPREHENSIVE_SR: &str = "1.2.840.10008.5.1.4.1.1.88.33";
const WAVEFORM_PRESENTATION: &str = "1.2.840.10008.5.1.4.1.1.9.100.1";
const SHARED_GROUPS: u32 = 0x5200_9229;
const FRAME_GROUPS: u32 = 0x5200_9230;
const CONTENT: u32 = 0x0040_A730;

fn of(sop_class: &str, path: &[u32]) -> Type {
    types(sop_class).expect("known SOP Class").type_of(path)
}

#[test]
fn the_tables_are_in_order() {
    assert!(TAGS.is_sorted_by(|a, b| a < b));
    assert!(SOP_CLASSES.is_sorted_by(|a, b| a.0 < b.0));
    assert!(STARTS.windows(2).skip(1).all(|two| two[0] < two[1]));
    for two in STARTS.windows(2) {
        assert!(ATTRIBUTES[usize::from(two[0])..usize::from(two[1])].is_sorted_by(|a, b| a < b));
    }
}

#[test]
fn every_reference_leads_to_a_node() {
    let nodes = STARTS.len() - 1;
    assert!(WORDS.iter().chain(&ANY).all(|word| usize::from(word >> 3) < nodes && word & 7 < 5));
    assert!(IOD_NODES.iter().all(|&node| node != 0 && usize::from(node) < nodes));
}

#[test]
fn attributes_of_a_ct_image() {
    assert_eq!(of(CT, &[0x0010_0020]), Type::Two, "Patient ID");
    assert_eq!(of(CT, &[0x0008_0018]), Type::One, "SOP Instance UID");
    assert_eq!(of(CT, &[0x0008_0020]), Type::Two, "Study Date");
    assert_eq!(of(CT, &[0x0018_0050]), Type::Two, "Slice Thickness");
    assert_eq!(of(CT, &[0x0028_1052]), Type::One, "Rescale Intercept");
    assert_eq!(of(CT, &[0x0008_1030]), Type::Three, "Study Description");
    assert_eq!(of(CT, &[0x0018_0081]), Type::Absent, "Echo Time");
    assert_eq!(of(CT, &[0x3006_0020]), Type::Absent, "Structure Set ROI Sequence");
    assert_eq!(of(MR, &[0x0018_0081]), Type::Two, "Echo Time");
}

#[test]
fn nested_attributes() {
    assert_eq!(of(CT, &[0x0008_1140, 0x0008_1155]), Type::One, "Referenced SOP Instance UID");
    assert_eq!(of(CT, &[0x0008_1032, 0x0008_0104]), Type::One, "Code Meaning");
    assert_eq!(of(CT, &[0x0040_0275, 0x0040_1001]), Type::OneC, "Requested Procedure ID");
    assert_eq!(of(CT, &[0x0008_1140, 0x0010_0010]), Type::Absent, "Patient's Name");
    let contour_image = [0x3006_0039, 0x3006_0040, 0x3006_0016, 0x0008_1155];
    assert_eq!(of(RT_STRUCTURE_SET, &contour_image), Type::One);
    let purpose = [SHARED_GROUPS, 0x0008_9124, 0x0008_2112, 0x0040_A170, 0x0008_0104];
    assert_eq!(of(SEGMENTATION, &purpose), Type::One);
}

#[test]
fn functional_groups_in_both_sequences() {
    for groups in [SHARED_GROUPS, FRAME_GROUPS] {
        assert_eq!(of(ENHANCED_MR, &[groups, 0x0028_9110, 0x0028_0030]), Type::OneC, "Pixel Spacing");
        assert_eq!(of(ENHANCED_MR, &[groups, 0x0020_9111, 0x0018_9074]), Type::OneC, "Frame Acquisition DateTime");
        assert_eq!(of(ENHANCED_MR, &[groups, 0x0008_1140, 0x0008_1155]), Type::One, "Referenced SOP Instance UID");
    }
    assert_eq!(of(ENHANCED_MR, &[0x0028_0030]), Type::Absent, "Pixel Spacing outside the groups");
}

#[test]
fn content_items_at_any_depth() {
    let mut path = vec![CONTENT];
    for _ in 0..60 {
        path.push(CONTENT);
        path.push(0x0040_A168);
        path.push(0x0008_0100);
        assert_eq!(of(COMPREHENSIVE_SR, &path), Type::OneC, "Code Value");
        path.truncate(path.len() - 2);
        assert_eq!(of(COMPREHENSIVE_SR, &[&path[..], &[0x0040_A040]].concat()), Type::One, "Value Type");
    }
}

#[test]
fn a_walk_agrees_with_a_path() {
    let groups = types(ENHANCED_MR).unwrap().root().child(FRAME_GROUPS);
    assert_eq!(groups.type_of(0x0028_9110), Type::One);
    assert_eq!(groups.child(0x0028_9110).type_of(0x0028_0030), Type::OneC);
}

#[test]
fn a_sequence_in_a_foreign_place_keeps_its_own_types() {
    // A code sequence of Structure Sets inside a CT image.
    assert_eq!(of(CT, &[0x3006_0086]), Type::Absent);
    assert_eq!(of(CT, &[0x3006_0086, 0x0008_0104]), Type::One);
    // Content that may be anything, and a sequence nobody has.
    assert_eq!(of(CT, &[0x0400_0561, 0x0400_0550, 0x0010_0010]), Type::Unknown);
    assert_eq!(of(CT, &[0x0099_1234, 0x0010_0010]), Type::Unknown);
    assert_eq!(of(CT, &[]), Type::Unknown);
}

#[test]
fn an_iod_with_missing_modules_says_so() {
    assert_eq!(of(WAVEFORM_PRESENTATION, &[0x0010_0020]), Type::Two);
    assert_eq!(of(WAVEFORM_PRESENTATION, &[0x0018_0081]), Type::Unknown);
}

#[test]
fn overlay_groups_are_one() {
    assert_eq!(of(CT, &[0x6000_0010]), Type::One, "Overlay Rows");
    assert_eq!(of(CT, &[0x601E_0010]), Type::One);
    assert_eq!(of(CT, &[0x6001_0010]), Type::Absent);
}

#[test]
fn sop_classes() {
    assert!(is_known_sop_class(CT));
    assert!(is_known_sop_class("1.2.840.10008.5.1.4.1.1.6"), "retired ultrasound");
    assert!(types("1.2.840.10008.5.1.4.1.1.6").is_some());
    assert!(is_known_sop_class("1.2.840.10008.5.1.4.1.1.9"), "standalone curve");
    assert!(types("1.2.840.10008.5.1.4.1.1.9").is_none());
    for uid in ["", "1.2.840.10008.", "1.2.840.10008.1.1", "1.2.840.10008.5.1.4.1.1.2 ", "1.3.12.2.1107.5.9.1"] {
        assert!(!is_known_sop_class(uid) && types(uid).is_none());
    }
}

#[test]
fn without_an_iod_the_strongest_type_counts() {
    assert_eq!(type_anywhere(0x0008_0018), Type::One);
    assert_eq!(type_anywhere(0x0099_1234), Type::Absent);
    assert_eq!(anywhere().type_of(0x0008_0018), Type::One);
    assert_eq!(anywhere().child(0x0008_1140).type_of(0x0008_1155), Type::One);
}
