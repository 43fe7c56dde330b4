"""Tests of the knots of confidence."""

import numpy as np

from fit.confidence import KNOTS, fit_knots, table


def test_knots_follow_the_share_of_right_pages() -> None:
    """Half of the pages at 700 are right, all at 950 and above."""
    margin = np.array([700.0] * 100 + [950.0] * 100 + [1000.0] * 100)
    right = np.array([0.0, 1.0] * 50 + [1.0] * 200)
    knots = dict(zip(KNOTS, fit_knots(margin, right)))
    assert 480 <= knots[700] <= 520
    assert knots[950] >= 980
    assert knots[1000] >= 980


def test_knots_never_fall() -> None:
    """Though lower pages came out better."""
    margin = np.array([500.0] * 20 + [1000.0] * 20)
    right = np.array([1.0] * 20 + [0.0] * 20)
    knots = fit_knots(margin, right)
    assert knots == sorted(knots)


def test_few_pages_claim_little() -> None:
    """One wrong page is no certainty."""
    knots = fit_knots(np.array([0.0]), np.array([0.0]))
    assert 250 <= knots[0] <= 400


def test_the_table_counts_by_the_calibrated_value() -> None:
    """A margin of 0 is worth 100 here, one of 1000 900."""
    knots = [100] * 8 + [900]
    lines = table(np.array([0.0, 0.0, 1000.0]), np.array([0.0, 1.0, 1.0]),
                  knots)
    assert lines == ["confidence    0 to  299:    2 pages,   1 wrong (50 %)",
                     "confidence  850 to  949:    1 pages,   0 wrong (0 %)"]
