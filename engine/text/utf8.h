/* utf8.h - code points of valid UTF-8, and the check that it is valid.
 *
 * Everything past text/decode is valid UTF-8, so utf8_next() does not check.
 * utf8_valid_len() is the door: Unicode 15, table 3-7 (no overlong forms, no
 * surrogates, nothing above U+10FFFF).
 */
#ifndef LUBB_TEXT_UTF8_H
#define LUBB_TEXT_UTF8_H

#include "base/str.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/* The code point at s.ptr + *at, which is moved behind it. s is valid UTF-8
 * and *at < s.len lies on a border of characters. */
static inline uint32_t
utf8_next(struct str s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.ptr + *at;

    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 |
               (p[2] & 0x3F);
    }
    *at += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
           (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

/* The code point that ends just before *at, which is moved to its start.
 * *at > 0. */
static inline uint32_t
utf8_prev(struct str s, size_t *at)
{
    size_t i = *at - 1;

    while (i > 0 && ((unsigned char)s.ptr[i] & 0xC0) == 0x80)
        i--;
    *at = i;
    return utf8_next(s, &i);
}

/* Write cp (a scalar value) at out, 1 to 4 bytes; returns how many. */
static inline size_t
utf8_put(char *out, uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

/* Length of the longest valid prefix of s in bytes: s.len when all of it is
 * valid. *n_wide (may be NULL) counts the characters above U+007F in it. */
size_t utf8_valid_len(struct str s, size_t *n_wide);

/* Length of the character s begins with, or of the bytes that one U+FFFD stands
 * for where it begins with none (the maximal subpart, Unicode 15, 3.9);
 * *is_whole tells which. s is not empty. */
size_t utf8_part_len(struct str s, bool *is_whole);

/* Whether s, which is not empty, is the beginning of a character and nothing
 * more: what a page cut off in mid-character ends in. */
bool utf8_is_cut(struct str s);

#endif
