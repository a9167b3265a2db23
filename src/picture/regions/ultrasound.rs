//! What lies outside of an ultrasound's own regions (PS3.3 C.8.5.5): the device says where its picture is, and writes around it.

use crate::picture::Area;

/// Regions that are believed at most; devices give one to a dozen.
const MOST: usize = 64;
/// The part of a picture that regions must have to be believed: one of so many.
const LEAST: u64 = 16;

/// Everything outside of the regions of a picture of `width` columns and `height` rows, as few rectangles that do not overlap.
///
/// `us` are the Items of Sequence of Ultrasound Regions (0018,6011): from Region Location Min X0 (0018,6018) and Min Y0 (0018,601A) up to and
/// with Max X1 (0018,601C) and Max Y1 (0018,601E). Nothing where there are no regions, or they make no sense: one is empty or beyond the
/// picture, there are too many, or they have next to nothing of it.
pub fn outside(us: &[Area], width: u32, height: u32) -> Vec<Area> {
    let regions: Vec<Area> = us.iter().map(|region| region.within(width, height)).collect();
    if regions.is_empty() || regions.len() > MOST || regions.iter().any(Area::is_empty) {
        return Vec::new();
    }
    let grid = Grid::of(&regions, width, height);
    let free: u64 = grid.strips(false).iter().map(Area::size).sum();
    let all = u64::from(width).saturating_mul(u64::from(height));
    if all.saturating_sub(free).saturating_mul(LEAST) < all {
        return Vec::new();
    }
    let (across, down) = (grid.strips(false), grid.strips(true));
    if down.len() < across.len() { down } else { across }
}

/// A picture cut where a region begins or ends.
struct Grid<'r> {
    regions: &'r [Area],
    xs: Vec<u32>,
    ys: Vec<u32>,
}

impl<'r> Grid<'r> {
    fn of(regions: &'r [Area], width: u32, height: u32) -> Self {
        let cuts = |end: u32, of: &dyn Fn(&Area) -> [u32; 2]| {
            let mut cuts: Vec<u32> = regions.iter().flat_map(of).chain([0, end]).collect();
            cuts.sort_unstable();
            cuts.dedup();
            cuts
        };
        Self { regions, xs: cuts(width, &|region| [region.x, region.right()]), ys: cuts(height, &|region| [region.y, region.bottom()]) }
    }

    /// What no region has, in strips along rows, or along columns where it is `turned`; strips of equal ends are one.
    fn strips(&self, turned: bool) -> Vec<Area> {
        let (along, across) = if turned { (&self.ys, &self.xs) } else { (&self.xs, &self.ys) };
        let area = |from: u32, to: u32, start: u32, end: u32| match turned {
            false => Area { x: from, y: start, width: to.saturating_sub(from), height: end.saturating_sub(start) },
            true => Area { x: start, y: from, width: end.saturating_sub(start), height: to.saturating_sub(from) },
        };
        let mut done = Vec::new();
        let mut open: Vec<(u32, u32, u32)> = Vec::new();
        for (start, end) in pairs(across) {
            let mut runs: Vec<(u32, u32)> = Vec::new();
            for (from, to) in pairs(along) {
                let cell = area(from, to, start, end);
                if self.regions.iter().any(|region| region.holds(cell.x, cell.y)) {
                    continue;
                }
                match runs.last_mut().filter(|run| run.1 == from) {
                    Some(run) => run.1 = to,
                    None => runs.push((from, to)),
                }
            }
            let (stay, ended): (Vec<_>, Vec<_>) = open.into_iter().partition(|(from, to, _)| runs.contains(&(*from, *to)));
            done.extend(ended.into_iter().map(|(from, to, began)| area(from, to, began, start)));
            let began = |run: &(u32, u32)| stay.iter().find(|(from, to, _)| (*from, *to) == *run).map_or(start, |(_, _, began)| *began);
            open = runs.iter().map(|run| (run.0, run.1, began(run))).collect();
        }
        let end = across.last().copied().unwrap_or(0);
        done.extend(open.into_iter().map(|(from, to, began)| area(from, to, began, end)));
        done
    }
}

fn pairs(cuts: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    cuts.iter().copied().zip(cuts.iter().copied().skip(1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn area(x: u32, y: u32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn four_rectangles_around_one_region() {
        let around = outside(&[area(100, 50, 400, 300)], 640, 480);
        assert_eq!(around, [area(0, 0, 640, 50), area(0, 50, 100, 300), area(500, 50, 140, 300), area(0, 350, 640, 130)]);
        assert_eq!(outside(&[area(0, 50, 640, 430)], 640, 480), [area(0, 0, 640, 50)]);
        assert!(outside(&[area(0, 0, 640, 480)], 640, 480).is_empty());
        assert!(outside(&[area(0, 0, 9_999, 9_999)], 640, 480).is_empty());
    }

    #[test]
    fn the_way_that_needs_fewer_is_taken() {
        // Two side by side of different heights: along rows 6, along columns 5.
        let two = [area(10, 10, 40, 80), area(50, 20, 40, 60)];
        assert_eq!(outside(&two, 100, 100).len(), 6);
        let beside = [area(0, 10, 50, 90), area(50, 30, 50, 70)];
        assert_eq!(outside(&beside, 100, 100), [area(0, 0, 100, 10), area(50, 10, 50, 20)]);
    }

    #[test]
    fn nonsense_says_nothing() {
        for us in
            [&[][..], &[area(0, 0, 0, 9)], &[area(700, 0, 9, 9), area(0, 0, 600, 400)], &[area(5, 5, 1, 1)], &[area(0, 0, 100, 100); 65]]
        {
            assert!(outside(us, 640, 480).is_empty(), "{us:?}");
        }
        assert!(outside(&[area(0, 0, 10, 10)], 0, 0).is_empty());
        let _ = outside(&[area(u32::MAX, u32::MAX, u32::MAX, u32::MAX), area(0, 0, u32::MAX, u32::MAX)], u32::MAX, u32::MAX);
    }

    proptest! {
        /// Each pixel lies in a region or in exactly one rectangle.
        #[test]
        fn nothing_is_left_and_nothing_is_taken_twice(
            us in prop::collection::vec((0_u32..30, 0_u32..30, 8_u32..30, 8_u32..30).prop_map(|(x, y, width, height)| area(x, y, width, height)), 1..7)
        ) {
            let around = outside(&us, 32, 32);
            for (x, y) in (0..32).flat_map(|y| (0..32).map(move |x| (x, y))) {
                let within = us.iter().any(|region| region.holds(x, y));
                let count = around.iter().filter(|area| area.holds(x, y)).count();
                prop_assert!(around.is_empty() || count == usize::from(!within), "{} {}", x, y);
            }
            let seen = (0..32).flat_map(|y| (0..32).map(move |x| (x, y))).filter(|(x, y)| us.iter().any(|region| region.holds(*x, *y))).count();
            prop_assert!(!around.is_empty() || seen == 1024 || seen * 16 < 1024);
        }
    }
}
