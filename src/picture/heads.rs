//! What a looker does about faces: files scanned into a space, and one of them with its face taken out.

use std::rc::Rc;

use super::carve::{self, Cut};
use super::{Area, Codecs, Format, Request, Small, Stored, decode};
use crate::error::{Code, Result};
use crate::face::{
    About, Dose, Faces, Fill, Finder, Head, Knife, Left, Mask, Options, Plane, Point, Recipe, Scan, Seek, Source, Space, Spread, Thin,
    Units, worst,
};

/// All that was scanned, what was found in it, and the recipe that was asked for last.
#[derive(Default)]
pub(super) struct Heads {
    pub space: Space,
    pub recipes: Vec<Recipe>,
    /// What was asked for with the files that were scanned: the same with all of them.
    options: Option<Options>,
    /// A head that was looked at, and its pose.
    seen: Option<([Point; 4], Head)>,
    /// Most files of a space have the same.
    last: Option<(Vec<u8>, Rc<Knife>)>,
}

impl Heads {
    /// Takes a frame of a file, which has a number from its first frame on.
    pub fn scan(
        &mut self,
        file: &mut Option<usize>,
        request: &Request,
        stored: &Stored<'_>,
        index: u32,
        codecs: &dyn Codecs,
    ) -> Result<()> {
        let scan = request.scan.as_ref().ok_or(Code::Codec)?;
        let source = source(scan, request);
        self.options = Some(self.options.map_or(scan.options, |options| options.or(scan.options)));
        let number = *file.get_or_insert_with(|| self.space.open(&source));
        let size = [request.format.columns, request.format.rows];
        let plane = plane(scan, index);
        let Some(spot) = self.space.wants(number, &source, plane, size) else { return Ok(()) };
        let spacing = plane.map_or([1.0; 2], |plane| plane.spacing);
        let frame = decode::frame(stored, codecs);
        let thin = frame.as_ref().ok().and_then(|frame| {
            let format = decode::format(stored);
            Thin::new(frame, &format, &units(request, &format, index), spacing, self.space.edge())
        });
        self.space.put(number, spot, thin)?;
        frame.map(|_| ())
    }

    /// Looks for faces in all that was scanned, and keeps the recipes.
    pub fn faces(&mut self) -> Faces {
        self.space.gather();
        let (faces, recipes) = self.space.faces(&Finder { options: self.options.unwrap_or_default() });
        self.recipes = recipes;
        faces
    }

    /// What is left of the face in all that was scanned.
    pub fn left(&mut self, bytes: &[u8]) -> Result<Left> {
        self.space.gather();
        Ok(worst(self.space.volumes(), &Recipe::from_bytes(bytes)?))
    }

    /// The surface of the head in the best stack.
    pub fn surface(&mut self, bytes: &[u8], yaw: i32, edge: u32, treated: bool) -> Result<Small> {
        let recipe = Recipe::from_bytes(bytes)?;
        let stack = *self.space.volumes().first().ok_or(Code::Mask)?;
        // Several views are asked for, one after the other.
        if self.seen.as_ref().is_none_or(|(pose, _)| *pose != recipe.pose) {
            self.seen = Some((recipe.pose, Head::of(stack, &recipe.pose).ok_or(Code::Mask)?));
        }
        let head = self.seen.as_ref().map(|(_, head)| head).ok_or(Code::Mask)?;
        if !treated {
            return Ok(head.surface(&recipe.pose, yaw, edge));
        }
        let dose = Finder::default().dose(stack, &recipe);
        Ok(head.treated(&recipe, dose).surface(&recipe.pose, yaw, edge))
    }

    /// The knife of a recipe.
    pub fn knife(&mut self, bytes: &[u8]) -> Result<Rc<Knife>> {
        if let Some((last, knife)) = &self.last
            && last == bytes
        {
            return Ok(knife.clone());
        }
        let knife = Rc::new(Knife::new(Recipe::from_bytes(bytes)?));
        self.last = Some((bytes.to_vec(), knife.clone()));
        Ok(knife)
    }
}

/// A face that is taken out of the file at hand.
pub(super) struct Treatment {
    knife: Rc<Knife>,
    dose: Dose,
    spread: Spread,
    /// Whether anything of the file may be cut.
    pub meets: bool,
    /// Voxels that have changed, in the frames that were blackened.
    pub changed: u64,
}

impl Treatment {
    /// Refuses files of which it is not said where each frame lies.
    pub fn new(knife: Rc<Knife>, dose: Dose, request: &Request) -> Result<Self> {
        let scan = request.scan.as_ref().filter(|scan| scan.planes.len() as u64 == u64::from(request.frames)).ok_or(Code::Mask)?;
        let planes = scan.planes.iter().map(Option::as_ref).collect::<Option<Vec<_>>>().ok_or(Code::Mask)?;
        let size = [request.format.columns, request.format.rows];
        if is_mosaic(request) || planes.iter().any(|plane| !crate::face::is_usable(plane, size)) || !(dose.air + dose.tissue).is_finite() {
            return Err(Code::Mask.into());
        }
        let spread = carve::spread(&Stored::new(&request.syntax, &[], &request.format))?;
        let meets = planes.iter().any(|plane| knife.meets(plane, size));
        Ok(Self { knife, dose, spread, meets, changed: 0 })
    }

    /// What is taken out of a frame, beside areas that are black.
    pub fn mask(&self, request: &Request, index: u32, areas: &[Area]) -> Result<Mask> {
        let plane = request.scan.as_ref().and_then(|scan| plane(scan, index)).ok_or(Code::Mask)?;
        let (columns, rows) = (request.format.columns, request.format.rows);
        let areas: Vec<Area> = areas.iter().map(|area| area.within(columns, rows)).collect();
        Ok(self.knife.mask(plane, [columns, rows], self.spread).without(&areas, columns))
    }

    /// Calls `work` with what is taken out of a frame.
    pub fn with<T>(
        &self,
        (request, stored, index): (&Request, &Stored<'_>, u32),
        (areas, palette_black): (&[Area], Option<u32>),
        work: impl FnOnce(&Cut<'_>) -> Result<T>,
    ) -> Result<T> {
        let mask = self.mask(request, index, areas)?;
        let format = decode::format(stored);
        let units = units(request, &format, index);
        work(&Cut { mask: &mask, fill: Fill { format: &format, units: &units, dose: self.dose, palette_black } })
    }
}

fn source<'a>(scan: &'a Scan, request: &'a Request) -> Source<'a> {
    let (modality, words) = (request.facts.modality.as_str(), scan.words.as_str());
    let about = About { series: &scan.series, modality, words, thickness: scan.thickness, location: scan.location };
    Source { about, mosaic: is_mosaic(request) }
}

fn is_mosaic(request: &Request) -> bool {
    request.facts.image_type.split('\\').any(|value| value.trim_matches([' ', '\0']).eq_ignore_ascii_case("MOSAIC"))
}

fn plane(scan: &Scan, index: u32) -> Option<&Plane> {
    scan.planes.get(usize::try_from(index).ok()?)?.as_ref()
}

/// What the words of a frame stand for.
fn units(request: &Request, format: &Format, index: u32) -> Units {
    let own = request.scan.as_ref().and_then(|scan| scan.rescale.get(usize::try_from(index).ok()?));
    Units::new(format, own.copied().unwrap_or(request.rescale), request.padding, &request.facts.modality)
}

#[cfg(test)]
mod tests;
