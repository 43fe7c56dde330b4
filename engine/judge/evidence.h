/* evidence.h - what the judge knows of one block, and what it decided.
 *
 * The judge's own part of the travelling record (page/block.h). Each step of
 * judge.c fills its fields and reads those above.
 */
#ifndef LUBB_JUDGE_EVIDENCE_H
#define LUBB_JUDGE_EVIDENCE_H

#include "judge/feature.h"
#include "page/block.h"

enum state {
    STATE_BEFORE,       /* above the main text */
    STATE_MAIN,
    STATE_INTERRUPTION, /* a foreign body inside it: pull quote, "read also" */
    STATE_AFTER,        /* below it */
    N_STATES
};

struct evidence {
    /* lexicon */
    uint32_t groups;            /* 1u << enum lexicon_group */

    /* prose: what can be said of a block without its neighbours */
    bool is_good;               /* prose outside menus, lists and forms */
    bool is_weak;               /* looks like a sentence, if a short one */

    /* html_features or text_features */
    uint8_t bins[MAX_FEATURES];
    uint8_t move_class;         /* which transitions hold on the way to it */

    /* path */
    int32_t points[N_STATES];   /* sum over the bins */
    enum state state;

    /* selection */
    bool is_kept;
    const char *reason;         /* static, or in the arena */
};

#endif
