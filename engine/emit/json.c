#include "emit/json.h"

#include <assert.h>

#include "text/utf8.h"

struct json
json_begin(struct buf *out)
{
    return (struct json){ .out = out };
}

static bool
in_object(const struct json *j)
{
    return j->depth > 0 && (j->objects >> j->depth & 1) != 0;
}

/* Whatever must stand before the next value. */
static void
begin_value(struct json *j)
{
    assert(j->has_key == in_object(j));
    if (!j->has_key && j->has_items)
        buf_add_char(j->out, ',');
    j->has_key = false;
    j->has_items = j->depth > 0;
}

static void
open_container(struct json *j, bool is_object)
{
    begin_value(j);
    assert(j->depth < JSON_MAX_OPEN);
    j->depth++;
    j->objects &= ~(UINT32_C(1) << j->depth);
    j->objects |= (uint32_t)is_object << j->depth;
    j->has_items = false;
    buf_add_char(j->out, is_object ? '{' : '[');
}

void
json_open_object(struct json *j)
{
    open_container(j, true);
}

void
json_open_array(struct json *j)
{
    open_container(j, false);
}

void
json_close(struct json *j)
{
    assert(j->depth > 0 && !j->has_key);
    buf_add_char(j->out, in_object(j) ? '}' : ']');
    j->depth--;
    j->has_items = j->depth > 0;
}

/* The escape of a byte, or 0 for \u00XX; the byte itself where it needs
 * none. */
static char
escape_letter(char c)
{
    switch (c) {
    case '"':  return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default:   return 0;
    }
}

static bool
needs_escape(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

static void
add_escape(struct buf *out, char c)
{
    static const char hex[] = "0123456789abcdef";
    char letter = escape_letter(c);

    buf_add_char(out, '\\');
    if (letter) {
        buf_add_char(out, letter);
        return;
    }
    buf_add(out, STR("u00"));
    buf_add_char(out, hex[(unsigned char)c >> 4]);
    buf_add_char(out, hex[(unsigned char)c & 15]);
}

/* Valid UTF-8, escaped. */
static void
add_escaped(struct buf *out, struct str s)
{
    size_t beg = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (!needs_escape(s.ptr[i]))
            continue;
        buf_add(out, str_slice(s, beg, i));
        add_escape(out, s.ptr[i]);
        beg = i + 1;
    }
    buf_add(out, str_slice(s, beg, s.len));
}

static void
add_string(struct buf *out, struct str s)
{
    buf_add_char(out, '"');
    while (s.len > 0) {
        size_t valid = utf8_valid_len(s, NULL);

        add_escaped(out, str_slice(s, 0, valid));
        if (valid < s.len) {
            buf_add(out, STR("\xEF\xBF\xBD"));
            valid++;
        }
        s = str_slice(s, valid, s.len);
    }
    buf_add_char(out, '"');
}

void
json_key(struct json *j, const char *key)
{
    assert(in_object(j) && !j->has_key);
    if (j->has_items)
        buf_add_char(j->out, ',');
    add_string(j->out, str_of(key));
    buf_add_char(j->out, ':');
    j->has_key = true;
}

void
json_str(struct json *j, struct str value)
{
    begin_value(j);
    add_string(j->out, value);
}

void
json_int(struct json *j, int64_t value)
{
    begin_value(j);
    buf_add_int(j->out, value);
}

void
json_bool(struct json *j, bool value)
{
    begin_value(j);
    buf_add(j->out, value ? STR("true") : STR("false"));
}

void
json_pair_str(struct json *j, const char *key, struct str value)
{
    if (value.len == 0)
        return;
    json_key(j, key);
    json_str(j, value);
}

void
json_pair_int(struct json *j, const char *key, int64_t value)
{
    json_key(j, key);
    json_int(j, value);
}

void
json_pair_bool(struct json *j, const char *key, bool value)
{
    json_key(j, key);
    json_bool(j, value);
}
