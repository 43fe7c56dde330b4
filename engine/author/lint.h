/* lint.h - one run of the lint: what its parts note.
 *
 *     lint.c              in order: loading, proofs, the parts below; lint-off
 *     lint_values.c       phrases, patterns, dates: entry by entry
 *     lint_selectors.c    selectors, as they are written
 *     lint_cases.c        what only the pages of the cases show
 */
#ifndef LUBB_AUTHOR_LINT_H
#define LUBB_AUTHOR_LINT_H

#include "author/author.h"

struct lint {
    lubb_rules *rules;
    struct rule_findings findings;
    int64_t today;                  /* days; NO_DAY where it is not told */
    const struct rule_file *file;   /* at hand */
};

#define NO_DAY INT64_MIN

/* A hint being written; what does not fit is cut off. */
struct lint_hint {
    char text[256];
    size_t len;
};

void lint_hint_add(struct lint_hint *hint, struct str s);
void lint_hint_add_number(struct lint_hint *hint, uint32_t number);

/* Note a finding about the file at hand. */
void lint_find(struct lint *lint, const struct rule_finding *finding);

/* Note one about a part of an entry's value, or about all of it. */
void lint_find_in(struct lint *lint, enum rule_code code,
                  const struct rule_entry *entry,
                  const struct rule_finding *finding);

/* Whether an entry stands in a case. */
bool lint_in_case(const struct lint *lint, const struct rule_entry *entry);

/* Days since 0000-03-01 of "YYYY-MM-DD"; NO_DAY for what is no such day. */
int64_t lint_day(struct str text);

/* The parts, for the file at hand. */
void lint_values(struct lint *lint);
void lint_selector(struct lint *lint, const struct rule_entry *entry);
lubb_status lint_cases(struct lint *lint);

#endif
