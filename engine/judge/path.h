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

/* Sum up the points of every block. main_bias is added to main on each. */
void path_sum(const struct feature_table *table, const struct model *model,
              int32_t main_bias, struct blocks *blocks);

/* Give every block its state on the best path that holds some main text:
 * whether that is one is verdict.h's to say. Rulings bind it where blocks have
 * them: their points count for main, and their words forbid main or all
 * else. A page on which nothing may be main is all before. Cost: 8 steps a
 * block. */
void path_find(struct arena *a, const struct model *model,
               struct blocks *blocks);

/* Of every block, in the arena: by how many points the best path that takes it
 * for main text and the best that does not differ. UINT32_MAX where there is no
 * such path or rulings leave one only. Cost: 16 steps a block. */
uint32_t *path_margins(struct arena *a, const struct model *model,
                       const struct blocks *blocks);

#endif
