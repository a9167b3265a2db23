//! Ceilings, each with its reason. Hitting one is an ordinary [`crate::Error`], and costs one file.

/// Sequences within sequences. Structured reports of real devices reach 10 to 15.
pub const DEPTH: usize = 64;

/// Data Elements and Items walked in one file. An enhanced multi-frame object of 10,000 frames has about 600,000.
pub const TOKENS: usize = 2_000_000;

/// Data Elements and Items held in memory for one file, at about 100 bytes each.
pub const HELD: usize = 600_000;

/// Bytes of one value that is held in memory; Pixel Data is not.
pub const VALUE: u64 = 16 << 20;

/// Bytes of all values of one file that are held in memory.
pub const HEADER: u64 = 64 << 20;

/// Private elements held in memory for one file, with all that private Sequences hold, and their creators: what is beyond stays in the file.
/// 1,000 frames of an enhanced MR have about 100,000.
pub const PRIVATE: usize = 150_000;

/// Bytes of all private values of one file that are held in memory.
pub const PRIVATE_BYTES: u64 = 16 << 20;

/// Bytes of one private value that is held: 1,024 numbers of 64 bits, or as many decimal strings of 24 characters.
pub const PRIVATE_VALUE: u64 = 25 << 10;

/// Bytes of a Private Creator: 64 characters, and padding.
pub const CREATOR: u64 = 66;

/// Bytes of a deflated data set, or of a packed archive entry, once unpacked: counted on real output.
pub const INFLATED: u64 = 512 << 20;

/// Entries of one archive.
pub const ENTRIES: usize = 50_000;

/// Bytes of an archive's central directory. 50,000 entries with 1,000-byte names need about this much.
pub const DIRECTORY: u64 = 64 << 20;

/// Bytes fetched when a header is first looked at: most headers of CT and MR fit.
pub const FIRST_READ: usize = 64 << 10;

/// Bytes of Pixel Data inspected at a time.
pub const CHUNK: usize = 4 << 20;

/// Bytes of native Pixel Data inspected at a time: few enough to lie in a processor's own cache between the reading and the look.
pub const STRIDE: usize = 512 << 10;

/// Fragments of one encapsulated Pixel Data.
pub const FRAGMENTS: usize = 1_000_000;

/// Characters below which an identifier is not hunted: shorter ones are found everywhere.
pub const SHORTEST_IDENTIFIER: usize = 4;

/// Bytes of one text value that is decoded: longer ones are not kept. A long report has some ten thousand.
pub const TEXT: usize = 4 << 20;

/// Bytes of all identifiers of one file. A structured report that names a hundred people has about 10,000.
pub const IDENTIFIERS: usize = 1 << 20;

/// Bytes of one identifier: of names and addresses, the longest have some hundred.
pub const IDENTIFIER: usize = 1_024;

/// Bytes of all forms that a batch's identifiers are hunted in: the search needs about ten times as many.
pub const PATTERNS: usize = 16 << 20;

/// Bytes of one decoded frame: a mammogram of 4,000 by 5,000 pixels has 40 MB, a scanned page in colour up to 100 MB.
pub const FRAME: u64 = 256 << 20;

/// Bytes of all frames of one Frame of Reference that are held, thinned, to look for faces: 320 frames of 512 by 512 have 20 MB.
pub const SCANNED: usize = 160 << 20;

/// Stacks of one Frame of Reference: of the directions that turning projections have, there are some hundred.
pub const STACKS: usize = 256;

/// Cells of a field of what is cut out of a head: one of 300 mm a side at 2 mm has 3.4 million.
pub const CELLS: usize = 16 << 20;

/// Places of the skin of a face that are measured.
pub const PROBES: usize = 1 << 16;
