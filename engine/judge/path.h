/* path.h - one linear pass in which neighbouring blocks decide together.
 *
 * Viterbi over four states: before -> main -> after, with interruptions inside
 * main. Points of a block's bins are added for the state it is given,
 * points of a transition for the step to it. Sums of integers: the same on
 * every machine, and printable as they stand. (Conditional random field:
 * Lafferty, McCallum and Pereira 2001; the weights are fitted that way.)
 */
#ifndef LUBB_JUDGE_PATH_H
#define LUBB_JUDGE_PATH_H

#include "base/arena.h"
#include "judge/weights.h"

/* Sum up the points of every block and give each its state on the best path
 * that holds some main text: whether that is one is verdict.h's to say.
 * main_bias is added to main on every block. Cost: 8 steps a block. */
void path_find(struct arena *a, const struct feature_table *table,
               const struct model *model, int32_t main_bias,
               struct blocks *blocks);

#endif
