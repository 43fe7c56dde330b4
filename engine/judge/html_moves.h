/* html_moves.h - which transitions hold between two blocks of an HTML page. */
#ifndef LUBB_JUDGE_HTML_MOVES_H
#define LUBB_JUDGE_HTML_MOVES_H

#include "judge/layout.h"

/* Set move_class of every block (enum move_class of weights.h), by where it
 * stands from the container of the last good block of ten words above it:
 * staying in a container is cheap, leaving it is not, coming back is cheap
 * again. Cost: linear. */
void html_moves_classify(const struct layout *l, struct blocks *blocks);

#endif
