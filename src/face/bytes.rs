//! A recipe as bytes, from the worker that found it to all that carry it out.

use super::{Field, Lattice, Mode, Probe, Recipe, Tier};
use crate::error::{Code, Result};
use crate::limits;

/// What the bytes begin with: what they are, and in which way they are written.
const MAGIC: &[u8] = b"face\x01";

/// mm that any place may lie from the middle.
const FARTHEST: f32 = 20_000.0;

impl Recipe {
    /// As bytes, all numbers with their lowest byte first: [`MAGIC`]; tier and mode; three sides, origin and step of the lattice; both
    /// fields; the pose; the number of probes, and the probes; CRC-32 of all that.
    ///
    /// # Errors
    /// [`Code::Mask`] for fields that are not of one lattice, or larger than [`Self::from_bytes`] takes.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let Self { tier, mode, cut, tissue, probes, pose } = self;
        let lattice = &cut.lattice;
        let whole = *lattice == tissue.lattice && [&cut.values, &tissue.values].iter().all(|values| values.len() == lattice.len());
        if !whole || !is_fit(lattice) || probes.len() > limits::PROBES {
            return Err(Code::Mask.into());
        }
        let mut bytes = MAGIC.to_vec();
        bytes.push(match tier {
            Tier::A => 0,
            Tier::B => 1,
            Tier::C => 2,
        });
        bytes.push(match mode {
            Mode::Cut => 0,
            Mode::Layer => 1,
        });
        // Sides were found to be small.
        bytes.extend(lattice.size.iter().flat_map(|side| (*side as u32).to_le_bytes()));
        bytes.extend(lattice.origin.iter().chain([&lattice.step]).flat_map(|mm| mm.to_le_bytes()));
        bytes.extend([cut, tissue].into_iter().flat_map(|field| &field.values).map(|value| value.cast_unsigned()));
        bytes.extend(pose.iter().flatten().flat_map(|mm| mm.to_le_bytes()));
        bytes.extend((probes.len() as u32).to_le_bytes());
        bytes.extend(probes.iter().flat_map(|probe| [probe.place, probe.toward]).flatten().flat_map(f32::to_le_bytes));
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        Ok(bytes)
    }

    /// The reverse of [`Self::to_bytes`].
    ///
    /// # Errors
    /// [`Code::Mask`] for bytes that it does not make: another version, too large, cut off, with something behind, changed on their way, or
    /// with numbers that are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        read(bytes).filter(Self::is_sound).ok_or_else(|| Code::Mask.into())
    }

    fn is_sound(&self) -> bool {
        let near = |mm: &f32| mm.abs() <= FARTHEST;
        let probes = self.probes.iter().all(|probe| probe.place.iter().chain(&probe.toward).all(near));
        is_fit(&self.cut.lattice) && probes && self.pose.iter().flatten().all(near)
    }
}

fn is_fit(lattice: &Lattice) -> bool {
    let sides = lattice.size.iter().all(|side| (1..=4_096).contains(side));
    sides && lattice.len() <= limits::CELLS && (0.25..=20.0).contains(&lattice.step) && lattice.origin.iter().all(|mm| mm.abs() <= FARTHEST)
}

fn read(bytes: &[u8]) -> Option<Recipe> {
    let (told, crc) = bytes.split_last_chunk::<4>()?;
    if crc32fast::hash(told) != u32::from_le_bytes(*crc) {
        return None;
    }
    let mut rest = told.strip_prefix(MAGIC)?;
    let ([tier, mode], tail) = rest.split_first_chunk::<2>()?;
    rest = tail;
    let tier = [Tier::A, Tier::B, Tier::C].into_iter().nth(usize::from(*tier))?;
    let mode = [Mode::Cut, Mode::Layer].into_iter().nth(usize::from(*mode))?;
    let size = [whole(&mut rest)?, whole(&mut rest)?, whole(&mut rest)?];
    let lattice = Lattice { size, origin: point(&mut rest)?, step: number(&mut rest)? };
    if !is_fit(&lattice) {
        return None;
    }
    let mut field = || {
        let (values, tail) = rest.split_at_checked(lattice.len())?;
        rest = tail;
        Some(Field { lattice: lattice.clone(), values: values.iter().map(|byte| byte.cast_signed()).collect() })
    };
    let (cut, tissue) = (field()?, field()?);
    let pose = [point(&mut rest)?, point(&mut rest)?, point(&mut rest)?, point(&mut rest)?];
    let count = whole(&mut rest)?;
    if count > limits::PROBES || rest.len() != count * 24 {
        return None;
    }
    let probes = (0..count).map(|_| Some(Probe { place: point(&mut rest)?, toward: point(&mut rest)? })).collect::<Option<Vec<_>>>()?;
    Some(Recipe { tier, mode, cut, tissue, probes, pose })
}

