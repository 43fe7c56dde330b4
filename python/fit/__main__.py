"""Fit rules/weights.conf and print its figures.

usage: python3 -m fit --lubb build/lubb --shared ../shared -o rules/weights.conf

For each kind of input the figures are printed twice: in sample, and with whole
sites left out (each group of sites judged by weights that never saw them).
Figures are those of the evaluation program, on the engine's own output. The
same pages and settings give the same weights.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from . import confidence, crf
from .pages import STATES, Page, load, load_english, load_fixtures, words

POINTS_PER_NAT = 20
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BY_TEXT = ("english", "fixtures")   # sets of which only the text is known
MAX_BLOCKS = 600                    # of an English page; longer ones are left
                                    # out of the fit, which runs page by page


@dataclass(frozen=True)
class Kind:
    """A kind of input: its labelled sets (name, gold, folder), which states
    have points, which moves do, the penalties, and the features without points
    of their own (a line of prose is made of them, but their own points told
    sites apart and not lines: better by .01 F1 on sites left out).
    ``optional_cost`` keeps titles and bylines out of the text of HTML pages,
    whose heads can be told; in dumps it cost the first lines of texts that
    somebody had already cut. ``mixes``: what a page of a set weighs beside a
    labelled one. A mix is fitted for each, and the weights are their mean:
    English pages alone made short paragraphs and lists rarer in the text,
    Arabic ones alone knew too few newspapers; the mean had the better of
    both on pages of neither."""

    name: str
    sets: tuple[tuple[str, str, str], ...]
    flag: str
    states: tuple[int, ...]
    moves: tuple[int, ...]
    l2: float
    smooth: float
    without: frozenset[str]
    optional_cost: float
    mixes: tuple[dict[str, float], ...]


KINDS = (
    Kind("html", (("html", "eval/gold.jsonl", "eval/pages"),), "--html", (1,),
         (1, 2, 3, 4, 6), 3.0, 0.0, frozenset(), 1.5,
         ({}, {"english": 0.2, "fixtures": 0.3})),
    Kind("text", (("dumps", "eval/gold_dumps.jsonl", "eval/dumps"),
                  ("excerpts", "eval/gold_excerpts.jsonl", "eval/excerpts"),
                  ("seeds", "seeds/gold.jsonl", "seeds")),
         "--text", (1, 2), tuple(range(len(crf.MOVES))), 8.0, 40.0,
         frozenset({"function_percent", "words"}), 0.0,
         ({"fixtures": 0.3},)),
)


def lines_of(kind: Kind, shape: crf.Shape, theta: np.ndarray) -> list[str]:
    """The weights as lines of weights.conf, zeros left out."""
    emit, step = crf.split(theta, shape)
    emit = np.rint(emit * POINTS_PER_NAT).astype(int)
    step = np.rint(step * POINTS_PER_NAT).astype(int)
    out = []
    for i, (feature, label) in enumerate(shape.columns):
        for s in shape.states:
            if emit[i, s]:
                out.append(f"{kind.name}.{STATES[s]}.{feature}.{label} "
                           f"{emit[i, s]}")
    for c, name in enumerate(shape.classes):
        for m, (a, b) in enumerate(crf.MOVES):
            if step[c, m]:
                out.append(f"{kind.name}.move.{name}.{a}_{b} {step[c, m]}")
    return out


def names_of(kind: Kind, shape: crf.Shape) -> list[str]:
    """The name in weights.conf of every parameter, in its order."""
    names = [f"{kind.name}.{STATES[s]}.{feature}.{label}"
             for feature, label in shape.columns for s in shape.states]
    for name in shape.classes:
        for m in shape.moves:
            names.append(f"{kind.name}.move.{name}." + "_".join(crf.MOVES[m]))
    return names


def fixed_of(kind: Kind, shape: crf.Shape, hand: list[str]
             ) -> dict[int, float]:
    """Values in nats of the parameters that the hand-set lines name."""
    value = dict(line.split() for line in hand
                 if line.strip() and not line.startswith("#"))
    return {i: int(value[name]) / POINTS_PER_NAT
            for i, name in enumerate(names_of(kind, shape)) if name in value}


def merge(fitted: list[str], hand: list[str]) -> str:
    """Fitted lines with the hand-set ones in their place: a hand-set weight
    replaces the fitted one of its name."""
    value: dict[str, str] = {}
    for line in fitted + hand:
        line = line.strip()
        if line and not line.startswith("#"):
            name, number = line.split()
            value[name] = number
    return "".join(f"{n} {v}\n" for n, v in value.items())


def scorer(shared: Path) -> ModuleType:
    """The evaluation's own score.py as a module."""
    spec = importlib.util.spec_from_file_location(
        "score", shared / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Result:
    """What the engine made of a page; margin: its confidence, which without
    knots is the mean margin, per mille."""

    text: str
    has_text: bool
    margin: int


def extract(lubb: str, weights: str, kind: Kind, pages: list[Page],
            with_site: bool = False) -> list[Result]:
    """The engine's result for each page under the given weights; with the
    rules of its site where ``with_site`` says so."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as f:
        f.write(weights)
        f.flush()

        def one(page: Page) -> Result:
            site = ["--site", page.site] if with_site else []
            run = subprocess.run([lubb, kind.flag, "--json", "--weights",
                                  f.name, *site, str(page.path)],
                                 capture_output=True, check=False)
            if run.returncode not in (0, 1):
                raise RuntimeError(run.stderr.decode(errors="replace"))
            record = json.loads(run.stdout)
            return Result(record.get("text", ""),
                          record["verdict"] == "article",
                          record["confidence"])

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(one, pages))


def bag_f1(want: str, got: str) -> float:
    """F1 over bags of words."""
    a, b = (collections.Counter(words(t)) for t in (want, got))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def calibrate(score: ModuleType, kind: Kind, pages: list[Page],
              results: list[Result]) -> list[str]:
    """Lines of the knots of confidence, fitted on pages judged without their
    site that came out as articles; prints what they are worth there."""
    found = [(p, r) for p, r in zip(pages, results)
             if r.has_text and p.set != "fixtures"]
    f1 = [bag_f1(p.gold["text"], r.text) if p.set in BY_TEXT
          else score.score_page(p.gold, r.text)["f1"] for p, r in found]
    margin = np.array([r.margin for _, r in found], dtype=float)
    right = np.array([x >= confidence.RIGHT for x in f1], dtype=float)
    knots = confidence.fit_knots(margin, right)
    for name in dict.fromkeys(p.set for p, _ in found):
        rows = [i for i, (p, _) in enumerate(found) if p.set == name]
        for line in confidence.table(margin[rows], right[rows], knots):
            print(f"  {name:10}{line}")
    return [f"{kind.name}.confidence.{at} {value}"
            for at, value in zip(confidence.KNOTS, knots)]


def bag_figures(pages: list[Page], results: list[Result]) -> str:
    """Mean F1 over bags of words, of all pages and of those of each kind."""
    values: dict[str, list[float]] = {"all": []}
    for page, result in zip(pages, results):
        f1 = bag_f1(page.gold["text"], result.text)
        values["all"].append(f1)
        values.setdefault(page.kind, []).append(f1)
    return "  ".join(f"{kind} {np.mean(v):.4f} ({len(v)})"
                     for kind, v in values.items())


def figures(score: ModuleType, pages: list[Page],
            results: list[Result]) -> str:
    """F1 with a 90 % interval over sites, leak, lost and empty pages."""
    if pages[0].set in BY_TEXT:
        return bag_figures(pages, results)
    scored = [(p, score.score_page(p.gold, r.text))
              for p, r in zip(pages, results)]
    art = [(p, s) for p, s in scored if not s["none"]]
    neg = [s for _, s in scored if s["none"]]
    sites = sorted({p.site for p, _ in art})
    by_site = {name: [s["f1"] for p, s in art if p.site == name]
               for name in sites}
    rng = np.random.default_rng(1)
    means = []
    for _ in range(1000):
        drawn = rng.choice(len(sites), len(sites))
        values = [v for k in drawn for v in by_site[sites[k]]]
        means.append(np.mean(values))
    low, high = np.quantile(means, [0.05, 0.95])
    mean = {k: np.mean([s[k] for _, s in art])
            for k in ("f1", "p", "r", "leak")}
    lost = sum(s["r"] < 0.9 for _, s in art)
    none = np.mean([s["f1"] for s in neg]) if neg else float("nan")
    return (f"f1 {mean['f1']:.4f} [{low:.3f}, {high:.3f}]  "
            f"p {mean['p']:.3f}  r {mean['r']:.3f}  "
            f"leak {mean['leak']:.3f}  lost {lost}  none {none:.3f}")


def report(score: ModuleType, what: str, pages: list[Page],
           results: list[Result]) -> None:
    """Print the figures of each labelled set."""
    for name in dict.fromkeys(p.set for p in pages):
        rows = [(p, r) for p, r in zip(pages, results) if p.set == name]
        print(f"  {what:15}{name:10}"
              f"{figures(score, [p for p, _ in rows], [r for _, r in rows])}")


def worst(score: ModuleType, pages: list[Page], results: list[Result],
          n: int) -> None:
    """Print the n worst pages."""
    rows = [(score.score_page(p.gold, r.text), p)
            for p, r in zip(pages, results)
            if p.set not in BY_TEXT]
    for s, p in sorted(rows, key=lambda r: r[0]["f1"])[:n]:
        print(f"    {p.set:9}{p.id:42} f1 {s['f1']:.3f} p {s['p']:.3f} "
              f"r {s['r']:.3f} leak {s['leak']:.2f} {p.kind}")


def left_out(kind: Kind, pages: list[Page], thetas: list[np.ndarray],
             args: argparse.Namespace, hand: list[str]
             ) -> tuple[list[Result], list[Result]]:
    """Results of all pages, each by weights fitted without its site: by the
    judge alone, and with the rules that ship for the site."""
    sites = sorted({p.site for p in pages})
    results = [Result("", False, 0)] * len(pages)
    by_rules = results.copy()
    shape = shape_of(kind, [p for p in pages if usable(p)], args)
    for fold in range(args.folds):
        out = set(sites[fold::args.folds])
        train = [p for p in pages if p.site not in out and usable(p)]
        fitted = fit_mixes(kind, train, shape, args, hand, thetas)
        weights = merge(lines_of(kind, shape, np.mean(fitted, axis=0)), hand)
        test = [i for i, p in enumerate(pages) if p.site in out]
        rows = [pages[i] for i in test]
        for into, with_site in ((results, False), (by_rules, True)):
            got = extract(args.lubb, weights, kind, rows, with_site)
            for i, result in zip(test, got):
                into[i] = result
    return results, by_rules


def batches_of(kind: Kind, train: list[Page], shape: crf.Shape,
               mix: dict[str, float]) -> list[crf.Batch]:
    """The training pages, weighed by their set; a set by text that the mix
    does not name is left out."""
    def weight_of(page: Page) -> float:
        return mix.get(page.set, 0.0 if page.set in BY_TEXT else 1.0)

    return crf.make_batches([p for p in train if weight_of(p) > 0], shape,
                            kind.optional_cost, weight_of)


def fit_mixes(kind: Kind, train: list[Page], shape: crf.Shape,
              args: argparse.Namespace, hand: list[str],
              starts: list[np.ndarray] | None = None) -> list[np.ndarray]:
    """The parameters of every mix; ``starts``: parameters close by, from which
    few steps lead."""
    penalty = penalty_of(kind, shape, args)
    fixed = fixed_of(kind, shape, hand)
    return [crf.fit(batches_of(kind, train, shape, mix), shape, penalty,
                    fixed, starts[i] if starts else None,
                    60 if starts else 150)
            for i, mix in enumerate(kind.mixes)]


def shape_of(kind: Kind, pages: list[Page],
             args: argparse.Namespace) -> crf.Shape:
    """The parameters of a kind, but those the command line leaves out."""
    return crf.make_shape(pages, kind.states, kind.moves,
                          kind.without | set(args.without))


def penalty_of(kind: Kind, shape: crf.Shape,
               args: argparse.Namespace) -> np.ndarray:
    """The penalty of a kind, or the one that the command line asks for."""
    smooth = kind.smooth if args.smooth is None else args.smooth
    return crf.make_penalty(shape, args.l2 or kind.l2, smooth)


def usable(page: Page) -> bool:
    """Articles with some main text found are what is fitted on: where the text
    is, not whether there is one, which the page verdict decides."""
    return (page.kind != "none" and "main" in page.labels and
            (page.set not in BY_TEXT or len(page.labels) <= MAX_BLOCKS))


def load_kind(kind: Kind, args: argparse.Namespace,
              unpacked: Path) -> list[Page]:
    """All pages of a kind: the labelled ones, the project's own, and for HTML
    the English ones (but in a quick run), unpacked into ``unpacked``."""
    pages = [page for name, gold, folder in kind.sets
             for page in load(args.lubb, name, args.shared / gold,
                              args.shared / folder, (kind.flag,))]
    pages += load_fixtures(args.lubb, FIXTURES, kind.flag)
    if any("english" in mix for mix in kind.mixes) and not args.quick:
        pages += load_english(args.lubb, args.shared / "eval" / "english",
                              unpacked)
    return pages


def fit_kind(kind: Kind, args: argparse.Namespace, score: ModuleType,
             hand: list[str], pages: list[Page]) -> list[str]:
    """Fit one kind, print its figures, return its lines."""
    train = [p for p in pages if usable(p)]
    shape = shape_of(kind, train, args)
    thetas = fit_mixes(kind, train, shape, args, hand)
    lines = lines_of(kind, shape, np.mean(thetas, axis=0))
    results = extract(args.lubb, merge(lines, hand), kind, pages)
    print(f"{kind.name} {shape.n} parameters, {len(train)} pages")
    report(score, "in sample", pages, results)
    if args.folds:
        results, by_rules = left_out(kind, pages, thetas, args, hand)
        report(score, "sites left out", pages, results)
        report(score, "by their rules", pages, by_rules)
        lines += calibrate(score, kind, pages, results)
    worst(score, pages, results, args.worst)
    sys.stdout.flush()
    return lines


def main() -> None:
    """Parse the command line, fit, write."""
    ap = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--lubb", default="build/lubb")
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--kind", choices=[k.name for k in KINDS])
    ap.add_argument("--hand", type=Path,
                    default=Path("rules/weights_by_hand.conf"))
    ap.add_argument("--folds", type=int, default=10,
                    help="groups of sites to leave out; 0: none")
    ap.add_argument("--l2", type=float, default=0.0)
    ap.add_argument("--smooth", type=float)
    ap.add_argument("--quick", action="store_true",
                    help="without the English pages: to compare features")
    ap.add_argument("--without", action="append", default=[],
                    metavar="FEATURE", help="give it no points")
    ap.add_argument("--worst", type=int, default=0)
    ap.add_argument("-o", "--output", type=Path)
    args = ap.parse_args()
    score = scorer(args.shared)
    hand = [line for line in
            args.hand.read_text(encoding="utf-8").splitlines()
            if not any(f".{feature}." in line for feature in args.without)]
    fitted: list[str] = []
    for kind in KINDS:
        if args.kind not in (None, kind.name):
            continue
        with tempfile.TemporaryDirectory() as unpacked:
            pages = load_kind(kind, args, Path(unpacked))
            fitted += fit_kind(kind, args, score, hand, pages)
    if args.output:
        head = ("# weights.conf - every number of the judge, "
                f"{POINTS_PER_NAT} points to a nat.\n"
                "# Written by `python3 -m fit` from labelled pages and "
                "weights_by_hand.conf; edit neither here.\n")
        args.output.write_text(head + merge(fitted, hand), encoding="utf-8")


if __name__ == "__main__":
    main()
