#include "page/html_references.h"

#include "text/utf8.h"

struct entry {
    uint16_t at;        /* of the name, in names */
    uint8_t len;
    uint8_t second;     /* index in seconds, and LEGACY */
    uint32_t first;     /* the character, or the first of two */
};

#include "page/html_references.inc"

/* Numbers 80 to 9F mean what windows-1252 has there (13.2.5.80); the rest of
 * them are controls and stay. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178
};

static bool
is_alphanumeric(char c)
{
    return is_alpha(c) || is_digit(c);
}

/* -1, 0, 1: how `name` stands to the entry's in byte order. */
static int
entry_compare(struct str name, const struct entry *e)
{
    const char *p = (const char *)names + e->at;
    size_t shorter = name.len < e->len ? name.len : e->len;
    int order = memcmp(name.ptr, p, shorter);

    if (order != 0)
        return order;
    return name.len < e->len ? -1 : name.len > e->len;
}

static const struct entry *
entry_find(struct str name)
{
    size_t lo, hi;

    if (!is_alpha(name.ptr[0]))
        return NULL;
    lo = first_entry[name.ptr[0] - 'A'];
    hi = first_entry[name.ptr[0] - 'A' + 1];
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int order = entry_compare(name, &entries[mid]);

        if (order == 0)
            return &entries[mid];
        if (order < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return NULL;
}

/* The longest name known without a semicolon that s begins with. */
static const struct entry *
legacy_find(struct str s)
{
    size_t len = s.len < MAX_LEGACY_NAME ? s.len : MAX_LEGACY_NAME;

    for (; len > 1; len--) {
        const struct entry *e = entry_find(str_slice(s, 0, len));

        if (e && e->second & LEGACY)
            return e;
    }
    return NULL;
}

static bool
named(struct str s, size_t at, bool in_attribute, size_t *len,
      const struct entry **entry)
{
    size_t beg = at + 1, end = beg, after;

    while (end < s.len && end - beg <= MAX_NAME && is_alphanumeric(s.ptr[end]))
        end++;
    if (end == beg)
        return false;
    if (end < s.len && s.ptr[end] == ';') {
        *entry = entry_find(str_slice(s, beg, end));
        *len = end + 1 - at;
        if (*entry)
            return true;
    }
    *entry = legacy_find(str_slice(s, beg, end));
    if (!*entry)
        return false;
    after = beg + (*entry)->len;
    *len = after - at;
    /* href="?a=1&copy=2" keeps its "&copy". */
    return !in_attribute || after == s.len ||
           (s.ptr[after] != '=' && !is_alphanumeric(s.ptr[after]));
}

static int
digit_value(char c, bool is_hex)
{
    if (is_digit(c))
        return c - '0';
    if (is_hex && to_lower(c) >= 'a' && to_lower(c) <= 'f')
        return to_lower(c) - 'a' + 10;
    return -1;
}

static uint32_t
number_to_char(uint32_t n)
{
    if (n == 0 || n > 0x10FFFF || (n >= 0xD800 && n <= 0xDFFF))
        return UTF8_REPLACEMENT;
    if (n >= 0x80 && n <= 0x9F)
        return windows_1252[n - 0x80];
    return n;
}

/* The number at s.ptr[at], behind "&#"; 0 when there are no digits, else where
 * it ends, its semicolon included. */
static size_t
number_read(struct str s, size_t at, uint32_t *n)
{
    bool is_hex = at < s.len && to_lower(s.ptr[at]) == 'x';
    size_t beg = at + is_hex, end = beg;
    int digit;

    *n = 0;
    for (; end < s.len; end++) {
        digit = digit_value(s.ptr[end], is_hex);
        if (digit < 0)
            break;
        if (*n <= 0x10FFFF)
            *n = *n * (is_hex ? 16 : 10) + (uint32_t)digit;
    }
    if (end == beg)
        return 0;
    return end + (end < s.len && s.ptr[end] == ';');
}

bool
html_reference(struct str s, size_t at, bool in_attribute, size_t *len,
               char out[REFERENCE_MAX_BYTES], size_t *n_out)
{
    const struct entry *entry;
    uint32_t second, n;
    size_t end;

    if (at + 1 < s.len && s.ptr[at + 1] == '#') {
        end = number_read(s, at + 2, &n);
        *len = end - at;
        *n_out = utf8_put(out, number_to_char(n));
        return end > 0;
    }
    if (!named(s, at, in_attribute, len, &entry))
        return false;
    *n_out = utf8_put(out, entry->first);
    second = seconds[entry->second & ~LEGACY];
    if (second)
        *n_out += utf8_put(out + *n_out, second);
    return true;
}
