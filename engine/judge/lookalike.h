/* lookalike.h - items of listings: siblings that look alike and hold links.
 *
 * Teasers, cards and related items come as three or more siblings of one tag
 * and class, most of them linked. A list inside an article may look so too,
 * so this weighs in the page's verdict and gives the judge a hint.
 */
#ifndef LUBB_JUDGE_LOOKALIKE_H
#define LUBB_JUDGE_LOOKALIKE_H

#include "judge/headline.h"
#include "judge/layout.h"

enum lookalike {
    LOOK_NONE,
    LOOK_LIST,          /* a short linked item */
    LOOK_POST,          /* of two blocks or more, most without a headline */
    LOOK_CARD,          /* of two blocks or more, or a longer one */
    N_LOOKALIKES
};

/* enum lookalike of every block, in the arena. matches: enum title_match of
 * every block. Cost: linear in nodes. */
uint8_t *lookalike_find(struct arena *a, const struct layout *l,
                        const uint8_t *matches, struct blocks *blocks);

#endif
