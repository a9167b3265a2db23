//! Lists of words by what they show: of units, of names, of places. All are folded, and sorted so that they can be searched.

/// Titles: a name follows.
#[rustfmt::skip]
pub const TITLES: [&str; 47] = [
    "dhr", "docteur", "doctor", "doctora", "dokter", "doktor", "dott", "dottore", "dottoressa", "dottssa", "doutor", "doutora",
    "dra", "drs", "frau", "fraulein", "herr", "herrn", "lady", "madame", "mademoiselle", "meneer", "mevr", "mevrouw", "miss",
    "mister", "mlle", "mme", "monsieur", "mrs", "prof", "profa", "profesor", "professeur", "professor", "professore", "schwester",
    "senhor", "senhora", "senor", "senora", "signor", "signora", "sigra", "sir", "sra", "srta",
];

/// Titles, unless a word of medicine follows: they are modalities, units or words too.
#[rustfmt::skip]
pub const MAYBE_TITLES: [&str; 15] = [
    "doc", "don", "dr", "fr", "hr", "ing", "m", "med", "mr", "ms", "pd", "pr", "sig", "sr", "univ",
];

/// Who did or asked something, and who it was done to: a name follows a colon, or is there if an unknown word follows.
#[rustfmt::skip]
pub const ROLES: [&str; 53] = [
    "apellido", "apellidos", "arts", "arzt", "attending", "attn", "by", "cognome", "consultant", "contact", "for", "from", "geb",
    "geboren", "medecin", "medico", "mta", "mtra", "naam", "nachname", "name", "nee", "nom", "nombre", "nome", "nurse", "op",
    "operator", "ordered", "paciente", "pat", "patient", "paziente", "per", "performed", "physician", "prenom", "pt",
    "radiographer", "radiologist", "radiologue", "ref", "referred", "referrer", "referring", "reported", "requested", "requestor",
    "surgeon", "surname", "tech", "technician", "technologist",
];

/// Names of numbers and codes that tell a person or a case.
#[rustfmt::skip]
pub const NUMBERS: [&str; 36] = [
    "acc", "accession", "account", "born", "case", "cell", "cpf", "cpr", "dni", "dob", "fax", "fon", "geb", "geburtsdatum",
    "handy", "hn", "hosp", "id", "insee", "ipp", "mobil", "mrn", "ndeg", "nhs", "nif", "nir", "nr", "patid", "pesel", "phone",
    "plz", "ssn", "tel", "telefon", "telefono", "zip",
];

/// Kinds of street before the street's name.
#[rustfmt::skip]
pub const STREETS_BEFORE: [&str; 25] = [
    "alameda", "avda", "avenida", "avenue", "boulevard", "bulevar", "calle", "camino", "carrer", "carretera", "chemin", "corso",
    "impasse", "largo", "paseo", "piazza", "plaza", "praca", "quai", "rambla", "rua", "rue", "travessa", "viale", "vicolo",
];

/// Kinds of street after the street's name.
#[rustfmt::skip]
pub const STREETS_AFTER: [&str; 26] = [
    "allee", "ave", "avenue", "blvd", "boulevard", "crescent", "gade", "gasse", "gata", "gatan", "hwy", "laan", "lane", "parkway",
    "platz", "plein", "rd", "road", "square", "str", "straat", "strasse", "street", "utca", "vagen", "weg",
];

/// Units of what is measured. Not among them: anything of one letter.
#[rustfmt::skip]
pub const UNITS: [&str; 81] = [
    "anni", "anos", "ans", "bit", "bits", "bpm", "cc", "cgy", "ch", "cm", "coupes", "day", "days", "deg", "degree", "degrees",
    "dyn", "echo", "echoes", "fps", "fr", "frames", "gbq", "gy", "hours", "hr", "hrs", "hu", "hz", "images", "imgs", "iu",
    "jahre", "kev", "kg", "khz", "kv", "kvp", "mas", "mbq", "mcg", "mci", "mev", "mg", "mgy", "mgycm", "mhz", "min", "mins",
    "minutes", "ml", "mm", "mmhg", "mmol", "months", "ms", "msec", "msv", "phase", "phases", "pixel", "px", "rad", "rows", "sec",
    "seconds", "secs", "shots", "slc", "slices", "stage", "stages", "step", "steps", "tesla", "um", "views", "weeks", "yo", "yr",
    "yrs",
];

/// Units of age or of spans of time: what is over 89 of them is not told.
#[rustfmt::skip]
pub const AGES: [&str; 13] = [
    "a", "anni", "anos", "ans", "jahre", "months", "w", "weeks", "y", "year", "yo", "yr", "yrs",
];

/// Names of settings: a number follows, with "=" or ":" or a space or nothing between.
#[rustfmt::skip]
pub const SETTINGS: [&str; 49] = [
    "angle", "b", "bval", "bvalue", "bw", "delay", "echo", "etl", "fa", "factor", "flip", "fov", "gap", "grid", "jpeg", "kv",
    "kvp", "level", "ma", "mas", "matrix", "mb", "nex", "nsa", "phase", "pitch", "quality", "range", "ratio", "sl", "slice",
    "slices", "st", "td", "te", "th", "thick", "thickness", "thk", "ti", "tr", "transform", "value", "venc", "width", "window",
    "wl", "ww", "zoom",
];

