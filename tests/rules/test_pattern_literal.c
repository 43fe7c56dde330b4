/* test_pattern_literal.c - the literal of a pattern and whether it may
 * backtrack: tables, and random patterns whose matches must hold it. */
#include "rules/pattern_parts.h"

#include <stdlib.h>

#include "tests/check.h"
#include "tests/text/random_text.h"

static struct pattern *
compile(struct store *store, struct str text, unsigned flags)
{
    struct pattern_error error;
    struct pattern *p = pattern_compile(store, text, flags, &error);

    if (!p) {
        fprintf(stderr, "no pattern: %.*s: %s\n", (int)text.len, text.ptr,
                error.what);
        abort();
    }
    return p;
}

struct literal_case {
    const char *text;
    const char *want;
};

static void
check_literal(const char *text, unsigned flags, const char *want)
{
    struct store store = { NULL, 0 };
    struct pattern *p = compile(&store, str_of(text), flags);

    if (!CHECK_STR(pattern_literal(p), want))
        printf("    in:   [%s]\n", text);
    pattern_free(p);
    store_free(&store);
}

#define CHECK_LITERALS(cases, flags) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
        check_literal((cases)[i].text, (flags), (cases)[i].want)

static void
the_longest_run_is_the_literal(void)
{
    static const struct literal_case cases[] = {
        { "", "" }, { "ab", "" }, { "abc", "abc" }, { "خب", "خب" }, { "خ", "" },
        { "ab.cde.f", "cde" }, { "abc.def", "abc" }, { "^abc$", "abc" },
        { "ab\\bcd", "abcd" }, { "\\x{62e}\\x61b", "خab" }, { "\\Qa.b\\E.",
        "a.b" },
        { "ab(?#x)c", "abc" }, { "ab\\Kcd", "" }, { "abc\\Kd", "abc" },
        { "ab[c]d", "" }, { "abc\\d", "abc" }, { "اقرأ أيضا", "اقرأ أيضا" }
    };

    CHECK_LITERALS(cases, 0);
}

static void
what_repeats_stands_once(void)
{
    static const struct literal_case cases[] = {
        { "abc+d", "abc" }, { "ab+cd", "bcd" }, { "abc*def", "def" },
        { "abc?d", "" }, { "abcd?", "abc" }, { "ab{2}cd", "bcd" },
        { "abc{0}", "" }, { "ab{0,2}cde", "cde" }, { "abc{3,}?", "abc" },
        { "abc++d", "abc" }, { "a\\Q\\E?bcd", "bcd" }
    };

    CHECK_LITERALS(cases, 0);
}

static void
groups_that_all_pass_belong_to_it(void)
{
    static const struct literal_case cases[] = {
        { "a(b)c", "abc" }, { "a(?:b)c", "abc" }, { "a(?<n>bc)", "abc" },
        { "(?>ab)c", "abc" }, { "ab(?s:c)d", "abcd" }, { "((a)(b))(c)", "abc" },
        { "ab(cde)?f", "" }, { "ab(cde)*f", "" }, { "ab(cde){0}f", "" },
        { "ab(cde)+f", "cde" }, { "ab(cde){2}f", "cde" },
        { "ab(c|d)efg", "efg" }, { "(abc|abd)", "" }, { "abc|abcd", "" },
        { "ab(?:c(d|e)fgh)i", "fghi" }, { "(?|ab(c)|d)efg", "efg" },
        { "ab()c", "abc" }, { "(?:abc){1}d", "abcd" }
    };

    CHECK_LITERALS(cases, 0);
}

static void
what_is_looked_at_does_not_count(void)
{
    static const struct literal_case cases[] = {
        { "ab(?=cdef)cd", "" }, { "abc(?!defg)h", "abc" }, { "(?<=abcd)efg",
        "efg" }, { "(?<!abcd)e", "" }, { "(?=abc){0}d", "" },
        { "(?!(?:abc))def", "def" }
    };

    CHECK_LITERALS(cases, 0);
}

static void
without_case_only_what_has_none_counts(void)
{
    static const struct literal_case cases[] = {
        { "abc", "" }, { "abc123", "123" }, { "خبر abc", "خبر " },
        { "خبرaعاجل", "عاجل" }, { "12é34", "" }, { "- ـ -", "- ـ -" },
        { "123k456", "123" }
    };

    CHECK_LITERALS(cases, PATTERN_CASELESS);
    check_literal("abc(?i)1234", 0, "1234");
    check_literal("(?i:a)bcd12", 0, "");
}

static void
long_literals_are_whole(void)
{
    char text[MAX_PATTERN + 1];

    memset(text, 'a', MAX_PATTERN);
    text[MAX_PATTERN] = '\0';
    check_literal(text, 0, text);
}

/* -- backtracking ---------------------------------------------------------- */

static void
check_backtracks(const char *const *texts, size_t n, bool want)
{
    for (size_t i = 0; i < n; i++) {
        struct store store = { NULL, 0 };
        struct pattern *p = compile(&store, str_of(texts[i]), 0);

        if (!CHECK(pattern_may_backtrack(p) == want))
            printf("    in:   [%s]\n", texts[i]);
        pattern_free(p);
        store_free(&store);
    }
}

