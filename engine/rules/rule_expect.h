/* rule_expect.h - what a rule expects of its result.
 *
 *     expect:  blocks>=2 chars>=200 arabic>=0.6 links<=0.3 title date
 *
 * A result that breaks one is a miss: the rule has gone stale, or the page is
 * of another kind.
 */
#ifndef LUBB_RULES_RULE_EXPECT_H
#define LUBB_RULES_RULE_EXPECT_H

#include "base/str.h"

/* A result in numbers; shares are per mille of its letters. */
struct rule_result {
    uint32_t n_blocks;
    uint32_t n_letters;
    uint32_t arabic, links;
    bool has_title, has_date;
};

/* The first word of an expect: that cannot be read, or an empty slice. */
struct str rule_expect_check_words(struct str value);

/* The first word of a checked expect: that the result breaks, or an empty
 * slice. */
struct str rule_expect_broken(struct str value,
                              const struct rule_result *result);

#endif
