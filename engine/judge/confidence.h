/* confidence.h - how sure a judgement is, per mille.
 *
 * A block is sure by the points that the best path loses when the block changes
 * sides (path_margins); a page by the mean over its letters. What that mean is
 * worth in pages that came out right is read off knots in weights.conf, which
 * the fit sets by pages of sites it has not seen (python3 -m fit).
 */
#ifndef LUBB_JUDGE_CONFIDENCE_H
#define LUBB_JUDGE_CONFIDENCE_H

#include "base/arena.h"
#include "judge/verdict.h"

/* Of the page whose blocks have their states, 0 to 1000. Where the verdict is
 * near its threshold, less; where there is no text, the verdict's own. Without
 * knots (all 0), the mean margin as it is. Cost: linear in blocks. */
int32_t confidence_find(struct arena *a, const struct model *model,
                        const struct verdict *verdict,
                        const struct blocks *blocks);

#endif
