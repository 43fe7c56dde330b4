/* text_features.h - the features of a line of a plain-text dump.
 *
 * A dump has no links, containers or tags: what is left is the line itself,
 * the window around it and what was seen above it. Of these the history
 * (comments seen, a related heading seen), the punctuation and the windows
 * carry most.
 */
#ifndef LUBB_JUDGE_TEXT_FEATURES_H
#define LUBB_JUDGE_TEXT_FEATURES_H

#include "base/arena.h"
#include "judge/evidence.h"

extern const struct feature_table text_feature_table;

/* Set is_good and is_weak, bins and move_class of every block of a dump whose
 * blocks are measured and have their lexicon groups. Cost: linear. */
void text_features_bin(struct arena *a, struct blocks *blocks);

#endif
