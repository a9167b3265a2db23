//! Text without case and accents, as the vocabulary is spelt.

/// Lower case, Latin letters without their accents (ä is a, ß is ss, œ is oe), combining marks left out. Other letters stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else if !is_mark(letter) {
            letter.to_lowercase().filter(|&lower| !is_mark(lower)).for_each(|lower| push(lower, &mut folded));
        }
    }
    folded
}

/// Whether this is a mark that combines with the letter before it.
pub fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn push(letter: char, folded: &mut String) {
    folded.push_str(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        other => return folded.push(other),
    });
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_and_case_go() {
        for (text, folded) in [
            ("Schädel", "schadel"),
            ("SCHÄDEL", "schadel"),
            ("Scha\u{308}del", "schadel"),
            ("Straße", "strasse"),
            ("ŒUVRE", "oeuvre"),
            ("coração", "coracao"),
            ("Nguyễn", "nguyen"),
            ("İstanbul", "istanbul"),
            ("ГОЛОВА", "голова"),
            ("胸部", "胸部"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
