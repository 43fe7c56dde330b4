/* test_lint_values.c - what the lint finds in values without a page: each code
 * where it is due, and beside it what it leaves alone.
 */
#include "tests/author/lint_run.h"

static void
test_w20_classes_made_by_builds(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: .article_body__2JkL9\n", "W20"), "4:7");
    CHECK_STR(str_of(lint_first(run, "W20")->word), ".article_body__2JkL9");
    CHECK_STR(str_of(lint_first(run, "W20")->hint),
              "[class^=\"article_body__\"]");
    CHECK_STR(lint_added(run, "keep: div.x__Xxxxx > p.sc-bdVaJa, .css-1a2b3c"
                              "\n", "W20"), "4:10 4:23 4:35");
    CHECK_STR(lint_added(run, "keep: :not(.sc-gsnTZi)\n", "W20"), "4:12");
    CHECK_STR(lint_added(run, "keep: .card__title, .card__item2, .sc-title, "
                              ".css-grid, .block__Heading, #x__2JkL9\n",
                         "W20"), "");
    CHECK_STR(lint_added(run, "keep: [class^=\"article_body__\"], "
                              "p:text(\".sc-bdVaJa\")\n", "W20"), "");
    CHECK_STR(lint_added(run, "keep: /\\.sc-bdVaJa/ | \".sc-bdVaJa\"\n",
                         "W20"), "");
}

static void
test_w21_classes_compared_in_order(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: p[class=\"lead big\"]\n", "W21"), "4:8");
    CHECK_STR(str_of(lint_first(run, "W21")->hint), ".lead.big");
    CHECK_STR(lint_added(run, "keep: p[ class = 'lead  big' i ]\n", "W21"),
              "4:8");
    CHECK_STR(lint_added(run, "keep: p[class=\"lead\"], p[class^=\"a b\"], "
                              "p[title=\"a b\"], p[class]\n", "W21"), "");
}

static void
test_w24_phrases_that_others_cover(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: \"اقرأ أيضا\" | \"إقرأ أيضًا\"\n", "W24"),
              "4:21");
    CHECK_STR(lint_added(run, "keep: \"اقرأ أيضا هنا\"\nkeep: \"إقرأ أيضا\"\n",
                         "W24"), "4:7");
    CHECK_STR(str_of(lint_first(run, "W24")->hint),
              "line 5 hits what this would");
    CHECK_STR(lint_added(run, "keep: *\"أيضا\"\nkeep: \"اقرأ أيضا هنا\"\n",
                         "W24"), "5:7");
    CHECK_STR(lint_added(run, "hint+5: \"اقرأ أيضا\"\n"
                              "hint+5: \"إقرأ أيضا\"\n", "W24"), "5:9");
}

static void
test_w24_leaves_alone_what_differs(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: \"اقرأ أيضا\"\nkeep: \"اقرأ أيضاح\"\n",
                         "W24"), "");
    CHECK_STR(lint_added(run, "keep: \"اقرأ أيضا\"\nhint+5: \"اقرأ أيضا\"\n",
                         "W24"), "");
    CHECK_STR(lint_added(run, "keep: \"أيضا\"\nkeep: *\"أيضا\"\n", "W24"),
              "4:7");
    CHECK_STR(lint_added(run, "keep: \"اقرأ\"\nkeep: *\"اقرأ أيضا\"\n", "W24"),
              "");
    CHECK_STR(lint_added(run, "keep: =\"اقرأ أيضا\"\nkeep: =\"إقرأ أيضا\"\n",
                         "W24"), "");
    CHECK_STR(lint_added(run, "drop: \"اقرأ أيضا\"\ndrop+3: \"إقرأ أيضا\"\n",
                         "W24"), "4:7");
    CHECK_STR(lint_added(run, "after: \"اقرأ هنا\"\n"
                              "after: \"إقرأ هنا\" last\n", "W24"), "");
    CHECK_STR(lint_added(run, "cut: \"اقرأ\"\ncut: \"اقرأ هنا\"\n", "W24"),
              "");
    CHECK_STR(lint_added(run, "keep: \"اقرأ هنا\"\n[text]\n"
                              "keep: \"اقرأ هنا\"\n", "W24"), "");
}

