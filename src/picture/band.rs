//! Several areas as one shape: bands of rows that are covered alike, so that nothing is done twice where areas overlap.

use std::ops::Range;

use super::Area;

/// Rows that are covered in the same columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// Rows, at least one.
    pub rows: Range<u32>,
    /// Columns, in order, at least one range; they neither overlap nor touch.
    pub columns: Vec<Range<u32>>,
}

/// What `areas` cover of a picture of `width` columns and `height` rows, from the top.
pub(super) fn bands(areas: &[Area], width: u32, height: u32) -> Vec<Band> {
    let areas: Vec<Area> = areas.iter().map(|area| area.within(width, height)).filter(|area| !area.is_empty()).collect();
    let mut edges: Vec<u32> = areas.iter().flat_map(|area| [area.y, area.bottom()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let rows = edges.iter().zip(edges.iter().skip(1)).map(|(from, to)| *from..*to);
    rows.map(|rows| Band { columns: columns(&areas, rows.start), rows }).filter(|band| !band.columns.is_empty()).collect()
}

/// What is covered of one row.
fn columns(areas: &[Area], row: u32) -> Vec<Range<u32>> {
    let mut spans: Vec<_> = areas.iter().filter(|area| (area.y..area.bottom()).contains(&row)).map(|area| area.x..area.right()).collect();
    spans.sort_unstable_by_key(|span| span.start);
    let mut joined: Vec<Range<u32>> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_that_overlap_are_one_shape() {
        let area = |x, y, width, height| Area { x, y, width, height };
        let found = bands(&[area(2, 1, 3, 2), area(4, 2, 9, 2), area(0, 2, 2, 1), area(0, 9, 0, 4), area(9, 9, 1, 1)], 8, 5);
        let band = |y, from, to| Band { rows: y..y + 1, columns: std::iter::once(from..to).collect() };
        assert_eq!(found, [band(1, 2, 5), band(2, 0, 8), band(3, 4, 8)]);
        assert_eq!(bands(&[area(0, 0, 1, 1), area(3, 0, 1, 1), area(0, 3, 1, 1)], 8, 8).len(), 2);
        assert!(bands(&[], 8, 8).is_empty());
    }
}
