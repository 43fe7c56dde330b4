/* weights.h - every number the judge uses, read from weights.conf.
 *
 * Lines `name integer`, '#' comments. Names:     html.main.words.8
 * points of a bin for a state (before is always 0)
 *     text.interruption.end.long_colon
 *     html.move.inside.main_main    points of a transition, by its class
 *     html.verdict.min_letters  a threshold of the page verdict
 * A name that is not given is 0; one that is unknown or given twice is an
 * error. Points: 20 to a nat (at 4 a nat, rounding alone flips whole pages).
 */
#ifndef LUBB_JUDGE_WEIGHTS_H
#define LUBB_JUDGE_WEIGHTS_H

#include "judge/evidence.h"
#include "rules/rule_findings.h"

enum { POINTS_PER_NAT = 20 };

enum move {
    MOVE_BEFORE_BEFORE,
    MOVE_BEFORE_MAIN,
    MOVE_MAIN_MAIN,
    MOVE_MAIN_INTERRUPTION,
    MOVE_MAIN_AFTER,
    MOVE_INTERRUPTION_INTERRUPTION,
    MOVE_INTERRUPTION_MAIN,
    MOVE_AFTER_AFTER,
    N_MOVES
};

/* From the container of the last good block before, to this block. Plain text
 * has MOVES_ANY only. */
enum move_class {
    MOVES_ANY,          /* text; html: no good block yet */
    MOVES_INSIDE,       /* in the container, as the block before was */
    MOVES_BACK,         /* in the container, the block before was not */
    MOVES_BELOW,        /* in a node below the container */
    MOVES_BESIDE,       /* below the container's parent */
    MOVES_ELSEWHERE,
    N_MOVE_CLASSES
};

enum threshold {
    VERDICT_MIN_LETTERS,
    VERDICT_MIN_LETTERS_UNTITLED,
    VERDICT_MAX_LOOKALIKE,
    VERDICT_MIN_PROSE_WORDS,
    VERDICT_MIN_WEAK_LINES,
    VERDICT_MAX_DATE_LINES,
    VERDICT_MIN_SENTENCES,
    N_THRESHOLDS
};

/* Points of the curve from margin to confidence (confidence.h). */
enum { N_KNOTS = 9 };

/* The weights of one kind of input. */
struct model {
    int16_t points[MAX_FEATURES][MAX_BINS][N_STATES];
    int16_t moves[N_MOVE_CLASSES][N_MOVES];
    int32_t thresholds[N_THRESHOLDS];
    int32_t confidence[N_KNOTS];
};

struct weights {
    struct model html, text;
};

/* "any", "inside", ... */
const char *move_class_name(enum move_class class);

/* Read the text of a weights.conf; what is wrong is added to `findings`. False
 * when anything was; *out is then not to be used. */
bool weights_load(struct str text, const char *file,
                  struct rule_findings *findings, struct weights *out);

#endif
