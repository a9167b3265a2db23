//! What of a volume is the patient, and where its skin lies.

use super::{Grid, Lattice, Point, distances, fill, fill_small, grown, largest, shrunk};

/// How images come about, as far as it matters for what is air and what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// Computed Tomography: values are HU.
    Ct,
    /// Magnetic Resonance.
    Mr,
    /// Positron Emission Tomography, and other images of what shines.
    Pet,
}

impl Modality {
    /// By (0008,0060): what is neither CT nor MR shines, as NM does.
    pub fn named(modality: &str) -> Self {
        match modality.trim() {
            "CT" => Self::Ct,
            "MR" => Self::Mr,
            _ => Self::Pet,
        }
    }
}

/// The largest body in a volume, without what it lies on.
#[derive(Clone, Debug)]
pub struct Foreground {
    /// Whether a cell is of it, its hollows filled.
    pub mask: Vec<bool>,
    /// Values above this are not air.
    pub threshold: f32,
    /// Values above this are not noise: of a dim side of an image, that may be all that can be said.
    pub faint: f32,
    /// Signed distance to its surface, mm, negative inside. NaN where that is not known, for the edge of the field of view is no skin: where
    /// nothing was imaged, and inside the body where that edge is nearer than air.
    pub surface: Vec<f32>,
}

/// Between air and skin, HU: halfway to fat would be -550, but foam of head rests has -900 to -400.
const CT_AIR: f32 = -300.0;
/// A sinus is no larger in a plane, mm²; the hollow of a head rest is.
const SINUS: f32 = 2000.0;

impl Foreground {
    /// Nothing where nothing stands out.
    pub fn of(grid: &Grid, modality: Modality) -> Option<Self> {
        Self::above(thresholds(grid, modality)?, grid, modality)
    }

    /// The same with all that is no noise: what lies far from a coil is dim. Nothing where that is no more.
    pub fn dim(&self, grid: &Grid, modality: Modality) -> Option<Self> {
        if self.faint < self.threshold { Self::above((self.faint, self.faint), grid, modality) } else { None }
    }

    fn above((threshold, faint): (f32, f32), grid: &Grid, modality: Modality) -> Option<Self> {
        let (lattice, seen) = (&grid.lattice, &grid.seen);
        let mut above: Vec<bool> = grid.values.iter().zip(seen).map(|(value, seen)| *seen && *value > threshold).collect();
        if modality == Modality::Ct {
            // The wall of the frontal sinus is thin: hollow, it would be taken for something that hangs on.
            fill_small(&mut above, lattice, SINUS);
        } else {
            // The scalp is thin, and parted from the brain by bone that does not show: hollow, either could be lost.
            fill(&mut above, lattice);
        }
        // What is thinner than twice this hangs on to the head without being of it: head rests, tables and tubes in CT; ghosts and noise else.
        let (thin, back) = if modality == Modality::Ct { (7.5, 4.0) } else { (lattice.step + 0.1, lattice.step + 0.9) };
        let core = largest(&shrunk(&above, lattice, thin), lattice, None);
        let near = grown(&core, lattice, thin + back);
        let mut mask: Vec<bool> = above.iter().zip(&near).map(|(above, near)| *above && *near).collect();
        fill(&mut mask, lattice);
        if modality != Modality::Ct {
            // Bone and fat without signal are not hollow. In CT this would glue the head to its rest.
            mask = closed(&mask, grid, 9.0);
        }
        Self::with(mask, (threshold, faint), grid)
    }

    /// What is above is not air; nothing where nothing stands out.
    pub fn threshold(grid: &Grid, modality: Modality) -> Option<f32> {
        thresholds(grid, modality).map(|(threshold, _)| threshold)
    }

    fn with(mask: Vec<bool>, (threshold, faint): (f32, f32), grid: &Grid) -> Option<Self> {
        let air: Vec<bool> = mask.iter().zip(&grid.seen).map(|(mask, seen)| *seen && !mask).collect();
        if !mask.contains(&true) || !air.contains(&true) {
            return None;
        }
        let surface = surface(&mask, &air, grid);
        Some(Self { mask, threshold, faint, surface })
    }

    /// With what is thin and hangs on to it where `front` says that no head rest is: nose, lips and ears. Where it is `faint`, with all that is
    /// no noise: a face far from a coil.
    pub fn with_front(self, grid: &Grid, faint: bool, front: impl Fn(Point) -> bool) -> Self {
        /// A nose is no longer, and a face no deeper, mm.
        const FARTHEST: [f32; 2] = [40.0, 80.0];
        let ([nose, face], lattice) = (FARTHEST, &grid.lattice);
        let (farthest, threshold) = if faint && self.faint < self.threshold { (face, self.faint) } else { (nose, self.threshold) };
        let mut near = grown(&self.mask, lattice, farthest);
        for (near, ((value, seen), place)) in near.iter_mut().zip(grid.values.iter().zip(&grid.seen).zip(lattice.places())) {
            *near = *near && *seen && *value > threshold && front(place);
        }
        near.iter_mut().zip(&self.mask).for_each(|(near, mask)| *near |= mask);
        let mut mask = largest(&near, lattice, Some(&self.mask));
        fill(&mut mask, lattice);
        Self::with(mask, (self.threshold, self.faint), grid).unwrap_or(self)
    }

