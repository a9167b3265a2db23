//! All that was scanned of one Frame of Reference, and what becomes of each file of it.

use std::collections::{BTreeMap, BTreeSet};

use super::stack::{FEWEST, dot};
use super::{About, Dose, Faces, Part, Place, Plane, Point, Recipe, Spot, Stack, Stacks, Thin, Verdict, is_usable};
use crate::error::Result;

/// Whoever looks for a head in a stack.
pub trait Seek {
    /// What there is; without `words`, whatever the header says.
    fn find(&self, stack: &Stack, words: bool) -> Sought;

    /// Whether the face of a recipe that was made of another stack lies in this one where it says, as far as can be seen.
    fn stays(&self, stack: &Stack, recipe: &Recipe) -> Stays;

    /// What air and tissue are in the images of a stack.
    fn dose(&self, stack: &Stack, recipe: &Recipe) -> Dose;
}

/// What was found in one stack.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// No head, or one without a face.
    Nothing,
    /// A face may be there, and cannot be taken out.
    Face,
    /// A head, and what is to be done.
    Head(Box<Recipe>),
}

/// Whether a face lies where a recipe says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// It does.
    There,
    /// Too little of it was imaged to show who it is.
    Unseen,
    /// No face shows where one could lie that has moved a little.
    Unclear,
    /// It shows elsewhere.
    No,
}

/// A file, as its header has it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The stack that its frames may be of.
    pub about: About<'a>,
    /// Its frames are mosaics of many (Image Type says MOSAIC): where each lies is not where it shows.
    pub mosaic: bool,
}

/// What was scanned.
#[derive(Clone, Debug, Default)]
pub struct Space {
    files: Vec<File>,
    stacks: Stacks,
    /// By stack.
    crowds: BTreeMap<usize, Crowd>,
}

/// What is said of all the frames of a stack, whether they are held or not.
#[derive(Clone, Debug, Default)]
struct Crowd {
    frames: usize,
    /// Slice Locations, in tenths of a mm; no more of them than tell a volume.
    locations: BTreeSet<i64>,
    /// Files that the frames are of; no more of them than tell a volume.
    files: BTreeSet<usize>,
    /// A frame is said to begin in the very middle of the room, where none does: nobody filled that in.
    nowhere: bool,
}

impl Crowd {
    fn add(&mut self, file: usize, about: &About<'_>, plane: &Plane) {
        self.frames = self.frames.saturating_add(1);
        if self.files.len() < FEWEST {
            self.files.insert(file);
        }
        self.nowhere |= plane.position.iter().all(|mm| *mm == 0.0);
        if let Some(mm) = about.location.filter(|mm| mm.is_finite() && self.locations.len() < FEWEST) {
            self.locations.insert((mm * 10.0).round() as i64);
        }
    }

    fn join(&mut self, other: Self) {
        self.frames = self.frames.saturating_add(other.frames);
        self.nowhere |= other.nowhere;
        self.locations.extend(other.locations);
        self.files.extend(other.files);
    }

    /// Whether these are slices of a volume, though all are said to lie where hardly any does. Many frames of one place may as well be times
    /// or echoes of it: of many files of a head, one Slice Location that is the same in all has to say so.
    fn is_misplaced(&self, part: Part) -> bool {
        let unsaid = part == Part::Head && self.locations.is_empty() && self.files.len() >= FEWEST;
        self.frames >= FEWEST && (self.nowhere || self.locations.len() >= FEWEST || unsaid)
    }
}

/// What is known of a file.
#[derive(Clone, Debug, Default)]
struct File {
    /// Frames that lie in each stack.
    stacks: BTreeMap<usize, usize>,
    /// Frames of which nothing says where they lie.
    unplaced: usize,
    /// Frames that could not be decoded, that lie where nothing can, or in too many directions.
    amiss: usize,
    /// Frames of mosaics.
    mosaics: usize,
    /// A head is meant, by its own words.
    head: bool,
}

impl File {
    /// Whether each of its frames lies somewhere.
    const fn is_whole(&self) -> bool {
        self.unplaced == 0 && self.mosaics == 0 && self.amiss == 0
    }
}

/// Searches made. Beyond, a face may be there.
const SEARCHED: usize = 32;

/// Searches made where a head was found, to find it more surely.
const CHECKED: usize = 5;

/// How much of the best stack's worth makes another one worth such a search.
const WORTHY: f64 = 0.5;

/// How far apart two poses of one head are that has not moved: mm, and the cosine of 8 degrees.
const MOVED: (f32, f32) = (8.0, 0.99);

impl Space {
    /// Begins with a file: its number.
    pub fn open(&mut self, source: &Source<'_>) -> usize {
        // What blood flow is imaged in by mosaics is the brain.
        let head = source.about.words.contains("BOLD") || Part::named(source.about.words) == Part::Head;
        self.files.push(File { head, ..File::default() });
        self.files.len() - 1
    }

