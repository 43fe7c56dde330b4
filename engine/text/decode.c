#include "text/decode.h"

#include <assert.h>

#include "base/limits.h"
#include "text/codepages.h"
#include "text/mojibake.h"
#include "text/utf8.h"

/* Decoded text under construction. No encoding makes more than three bytes of
 * one, so room is reserved once; what is written past a character's end stays
 * within the padding. */
struct sink {
    char *at;
    uint32_t n_replaced;
};

static void
put_replacement(struct sink *out)
{
    out->at += utf8_put(out->at, UTF8_REPLACEMENT);
    out->n_replaced++;
}

/* Write the byte that s has at `at`, which stands for itself unless it is NUL
 * or CR; returns the offset behind it, or behind CR LF. */
static size_t
put_byte(struct sink *out, struct str s, size_t at)
{
    char c = s.ptr[at++];

    if (c == '\0') {
        put_replacement(out);
    } else if (c == '\r') {
        *out->at++ = '\n';
        at += at < s.len && s.ptr[at] == '\n';
    } else {
        *out->at++ = c;
    }
    return at;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

static bool
has_zero(uint64_t word)
{
    return ((word - EACH(1)) & ~word & EACH(0x80)) != 0;
}

/* Copy s from `at` on, eight bytes at a time, up to the eight that hold NUL, CR
 * or a byte with bits of `mask`; returns the offset of those. */
static size_t
put_words(struct sink *out, struct str s, size_t at, unsigned char mask)
{
    for (uint64_t word; s.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        if ((word & EACH(mask)) || has_zero(word) ||
            has_zero(word ^ EACH('\r')))
            break;
        memcpy(out->at, &word, sizeof word);
        out->at += sizeof word;
    }
    return at;
}

static void
put_valid_utf8(struct sink *out, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        at = put_words(out, s, at, 0);
        if (at < s.len)
            at = put_byte(out, s, at);
    }
}

static void
put_utf8(struct sink *out, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        struct str rest = str_slice(s, at, s.len);
        size_t n = utf8_valid_len(rest, NULL);
        bool is_whole;

        put_valid_utf8(out, str_slice(rest, 0, n));
        at += n;
        if (at == s.len)
            break;
        at += utf8_part_len(str_slice(s, at, s.len), &is_whole);
        put_replacement(out);
    }
}

/* What is written for a byte of a single-byte encoding. */
struct cell {
    char utf8[4];
    uint8_t len;
    uint8_t n_replaced;
};

static void
cells_build(struct cell cells[256], enum encoding encoding)
{
    const uint16_t *high = codepage_high_half(encoding);

    for (unsigned c = 0; c < 256; c++) {
        uint32_t cp = c < 0x80 ? c : high[c - 0x80];

        if (cp == '\0')
            cp = UTF8_REPLACEMENT;
        if (cp == '\r')
            cp = '\n';
        cells[c].len = (uint8_t)utf8_put(cells[c].utf8, cp);
        cells[c].n_replaced = cp == UTF8_REPLACEMENT;
    }
}

/* Write the bytes from `at` to `end`, and one more where that is the LF of CR
 * LF; returns the offset behind them. Without a branch on what is a letter:
 * Arabic words are short. */
static size_t
put_cells(struct sink *out, struct str s, size_t at, size_t end,
          const struct cell cells[256])
{
    char *to = out->at;
    uint32_t n_replaced = 0;

    while (at < end) {
        unsigned char byte = (unsigned char)s.ptr[at++];
        const struct cell *c = &cells[byte];

        memcpy(to, c->utf8, sizeof c->utf8);
        to += c->len;
        n_replaced += c->n_replaced;
        if (byte == '\r' && at < s.len && s.ptr[at] == '\n')
            at++;
    }
    out->at = to;
    out->n_replaced += n_replaced;
    return at;
}

static void
put_single_byte(struct sink *out, struct str s, enum encoding encoding)
{
    struct cell cells[256] = { { { 0 }, 0, 0 } };
    size_t at = 0;

    cells_build(cells, encoding);
    while (at < s.len) {
        at = put_words(out, s, at, 0x80);
        at = put_cells(out, s, at, s.len - at < 8 ? s.len : at + 8, cells);
    }
}

static uint32_t
unit_at(struct str s, size_t at, bool is_big)
{
    uint32_t first = (unsigned char)s.ptr[at];
    uint32_t second = (unsigned char)s.ptr[at + 1];

    return is_big ? first << 8 | second : second << 8 | first;
}

/* Write the UTF-16 character at `at`, where two bytes or more are left; returns
 * the offset behind it. */