    /// How deep in the body a place lies, mm, as far as is known; negative outside of it.
    pub fn depth(&self, lattice: &Lattice, place: Point) -> f32 {
        self.under(lattice, place).unwrap_or_else(|| {
            // At the edge of what was imaged only what the cell is can be said.
            let inside = lattice.nearest(place).and_then(|cell| self.mask.get(cell).copied()).unwrap_or_default();
            if inside { lattice.step } else { -lattice.step }
        })
    }

    /// The same; nothing where it is not known, for the edge of what was imaged is no skin.
    pub fn under(&self, lattice: &Lattice, place: Point) -> Option<f32> {
        lattice.value(&self.surface, place).filter(|mm| !mm.is_nan()).map(|mm| -mm)
    }
}

/// See [`Foreground::surface`].
fn surface(mask: &[bool], air: &[bool], grid: &Grid) -> Vec<f32> {
    let (lattice, half) = (&grid.lattice, grid.lattice.step / 2.0);
    let edges = edges(grid);
    let (inside, outside) = (distances(air, lattice, true), distances(mask, lattice, true));
    let signed = inside.iter().zip(&outside).zip(edges).map(|((inside, outside), edge)| match *outside {
        _ if edge <= 0.0 => f32::NAN,
        outside if outside > 0.0 => outside - half,
        _ if edge < *inside => f32::NAN,
        _ => half - inside,
    });
    signed.collect()
}

/// How far each cell is from what was not imaged, mm; 0 there.
fn edges(grid: &Grid) -> Vec<f32> {
    let lattice = &grid.lattice;
    let mut edges = distances(&grid.seen, lattice, false);
    let [across, deep, high] = lattice.size;
    let border = |at: usize, side: usize| (at.min(side - 1 - at) + 1) as f32 * lattice.step;
    let cells = (0..high).flat_map(|z| (0..deep).flat_map(move |y| (0..across).map(move |x| [x, y, z])));
    for (edge, [x, y, z]) in edges.iter_mut().zip(cells) {
        *edge = edge.min(border(x, across)).min(border(y, deep)).min(border(z, high));
    }
    edges
}

/// What is closer together than twice so many mm, joined.
fn closed(mask: &[bool], grid: &Grid, mm: f32) -> Vec<bool> {
    let grown = grown(mask, &grid.lattice, mm);
    let joined = shrunk(&grown, &grid.lattice, mm);
    mask.iter().zip(joined).zip(&grid.seen).map(|((mask, joined), seen)| *mask || (joined && *seen)).collect()
}

/// The value at a share of sorted values.
fn at_share(sorted: &[f32], share: f32) -> Option<f32> {
    sorted.get(((sorted.len().checked_sub(1)?) as f32 * share) as usize).copied()
}

/// See [`Foreground::threshold`] and [`Foreground::faint`].
fn thresholds(grid: &Grid, modality: Modality) -> Option<(f32, f32)> {
    if modality == Modality::Ct { Some((CT_AIR, CT_AIR)) } else { above_noise(grid) }
}

/// Where signal begins: a tenth of what is bright, or above the noise of the air where that is more, but never above a quarter of it; and
/// where that noise ends.
fn above_noise(grid: &Grid) -> Option<(f32, f32)> {
    /// As many values say as much as all.
    const ENOUGH: usize = 100_000;
    let step = (grid.values.len() / ENOUGH).max(1);
    let seen = grid.values.iter().zip(&grid.seen).step_by(step).filter(|(value, seen)| **seen && value.is_finite());
    let mut sorted: Vec<f32> = seen.map(|(value, _)| *value).collect();
    sorted.sort_unstable_by(f32::total_cmp);
    let least = at_share(&sorted, 0.0)?;
    // Signal counts from the least there is: some files keep it below 0.
    sorted.iter_mut().for_each(|value| *value -= least);
    let top = at_share(&sorted, 0.99)?;
    let signal = sorted.get(sorted.partition_point(|value| *value <= 0.02 * top)..)?;
    let bright = at_share(signal, 0.98)?;
    let (mut threshold, mut noise) = (0.1 * bright, 0.1 * bright);
    let air = sorted.get(..sorted.partition_point(|value| *value < threshold))?;
    if air.len() > 200 {
        let median = at_share(air, 0.5)?;
        let mut deviations: Vec<f32> = air.iter().map(|value| (value - median).abs()).collect();
        deviations.sort_unstable_by(f32::total_cmp);
        // 1.4826: from the median of deviations to the standard deviation.
        noise = median + 4.0 * 1.4826 * at_share(&deviations, 0.5)?;
        threshold = threshold.max(noise);
    }
    let threshold = threshold.min(0.25 * bright);
    (bright > 0.0).then(|| (threshold + least, threshold.min(noise) + least))
}
