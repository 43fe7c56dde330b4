/* pattern_torture.c - a pattern run on subjects that are hard for patterns.
 *
 * Long runs of what patterns repeat: spaces, letters, digits, marks, and the
 * pattern's own characters, with an end that lets no match through. One that
 * hits a limit here would hit it on some page, and be no rule there.
 */
#include "rules/pattern_parts.h"
#include "text/utf8.h"

enum { MAX_OWN = 8 };   /* of the pattern's own characters, each on its own */

static const char *const units[] = {
    " ", "a", "ا", "1", "<", ".", "-", "\"", "،", "ab ", "اب ", "1-", "a1 ",
    "ا، ", "aا1 .!", "\t \n", "=:", "()"
};

struct rack {
    const struct pattern *pattern;
    struct pattern_runner runner;
    char subject[MAX_SUBJECT];
};

/* Fill the subject with a unit over and over, and a mark at the end. */
static bool
survives(struct rack *rack, struct str unit)
{
    struct fuel fuel = { 0, UINT64_MAX };
    struct pattern_match unused;
    uint32_t limits = 0;
    size_t len = 0;

    while (len + unit.len + 1 <= sizeof rack->subject) {
        memcpy(rack->subject + len, unit.ptr, unit.len);
        len += unit.len;
    }
    rack->subject[len++] = '\x01';
    pattern_find(rack->pattern, &rack->runner,
                 (struct str){ rack->subject, len }, 0, &fuel, &limits,
                 &unused);
    return (limits & LIMIT_PATTERN) == 0;
}

static bool
survives_own(struct rack *rack, const struct pattern_tokens *tokens)
{
    char all[4 * MAX_PATTERN];
    size_t len = 0, n = 0;

    for (size_t i = 0; i < tokens->n; i++) {
        size_t beg = len;

        if (tokens->items[i].kind != PATTERN_CHAR)
            continue;
        len += utf8_put(all + len, tokens->items[i].cp);
        if (n++ < MAX_OWN &&
            !survives(rack, (struct str){ all + beg, len - beg }))
            return false;
    }
    return len == 0 || survives(rack, (struct str){ all, len });
}

bool
pattern_torture(const struct pattern *pattern,
                const struct pattern_tokens *tokens,
                struct pattern_error *error)
{
    struct rack rack = { .pattern = pattern };
    bool ok = true;

    if (!pattern_runner_open(&rack.runner)) {
        error->what[0] = '\0';
        return false;
    }
    for (size_t i = 0; ok && i < sizeof units / sizeof *units; i++)
        ok = survives(&rack, str_of(units[i]));
    ok = ok && survives_own(&rack, tokens);
    pattern_runner_close(&rack.runner);
    return ok || pattern_refuse(error, 0,
                                "takes too many steps on a hard text");
}
