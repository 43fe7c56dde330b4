"""The fitting program: alignment, merging, and the model's own mathematics."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from fit import crf
from fit.__main__ import KINDS, fixed_of, lines_of, merge, names_of
from fit.pages import Page, align


def page(labels: list[str], bins: list[str]) -> Page:
    """A page of one feature, its blocks labelled and binned as given."""
    return Page("id", "set", Path("."), "site", "article", {},
                [""] * len(labels), [{"end": b} for b in bins],
                ["any"] * len(labels), labels)


PAGES = [page(["drop", "main", "main", "drop"], ["a", "b", "b", "a"]),
         page(["main", "drop", "main"], ["b", "a", "b"])]
SHAPE = crf.make_shape(PAGES, (1, 2, 3), tuple(range(len(crf.MOVES))),
                       frozenset())


def test_align_labels_blocks_by_most_of_their_words() -> None:
    gold = [["drop", "menu one two"], ["main", "a long line of text"]]
    assert align(gold, ["menu one", "two a long line of text", "unknown"]) \
        == ["drop", "main", ""]


def test_align_ignores_tashkeel() -> None:
    assert align([["main", "كَتَبَ"]], ["كتب"]) == ["main"]


def test_gradient_is_that_of_the_loss() -> None:
    batch = [crf.make_batch(PAGES, SHAPE, 0.5)]
    penalty = crf.make_penalty(SHAPE, 2.0, 1.0)
    theta = np.random.default_rng(3).normal(size=SHAPE.n)
    _, grad = crf.loss(theta, SHAPE, batch, penalty)
    for i in range(SHAPE.n):
        step = np.zeros(SHAPE.n)
        step[i] = 1e-5
        above = crf.loss(theta + step, SHAPE, batch, penalty)[0]
        below = crf.loss(theta - step, SHAPE, batch, penalty)[0]
        assert abs((above - below) / 2e-5 - grad[i]) < 1e-4


def test_fixed_parameters_stay_where_they_were_set() -> None:
    batch = [crf.make_batch(PAGES, SHAPE, 0.0)]
    penalty = crf.make_penalty(SHAPE, 1.0, 0.0)
    theta = crf.fit(batch, SHAPE, penalty, {0: -4.0})
    assert theta[0] == -4.0


def test_same_pages_give_the_same_weights() -> None:
    batch = [crf.make_batch(PAGES, SHAPE, 0.0)]
    penalty = crf.make_penalty(SHAPE, 1.0, 0.0)
    one = crf.fit(batch, SHAPE, penalty, {})
    assert np.array_equal(one, crf.fit(batch, SHAPE, penalty, {}))


def test_weights_have_a_line_a_parameter_in_order() -> None:
    kind = KINDS[1]
    theta = np.arange(1, SHAPE.n + 1, dtype=float)
    lines = lines_of(kind, SHAPE, theta)
    assert [line.split()[0] for line in lines] == names_of(kind, SHAPE)
    assert lines[0].endswith(" 20")


def test_hand_set_lines_replace_fitted_ones() -> None:
    assert merge(["a 1", "b 2"], ["# why", "b 3", "c 4"]) == "a 1\nb 3\nc 4\n"


def test_hand_set_lines_are_fixed_in_nats() -> None:
    kind = KINDS[1]
    name = names_of(kind, SHAPE)[2]
    assert fixed_of(kind, SHAPE, [f"{name} -40"]) == {2: -2.0}
