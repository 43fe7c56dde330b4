/* normalize.c - stretches that stay as they are are copied whole; the rest goes
 * a code point at a time.
 *
 * What stays or goes is the class of the code point (text/arabic.h), so what
 * folding ignores and what output drops are one list but for tatweel and
 * joiners. The output so far is the only state: what a joiner or a space may
 * follow is read back from it, so that a second pass changes nothing.
 */
#include "text/normalize.h"

#include "text/arabic.h"
#include "text/utf8.h"

enum {
    NEXT_LINE = 0x85,
    TATWEEL = 0x640,
    ZWNJ = 0x200C,
    ZWJ = 0x200D,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029
};

struct output {
    char *beg;          /* of what this call writes */
    size_t len;
    enum normalize_mode mode;
};

static bool
is_joiner(uint32_t cp)
{
    return cp == ZWNJ || cp == ZWJ;
}

/* Blocks that hold emoji and the signs that ZWJ sequences end in. */
static bool
is_emoji(uint32_t cp)
{
    return (cp >= 0x1F000 && cp <= 0x1FBFF) ||  /* pictographs, skin tones */
           (cp >= 0x2600 && cp <= 0x27BF) ||    /* symbols, dingbats */
           (cp >= 0x2190 && cp <= 0x23FF) ||    /* arrows, technical */
           (cp >= 0x2B00 && cp <= 0x2BFF);      /* squares, stars */
}

/* Whether a joiner beside cp does anything. */
static bool
takes_joiner(uint32_t cp)
{
    enum char_class class = char_classify(cp);

    return class == CHAR_ARABIC || class == CHAR_LATIN ||
           class == CHAR_LETTER || class == CHAR_MARK || cp == TATWEEL ||
           is_emoji(cp);
}

static bool
is_dropped(uint32_t cp)
{
    return char_classify(cp) == CHAR_IGNORED && cp != TATWEEL;
}

static bool
ends_in_joinable(const struct output *o)
{
    size_t at = o->len;

    return at > 0 &&
           takes_joiner(utf8_prev((struct str){ o->beg, o->len }, &at));
}

static void
put_char(struct output *o, uint32_t cp)
{
    o->len += utf8_put(o->beg + o->len, cp);
}

static void
put_space(struct output *o)
{
    if (o->len > 0 && o->beg[o->len - 1] != ' ')
        o->beg[o->len++] = ' ';
}

/* Skip a run of what is dropped, joiners among it. The first joiner stays
 * where the run lies between two characters that take one. */
static size_t
skip_dropped(struct output *o, struct str s, size_t at)
{
    uint32_t joiner = 0;

    while (at < s.len) {
        size_t next = at;
        uint32_t cp = utf8_next(s, &next);

        if (!is_dropped(cp)) {
            if (joiner && takes_joiner(cp) && ends_in_joinable(o))
                put_char(o, joiner);
            break;
        }
        if (!joiner && is_joiner(cp))
            joiner = cp;
        at = next;
    }
    return at;
}

/* White space in code: line ends stay line ends, CR LF being one of them. */
static void
put_code_space(struct output *o, uint32_t cp, bool is_before_newline)
{
    switch (cp) {
    case '\n':
    case '\t':
        put_char(o, cp);
        break;
    case '\r':
        if (!is_before_newline)
            put_char(o, '\n');
        break;
    case NEXT_LINE:
    case LINE_SEPARATOR:
    case PARAGRAPH_SEPARATOR:
        put_char(o, '\n');
        break;
    default:
        put_char(o, ' ');
    }
}

/* One character, or a run of dropped ones, at `at`; returns what is behind. */
static size_t
put_next(struct output *o, struct str s, size_t at)
{
    size_t next = at;
    uint32_t cp = utf8_next(s, &next);

    if (is_dropped(cp))
        return skip_dropped(o, s, at);
    if (char_classify(cp) != CHAR_SPACE)
        put_char(o, cp);
    else if (o->mode == NORMALIZE_LINE)
        put_space(o);
    else
        put_code_space(o, cp, next < s.len && s.ptr[next] == '\n');
    return next;
}

/* Bytes from `at` that stay as they are: visible ASCII, characters of two bytes
 * but for C2 80 to C2 BF and U+061C, and spaces that follow one of those. */
static size_t
plain_len(struct str s, size_t at)
{
    const unsigned char *beg = (const unsigned char *)s.ptr + at;
    const unsigned char *end = (const unsigned char *)s.ptr + s.len;
    const unsigned char *p = beg;

    while (p < end) {
        if (*p >= 0xC3 && *p <= 0xDF) {
            if (p[0] == 0xD8 && p[1] == 0x9C)
                break;
            p += 2;
        } else if (*p > ' ' && *p < 0x7F) {
            p++;
        } else if (*p == ' ' && p > beg && p[-1] != ' ') {
            p++;
        } else {
            break;
        }
    }
    return (size_t)(p - beg);
}

void
normalize_text(struct buf *b, struct str s, enum normalize_mode mode)
{
    struct output o = { buf_room(b, s.len), 0, mode };
    size_t at = 0;

    while (at < s.len) {
        size_t n = plain_len(s, at);

        if (n > 0) {
            memcpy(o.beg + o.len, s.ptr + at, n);
            o.len += n;
            at += n;
        }
        if (at < s.len)
            at = put_next(&o, s, at);
    }
    if (mode == NORMALIZE_LINE && o.len > 0 && o.beg[o.len - 1] == ' ')
        o.len--;
    b->len += o.len;
}
