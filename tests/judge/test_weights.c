/* test_weights.c - what a weights.conf may hold and how its errors are told. */
#include "judge/weights.h"

#include "judge/html_features.h"
#include "judge/text_features.h"
#include "tests/check.h"
#include "tests/finding.h"

static struct store store;
static struct rule_findings errors;
static struct weights weights;

static bool
load(const char *text)
{
    store_free(&store);
    errors = (struct rule_findings){ .store = &store };
    return weights_load(str_of(text), "w.conf", &errors, &weights);
}

/* The points that the loaded weights hold for a bin. */
static int
points(const struct feature_table *table, const struct model *model,
       const char *name, enum state state)
{
    for (uint32_t f = 0; f < table->n; f++)
        for (uint32_t k = 0; k < feature_n_bins(&table->items[f]); k++) {
            char full[128];

            snprintf(full, sizeof full, "%s.%s", table->items[f].name,
                     table->items[f].bins[k]);
            if (str_eq(str_of(full), str_of(name)))
                return model->points[f][k][state];
        }
    CHECK(false);
    return 0;
}

static void
check_refused(const char *text, uint32_t line, const char *message)
{
    CHECK(!load(text));
    if (!CHECK_INT(errors.n, 1))
        return;
    CHECK_STR(str_of(errors.items[0].file), "w.conf");
    CHECK_INT(errors.items[0].line, line);
    CHECK_STR(message_of(&errors.items[0]), message);
}

static void
test_points_go_to_their_bin_and_state(void)
{
    CHECK(load("html.main.words.8 17\nhtml.after.digit_percent.0.1 -3\n"
               "text.interruption.end.long_colon +4\n"));
    CHECK_INT(points(&html_feature_table, &weights.html, "words.8",
                     STATE_MAIN), 17);
    CHECK_INT(points(&html_feature_table, &weights.html, "words.8",
                     STATE_AFTER), 0);
    CHECK_INT(points(&text_feature_table, &weights.text, "words.10",
                     STATE_MAIN), 0);
    CHECK_INT(points(&html_feature_table, &weights.html, "digit_percent.0.1",
                     STATE_AFTER), -3);
    CHECK_INT(points(&text_feature_table, &weights.text, "end.long_colon",
                     STATE_INTERRUPTION), 4);
}

static void
test_moves_and_thresholds_have_their_place(void)
{
    CHECK(load("html.move.beside.main_after 5\ntext.move.any.before_main -6\n"
               "html.verdict.min_letters 123456\n"
               "text.verdict.max_date_lines 3\n"));
    CHECK_INT(weights.html.moves[MOVES_BESIDE][MOVE_MAIN_AFTER], 5);
    CHECK_INT(weights.text.moves[MOVES_ANY][MOVE_BEFORE_MAIN], -6);
    CHECK_INT(weights.html.moves[MOVES_ANY][MOVE_BEFORE_MAIN], 0);
    CHECK_INT(weights.html.thresholds[VERDICT_MIN_LETTERS], 123456);
    CHECK_INT(weights.text.thresholds[VERDICT_MAX_DATE_LINES], 3);
    CHECK_INT(weights.text.thresholds[VERDICT_MIN_LETTERS], 0);
}

static void
test_knots_of_confidence_have_their_place(void)
{
    CHECK(load("html.confidence.0 120\ntext.confidence.1000 980\n"));
    CHECK_INT(weights.html.confidence[0], 120);
    CHECK_INT(weights.html.confidence[N_KNOTS - 1], 0);
    CHECK_INT(weights.text.confidence[N_KNOTS - 1], 980);
    CHECK(!load("html.confidence.650 1\n"));
    CHECK(!load("html.confidence.0 -1\n"));
}

static void
test_every_bin_of_both_tables_can_be_named(void)
{
    const struct feature_table *tables[] = { &html_feature_table,
                                             &text_feature_table };

    for (int t = 0; t < 2; t++)
        for (uint32_t f = 0; f < tables[t]->n; f++)
            for (uint32_t k = 0; k < feature_n_bins(&tables[t]->items[f]);
                 k++) {
                const struct feature *feature = &tables[t]->items[f];
                struct model *model = t ? &weights.text : &weights.html;
                char line[128];

                snprintf(line, sizeof line, "%s.main.%s.%s 7",
                         tables[t]->name, feature->name, feature->bins[k]);
                CHECK(load(line) && model->points[f][k][STATE_MAIN] == 7);
            }
}

static void
test_every_class_of_moves_has_a_name(void)
{
    for (int c = 0; c < N_MOVE_CLASSES; c++) {
        char line[128];

        snprintf(line, sizeof line, "html.move.%s.after_after 7",
                 move_class_name((enum move_class)c));
        CHECK(load(line));
        CHECK_INT(weights.html.moves[c][MOVE_AFTER_AFTER], 7);
    }
}