/// Months, in the languages of the vocabulary. OCT is a modality too.
#[rustfmt::skip]
pub const MONTHS: [&str; 82] = [
    "abril", "agosto", "aout", "apr", "april", "aprile", "aug", "august", "augustus", "avril", "dec", "december", "decembre",
    "dez", "dezember", "dezembro", "dicembre", "diciembre", "enero", "feb", "febbraio", "febrero", "februar", "februari",
    "february", "fevereiro", "fevrier", "gennaio", "giugno", "jan", "janeiro", "januar", "januari", "january", "janvier",
    "juillet", "juin", "jul", "julho", "juli", "julio", "july", "jun", "june", "junho", "juni", "junio", "luglio", "maart",
    "maerz", "maggio", "mai", "maio", "mar", "march", "marco", "mars", "marz", "marzo", "may", "mayo", "mei", "nov", "november",
    "novembre", "novembro", "noviembre", "oct", "october", "octobre", "octubre", "okt", "oktober", "ottobre", "outubro", "sep",
    "sept", "september", "septembre", "septiembre", "setembro", "settembre",
];

/// Months in Roman numerals.
pub const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "ix", "v", "vi", "vii", "viii", "x", "xi", "xii"];

/// Kinds and parts of places: they go with their neighbours.
#[rustfmt::skip]
pub const KINDS: [&str; 149] = [
    "alt", "andar", "apartment", "apt", "bloco", "box", "bridge", "building", "bypass", "causeway", "cliff", "close", "club",
    "common", "corner", "corners", "course", "court", "creek", "crescent", "crossing", "curve", "dam", "divide", "drive", "east",
    "estate", "etage", "expressway", "extension", "fall", "falls", "ferry", "flat", "ford", "forest", "fork", "forks", "fort",
    "freeway", "garden", "gardens", "gate", "glen", "green", "grove", "harbor", "haven", "heights", "highway", "hill", "hollow",
    "house", "inlet", "island", "islands", "isle", "junction", "junctions", "keys", "knolls", "lake", "land", "landing", "lights",
    "loaf", "lock", "locks", "lodge", "loop", "mall", "manor", "meadow", "mill", "mills", "mission", "motorway", "mount",
    "mountain", "new", "north", "orchard", "oval", "overpass", "park", "parks", "parkway", "passage", "path", "patio", "piano",
    "pike", "pine", "piso", "place", "plains", "planta", "pod", "point", "port", "ports", "postfach", "prairie", "private",
    "promenade", "radial", "ramp", "ranch", "ridge", "ring", "river", "rota", "route", "row", "shoal", "shore", "shores",
    "skyway", "south", "spring", "springs", "spur", "square", "squares", "station", "stream", "studio", "suite", "summit", "sur",
    "terrace", "trail", "tunnel", "turnpike", "underpass", "union", "unions", "valley", "valleys", "via", "viaduct", "village",
    "ville", "vista", "walk", "way", "well", "wells", "west",
];

/// Two letters that are no state's beside a number that went.
#[rustfmt::skip]
pub const MODALITIES: [&str; 28] = [
    "ap", "ax", "cr", "ct", "dx", "fl", "ir", "lt", "mg", "mr", "nm", "ob", "pa", "pd", "pe", "pt", "rf", "rm", "rt", "rx", "sc",
    "se", "sr", "tc", "te", "us", "xa", "xr",
];

/// Reconstruction kernels start so: two digits and a letter or none follow.
#[rustfmt::skip]
pub const KERNELS: [&str; 25] = [
    "b", "bf", "bl", "br", "bv", "c", "d", "e", "fc", "h", "hc", "hr", "hv", "i", "j", "qr", "t", "th", "tr", "u", "ub", "ur",
    "uv", "v", "yb",
];

/// Words that say nothing by themselves, and stand within names: they go with their neighbours. Single letters do so too.
#[rustfmt::skip]
pub const PARTICLES: [&str; 90] = [
    "af", "al", "als", "am", "an", "and", "ao", "as", "at", "au", "aux", "av", "bei", "ben", "bin", "bis", "by", "com", "con",
    "da", "dal", "das", "de", "degli", "dei", "del", "della", "delle", "dem", "den", "der", "des", "di", "die", "do", "dos", "du",
    "ed", "el", "em", "en", "et", "for", "from", "het", "il", "im", "in", "is", "la", "las", "le", "les", "li", "lo", "los",
    "mit", "na", "nach", "no", "of", "on", "op", "or", "ou", "per", "por", "pour", "sa", "ses", "so", "sous", "sur", "te", "ten",
    "ter", "the", "to", "und", "uno", "van", "vom", "von", "voor", "was", "ya", "ye", "zu", "zum", "zur",
];

/// Whether a list has a folded word.
pub fn has(list: &[&str], folded: &str) -> bool {
    list.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        let lists: [&[&str]; 15] = [
            &TITLES,
            &MAYBE_TITLES,
            &ROLES,
            &NUMBERS,
            &STREETS_BEFORE,
            &STREETS_AFTER,
            &UNITS,
            &AGES,
            &SETTINGS,
            &MONTHS,
            &ROMAN,
            &KINDS,
            &MODALITIES,
            &KERNELS,
            &PARTICLES,
        ];
        assert!(lists.iter().all(|list| list.is_sorted()));
    }
}
