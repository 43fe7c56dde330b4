/* test_rule_values.c - alternatives, their kinds and parts, and what is
 * malformed. */
#include "rules/rule_values.h"

#include "check.h"
#include "finding.h"

static struct store store;
static struct rule_findings errors;
static struct rule_lines lines;

/* The values of the entry `key: rest`, its first column 6. */
static struct rule_values
values_of(const char *rest)
{
    static char text[256] = "#!rule 1\nkey: ";
    struct rule_line line = { .rest = { NULL, 0 } };
    struct str r = str_of(rest);

    memcpy(text + 14, r.ptr, r.len);
    store_free(&store);
    errors = (struct rule_findings){ .store = &store };
    CHECK(rule_lines_begin(&lines, "x.rule", (struct str){ text, 14 + r.len },
                           &errors));
    CHECK(rule_lines_next(&lines, &line));
    return rule_values_begin(&lines, line.rest);
}

static struct rule_value
only_value(const char *rest)
{
    struct rule_values it = values_of(rest);
    struct rule_value value = { .kind = RULE_PHRASE }, other;

    CHECK(rule_values_next(&it, &value));
    CHECK(!rule_values_next(&it, &other));
    CHECK_INT(errors.n, 0);
    return value;
}

/* All values are read; the last thing is this error. */
static void
check_fails(const char *rest, uint32_t column, const char *message)
{
    struct rule_values it = values_of(rest);
    struct rule_value value;

    while (rule_values_next(&it, &value))
        continue;
    CHECK(!rule_values_next(&it, &value));
    if (!CHECK_INT(errors.n, 1)) {
        printf("    rest: [%s]\n", rest);
        return;
    }
    CHECK_INT(errors.items[0].line, 2);
    CHECK_INT(errors.items[0].column, column);
    CHECK_STR(message_of(&errors.items[0]), message);
}

static void
test_phrases_stand_in_quotes(void)
{
    struct rule_value v = only_value("\"اقرأ | أيضا -> /x/\"");

    CHECK_INT(v.kind, RULE_PHRASE);
    CHECK_INT(v.mark, 0);
    CHECK_STR(v.text, "اقرأ | أيضا -> /x/");
    v = only_value("=\"(رويترز)\"");
    CHECK_INT(v.mark, '=');
    CHECK_STR(v.text, "(رويترز)");
    v = only_value("*\"شارك\" ");
    CHECK_INT(v.mark, '*');
    CHECK_STR(v.text, "شارك");
}

static void
test_patterns_stand_in_slashes(void)
{
    struct rule_value v = only_value("/^a\\/b | c\\\\/fi");

    CHECK_INT(v.kind, RULE_REGEX);
    CHECK_STR(v.text, "^a\\/b | c\\\\");
    CHECK_STR(v.flags, "fi");
    v = only_value("/\"/");
    CHECK_STR(v.text, "\"");
    CHECK_STR(v.flags, "");
}

static void
test_places_have_names_and_offsets(void)
{
    struct rule_value v = only_value("@title");

    CHECK_INT(v.kind, RULE_PLACE);
    CHECK_STR(v.text, "title");
    CHECK_STR(v.flags, "");
    v = only_value("@byline+12 last");
    CHECK_STR(v.text, "byline");
    CHECK_STR(v.flags, "+12");
    CHECK_STR(v.word, "last");
    v = only_value("@date-1");
    CHECK_STR(v.flags, "-1");
}

static void
test_everything_else_is_a_selector(void)
{
    struct rule_value v = only_value("div.a > p, #id [x=\"a | b\"]@href");

    CHECK_INT(v.kind, RULE_SELECTOR);
    CHECK_STR(v.text, "div.a > p, #id [x=\"a | b\"]@href");
    v = only_value("p:has(> a | b) -> /x(.*)/i");
    CHECK_STR(v.text, "p:has(> a | b)");
    CHECK_STR(v.step, "x(.*)");
    CHECK_STR(v.step_flags, "i");
    v = only_value("p:text(\"شارك\")");
    CHECK_STR(v.text, "p:text(\"شارك\")");
    v = only_value("=x");
    CHECK_INT(v.kind, RULE_SELECTOR);
    v = only_value("[a='it\"s']");
    CHECK_STR(v.text, "[a='it\"s']");
}

