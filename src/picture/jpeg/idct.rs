//! Blocks of coefficients to samples, in whole numbers: the transform of Loeffler, Ligtenberg and Moschytz with the roundings of the
//! Independent JPEG Group's `islow`, so that samples are those that other decoders give (ISO/IEC 10918-1 A.3.3).

use super::coefficients::Block;
use super::stream::Quantization;

/// Bits of the fractions below.
const FRACTION: u32 = 13;

/// Multiples of cosines, times 2 to the power of [`FRACTION`].
const F0_298: i32 = 2_446;
const F0_390: i32 = 3_196;
const F0_541: i32 = 4_433;
const F0_765: i32 = 6_270;
const F0_899: i32 = 7_373;
const F1_175: i32 = 9_633;
const F1_501: i32 = 12_299;
const F1_847: i32 = 15_137;
const F1_961: i32 = 16_069;
const F2_053: i32 = 16_819;
const F2_562: i32 = 20_995;
const F3_072: i32 = 25_172;

/// The samples of a block, row by row, from 0 to the highest of a precision in bits.
///
/// Coefficients of real pictures never leave 32 bits; of others, the sums wrap.
pub(super) fn samples(block: &Block, quantization: &Quantization, precision: u32) -> [[u16; 8]; 8] {
    // Bits that the first pass keeps for the second: as many as leave room in 32.
    let kept = if precision > 8 { 1 } else { 2 };
    let (middle, highest) = (1i32 << (precision - 1), (1i32 << precision) - 1);
    let mut values = [[0i32; 8]; 8];
    let (coefficients, steps) = (block.as_chunks::<8>().0, quantization.as_chunks::<8>().0);
    for ((row, coefficients), steps) in values.iter_mut().zip(coefficients).zip(steps) {
        for ((value, coefficient), step) in row.iter_mut().zip(coefficients).zip(steps) {
            *value = i32::from(*coefficient).wrapping_mul(i32::from(*step));
        }
    }
    if block[1..].iter().all(|coefficient| *coefficient == 0) {
        let level = (values[0][0].wrapping_add(4) >> 3).wrapping_add(middle).clamp(0, highest);
        return [[level as u16; 8]; 8];
    }
    let columns = transposed(&values).map(|column| {
        if column[1..].iter().all(|value| *value == 0) { [column[0] << kept; 8] } else { transformed(&column, FRACTION - kept) }
    });
    transposed(&columns).map(|row| transformed(&row, FRACTION + kept + 3).map(|value| value.wrapping_add(middle).clamp(0, highest) as u16))
}

fn transposed(values: &[[i32; 8]; 8]) -> [[i32; 8]; 8] {
    let mut turned = [[0; 8]; 8];
    for (at, row) in values.iter().enumerate() {
        for (column, value) in turned.iter_mut().zip(row) {
            if let Some(place) = column.get_mut(at) {
                *place = *value;
            }
        }
    }
    turned
}

/// One dimension, scaled down by `shift` bits.
#[inline]
fn transformed(v: &[i32; 8], shift: u32) -> [i32; 8] {
    let times = |value: i32, factor: i32| value.wrapping_mul(factor);
    let add = |one: i32, other: i32| one.wrapping_add(other);
    let sub = |one: i32, other: i32| one.wrapping_sub(other);

    // Even half.
    let turn = times(add(v[2], v[6]), F0_541);
    let low = sub(turn, times(v[6], F1_847));
    let high = add(turn, times(v[2], F0_765));
    let (sum, difference) = (add(v[0], v[4]) << FRACTION, sub(v[0], v[4]) << FRACTION);
    let even = [add(sum, high), add(difference, low), sub(difference, low), sub(sum, high)];

    // Odd half.
    let all = times(add(add(v[7], v[3]), add(v[5], v[1])), F1_175);
    let outer = times(add(v[7], v[1]), -F0_899);
    let inner = times(add(v[5], v[3]), -F2_562);
    let left = add(times(add(v[7], v[3]), -F1_961), all);
    let right = add(times(add(v[5], v[1]), -F0_390), all);
    let odd = [
        add(times(v[1], F1_501), add(outer, right)),
        add(times(v[3], F3_072), add(inner, left)),
        add(times(v[5], F2_053), add(inner, right)),
        add(times(v[7], F0_298), add(outer, left)),
    ];

    let half = 1 << (shift - 1);
    let scaled = |value: i32| value.wrapping_add(half) >> shift;
    [
        scaled(add(even[0], odd[0])),
        scaled(add(even[1], odd[1])),
        scaled(add(even[2], odd[2])),
        scaled(add(even[3], odd[3])),
        scaled(sub(even[3], odd[3])),
        scaled(sub(even[2], odd[2])),
        scaled(sub(even[1], odd[1])),
        scaled(sub(even[0], odd[0])),
    ]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// The transform as it is defined, in floating point.
    fn defined(block: &Block, step: f64, middle: f64) -> [[f64; 8]; 8] {
        let scale = |k: usize| if k == 0 { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
        let cosine = |x: usize, u: usize| ((2 * x + 1) as f64 * u as f64 * std::f64::consts::PI / 16.0).cos();
        let mut out = [[0.0; 8]; 8];
        for (y, row) in out.iter_mut().enumerate() {
            for (x, sample) in row.iter_mut().enumerate() {
                for v in 0..8 {
                    for u in 0..8 {
                        let value = f64::from(block[v * 8 + u]) * step;
                        *sample += scale(u) * scale(v) / 4.0 * value * cosine(x, u) * cosine(y, v);
                    }
                }
                *sample += middle;
            }
        }
        out
    }

    #[test]
    fn samples_are_those_of_the_definition() {
        let mut seed = 1u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16).cast_signed()
        };
        for precision in [8, 12] {
            for _ in 0..200 {
                let mut block = [0i16; 64];
                for coefficient in block.iter_mut().take(20) {
                    *coefficient = (next() % 9 - 4) as i16;
                }
                block[0] = (next() % 60) as i16;
                let exact = defined(&block, 7.0, f64::from(1 << (precision - 1)));
                let highest = f64::from((1 << precision) - 1);
                for (row, exact) in samples(&block, &[7; 64], precision).iter().zip(exact) {
                    for (sample, exact) in row.iter().zip(exact) {
                        assert!((f64::from(*sample) - exact.clamp(0.0, highest)).abs() < 0.8, "{sample} {exact}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_level_alone_is_flat() {
        for (dc, level) in [(0, 128), (1, 129), (-128, 0), (-500, 0), (127, 255), (9_999, 255)] {
            let mut block = [0; 64];
            block[0] = dc;
            assert_eq!(samples(&block, &[8; 64], 8), [[level; 8]; 8]);
        }
        let mut block = [i16::MAX; 64];
        samples(&block, &[u16::MAX; 64], 12);
        block.fill(i16::MIN);
        samples(&block, &[u16::MAX; 64], 8);
    }
}
