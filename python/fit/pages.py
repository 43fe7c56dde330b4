"""Labelled pages as the engine sees them: blocks, features and allowed states.

The gold is a sequence of labelled lines a page; the engine cuts the page into
blocks of its own. Both are sequences of words in page order, so they are
aligned word by word and a block takes the label of most of its words.
"""

from __future__ import annotations

import collections
import difflib
import gzip
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
    transition to each block. ``gold`` is the row of the evaluation.
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


def _shingles(tokens: list[str], n: int) -> set[tuple[str, ...]]:
    return {tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)}


def label_by_text(truth: str, title: str, texts: list[str]) -> list[str]:
    """Label blocks by the page's main text, where no lines are labelled.

    A block is main where 70 in 100 of its shingles of four words are in the
    text, dropped where fewer than 20 are; one of fewer words where it is a
    line of the text, dropped where it is nowhere in it. The rest may be
    "either", at no cost.
    """
    lines = [tuple(words(line)) for line in truth.splitlines()]
    whole = set(lines)
    tokens = words(truth)
    found = {n: _shingles(tokens, n) for n in (1, 2, 3, 4)}
    headline = words(title)

    def one(text: str) -> str:
        own = words(text)
        if own and own == headline:
            return "title"
        if len(own) < 4:
            if tuple(own) in whole:
                return "main"
            return "either" if not own or tuple(own) in found[len(own)] \
                else "drop"
        shingles = [tuple(own[i:i + 4]) for i in range(len(own) - 3)]
        share = sum(s in found[4] for s in shingles) / len(shingles)
        return "main" if share >= 0.7 else \
            "drop" if share < 0.2 else "either"

    return [one(text) for text in texts]


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


def load_english(lubb: str, folder: Path, unpacked: Path) -> list[Page]:
    """The English pages, whose main text is known as text only, labelled block
    by block; unpacked into the folder ``unpacked``.

    folder: the evaluation's, with truth.jsonl and pages/ID.html.gz.
    """
    rows = [json.loads(line)
            for line in (folder / "truth.jsonl").open(encoding="utf-8")]

    def one(row: dict) -> Page:
        path = unpacked / f"{row['id']}.html"
        packed = folder / "pages" / f"{row['id']}.html.gz"
        path.write_bytes(gzip.decompress(packed.read_bytes()))
        blocks = explain(lubb, path, ("--html",))
        texts = [b["text"] for b in blocks]
        return Page(row["id"], "english", path, "english " + row["id"],
                    row["type"], row, texts, [b["features"] for b in blocks],
                    [b["moves"] for b in blocks],
                    label_by_text(row["text"], row["title"] or "", texts))

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, rows))


def load_fixtures(lubb: str, folder: Path, flag: str) -> list[Page]:
    """The project's own pages of the split "tune" that have a main text.

    folder: fixtures/, with index.tsv; flag: "--html" or "--text".
    """
    rows = [line.split("\t") for line in
            (folder / "index.tsv").read_text(encoding="utf-8").splitlines()]
    wanted = {"--html": ("html", "source.html"),
              "--text": ("plain", "source.txt")}[flag]
    pages = []
    for sort, slug, split, *_ in rows:
        page = folder / sort / slug
        truth = page / "truth.txt"
        if not truth.exists():
            truth = page / "expected.txt"
        text = truth.read_text(encoding="utf-8")
        if sort != wanted[0] or split != "tune" or not text:
            continue
        blocks = explain(lubb, page / wanted[1], (flag,))
        texts = [b["text"] for b in blocks]
        pages.append(Page(slug, "fixtures", page / wanted[1],
                          "fixture " + slug, "fixture", {"text": text},
                          texts, [b["features"] for b in blocks],
                          [b["moves"] for b in blocks],
                          label_by_text(text, "", texts)))
    return pages
