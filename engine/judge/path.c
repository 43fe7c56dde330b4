#include "judge/path.h"

struct step {
    enum state from, to;
};

static const struct step steps[N_MOVES] = {
    [MOVE_BEFORE_BEFORE] = { STATE_BEFORE, STATE_BEFORE },
    [MOVE_BEFORE_MAIN] = { STATE_BEFORE, STATE_MAIN },
    [MOVE_MAIN_MAIN] = { STATE_MAIN, STATE_MAIN },
    [MOVE_MAIN_INTERRUPTION] = { STATE_MAIN, STATE_INTERRUPTION },
    [MOVE_MAIN_AFTER] = { STATE_MAIN, STATE_AFTER },
    [MOVE_INTERRUPTION_INTERRUPTION] = { STATE_INTERRUPTION,
                                         STATE_INTERRUPTION },
    [MOVE_INTERRUPTION_MAIN] = { STATE_INTERRUPTION, STATE_MAIN },
    [MOVE_AFTER_AFTER] = { STATE_AFTER, STATE_AFTER },
};

/* Below any sum of points: a block adds under 2^20, a page has under 2^20
 * blocks. */
static const int64_t IMPOSSIBLE = -((int64_t)1 << 60);

static void
block_sum(const struct feature_table *table, const struct model *model,
          int32_t main_bias, struct evidence *e)
{
    for (int s = 0; s < N_STATES; s++)
        e->points[s] = 0;
    for (uint32_t f = 0; f < table->n; f++)
        for (int s = STATE_MAIN; s < N_STATES; s++)
            e->points[s] += model->points[f][e->bins[f]][s];
    e->points[STATE_MAIN] += main_bias;
}

/* Best sums of paths that end in each state at this block, and where from. */
static void
step_take(const struct model *model, const struct evidence *e,
          int64_t sums[N_STATES], uint8_t from[N_STATES])
{
    int64_t best[N_STATES];

    for (int s = 0; s < N_STATES; s++)
        best[s] = IMPOSSIBLE;
    for (int m = 0; m < N_MOVES; m++) {
        int64_t sum = sums[steps[m].from] + model->moves[e->move_class][m];

        if (sum > best[steps[m].to]) {
            best[steps[m].to] = sum;
            from[steps[m].to] = (uint8_t)steps[m].from;
        }
    }
    for (int s = 0; s < N_STATES; s++)
        sums[s] = best[s] + e->points[s];
}

void
path_find(struct arena *a, const struct feature_table *table,
          const struct model *model, int32_t main_bias,
          struct blocks *blocks)
{
    uint8_t (*from)[N_STATES] = arena_alloc(a, blocks->n, sizeof *from);
    int64_t sums[N_STATES];
    uint8_t state;

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct evidence *e = blocks->items[i].evidence;

        block_sum(table, model, main_bias, e);
        if (i > 0) {
            step_take(model, e, sums, from[i]);
            continue;
        }
        for (int s = 0; s < N_STATES; s++)
            sums[s] = IMPOSSIBLE;
        sums[STATE_BEFORE] = e->points[STATE_BEFORE];
        sums[STATE_MAIN] = e->points[STATE_MAIN];
    }
    state = STATE_MAIN;
    if (blocks->n > 1 && sums[STATE_AFTER] > sums[STATE_MAIN])
        state = STATE_AFTER;
    for (uint32_t i = blocks->n; i-- > 0;) {
        blocks->items[i].evidence->state = (enum state)state;
        state = from[i][state];
    }
}
