//! Who looks for heads in stacks, shows them from outside, and measures what is left of their faces.

use super::{
    Dose, Foreground, Found, Grid, Lattice, Left, Modality, Options, Outline, Point, Recipe, Seek, Solid, Sought, Stack, Stays, Volume,
    carried_out, dose, find, layer, left, probes, skin_of, stays, surface,
};
use crate::picture::Small;

/// mm of a cell in which a head is looked at from outside.
const FINE: f32 = 2.0;
/// mm of a cell in which it is told what is air and what is not.
const COARSE: f32 = 4.0;
/// Cells of it, at most.
const CELLS: usize = 2_000_000;
/// What is looked at about the middle of a face, mm: to the sides, behind and before, below and above.
const ABOUT: [(f32, f32); 3] = [(-115.0, 115.0), (-190.0, 90.0), (-130.0, 150.0)];
/// Probes by which a stack can be judged.
const ENOUGH: u32 = 40;

/// Looks for heads by their shape.
#[derive(Clone, Copy, Debug, Default)]
pub struct Finder {
    /// What is asked for.
    pub options: Options,
}

impl Seek for Finder {
    fn find(&self, stack: &Stack, words: bool) -> Sought {
        let modality = Modality::named(&stack.modality);
        let words = if words { stack.words.as_str() } else { "" };
        match find(&Volume(stack), modality, words, &self.options) {
            Found::Nothing => Sought::Nothing,
            Found::Face => Sought::Face,
            Found::FaceOnly(outline) => self.layered(stack, &outline),
            Found::Head(recipe) => match probed(stack, *recipe) {
                Some(recipe) if self.leaves(stack, &recipe) => {
                    // It would be kept back: cut off at the brows, what is left of a forehead lies beside the brain.
                    let layered = skin_of(&Volume(stack), modality).map(|outline| self.layered(stack, &outline));
                    let better = |sought: &Sought| matches!(sought, Sought::Head(recipe) if !self.leaves(stack, recipe));
                    layered.filter(better).unwrap_or_else(|| Sought::Head(Box::new(recipe)))
                }
                probed => probed.map_or(Sought::Face, |recipe| Sought::Head(Box::new(recipe))),
            },
        }
    }

    fn stays(&self, stack: &Stack, recipe: &Recipe) -> Stays {
        // Where nothing stands out of air, no face does.
        Head::of(stack, &recipe.pose).map_or(Stays::Unclear, |head| stays(&head.grid, head.iso, recipe))
    }

    fn dose(&self, stack: &Stack, _: &Recipe) -> Dose {
        let modality = Modality::named(&stack.modality);
        let (grid, foreground) = foreground(stack, modality);
        match foreground {
            Some(foreground) => dose(&grid, &foreground, modality),
            // There is nothing but air, or nothing but tissue.
            None => Dose { air: least(&grid), tissue: least(&grid) },
        }
    }
}

impl Finder {
    /// Another skin for what is there: the first under which the face does not show, else the first.
    fn layered(&self, stack: &Stack, outline: &Outline) -> Sought {
        // By chance its waves may rise and fall as the face does: then they do not where they are turned.
        let layers = [false, true].into_iter().filter_map(|turned| layer(outline, &self.options, turned));
        let mut recipes = layers.filter_map(|recipe| probed(stack, recipe));
        let Some(first) = recipes.next() else { return Sought::Face };
        let hides = |recipe: &Recipe| !self.leaves(stack, recipe);
        let recipe = if hides(&first) { first } else { recipes.find(hides).unwrap_or(first) };
        Sought::Head(Box::new(recipe))
    }

    /// Whether the face would still show.
    fn leaves(&self, stack: &Stack, recipe: &Recipe) -> bool {
        let dose = self.dose(stack, recipe);
        Head::of(stack, &recipe.pose).is_none_or(|head| !head.treated(recipe, dose).left(recipe).is_gone())
    }
}

