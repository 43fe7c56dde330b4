/* test_pattern.c - compiling, finding, groups, long subjects, limits, fuel. */
#include "rules/pattern_parts.h"

#include <stdlib.h>

#include "tests/check.h"
#include "tests/text/random_text.h"

static struct pattern_runner runner;

/* A pattern that is one, with its store. */
struct made {
    struct store store;
    struct pattern *pattern;
};

static struct made
make(const char *text, unsigned flags)
{
    struct made m = { { NULL, 0 }, NULL };
    struct pattern_error error;

    m.pattern = pattern_compile(&m.store, str_of(text), flags, &error);
    if (!m.pattern) {
        fprintf(stderr, "no pattern: %s: %s\n", text, error.what);
        abort();
    }
    return m;
}

static void
unmake(struct made *m)
{
    pattern_free(m->pattern);
    store_free(&m->store);
}

struct found {
    bool ok;
    struct pattern_match match;
    uint32_t limits;
};

static struct found
find_in(const struct made *m, struct str subject, size_t from)
{
    struct fuel fuel = { 0, UINT64_MAX };
    struct found f = { .ok = false };

    f.ok = pattern_find(m->pattern, &runner, subject, from, &fuel, &f.limits,
                        &f.match);
    return f;
}

static struct found
find(const char *text, unsigned flags, struct str subject)
{
    struct made m = make(text, flags);
    struct found f = find_in(&m, subject, 0);

    unmake(&m);
    return f;
}

struct find_case {
    const char *text;
    unsigned flags;
    const char *subject;
    const char *want;       /* the match, '/', its group; NULL: none */
};

static void
check_find(const struct find_case *c)
{
    struct str subject = str_of(c->subject);
    struct found f = find(c->text, c->flags, subject);
    char got[256];

    CHECK_INT(f.limits, 0);
    if (!CHECK(f.ok == (c->want != NULL)))
        printf("    in:   [%s] [%s]\n", c->text, c->subject);
    if (!f.ok || !c->want)
        return;
    snprintf(got, sizeof got, "%.*s/%.*s", (int)(f.match.end - f.match.beg),
             subject.ptr + f.match.beg,
             (int)(f.match.group_end - f.match.group_beg),
             subject.ptr + f.match.group_beg);
    if (!CHECK_STR(str_of(got), c->want))
        printf("    in:   [%s] [%s]\n", c->text, c->subject);
}

#define CHECK_FINDS(cases) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
        check_find(&(cases)[i])

static void
matches_are_found(void)
{
    static const struct find_case cases[] = {
        { "b+", 0, "abbc", "bb/bb" }, { "خ.ر", 0, "الخبر", "خبر/خبر" },
        { "x", 0, "abc", NULL }, { "", 0, "abc", "/" }, { "$", 0, "", "/" },
        { "^a", 0, "ba", NULL }, { "^b", 0, "a\nb", NULL },
        { "a$", 0, "ba\n", NULL }, { "(?m)a$", 0, "ba\nc", "a/a" },
        { "a.b", 0, "a\nb", NULL }, { "\\w+", 0, "، خبر!", "خبر/خبر" },
        { "\\d+", 0, "عام ٢٠٢٤", "٢٠٢٤/٢٠٢٤" }, { "\\bبر", 0, "خبر", NULL },
        { "\\s", 0, "a\xC2\xA0" "b", "\xC2\xA0/\xC2\xA0" }
    };

    CHECK_FINDS(cases);
}

static void
case_counts_where_there_is_one(void)
{
    static const struct find_case cases[] = {
        { "abc", 0, "ABC", NULL }, { "abc", PATTERN_CASELESS, "xABc",
        "ABc/ABc" },
        { "É", PATTERN_CASELESS, "é", "é/é" }, { "(?i)a", 0, "A", "A/A" },
        { "خبر", PATTERN_CASELESS, "خبر", "خبر/خبر" },
        { "أ", PATTERN_CASELESS, "ا", NULL },
        { "خبر x", PATTERN_CASELESS, "خبر X", "خبر X/خبر X" }
    };

    CHECK_FINDS(cases);
}

static void
the_first_group_that_took_part_counts(void)
{
    static const struct find_case cases[] = {
        { "a(b)c(d)", 0, "abcd", "abcd/b" }, { "a(x)?(b)", 0, "ab", "ab/b" },
        { "(x)|(y)|(z)", 0, "z", "z/z" }, { "a()b", 0, "ab", "ab/" },
        { "a(?:b)", 0, "ab", "ab/ab" }, { "(?<n>b)a", 0, "ba", "ba/b" },
        { "a(x)?", 0, "ab", "a/a" }, { "a(?=(b))", 0, "ab", "a/b" },
        { "(?|(a)|(b))c", 0, "bc", "bc/b" }, { "a\\Kb", 0, "ab", "b/b" }
    };

    CHECK_FINDS(cases);
}