static void
test_words_and_steps_follow_values(void)
{
    struct rule_value v = only_value("\"أ\" last -> /\\d+/");

    CHECK_STR(v.text, "أ");
    CHECK_STR(v.word, "last");
    CHECK_STR(v.step, "\\d+");
    CHECK_STR(v.step_flags, "");
    v = only_value("\"أ\" -> /a/f");
    CHECK_STR(v.word, "");
    CHECK_STR(v.step_flags, "f");
}

static void
test_alternatives_come_in_order(void)
{
    struct rule_values it = values_of("\"أ\" | /b/f | .c d last | @start");
    struct rule_value v;

    CHECK(rule_values_next(&it, &v));
    CHECK_INT(v.kind, RULE_PHRASE);
    CHECK(rule_values_next(&it, &v));
    CHECK_INT(v.kind, RULE_REGEX);
    CHECK(rule_values_next(&it, &v));
    CHECK_INT(v.kind, RULE_SELECTOR);
    CHECK_STR(v.text, ".c d last");
    CHECK_STR(v.word, "");
    CHECK(rule_values_next(&it, &v));
    CHECK_INT(v.kind, RULE_PLACE);
    CHECK_STR(v.text, "start");
    CHECK(!rule_values_next(&it, &v));
    CHECK_INT(errors.n, 0);
}

static void
test_open_quotes_slashes_and_brackets_are_errors(void)
{
    check_fails("\"أب", 6, "no quotation mark ends this phrase ⟦\"أب⟧");
    check_fails("\"أب\" | =\"ج", 13,
                "no quotation mark ends this phrase ⟦=\"ج⟧");
    check_fails("/ab", 6, "no slash ends this pattern ⟦/ab⟧");
    check_fails("/ab\\", 6, "no slash ends this pattern ⟦/ab\\⟧");
    check_fails("/ab\\/", 6, "no slash ends this pattern ⟦/ab\\/⟧");
    check_fails("p[a | b", 6, "quotes or brackets do not pair ⟦p[a | b⟧");
    check_fails("p) | b", 6, "quotes or brackets do not pair ⟦p) | b⟧");
    check_fails("p[a=\"x]", 6, "quotes or brackets do not pair ⟦p[a=\"x]⟧");
}

static void
test_empty_values_are_errors(void)
{
    check_fails("\"\"", 6, "an empty phrase ⟦\"\"⟧");
    check_fails("*\"\" | b", 6, "an empty phrase ⟦*\"\"⟧");
    check_fails("//", 6, "an empty pattern ⟦//⟧");
    check_fails("\"a\" |", 11, "an empty alternative");
    check_fails("| \"a\"", 6, "an empty alternative ⟦| \"a\"⟧");
    check_fails("\"a\" | | \"b\"", 12, "an empty alternative ⟦| \"b\"⟧");
    check_fails("@ title", 7, "no name behind '@' ⟦ title⟧");
    check_fails("\"a\" -> //", 13, "an empty pattern ⟦//⟧");
}

static void
test_values_are_apart(void)
{
    check_fails("\"a\"|\"b\"", 9,
                "\" | \" or nothing follows a value ⟦|\"b\"⟧");
    check_fails("\"a\"| \"b\"", 9,
                "\" | \" or nothing follows a value ⟦| \"b\"⟧");
    check_fails("\"a\" |\"b\"", 10,
                "\" | \" or nothing follows a value ⟦|\"b\"⟧");
    check_fails("\"a\" \"b\"", 10,
                "\" | \" or nothing follows a value ⟦\"b\"⟧");
    check_fails("\"a\" x y", 12, "\" | \" or nothing follows a value ⟦y⟧");
    check_fails("/a/f.b", 10, "\" | \" or nothing follows a value ⟦.b⟧");
    check_fails("p -> x", 11, "a /pattern/ follows \"->\" ⟦x⟧");
}

static void
test_arabic_stands_in_quotes_or_slashes(void)
{
    check_fails("div.مقال", 10,
                "letters outside ASCII stand in quotes or slashes ⟦مقال⟧");
    check_fails("اقرأ أيضا", 6,
                "letters outside ASCII stand in quotes or slashes ⟦اقرأ أيضا⟧");
}

int
main(void)
{
    test_phrases_stand_in_quotes();
    test_patterns_stand_in_slashes();
    test_places_have_names_and_offsets();
    test_everything_else_is_a_selector();
    test_words_and_steps_follow_values();
    test_alternatives_come_in_order();
    test_open_quotes_slashes_and_brackets_are_errors();
    test_empty_values_are_errors();
    test_values_are_apart();
    test_arabic_stands_in_quotes_or_slashes();
    store_free(&store);
    return check_summary();
}
