/* test_pattern_torture.c - which patterns are refused as too costly, and what
 * they do where they are not asked. */
#include "rules/pattern_parts.h"

#include "tests/check.h"

static struct pattern *
compile(struct store *store, const char *text, unsigned flags)
{
    struct pattern_error error;
    struct pattern *p = pattern_compile(store, str_of(text), flags, &error);

    CHECK(p || (error.is_refused && error.at == 0 &&
                str_eq(str_of(error.what),
                       STR("takes too many steps on a hard text"))));
    return p;
}

static void
check_torture(const char *const *texts, size_t n, unsigned flags, bool want)
{
    for (size_t i = 0; i < n; i++) {
        struct store store = { NULL, 0 };
        struct pattern *p = compile(&store, texts[i], flags | PATTERN_TORTURE);

        if (!CHECK((p != NULL) == want))
            printf("    in:   [%s] flags %u\n", texts[i], flags);
        pattern_free(p);
        store_free(&store);
    }
}

#define CHECK_TORTURE(texts, flags, want) \
    check_torture((texts), sizeof(texts) / sizeof *(texts), (flags), (want))

/* Exponential ones: whatever runs them. */
static void
catastrophic_patterns_are_refused(void)
{
    static const char *const texts[] = {
        "^(a+)+$", "^(a|aa)+$", "(a*)*$", "([a-zA-Z]+)*$", "(.*a){12}$",
        "^(([a-z])+.)+[A-Z]([a-z])+$", "(\\w+\\s?)+$", "(\\d+)+x",
        "(?:\\s*\\w+\\s*)+:",
        "^(?:\\p{L}+ ?)+\\d", "(?:[^<]+)*$", "(?i)(?:خ+)+!"
    };

    CHECK_TORTURE(texts, 0, false);
    CHECK_TORTURE(texts, PATTERN_NO_JIT, false);
}

/* What they repeat comes behind something, or before something that PCRE2 looks
 * for first. */
static void
catastrophic_patterns_are_refused_behind_what_they_need(void)
{
    static const char *const texts[] = {
        "^x(a+)+$", "(x+x+)+y", "^x(a+)+y", "^x(\\w+)+y", "^x(.*a){12}$",
        "^خبر(\\w+)+$", "^كتب:(\\w+\\s?)+$", "^- (?:\\S+ ?)+\\|",
        "<b>(?:[^<]+)*</b>",
        "^\\(\\s*(?:\\d+,?)+\\)$"
    };

    CHECK_TORTURE(texts, 0, false);
    CHECK_TORTURE(texts, PATTERN_NO_JIT, false);
}

/* Quadratic ones stay within the limits on the longest subject. */
static void
harmless_patterns_pass(void)
{
    static const char *const texts[] = {
        "", "a", "\\s+$", "\\w+\\s*:$", "\\d+-\\d+-x", "(\\S+)\\s+",
        "\\p{L}+\\d",
        "(?i)\\p{L}+\\d", "^.*?,.*?,.*?P", "(?:\\s+\\w+)*",
        "\\w+(?:\\s+\\w+)*:",
        "^\\s*(?:كتب|تحرير)\\s*[:-]\\s*(.{2,40})$",
        "\\(\\s*رويترز\\s*\\)\\s*[-:]",
        "^(?:قراءة|إقرأ|قرئ) \\d+ (?:مرات|مرة)$",
        "(\\d{1,2} \\S+ \\d{4}) - \\d\\d:\\d\\d",
        "^.{0,60}نشر في .{2,40} يوم \\d{1,2} - \\d{1,2}", "^(?>a+)+$",
        "^(a++)+$",
        "[^:]*:[^:]*:[^:]*$"
    };

    CHECK_TORTURE(texts, 0, true);
    CHECK_TORTURE(texts, PATTERN_NO_JIT, true);
}

/* As long as a pattern may be: the subjects hold its characters too. */
static void
long_patterns_leave_room(void)
{
    char text[MAX_PATTERN + 1];
    const char *all = text;

    memset(text, 'a', MAX_PATTERN);
    text[MAX_PATTERN] = '\0';
    check_torture(&all, 1, 0, true);
    check_torture(&all, 1, PATTERN_NO_JIT, true);
    memcpy(text + MAX_PATTERN - 6, "(b+)+$", 6);
    check_torture(&all, 1, 0, false);
}

/* A subject that begins like what the pattern repeats. */
static void
check_limit(const char *text, const char *unit, unsigned flags)
{
    struct store store = { NULL, 0 };
    struct pattern *p = compile(&store, text, flags);
    struct pattern_runner runner;
    struct pattern_match match;
    struct fuel fuel = { 0, UINT64_MAX };
    struct str part = str_of(unit);
    uint32_t limits = 0;
    char subject[1000];
    size_t len = 0;

    while (len + part.len < sizeof subject) {
        memcpy(subject + len, part.ptr, part.len);
        len += part.len;
    }
    subject[len++] = '\x01';
    if (!p || !CHECK(pattern_runner_open(&runner)))
        return;
    CHECK(!pattern_find(p, &runner, (struct str){ subject, len }, 0, &fuel,
                        &limits, &match));
    if (!CHECK_INT(limits, LIMIT_PATTERN))
        printf("    in:   [%s]\n", text);
    pattern_runner_close(&runner);
    pattern_free(p);
    store_free(&store);
}

static void
where_they_are_not_asked_they_hit_the_limit(void)
{
    static const struct {
        const char *text, *unit;
    } cases[] = {
        { "^(a+)+$", "a" }, { "^(a|aa)+$", "a" }, { "(\\w+\\s?)+$", "خبر " },
        { "([a-zA-Z]+)*$", "ab" }, { "(?:\\s*\\w+\\s*)+\\d\\z", "a " }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_limit(cases[i].text, cases[i].unit, 0);
        check_limit(cases[i].text, cases[i].unit, PATTERN_NO_JIT);
    }
}

int
main(void)
{
    catastrophic_patterns_are_refused();
    catastrophic_patterns_are_refused_behind_what_they_need();
    harmless_patterns_pass();
    long_patterns_leave_room();
    where_they_are_not_asked_they_hit_the_limit();
    return check_summary();
}