static void
all_sixteen_groups_fit(void)
{
    static const struct find_case last = {
        "(?:(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(a)|(b)|(c)|(d)|(e)|(f)|(g))x",
        0, "gx", "gx/g"
    };

    check_find(&last);
}

static void
searches_go_on_from_where_they_are_told(void)
{
    struct made m = make("خ|^a|\\bb", 0);
    struct str s = STR("خab خ");
    struct found f = find_in(&m, s, 0);

    CHECK(f.ok && f.match.beg == 0 && f.match.end == 2);
    f = find_in(&m, s, 2);      /* ^ is the subject's, \b sees what is before */
    CHECK(f.ok && f.match.beg == 5 && f.match.end == 7);
    CHECK(!find_in(&m, s, 7).ok);
    CHECK(!find_in(&m, s, 8).ok);
    unmake(&m);
    m = make("a*", 0);
    f = find_in(&m, STR("ab"), 2);
    CHECK(f.ok && f.match.beg == 2 && f.match.end == 2);
    CHECK(!find_in(&m, STR("ab"), 3).ok);
    CHECK(find_in(&m, (struct str){ NULL, 0 }, 0).ok);
    unmake(&m);
}

/* -- long subjects --------------------------------------------------------- */

static char subject[4 * MAX_SUBJECT];

/* A subject of n 'a' with a word at an offset. */
static struct str
long_subject(size_t n, const char *word, size_t at)
{
    struct str w = str_of(word);

    memset(subject, 'a', n);
    memcpy(subject + at, w.ptr, w.len);
    return (struct str){ subject, n };
}

/* Whether a word at an offset is found, in how long a subject. */
static bool
sees(const struct made *m, size_t n, size_t at)
{
    struct found f = find_in(m, long_subject(n, "خبر", at), 0);

    CHECK_INT(f.limits, n > m->pattern->max_subject ? LIMIT_SUBJECT : 0);
    CHECK(!f.ok || (f.match.beg == at && f.match.end == at + 6));
    return f.ok;
}

static void
check_windows(unsigned flags, size_t max)
{
    struct made m = make("خبر", flags);

    CHECK_INT(m.pattern->max_subject, max);
    CHECK(sees(&m, max, max - 6));
    CHECK(sees(&m, max + 1, max - 5));
    CHECK(sees(&m, 3 * max, 0));
    CHECK(sees(&m, 3 * max, max - 6));
    CHECK(!sees(&m, 3 * max, max - 5));
    CHECK(!sees(&m, 3 * max, max));
    CHECK(!sees(&m, 3 * max, 2 * max - 1));
    CHECK(sees(&m, 3 * max, 2 * max));
    CHECK(sees(&m, 3 * max, 3 * max - 6));
    unmake(&m);
}

static void
long_subjects_are_searched_at_both_ends(void)
{
    check_windows(0, MAX_SUBJECT);
    check_windows(PATTERN_NO_JIT, PATTERN_INTERPRETED_SUBJECT);
}

/* A character at the border belongs to neither part. */
static void
long_subjects_are_cut_between_characters(void)
{
    struct made m = make("^(?:\\xd8|[^\\x{0}-\\x{10ffff}])", 0);
    size_t n = 3 * MAX_SUBJECT;
    struct made any = make(".$|\\A..*", 0);

    for (size_t shift = 0; shift < 4; shift++) {
        struct found f;

        memset(subject, 'a', shift);
        for (size_t i = shift; i + 4 <= n; i += 4)
            memcpy(subject + i, "\xF0\x9F\x98\x80", 4);
        CHECK(!find_in(&m, (struct str){ subject, n - 4 + shift }, 0).ok);
        f = find_in(&any, (struct str){ subject, n - 4 + shift }, 0);
        CHECK(f.ok && f.match.beg == 0);
        CHECK_INT((f.match.end - shift) % 4, 0);
        CHECK(f.match.end <= MAX_SUBJECT && f.match.end > MAX_SUBJECT - 4);
    }
    unmake(&m);
    unmake(&any);
}

