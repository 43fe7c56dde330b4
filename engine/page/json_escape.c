#include "page/json_escape.h"

#include "base/buf.h"
#include "text/utf8.h"

/* The four hex digits at s.ptr[at] as a number; false where there are none. */
static bool
read_hex4(struct str s, size_t at, uint32_t *value)
{
    *value = 0;
    if (at > s.len || s.len - at < 4)
        return false;
    for (size_t i = at; i < at + 4; i++) {
        char c = to_lower(s.ptr[i]);

        if (is_digit(c))
            *value = *value << 4 | (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            *value = *value << 4 | (uint32_t)(c - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* Decode the \u escape whose 'u' stands at s.ptr[*at], a pair of surrogates as
 * one; *at moves behind it. */
static uint32_t
read_unicode(struct str s, size_t *at)
{
    uint32_t high, low;

    if (!read_hex4(s, *at + 1, &high)) {
        *at += 1;
        return 'u';
    }
    *at += 5;
    if (high >= 0xD800 && high < 0xDC00 && *at + 1 < s.len &&
        s.ptr[*at] == '\\' && s.ptr[*at + 1] == 'u' &&
        read_hex4(s, *at + 2, &low) && low >= 0xDC00 && low < 0xE000) {
        *at += 6;
        return 0x10000 + ((high & 0x3FF) << 10 | (low & 0x3FF));
    }
    return high == 0 || (high >= 0xD800 && high < 0xE000) ? UTF8_REPLACEMENT
                                                           : high;
}

/* What a letter behind a backslash stands for: itself, unless listed. */
static char
escaped_char(char c)
{
    switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default:  return c;
    }
}

struct str
json_unescape(struct arena *a, struct str s)
{
    struct buf out;
    size_t at = 0, slash;

    slash = str_find(s, STR("\\"), 0);
    if (slash == s.len)
        return s;
    out = buf_new(a, s.len);
    for (; slash < s.len; slash = str_find(s, STR("\\"), at)) {
        buf_add(&out, str_slice(s, at, slash));
        at = slash + 1;
        if (at < s.len && s.ptr[at] == 'u') {
            uint32_t cp = read_unicode(s, &at);

            out.len += utf8_put(buf_room(&out, 4), cp);
        } else if (at < s.len) {
            buf_add_char(&out, escaped_char(s.ptr[at++]));
        }
    }
    buf_add(&out, str_slice(s, at, s.len));
    return buf_done(&out);
}
