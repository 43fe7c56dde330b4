#include "text/encoding_letters.h"

#include <string.h>

#include "text/codepages.h"
#include "text/utf8.h"

enum {
    FIRST_LETTER = 0x0621,
    LAST_LETTER = 0x064A,

    /* Points of what is no letter of modern Arabic. Marks lose less than
     * letters win, so that vocalised text stays Arabic. */
    POINTS_MARK = -6,
    POINTS_OTHER_ARABIC = -8,
    POINTS_LATIN = -24,
    POINTS_NEVER = -40,         /* unmapped, C1 controls */

    /* What ISO-8859-6, rare, must win by: 1 in 16. */
    PRIOR = 32,

    /* A label falls only to this many letters that win by half a bit each. */
    REFUTING_LETTERS = 64,
    REFUTING_POINTS = 4
};

/* 8 * log2(64 * share) of the letters from U+0621 on, counted over 692,000
 * letters of Arabic news, blogs, essays and technical pages. */
static const signed char letter_points[LAST_LETTER - FIRST_LETTER + 1] = {
    -16, -33, 1, -31, -8, -16, 26, 10, 9, 14, -11, -1, 3, -4,
    7, -11, 13, -12, 5, -5, -2, -13, -6, -22, 9, -15,
    -40, -40, -40, -40, -40,    /* U+063B to U+063F are not Arabic letters */
    -31, 4, 3, 4, 23, 17, 12, 4, 14, -8, 18
};

static int
code_point_points(uint32_t cp)
{
    if (cp == UTF8_REPLACEMENT || cp < 0xA0)
        return POINTS_NEVER;
    if (cp < 0xC0 || cp >= 0x2000)
        return 0;
    if (cp < 0x0600)
        return POINTS_LATIN;
    if (cp < FIRST_LETTER)
        return 0;
    if (cp <= LAST_LETTER)
        return letter_points[cp - FIRST_LETTER];
    return cp <= 0x0652 ? POINTS_MARK : POINTS_OTHER_ARABIC;
}

static int64_t
points_as(enum encoding encoding, const size_t count[256])
{
    const uint16_t *high = codepage_high_half(encoding);
    int64_t points = 0;

    for (int i = 0; i < 128; i++)
        points += (int64_t)count[128 + i] * code_point_points(high[i]);
    return points;
}

static bool
is_letter(unsigned char c)
{
    return c >= 0xC0;
}

/* Offset of the first byte above 0x7F at or after `at`. */
static size_t
skip_ascii(struct str s, size_t at)
{
    for (uint64_t word; at + sizeof word <= s.len; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.len && (unsigned char)s.ptr[at] < 0x80)
        at++;
    return at;
}

/* Letters of the run [beg, end) of high bytes that stand alone or have an ASCII
 * letter beside them. */
static size_t
n_lonely(struct str s, size_t beg, size_t end)
{
    bool left = beg > 0 && is_alpha(s.ptr[beg - 1]);
    bool right = end < s.len && is_alpha(s.ptr[end]);
    bool first = is_letter((unsigned char)s.ptr[beg]);
    bool last = is_letter((unsigned char)s.ptr[end - 1]);

    if (end - beg == 1)
        return first;
    return (size_t)(left && first) + (size_t)(right && last);
}

void
letters_count(struct str bytes, struct letters *l)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    size_t count[256] = { 0 };
    size_t beg, end;

    *l = (struct letters){ 0 };
    for (beg = skip_ascii(bytes, 0); beg < bytes.len;
         beg = skip_ascii(bytes, end)) {
        for (end = beg; end < bytes.len && p[end] >= 0x80; end++)
            count[p[end]]++;
        l->n_lonely += n_lonely(bytes, beg, end);
    }
    for (int c = 0xC0; c <= 0xFF; c++)
        l->n += count[c];
    l->points[ENCODING_WINDOWS_1256] = points_as(ENCODING_WINDOWS_1256, count);
    l->points[ENCODING_ISO_8859_6] = points_as(ENCODING_ISO_8859_6, count);
}

static bool
is_latin(const struct letters *l)
{
    return l->n_lonely * 2 > l->n;
}

/* The better of the two Arabic encodings. */
static enum encoding
arabic_encoding(const struct letters *l)
{
    return l->points[ENCODING_ISO_8859_6] >
                   l->points[ENCODING_WINDOWS_1256] + PRIOR
               ? ENCODING_ISO_8859_6
               : ENCODING_WINDOWS_1256;
}

bool
letters_decide(const struct letters *l, enum encoding *encoding)
{
    *encoding = arabic_encoding(l);
    if (is_latin(l)) {
        *encoding = ENCODING_WINDOWS_1252;
        return true;
    }
    if (l->points[*encoding] > 0)
        return true;

    /* Another script's bytes make Latin gibberish, which nobody takes for
     * Arabic text. */
    if (l->points[*encoding] < 0)
        *encoding = ENCODING_WINDOWS_1252;
    return false;
}

bool
letters_refute(const struct letters *l, enum encoding encoding)
{
    enum encoding best = arabic_encoding(l);
    int64_t margin = l->points[best] - l->points[encoding];

    return best != encoding && l->n >= REFUTING_LETTERS && !is_latin(l) &&
           l->points[best] >= (int64_t)l->n * REFUTING_POINTS &&
           margin >= (int64_t)l->n * REFUTING_POINTS;
}
