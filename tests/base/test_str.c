/* test_str.c - slices: edges, empty ones, NUL bytes, and letters of ASCII
 * only. */
#include "base/str.h"

#include "tests/check.h"

static const struct str nothing = { NULL, 0 };

/* -- characters ------------------------------------------------------------ */

static void
classes_are_those_of_ascii(void)
{
    int n_space = 0, n_digit = 0, n_alpha = 0, n_lowered = 0;

    for (int i = 0; i < 256; i++) {
        char c = (char)i;

        n_space += is_space(c);
        n_digit += is_digit(c);
        n_alpha += is_alpha(c);
        n_lowered += to_lower(c) != c;
        CHECK(is_space(c) == (i == ' ' || i == '\t' || i == '\n' ||
                              i == '\r' || i == '\f'));
    }
    CHECK_INT(n_space, 5);
    CHECK_INT(n_digit, 10);
    CHECK_INT(n_alpha, 52);
    CHECK_INT(n_lowered, 26);
    CHECK(is_digit('0') && is_digit('9') && !is_digit('/') && !is_digit(':'));
    CHECK(is_alpha('a') && is_alpha('z') && is_alpha('A') && is_alpha('Z'));
    CHECK(!is_alpha('@') && !is_alpha('[') && !is_alpha('`') &&
          !is_alpha('{'));
    CHECK(to_lower('A') == 'a' && to_lower('Z') == 'z');
    CHECK(to_lower('[') == '[' && to_lower('@') == '@');
}

/* -- making ---------------------------------------------------------------- */

static void
literals_and_strings_make_slices(void)
{
    struct str s = STR("قمر");

    CHECK_INT(s.len, 6);
    CHECK_INT(STR("").len, 0);
    CHECK_INT(STR("a\0b").len, 3);
    CHECK_INT(str_of("abc").len, 3);
    CHECK_INT(str_of("").len, 0);
    CHECK_INT(str_of(NULL).len, 0);
    CHECK(str_of(NULL).ptr == NULL);
}

static void
a_slice_is_half_open(void)
{
    struct str s = STR("abcdef");

    CHECK_STR(str_slice(s, 0, 6), "abcdef");
    CHECK_STR(str_slice(s, 2, 4), "cd");
    CHECK_STR(str_slice(s, 0, 0), "");
    CHECK_STR(str_slice(s, 6, 6), "");
    CHECK(str_slice(s, 3, 3).ptr == s.ptr + 3);
    CHECK_INT(str_slice(nothing, 0, 0).len, 0);
}

/* -- comparing ------------------------------------------------------------- */

static void
equal_slices_have_equal_bytes(void)
{
    CHECK(str_eq(STR("abc"), STR("abc")));
    CHECK(!str_eq(STR("abc"), STR("abd")));
    CHECK(!str_eq(STR("abc"), STR("ab")));
    CHECK(!str_eq(STR("abc"), STR("ABC")));
    CHECK(str_eq(STR("a\0b"), STR("a\0b")));
    CHECK(!str_eq(STR("a\0b"), STR("a\0c")));
    CHECK(str_eq(nothing, STR("")));
    CHECK(str_eq(nothing, nothing));
}

static void
case_is_ignored_for_ascii_only(void)
{
    CHECK(str_ieq(STR("Content-Type"), STR("cONTENT-tYPE")));
    CHECK(!str_ieq(STR("abc"), STR("ab")));
    CHECK(!str_ieq(STR("[abc"), STR("{abc")));  /* 32 apart, as letters are */
    CHECK(!str_ieq(STR("@"), STR("`")));
    CHECK(str_ieq(STR("نص"), STR("نص")));
    CHECK(!str_ieq(STR("É"), STR("é")));
    CHECK(str_ieq(nothing, STR("")));
}

