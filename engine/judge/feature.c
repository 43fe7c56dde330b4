#include "judge/feature.h"

#include <stddef.h>

uint32_t
feature_n_bins(const struct feature *feature)
{
    uint32_t n = 0;

    while (n < MAX_BINS && feature->bins[n] != NULL)
        n++;
    return n;
}

uint8_t
feature_bin(uint32_t value, const uint32_t *edges, uint32_t n_edges)
{
    uint8_t bin = 0;

    while (bin < n_edges && edges[bin] <= value)
        bin++;
    return bin;
}