static void
the_first_part_ends_before_white_space(void)
{
    struct made m = make("\\S+", 0);
    size_t n = 2 * MAX_SUBJECT;
    struct found f = find_in(&m, long_subject(n, " ", MAX_SUBJECT - 63), 0);

    CHECK(f.ok && f.match.end == MAX_SUBJECT - 63);
    f = find_in(&m, long_subject(n, " ", MAX_SUBJECT), 0);
    CHECK(f.ok && f.match.end == MAX_SUBJECT);
    f = find_in(&m, long_subject(n, " ", MAX_SUBJECT - 64), MAX_SUBJECT - 63);
    CHECK(f.ok && f.match.beg == MAX_SUBJECT - 63 &&
          f.match.end == MAX_SUBJECT);
    unmake(&m);
}

static void
ends_of_parts_are_no_ends_of_the_subject(void)
{
    static const char *const ends[] = {
        "b$", "b\\z", "b\\Z", "b(?=\\z)", "b(?=a*\\z)", "b(?:$|\\z)"
    };
    static const char *const others[] = { "b", "b(?!$)", "b|\\z", "b(?!x)" };
    size_t n = 3 * MAX_SUBJECT;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct found f = find(ends[i], 0, long_subject(n, "b c",
                                                       MAX_SUBJECT - 1));

        CHECK(!f.ok);
        f = find(ends[i], 0, long_subject(n, "b", n - 1));
        CHECK(f.ok && f.match.beg == n - 1);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(find(others[i], 0, long_subject(n, "b c", MAX_SUBJECT - 1)).ok);
}

/* Where the end is not the match's, but looked at. */
static void
ends_that_are_looked_at_are_the_subjects(void)
{
    size_t n = 3 * MAX_SUBJECT, at = MAX_SUBJECT - 2;

    CHECK(!find("b(?=a\\z)", 0, long_subject(n, "ba c", at)).ok);
    CHECK(!find("b(?=a\\Z)|b", 0, long_subject(n, "ba c", at)).ok);
    CHECK(!find("b(?=a$)", 0, long_subject(n, "ba c", at)).ok);
    CHECK(find("b(?!a$)", 0, long_subject(n, "ba c", at)).ok);
    CHECK(find("b(?=a\\z)", 0, long_subject(n, "b", n - 2)).ok);
    CHECK(find("b(?!c\\z)", 0, long_subject(n, "b", n - 2)).ok);
    CHECK(!find("b(?!a\\z)", 0, long_subject(n, "b", n - 2)).ok);
}

static void
the_last_part_is_no_beginning(void)
{
    size_t n = 3 * MAX_SUBJECT, beg = 2 * MAX_SUBJECT;

    CHECK(!find("^b", 0, long_subject(n, "b", beg)).ok);
    CHECK(!find("\\Ab", 0, long_subject(n, "b", beg)).ok);
    CHECK(!find("\\bb", 0, long_subject(n, "b", beg)).ok);
    CHECK(find("\\bb", 0, long_subject(n, " b", beg - 1)).ok);
    CHECK(find("(?<=xyz)b", 0, long_subject(n, "xyzb", beg - 3)).ok);
}

/* -- limits and fuel ------------------------------------------------------- */

static void
check_limit(unsigned flags)
{
    struct made m = make("^(a+)+$", flags), b = make("b", flags);
    struct str hard = long_subject(500, "!", 499);
    struct fuel fuel = { 0, UINT64_MAX };
    struct pattern_match match;
    uint32_t limits = 0;

    CHECK(!pattern_find(m.pattern, &runner, hard, 0, &fuel, &limits, &match));
    CHECK_INT(limits, LIMIT_PATTERN);
    CHECK(find_in(&m, str_slice(hard, 0, 499), 0).ok);
    /* an older limit ends no search */
    CHECK(pattern_find(b.pattern, &runner,
                       long_subject(sizeof subject, "b", sizeof subject - 2), 0,
                       &fuel, &limits, &match));
    CHECK_INT(limits, LIMIT_PATTERN | LIMIT_SUBJECT);
    unmake(&m);
    unmake(&b);
}

static void
a_limit_that_is_hit_is_no_match(void)
{
    check_limit(0);
    check_limit(PATTERN_NO_JIT);
}

/* In the first part; what the last one holds does not count then. */
static void
a_limit_ends_the_search(void)
{
    struct found f = find("^(a+)+!$|b", 0,
                          long_subject(sizeof subject, "b",
                                       sizeof subject - 2));

    CHECK(!f.ok);
    CHECK_INT(f.limits, LIMIT_PATTERN | LIMIT_SUBJECT);
}

