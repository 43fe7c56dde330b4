/* test_path.c - the best path over states, against sums made by hand. */
#include "judge/path.h"

#include "tests/check.h"
#include "tests/scratch.h"

enum { MAX_TEST_BLOCKS = 8 };

/* One feature: what a block says it is. */
enum { BIN_NOTHING, BIN_TEXT, BIN_CHROME, BIN_FOREIGN, BIN_END };

static const struct feature feature = {
    "is", { "nothing", "text", "chrome", "foreign", "end" }
};
static const struct feature_table table = { "test", &feature, 1 };

static struct model model;
static struct block items[MAX_TEST_BLOCKS];
static struct evidence evidence[MAX_TEST_BLOCKS];

static void
model_reset(void)
{
    model = (struct model){ 0 };
    model.points[0][BIN_TEXT][STATE_MAIN] = 10;
    model.points[0][BIN_CHROME][STATE_MAIN] = -10;
    model.points[0][BIN_FOREIGN][STATE_MAIN] = -10;
    model.points[0][BIN_FOREIGN][STATE_INTERRUPTION] = 6;
    model.points[0][BIN_END][STATE_AFTER] = 5;
}

/* Bins and move classes are written as digits; no classes: all MOVES_ANY. */
static struct blocks
blocks_of(const char *bins, const char *classes)
{
    struct blocks blocks = { .items = items };

    for (; bins[blocks.n]; blocks.n++) {
        uint32_t i = blocks.n;

        items[i].evidence = &evidence[i];
        evidence[i] = (struct evidence){
            .bins = { (uint8_t)(bins[i] - '0') },
            .move_class = (uint8_t)(classes ? classes[i] - '0' : MOVES_ANY)
        };
    }
    return blocks;
}

/* The states of the blocks, a letter each. */
static struct str
path_of(const char *bins, const char *classes, int32_t bias)
{
    static const char letters[N_STATES + 1] = "bmia";
    static char states[MAX_TEST_BLOCKS];
    struct blocks blocks = blocks_of(bins, classes);

    path_sum(&table, &model, bias, &blocks);
    path_find(scratch_arena(1 << 16), &model, &blocks);
    for (uint32_t i = 0; i < blocks.n; i++)
        states[i] = letters[evidence[i].state];
    return (struct str){ states, blocks.n };
}

static void
test_text_stands_between_before_and_after(void)
{
    model_reset();
    CHECK_STR(path_of("221122", NULL, 0), "bbmmaa");
    CHECK_STR(path_of("2112112", NULL, 0), "bmmimma");
}

static void
test_points_are_the_sums_of_the_bins_and_the_bias(void)
{
    model_reset();
    path_of("134", NULL, 3);
    CHECK_INT(evidence[0].points[STATE_BEFORE], 0);
    CHECK_INT(evidence[0].points[STATE_MAIN], 13);
    CHECK_INT(evidence[1].points[STATE_MAIN], -7);
    CHECK_INT(evidence[1].points[STATE_INTERRUPTION], 6);
    CHECK_INT(evidence[2].points[STATE_AFTER], 5);
    CHECK_INT(evidence[2].points[STATE_BEFORE], 0);
}

/* All-chrome pages still name the place where a text could be. */
static void
test_some_block_is_always_main(void)
{
    model_reset();
    CHECK_STR(path_of("2", NULL, 0), "m");
    CHECK_STR(path_of("202", NULL, 0), "bma");
    CHECK_STR(path_of("4", NULL, 0), "m");
    CHECK_STR(path_of("44", NULL, 0), "ma");
    CHECK_STR(path_of("", NULL, 0), "");
}

static void
test_foreign_blocks_inside_main_interrupt_it(void)
{
    model_reset();
    CHECK_STR(path_of("131", NULL, 0), "mim");
    CHECK_STR(path_of("11331", NULL, 0), "mmiim");
}

static void
test_a_page_never_ends_in_an_interruption(void)
{
    model_reset();
    CHECK_STR(path_of("13", NULL, 0), "ma");
    model.points[0][BIN_FOREIGN][STATE_INTERRUPTION] = 100;
    CHECK_STR(path_of("13", NULL, 0), "ma");
    CHECK_STR(path_of("133", NULL, 0), "mim");
    model.points[0][BIN_FOREIGN][STATE_AFTER] = -100;
    CHECK_STR(path_of("13", NULL, 0), "mm");
}

static void
test_a_page_never_begins_in_an_interruption_or_after(void)
{
    model_reset();
    model.points[0][BIN_FOREIGN][STATE_INTERRUPTION] = 100;
    model.points[0][BIN_FOREIGN][STATE_AFTER] = 100;
    CHECK_STR(path_of("31", NULL, 0), "bm");
    model.moves[MOVES_ANY][MOVE_BEFORE_MAIN] = -30;
    CHECK_STR(path_of("31", NULL, 0), "mm");
}

