#include "judge/path.h"

#include "rules/ruling.h"

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

/* The points of a block for a state, as far as a rule allows it. */
static int64_t
points_of(const struct block *b, enum state state)
{
    const struct ruling *ruling = b->ruling;
    int64_t points = b->evidence->points[state];

    if (!ruling)
        return points;
    if ((ruling->word == RULING_OUT && state == STATE_MAIN) ||
        (ruling->word == RULING_TEXT && state != STATE_MAIN))
        return IMPOSSIBLE;
    return state == STATE_MAIN ? points + ruling->points : points;
}

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
step_take(const struct model *model, const struct block *b,
          int64_t sums[N_STATES], uint8_t from[N_STATES])
{
    const struct evidence *e = b->evidence;
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
    for (int s = 0; s < N_STATES; s++) {
        int64_t points = points_of(b, (enum state)s);

        sums[s] = best[s] <= IMPOSSIBLE / 2 || points == IMPOSSIBLE
                      ? IMPOSSIBLE
                      : best[s] + points;
    }
}

void
path_sum(const struct feature_table *table, const struct model *model,
         int32_t main_bias, struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++)
        block_sum(table, model, main_bias, blocks->items[i].evidence);
}

void
path_find(struct arena *a, const struct model *model, struct blocks *blocks)
{
    uint8_t (*from)[N_STATES] = arena_alloc(a, blocks->n, sizeof *from);
    int64_t sums[N_STATES];
    uint8_t state;

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (i > 0) {
            step_take(model, b, sums, from[i]);
            continue;
        }
        for (int s = 0; s < N_STATES; s++)
            sums[s] = IMPOSSIBLE;
        sums[STATE_BEFORE] = points_of(b, STATE_BEFORE);
        sums[STATE_MAIN] = points_of(b, STATE_MAIN);
    }
    state = STATE_MAIN;
    if (blocks->n > 1 && sums[STATE_AFTER] > sums[STATE_MAIN])
        state = STATE_AFTER;
    if (blocks->n == 0 || sums[state] == IMPOSSIBLE) {
        for (uint32_t i = 0; i < blocks->n; i++)
            blocks->items[i].evidence->state = STATE_BEFORE;
        return;
    }
    for (uint32_t i = blocks->n; i-- > 0;) {
        blocks->items[i].evidence->state = (enum state)state;
        state = from[i][state];
    }
}
