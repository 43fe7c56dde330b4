/* test_confidence.c - from the margins of blocks to a number of the page. */
#include "judge/confidence.h"

#include <string.h>

#include "tests/check.h"
#include "tests/scratch.h"

enum { N_TEST_BLOCKS = 2 };

static struct model model;
static struct evidence evidence[N_TEST_BLOCKS];
static struct block items[N_TEST_BLOCKS];

/* The confidence in a page of two blocks as long, the first of main text with
 * `points`, the second after it with as many against. To add the second costs
 * points, to leave out the first twice as many: some block must be main. */
static int32_t
confidence_of(int32_t points, bool has_text, int32_t of_verdict)
{
    struct verdict verdict = { has_text, "", of_verdict };
    struct blocks blocks = { .items = items, .n = N_TEST_BLOCKS };

    for (int i = 0; i < N_TEST_BLOCKS; i++) {
        evidence[i] = (struct evidence){ .move_class = MOVES_ANY };
        evidence[i].points[STATE_MAIN] = i == 0 ? points : -points;
        items[i] = (struct block){ .evidence = &evidence[i],
                                   .m.n_letters = 40 };
    }
    return confidence_find(scratch_arena(1 << 16), &model, &verdict, &blocks);
}

static void
test_it_is_the_mean_margin_without_knots(void)
{
    model = (struct model){ 0 };
    CHECK_INT(confidence_of(50, true, 1000), 750);
    CHECK_INT(confidence_of(500, true, 1000), 1000);
    CHECK_INT(confidence_of(0, true, 1000), 0);
}

static void
test_knots_are_joined_by_lines(void)
{
    static const int32_t knots[N_KNOTS] = { 100, 200, 300, 400, 500,
                                            600, 700, 800, 900 };

    model = (struct model){ 0 };
    memcpy(model.confidence, knots, sizeof knots);
    CHECK_INT(confidence_of(0, true, 1000), 100);
    CHECK_INT(confidence_of(500, true, 1000), 900);
    CHECK_INT(confidence_of(24, true, 1000), 100 + 100 * 360 / 500);
}

static void
test_a_near_verdict_takes_from_it(void)
{
    model = (struct model){ 0 };
    CHECK_INT(confidence_of(500, true, 700), 1000);
    CHECK_INT(confidence_of(500, true, 699), 999);
    CHECK_INT(confidence_of(500, true, 500), 800);
}

static void
test_without_text_it_is_the_verdicts(void)
{
    model = (struct model){ 0 };
    CHECK_INT(confidence_of(500, false, 640), 640);
}

int
main(void)
{
    test_it_is_the_mean_margin_without_knots();
    test_knots_are_joined_by_lines();
    test_a_near_verdict_takes_from_it();
    test_without_text_it_is_the_verdicts();
    return check_summary();
}