/* text, chrome, text: as one main text 10 - 10 + 10 + 2 * 4 = 18, with an
 * interruption 10 + 0 + 10 - 2 * 3 = 14, one text alone 10. At 4 points less
 * inside main the first is 10 and the second wins. */
static void
test_a_small_sum_made_by_hand(void)
{
    model_reset();
    model.moves[MOVES_ANY][MOVE_MAIN_MAIN] = 4;
    model.moves[MOVES_ANY][MOVE_MAIN_INTERRUPTION] = -3;
    model.moves[MOVES_ANY][MOVE_INTERRUPTION_MAIN] = -3;
    CHECK_STR(path_of("121", NULL, 0), "mmm");
    model.moves[MOVES_ANY][MOVE_MAIN_MAIN] = 0;
    CHECK_STR(path_of("121", NULL, 0), "mim");
}

/* Two texts are one while what stands between them costs less than the smaller
 * of them has. */
static void
test_the_larger_of_two_texts_is_taken_where_joining_costs_more(void)
{
    model_reset();
    model.moves[MOVES_ANY][MOVE_MAIN_INTERRUPTION] = -30;
    CHECK_STR(path_of("1121111", NULL, 0), "mmmmmmm");
    CHECK_STR(path_of("1221111", NULL, 0), "bbbmmmm");
    CHECK_STR(path_of("1112221", NULL, 0), "mmmaaaa");
}

static void
test_moves_are_of_the_class_of_the_later_block(void)
{
    model_reset();
    model.moves[MOVES_ANY][MOVE_MAIN_INTERRUPTION] = -30;
    model.moves[MOVES_ELSEWHERE][MOVE_MAIN_INTERRUPTION] = -30;
    model.moves[MOVES_ELSEWHERE][MOVE_MAIN_MAIN] = -15;
    CHECK_STR(path_of("111", "000", 0), "mmm");
    CHECK_STR(path_of("111", "050", 0), "bmm");
    CHECK_STR(path_of("111", "005", 0), "mma");
    CHECK_STR(path_of("111", "500", 0), "mmm");
    model.moves[MOVES_ELSEWHERE][MOVE_MAIN_MAIN] = -5;
    CHECK_STR(path_of("111", "050", 0), "mmm");
}

static void
test_a_bias_pulls_blocks_into_main(void)
{
    model_reset();
    CHECK_STR(path_of("2012", NULL, 1), "bmma");
    CHECK_STR(path_of("2012", NULL, 11), "mmmm");
    CHECK_STR(path_of("2012", NULL, -1), "bbma");
}

/* -- margins --------------------------------------------------------------- */

static const uint32_t *
margins_of(const char *bins)
{
    struct blocks blocks = blocks_of(bins, NULL);

    path_sum(&table, &model, 0, &blocks);
    return path_margins(scratch_arena(1 << 16), &model, &blocks);
}

static void
test_a_margin_is_what_the_other_side_costs(void)
{
    const uint32_t *margins;

    model_reset();
    margins = margins_of("2112");       /* bmma, 20 points */
    CHECK_INT(margins[0], 10);          /* mmma: 10 */
    CHECK_INT(margins[1], 10);          /* bbma: 10 */
    CHECK_INT(margins[2], 10);
    CHECK_INT(margins[3], 10);
    margins = margins_of("11311");      /* mmimm, 46 points */
    CHECK_INT(margins[2], 16);          /* mmmmm: 30 */
    CHECK_INT(margins[0], 10);
    CHECK_INT(margins[1], 10);          /* miimm: 36 */
}

static void
test_a_margin_without_another_side_is_the_largest(void)
{
    model_reset();
    CHECK(margins_of("1")[0] == UINT32_MAX);
    CHECK(margins_of("")[0] == 0);
}

int
main(void)
{
    test_text_stands_between_before_and_after();
    test_points_are_the_sums_of_the_bins_and_the_bias();
    test_some_block_is_always_main();
    test_foreign_blocks_inside_main_interrupt_it();
    test_a_page_never_ends_in_an_interruption();
    test_a_page_never_begins_in_an_interruption_or_after();
    test_a_small_sum_made_by_hand();
    test_the_larger_of_two_texts_is_taken_where_joining_costs_more();
    test_moves_are_of_the_class_of_the_later_block();
    test_a_bias_pulls_blocks_into_main();
    test_a_margin_is_what_the_other_side_costs();
    test_a_margin_without_another_side_is_the_largest();
    return check_summary();
}
