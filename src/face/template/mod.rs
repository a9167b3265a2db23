//! The shape of an average head: points of its scalp and the inside of its skull, in MNI space (mm, x right, y front, z up).

use super::{Field, Lattice, Point};

/// Made by scripts/generate/face-template.mjs, which says what is in it.
static HEAD: &[u8] = include_bytes!("head.bin");

/// An average head.
pub struct Template {
    /// On the scalp above the middle of the nose, about 5.5 mm apart: shape above, ears, brow and the root of the nose.
    pub scalp: Vec<Point>,
    /// Distances to the inside of the skull, negative in it, from -12 to 30 mm.
    inside: Field,
    /// The middle of each cell inside the skull, 6 mm apart.
    pub brain: Vec<Point>,
}

impl Template {
    /// As it is carried in the program. What could not be read is empty, and fits nowhere.
    pub fn load() -> Self {
        read(HEAD).unwrap_or_else(|| {
            let lattice = Lattice { size: [0; 3], origin: [0.0; 3], step: 1.0 };
            Self { scalp: Vec::new(), inside: Field { lattice, values: Vec::new() }, brain: Vec::new() }
        })
    }

    /// Distance to the inside of the skull, mm, negative in it; 30 far from it. Where the spine leaves the skull, at -75 mm, it ends.
    pub fn inside(&self, [x, y, z]: Point) -> f32 {
        /// The template has nothing below.
        const BOTTOM: f32 = -78.0;
        const FAR: f32 = 30.0;
        if z < BOTTOM { FAR } else { self.inside.at([x, y, z]).map_or(FAR, |quarters| quarters * 4.0) }
    }
}

/// Numbers of 16 bits in little endian, off the front of bytes.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<i16> {
        let (number, rest) = self.0.split_first_chunk::<2>()?;
        self.0 = rest;
        Some(i16::from_le_bytes(*number))
    }

    fn three(&mut self) -> Option<[i16; 3]> {
        Some([self.next()?, self.next()?, self.next()?])
    }
}

fn read(file: &[u8]) -> Option<Template> {
    let after = file.iter().position(|byte| *byte == b'\n')? + 1;
    let mut numbers = Numbers(file.get(after..)?);
    let count = numbers.next()?;
    let scalp = (0..count).map(|_| numbers.three().map(|point| point.map(|tenths| f32::from(tenths) / 10.0)));
    let scalp: Vec<Point> = scalp.collect::<Option<_>>()?;
    let size = numbers.three()?.map(|side| side.unsigned_abs().into());
    let origin = numbers.three()?.map(f32::from);
    let lattice = Lattice { size, origin, step: numbers.next()?.into() };
    let values: Vec<i8> = numbers.0.iter().map(|byte| byte.cast_signed()).collect();
    if values.len() != lattice.len() {
        return None;
    }
    let brain = lattice.places().zip(&values).filter(|(_, mm)| **mm < 0).map(|(place, _)| place).collect();
    Some(Template { scalp, inside: Field { lattice, values }, brain })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_a_head() {
        let template = Template::load();
        assert_eq!(template.scalp.len(), 1531);
        let ml = template.brain.len() as f32 * 0.216;
        assert!((1600.0..2200.0).contains(&ml), "{ml}");
        // The scalp lies outside the skull, and no farther than a jaw's width from it.
        assert!(template.scalp.iter().all(|place| template.inside(*place) > 2.0));
        assert!(template.inside([0.0, -20.0, 10.0]) < -11.0);
        assert!((template.inside([0.0, 80.0, 0.0]) - 7.0).abs() < 4.0, "{}", template.inside([0.0, 80.0, 0.0]));
        assert!(template.inside([0.0, 60.0, -100.0]) >= 30.0);
    }

    #[test]
    fn what_is_cut_short_is_no_template() {
        assert!(read(&HEAD[..HEAD.len() - 1]).is_none());
        assert!(read(b"no line").is_none());
        assert!(read(b"// a line\n\x05").is_none());
    }
}
