"""A linear-chain conditional random field over the engine's four states.

Emissions are sums of one point a feature's bin (a state); transitions have
points by move and class. All pages are padded to one length and run side by
side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from .pages import ALLOWED, STATES, Page

# The moves the engine knows, in its order; "before" starts, and so may "main".
MOVES = (("before", "before"), ("before", "main"), ("main", "main"),
         ("main", "interruption"), ("main", "after"),
         ("interruption", "interruption"), ("interruption", "main"),
         ("after", "after"))
CLASSES = ("any", "inside", "back", "below", "beside", "elsewhere")
_NEVER = -1e30
_BATCH = 64             # pages side by side

# Bins of what is nearly always so: they get no points of their own, so that a
# sum shows what speaks for or against a block and not what is usual.
PLAIN_BINS = ("no", "nothing")


@dataclass(frozen=True)
class Shape:
    """What is free in a model.

    columns: (feature, bin) names, one a column of the design matrix.
    states: indices of the states that have emissions.
    moves: indices into MOVES that have points; the rest are 0.
    classes: the transition classes in use.
    """

    columns: tuple[tuple[str, str], ...]
    states: tuple[int, ...]
    moves: tuple[int, ...]
    classes: tuple[str, ...]

    @property
    def n(self) -> int:
        """Number of parameters."""
        return (len(self.columns) * len(self.states) +
                len(self.moves) * len(self.classes))


@dataclass(frozen=True)
class Batch:
    """Pages padded to (pages, blocks). x: (p * t, columns) 1 where a block has
    a bin; move: (p, t) class numbers; free: (p, t, states) 0 where a state is
    allowed by the gold and _NEVER where not; length: (p,); weight: (p,)."""

    x: csr_matrix
    move: np.ndarray
    free: np.ndarray
    length: np.ndarray
    weight: np.ndarray


def make_shape(pages: list[Page], states: tuple[int, ...],
               moves: tuple[int, ...], without: frozenset[str]) -> Shape:
    """The columns and classes that occur in pages; features in ``without`` get
    no points of their own (others may still be made of them)."""
    columns = sorted({(f, b) for p in pages for block in p.features
                      for f, b in block.items()
                      if b not in PLAIN_BINS and f not in without})
    classes = tuple(c for c in CLASSES
                    if any(c in p.moves for p in pages))
    return Shape(tuple(columns), states, moves, classes)


def make_batches(pages: list[Page], shape: Shape, optional_cost: float,
                 weight_of: Callable[[Page], float]) -> list[Batch]:
    """Pages in batches of nearly equal length, so that little is padding."""
    order = sorted(pages, key=lambda p: len(p.features))
    return [make_batch(order[i:i + _BATCH], shape, optional_cost, weight_of)
            for i in range(0, len(order), _BATCH)]


def make_batch(pages: list[Page], shape: Shape, optional_cost: float,
               weight_of: Callable[[Page], float] = lambda page: 1.0
               ) -> Batch:
    """Pad pages; each weighs sqrt(60 / blocks), so long pages do not rule,
    times what weight_of says.

    optional_cost: what main text costs, in nats, on lines that the gold calls
    title or optional.
    """
    index = {c: i for i, c in enumerate(shape.columns)}
    t = max(len(p.features) for p in pages)
    ones: list[tuple[int, int]] = []
    move = np.zeros((len(pages), t), dtype=np.int32)
    free = np.zeros((len(pages), t, len(STATES)))
    for i, p in enumerate(pages):
        for k, block in enumerate(p.features):
            # A bin that no page of the fit has weighs nothing.
            ones += [(i * t + k, index[c]) for c in block.items()
                     if c in index]
            move[i, k] = (shape.classes.index(p.moves[k])
                          if p.moves[k] in shape.classes else 0)
            allowed = ALLOWED.get(p.labels[k], (0, 1, 2, 3))
            free[i, k] = [0.0 if s in allowed else _NEVER
                          for s in range(len(STATES))]
            if p.labels[k] in ("optional", "title"):
                free[i, k, 1] = -optional_cost
    length = np.array([len(p.features) for p in pages])
    weight = np.array([weight_of(p) for p in pages])
    rows, columns = zip(*ones)
    x = csr_matrix((np.ones(len(ones)), (rows, columns)),
                   shape=(len(pages) * t, len(shape.columns)))
    return Batch(x, move, free, length, weight * np.sqrt(60.0 / length))


def make_penalty(shape: Shape, l2: float, smooth: float) -> np.ndarray:
    """The quadratic penalty on parameters as a symmetric (n, n) matrix.

    l2 draws every parameter to 0, those of states other than main twice as
    hard: the pages show few interruptions. smooth draws neighbouring bins of a
    scale (labels that are numbers) to each other.
    """
    n_states = len(shape.states)
    penalty = np.eye(shape.n) * l2
    for i in range(len(shape.columns)):
        for k, s in enumerate(shape.states):
            if STATES[s] != "main":
                penalty[i * n_states + k, i * n_states + k] *= 2
    scales: dict[str, list[tuple[float, int]]] = {}
    for i, (feature, label) in enumerate(shape.columns):
        if label.replace(".", "", 1).isdigit():
            scales.setdefault(feature, []).append((float(label), i))
    for bins in scales.values():
        order = [i for _, i in sorted(bins)]
        for a, b in pairwise(order):
            for k in range(n_states):
                x, y = a * n_states + k, b * n_states + k
                penalty[x, x] += smooth
                penalty[y, y] += smooth
                penalty[x, y] -= smooth
                penalty[y, x] -= smooth
    return penalty


def split(theta: np.ndarray, shape: Shape) -> tuple[np.ndarray, np.ndarray]:
    """Parameters as emissions (columns, states) and moves (classes, moves)."""
    n = len(shape.columns) * len(shape.states)
    emit = np.zeros((len(shape.columns), len(STATES)))
    emit[:, list(shape.states)] = theta[:n].reshape(-1, len(shape.states))
    step = np.zeros((len(shape.classes), len(MOVES)))
    step[:, list(shape.moves)] = theta[n:].reshape(len(shape.classes), -1)
    return emit, step


def _transitions(step: np.ndarray, move: np.ndarray) -> np.ndarray:
    """(pages, from, to) scores of the step to blocks of the given classes."""
    out = np.full((len(move), len(STATES), len(STATES)), _NEVER)
    for m, (a, b) in enumerate(MOVES):
        out[:, STATES.index(a), STATES.index(b)] = step[move, m]
    return out


def _logsum(a: np.ndarray, axis: int) -> np.ndarray:
    top = a.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(a - top).sum(axis=axis))


_START = np.array([0.0, 0.0, _NEVER, _NEVER])
# Forced: a path must have held some main text, and not end inside a break.
_END = np.array([_NEVER, 0.0, _NEVER, 0.0])


def marginals(emit: np.ndarray, step: np.ndarray, batch: Batch,
              free: np.ndarray | None
              ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """log Z (pages,), state marginals (p, t, s), move marginals (p, t, moves).

    free: (p, t, s) additive constraints, or None for all paths.
    """
    p, t = batch.move.shape
    score = (batch.x @ emit).reshape(p, t, len(STATES))
    if free is not None:
        score = score + free
    forward = np.full((p, t, len(STATES)), _NEVER)
    backward = np.full((p, t, len(STATES)), _NEVER)
    steps = [_transitions(step, batch.move[:, k]) for k in range(t)]
    forward[:, 0] = _START + score[:, 0]
    for k in range(1, t):
        forward[:, k] = score[:, k] + _logsum(
            forward[:, k - 1, :, None] + steps[k], axis=1)
    last = batch.length - 1
    log_z = _logsum(forward[np.arange(p), last] + _END, axis=1)
    for k in range(t - 1, -1, -1):
        if k < t - 1:
            backward[:, k] = _logsum(
                steps[k + 1] + (score[:, k + 1] + backward[:, k + 1])[:, None],
                axis=2)
        ends = last == k
        backward[ends, k] = _END
    inside = np.arange(t)[None, :] < batch.length[:, None]
    state = np.exp(np.clip(forward + backward - log_z[:, None, None],
                           -700, 0)) * inside[:, :, None]
    moves = np.zeros((p, t, len(MOVES)))
    for k in range(1, t):
        joint = (forward[:, k - 1, :, None] + steps[k] +
                 (score[:, k] + backward[:, k])[:, None] -
                 log_z[:, None, None])
        joint = np.exp(np.clip(joint, -700, 0)) * inside[:, k, None, None]
        for m, (a, b) in enumerate(MOVES):
            moves[:, k, m] = joint[:, STATES.index(a), STATES.index(b)]
    return log_z, state, moves


def loss(theta: np.ndarray, shape: Shape, batches: list[Batch],
         penalty: np.ndarray) -> tuple[float, np.ndarray]:
    """Penalised negative log likelihood of the gold, and its gradient."""
    drawn = penalty @ theta
    value = 0.5 * float(theta @ drawn)
    gradient = drawn
    for batch in batches:
        more, slope = _likelihood(theta, shape, batch)
        value += more
        gradient = gradient + slope
    return value, gradient


def _likelihood(theta: np.ndarray, shape: Shape, batch: Batch
                ) -> tuple[float, np.ndarray]:
    """What one batch adds to the loss, without the penalty."""
    emit, step = split(theta, shape)
    z_all, s_all, m_all = marginals(emit, step, batch, None)
    z_gold, s_gold, m_gold = marginals(emit, step, batch, batch.free)
    usable = z_gold > -1e20
    weight = batch.weight * usable
    value = float((weight * np.where(usable, z_all - z_gold, 0)).sum())
    d_state = (s_all - s_gold) * weight[:, None, None]
    d_move = (m_all - m_gold) * weight[:, None, None]
    g_emit = batch.x.T @ d_state.reshape(-1, len(STATES))
    g_step = np.zeros((len(shape.classes), len(MOVES)))
    for m in shape.moves:
        g_step[:, m] = np.bincount(batch.move.ravel(),
                                   d_move[:, :, m].ravel(),
                                   minlength=len(shape.classes))
    grad = np.concatenate([g_emit[:, list(shape.states)].ravel(),
                           g_step[:, list(shape.moves)].ravel()])
    return value, grad


def fit(batches: list[Batch], shape: Shape, penalty: np.ndarray,
        fixed: dict[int, float], start: np.ndarray | None = None,
        steps: int = 150) -> np.ndarray:
    """Parameters of least loss; the same inputs give the same result.

    fixed: values in nats of parameters set by hand, by number; the others are
    fitted around them.
    """
    theta = np.zeros(shape.n) if start is None else start.copy()
    bounds: list[tuple[float | None, float | None]] = [(None, None)] * shape.n
    for i, value in fixed.items():
        theta[i] = value
        bounds[i] = (value, value)
    done = minimize(loss, theta, args=(shape, batches, penalty), jac=True,
                    method="L-BFGS-B", bounds=bounds,
                    options={"maxiter": steps})
    return done.x
