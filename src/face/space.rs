//! All that was scanned of one Frame of Reference, and what becomes of each file of it.

use std::collections::BTreeMap;

use super::stack::{FEWEST, dot};
use super::{About, Dose, Faces, Place, Plane, Point, Recipe, Spot, Stack, Stacks, Thin, Tier, Verdict, is_usable};
use crate::error::Result;

/// Whoever looks for a head in a stack.
pub trait Seek {
    /// What there is.
    fn find(&self, stack: &Stack) -> Sought;

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

/// Searches made where a head was found: of stacks that may show another one, since the patient has moved.
const CHECKED: usize = 5;

/// Searches made where none is found. Beyond, a face may be there.
const SEARCHED: usize = 32;

/// How much of the best stack's worth makes another one worth a search of its own.
const WORTHY: f64 = 0.5;

/// How far apart two poses of one head are that has not moved: mm, and the cosine of 8 degrees.
const MOVED: (f32, f32) = (8.0, 0.99);

/// Words of a header that mean a head.
const HEAD: [&str; 13] =
    ["HEAD", "BRAIN", "SKULL", "FACE", "FACIAL", "NECK", "SINUS", "ORBIT", "NEURO", "CRAN", "DENT", "TEMPORAL", "BOLD"];

impl Space {
    /// Begins with a file: its number.
    pub fn open(&mut self, source: &Source<'_>) -> usize {
        let head = HEAD.iter().any(|word| source.about.words.contains(word));
        self.files.push(File { head, ..File::default() });
        self.files.len() - 1
    }

    /// Where a frame of a file is wanted; nothing where it need not be decoded.
    pub fn wants(&mut self, file: usize, source: &Source<'_>, plane: Option<&Plane>, size: [u32; 2]) -> Option<Spot> {
        let file = self.files.get_mut(file)?;
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
        match self.stacks.place(&source.about, plane, size) {
            Place::First(spot) => {
                *file.stacks.entry(spot.stack).or_default() += 1;
                Some(spot)
            }
            Place::Again(stack) => {
                *file.stacks.entry(stack).or_default() += 1;
                None
            }
            Place::Loose => {
                file.amiss += 1;
                None
            }
        }
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
                (Some(stack), Some(main)) if file.unplaced == 0 && file.mosaics == 0 && file.amiss == 0 => {
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
        let is_volume = |stack: &usize| self.stacks.all().get(*stack).is_some_and(|stack| stack.len() >= FEWEST);
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
        let ranked = self.ranked();
        let mut outcome = Outcome::default();
        let mut searched = 0;
        let mut best: Option<(f64, Tier)> = None;
        for (number, stack) in ranked {
            let is_over = match best {
                // One that is sure, of the best stack, is looked for again only where the patient may have moved.
                Some((worth, _)) => searched >= CHECKED || stack.worth() < worth * WORTHY,
                None => searched >= SEARCHED,
            };
            if is_over {
                if best.is_none() {
                    outcome.faces.push(number);
                }
                continue;
            }
            searched += 1;
            match seek.find(stack) {
                Sought::Nothing => {}
                Sought::Face => outcome.faces.push(number),
                Sought::Head(recipe) => {
                    let worth = best.map_or_else(|| stack.worth(), |(worth, _)| worth);
                    let tier = best.map_or(recipe.tier, |(_, tier)| tier.min(recipe.tier));
                    outcome.take(number, *recipe);
                    best = Some((worth, tier));
                }
            }
        }
        outcome
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
    /// Stacks in which a face may be.
    faces: Vec<usize>,
}

impl Outcome {
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
