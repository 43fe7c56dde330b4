/* pattern_atoms.c - characters, escapes and sets in a pattern's text. */
#include "rules/pattern_reader.h"
#include "text/utf8.h"

static void
add_char(struct pattern_reader *r, uint32_t cp, size_t n)
{
    bool is_scalar = cp < 0xD800 || (cp > 0xDFFF && cp <= 0x10FFFF);

    pattern_add(r, is_scalar ? PATTERN_CHAR : PATTERN_UNKNOWN, n)->cp = cp;
}

/* The character that stands `skip` bytes on. */
static void
add_literal(struct pattern_reader *r, size_t skip)
{
    size_t at = r->at + skip;
    uint32_t cp = utf8_next(r->text, &at);

    add_char(r, cp, at - r->at);
}

void
pattern_read_char(struct pattern_reader *r)
{
    add_literal(r, 0);
}

void
pattern_read_quoted(struct pattern_reader *r)
{
    if (pattern_is_next(r, STR("\\E"))) {
        r->is_quoting = false;
        r->at += 2;
    } else {
        add_literal(r, 0);
    }
}

/* -- escapes --------------------------------------------------------------- */

static unsigned
digit_value(char c)
{
    if (is_digit(c))
        return (unsigned)(c - '0');
    c = to_lower(c);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 99;
}

size_t
pattern_count_digits(const struct pattern_reader *r, size_t from,
                     unsigned base)
{
    size_t i = from;

    while (digit_value(pattern_peek(r, i)) < base)
        i++;
    return i - from;
}

uint32_t
pattern_number(const struct pattern_reader *r, size_t from, size_t n,
               unsigned base)
{
    uint32_t value = 0;

    for (size_t i = from; i < from + n && value <= 0x10FFFF; i++)
        value = value * base + digit_value(pattern_peek(r, i));
    return value;
}

/* A code point in braces, whose digits are `from` bytes on. */
static void
read_braced(struct pattern_reader *r, size_t from, unsigned base)
{
    size_t n = pattern_count_digits(r, from, base);

    if (n == 0 || pattern_peek(r, from + n) != '}')
        pattern_add(r, PATTERN_UNKNOWN, from + n);
    else
        add_char(r, pattern_number(r, from, n, base), from + n + 1);
}

/* \x{627} \x41 \o{101} \012 */
static void
read_coded(struct pattern_reader *r)
{
    char letter = pattern_peek(r, 1);
    unsigned base = letter == 'x' ? 16 : 8;
    size_t n;

    if (letter != '0' && pattern_peek(r, 2) == '{') {
        read_braced(r, 3, base);
    } else if (letter == 'o') {
        pattern_add(r, PATTERN_UNKNOWN, 2);
    } else {
        n = pattern_count_digits(r, 2, base);
        if (n > 2)
            n = 2;
        add_char(r, pattern_number(r, 2, n, base), 2 + n);
    }
}

/* \N is a set, which {3} repeats; \N{U+627} a character. */
static void
read_not_newline(struct pattern_reader *r)
{
    if (pattern_peek(r, 2) != '{' || is_digit(pattern_peek(r, 3)))
        pattern_add(r, PATTERN_SET, 2);
    else if (pattern_is_next(r, STR("\\N{U+")))
        read_braced(r, 5, 16);
    else
        pattern_add(r, PATTERN_UNKNOWN, 3);
}

/* \pL \p{Arabic} */
static void
read_property(struct pattern_reader *r)
{
    size_t end = str_find(r->text, STR("}"), r->at);

    if (is_alpha(pattern_peek(r, 2)))
        pattern_add(r, PATTERN_SET, 3);
    else if (pattern_peek(r, 2) == '{' && end < r->text.len)
        pattern_add(r, PATTERN_SET, end + 1 - r->at);
    else
        pattern_add(r, PATTERN_UNKNOWN, 2);
}

/* \cA */
static void
read_control(struct pattern_reader *r)
{
    char c = pattern_peek(r, 2);

    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    if (c < ' ' || c > '~')
        pattern_add(r, PATTERN_UNKNOWN, 2);
    else
        add_char(r, (uint32_t)c ^ 0x40, 3);
}

