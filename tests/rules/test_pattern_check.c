/* test_pattern_check.c - what may not stand in a pattern: each reason with its
 * place, and each bound from both sides. */
#include "rules/pattern_parts.h"

#include "tests/check.h"

/* Why a pattern is refused: "AT: WHAT", or "ok". */
static const char *
answer(struct str text, unsigned flags)
{
    static char out[256];
    struct store store = { NULL, 0 };
    struct pattern_error error;
    struct pattern *p = pattern_compile(&store, text, flags, &error);

    if (p)
        snprintf(out, sizeof out, "ok");
    else
        snprintf(out, sizeof out, "%s%zu: %s", error.is_refused ? "" : "!",
                 error.at, error.what);
    pattern_free(p);
    store_free(&store);
    return out;
}

static void
check_answer(struct str text, unsigned flags, const char *want)
{
    if (!CHECK_STR(str_of(answer(text, flags)), want))
        printf("    in:   [%.*s]\n", (int)text.len, text.ptr);
}

struct answer_case {
    const char *text;
    const char *want;
};

#define CHECK_ANSWERS(cases) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
        check_answer(str_of((cases)[i].text), 0, (cases)[i].want)

/* A text of parts over and over. */
struct built {
    char bytes[4 * MAX_PATTERN];
    size_t len;
};

static void
build(struct built *b, const char *part, size_t n)
{
    struct str p = str_of(part);

    for (; n > 0; n--, b->len += p.len)
        memcpy(b->bytes + b->len, p.ptr, p.len);
}

static struct str
built(const struct built *b)
{
    return (struct str){ b->bytes, b->len };
}

/* before x n, middle, behind x n. */
static void
check_built(const char *before, const char *middle, const char *behind,
            size_t n, const char *want)
{
    struct built b = { .len = 0 };

    build(&b, before, n);
    build(&b, middle, 1);
    build(&b, behind, n);
    check_answer(built(&b), 0, want);
}

static void
constructs_are_refused_where_they_stand(void)
{
    static const struct answer_case cases[] = {
        { "a(*ACCEPT)", "1: no (*VERBS)" }, { "(*UTF)a", "0: no (*VERBS)" },
        { "(*LIMIT_MATCH=9)a", "0: no (*VERBS)" },
        { "a(*positive_lookahead:b)", "1: no (*VERBS)" },
        { "(a(?R)?)", "2: no recursion" }, { "(a)(?1)", "3: no recursion" },
        { "(?<n>a)(?&n)", "7: no recursion" }, { "(a)(?-1)",
        "3: no recursion" },
        { "(?<n>a)(?P>n)", "7: no recursion" }, { "(a)\\g<1>",
        "3: no recursion" },
        { "a(?C)b", "1: no callouts" }, { "(?C255)b", "0: no callouts" },
        { "(?C\"x\")b", "0: no callouts" }, { "(a)?(?(1)b|c)",
        "4: no conditions" }, { "(?(?=a)b)", "0: no conditions" },
        { "(?(DEFINE)a)", "0: no conditions" },
        { "(a)\\1", "3: no references to what a group matched" },
        { "(?<n>a)\\k<n>", "7: no references to what a group matched" },
        { "(a)\\g{-1}", "3: no references to what a group matched" },
        { "(?<n>a)(?P=n)", "7: no references to what a group matched" },
        { "خ\\C", "2: no \\C: bytes are no characters" },
        { "a(?x) b", "1: no (?x): a space is a space here" },
        { "(?i-x:a)", "0: no (?x): a space is a space here" },
        { "a{,3}", "1: a '{' that repeats nothing is written \\{" },
        { "{", "0: a '{' that repeats nothing is written \\{" },
        { "a\\{\\Q{\\E[{]", "ok" }, { "a\\y", "1: not known here" },
        { "a)", "1: not known here" }, { "[[:<:]]a", "0: not known here" }
    };

    CHECK_ANSWERS(cases);
}

/* Words that only look like them. */
static void
quoted_constructs_are_text(void)
{
    static const struct answer_case cases[] = {
        { "\\(*", "ok" }, { "\\Q(?R)\\1\\C(*F)\\E", "ok" }, { "[(?R)\\\\C]",
        "ok" },
        { "(?#(?R\\1)a", "ok" }, { "\\\\C", "ok" }, { "\\\\1", "ok" },
        { "[\\Q]\\E(?R)]", "ok" }, { "\\012", "ok" }, { "[]\\1]", "ok" },
        { "\\E(?R)", "2: no recursion" }, { "\\Q\\E(?R)", "4: no recursion" },
        { "[a](?R)", "3: no recursion" }, { "[]a](?R)", "4: no recursion" },
        { "[^]a](?R)", "5: no recursion" }, { "[\\]](?R)", "4: no recursion" },
        { "[[:alpha:]](?R)", "11: no recursion" },
        { "[\\c]](?R)", "5: no recursion" }, { "(?#)(?R)", "4: no recursion" }
    };

    CHECK_ANSWERS(cases);
    CHECK(!str_eq(str_of(answer(STR("[]\\C]"), 0)), STR("ok")));
}

