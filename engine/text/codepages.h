/* codepages.h - the single-byte encodings as tables of code points.
 *
 * The lower half of all three is ASCII. The tables are those of the WHATWG
 * Encoding Standard, made by python/tools/make_codepages.py.
 */
#ifndef LUBB_TEXT_CODEPAGES_H
#define LUBB_TEXT_CODEPAGES_H

#include "text/encoding.h"

/* The code points of bytes 0x80 to 0xFF in a single-byte encoding; U+FFFD
 * where it has none. */
const uint16_t *codepage_high_half(enum encoding encoding);

#endif