fn whole(rest: &mut &[u8]) -> Option<usize> {
    let (bytes, tail) = rest.split_first_chunk::<4>()?;
    *rest = tail;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// One that is a number.
fn number(rest: &mut &[u8]) -> Option<f32> {
    let (bytes, tail) = rest.split_first_chunk::<4>()?;
    *rest = tail;
    Some(f32::from_le_bytes(*bytes)).filter(|number| number.is_finite())
}

fn point(rest: &mut &[u8]) -> Option<[f32; 3]> {
    Some([number(rest)?, number(rest)?, number(rest)?])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        let lattice = Lattice { size: [3, 2, 2], origin: [-3.5, 0.0, 9.0], step: 2.5 };
        let field = |first: i8| Field { lattice: lattice.clone(), values: (first..=first + 11).collect() };
        let probe = |mm: f32| Probe { place: [mm; 3], toward: [0.0, -1.0, 0.0] };
        Recipe {
            tier: Tier::B,
            mode: Mode::Layer,
            cut: field(-128),
            tissue: field(116),
            probes: vec![probe(1.0), probe(-2.0)],
            pose: [[1.0, 2.0, 3.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
        }
    }

    #[test]
    fn a_recipe_comes_back() {
        for (tier, mode) in [(Tier::A, Mode::Cut), (Tier::B, Mode::Layer), (Tier::C, Mode::Cut)] {
            let recipe = Recipe { tier, mode, ..recipe() };
            assert_eq!(Recipe::from_bytes(&recipe.to_bytes().unwrap()).unwrap(), recipe);
        }
    }

    /// With a sum that is right.
    fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        bytes
    }

    #[test]
    fn what_is_none_is_refused() {
        let bytes = recipe().to_bytes().unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 4;
            assert!(Recipe::from_bytes(&changed).is_err(), "{at}");
            assert!(Recipe::from_bytes(&bytes[..at]).is_err(), "{at}");
        }
        let told = &bytes[..bytes.len() - 4];
        assert!(Recipe::from_bytes(&summed(told.to_vec())).is_ok());
        let put = |at: usize, with: &[u8]| {
            let mut told = told.to_vec();
            told[at..at + with.len()].copy_from_slice(with);
            Recipe::from_bytes(&summed(told))
        };
        let sides = [u32::MAX, 2, 2].map(u32::to_le_bytes).concat();
        for (at, with) in [
            (4, &[2][..]),
            (5, &[3]),
            (6, &[2]),
            (7, &sides),
            (7, &0_u32.to_le_bytes()),
            (19, &f32::NAN.to_le_bytes()),
            (19, &1e9_f32.to_le_bytes()),
            (31, &0_f32.to_le_bytes()),
            (35 + 24, &f32::INFINITY.to_le_bytes()),
            (35 + 24 + 48, &3_u32.to_le_bytes()),
            (35 + 24 + 48, &u32::MAX.to_le_bytes()),
        ] {
            assert!(put(at, with).is_err(), "{at} {with:?}");
        }
        assert!(Recipe::from_bytes(&summed([told, &[0]].concat())).is_err());
    }

    #[test]
    fn fields_that_do_not_match_are_not_written() {
        let mut other = recipe();
        other.tissue.lattice.step = 2.0;
        let mut short = recipe();
        short.cut.values.pop();
        let mut wide = recipe();
        wide.cut.lattice.step = f32::NAN;
        wide.tissue.lattice.step = f32::NAN;
        for recipe in [other, short, wide] {
            assert!(recipe.to_bytes().is_err());
        }
    }
}
