/* random_text.h - strings of code points for property tests, the same on every
 * run: mostly what Arabic pages hold, sometimes anything Unicode has. */
#ifndef LUBB_TESTS_TEXT_RANDOM_TEXT_H
#define LUBB_TESTS_TEXT_RANDOM_TEXT_H

#include "text/utf8.h"

enum { RANDOM_TEXT_MAX = 64 };  /* code points */

struct random_text {
    uint64_t state;             /* not 0 */
    char bytes[RANDOM_TEXT_MAX * 4];
};

/* xorshift64* (Vigna 2016). */
static inline uint32_t
random_below(struct random_text *r, uint32_t n)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return (uint32_t)((r->state * 0x2545F4914F6CDD1D) >> 32) % n;
}

static inline uint32_t
random_code_point(struct random_text *r)
{
    static const uint32_t ranges[][2] = {
        { 0x621, 0x64A }, { 0x621, 0x64A }, { 0x20, 0x7E }, { 0x20, 0x20 },
        { 0x64B, 0x65F }, { 0x600, 0x6FF }, { 0x00, 0x9F }, { 0xA0, 0x24F },
        { 0x2000, 0x206F }, { 0x200B, 0x200F }, { 0xFB50, 0xFDFF },
        { 0xFE70, 0xFEFF }, { 0x1F466, 0x1F470 }, { 0, 0xD7FF },
        { 0xE000, 0x10FFFF },
    };
    const uint32_t *range = ranges[random_below(r, sizeof ranges /
                                                   sizeof ranges[0])];

    return range[0] + random_below(r, range[1] - range[0] + 1);
}

/* The next string; valid until the one after it. */
static inline struct str
random_text_next(struct random_text *r)
{
    uint32_t n = random_below(r, RANDOM_TEXT_MAX + 1);
    size_t len = 0;

    for (uint32_t i = 0; i < n; i++)
        len += utf8_put(r->bytes + len, random_code_point(r));
    return (struct str){ r->bytes, len };
}

#endif
