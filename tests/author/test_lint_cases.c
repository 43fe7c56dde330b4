/* test_lint_cases.c - what the lint finds by running the cases: each code where
 * it is due, and beside it what it leaves alone.
 */
#include "tests/author/lint_run.h"

/* Cases on other pages: "two" has the body in two containers, "bare" has none,
 * "dump" is plain text, "menu" has no main text. */
#define ON(page) "[case " page "]\nhas: \"مكتبة الحي القديم\"\n"
#define ON_MENU "[case menu.html]\ntext: none\n"

static void
write_pages(struct folder *f)
{
    folder_write(f, "two.html", PAGE_HEAD "</div><div class=\"content\">"
                                PAGE_TEXT PAGE_TAIL);
    folder_write(f, "bare.html",
                 "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                 "<title>مكتبة الحي</title></head><body><div class=\"bare\">"
                 "<h1>مكتبة الحي</h1><p class=\"writer\">سالم الهادي</p>\n"
                 PAGE_TEXT PAGE_TAIL);
    folder_write(f, "menu.html",
                 "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                 "<title>الرئيسية</title></head><body><ul class=\"content\">"
                 "<li>من نحن</li></ul></body></html>\n");
    folder_write(f, "dump.txt",
                 "الرئيسية\nأخبار\nمكتبة الحي تفتح أبوابها من جديد\n"
                 "كتب: سالم الهادي\n"
                 "فتحت مكتبة الحي القديم أبوابها صباح اليوم أمام القراء بعد "
                 "عامين من أعمال الترميم، وقد حضر الافتتاح عدد كبير من الأهالي "
                 "الذين انتظروا طويلا عودة هذا المكان.\n"
                 "وقالت مديرة المكتبة إن العمل شمل السقف والنوافذ ورفوف القاعة "
                 "الكبرى، وأضافت أن أكثر من عشرة آلاف كتاب نقلت إلى مخازن جافة "
                 "حتى لا تصيبها الرطوبة.\n"
                 "اترك تعليقا\n");
}

/* Lint a file of these lines, from line 4 on. */
static struct str
found(struct lint_run *run, const char *lines, const char *code)
{
    char text[4096];

    snprintf(text, sizeof text, "%s%s", RULE_HEAD, lines);
    lint_text(run, text);
    return lint_places(run, code);
}

/* -- W22 ------------------------------------------------------------------- */

static void
test_w22_entry_that_hits_nothing(struct lint_run *run)
{
    CHECK_STR(found(run, "keep: .none | .content\nhint+5: \"لم يقل أحد\"\n"
                         "if: /لم يقل/ | .content\n" ON("page.html"), "W22"),
              "4:7 5:9 6:5");
    CHECK_STR(found(run, "mark: .none | \"لم يقل\" | \"سالم الهادي\"\n"
                         ON("page.html"), "W22"), "4:7 4:15");
    CHECK_STR(found(run, "date: .writer -> /\\d+/ | .writer@title | .writer\n"
                         ON("page.html"), "W22"), "4:7 4:26");
}

static void
test_w22_one_case_is_enough(struct lint_run *run)
{
    CHECK_STR(found(run, "keep: .none | .bare | .menu\n" ON("page.html")
                         ON("bare.html"), "W22"), "4:7");
}

static void
test_w22_is_not_for_what_hits_no_block(struct lint_run *run)
{
    CHECK_STR(found(run, "name: \"لم يقل\"\nunless: .none\nexpect: blocks>=1\n"
                         "if: meta[property=\"og:type\"]\nafter: @start\n"
                         ON("page.html"), "W22"), "");
}

static void
test_w22_asks_pages_of_the_right_kind(struct lint_run *run)
{
    static const char lines[] = "keep: .none | \"لم يقل\"\n[text]\n"
                                "keep: \"لم يقل\" | \"اترك تعليقا\"\n";
    char text[2048];

    snprintf(text, sizeof text, "%s%s", lines, ON("page.html"));
    CHECK_STR(found(run, text, "W22"), "4:7 4:15");
    snprintf(text, sizeof text, "%s%s", lines, ON("dump.txt"));
    CHECK_STR(found(run, text, "W22"), "4:15 6:7");
    snprintf(text, sizeof text, "%s%s%s", lines, ON("dump.txt"),
             ON("page.html"));
    CHECK_STR(found(run, text, "W22"), "4:7 4:15 6:7");
}

/* -- W23 ------------------------------------------------------------------- */