    /// Where a frame of a file is wanted; nothing where it need not be decoded.
    pub fn wants(&mut self, number: usize, source: &Source<'_>, plane: Option<&Plane>, size: [u32; 2]) -> Option<Spot> {
        let file = self.files.get_mut(number)?;
        let Some(plane) = plane else {
            file.unplaced += 1;
            return None;
        };
        if source.mosaic {
            file.mosaics += 1;
            return None;
        }
        if !is_usable(plane, size) {
            file.amiss += 1;
            return None;
        }
        let (stack, spot) = match self.stacks.place(&source.about, plane, size) {
            Place::First(spot) => (spot.stack, Some(spot)),
            Place::Again(stack) => (stack, None),
            Place::Loose => {
                file.amiss += 1;
                return None;
            }
        };
        *file.stacks.entry(stack).or_default() += 1;
        self.crowds.entry(stack).or_default().add(number, &source.about, plane);
        spot
    }

    /// mm that frames are to be thinned to.
    pub fn edge(&self) -> f64 {
        self.stacks.edge()
    }

    /// Takes a frame that was wanted; nothing where it could not be decoded.
    ///
    /// # Errors
    /// As [`Stacks::put`].
    pub fn put(&mut self, file: usize, spot: Spot, thin: Option<Thin>) -> Result<()> {
        let Some(thin) = thin else {
            if let Some(file) = self.files.get_mut(file) {
                file.amiss += 1;
            }
            return Ok(());
        };
        let put = self.stacks.put(spot, thin);
        if put.is_err()
            && let Some(file) = self.files.get_mut(file)
        {
            file.amiss += 1;
        }
        put
    }

    /// To be called once all is scanned: images that are each a Series of their own make volumes together.
    pub fn gather(&mut self) {
        let now = self.stacks.gather();
        for (stack, crowd) in std::mem::take(&mut self.crowds) {
            self.crowds.entry(now.get(stack).copied().unwrap_or(stack)).or_default().join(crowd);
        }
        for file in &mut self.files {
            let mut stacks: BTreeMap<usize, usize> = BTreeMap::new();
            for (stack, frames) in &file.stacks {
                *stacks.entry(now.get(*stack).copied().unwrap_or(*stack)).or_default() += frames;
            }
            file.stacks = stacks;
        }
    }

    /// Stacks that make volumes, the most worthy first.
    pub fn volumes(&self) -> Vec<&Stack> {
        self.ranked().into_iter().map(|(_, stack)| stack).collect()
    }

    fn ranked(&self) -> Vec<(usize, &Stack)> {
        let mut ranked: Vec<_> = self.stacks.all().iter().enumerate().filter(|(_, stack)| stack.worth() > 0.0).collect();
        // Those of equal worth stay in the order in which they came.
        ranked.sort_by(|(_, a), (_, b)| b.worth().total_cmp(&a.worth()));
        ranked
    }

    /// Looks for faces: what becomes of each file, and recipes.
    pub fn faces(&self, seek: &dyn Seek) -> (Faces, Vec<Recipe>) {
        let outcome = self.search(seek);
        let dose = |stack: usize, recipe: &Recipe| match self.stacks.all().get(stack) {
            Some(stack) => seek.dose(stack, recipe),
            None => Dose { air: 0.0, tissue: 0.0 },
        };
        let mut doses: BTreeMap<usize, Dose> = BTreeMap::new();
        let verdicts = self.files.iter().map(|file| {
            let most = file.stacks.iter().max_by_key(|(stack, frames)| (**frames, usize::MAX - **stack)).map(|(stack, _)| *stack);
            match (most, outcome.main) {
                (Some(stack), Some(main)) if file.is_whole() && !file.stacks.keys().any(|stack| outcome.faces.contains(stack)) => {
                    let number = outcome.own.get(&stack).copied().unwrap_or(main);
                    let Some(recipe) = outcome.recipes.get(number) else { return Verdict::Face };
                    let dose = *doses.entry(stack).or_insert_with(|| dose(stack, recipe));
                    Verdict::Treat { recipe: u32::try_from(number).unwrap_or(u32::MAX), tier: recipe.tier, mode: recipe.mode, dose }
                }
                (_, main) => self.without(file, main.is_some(), &outcome),
            }
        });
        let verdicts = verdicts.collect();
        (Faces { verdicts, recipes: u32::try_from(outcome.recipes.len()).unwrap_or(u32::MAX) }, outcome.recipes)
    }

    /// What becomes of a file that no recipe is for.
    fn without(&self, file: &File, is_found: bool, outcome: &Outcome) -> Verdict {
        let is_volume = |stack: &usize| self.stacks.all().get(*stack).is_some_and(Stack::is_deep);
        let is_placed = !file.stacks.is_empty() || file.mosaics > 0 || file.amiss > 0;
        if !is_placed {
            // Nothing says where it lies: others have to tell what it is. But many slices of a head are one, in whatever order they come.
            let many = self.files.iter().filter(|file| file.head).map(|file| file.unplaced).sum::<usize>() >= FEWEST;
            return if file.head && many { Verdict::Face } else { Verdict::Flat };
        }
        let may_show = is_found || file.amiss > 0 || file.mosaics > 0 && file.head;
        if may_show || file.stacks.keys().any(|stack| outcome.faces.contains(stack)) {
            Verdict::Face
        } else if file.stacks.keys().any(is_volume) {
            Verdict::Clear
        } else {
            Verdict::Flat
        }
    }