static void
beginnings_and_endings_are_seen(void)
{
    struct str s = STR("الميناء القديم");

    CHECK(str_starts(s, STR("الميناء")));
    CHECK(str_ends(s, STR("القديم")));
    CHECK(!str_starts(s, STR("القديم")));
    CHECK(!str_ends(s, STR("الميناء")));
    CHECK(str_starts(s, s) && str_ends(s, s));
    CHECK(str_starts(s, nothing) && str_ends(s, nothing));
    CHECK(str_starts(nothing, nothing) && str_ends(nothing, nothing));
    CHECK(!str_starts(STR("ab"), STR("abc")));
    CHECK(!str_ends(STR("bc"), STR("abc")));
    CHECK(!str_starts(nothing, STR("a")) && !str_ends(nothing, STR("a")));
}

static void
trimming_takes_white_space_at_the_ends_only(void)
{
    struct str s = STR(" \t\r\n\fa b\n ");

    CHECK_STR(str_trim(s), "a b");
    CHECK(str_trim(s).ptr == s.ptr + 5);
    CHECK_STR(str_trim(STR("ab")), "ab");
    CHECK_STR(str_trim(STR(" \n ")), "");
    CHECK_STR(str_trim(STR("")), "");
    CHECK_INT(str_trim(nothing).len, 0);
    CHECK_STR(str_trim(STR("\u00A0a\v")), "\u00A0a\v");
}

/* -- finding --------------------------------------------------------------- */

static void
finding_gives_the_first_at_or_after_from(void)
{
    struct str s = STR("abcabcab");

    CHECK_INT(str_find(s, STR("abc"), 0), 0);
    CHECK_INT(str_find(s, STR("abc"), 1), 3);
    CHECK_INT(str_find(s, STR("abc"), 3), 3);
    CHECK_INT(str_find(s, STR("abc"), 4), 8);
    CHECK_INT(str_find(s, STR("ab"), 6), 6);    /* the last place it can be */
    CHECK_INT(str_find(s, STR("b"), 7), 7);
    CHECK_INT(str_find(s, STR("x"), 0), 8);
    CHECK_INT(str_find(s, STR("a"), 8), 8);
    CHECK_INT(str_find(s, STR("abcabcabc"), 0), 8);
    CHECK_INT(str_find(STR("aab"), STR("ab"), 0), 1);
    CHECK_INT(str_find(STR("x\0y"), STR("\0y"), 0), 1);
    CHECK_INT(str_find(STR("قال إنه قال"), STR("قال"), 1), 14);
}

static void
an_empty_part_is_found_where_the_search_begins(void)
{
    CHECK_INT(str_find(STR("abc"), nothing, 0), 0);
    CHECK_INT(str_find(STR("abc"), STR(""), 2), 2);
    CHECK_INT(str_find(STR("abc"), STR(""), 3), 3);
    CHECK_INT(str_ifind(STR("abc"), STR(""), 2), 2);
    CHECK_INT(str_ifind(STR("abc"), STR(""), 3), 3);
    CHECK_INT(str_find(nothing, nothing, 0), 0);
    CHECK_INT(str_find(nothing, STR("a"), 0), 0);
    CHECK_INT(str_ifind(nothing, STR("a"), 0), 0);
}

static void
finding_may_ignore_the_case_of_ascii(void)
{
    struct str s = STR("text/HTML; Charset=x; charset=y");

    CHECK_INT(str_ifind(s, STR("charset="), 0), 11);
    CHECK_INT(str_ifind(s, STR("CHARSET="), 12), 22);
    CHECK_INT(str_ifind(s, STR("html"), 0), 5);
    CHECK_INT(str_ifind(s, STR("Y"), 0), 30);
    CHECK_INT(str_ifind(s, STR("charsets"), 0), s.len);
    CHECK_INT(str_ifind(s, STR("charset="), 23), s.len);
}

/* -- cutting --------------------------------------------------------------- */