static void
test_w25_short_phrases(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: \"من\" | \"نعم\" | \"عندما\" | \"٣ م\"\n",
                         "W25"), "4:7 4:14 4:22 4:32");
    CHECK_STR(lint_added(run, "keep: \"نعمة\" | \"عندما قال\" | =\"من\"\n"
                              "title: \"من نحن\"\n", "W25"), "");
}

static void
test_w26_patterns(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: /^\\d+$/ | /كلمة ث+ث+$/\n", "W26"),
              "4:7 4:17");
    CHECK(lint_first(run, "W26")->message[0] != '\0');
    CHECK_STR(lint_added(run, "title: h1 -> /كلمة ث+ث+$/\n", "W26"), "4:8");
    CHECK_STR(lint_added(run, "keep: /^قال الوزير \\d+$/\n"
                              "title: h1 -> /^\\d+/\n", "W26"), "");
}

static void
test_w27_stray_spaces_and_quotes(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: [title=\" x\"], [title=\"x \"], "
                              "[title='x\"']\n", "W27"), "4:7 4:21 4:35");
    CHECK_STR(lint_added(run, "keep: [title^=\" x\"], [title$=\"x \"], "
                              "[title~=\"x \"]\n", "W27"), "4:7 4:22 4:37");
    CHECK_STR(lint_added(run, "keep: [title*=\" x \"], [title^=\"x \"], "
                              "[title$=\" x\"], [title=\"x y\"], [title=x]\n",
                         "W27"), "");
}

static void
test_w31_age(struct lint_run *run)
{
    run->today = "2026-11-21";
    CHECK_STR(lint_added(run, "checked:  2025-11-20\n", "W31"), "4:11");
    CHECK_STR(lint_added(run, "checked:  2025-11-21\n", "W31"), "");
    CHECK_STR(lint_added(run, "checked:  2027-01-01\n", "W31"), "");
    CHECK_STR(lint_added(run, "", "W31"), "");
    run->today = "2024-03-01";
    CHECK_STR(lint_added(run, "checked: 2023-03-02\n", "W31"), "");
    CHECK_STR(lint_added(run, "checked: 2023-03-01\n", "W31"), "4:10");
    run->today = NULL;
    CHECK_STR(lint_added(run, "checked: 1999-01-01\n", "W31"), "");
}

static void
test_w32_what_folding_removes(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: \"مُكتبة الحي\"\n", "W32"), "4:9");
    CHECK_STR(lint_added(run, "keep: \"مكتبــة الحي\"\n", "W32"), "4:12");
    CHECK_STR(lint_added(run, "keep: \"ﻻ أحد هنا\"\n", "W32"), "4:8");
    CHECK_STR(lint_added(run, "keep: \"مكتبة\xE2\x80\x8F الحي\"\n", "W32"),
              "4:13");
    CHECK_STR(lint_added(run, "keep: \"أقرأ إلى الحياة، هنا\" | =\"مُكتبة\"\n"
                              "name: \"مُكتبة\"\n", "W32"), "");
    lint_text(run, RULE_HEAD RULE_CASE "lacks: \"مُكتبة\"\n");
    CHECK_STR(lint_places(run, NULL), "");
}

static void
test_w33_aspnet_ids(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: #ctl00_Main_lblBody, "
                              "[id=\"ctl01$Main$txt\"]\n", "W33"),
              "4:7 4:28");
    CHECK_STR(str_of(lint_first(run, "W33")->hint), "[id$=\"_lblBody\"]");
    CHECK_STR(lint_added(run, "keep: #ctl00, #control_x, .ctl00_x, "
                              "[id$=\"_lblBody\"], [name=\"ctl00_x\"]\n",
                         "W33"), "");
}

int
main(void)
{
    struct lint_run run;

    lint_open(&run);
    test_w20_classes_made_by_builds(&run);
    test_w21_classes_compared_in_order(&run);
    test_w24_phrases_that_others_cover(&run);
    test_w24_leaves_alone_what_differs(&run);
    test_w25_short_phrases(&run);
    test_w26_patterns(&run);
    test_w27_stray_spaces_and_quotes(&run);
    test_w31_age(&run);
    test_w32_what_folding_removes(&run);
    test_w33_aspnet_ids(&run);
    lint_close(&run);
    return check_summary();
}
