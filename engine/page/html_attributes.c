#include "page/html_attributes.h"

#include "base/buf.h"
#include "base/limits.h"
#include "page/html_references.h"

static bool
ends_name(char c)
{
    return is_space(c) || c == '/' || c == '>';
}

static size_t
skip_space(struct str s, size_t at)
{
    while (at < s.len && is_space(s.ptr[at]))
        at++;
    return at;
}

struct html_attributes
html_attributes_begin(struct str text, uint32_t src)
{
    size_t at = (size_t)src + 1;

    while (at < text.len && !ends_name(text.ptr[at]))
        at++;
    return (struct html_attributes){ text, at, 0 };
}

/* The value behind the '=' at `at`; returns where to read on. */
static size_t
value_read(struct str s, size_t at, struct str *value)
{
    const char *close;
    size_t beg;
    char quote;

    at = skip_space(s, at + 1);
    if (at == s.len || s.ptr[at] == '>')
        return at;
    quote = s.ptr[at];
    if (quote == '"' || quote == '\'') {
        close = memchr(s.ptr + at + 1, quote, s.len - at - 1);
        if (!close)
            return s.len;
        *value = str_slice(s, at + 1, (size_t)(close - s.ptr));
        return (size_t)(close - s.ptr) + 1;
    }
    beg = at;
    while (at < s.len && !is_space(s.ptr[at]) && s.ptr[at] != '>')
        at++;
    *value = str_slice(s, beg, at);
    return at;
}

bool
html_attributes_next(struct html_attributes *it,
                     struct html_attribute *attribute)
{
    struct str s = it->text;
    size_t at = it->at, beg;

    while (at < s.len && (is_space(s.ptr[at]) || s.ptr[at] == '/'))
        at++;
    if (at == s.len || s.ptr[at] == '>' || it->n_read == MAX_ATTRIBUTES)
        return false;

    /* A '=' that stands first belongs to the name. */
    beg = at++;
    while (at < s.len && !ends_name(s.ptr[at]) && s.ptr[at] != '=')
        at++;
    attribute->name = str_slice(s, beg, at);
    attribute->value = str_slice(s, at, at);

    at = skip_space(s, at);
    if (at < s.len && s.ptr[at] == '=')
        at = value_read(s, at, &attribute->value);
    it->at = at;
    it->n_read++;
    return true;
}

bool
html_attribute_find(struct str text, uint32_t src, struct str name,
                    struct str *raw)
{
    struct html_attributes it = html_attributes_begin(text, src);
    struct html_attribute attribute;

    while (html_attributes_next(&it, &attribute)) {
        if (str_ieq(attribute.name, name)) {
            *raw = attribute.value;
            return true;
        }
    }
    return false;
}

struct str
html_attribute_decode(struct arena *a, struct str raw)
{
    struct buf b;
    char out[REFERENCE_MAX_BYTES];
    size_t at = 0, beg = 0, len, n_out;

    if (raw.len == 0 || !memchr(raw.ptr, '&', raw.len))
        return raw;
    b = buf_new(a, raw.len);
    while (at < raw.len) {
        const char *amp = memchr(raw.ptr + at, '&', raw.len - at);

        if (!amp)
            break;
        at = (size_t)(amp - raw.ptr);
        if (!html_reference(raw, at, true, &len, out, &n_out)) {
            at++;
            continue;
        }
        buf_add(&b, str_slice(raw, beg, at));
        buf_add(&b, (struct str){ out, n_out });
        at += len;
        beg = at;
    }
    buf_add(&b, str_slice(raw, beg, raw.len));
    return buf_done(&b);
}

bool
html_attribute_get(struct arena *a, struct str text, uint32_t src,
                   struct str name, struct str *value)
{
    if (!html_attribute_find(text, src, name, value))
        return false;
    *value = html_attribute_decode(a, *value);
    return true;
}