static void
test_w23_value_that_never_comes_first(struct lint_run *run)
{
    CHECK_STR(found(run, "title: h1 | .content h1\nbody: .content | .content p"
                         "\n" ON("page.html"), "W23"), "4:13 5:18");
    CHECK_STR(found(run, "title: .content h1 | h1\n" ON("page.html")
                         ON("bare.html"), "W23"), "");
    CHECK_STR(found(run, "title: .none | h1\n" ON("page.html"), "W23"), "");
    CHECK_STR(found(run, "title: h1\ntitle: .content h1\n" ON("page.html"),
                    "W23"), "");
    CHECK_STR(found(run, "title: h1 | .none\n" ON("page.html"), "W23"), "");
}

static void
test_w23_is_for_what_takes_one_value(struct lint_run *run)
{
    CHECK_STR(found(run, "keep: .content | .content p\n" ON("page.html"),
                    "W23"), "");
    CHECK_STR(found(run, "title: h1 -> /\\d+/ | .content h1\n"
                         ON("page.html"), "W23"), "");
}

/* -- W28 ------------------------------------------------------------------- */

static void
test_w28_body_of_several_or_none(struct lint_run *run)
{
    CHECK_STR(found(run, "body: .content\n" ON("two.html") ON("bare.html"),
                    "W28"), "4:7");
    CHECK_STR(found(run, "body: .content\n" ON("two.html") ON("page.html"),
                    "W28"), "");
    CHECK_STR(found(run, "body: .content\n" ON("page.html") ON("bare.html"),
                    "W28"), "");
    CHECK_STR(found(run, "body: .content | .bare\n" ON("two.html")
                         ON("bare.html"), "W28"), "");
    CHECK_STR(found(run, "body: body, .content\n" ON("two.html")
                         ON("bare.html"), "W28"), "");
}

static void
test_w28_page_without_text_needs_no_body(struct lint_run *run)
{
    CHECK_STR(found(run, "body: div.content\n" ON("two.html") ON_MENU, "W28"),
              "");
    CHECK_STR(found(run, "body: .content\n" ON("two.html") ON("dump.txt"),
                    "W28"), "");
}

/* -- W29 ------------------------------------------------------------------- */

static void
test_w29_end_that_comes_too_early(struct lint_run *run)
{
    CHECK_STR(found(run, "until: \"من نحن\" | \"أخبار\"\n" ON("page.html"),
                    "W29"), "4:19");
    CHECK_STR(found(run, "until: \"من نحن\"\n" ON("page.html"), "W29"), "");
    CHECK_STR(found(run, "until!: .footer\n" ON("page.html"), "W29"), "");
    CHECK_STR(found(run, "until: \"من نحن\"\n" ON("page.html") ON_MENU,
                    "W29"), "");
}

/* -- W30 ------------------------------------------------------------------- */

static void
test_w30_rule_that_changes_nothing(struct lint_run *run)
{
    lint_text(run, "#!rule 1\n# a remark\nsite: press.example\n"
                   "body: .content\n" ON("page.html"));
    CHECK_STR(lint_places(run, NULL), "W30 3:1");
    lint_text(run, "#!rule 1\ntheme: little\nmark: .content\nbody: .content\n"
                   ON("page.html"));
    CHECK_STR(lint_places(run, NULL), "W30 2:1");
    lint_text(run, "#!rule 1\nmark: .content\nbody: .content\n"
                   ON("nowhere.html"));
    CHECK_STR(lint_places(run, "W30"), "");
}

static void
test_w30_any_change_on_any_case_will_do(struct lint_run *run)
{
    lint_text(run, "#!rule 1\nsite: press.example\nbyline: .writer\n"
                   ON("page.html"));
    CHECK_STR(lint_places(run, "W30"), "");
    lint_text(run, "#!rule 1\nsite: press.example\ncut: *\"القديم\"\n"
                   ON("page.html"));
    CHECK_STR(lint_places(run, "W30"), "");
    lint_text(run, "#!rule 1\nsite: press.example\nbyline: .bare .writer\n"
                   ON("page.html") ON("bare.html"));
    CHECK_STR(lint_places(run, "W30"), "");
}

int
main(void)
{
    struct lint_run run;

    lint_open(&run);
    write_pages(&run.folder);
    test_w22_entry_that_hits_nothing(&run);
    test_w22_one_case_is_enough(&run);
    test_w22_is_not_for_what_hits_no_block(&run);
    test_w22_asks_pages_of_the_right_kind(&run);
    test_w23_value_that_never_comes_first(&run);
    test_w23_is_for_what_takes_one_value(&run);
    test_w28_body_of_several_or_none(&run);
    test_w28_page_without_text_needs_no_body(&run);
    test_w29_end_that_comes_too_early(&run);
    test_w30_rule_that_changes_nothing(&run);
    test_w30_any_change_on_any_case_will_do(&run);
    lint_close(&run);
    return check_summary();
}
