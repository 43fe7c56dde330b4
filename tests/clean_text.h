/* clean_text.h - what every text that leaves the engine is: valid UTF-8 without
 * control characters but '\n' and '\t', and without bidi controls (which hide
 * what a line says: CVE-2021-42574). */
#ifndef LUBB_TESTS_CLEAN_TEXT_H
#define LUBB_TESTS_CLEAN_TEXT_H

#include "text/utf8.h"

static inline bool
is_bidi_control(uint32_t cp)
{
    return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static inline bool
is_control(uint32_t cp)
{
    return (cp < 0x20 && cp != '\n' && cp != '\t') ||
           (cp >= 0x7F && cp <= 0x9F);
}

static inline bool
text_is_clean(struct str s)
{
    size_t at = 0;

    if (utf8_valid_len(s, NULL) != s.len)
        return false;
    while (at < s.len) {
        uint32_t cp = utf8_next(s, &at);

        if (is_control(cp) || is_bidi_control(cp))
            return false;
    }
    return true;
}

#endif
