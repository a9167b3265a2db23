//! Pieces by where they are: in texture there are thousands, and each looks for its neighbours.

use super::part::Part;
use crate::picture::Area;

/// Rows of a place, and its columns.
const SIDE: u32 = 32;

/// Pieces by place: one that is large is in several.
pub(super) struct Shelves<'p> {
    parts: &'p [Part],
    columns: u32,
    rows: u32,
    held: Vec<Vec<u32>>,
}

impl<'p> Shelves<'p> {
    pub(super) fn of(parts: &'p [Part]) -> Self {
        let most = |end: fn(&Part) -> u32| parts.iter().map(end).max().unwrap_or(0).div_ceil(SIDE);
        let (columns, rows) = (most(|part| part.right), most(|part| part.bottom));
        let mut shelves = Self { parts, columns, rows, held: vec![Vec::new(); columns as usize * rows as usize] };
        for (at, part) in (0..).zip(parts) {
            let (across, down) = (part.left / SIDE..part.right.div_ceil(SIDE), part.top / SIDE..part.bottom.div_ceil(SIDE));
            for place in down.flat_map(|row| across.clone().map(move |column| (row, column))) {
                let index = shelves.index(place);
                if let Some(held) = shelves.held.get_mut(index) {
                    held.push(at);
                }
            }
        }
        shelves
    }

    fn index(&self, (row, column): (u32, u32)) -> usize {
        row as usize * self.columns as usize + column as usize
    }

    /// Pieces whose boxes share at least a pixel with an area, each once.
    pub(super) fn within(&self, area: Area) -> impl Iterator<Item = &'p Part> {
        let last = |end: u32, most: u32| if area.is_empty() { 0 } else { end.div_ceil(SIDE).min(most) };
        let (top, left) = (area.y / SIDE, area.x / SIDE);
        let across = left..last(area.right(), self.columns);
        let places = (top..last(area.bottom(), self.rows)).flat_map(move |row| across.clone().map(move |column| (row, column)));
        let all = places.flat_map(|place| self.held.get(self.index(place)).into_iter().flatten().map(move |at| (place, *at)));
        all.filter_map(move |(place, at)| {
            let part = self.parts.get(at as usize)?;
            let meets = part.left < area.right() && area.x < part.right && part.top < area.bottom() && area.y < part.bottom;
            // In the first of its places that the area reaches.
            (meets && place == ((part.top / SIDE).max(top), (part.left / SIDE).max(left))).then_some(part)
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
                Part { left, top, right: left + 1 + n * n % 70, bottom: top + 1 + n * n % 90, ..Part::default() }
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
