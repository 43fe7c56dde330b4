/* explain.h - why each block was kept or dropped, as the sum it is.
 *
 * For people: a head line for the page, then a line a block in page order:
 *
 *     + 12 main +134 words=8(+30) prose=good(+22) [reason] text
 *     - 13 after -51 ...
 *
 * '+' is kept; the number behind the state is the block's points for main text,
 * before its neighbours had their say; then come the features that gave most of
 * them. The text is cut and holds no control characters.
 *
 * For fitting: a JSON object a block, with the bin of every feature and the
 * class of the move to it by name.
 */
#ifndef LUBB_EMIT_EXPLAIN_H
#define LUBB_EMIT_EXPLAIN_H

#include "emit/record.h"

enum {
    EXPLAIN_FEATURES = 5,       /* shown a block */
    EXPLAIN_CHARS = 100         /* of a block's text shown */
};

/* Both are in the arena and end in '\n', or are empty. */
struct str explain_to_text(struct arena *a, const struct record *record);
struct str explain_to_jsonl(struct arena *a, const struct record *record);

#endif