static void
malformed_ones_have_the_words_of_pcre2(void)
{
    static const struct answer_case cases[] = {
        { "(a", "!2: missing closing parenthesis" },
        { "a**", "!2: quantifier does not follow a repeatable item" },
        { "*", "!0: quantifier does not follow a repeatable item" },
        { "[a", "!2: missing terminating ] for character class" },
        { "[b-a]", "!3: range out of order in character class" },
        { "a{3,2}", "!6: numbers out of order in {} quantifier" },
        { "\\p{Nix}", "!7: unknown property after \\P or \\p" },
        { "(?<n>a)(?<n>b)", "!11: two named subpatterns have the same name "
                            "(PCRE2_DUPNAMES not set)" }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = str_of(answer(str_of(cases[i].text), 0));

        /* where it says so differs by a byte from one PCRE2 to another */
        if (!CHECK(got.len > 3 && got.ptr[0] == '!') ||
            !CHECK(str_ends(got, str_of(cases[i].want + 3))))
            printf("    in:   [%s]: %s\n", cases[i].text, got.ptr);
    }
}

static void
repeats_go_to_1000(void)
{
    static const struct answer_case cases[] = {
        { "a{1000}", "ok" }, { "a{0,1000}", "ok" }, { "a{1000,}", "ok" },
        { "ab{1001}", "2: repeated more than 1,000 times" },
        { "a{1001,}", "1: repeated more than 1,000 times" },
        { "a{5,1001}?", "1: repeated more than 1,000 times" },
        { "a{65536}", "1: repeated more than 1,000 times" },
        { "a{99999999999999999999}", "1: repeated more than 1,000 times" }
    };

    CHECK_ANSWERS(cases);
}

static void
brackets_nest_32_deep(void)
{
    check_built("(?:", "a", ")", 32, "ok");
    check_built("(?:", "a", ")", 33, "96: more than 32 brackets open");
    check_built("(?=", "a", ")", 33, "96: more than 32 brackets open");
    check_built("(?>", "a", ")", 33, "96: more than 32 brackets open");
    check_built("(", "a", ")", 200, "32: more than 32 brackets open");
    check_built("", "(?:a)", "(?:a)", 100, "ok");
}

static void
groups_are_16(void)
{
    check_built("", "", "(a)", 16, "ok");
    check_built("", "", "(a)", 17, "0: more than 16 groups");
    check_built("", "(?<n>a)", "(a)", 16, "0: more than 16 groups");
    check_built("", "", "(?:a)", 17, "ok");
}

static void
look_behinds_see_64_characters(void)
{
    static const struct answer_case cases[] = {
        { "(?<=a{64})b", "ok" }, { "(?<!خ{64})b", "ok" },
        { "(?<=a{65})b", "0: a look-behind of more than 64 characters" },
        { "(?<!aa{64})b", "0: a look-behind of more than 64 characters" },
        { "(?<=(?<=a{65})b)c", "0: a look-behind of more than 64 characters" }
    };

    CHECK_ANSWERS(cases);
}

static void
what_takes_text_away_may_not_match_none(void)
{
    static const struct answer_case cases[] = {
        { "a*", "0: takes text away, and can match none" },
        { "a?|b", "0: takes text away, and can match none" },
        { "", "0: takes text away, and can match none" },
        { "^", "0: takes text away, and can match none" },
        { "\\b", "0: takes text away, and can match none" },
        { "(?=a)", "0: takes text away, and can match none" },
        { "(a{0,3})", "0: takes text away, and can match none" },
        { "a|", "0: takes text away, and can match none" }, { "a+", "ok" },
        { "(?:a?b)+", "ok" }, { "^a", "ok" }, { "a|b*c", "ok" }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_answer(str_of(cases[i].text), PATTERN_DELETES, cases[i].want);
        check_answer(str_of(cases[i].text), 0, "ok");
    }
}

static void
texts_have_512_bytes(void)
{
    struct built b = { .len = 0 };

    build(&b, "خ", MAX_PATTERN / 2);
    check_answer(built(&b), 0, "ok");
    build(&b, "a", 1);
    check_answer(built(&b), 0, "0: a pattern of over 512 bytes");
}

static void
texts_are_utf8(void)
{
    check_answer(STR("ab\xFF"), 0, "2: a byte that is not UTF-8");
    check_answer(STR("\xD8"), 0, "0: a byte that is not UTF-8");
    check_answer(STR("a\xED\xA0\x80"), 0, "1: a byte that is not UTF-8");
    check_answer(STR("a\0b"), 0, "ok");
}

/* Copies of a group are compiled one by one. */
static void
compiled_code_has_a_size(void)
{
    check_answer(STR("(?:abcdefghij){1000}"), 0, "ok");
    check_answer(STR("(?:abcdefghijklmnopqrst){1000}"), 0,
                 "0: too large once compiled");
    check_answer(STR("(?:abcdefghijklmnopqrst){1000}"), PATTERN_NO_JIT,
                 "0: too large once compiled");
    CHECK(str_starts(str_of(answer(STR("(?:(?:a{999}){999}){999}"), 0)),
                     STR("!")));
}

static void
long_reasons_are_cut(void)
{
    struct pattern_error error;
    struct built b = { .len = 0 };

    build(&b, "x", 400);
    b.bytes[b.len] = '\0';
    CHECK(!pattern_refuse(&error, 7, b.bytes));
    CHECK_INT(error.at, 7);
    CHECK_INT(str_of(error.what).len, sizeof error.what - 1);
}

int
main(void)
{
    constructs_are_refused_where_they_stand();
    quoted_constructs_are_text();
    malformed_ones_have_the_words_of_pcre2();
    repeats_go_to_1000();
    brackets_nest_32_deep();
    groups_are_16();
    look_behinds_see_64_characters();
    what_takes_text_away_may_not_match_none();
    texts_have_512_bytes();
    texts_are_utf8();
    compiled_code_has_a_size();
    long_reasons_are_cut();
    return check_summary();
}
