//! One letter for all that are written for one another: case, accents, full and half width, the two kinds of kana.

/// How letters with marks are written without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// ü as u, ø as o, å as a.
    Plain,
    /// ü as ue, ø as oe, å as aa.
    Spelt,
}

/// Latin letters of U+00C0 to U+024F and U+1E00 to U+1EFF without their marks, in order; a dot where there is no such letter.
const LATIN: &[u8] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bbbb...cc.ddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.............dddlllnnnaaiioouuuuuuuuuu.aaaa..ggggkkoooo..jdddgg..nnaa..oo\
aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...accltsz..b..eejj.qrryy";
const LATIN_MORE: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnooooooooppppr\
rrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooo\
oooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

/// Katakana of half width, U+FF66 to U+FF9D, as hiragana.
const HALF: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The text in small letters without marks; signs and spaces stay.
pub fn fold(text: &str, fold: Fold) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| push(letter, fold, &mut folded));
    folded
}

/// Appends a letter, folded. Marks that stand after their letter change it or vanish.
pub fn push(letter: char, fold: Fold, to: &mut String) {
    if letter.is_ascii() {
        return to.push(letter.to_ascii_lowercase());
    }
    match letter {
        '\u{308}' if fold == Fold::Spelt && to.ends_with(['a', 'o', 'u']) => to.push('e'),
        '\u{3099}' | '\u{309b}' | 'ﾞ' => voice(to, 1),
        '\u{309a}' | '\u{309c}' | 'ﾟ' => voice(to, 2),
        _ if is_mark(letter) => {}
        '\u{ff66}'..='\u{ff9d}' => {
            let at = (letter as usize) - 0xFF66;
            to.extend(HALF.chars().nth(at));
        }
        _ => letter.to_lowercase().for_each(|letter| small(letter, fold, to)),
    }
}

fn small(letter: char, fold: Fold, to: &mut String) {
    let spelt = fold == Fold::Spelt;
    let code = letter as u32;
    match letter {
        _ if is_mark(letter) => {}
        'ß' => to.push_str("ss"),
        'æ' | 'ǽ' => to.push_str("ae"),
        'ä' if spelt => to.push_str("ae"),
        'œ' => to.push_str("oe"),
        'ö' | 'ø' | 'ő' if spelt => to.push_str("oe"),
        'ü' | 'ű' if spelt => to.push_str("ue"),
        'å' if spelt => to.push_str("aa"),
        'þ' => to.push_str("th"),
        'ĳ' => to.push_str("ij"),
        'ά' => to.push('α'),
        'έ' => to.push('ε'),
        'ή' => to.push('η'),
        'ί' | 'ΐ' | 'ϊ' => to.push('ι'),
        'ό' => to.push('ο'),
        'ύ' | 'ΰ' | 'ϋ' => to.push('υ'),
        'ώ' => to.push('ω'),
        'ς' => to.push('σ'),
        'ё' => to.push('е'),
        'й' => to.push('и'),
        'أ' | 'إ' | 'آ' | 'ٱ' => to.push('ا'),
        'ى' | 'ی' => to.push('ي'),
        'ک' => to.push('ك'),
        'ة' => to.push('ه'),
        '髙' => to.push('高'),
        '﨑' => to.push('崎'),
        '\u{c0}'..='\u{24f}' => latin(LATIN, code - 0xC0, letter, to),
        '\u{1e00}'..='\u{1eff}' => latin(LATIN_MORE, code - 0x1E00, letter, to),
        // Katakana as hiragana.
        '\u{30a1}'..='\u{30f6}' => to.extend(char::from_u32(code - 0x60)),
        // Letters of full width.
        '\u{ff01}'..='\u{ff5e}' => to.extend(char::from_u32(code - 0xFEE0).map(|letter| letter.to_ascii_lowercase())),
        _ => to.push(letter),
    }
}

fn latin(table: &[u8], at: u32, letter: char, to: &mut String) {
    let base = usize::try_from(at).ok().and_then(|at| table.get(at)).copied().filter(|base| *base != b'.');
    to.push(base.map_or(letter, char::from));
}

/// Gives the last kana its sign of voice: by one for dakuten, by two for handakuten.
fn voice(to: &mut String, by: u32) {
    let voiced = if by == 1 { "かきくけこさしすせそたちつてとはひふへほ" } else { "はひふへほ" };
    if let Some(kana) = to.pop() {
        let new = if voiced.contains(kana) { char::from_u32(kana as u32 + by) } else { None };
        to.push(new.unwrap_or(kana));
    }
}

/// Marks over letters, and signs that nobody sees.
pub const fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{61c}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{e47}'..='\u{e4e}' | '\u{180e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{309b}' | '\u{309c}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | 'ﾞ' | 'ﾟ')
}

/// How much a text says, in halves of a letter of an alphabet: an ideograph or a syllable of Hangul as much as two letters, a kana as one
/// and a half. Signs say nothing.
pub fn weight(text: &str) -> usize {
    let of = |letter: char| match letter {
        '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}' => 3,
        _ if is_ideograph(letter) => 4,
        _ if letter.is_alphanumeric() => 2,
        _ => 0,
    };
    text.chars().map(of).sum()
}

/// Ideographs and syllables of Hangul.
pub const fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_their_length() {
        assert_eq!((LATIN.len(), LATIN_MORE.len(), HALF.chars().count()), (0x250 - 0xC0, 0x100, 0xFF9E - 0xFF66));
    }

    #[test]
    fn letters_with_marks() {
        for (text, plain, spelt) in [
            ("MÜLLER", "muller", "mueller"),
            ("Mu\u{308}ller", "muller", "mueller"),
            ("Strauß", "strauss", "strauss"),
            ("Søren Å", "soren a", "soeren aa"),
            ("Wałęsa", "walesa", "walesa"),
            ("Jérôme", "jerome", "jerome"),
            ("Nguyễn Đình", "nguyen dinh", "nguyen dinh"),
            ("İNCİ Işık", "inci isik", "inci isik"),
            ("ΔΙΟΝΎΣΙΟΣ", "διονυσιοσ", "διονυσιοσ"),
            ("Фёдор", "федор", "федор"),
            ("ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう", "やまだ たろう"),
            ("ヤマダ ﾊﾟ", "やまだ ぱ", "やまだ ぱ"),
            ("ＳＭＩＴＨ", "smith", "smith"),
            ("S\u{200b}mi\u{ad}th", "smith", "smith"),
            ("山田", "山田", "山田"),
        ] {
            assert_eq!((fold(text, Fold::Plain).as_str(), fold(text, Fold::Spelt).as_str()), (plain, spelt), "{text}");
        }
    }

    #[test]
    fn weights() {
        for (text, wanted) in [("lee", 6), ("洪", 4), ("小东", 8), ("길동", 8), ("やまだ", 9), ("a-b", 4), ("", 0)] {
            assert_eq!(weight(text), wanted, "{text}");
        }
    }
}