static void
test_space_blank_lines_and_comments_say_nothing(void)
{
    CHECK(load(""));
    CHECK(load("\n# html.main.words.8 1\n   \n  html.main.words.8   17  \r\n"
               "\t# x"));
    CHECK_INT(points(&html_feature_table, &weights.html, "words.8",
                     STATE_MAIN), 17);
}

static void
test_unknown_names_are_refused(void)
{
    check_refused("html.main.word.8 1", 1, "unknown weight ⟦html.main.word.8⟧");
    check_refused("\nhtml.main.words.9 1", 2,
                  "unknown weight ⟦html.main.words.9⟧");
    check_refused("pdf.main.words.8 1", 1, "unknown weight ⟦pdf.main.words.8⟧");
    check_refused("html.main.words 1", 1, "unknown weight ⟦html.main.words⟧");
    check_refused("html.main.words.8.x 1", 1,
                  "unknown weight ⟦html.main.words.8.x⟧");
    check_refused("html.move.near.main_main 1", 1,
                  "unknown weight ⟦html.move.near.main_main⟧");
    check_refused("html.move.any.main_before 1", 1,
                  "unknown weight ⟦html.move.any.main_before⟧");
    check_refused("html.verdict.max 1", 1, "unknown weight ⟦html.verdict.max⟧");
}

static void
test_before_has_no_points(void)
{
    check_refused("html.before.words.8 1", 1,
                  "unknown weight ⟦html.before.words.8⟧");
}

static void
test_a_name_given_twice_is_refused(void)
{
    check_refused("html.main.words.8 1\nhtml.after.words.8 1\n"
                  "html.main.words.8 1", 3,
                  "weight given twice ⟦html.main.words.8⟧");
    check_refused("html.main.words.8 0\nhtml.main.words.8 0", 2,
                  "weight given twice ⟦html.main.words.8⟧");
    check_refused("html.verdict.min_letters 0\nhtml.verdict.min_letters 5", 2,
                  "weight given twice ⟦html.verdict.min_letters⟧");
}

static void
test_what_is_no_number_is_refused(void)
{
    check_refused("html.main.words.8", 1,
                  "not 'name integer' ⟦html.main.words.8⟧");
    check_refused("html.main.words.8 1.5", 1,
                  "not 'name integer' ⟦html.main.words.8 1.5⟧");
    check_refused("html.main.words.8 1 2", 1,
                  "not 'name integer' ⟦html.main.words.8 1 2⟧");
    check_refused("html.main.words.8 = 1", 1,
                  "not 'name integer' ⟦html.main.words.8 = 1⟧");
    check_refused("html.verdict.min_letters 2147483648", 1,
                  "not 'name integer' ⟦html.verdict.min_letters 2147483648⟧");
}

static void
test_points_have_a_range(void)
{
    CHECK(load("html.main.words.8 10000\nhtml.move.any.main_main -10000"));
    CHECK_INT(weights.html.moves[MOVES_ANY][MOVE_MAIN_MAIN], -10000);
    check_refused("html.main.words.8 10001", 1,
                  "points outside -10000 to 10000 ⟦html.main.words.8⟧");
    check_refused("html.move.any.main_main -10001", 1,
                  "points outside -10000 to 10000 ⟦html.move.any.main_main⟧");
}

static void
test_all_errors_of_a_file_are_told(void)
{
    CHECK(!load("html.main.words.9 1\nhtml.main.words.8 1\n"
                "html.main.words.8 x\n\nhtml.main.words.8 2\n"));
    if (!CHECK_INT(errors.n, 3))
        return;
    CHECK_INT(errors.items[0].line, 1);
    CHECK_INT(errors.items[1].line, 3);
    CHECK_INT(errors.items[2].line, 5);
}

static void
test_errors_of_other_files_do_not_count(void)
{
    load("html.main.words.9 1");
    CHECK(weights_load(STR("html.main.words.8 1"), "v.conf", &errors,
                       &weights));
    CHECK_INT(errors.n, 1);
}

int
main(void)
{
    test_points_go_to_their_bin_and_state();
    test_moves_and_thresholds_have_their_place();
    test_knots_of_confidence_have_their_place();
    test_every_bin_of_both_tables_can_be_named();
    test_every_class_of_moves_has_a_name();
    test_space_blank_lines_and_comments_say_nothing();
    test_unknown_names_are_refused();
    test_before_has_no_points();
    test_a_name_given_twice_is_refused();
    test_what_is_no_number_is_refused();
    test_points_have_a_range();
    test_all_errors_of_a_file_are_told();
    test_errors_of_other_files_do_not_count();
    store_free(&store);
    return check_summary();
}
