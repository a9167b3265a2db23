//! Both passes over one file, so many times over: what a counter of instructions is run around.
//!
//! Arguments: `read` (the first pass alone) or `scrub` (both), a policy as JSON, a file, how many times.

use std::env::args;
use std::error::Error;
use std::fs;
use std::io::Cursor;

use scan_scrubber::file::kind;
use scan_scrubber::tools::{Lexicon, Tools};
use scan_scrubber::{Identifiers, Key, Policy, Session, Source};

fn main() -> Result<(), Box<dyn Error>> {
    let [mode, policy, file, times] = args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "mode, policy, file, times")?;
    let bytes = fs::read(file)?;
    let lexicon = Lexicon::read(include_bytes!("../../src/profile/data/lexicon.bin"))?;
    // No character set but ASCII: what is shipped asks the browser.
    let decode = |_: &str, bytes: &[u8]| std::str::from_utf8(bytes).ok().map(str::to_owned);
    let key: Vec<u8> = (0..32).collect();
    let mut session = Session::new(Policy::parse(&policy)?, Key::new(&key)?, Tools { lexicon, decode, pictures: None })?;
    let times = times.parse::<usize>()?;
    let mut identifiers = Identifiers::default();
    for _ in 0..times {
        let mut source = Source::new(Cursor::new(&bytes))?;
        let kind = kind(&mut source)?;
        identifiers = session.look(&mut source, kind)?.identifiers;
    }
    if mode == "scrub" {
        // As in a batch: the search is set up once.
        session.hunt(identifiers, false)?;
        for _ in 0..times {
            let mut source = Source::new(Cursor::new(&bytes))?;
            let kind = kind(&mut source)?;
            let scrubbed = session.scrub(&mut source, kind, false, &mut |_| {})?;
            assert!(!scrubbed.file.is_empty(), "nothing was written");
        }
    }
    Ok(())
}
