"""Fit the judge's weights to labelled pages.

The engine's own features (``lubb --explain=jsonl``) are aligned with gold
labels and a conditional random field over the engine's states is fitted to
them; the weights, rounded to integers, are ``rules/weights.conf``.
"""
