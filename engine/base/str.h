/* str.h - slices: a pointer and a length, never a terminator.
 *
 * Page text may hold any byte, so nothing here looks for a NUL. Classes and
 * case are ASCII only: what is Arabic or Unicode lives in text/.
 */
#ifndef LUBB_BASE_STR_H
#define LUBB_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;    /* may be NULL when len is 0 */
    size_t len;         /* bytes */
};

/* A literal as a slice; works in initialisers. */
#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })

static inline bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static inline bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char
to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline bool
str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Bytes [beg, end) of s; the caller promises beg <= end <= s.len. */
static inline struct str
str_slice(struct str s, size_t beg, size_t end)
{
    return (struct str){ s.len ? s.ptr + beg : s.ptr, end - beg };
}

/* A NUL-terminated string as a slice; NULL is the empty slice. */
struct str str_of(const char *z);

/* Equal but for the case of ASCII letters. */
bool str_ieq(struct str a, struct str b);

/* Whether s begins or ends with part. */
bool str_starts(struct str s, struct str part);
bool str_ends(struct str s, struct str part);

/* s without ASCII white space at either end. */
struct str str_trim(struct str s);

/* Offset of the first `part` in s at or after `from`; s.len when there is
 * none. An empty part is found at `from`. */
size_t str_find(struct str s, struct str part, size_t from);

/* The same, letters compared without ASCII case. Cost s.len * part.len at
 * worst: for short subjects such as headers and labels. */
size_t str_ifind(struct str s, struct str part, size_t from);

/* Cut the next line off *rest into *line, without its '\n'; false at the
 * end. A last line without '\n' counts as a line. */
bool str_next_line(struct str *rest, struct str *line);

/* Cut the next run of bytes other than `sep` off *rest into *word, skipping
 * leading separators; false when none is left. */
bool str_next_field(struct str *rest, char sep, struct str *word);

/* Parse a whole slice as a decimal int32 with optional sign. */
bool str_to_int(struct str s, int32_t *value);

#endif
