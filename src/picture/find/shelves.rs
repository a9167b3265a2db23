//! Pieces by the rows that they are on: in texture there are thousands, and each looks for its neighbours.

use super::part::Part;
use crate::picture::Area;

/// Rows of a shelf.
const HIGH: u32 = 32;

/// Pieces by their rows: one that is high is on several shelves.
pub(super) struct Shelves<'p> {
    parts: &'p [Part],
    held: Vec<Vec<u32>>,
}

impl<'p> Shelves<'p> {
    pub(super) fn of(parts: &'p [Part]) -> Self {
        let rows = parts.iter().map(|part| part.bottom).max().unwrap_or(0);
        let mut held = vec![Vec::new(); rows.div_ceil(HIGH) as usize];
        for (at, part) in (0..).zip(parts) {
            let shelves = held.iter_mut().take(part.bottom.div_ceil(HIGH) as usize).skip((part.top / HIGH) as usize);
            shelves.for_each(|shelf| shelf.push(at));
        }
        Self { parts, held }
    }

    /// Pieces whose boxes lie in an area with at least a pixel, each once.
    pub(super) fn within(&self, area: Area) -> impl Iterator<Item = &'p Part> {
        let (first, last) = (area.y / HIGH, if area.is_empty() { 0 } else { area.bottom().div_ceil(HIGH) });
        let shelves = (first..last).zip(self.held.get(first as usize..).unwrap_or_default());
        let all = shelves.flat_map(|(number, shelf)| shelf.iter().map(move |at| (number, *at)));
        let parts = all.filter_map(|(number, at)| Some((number, self.parts.get(at as usize)?)));
        parts.filter_map(move |(number, part)| {
            let meets = part.left < area.right() && area.x < part.right && part.top < area.bottom() && area.y < part.bottom;
            // On the first of its shelves that the area reaches.
            (meets && number == (part.top / HIGH).max(first)).then_some(part)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_in_an_area_are_found_once_each() {
        let parts: Vec<Part> = (0..400_u32)
            .map(|n| {
                let (left, top) = (n * 37 % 300, n * 53 % 200);
                Part { left, top, right: left + 1 + n % 9, bottom: top + 1 + n * n % 90, ..Part::default() }
            })
            .collect();
        let shelves = Shelves::of(&parts);
        for (x, y, width, height) in [(0, 0, 400, 400), (50, 31, 10, 2), (20, 64, 70, 32), (299, 250, 60, 60), (5, 5, 0, 9), (0, 900, 9, 9)]
        {
            let area = Area { x, y, width, height };
            let meets = |part: &&Part| {
                let own = Area { x: part.left, y: part.top, width: part.right - part.left, height: part.bottom - part.top };
                !own.with(&area).is_empty()
            };
            let mut wanted: Vec<_> = parts.iter().filter(meets).map(|part| (part.top, part.left, part.bottom)).collect();
            let mut found: Vec<_> = shelves.within(area).map(|part| (part.top, part.left, part.bottom)).collect();
            wanted.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, wanted, "{area:?}");
        }
    }
}