static void
read_call(struct pattern_reader *r)
{
    char c = pattern_peek(r, 2);

    pattern_add(r, c == '<' || c == '\'' ? PATTERN_CALL : PATTERN_REFERENCE,
                2);
}

/* Two bytes without more behind them. */
static void
read_letter(struct pattern_reader *r)
{
    static const char controls[] = "a\ae\033f\fn\nr\rt\t";
    static const char sets[] = "dDwWsShHvVRX", places[] = "bBAZzG";
    char letter = pattern_peek(r, 1);
    const char *control = memchr(controls, letter, sizeof controls - 1);

    if (control)
        add_char(r, (uint32_t)control[1], 2);
    else if (memchr(sets, letter, sizeof sets - 1))
        pattern_add(r, PATTERN_SET, 2);
    else if (memchr(places, letter, sizeof places - 1))
        pattern_add(r, PATTERN_PLACE, 2);
    else
        pattern_add(r, PATTERN_UNKNOWN, 2);
}

void
pattern_read_escape(struct pattern_reader *r)
{
    char letter = pattern_peek(r, 1);

    if (r->at + 1 == r->text.len) {
        pattern_add(r, PATTERN_UNKNOWN, 1);
        return;
    }
    if (!is_alpha(letter) && !is_digit(letter)) {
        add_literal(r, 1);
        return;
    }
    switch (letter) {
    case 'Q': r->is_quoting = true; r->at += 2; break;
    case 'E': r->at += 2; break;
    case 'x': case 'o': case '0': read_coded(r); break;
    case 'N': read_not_newline(r); break;
    case 'p': case 'P': read_property(r); break;
    case 'c': read_control(r); break;
    case 'K': pattern_add(r, PATTERN_CUT, 2); break;
    case 'C': pattern_add(r, PATTERN_BYTE, 2); break;
    case 'k': pattern_add(r, PATTERN_REFERENCE, 2); break;
    case 'g': read_call(r); break;
    default:
        if (is_digit(letter))
            pattern_add(r, PATTERN_REFERENCE, 2);
        else
            read_letter(r);
    }
}

/* -- sets ------------------------------------------------------------------ */

/* Offset behind a set's opening and a ] that is a member: one that stands
 * first is, ^ and empty quotes aside. */
static size_t
skip_opening(const struct pattern_reader *r)
{
    size_t i = 1;
    bool has_caret = false;

    for (;;) {
        struct str rest = str_slice(r->text, r->at + i, r->text.len);

        if (str_starts(rest, STR("\\E")))
            i += 2;
        else if (str_starts(rest, STR("\\Q\\E")))
            i += 4;
        else if (str_starts(rest, STR("^")) && !has_caret)
            i += has_caret = true;
        else
            return str_starts(rest, STR("]")) ? i + 1 : i;
    }
}

/* Length of the [:name:] at offset i; 0 when there is none. */
static size_t
named_set_len(const struct pattern_reader *r, size_t i)
{
    size_t n = 2;

    if (pattern_peek(r, i + 1) != ':')
        return 0;
    if (pattern_peek(r, i + n) == '^')
        n++;
    while (is_alpha(pattern_peek(r, i + n)))
        n++;
    if (pattern_peek(r, i + n) != ':' || pattern_peek(r, i + n + 1) != ']')
        return 0;
    return n + 2;
}

/* Length of the member of a set at offset i; 0 when it is not known. */
static size_t
member_len(const struct pattern_reader *r, size_t i)
{
    char c = pattern_peek(r, i), next = pattern_peek(r, i + 1);

    if (c == '\\' && next == 'Q')
        return str_find(r->text, STR("\\E"), r->at + i) + 2 - (r->at + i);
    if (c == '\\')
        return next == 'c' ? 3 : 2;
    if (c == '[' && (next == ':' || next == '.' || next == '='))
        return named_set_len(r, i);
    return 1;
}

void
pattern_read_set(struct pattern_reader *r)
{
    size_t i = skip_opening(r), n = 1;

    while (n > 0 && r->at + i < r->text.len && pattern_peek(r, i) != ']') {
        n = member_len(r, i);
        i += n;
    }
    if (n == 0)
        pattern_add(r, PATTERN_UNKNOWN, 1);
    else
        pattern_add(r, PATTERN_SET, i + 1);
}
