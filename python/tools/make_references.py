#!/usr/bin/env python3
"""Make engine/page/html_references.inc, the named character references.

Source: the HTML standard's table (13.5, "Named character references"), as
Python's html.entities.html5 carries it. Run from the top of the repository:

    python3 python/tools/make_references.py > engine/page/html_references.inc
"""

from __future__ import annotations

from html.entities import html5

ROW = 72    # bytes of a row of names, its NUL included

HEAD = """\
/* html_references.inc - the named character references of the HTML standard
 * (13.5). Made by python/tools/make_references.py from Python's
 * html.entities.html5;
 * do not edit.
 *
 * Names without their semicolon, in byte order, stand end to end in rows; an
 * entry says where. Names that begin with letter c start at entry
 * first_entry[c - 'A']. A few stand for two characters; there are only so many
 * second ones, so an entry has an index of those. */
"""


def pack_names(names: list[str]) -> tuple[list[str], dict[str, int]]:
    """Fill rows with names; also where each name stands."""
    rows, places = [""], {}
    for name in names:
        if len(rows[-1]) + len(name) >= ROW:
            rows.append("")
        places[name] = (len(rows) - 1) * ROW + len(rows[-1])
        rows[-1] += name
    return rows, places


def print_rows(items: list[str], per_row: int) -> None:
    """Print the items of an initialiser, several a row."""
    for at in range(0, len(items), per_row):
        print("    " + ", ".join(items[at:at + per_row]) + ",")


def main() -> None:
    """Print the table."""
    names = sorted(name[:-1] for name in html5 if name.endswith(";"))
    legacy = {name for name in html5 if not name.endswith(";")}
    assert legacy <= set(names)
    assert all(html5[name] == html5[name + ";"] for name in legacy)
    rows, places = pack_names(names)
    assert len(rows) * ROW < 1 << 16

    values = {name: [ord(char) for char in html5[name + ";"]]
              for name in names}
    seconds = sorted({value[1] for value in values.values() if value[1:]})
    assert len(seconds) < 0x7F

    entries: list[str] = []
    for name in names:
        value = values[name]
        second = str(seconds.index(value[1]) + 1) if value[1:] else "0"
        if name in legacy:
            second = "LEGACY" if second == "0" else f"{second} | LEGACY"
        entries.append(
            f"{{ {places[name]}, {len(name)}, {second}, {value[0]:#x} }}")
    first = [sum(name[0] < chr(ord("A") + i) for name in names)
             for i in range(ord("z") - ord("A") + 2)]

    print(HEAD)
    print("enum {")
    print(f"    N_ENTRIES = {len(names)},")
    print(f"    NAME_ROW = {ROW},")
    print(f"    MAX_NAME = {max(map(len, names))},")
    print(f"    MAX_LEGACY_NAME = {max(map(len, legacy))},")
    print("    LEGACY = 0x80       /* known without its semicolon, too */")
    print("};\n")
    print("static const uint32_t seconds[] = {")
    print_rows(["0"] + [f"{char:#x}" for char in seconds], 8)
    print("};\n")
    print("static const uint16_t first_entry[] = {")
    print_rows([str(n) for n in first], 12)
    print("};\n")
    print("static const char names[][NAME_ROW] = {")
    print_rows([f'"{row}"' for row in rows], 1)
    print("};\n")
    print("static const struct entry entries[N_ENTRIES] = {")
    print_rows(entries, 2)
    print("};")


if __name__ == "__main__":
    main()
