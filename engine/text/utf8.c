#include "text/utf8.h"

#include <string.h>

/* Bytes of the character whose lead byte is `lead`; 0 for no lead byte. */
static size_t
char_len(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

/* Whether `second` may follow `lead`, a lead byte of more than one: where
 * table 3-7 keeps out overlong forms, surrogates and what is past U+10FFFF. */
static bool
second_is_valid(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return (second & 0xC0) == 0x80;
    }
}

size_t
utf8_part_len(struct str s, bool *is_whole)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t want = char_len(p[0]);
    size_t n = 1;

    if (n < want && n < s.len && second_is_valid(p[0], p[1]))
        for (n = 2; n < want && n < s.len && (p[n] & 0xC0) == 0x80;)
            n++;
    *is_whole = n == want;
    return n;
}

bool
utf8_is_cut(struct str s)
{
    bool is_whole;

    return utf8_part_len(s, &is_whole) == s.len && !is_whole &&
           char_len((unsigned char)s.ptr[0]) > 0;
}

/* The first eight bytes, the first of them in the low bits. */
static uint64_t
word_at(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;

    return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 |
           (uint64_t)u[3] << 24 | (uint64_t)u[4] << 32 |
           (uint64_t)u[5] << 40 | (uint64_t)u[6] << 48 | (uint64_t)u[7] << 56;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Bytes of valid characters below U+0800 that s begins with, which is nearly
 * all of an Arabic page: eight at a time and without a branch on what they
 * are. May stop short of the last ones. *n_wide grows by the wide ones.
 *
 * In the words below only bit 7 of each byte counts. `open` is that bit of a
 * lead byte whose second byte is in the next word. */
static size_t
narrow_len(struct str s, size_t *n_wide)
{
    uint64_t open = 0;
    size_t at = 0;

    for (; at + 8 <= s.len; at += 8) {
        uint64_t word = word_at(s.ptr + at);
        uint64_t lead = word & word << 1 & EACH(0x80);
        uint64_t second = word & ~(word << 1) & EACH(0x80);
        uint64_t is_long = lead & word << 2;
        uint64_t is_sound = (word & EACH(0x1E)) + EACH(0x7E);

        if (second != (lead << 8 | open) || is_long || (lead & ~is_sound))
            break;
        *n_wide += (lead >> 7) * EACH(1) >> 56;
        open = lead >> 56;
    }
    *n_wide -= open != 0;
    return at - (open != 0);
}

size_t
utf8_valid_len(struct str s, size_t *n_wide)
{
    size_t at = 0, n = 0;
    bool is_whole = true;

    for (;;) {
        at += narrow_len(str_slice(s, at, s.len), &n);
        if (at == s.len)
            break;

        size_t len = utf8_part_len(str_slice(s, at, s.len), &is_whole);
        if (!is_whole)
            break;
        at += len;
        n += len > 1;
    }
    if (n_wide)
        *n_wide = n;
    return at;
}