/// With its probes: without them nobody can tell afterwards whether the face is gone.
fn probed(stack: &Stack, mut recipe: Recipe) -> Option<Recipe> {
    let head = Head::of(stack, &recipe.pose)?;
    recipe.probes = probes(&head.grid, head.iso, &recipe.pose);
    (!recipe.probes.is_empty()).then_some(recipe)
}

/// A head, close enough to be looked at.
#[derive(Clone, Debug)]
pub struct Head {
    grid: Grid,
    /// Between air and skin.
    iso: f32,
}

impl Head {
    /// The head of a stack, about its face; nothing where nothing stands out.
    pub fn of(stack: &Stack, pose: &[Point; 4]) -> Option<Self> {
        let modality = Modality::named(&stack.modality);
        let iso = Foreground::threshold(&coarse(stack), modality)?;
        let volume = Volume(stack);
        let (low, high) = volume.bounds();
        let (mut from, mut to) = ([f32::INFINITY; 3], [f32::NEG_INFINITY; 3]);
        for corner in 0..8_u32 {
            let [middle, front, up, right] = *pose;
            let [side, ahead, height] = ABOUT;
            let pick = |bit: u32, (least, most): (f32, f32)| if corner >> bit & 1 == 0 { least } else { most };
            let (a, b, c) = (pick(0, side), pick(1, ahead), pick(2, height));
            let axes = from.iter_mut().zip(&mut to).zip(middle).zip(right).zip(front).zip(up);
            for (((((from, to), middle), right), front), up) in axes {
                let place = middle + right * a + front * b + up * c;
                (*from, *to) = (from.min(place), to.max(place));
            }
        }
        for (((from, to), low), high) in from.iter_mut().zip(&mut to).zip(low).zip(high) {
            (*from, *to) = (from.clamp(low, high), to.clamp(low, high));
        }
        Some(Self { grid: volume.sample(&Lattice::covering(from, to, FINE)), iso })
    }

    /// As it would be with its face taken out.
    pub fn treated(&self, recipe: &Recipe, dose: Dose) -> Self {
        Self { grid: carried_out(&self.grid, recipe, dose), iso: self.iso }
    }

    /// Its surface: see [`surface`].
    pub fn surface(&self, pose: &[Point; 4], yaw: i32, edge: u32) -> Small {
        surface(&self.grid, self.iso, pose, yaw.clamp(-180, 180) as f32, 0.0, edge)
    }

    /// What is left of a face.
    pub fn left(&self, recipe: &Recipe) -> Left {
        left(&self.grid, self.iso, &recipe.probes)
    }
}

/// What is left of a face in the worst of some stacks that show enough of it to tell; no probes where none does.
pub fn worst<'a>(stacks: impl IntoIterator<Item = &'a Stack>, recipe: &Recipe) -> Left {
    let mut worst = Left::default();
    for stack in stacks {
        let Some(left) = Head::of(stack, &recipe.pose).map(|head| head.left(recipe)) else { continue };
        if left.probes >= ENOUGH {
            worst.skin = worst.skin.max(left.skin);
            worst.relief = worst.relief.max(left.relief);
            worst.probes = worst.probes.max(left.probes);
        }
    }
    worst
}

fn foreground(stack: &Stack, modality: Modality) -> (Grid, Option<Foreground>) {
    let grid = coarse(stack);
    let foreground = Foreground::of(&grid, modality);
    (grid, foreground)
}

/// All of a stack, as far as it takes to tell what is air.
fn coarse(stack: &Stack) -> Grid {
    let volume = Volume(stack);
    let (low, high) = volume.bounds();
    let mut step = COARSE;
    while Lattice::covering(low, high, step).len() > CELLS {
        step *= 2.0;
    }
    volume.sample(&Lattice::covering(low, high, step))
}

fn least(grid: &Grid) -> f64 {
    let least = grid.values.iter().copied().fold(f32::INFINITY, f32::min);
    if least.is_finite() { f64::from(least) } else { 0.0 }
}
