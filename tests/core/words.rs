//! Clean Descriptors, measured (PS3.15 E.3.5): descriptors with and without planted names, dates, numbers and addresses.
//!
//! `words/make.py` plants them. The vocabulary was made without the names of `planted.tsv`; those of `held-out.tsv` it has not seen.

use std::collections::BTreeSet;

use scan_scrubber::plan::words::clean;
use scan_scrubber::profile::{Lexicon, fold};

use crate::harness::tools;

const DESCRIPTORS: &str = include_str!("words/descriptors.txt");
const PLANTED: &str = include_str!("words/planted.tsv");
const HELD_OUT: &str = include_str!("words/held-out.tsv");

/// Words that need not stay where a neighbour went.
const SMALL: [&str; 24] = [
    "a", "al", "an", "and", "con", "com", "da", "de", "del", "der", "des", "do", "du", "et", "in", "is", "la", "mit", "of", "on", "po",
    "the", "to", "und",
];

/// One who tries to remove something.
struct Row<'t> {
    kind: &'t str,
    text: &'t str,
    planted: Vec<&'t str>,
    descriptor: &'t str,
}

fn rows(file: &str) -> Vec<Row<'_>> {
    file.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Row { kind: cells[0], text: cells[1], planted: cells[2].split(' ').collect(), descriptor: cells[3] }
        })
        .collect()
}

/// Runs of letters and digits, folded.
fn tokens(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|run| !run.is_empty()).map(fold).collect()
}

/// Runs of letters alone, and of digits alone.
fn parts(text: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for run in text.split(|letter: char| !letter.is_alphabetic()).chain(text.split(|letter: char| !letter.is_ascii_digit())) {
        parts.insert(fold(run));
    }
    parts
}

/// What of a descriptor must stay: all that is not in braces.
fn useful(descriptor: &str) -> Vec<String> {
    let outside = descriptor.split('{').enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once('}').unwrap().1 });
    outside.flat_map(tokens).collect()
}

/// How many of the `useful` words are left.
fn kept(useful: &[String], left: &str) -> usize {
    let mut left = tokens(left);
    useful.iter().filter(|word| left.iter().position(|one| one == *word).map(|at| left.swap_remove(at)).is_some()).count()
}

/// What of the planted words is left, beside those that the descriptor has itself.
fn leaks<'r>(row: &Row<'r>, left: &str) -> Vec<&'r str> {
    let (left, own) = (parts(left), parts(row.descriptor));
    row.planted.iter().copied().filter(|word| left.contains(&fold(word)) && !own.contains(&fold(word))).collect()
}

fn lexicon() -> Lexicon {
    tools().lexicon
}

fn knows_nothing(_: &str) -> bool {
    false
}

#[test]
fn useful_words_of_descriptors_stay() {
    let lexicon = lexicon();
    for half in 0..2 {
        let (mut all, mut stayed, mut lost) = (0, 0, Vec::new());
        for descriptor in DESCRIPTORS.lines().skip(1).enumerate().filter(|(at, _)| at % 2 == half).map(|(_, line)| line) {
            let left = clean(&descriptor.replace(['{', '}'], ""), &lexicon, &knows_nothing);
            let useful = useful(descriptor);
            all += useful.len();
            stayed += kept(&useful, &left);
            if kept(&useful, &left) < useful.len() {
                lost.push(format!("{descriptor} -> {left}"));
            }
        }
        let which = if half == 0 { "tuned on" } else { "held out" };
        println!("{which}: {stayed} of {all} useful words stayed, {:.2} %\n  {}", share(stayed, all), lost.join("\n  "));
        assert!(share(stayed, all) >= 97.0);
    }
}

#[test]
fn what_is_planted_goes_though_the_batch_does_not_know_it() {
    let lexicon = lexicon();
    for (which, file) in [("tuned on", PLANTED), ("held out", HELD_OUT)] {
        let mut in_all = (0, 0);
        for kind in ["name", "date", "number", "address"] {
            let rows: Vec<Row<'_>> = rows(file).into_iter().filter(|row| row.kind == kind).collect();
            let (mut gone, mut all, mut stayed, mut seen) = (0, 0, 0, Vec::new());
            for row in &rows {
                let left = clean(row.text, &lexicon, &knows_nothing);
                let leaks = leaks(row, &left);
                gone += usize::from(leaks.is_empty());
                if !leaks.is_empty() {
                    seen.push(format!("{} -> {left}: {leaks:?}", row.text));
                }
                let useful: Vec<String> = useful(row.descriptor)
                    .into_iter()
                    .filter(|word| {
                        word.chars().any(char::is_alphabetic) && word.chars().nth(1).is_some() && !SMALL.contains(&word.as_str())
                    })
                    .collect();
                all += useful.len();
                stayed += kept(&useful, &left);
            }
            println!(
                "{which}, {kind}: {gone} of {} gone, {:.2} %; {stayed} of {all} useful words stayed, {:.2} %\n  {}",
                rows.len(),
                share(gone, rows.len()),
                share(stayed, all),
                seen.join("\n  "),
            );
            // Of an address, what is left is "Avenue" or "LT": kinds of place, and codes that are words of medicine too.
            assert!(share(gone, rows.len()) >= if kind == "address" { 95.0 } else { 99.5 });
            in_all = (in_all.0 + stayed, in_all.1 + all);
        }
        println!("{which}, all kinds: {:.2} % of useful words stayed", share(in_all.0, in_all.1));
        assert!(share(in_all.0, in_all.1) >= 97.0);
    }
}

#[test]
fn what_the_batch_knows_goes_always() {
    let lexicon = lexicon();
    for (which, file) in [("tuned on", PLANTED), ("held out", HELD_OUT)] {
        let rows = rows(file);
        for row in &rows {
            let known: Vec<String> = row.planted.iter().map(|word| fold(word)).collect();
            let finds = |text: &str| parts(text).iter().any(|part| known.contains(part));
            let left = clean(row.text, &lexicon, &finds);
            assert!(!finds(&left), "{} -> {left}", row.text);
            assert_eq!(clean(&left, &lexicon, &finds), left);
        }
        println!("{which}: {} of {} known gone", rows.len(), rows.len());
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}
