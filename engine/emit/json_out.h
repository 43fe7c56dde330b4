/* json_out.h - one page as one JSON record on a line.
 *
 * The names are for good: id url host site text title date description
 * encoding encoding_source n_replaced input offsets confidence verdict reason
 * extracted_by flags n_blocks n_kept version. What is unknown is absent; text,
 * verdict and flags are always there.
 */
#ifndef LUBB_EMIT_JSON_OUT_H
#define LUBB_EMIT_JSON_OUT_H

#include "emit/record.h"

/* The record, ending in '\n', in the arena. */
struct str record_to_json(struct arena *a, const struct record *record);

#endif
