/* pattern_torture.c - a pattern run on subjects that are hard for patterns.
 *
 * Long runs of what patterns repeat: spaces, letters, digits, marks, and the
 * pattern's own characters, behind what it needs and with an end that lets no
 * match through. One that hits a limit here would hit it on some page, and be
 * no rule there.
 */
#include "rules/pattern_parts.h"
#include "text/utf8.h"

enum { MAX_OWN = 8 };   /* of the pattern's characters, each on its own */

/* Texts have no two spaces in a row but in code: these stand alone. */
static const char *const spaces[] = { " ", "\t \n" };

static const char *const units[] = {
    "a", "ا", "1", "<", ".", "-", "\"", "،", "ab ", "اب ", "1-", "a1 ", "ا، ",
    "aا1 .!", "=:", "()"
};

/* Marks that patterns stop at. */
static const char marks[] = "<>|:;,.!?()[]\"'/=،؛؟";
enum { N_MARKS = sizeof marks - 1 };

struct rack {
    const struct pattern *pattern;
    struct pattern_runner runner;
    char tail[N_MARKS + 4 * MAX_PATTERN];   /* marks and the own characters */
    struct str own;         /* the pattern's characters in a row, in tail */
    struct str head;        /* those of them that it begins with */
    char subject[MAX_SUBJECT];
    size_t len;
};

static void
read_own(struct rack *rack, const struct pattern_tokens *tokens)
{
    bool is_head = !pattern_has_branches(tokens, 0);
    char *out = rack->tail + N_MARKS;
    size_t n = 0, n_head = 0;

    memcpy(rack->tail, marks, N_MARKS);
    for (size_t i = 1; i < tokens->n; i++) {
        enum pattern_token_kind kind = tokens->items[i].kind;

        is_head = is_head &&
                  (kind == PATTERN_CHAR || kind == PATTERN_PLACE) &&
                  tokens->items[i + 1].kind != PATTERN_REPEAT;
        if (kind == PATTERN_CHAR)
            n += utf8_put(out + n, tokens->items[i].cp);
        if (is_head)
            n_head = n;
    }
    rack->own = (struct str){ out, n };
    rack->head = (struct str){ out, n_head };
}

static void
append(struct rack *rack, struct str s)
{
    if (s.len > 0)
        memcpy(rack->subject + rack->len, s.ptr, s.len);
    rack->len += s.len;
}

/* Run on a unit over and over between two ends, and a control that hardly a
 * repetition passes. */
static bool
run(struct rack *rack, struct str prefix, struct str unit, struct str suffix)
{
    size_t end = rack->pattern->max_subject - 1 - suffix.len;
    struct fuel fuel = { 0, UINT64_MAX };
    struct pattern_match unused;
    uint32_t limits = 0;

    rack->len = 0;
    append(rack, prefix);
    while (rack->len + unit.len <= end)
        append(rack, unit);
    append(rack, STR("\x01"));
    append(rack, suffix);
    pattern_find(rack->pattern, &rack->runner,
                 (struct str){ rack->subject, rack->len }, 0, &fuel, &limits,
                 &unused);
    return (limits & LIMIT_PATTERN) == 0;
}

/* PCRE2 looks for characters that must follow before it tries: so with and
 * without them. */
static bool
survives_behind(struct rack *rack, struct str prefix, struct str unit)
{
    struct str tail = { rack->tail, N_MARKS + rack->own.len };

    return run(rack, prefix, unit, STR("")) && run(rack, prefix, unit, tail);
}

/* On a unit alone, behind what the pattern begins with, and behind some of what
 * it holds. */
static bool
survives(struct rack *rack, struct str before, struct str unit)
{
    struct str head = rack->head;

    return survives_behind(rack, STR(""), unit) &&
           (head.len == 0 || survives_behind(rack, head, unit)) &&
           (before.len <= head.len || survives_behind(rack, before, unit));
}

static bool
survives_units(struct rack *rack)
{
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (!run(rack, STR(""), str_of(spaces[i]), STR("")))
            return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (!survives(rack, STR(""), str_of(units[i])))
            return false;
    return true;
}

/* The pattern's own characters, each behind those before it, and all. */
static bool
survives_own(struct rack *rack)
{
    struct str own = rack->own;
    size_t at = 0;
    int n = 0;

    while (n < MAX_OWN && at < own.len) {
        struct str before = str_slice(own, 0, at), unit;
        size_t beg = at;

        utf8_next(own, &at);
        unit = str_slice(own, beg, at);
        if (is_space(*unit.ptr) ||
            str_find(before, unit, 0) < before.len)
            continue;
        n++;
        if (!survives(rack, before, unit))
            return false;
    }
    return own.len == 0 || survives(rack, STR(""), own);
}

bool
pattern_torture(const struct pattern *pattern,
                const struct pattern_tokens *tokens,
                struct pattern_error *error)
{
    struct rack rack = { .pattern = pattern };
    bool ok;

    if (!pattern_runner_open(&rack.runner)) {
        error->what[0] = '\0';
        return false;
    }
    read_own(&rack, tokens);
    ok = survives_units(&rack) && survives_own(&rack);
    pattern_runner_close(&rack.runner);
    return ok || pattern_refuse(error, 0,
                                "takes too many steps on a hard text");
}
