/* decode.h - a page's bytes to clean UTF-8.
 *
 * What comes out is the decoded text that every offset in the engine counts
 * in: valid UTF-8, CRLF and CR as LF, NUL and bytes that decode to nothing as
 * U+FFFD, no byte order mark. A stretch of UTF-8 that was once read as
 * windows-1256 or Latin-1 and saved again is repaired when, and only when,
 * encoding it back gives exactly valid UTF-8.
 */
#ifndef LUBB_TEXT_DECODE_H
#define LUBB_TEXT_DECODE_H

#include "base/arena.h"
#include "text/encoding.h"

struct decoded {
    struct str text;                /* followed by DECODED_PADDING NULs */
    enum encoding encoding;
    enum encoding_source source;
    uint32_t n_replaced;            /* U+FFFD written for bad bytes and NULs */
    bool is_repaired;               /* was UTF-8 saved twice */
    bool offsets_are_input;         /* text offset == input offset throughout */
};

enum { DECODED_PADDING = 16 };

/* Decode bytes (at most MAX_INPUT of them). The text is in the arena,
 * always a copy, so that it can be padded. Cost: two passes over the bytes. */
void decode_bytes(struct arena *a, struct str bytes, struct str content_type,
                  struct decoded *out);

#endif
