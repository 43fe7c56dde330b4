#include "rules/rule_expect.h"

#include "rules/rule_load.h"

enum measure {
    MEASURE_BLOCKS, MEASURE_CHARS, MEASURE_ARABIC, MEASURE_LINKS,
    MEASURE_TITLE, MEASURE_DATE, N_MEASURES
};

/* A number has up to three digits behind the point. */
enum { THOUSANDTHS = 1000, MAX_DIGITS = 7 };

static const char *const measure_names[N_MEASURES] = {
    "blocks", "chars", "arabic", "links", "title", "date"
};

struct expectation {
    enum measure measure;
    bool is_most;       /* <=; otherwise >= */
    int64_t value;      /* thousandths */
};

static bool
read_number(struct str s, int64_t *thousandths)
{
    int64_t unit = THOUSANDTHS;
    bool has_point = false, has_digit = false;

    *thousandths = 0;
    if (s.len > MAX_DIGITS)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (!is_digit(s.ptr[i]) || (has_point && unit == 1))
            return false;
        has_digit = true;
        unit = has_point ? unit / 10 : unit;
        *thousandths = has_point
                           ? *thousandths + (s.ptr[i] - '0') * unit
                           : *thousandths * 10 + (s.ptr[i] - '0') * unit;
    }
    return has_digit;
}

/* Read one word: "blocks>=2" or "title". */
static bool
read_word(struct str word, struct expectation *out)
{
    size_t n = 0, m = 0;
    struct str rest;

    while (n < word.len && is_alpha(word.ptr[n]))
        n++;
    rest = str_slice(word, n, word.len);
    while (m < N_MEASURES &&
           !str_eq(str_slice(word, 0, n), str_of(measure_names[m])))
        m++;
    *out = (struct expectation){ .measure = (enum measure)m };
    if (m >= MEASURE_TITLE)
        return m < N_MEASURES && rest.len == 0;
    out->is_most = str_starts(rest, STR("<="));
    if (!(out->is_most || str_starts(rest, STR(">="))) ||
        !read_number(str_slice(rest, 2, rest.len), &out->value))
        return false;
    return m < MEASURE_ARABIC || out->value <= THOUSANDTHS;
}

struct str
rule_expect_check_words(struct str value)
{
    struct expectation unused;
    struct str word;

    while (str_next_field(&value, ' ', &word))
        if (!read_word(word, &unused))
            return word;
    return (struct str){ NULL, 0 };
}

bool
rule_expect_check(struct rule_loader *l, struct str value)
{
    struct str bad = rule_expect_check_words(value);

    if (bad.len == 0)
        return true;
    rule_lines_find(&l->lines, RULE_E11, bad,
                    "not blocks>=N chars>=N arabic>=0.N links<=0.N title date");
    return false;
}

static bool
holds(const struct expectation *e, const struct rule_result *r)
{
    const int64_t values[N_MEASURES] = {
        [MEASURE_BLOCKS] = (int64_t)r->n_blocks * THOUSANDTHS,
        [MEASURE_CHARS] = (int64_t)r->n_letters * THOUSANDTHS,
        [MEASURE_ARABIC] = r->arabic,
        [MEASURE_LINKS] = r->links
    };

    if (e->measure == MEASURE_TITLE)
        return r->has_title;
    if (e->measure == MEASURE_DATE)
        return r->has_date;
    return e->is_most ? values[e->measure] <= e->value
                      : values[e->measure] >= e->value;
}

struct str
rule_expect_broken(struct str value, const struct rule_result *result)
{
    struct expectation e;
    struct str word;

    while (str_next_field(&value, ' ', &word))
        if (read_word(word, &e) && !holds(&e, result))
            return word;
    return (struct str){ NULL, 0 };
}
