/* feature.h - what the judge asks of a block, as named bins.
 *
 * Every feature of a block falls into exactly one of its bins, and each bin has
 * an integer number of points a state (weights.h). HTML and text have a
 * table of features each (html_features.h, text_features.h); one scorer serves
 * both. Names of features and bins are the interface of weights.conf and of
 * --explain=jsonl, from which the weights are fitted.
 */
#ifndef LUBB_JUDGE_FEATURE_H
#define LUBB_JUDGE_FEATURE_H

#include <stdint.h>

enum { MAX_FEATURES = 64, MAX_BINS = 16 };

struct feature {
    const char *name;               /* lower case, '_' between words */
    const char *bins[MAX_BINS];     /* labels; NULL past the last */
};

struct feature_table {
    const char *name;               /* "html" or "text" */
    const struct feature *items;
    uint32_t n;
};

/* How many bins a feature has. */
uint32_t feature_n_bins(const struct feature *feature);

/* The bin of `value` among n_edges ascending edges: how many are <= value. */
uint8_t feature_bin(uint32_t value, const uint32_t *edges, uint32_t n_edges);

#endif
