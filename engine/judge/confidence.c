#include "judge/confidence.h"

#include "judge/path.h"

/* A block is as sure as it gets: 5 nats. */
#define FULL_MARGIN 100u

/* Mean margins at which the knots stand, per mille. Most pages lie high. */
static const int32_t knots[N_KNOTS] = {
    0, 500, 600, 700, 800, 850, 900, 950, 1000
};

/* Mean margin over letters in per mille of the full one; no letters: 0. */
static int32_t
margin_mean(struct arena *a, const struct model *model,
            const struct blocks *blocks)
{
    const uint32_t *margins = path_margins(a, model, blocks);
    uint64_t sum = 0, letters = 0;

    for (uint32_t i = 0; i < blocks->n; i++) {
        uint32_t n = blocks->items[i].m.n_letters;

        sum += (uint64_t)n * (margins[i] < FULL_MARGIN ? margins[i]
                                                       : FULL_MARGIN);
        letters += n;
    }
    return letters ? (int32_t)(sum * 1000 / (letters * FULL_MARGIN)) : 0;
}

/* The broken line through the knots. */
static int32_t
knots_read(const int32_t *values, int32_t mean)
{
    int i = 1;

    if (values[N_KNOTS - 1] == 0)
        return mean;
    while (i < N_KNOTS - 1 && knots[i] < mean)
        i++;
    return values[i - 1] + (values[i] - values[i - 1]) *
                               (mean - knots[i - 1]) /
                               (knots[i] - knots[i - 1]);
}

int32_t
confidence_find(struct arena *a, const struct model *model,
                const struct verdict *verdict, const struct blocks *blocks)
{
    int32_t value, near = verdict->confidence + 300;

    if (!verdict->has_text)
        return verdict->confidence;
    value = knots_read(model->confidence, margin_mean(a, model, blocks));
    return near < 1000 ? value * near / 1000 : value;
}
