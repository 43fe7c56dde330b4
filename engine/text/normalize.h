/* normalize.h - the output form of text: spaces and controls cleaned, letters,
 * marks and punctuation untouched.
 *
 * After hazards such as CVE-2021-42574 all twelve Bidi_Control characters go,
 * whatever stands around them; ZWNJ and ZWJ stay between letters, marks or
 * emoji; C0 and C1 controls, zero-width space, word joiner, BOM, soft hyphen,
 * invisible operators and tag characters go; every run of white space (no-break
 * and the others of category Zs included) is one U+0020; U+0085, U+2028, U+2029
 * count as white space. U+FFFD stays. Idempotent.
 */
#ifndef LUBB_TEXT_NORMALIZE_H
#define LUBB_TEXT_NORMALIZE_H

#include "base/buf.h"

enum normalize_mode {
    NORMALIZE_LINE,     /* one line: all white space is one space, trimmed */
    NORMALIZE_CODE      /* '\n' and '\t' and runs of spaces are kept */
};

/* Append the output form of s (valid UTF-8) to b. Never longer than s. Cost:
 * one pass. */
void normalize_text(struct buf *b, struct str s, enum normalize_mode mode);

#endif
