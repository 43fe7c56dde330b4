/* pattern.h - regular expressions of rules: PCRE2 on a short leash.
 *
 * A pattern comes from a rule file, perhaps a stranger's: it is refused where
 * it could cost too much (limits.h, pattern_check.c), compiled with JIT, and
 * run with match, depth and heap limits on at most MAX_SUBJECT bytes. Text
 * was validated when the page was decoded, so PCRE2 does not check it again. A
 * limit that is hit means that the pattern did not match, and shows as
 * LIMIT_PATTERN. Only pattern*.c know PCRE2.
 */
#ifndef LUBB_RULES_PATTERN_H
#define LUBB_RULES_PATTERN_H

#include "base/fuel.h"
#include "base/store.h"
#include "base/str.h"

enum {
    PATTERN_CASELESS = 1 << 0,  /* flag i */
    PATTERN_FOLDED = 1 << 1,    /* flag f: runs on folded text */
    PATTERN_DELETES = 1 << 2,   /* takes text away: may not match nothing */
    PATTERN_TORTURE = 1 << 3,   /* also run it on subjects made to be hard, and
                                 * refuse it when it hits a limit there */
    PATTERN_NO_JIT = 1 << 4     /* for tests: as where there is no JIT */
};

struct pattern;         /* compiled; never changes, threads may share it */

struct pattern_error {
    size_t at;          /* offset in the pattern */
    bool is_refused;    /* well-formed, but more than a rule may ask for */
    char what[160];     /* empty: memory was refused */
};

/* Compile a pattern; NULL when it is malformed or refused, *error says why. The
 * struct lives in the store, what PCRE2 made for it until pattern_free(), which
 * comes first. The bytes of text are not kept. */
struct pattern *pattern_compile(struct store *s, struct str text,
                                unsigned flags, struct pattern_error *error);

/* NULL is allowed. */
void pattern_free(struct pattern *pattern);

/* The longest string of bytes that every match holds, or empty when the pattern
 * has none of 3 bytes or more that can be told; of a caseless pattern only
 * bytes without case count. In the store, as the pattern is. */
struct str pattern_literal(const struct pattern *pattern);

/* Worth a warning: two unbounded repetitions can take the same text, one right
 * behind the other or both in one that repeats them, and nothing that must
 * stand between tells where the first one ends. */
bool pattern_may_backtrack(const struct pattern *pattern);

/* What a thread needs to run patterns: PCRE2's memory for it. */
struct pattern_runner {
    void *data;
    void *context;
    void *jit_stack;
};

/* False when memory is refused; the runner is then closed. */
bool pattern_runner_open(struct pattern_runner *runner);

/* {NULL} and a closed runner are allowed. */
void pattern_runner_close(struct pattern_runner *runner);

struct pattern_match {
    size_t beg, end;        /* bytes of the subject; may be empty */
    size_t group_beg, group_end;    /* first group that took part, else the
                                     * whole match */
};

/* Find the first match at or behind `from`, a border of characters; \A and ^
 * mean the subject's beginning all the same.
 *
 * A subject longer than MAX_SUBJECT is searched in its first and its last
 * MAX_SUBJECT bytes and sets LIMIT_SUBJECT in *limits. The first part ends
 * before white space if some is near, else between characters; $ and \z do
 * not match there, but nothing is seen behind it; a pattern that looks around
 * for \z or \Z has the last part only. What stands before the last part is
 * seen. A hit limit sets LIMIT_PATTERN and ends the search.
 * Fuel: 1 a byte searched; without it nothing matches. subject is valid
 * UTF-8. */
bool pattern_find(const struct pattern *pattern,
                  struct pattern_runner *runner, struct str subject,
                  size_t from, struct fuel *fuel, uint32_t *limits,
                  struct pattern_match *match);

#endif
