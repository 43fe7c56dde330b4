#include "base/str.h"

struct str
str_of(const char *z)
{
    const char *end = z;

    if (!z)
        return (struct str){ NULL, 0 };
    while (*end)
        end++;
    return (struct str){ z, (size_t)(end - z) };
}

static bool
bytes_ieq(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (to_lower(a[i]) != to_lower(b[i]))
            return false;
    return true;
}

bool
str_ieq(struct str a, struct str b)
{
    return a.len == b.len && bytes_ieq(a.ptr, b.ptr, a.len);
}

bool
str_starts(struct str s, struct str part)
{
    return s.len >= part.len && str_eq(str_slice(s, 0, part.len), part);
}

bool
str_ends(struct str s, struct str part)
{
    return s.len >= part.len &&
           str_eq(str_slice(s, s.len - part.len, s.len), part);
}

struct str
str_trim(struct str s)
{
    size_t beg = 0, end = s.len;

    while (beg < end && is_space(s.ptr[beg]))
        beg++;
    while (end > beg && is_space(s.ptr[end - 1]))
        end--;
    return str_slice(s, beg, end);
}

size_t
str_find(struct str s, struct str part, size_t from)
{
    if (part.len == 0)
        return from;
    for (size_t at = from; at + part.len <= s.len; at++) {
        const char *hit = memchr(s.ptr + at, part.ptr[0],
                                 s.len - part.len + 1 - at);
        if (!hit)
            return s.len;
        at = (size_t)(hit - s.ptr);
        if (memcmp(hit, part.ptr, part.len) == 0)
            return at;
    }
    return s.len;
}

size_t
str_ifind(struct str s, struct str part, size_t from)
{
    for (size_t at = from; at + part.len <= s.len; at++)
        if (bytes_ieq(s.ptr + at, part.ptr, part.len))
            return at;
    return s.len;
}

bool
str_next_line(struct str *rest, struct str *line)
{
    if (rest->len == 0)
        return false;

    const char *nl = memchr(rest->ptr, '\n', rest->len);
    size_t len = nl ? (size_t)(nl - rest->ptr) : rest->len;

    *line = str_slice(*rest, 0, len);
    *rest = str_slice(*rest, nl ? len + 1 : len, rest->len);
    return true;
}

bool
str_next_field(struct str *rest, char sep, struct str *word)
{
    size_t beg = 0, end;

    while (beg < rest->len && rest->ptr[beg] == sep)
        beg++;
    for (end = beg; end < rest->len && rest->ptr[end] != sep;)
        end++;
    *word = str_slice(*rest, beg, end);
    *rest = str_slice(*rest, end, rest->len);
    return end > beg;
}

bool
str_to_int(struct str s, int32_t *value)
{
    bool minus = s.len > 0 && s.ptr[0] == '-';
    size_t i = s.len > 0 && (minus || s.ptr[0] == '+');
    int64_t v = 0;

    if (i == s.len)
        return false;
    for (; i < s.len; i++) {
        if (!is_digit(s.ptr[i]))
            return false;
        v = v * 10 + (s.ptr[i] - '0');
        if (v > INT32_MAX)
            return false;
    }
    *value = (int32_t)(minus ? -v : v);
    return true;
}
