"""Labelled pages as the engine sees them: blocks, features and allowed states.

The gold is a sequence of labelled lines a page; the engine cuts the page into
blocks of its own. Both are sequences of words in page order, so they are
aligned word by word and a block takes the label of most of its words.
"""

from __future__ import annotations

import collections
import difflib
import json
import re
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STATES = ("before", "main", "interruption", "after")

# States that each gold label allows. Optional lines may be kept or not.
ALLOWED = {
    "main": (1,),
    "drop": (0, 2, 3),
    "optional": (0, 1, 2, 3),
    "title": (0, 1, 2, 3),
}

_WORD = re.compile(r"\w+")
_STRIP = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f"
                    "\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


@dataclass(frozen=True)
class Page:
    """One labelled page.

    ``set`` names the labelled set it is of; ``features`` holds a dict of
    feature name to bin label for every block, ``labels`` a gold label or ""
    where no word of the block was found in the gold, ``moves`` the class of the
    transition to each block.
    """

    id: str
    set: str
    path: Path
    site: str
    kind: str
    gold: dict[str, Any]
    texts: list[str]
    features: list[dict[str, str]]
    moves: list[str]
    labels: list[str]


def words(text: str) -> list[str]:
    """Words of a text, compared as the evaluation compares them."""
    text = unicodedata.normalize("NFKC", text)
    return _WORD.findall(_STRIP.sub("", text).lower())


def align(gold: list[list[str]], texts: list[str]) -> list[str]:
    """Label every block text by the gold lines its words stand in.

    gold: [label, text] pairs in page order. Returns one label a block, "" where
    nothing of it was found.
    """
    gold_words: list[str] = []
    gold_labels: list[str] = []
    for label, text in gold:
        found = words(text)
        gold_words += found
        gold_labels += [label] * len(found)
    block_words: list[str] = []
    owner: list[int] = []
    for i, text in enumerate(texts):
        found = words(text)
        block_words += found
        owner += [i] * len(found)
    votes = [collections.Counter() for _ in texts]
    matcher = difflib.SequenceMatcher(None, gold_words, block_words,
                                      autojunk=False)
    for a, b, n in matcher.get_matching_blocks():
        for k in range(n):
            votes[owner[b + k]][gold_labels[a + k]] += 1
    return [v.most_common(1)[0][0] if v else "" for v in votes]


def explain(lubb: str, path: Path, extra: tuple[str, ...]) -> list[dict]:
    """The engine's blocks of one page, as --explain=jsonl prints them."""
    run = subprocess.run([lubb, "--explain=jsonl", *extra, str(path)],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{path}: {run.stderr.decode(errors='replace')}")
    return [json.loads(line) for line in run.stdout.splitlines() if line]


def load(lubb: str, name: str, gold: Path, folder: Path,
         extra: tuple[str, ...] = ()) -> list[Page]:
    """All pages of the labelled set called ``name``, aligned.

    gold: a gold*.jsonl of the evaluation; folder: where its pages lie.
    Raises RuntimeError when the engine fails on a page.
    """
    rows = [json.loads(line) for line in gold.open(encoding="utf-8")]

    def one(row: dict) -> Page:
        path = folder / row["page"]
        blocks = explain(lubb, path, extra)
        texts = [b["text"] for b in blocks]
        return Page(row["id"], name, path, row.get("site") or row["id"],
                    row["kind"], row, texts,
                    [b["features"] for b in blocks],
                    [b["moves"] for b in blocks],
                    align(row["lines"], texts))

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, rows))