static void
repetitions_of_the_same_text_are_told(void)
{
    static const char *const yes[] = {
        "\\s+\\s+", "\\w*\\w+x", ".*.*", ".*\\d+", "a+.+", "\\s*?\\s*",
        "a{2,}a+",
        "[ab]+[ab]*", "(a+)+", "(?:a*)*", "(?:a+|b)*", "(?:b|\\s+)+x",
        "(a+b?)+", "(?:b?a+)+", "((?:a+)+)", "(?:(?:,b)?a+c*)*",
        "(?:(b|a+)d?)+"
    };
    static const char *const no[] = {
        "", "a+", "a+b+", "\\s+\\d+", "a++a+", "(?>a+)+", "(?:a+)++",
        "(?:a++)+",
        "a{2,3}a+", "(?:a+)?", "(?:a+){2}", "a+ba+", "(?:a+b)+", "(?:ba+)+",
        "\\w+(?:\\s+\\w+)*", "(?:,\\s*\\w+)*", "(?:,(?:b*|a+))*", "a+\\b",
        "(?:a+(?:b|c))+", "\\.+.", "(a+)(b+)"
    };

    check_backtracks(yes, sizeof yes / sizeof *yes, true);
    check_backtracks(no, sizeof no / sizeof *no, false);
}

/* -- random patterns ------------------------------------------------------- */

static struct str
random_pattern(struct random_text *r, char *out)
{
    static const char *const parts[] = {
        "a", "b", "c", "ab", "ba", "خ", "1", "abc", "b1", "cab", "(", "(?:",
        "(?i:", "(?|", "(?=", "(?!", "(?<=", ")", ")", ")", ")", ")", "|", "*",
        "+", "?", "{2}", "{0,2}", "{0}", "+?", ".", "[ab]", "[^a]", "\\w",
        "\\b",
        "\\Qc\\E", "(?#a)", "\\x62", "\\K", "^", "$", "(?i)"
    };
    size_t len = 0;

    for (uint32_t n = 2 + random_below(r, 8); n > 0; n--) {
        struct str part =
            str_of(parts[random_below(r, sizeof parts / sizeof *parts)]);

        memcpy(out + len, part.ptr, part.len);
        len += part.len;
    }
    return (struct str){ out, len };
}

/* Of few characters, so that most patterns match. */
static struct str
random_subject(struct random_text *r)
{
    static const char *const parts[] = {
        "a", "b", "c", "A", "B", "خ", "1", "abc", "cab", " "
    };
    size_t len = 0;

    for (uint32_t n = random_below(r, 30); n > 0; n--) {
        struct str part =
            str_of(parts[random_below(r, sizeof parts / sizeof *parts)]);

        memcpy(r->bytes + len, part.ptr, part.len);
        len += part.len;
    }
    return (struct str){ r->bytes, len };
}

/* How many of some subjects a pattern matches; all hold its literal. */
static int
check_subjects(const struct pattern *p, struct pattern_runner *runner,
               struct random_text *r, struct str text)
{
    struct str literal = pattern_literal(p);
    int n_matched = 0;

    for (int i = 0; i < 30; i++) {
        struct str subject = random_subject(r);
        struct fuel fuel = { 0, UINT64_MAX };
        struct pattern_match match;
        uint32_t limits = 0;

        if (!pattern_find(p, runner, subject, 0, &fuel, &limits, &match))
            continue;
        n_matched++;
        if (!CHECK(str_find(subject, literal, 0) < subject.len))
            printf("    in:   [%.*s] [%.*s] [%.*s]\n", (int)text.len, text.ptr,
                   (int)literal.len, literal.ptr, (int)subject.len,
                   subject.ptr);
    }
    return n_matched;
}

static void
every_match_holds_the_literal(void)
{
    struct random_text r = { .state = 31337 };
    struct pattern_runner runner;
    int n_patterns = 0, n_matched = 0;
    char out[128];

    if (!CHECK(pattern_runner_open(&runner)))
        return;
    for (int i = 0; i < 40000; i++) {
        struct store store = { NULL, 0 };
        struct str text = random_pattern(&r, out);
        unsigned flags = random_below(&r, 4) == 0 ? PATTERN_CASELESS : 0;
        struct pattern_error error;
        struct pattern *p = pattern_compile(&store, text,
                                            flags | PATTERN_NO_JIT, &error);

        if (p && pattern_literal(p).len > 0) {
            n_patterns++;
            n_matched += check_subjects(p, &runner, &r, text);
        }
        pattern_free(p);
        store_free(&store);
    }
    pattern_runner_close(&runner);
    CHECK(n_patterns > 1000 && n_matched > 3000);
}

int
main(void)
{
    the_longest_run_is_the_literal();
    what_repeats_stands_once();
    groups_that_all_pass_belong_to_it();
    what_is_looked_at_does_not_count();
    without_case_only_what_has_none_counts();
    long_literals_are_whole();
    repetitions_of_the_same_text_are_told();
    every_match_holds_the_literal();
    return check_summary();
}
