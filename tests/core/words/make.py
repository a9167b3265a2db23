"""Plants names, dates, numbers and addresses in the descriptors beside this file. Run by hand, with the Python packages faker and mimesis:

    python3 tests/core/words/make.py

Writes planted.tsv (lists of faker, which the vocabulary was made without) and held-out.tsv (lists of mimesis, which it has not seen): kind,
text, what was planted, and the descriptor. Of the descriptors, the first file takes those of odd lines, the second those of even lines. The names are made up.
"""

import importlib.metadata
import os
import random
import re

from faker import Faker
from mimesis import Address, Person
from mimesis.locales import Locale

HERE = os.path.dirname(os.path.abspath(__file__))
FAKER = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "es_MX", "it_IT", "nl_NL", "pt_BR", "pt_PT", "pl_PL", "cs_CZ", "sv_SE", "da_DK", "no_NO", "fi_FI",
         "tr_TR", "hu_HU", "ro_RO", "hr_HR", "en_IN", "vi_VN", "id_ID", "ru_RU", "uk_UA", "bg_BG", "el_GR", "ja_JP", "zh_CN", "zh_TW", "ko_KR", "ar_SA", "fa_IR",
         "he_IL", "th_TH", "hi_IN"]
ADDRESSES = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pt_BR", "pl_PL", "sv_SE"]
MIMESIS = [Locale.EN, Locale.EN_GB, Locale.EN_AU, Locale.DE, Locale.DE_AT, Locale.FR, Locale.ES, Locale.ES_MX, Locale.IT, Locale.NL, Locale.NL_BE, Locale.PT,
           Locale.PT_BR, Locale.PL, Locale.CS, Locale.SK, Locale.SV, Locale.DA, Locale.NO, Locale.FI, Locale.TR, Locale.HU, Locale.HR, Locale.ET, Locale.IS,
           Locale.RU, Locale.UK, Locale.KK, Locale.EL, Locale.JA, Locale.ZH, Locale.KO, Locale.FA]
WHERE = [Locale.EN, Locale.EN_GB, Locale.DE, Locale.FR, Locale.ES, Locale.IT, Locale.NL, Locale.PT_BR, Locale.PL, Locale.SV]
LABELS = ["MRN", "ACC", "ID", "NHS", "Tel", "age", "DOB", "geb"]
TITLES = ["Dr. ", "DR ", "Dr. med. ", "Prof. ", "Mr ", "Mrs. ", "Frau ", "Herr ", "Mme ", "Sra. ", "Sig. ", "by ", "Tech: ", "ref: ", "Operator: ", "Patient: ", "for "]


def written(first, last, random):
    """A name in one of the ways that people write it."""
    forms = [f"{first} {last}", f"{last}, {first}", f"{last}^{first}", f"{last} {first}", f"{first[0]}. {last}", f"{last} {first[0]}", f"{last}", f"{last}_{first}",
             f"{random.choice(TITLES)}{last}", f"{random.choice(TITLES)}{first} {last}", f"{last}, {first} MD", f"({first} {last})"]
    name = random.choice(forms)
    return random.choice([name, name, name.upper(), name.lower() if random.random() < 0.3 else name])


def dates(random):
    y, m, d = random.randint(1930, 2026), random.randint(1, 12), random.randint(1, 28)
    month = random.choice(["JAN", "Feb", "March", "Mai", "juin", "Oct", "Dezember", "agosto", "sept.", "Marzo"])
    return random.choice([f"{d:02}/{m:02}/{y}", f"{d}.{m}.{y}", f"{d:02}.{m:02}.{y % 100:02}", f"{y}-{m:02}-{d:02}", f"{y}{m:02}{d:02}", f"{d:02} {month} {y}",
                          f"{month} {d}, {y}", f"{d}-{month}-{y % 100:02}", f"{m}/{d}/{y % 100:02}", f"{y}", f"{d:02}/{m:02}/{y} {random.randint(0, 23):02}:{random.randint(0, 59):02}",
                          f"{random.randint(0, 23):02}:{random.randint(0, 59):02}:{random.randint(10, 59)}", f"DOB {d:02}/{m:02}/{y}", f"geb. {d}.{m}.{y}"])


def numbers(random):
    n = lambda k: "".join(random.choice("0123456789") for _ in range(k))
    return random.choice([f"MRN {n(7)}", f"MRN:{n(8)}", f"ACC {n(8)}", f"A{n(9)}", f"#{n(6)}", n(10), n(6), f"{n(3)}-{n(2)}-{n(4)}", f"S{n(2)}-{n(5)}", f"ID {n(5)}",
                          f"+49 {n(3)} {n(7)}", f"({n(3)}) {n(3)}-{n(4)}", f"0{n(1)} {n(2)} {n(2)} {n(2)} {n(2)}", f"Tel. {n(4)} {n(6)}", f"NHS {n(3)} {n(3)} {n(4)}",
                          f"{n(2)}-{n(4)}-{n(4)}", f"1.2.{n(3)}.{n(5)}.{n(4)}", f"{n(3)}.{n(2)}.{n(3)}.{n(2)}", f"x{n(8)}", f"{n(8)}XY", f"age {random.randint(90, 109)}"])


def place(text, plant, random):
    """The plant before, after or within a descriptor."""
    words = text.split(" ")
    at = random.choice([0, len(words), random.randint(0, len(words))])
    joint = random.choice([" ", " ", " ", " - "]) if at in (0, len(words)) else " "
    return joint.join(part for part in (" ".join(words[:at]), plant, " ".join(words[at:])) if part)


def tokens(plant):
    found = [t for t in re.findall(r"[^\W\d_]+|\d+", plant) if len(t) > 1 and t not in LABELS]
    return found or [plant]


def main():
    with open(os.path.join(HERE, "descriptors.txt"), encoding="utf-8") as file:
        lines = file.read().split("\n")[1:-1]
    for name, half, seed in (("planted.tsv", 0, 1), ("held-out.tsv", 1, 2)):
        rand = random.Random(seed)
        Faker.seed(seed)
        bases = [line for at, line in enumerate(lines) if at % 2 == half]
        rows = []
        for at in range(1500):
            base = rand.choice(bases)
            kind = ["name", "name", "name", "date", "number", "address"][at % 6]
            if kind == "name":
                if half == 0:
                    fake = Faker(rand.choice(FAKER))
                    first, last = fake.first_name(), fake.last_name()
                else:
                    person = Person(rand.choice(MIMESIS), seed=rand.randint(0, 1 << 30))
                    first, last = person.first_name(), person.last_name()
                names = [first, last]
                plant = written(first, last, rand)
            elif kind == "date":
                plant = dates(rand)
            elif kind == "number":
                plant = numbers(rand)
            elif half == 0:
                plant = Faker(rand.choice(ADDRESSES)).address().replace("\n", rand.choice([", ", " "]))
            else:
                where = Address(rand.choice(WHERE), seed=rand.randint(0, 1 << 30))
                plant = f"{where.address()}, {where.postal_code()} {where.city()}"
            if kind == "name":
                planted = [t for n in names for t in tokens(n) if t.lower() in plant.lower()]
            else:
                planted = tokens(plant)
            rows.append("\t".join([kind, place(re.sub("[{}]", "", base), plant, rand), " ".join(planted), base]))
        versions = f"faker {importlib.metadata.version('faker')} (MIT)" if half == 0 else f"mimesis {importlib.metadata.version('mimesis')} (MIT)"
        with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
            file.write(f"# Generated by tests/core/words/make.py from descriptors.txt and {versions}. Do not edit\n" + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