static void
lines_are_cut_at_line_feeds(void)
{
    struct str rest = STR("one\n\n two \r\nthree"), line;

    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, "one");
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, "");
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, " two \r");
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, "three");
    CHECK_INT(rest.len, 0);
    CHECK(!str_next_line(&rest, &line));
}

static void
a_last_line_feed_ends_a_line_and_begins_none(void)
{
    struct str rest = STR("a\n"), line;

    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, "a");
    CHECK(!str_next_line(&rest, &line));

    rest = STR("\n");
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, "");
    CHECK(!str_next_line(&rest, &line));

    rest = nothing;
    CHECK(!str_next_line(&rest, &line));
}

static void
fields_are_cut_at_runs_of_the_separator(void)
{
    struct str rest = STR("::a:bb:::ccc:"), word;

    CHECK(str_next_field(&rest, ':', &word));
    CHECK_STR(word, "a");
    CHECK(str_next_field(&rest, ':', &word));
    CHECK_STR(word, "bb");
    CHECK(str_next_field(&rest, ':', &word));
    CHECK_STR(word, "ccc");
    CHECK(!str_next_field(&rest, ':', &word));
    CHECK_INT(rest.len, 0);
    CHECK(!str_next_field(&rest, ':', &word));
}

static void
a_field_without_separators_is_the_whole(void)
{
    struct str rest = STR("a b"), word;

    CHECK(str_next_field(&rest, ',', &word));
    CHECK_STR(word, "a b");
    CHECK(!str_next_field(&rest, ',', &word));
    rest = STR(",,");
    CHECK(!str_next_field(&rest, ',', &word));
    rest = nothing;
    CHECK(!str_next_field(&rest, ',', &word));
}

/* -- numbers --------------------------------------------------------------- */

static void
whole_decimal_numbers_are_read(void)
{
    static const struct { const char *text; int32_t value; } numbers[] = {
        { "0", 0 }, { "7", 7 }, { "+7", 7 }, { "-7", -7 }, { "-0", 0 },
        { "0042", 42 }, { "00000000000000000000000000001", 1 },
        { "2147483647", INT32_MAX }, { "-2147483647", -INT32_MAX }
    };

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        int32_t value = 99;

        CHECK(str_to_int(str_of(numbers[i].text), &value));
        CHECK_INT(value, numbers[i].value);
    }
}

static void
what_is_no_int32_is_refused_and_the_value_left_alone(void)
{
    static const char *const texts[] = {
        "", "+", "-", "+-1", "--1", " 1", "1 ", "1.0", "0x10", "1e3", "a",
        "2147483648", "-2147483649", "4294967296", "18446744073709551617",
        "99999999999999999999999999999999", "\u0661"
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        int32_t value = 99;

        CHECK(!str_to_int(str_of(texts[i]), &value));
        CHECK_INT(value, 99);
    }
}

static void
a_nul_inside_a_number_is_no_digit(void)
{
    int32_t value = 99;

    CHECK(!str_to_int(STR("1\0"), &value));
    CHECK(!str_to_int(nothing, &value));
    CHECK_INT(value, 99);
}

int
main(void)
{
    classes_are_those_of_ascii();
    literals_and_strings_make_slices();
    a_slice_is_half_open();
    equal_slices_have_equal_bytes();
    case_is_ignored_for_ascii_only();
    beginnings_and_endings_are_seen();
    trimming_takes_white_space_at_the_ends_only();
    finding_gives_the_first_at_or_after_from();
    an_empty_part_is_found_where_the_search_begins();
    finding_may_ignore_the_case_of_ascii();
    lines_are_cut_at_line_feeds();
    a_last_line_feed_ends_a_line_and_begins_none();
    fields_are_cut_at_runs_of_the_separator();
    a_field_without_separators_is_the_whole();
    whole_decimal_numbers_are_read();
    what_is_no_int32_is_refused_and_the_value_left_alone();
    a_nul_inside_a_number_is_no_digit();
    return check_summary();
}