static void
check_fuel(size_t n, size_t from, uint64_t want)
{
    struct made m = make("b", 0);
    struct str s = long_subject(n, "a", 0);
    struct fuel fuel = { 0, UINT64_MAX }, little = { 0, want - 1 };
    struct pattern_match match;
    uint32_t limits = 0;

    CHECK(!pattern_find(m.pattern, &runner, s, from, &fuel, &limits, &match));
    CHECK_INT(fuel.used, want);
    subject[n - 1] = 'b';
    CHECK(!pattern_find(m.pattern, &runner, s, from, &little, &limits,
                        &match));
    CHECK(fuel_is_out(&little));
    unmake(&m);
}

static void
fuel_is_what_is_searched(void)
{
    check_fuel(1000, 0, 1001);
    check_fuel(1000, 900, 101);
    check_fuel(1000, 1000 - 1, 2);
    check_fuel(MAX_SUBJECT, 0, MAX_SUBJECT + 1);
    check_fuel(4 * MAX_SUBJECT, 0, 2 * (MAX_SUBJECT + 1));
    check_fuel(4 * MAX_SUBJECT, MAX_SUBJECT, MAX_SUBJECT + 1);
}

/* -- with and without JIT -------------------------------------------------- */

static void
check_same(const struct made *jit, const struct made *interpreted,
           struct random_text *r)
{
    struct str s = random_text_next(r);
    struct found a = find_in(jit, s, 0), b = find_in(interpreted, s, 0);

    CHECK(a.ok == b.ok && a.limits == b.limits &&
          (!a.ok || (a.match.beg == b.match.beg &&
                     a.match.end == b.match.end &&
                     a.match.group_beg == b.match.group_beg &&
                     a.match.group_end == b.match.group_end)));
}

static void
jit_changes_nothing(void)
{
    static const char *const texts[] = {
        "\\w+\\s+(\\w+)", "[^\\p{Arabic}]+$", "(?i)[a-z](.)", "\\d+|\\p{Lu}",
        "^(?:\\P{L}*+)(\\p{L}+)", "(?<!\\w)(\\w{2,4}?)\\b", "\\X\\K.", ""
    };
    struct random_text r = { .state = 99 };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct made jit = make(texts[i], 0);
        struct made interpreted = make(texts[i], PATTERN_NO_JIT);

        for (int n = 0; n < 500; n++)
            check_same(&jit, &interpreted, &r);
        unmake(&jit);
        unmake(&interpreted);
    }
}

/* -- memory ---------------------------------------------------------------- */

static void
what_is_refused_leaves_nothing_to_free(void)
{
    struct store store = { NULL, 0 };
    struct pattern_error error;

    CHECK(!pattern_compile(&store, STR("a*"), PATTERN_DELETES, &error));
    CHECK(!pattern_compile(&store, STR("("), 0, &error));
    CHECK(!pattern_compile(&store, STR("^(a+)+$"), PATTERN_TORTURE, &error));
    pattern_free(NULL);
    store_free(&store);
}

static void
the_text_is_not_kept(void)
{
    struct store store = { NULL, 0 };
    struct pattern_error error;
    char text[] = "x(abcd)";
    struct pattern *p = pattern_compile(&store, str_of(text), 0, &error);
    struct made m = { store, p };

    memset(text, '?', sizeof text - 1);
    CHECK_STR(pattern_literal(p), "xabcd");
    CHECK(find_in(&m, STR("xabcd"), 0).ok);
    unmake(&m);
}

static void
a_closed_runner_may_be_closed(void)
{
    struct pattern_runner one = { NULL, NULL, NULL };

    pattern_runner_close(&one);
    CHECK(pattern_runner_open(&one));
    pattern_runner_close(&one);
    CHECK(!one.data && !one.context && !one.jit_stack);
    pattern_runner_close(&one);
}

int
main(void)
{
    if (!pattern_runner_open(&runner))
        return 2;
    matches_are_found();
    case_counts_where_there_is_one();
    the_first_group_that_took_part_counts();
    all_sixteen_groups_fit();
    searches_go_on_from_where_they_are_told();
    long_subjects_are_searched_at_both_ends();
    long_subjects_are_cut_between_characters();
    the_first_part_ends_before_white_space();
    ends_of_parts_are_no_ends_of_the_subject();
    ends_that_are_looked_at_are_the_subjects();
    the_last_part_is_no_beginning();
    a_limit_that_is_hit_is_no_match();
    a_limit_ends_the_search();
    fuel_is_what_is_searched();
    jit_changes_nothing();
    what_is_refused_leaves_nothing_to_free();
    the_text_is_not_kept();
    a_closed_runner_may_be_closed();
    pattern_runner_close(&runner);
    return check_summary();
}