    fn search(&self, seek: &dyn Seek) -> Outcome {
        let mut outcome = Outcome::default();
        let (mut searched, mut best, mut others) = (0, None::<f64>, Vec::new());
        for (number, stack) in self.ranked() {
            // One that is sure, of the best stack, is sought for again where others may show it more surely.
            let most = best.map_or(SEARCHED, |worth| if stack.worth() < worth * WORTHY { 0 } else { CHECKED });
            if searched >= most {
                others.push((number, stack));
                continue;
            }
            searched += 1;
            match seek.find(stack, true) {
                Sought::Head(recipe) => {
                    best = best.or(Some(stack.worth()));
                    outcome.take(number, *recipe);
                }
                sought => {
                    if sought == Sought::Face {
                        outcome.faces.insert(number);
                    }
                    others.push((number, stack));
                }
            }
        }
        match best {
            Some(_) => self.follow(seek, &mut outcome, others, searched),
            None => outcome.faces.extend(others.iter().skip(searched).map(|(number, _)| *number)),
        }
        let found = outcome.main.is_some();
        outcome.faces.extend(self.misplaced().filter(|(_, part)| found || *part != Part::Elsewhere).map(|(number, _)| number));
        outcome
    }

    /// Stacks whose frames do not lie where they are said to, and what their headers name. Nothing can be searched, or cut, in them.
    fn misplaced(&self) -> impl Iterator<Item = (usize, Part)> + '_ {
        let few = self.crowds.iter().filter_map(|(number, crowd)| Some((*number, crowd, self.stacks.all().get(*number)?)));
        few.filter(|(_, _, stack)| stack.len() < FEWEST).filter_map(|(number, crowd, stack)| {
            let part = Part::named(&stack.words);
            crowd.is_misplaced(part).then_some((number, part))
        })
    }

    /// Looks whether the patient has moved between the stack in which the head was found and those in which it was not: these leave only
    /// where it lies as there, or where no face shows.
    fn follow(&self, seek: &dyn Seek, outcome: &mut Outcome, others: Vec<(usize, &Stack)>, mut searched: usize) {
        for (number, stack) in others {
            outcome.faces.remove(&number);
            let stays = outcome.first().map_or(Stays::No, |main| seek.stays(stack, main));
            if matches!(stays, Stays::There | Stays::Unseen) {
                continue;
            }
            searched += 1;
            let sought = if searched > SEARCHED { Sought::Face } else { seek.find(stack, stays == Stays::No) };
            match sought {
                Sought::Head(recipe) => outcome.take(number, *recipe),
                Sought::Nothing if stays == Stays::Unclear => {}
                _ => drop(outcome.faces.insert(number)),
            }
        }
    }
}

/// What was found in all stacks.
#[derive(Debug, Default)]
struct Outcome {
    /// The recipe for all stacks that have none of their own.
    main: Option<usize>,
    recipes: Vec<Recipe>,
    /// Recipes of stacks in which the head lies elsewhere.
    own: BTreeMap<usize, usize>,
    /// Stacks in which a face may be that no recipe is for.
    faces: BTreeSet<usize>,
}

impl Outcome {
    /// The recipe for all stacks that have none of their own.
    fn first(&self) -> Option<&Recipe> {
        self.recipes.get(self.main?)
    }

    fn take(&mut self, stack: usize, recipe: Recipe) {
        let Some((number, main)) = self.main.and_then(|main| Some((main, self.recipes.get_mut(main)?))) else {
            self.main = Some(self.recipes.len());
            self.own.insert(stack, self.recipes.len());
            self.recipes.push(recipe);
            return;
        };
        if has_moved(&main.pose, &recipe.pose) {
            // It is a matter of this stack where its head lies, unless that is less sure: then a person has to look.
            self.own.insert(stack, self.recipes.len());
            self.recipes.push(recipe);
        } else if recipe.tier < main.tier {
            *main = recipe;
            self.own.insert(stack, number);
        }
    }
}

fn has_moved(one: &[Point; 4], other: &[Point; 4]) -> bool {
    let ([at, front, up, _], [to, ahead, above, _]) = (one.map(double), other.map(double));
    let apart = [at[0] - to[0], at[1] - to[1], at[2] - to[2]];
    let (mm, cosine) = MOVED;
    dot(apart, apart).sqrt() > f64::from(mm) || dot(front, ahead).min(dot(up, above)) < f64::from(cosine)
}

fn double(point: Point) -> [f64; 3] {
    point.map(f64::from)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
