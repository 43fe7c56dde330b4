#include "text/mojibake.h"

#include <string.h>

#include "text/codepages.h"
#include "text/utf8.h"

enum {
    LAST_MISREAD = 0x2122,      /* the highest code point of either table */
    N_MISREADINGS = 2
};

/* The bytes from 0x80 up that were read as each code point; 0 for none. */
struct misreading {
    unsigned char byte[LAST_MISREAD + 1];
};

static void
misreading_build(struct misreading *m, enum encoding encoding)
{
    const uint16_t *high = codepage_high_half(encoding);

    memset(m, 0, sizeof *m);
    for (int i = 0; i < 128; i++)
        m->byte[high[i]] = (unsigned char)(0x80 + i);

    /* Latin-1 proper, where 0x80 to 0x9F are C1 controls. */
    if (encoding == ENCODING_WINDOWS_1252)
        for (int c = 0x80; c < 0xA0; c++)
            m->byte[c] = (unsigned char)c;
}

/* Write the bytes that s was before it was misread. Returns their number, 0
 * where s has a character that misreading does not make. */
static size_t
misreading_undo(const struct misreading *m, struct str s, char *out)
{
    size_t at = 0, n = 0;

    while (at < s.len) {
        uint32_t cp = utf8_next(s, &at);

        if (cp >= 0x80) {
            if (cp > LAST_MISREAD || m->byte[cp] == 0)
                return 0;
            cp = m->byte[cp];
        }
        out[n++] = (char)cp;
    }
    return n;
}

/* Lead bytes of U+0600 to U+06FF. */
static bool
is_arabic_lead(char c)
{
    return ((unsigned char)c & 0xFC) == 0xD8;
}

/* Whether bytes are valid UTF-8, at least a quarter of its wide characters
 * Arabic, two of them in a row: a list of single letters with a comma behind
 * each is valid UTF-8 in windows-1256 as well. */
static bool
is_arabic_utf8(struct str bytes)
{
    size_t n_wide, n_arabic = 0;
    bool has_word = false;

    if (utf8_valid_len(bytes, &n_wide) != bytes.len)
        return false;
    for (size_t i = 0; i < bytes.len; i++) {
        if (!is_arabic_lead(bytes.ptr[i]))
            continue;
        n_arabic++;
        has_word |= i >= 2 && is_arabic_lead(bytes.ptr[i - 2]);
    }
    return has_word && n_arabic * 4 >= n_wide;
}

/* Repair one stretch; 0 where it is to stay. */
static size_t
stretch_repair(const struct misreading m[N_MISREADINGS], struct str s,
               char *out)
{
    for (int i = 0; i < N_MISREADINGS; i++) {
        size_t n = misreading_undo(&m[i], s, out);

        if (n > 0 && is_arabic_utf8((struct str){ out, n }))
            return n;
    }
    return 0;
}

/* The end of the stretch that begins at `at`: behind a line end or the next
 * border of a tag. */
static size_t
stretch_end(struct str s, size_t at)
{
    while (at < s.len) {
        char c = s.ptr[at++];

        if (c == '\n' || c == '<' || c == '>')
            break;
    }
    return at;
}

size_t
mojibake_repair(struct str s, char *out)
{
    struct misreading m[N_MISREADINGS];
    size_t n_out;

    misreading_build(&m[0], ENCODING_WINDOWS_1256);
    misreading_build(&m[1], ENCODING_WINDOWS_1252);
    n_out = stretch_repair(m, s, out);
    if (n_out > 0)
        return n_out;

    for (size_t at = 0, end; at < s.len; at = end) {
        end = stretch_end(s, at);

        struct str stretch = str_slice(s, at, end);
        size_t n = stretch_repair(m, stretch, out + n_out);
        if (n == 0) {
            n = stretch.len;
            memcpy(out + n_out, stretch.ptr, n);
        }
        n_out += n;
    }
    return n_out;
}

/* Tah, zah, O with stroke, U with grave. */
static bool
is_telltale(const unsigned char p[2])
{
    return (p[0] == 0xD8 && (p[1] == 0xB7 || p[1] == 0xB8)) ||
           (p[0] == 0xC3 && (p[1] == 0x98 || p[1] == 0x99));
}

/* The symbols that the second bytes of alef, beh, dal, reh, seen become: one
 * letter in three. Not what may follow a word: no-break space, soft hyphen,
 * quotation mark, middle dot. */
static bool
is_symbol_of_letter(unsigned char second)
{
    return second == 0xA7 || second == 0xA8 || second == 0xAF ||
           second == 0xB1 || second == 0xB3;
}

bool
mojibake_is_likely(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t at = 0;

    /* 0xC2 leads all those symbols and no Arabic letter. */
    while ((at = str_find(s, STR("\xC2"), at)) < s.len) {
        if (at >= 2 && is_telltale(p + at - 2) &&
            is_symbol_of_letter(p[at + 1]))
            return true;
        at += 2;
    }
    return false;
}
