/* scope.h - what follows a heading that announces boilerplate.
 *
 * "مقالات ذات صلة" over a list of links announces it; so does "التعليقات" over
 * a thread whose comments read like prose. The heading is a short block that
 * hits the lexicon; its scope is what follows it inside the element that it
 * heads.
 */
#ifndef LUBB_JUDGE_SCOPE_H
#define LUBB_JUDGE_SCOPE_H

#include "judge/layout.h"

enum scope {
    SCOPE_NONE,
    SCOPE_RELATED,      /* related, most read, ticker */
    SCOPE_COMMENTS,
    N_SCOPES
};

/* The scope of every block (enum scope, one byte each, in the arena). Cost:
 * linear; scopes of one kind are painted once. */
uint8_t *scope_find(struct arena *a, const struct layout *l,
                    const struct blocks *blocks);

#endif
