#include "page/selector_lex.h"

#include "base/limits.h"
#include "text/utf8.h"

/* -- errors and characters ------------------------------------------------- */

bool
selector_fail(struct selector_parser *p, size_t at, size_t end,
              const char *what)
{
    *p->error = (struct selector_error){ at, end - at, what };
    return false;
}

bool
selector_fail_here(struct selector_parser *p, const char *what)
{
    size_t end = p->at;

    if (end < p->text.len)
        utf8_next(p->text, &end);
    return selector_fail(p, p->at, end, what);
}

char
selector_peek(const struct selector_parser *p, size_t ahead)
{
    return p->at + ahead < p->text.len ? p->text.ptr[p->at + ahead] : '\0';
}

bool
selector_take(struct selector_parser *p, char c)
{
    if (selector_peek(p, 0) != c || p->at == p->text.len)
        return false;
    p->at++;
    return true;
}

bool
selector_skip_spaces(struct selector_parser *p)
{
    size_t from = p->at;

    while (p->at < p->text.len && is_space(p->text.ptr[p->at]))
        p->at++;
    return p->at > from;
}

bool
selector_is_name_char(char c)
{
    return is_alpha(c) || is_digit(c) || c == '-' || c == '_' ||
           ((unsigned char)c & 0x80) != 0;
}

static int
hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    c = to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Read what stands behind a backslash into out; returns its bytes. */
static size_t
read_escape(struct selector_parser *p, char out[4])
{
    uint32_t cp = 0;
    int n = 0;

    while (n < 6 && hex_value(selector_peek(p, 0)) >= 0) {
        cp = cp * 16 + (uint32_t)hex_value(p->text.ptr[p->at++]);
        n++;
    }
    if (n == 0)
        return utf8_put(out, utf8_next(p->text, &p->at));
    if (p->at < p->text.len && is_space(p->text.ptr[p->at]))
        p->at++;
    if (cp == 0 || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
        cp = UTF8_REPLACEMENT;
    return utf8_put(out, cp);
}

/* -- names and strings ----------------------------------------------------- */

/* "\\0" is two bytes, and U+FFFD three. */
enum { MAX_UNESCAPED = 2 * MAX_PATTERN };

static bool
keep_text(struct selector_parser *p, const char *bytes, size_t n,
          struct str *kept)
{
    *kept = store_str(p->store, (struct str){ bytes, n });
    return kept->ptr || selector_fail(p, 0, 0, NULL);
}

/* Whether a name may begin here: not with a digit, not with a '-' before one or
 * alone (CSS Syntax 3, 4.3.9). */
static bool
check_beginning(struct selector_parser *p)
{
    char c = selector_peek(p, selector_peek(p, 0) == '-');

    if (is_digit(c))
        return selector_fail_here(p, "a name does not begin with a digit");
    return selector_is_name_char(c) || c == '\\' ||
           selector_fail_here(p, "a name is missing here");
}

bool
selector_read_name(struct selector_parser *p, bool is_small, struct str *name)
{
    char out[MAX_UNESCAPED];
    size_t n = 0;

    if (!check_beginning(p))
        return false;
    while (p->at < p->text.len) {
        char c = p->text.ptr[p->at];

        if (c == '\\' && p->at + 1 < p->text.len) {
            p->at++;
            n += read_escape(p, out + n);
        } else if (selector_is_name_char(c)) {
            out[n++] = c;
            p->at++;
        } else {
            break;
        }
    }
    for (size_t i = 0; is_small && i < n; i++)
        out[i] = to_lower(out[i]);
    if (n == 0)
        return selector_fail_here(p, "a name is missing here");
    return keep_text(p, out, n, name);
}

bool
selector_read_string(struct selector_parser *p, struct str *value)
{
    char quote = p->text.ptr[p->at];
    size_t from = p->at++, n = 0;
    char out[MAX_UNESCAPED];

    while (p->at < p->text.len && p->text.ptr[p->at] != quote) {
        if (p->text.ptr[p->at] == '\\' && p->at + 1 < p->text.len) {
            p->at++;
            n += read_escape(p, out + n);
        } else {
            out[n++] = p->text.ptr[p->at++];
        }
    }
    if (!selector_take(p, quote))
        return selector_fail(p, from, p->text.len,
                             "no quotation mark ends this");
    return keep_text(p, out, n, value);
}
