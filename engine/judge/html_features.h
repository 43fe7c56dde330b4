/* html_features.h - the features of a block of an HTML page.
 *
 * Forty features in 170 bins, which could not be told apart from 73 in 320 with
 * whole sites left out. Containers, text and neighbours carry most.
 */
#ifndef LUBB_JUDGE_HTML_FEATURES_H
#define LUBB_JUDGE_HTML_FEATURES_H

#include "judge/html_view.h"

extern const struct feature_table html_feature_table;

/* Fill bins and move_class of every block. Cost: linear. */
void html_features_bin(struct arena *a, const struct html_view *view,
                       struct blocks *blocks);

#endif
