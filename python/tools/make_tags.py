#!/usr/bin/env python3
"""Make engine/page/tags_hash.inc from engine/page/tags.inc.

Searches, from a fixed seed, for four factors that give every element's name a
slot of its own. Run from the top of the repository:

    python3 python/tools/make_tags.py > engine/page/tags_hash.inc
"""

from __future__ import annotations

import random
import re
from pathlib import Path

N_SLOTS = 1024
SOURCE = Path("engine/page/tags.inc")

HEAD = """\
/* tags_hash.inc - a slot for every name of tags.inc, without collisions.
 * Made from tags.inc by python/tools/make_tags.py; do not edit. */
"""

Key = tuple[int, int, int, int]


def key(name: str) -> Key:
    """What is hashed of a name: length; first, middle and last letter."""
    return len(name), ord(name[0]), ord(name[len(name) // 2]), ord(name[-1])


def slot(factors: list[int], k: Key) -> int:
    """The slot of a key, as tags.c computes it."""
    return sum(f * part for f, part in zip(factors, k)) % N_SLOTS


def find_factors(keys: list[Key]) -> list[int]:
    """The first four random factors that give all keys different slots."""
    if len(set(keys)) < len(keys):
        raise SystemExit("two names have the same key: change key()")
    chance = random.Random(1)
    while True:
        factors = [chance.randrange(1, 512) for _ in range(4)]
        if len({slot(factors, k) for k in keys}) == len(keys):
            return factors


def main() -> None:
    """Print the table."""
    names = re.findall(r"^TAG\((\w+),", SOURCE.read_text(), re.M)
    factors = find_factors([key(name) for name in names])
    slots = sorted((slot(factors, key(name)), name) for name in names)

    print(HEAD)
    print("enum {")
    for what, factor in zip(("LEN", "FIRST", "MIDDLE", "LAST"), factors):
        print(f"    HASH_{what} = {factor},")
    print(f"    N_SLOTS = {N_SLOTS}\n}};\n")
    print("static const uint8_t slots[N_SLOTS] = {")
    for at, name in slots:
        print(f"    [{at}] = TAG_{name},")
    print("};")


if __name__ == "__main__":
    main()
