"""What a margin of the engine is worth in pages that came out right.

The engine's confidence is a broken line over the mean margin of a page's
blocks (engine/judge/confidence.h). Its knots are fitted here, monotone, on
pages judged by weights that never saw their site.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import isotonic_regression

# Mean margins of the knots, per mille, as in engine/judge/confidence.c.
KNOTS = (0, 500, 600, 700, 800, 850, 900, 950, 1000)
RIGHT = 0.9                     # F1 from which a page counts as right
_BANDS = (0, 300, 500, 700, 850, 950, 1001)


def fit_knots(margin: np.ndarray, right: np.ndarray) -> list[int]:
    """Values of the knots, per mille, never falling.

    margin: (pages,) mean margins, per mille; right: (pages,) 0 or 1. Each
    page counts at the knots around it by its distance to them; a page that
    came out right and one that did not are added to every knot, so that no
    knot claims what few pages show.
    """
    hits, total = np.ones(len(KNOTS)), np.full(len(KNOTS), 2.0)
    place = np.interp(margin, KNOTS, np.arange(len(KNOTS)))
    for at, ok in zip(place, right):
        low = min(int(at), len(KNOTS) - 2)
        for knot, share in ((low, low + 1 - at), (low + 1, at - low)):
            hits[knot] += share * ok
            total[knot] += share
    value = isotonic_regression(hits / total, weights=total).x
    return [int(v) for v in np.rint(1000 * value)]


def table(margin: np.ndarray, right: np.ndarray,
          knots: list[int]) -> list[str]:
    """Lines of pages and of wrong ones among them by bands of confidence."""
    value = np.interp(margin, KNOTS, knots)
    lines = []
    for low, high in zip(_BANDS, _BANDS[1:]):
        inside = (value >= low) & (value < high)
        n = int(inside.sum())
        if n:
            wrong = int(n - right[inside].sum())
            lines.append(f"confidence {low:4} to {high - 1:4}: {n:4} pages, "
                         f"{wrong:3} wrong ({100 * wrong / n:.0f} %)")
    return lines
