//! PS3.6: how many values an attribute of numbers may have.

use crate::profile::multiples::{MOST, TAGS};

/// The most values that an attribute of numbers may have; `None` where there is no bound. One for attributes that the table does not have.
pub fn most_values(tag: u32) -> Option<usize> {
    let Ok(at) = TAGS.binary_search(&tag) else { return Some(1) };
    MOST.get(at).map(|most| usize::from(*most)).filter(|most| *most > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_known_attributes() {
        assert_eq!(most_values(0x0028_0010), Some(1)); // Rows
        assert_eq!(most_values(0x0028_0030), Some(2)); // Pixel Spacing
        assert_eq!(most_values(0x0020_0037), Some(6)); // Image Orientation (Patient)
        assert_eq!(most_values(0x3006_0050), None); // Contour Data
        assert!(TAGS.is_sorted());
        assert_eq!(TAGS.len(), MOST.len());
    }
}