static size_t
put_utf_16_char(struct sink *out, struct str s, size_t at, bool is_big)
{
    uint32_t unit = unit_at(s, at, is_big), next = 0;

    at += 2;
    if (s.len - at >= 2)
        next = unit_at(s, at, is_big);

    if (unit == '\r') {
        *out->at++ = '\n';
        return at + (next == '\n' ? 2 : 0);
    }
    if ((unit & 0xFC00) == 0xD800 && (next & 0xFC00) == 0xDC00) {
        out->at += utf8_put(out->at, 0x10000 + ((unit & 0x3FF) << 10) +
                                         (next & 0x3FF));
        return at + 2;
    }
    if (unit != 0 && (unit & 0xF800) != 0xD800) {
        out->at += utf8_put(out->at, unit);
        return at;
    }
    put_replacement(out);

    /* A pair that the page's end cuts is one error, whatever is left of it. */
    return (unit & 0xFC00) == 0xD800 && s.len - at < 2 ? s.len : at;
}

static void
put_utf_16(struct sink *out, struct str s, bool is_big)
{
    size_t at = 0;

    while (s.len - at >= 2)
        at = put_utf_16_char(out, s, at, is_big);
    if (at < s.len)
        put_replacement(out);
}

static void
put_page(struct sink *out, struct str s, const struct encoding_guess *g)
{
    if (g->is_valid_utf8)
        put_valid_utf8(out, s);
    else if (g->encoding == ENCODING_UTF_8)
        put_utf8(out, s);
    else if (g->encoding == ENCODING_UTF_16LE ||
             g->encoding == ENCODING_UTF_16BE)
        put_utf_16(out, s, g->encoding == ENCODING_UTF_16BE);
    else
        put_single_byte(out, s, g->encoding);
}

static bool
has_cr_or_nul(struct str s)
{
    return memchr(s.ptr, '\r', s.len) || memchr(s.ptr, '\0', s.len);
}

/* Pad `len` bytes at `ptr`, the arena's newest allocation, of `cap` bytes and
 * the padding; give the rest of it back. */
static struct str
text_end(struct arena *a, char *ptr, size_t cap, size_t len)
{
    memset(ptr + len, 0, DECODED_PADDING);
    arena_resize(a, ptr, cap + DECODED_PADDING, len + DECODED_PADDING);
    return (struct str){ ptr, len };
}

static struct str
decode_as(struct arena *a, struct str s, const struct encoding_guess *g,
          uint32_t *n_replaced)
{
    bool is_copy = s.len == 0 || (g->is_valid_utf8 && !has_cr_or_nul(s));
    size_t cap = is_copy ? s.len : 3 * s.len;
    char *beg = arena_raw(a, char, cap + DECODED_PADDING);
    struct sink out = { beg, 0 };

    if (!is_copy)
        put_page(&out, s, g);
    else if (s.len > 0)
        out.at = (char *)memcpy(beg, s.ptr, s.len) + s.len;
    *n_replaced = out.n_replaced;
    return text_end(a, beg, cap, (size_t)(out.at - beg));
}

/* Where *text has mojibake, replace it by a repaired copy. A byte order mark
 * that was misread as well comes back with the rest, and goes. */
static bool
text_repair(struct arena *a, struct str *text)
{
    struct str bom = STR("\xEF\xBB\xBF"), repaired;
    char *copy;

    if (!mojibake_is_likely(*text))
        return false;
    copy = arena_raw(a, char, text->len + DECODED_PADDING);
    repaired = text_end(a, copy, text->len, mojibake_repair(*text, copy));
    if (repaired.len == text->len)
        return false;
    *text = repaired;
    if (str_starts(*text, bom))
        *text = str_slice(*text, bom.len, text->len);
    return true;
}

void
decode_bytes(struct arena *a, struct str bytes, struct str content_type,
             struct decoded *out)
{
    struct encoding_guess g = encoding_decide(bytes, content_type);

    assert(bytes.len <= MAX_INPUT);
    bytes = str_slice(bytes, g.bom_len, bytes.len);
    out->text = decode_as(a, bytes, &g, &out->n_replaced);
    out->is_repaired = text_repair(a, &out->text);
    out->encoding = g.encoding;
    out->source = g.source;

    /* Replacements apart, UTF-8 can only have become shorter: by CR LF, by
     * repair. */
    out->offsets_are_input = g.is_valid_utf8 && g.bom_len == 0 &&
                             out->n_replaced == 0 &&
                             out->text.len == bytes.len;
}
