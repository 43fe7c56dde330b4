/* rule_choose.h - which files of rules speak of a page.
 *
 * By URL or host: the longest host that a file claims, then its longest path.
 * Where the caller knows neither, by marks: the one site that has any. Then a
 * theme: the one the site's file uses, else the one whose marks the page has
 * (two, where the theme names two), most marks first, and a theme that uses
 * another before that one.
 */
#ifndef LUBB_RULES_RULE_CHOOSE_H
#define LUBB_RULES_RULE_CHOOSE_H

#include "rules/rule_page.h"

/* A file that was looked at, and why it was or was not chosen. */
struct rule_candidate {
    const struct rule_file *file;
    bool is_chosen;
    const char *why;            /* static */
};

struct rule_choice {
    struct rule_chain chain;    /* n 0: no file speaks of the page */
    const char *miss;           /* why no site's file was chosen though some
                                 * would fit, or NULL; static */
    struct rule_candidate *candidates;
    uint32_t n_candidates;
    size_t cap;
};

/* Choose for a page; all is in its arena. */
void rule_choose(struct rule_page *page, struct rule_choice *choice);

#endif
