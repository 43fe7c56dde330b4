#include "judge/path.h"

#include <string.h>

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

/* Sums at the first block. */
static void
path_begin(const struct block *b, int64_t sums[N_STATES])
{
    for (int s = 0; s < N_STATES; s++)
        sums[s] = IMPOSSIBLE;
    sums[STATE_BEFORE] = points_of(b, STATE_BEFORE);
    sums[STATE_MAIN] = points_of(b, STATE_MAIN);
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
        path_begin(b, sums);
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

/* -- how sure it is -------------------------------------------------------- */

/* Best sums of the steps below block i, by the state at i; sums holds those of
 * the block below and receives those of i. */
static void
step_back(const struct model *model, const struct block *below,
          int64_t sums[N_STATES])
{
    const struct evidence *e = below->evidence;
    int64_t best[N_STATES];

    for (int s = 0; s < N_STATES; s++)
        best[s] = IMPOSSIBLE;
    for (int m = 0; m < N_MOVES; m++) {
        int64_t points = points_of(below, steps[m].to);
        int64_t sum = sums[steps[m].to] + model->moves[e->move_class][m];

        if (points != IMPOSSIBLE && sum > IMPOSSIBLE / 2 &&
            sum + points > best[steps[m].from])
            best[steps[m].from] = sum + points;
    }
    for (int s = 0; s < N_STATES; s++)
        sums[s] = best[s];
}

/* Between the best path through main text here and the best one past it. */
static uint32_t
margin_of(const int64_t above[N_STATES], const int64_t below[N_STATES])
{
    int64_t main = IMPOSSIBLE, other = IMPOSSIBLE, margin;

    for (int s = 0; s < N_STATES; s++) {
        int64_t *best = s == STATE_MAIN ? &main : &other;

        if (above[s] > IMPOSSIBLE / 2 && below[s] > IMPOSSIBLE / 2 &&
            above[s] + below[s] > *best)
            *best = above[s] + below[s];
    }
    margin = main > other ? main - other : other - main;
    return margin < (int64_t)UINT32_MAX ? (uint32_t)margin : UINT32_MAX;
}

uint32_t *
path_margins(struct arena *a, const struct model *model,
             const struct blocks *blocks)
{
    uint32_t *margins = arena_new(a, uint32_t, blocks->n + 1);
    int64_t (*above)[N_STATES] = arena_alloc(a, blocks->n + 1, sizeof *above);
    int64_t below[N_STATES] = { IMPOSSIBLE, 0, IMPOSSIBLE, 0 };
    uint8_t from[N_STATES];

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (i == 0) {
            path_begin(b, above[0]);
            continue;
        }
        memcpy(above[i], above[i - 1], sizeof above[i]);
        step_take(model, b, above[i], from);
    }
    for (uint32_t i = blocks->n; i-- > 0;) {
        margins[i] = margin_of(above[i], below);
        step_back(model, &blocks->items[i], below);
    }
    return margins;
}
