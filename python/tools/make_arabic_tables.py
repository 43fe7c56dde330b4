#!/usr/bin/env python3
"""Write engine/text/arabic.inc: classes of code points, and the folding.

Source: the Unicode Character Database 15.0 as `unicodedata` of Python 3.12
holds it, and the decisions of arabic.h. Run from the top of the tree:

    python3.12 python/tools/make_arabic_tables.py > engine/text/arabic.inc
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator

UNICODE = "15.0.0"

# enum char_class, in its order.
OTHER, SPACE, DIGIT, ARABIC, LATIN, LETTER, MARK, IGNORED = range(8)

# Up to here two bytes of UTF-8 are enough and one table look-up says all.
LOW_END = 0x800
# Classes from LOW_END to PAGED_END stand in pages of this many code points.
PAGE = 64
PAGED_END = 0x20000

# Presentation Forms-A and -B.
FORM_RANGES = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))

# What fold_low holds where it does not hold the bytes of the result.
FOLD_NOTHING = 0x00
FOLD_RARE = 0x01
FOLD_SPACE = 0x20

WHITE_SPACE = {*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680,
               *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
DIGIT_ZEROS = (0x30, 0x660, 0x6F0)

# Format characters (Cf) that are seen: number signs, end of ayah, the Syriac
# and Kaithi ones, and the layout of hieroglyphs.
VISIBLE_FORMAT = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2,
                  0x110BD, 0x110CD, *range(0x13430, 0x13440)}

# Letters by category, Quranic annotation by use: small waw, small yehs; and
# the tail of a letter that FE73 is.
MARK_LETTERS = {0x6E5, 0x6E6, 0x8C9, 0xFE73}

TATWEEL = 0x640
RIAL_SIGN = 0xFDFC      # a symbol that folds to a word

# Words in one code point; a space on both sides, since people write them
# against the word before. U+FDF2 (Allah) takes prefixes and is no such word.
PHRASE_FORMS = (0xFDFA, 0xFDFB, RIAL_SIGN)

FOLDED_ARABIC = {
    0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627,  # alefs
    0x672: 0x627, 0x673: 0x627, 0x675: 0x627,                # Kashmiri, Kazakh
    0x649: 0x64A, 0x626: 0x64A, 0x678: 0x64A, 0x6CC: 0x64A,  # yehs
    0x624: 0x648, 0x676: 0x648,                              # waws
    0x677: 0x6C7,                                            # Kazakh u
    0x629: 0x647,                                            # teh marbuta
    0x6A9: 0x643,                                            # Persian kaf
}


def category(cp: int) -> str:
    """Return the general category of a code point."""
    return unicodedata.category(chr(cp))


def name(cp: int) -> str:
    """Return the name of a code point, empty where it has none."""
    return unicodedata.name(chr(cp), "")


def is_form(cp: int) -> bool:
    """Tell whether a code point is in a block of presentation forms."""
    return any(cp in block for block in FORM_RANGES)


def is_mark_form(cp: int) -> bool:
    """Tell whether a presentation form shows nothing but marks."""
    shown = unicodedata.normalize("NFKD", chr(cp))
    return shown != chr(cp) and all(
        c == " " or ord(c) == TATWEEL or unicodedata.category(c) == "Mn"
        for c in shown)


def is_latin(cp: int) -> bool:
    """Tell whether a letter belongs to the Latin script."""
    base = unicodedata.normalize("NFD", chr(cp))[0]
    return "LATIN " in name(ord(base)) or cp in (0xAA, 0xBA)


def letter_class(cp: int) -> int:
    """Return the class of a letter, or of what words of a script hold."""
    if is_form(cp) and is_mark_form(cp):
        return MARK
    if name(cp).startswith("ARABIC "):
        return ARABIC
    return LATIN if is_latin(cp) else LETTER


def own_class(cp: int) -> int:
    """Return the class that the properties of a code point give it."""
    kind = category(cp)
    if cp in WHITE_SPACE:
        return SPACE
    if any(0 <= cp - zero <= 9 for zero in DIGIT_ZEROS):
        return DIGIT
    if cp in MARK_LETTERS or kind in ("Mn", "Me"):
        return MARK
    if cp == RIAL_SIGN:
        return ARABIC
    if cp == TATWEEL or kind == "Cc" or 0xE0000 <= cp <= 0xE007F:
        return IGNORED
    if kind == "Cf":
        return OTHER if cp in VISIBLE_FORMAT else IGNORED
    if kind[0] == "L" or kind in ("Mc", "Nd", "Nl"):
        return letter_class(cp)
    return OTHER


def all_classes() -> list[int]:
    """Return the class of every code point.

    What is unassigned behind a letter of another script is a letter too: it
    keeps the pages few, and later versions of Unicode fill such gaps.
    """
    classes: list[int] = []
    for cp in range(sys.maxunicode + 1):
        is_gap = cp > LOW_END and category(cp) == "Cn"
        if is_gap and classes[-1] == LETTER and cp < PAGED_END:
            classes.append(LETTER)
        elif 0x20000 <= cp <= 0x3FFFD:
            classes.append(LETTER)
        else:
            classes.append(own_class(cp))
    return classes


CLASSES = all_classes()


def char_class(cp: int) -> int:
    """Return the class of any code point."""
    return CLASSES[cp]


def without_marks(letter: str) -> str:
    """Return the base of a letter whose accents are canonical."""
    base, *accents = unicodedata.normalize("NFD", letter)
    assert all(char_class(ord(c)) == MARK for c in accents)
    return base


def fold_letter(cp: int) -> str:
    """Return the folding of a letter outside the presentation forms."""
    kind = char_class(cp)
    if kind == LATIN:
        return without_marks(without_marks(chr(cp)).lower())
    if kind == ARABIC:
        cp = FOLDED_ARABIC.get(cp) or ord(without_marks(chr(cp)))
        return chr(FOLDED_ARABIC.get(cp, cp))
    return chr(cp)


def fold_form(cp: int) -> str:
    """Return the folding of a presentation form.

    NFKD would put a space before isolated marks and split what fold_letter()
    treats as one letter, so decompositions are taken a level at a time.
    """
    kind, *parts = unicodedata.decomposition(chr(cp)).split()
    folded = "".join(fold(int(part, 16)) for part in parts)
    if cp in PHRASE_FORMS:
        return f" {folded} "
    return folded


def fold(cp: int) -> str:
    """Return the folding of a code point; a space where it ends a word."""
    kind = char_class(cp)
    if kind in (MARK, IGNORED):
        return ""
    if kind in (OTHER, SPACE):
        return " "
    if kind == DIGIT:
        return str(unicodedata.digit(chr(cp)))
    if is_form(cp) and unicodedata.decomposition(chr(cp)):
        return fold_form(cp)
    return fold_letter(cp)


def low_entry(cp: int) -> int:
    """Return the entry of fold_low: the bytes, first byte lowest."""
    folded = fold(cp).encode()
    if len(folded) > 2:
        return FOLD_RARE
    return int.from_bytes(folded, "little")


def array(declaration: str, values: Iterable[str], width: int) -> Iterator[str]:
    """Yield the lines of a C array with `width` values a line."""
    items = list(values)
    yield f"static const {declaration} = {{"
    for at in range(0, len(items), width):
        yield "    " + ", ".join(items[at:at + width]) + ","
    yield "};"
    yield ""


def packed(declaration: str, values: list[int]) -> Iterator[str]:
    """Yield a C array of one-digit values, 32 a line."""
    yield f"static const {declaration} = {{"
    for at in range(0, len(values), 32):
        yield "    " + ",".join(map(str, values[at:at + 32])) + ","
    yield "};"
    yield ""


def class_tables() -> Iterator[str]:
    """Yield the class of every code point below PAGED_END."""
    yield from packed(f"uint8_t class_low[{LOW_END}]",
                      [char_class(cp) for cp in range(LOW_END)])
    pages: dict[tuple[int, ...], int] = {}
    index = []
    for beg in range(LOW_END, PAGED_END, PAGE):
        page = tuple(char_class(cp) for cp in range(beg, beg + PAGE))
        index.append(pages.setdefault(page, len(pages)))
    assert len(pages) <= 256
    yield "/* The page of a code point: by (cp - LOW_END) / PAGE. */"
    yield from array(f"uint8_t class_page[{len(index)}]", map(str, index), 14)
    yield from packed(f"uint8_t class_pages[{len(pages) * PAGE}]",
                      [kind for page in pages for kind in page])


def fold_tables() -> Iterator[str]:
    """Yield the folding of low code points, Latin and presentation forms."""
    yield "/* The bytes of a folding, first byte lowest. */"
    yield from array(f"uint16_t fold_low[{LOW_END}]",
                     (f"0x{low_entry(cp):04X}" for cp in range(LOW_END)), 9)

    pairs = [(cp, fold(cp)) for cp in range(PAGED_END)
             if char_class(cp) == LATIN and fold(cp) != chr(cp)
             and (cp >= LOW_END or low_entry(cp) == FOLD_RARE)]
    yield "/* Latin letters that change and are not in fold_low, sorted. */"
    yield from array(f"uint16_t fold_latin[{len(pairs)}][2]",
                     (f"{{0x{cp:04X}, 0x{ord(to):04X}}}" for cp, to in pairs),
                     4)

    forms = [cp for block in FORM_RANGES for cp in block]
    texts = [fold(cp).encode() for cp in forms]
    offsets = [sum(map(len, texts[:i])) for i in range(len(texts) + 1)]
    yield "/* Presentation forms: their text in form_text, by offsets. */"
    yield from array(f"uint16_t form_at[{len(offsets)}]", map(str, offsets), 11)
    yield from array(f"uint8_t form_text[{offsets[-1]}]",
                     (f"0x{byte:02X}" for byte in b"".join(texts)), 12)


def check() -> None:
    """Check that the tables are closed: what was folded folds to itself."""
    assert [low_entry(cp) for cp in range(LOW_END)].count(FOLD_RARE) == 2
    for cp in range(sys.maxunicode + 1):
        if 0xD800 <= cp <= 0xDFFF:
            continue
        folded = fold(cp)
        assert all(fold(ord(c)) == c for c in folded), hex(cp)
        assert (folded.strip() == "") == (
            char_class(cp) in (OTHER, SPACE, MARK, IGNORED)), hex(cp)
        if cp >= PAGED_END:
            assert char_class(cp) == high_class(cp), hex(cp)


def high_class(cp: int) -> int:
    """Return the class past the pages as arabic.c computes it."""
    if 0x20000 <= cp <= 0x3FFFD:
        return LETTER
    if 0xE0000 <= cp <= 0xE007F:
        return IGNORED
    return MARK if 0xE0100 <= cp <= 0xE01EF else OTHER


def main() -> None:
    """Write the tables to standard output."""
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"needs Unicode {UNICODE} (Python 3.12)")
    check()
    print("/* arabic.inc - generated by python/tools/make_arabic_tables.py; "
          "do not edit.\n"
          " *\n"
          f" * Source: Unicode Character Database {UNICODE}. Classes are the "
          "numbers of\n"
          " * enum char_class.\n"
          " */")
    for lines in (class_tables(), fold_tables()):
        for line in lines:
            print(line)


if __name__ == "__main__":
    main()
