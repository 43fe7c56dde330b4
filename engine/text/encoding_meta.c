#include "text/encoding_meta.h"

struct attribute {
    struct str name, value;
};

static size_t
skip_spaces(struct str s, size_t at)
{
    while (at < s.len && is_space(s.ptr[at]))
        at++;
    return at;
}

/* Offset of the first byte at or after `at` that is white space or `stop`. */
static size_t
find_space_or(struct str s, size_t at, char stop)
{
    while (at < s.len && !is_space(s.ptr[at]) && s.ptr[at] != stop)
        at++;
    return at;
}

static size_t
find_char(struct str s, size_t at, char c)
{
    return str_find(s, (struct str){ &c, 1 }, at);
}

static bool
is_quote(char c)
{
    return c == '"' || c == '\'';
}

bool
charset_find(struct str content_type, struct str *label)
{
    struct str s = content_type, word = STR("charset");
    size_t at = 0, end;

    do {
        at = str_ifind(s, word, at);
        if (at == s.len)
            return false;
        at = skip_spaces(s, at + word.len);
    } while (at == s.len || s.ptr[at] != '=');

    at = skip_spaces(s, at + 1);
    if (at < s.len && is_quote(s.ptr[at])) {
        end = find_char(s, at + 1, s.ptr[at]);
        if (end == s.len)
            return false;
        at++;
    } else {
        end = find_space_or(s, at, ';');
    }
    *label = str_slice(s, at, end);
    return true;
}

/* The value that begins behind an attribute's '=', *at moved behind it. */
static struct str
attribute_value(struct str s, size_t *at)
{
    size_t beg = skip_spaces(s, *at), end;

    if (beg < s.len && is_quote(s.ptr[beg])) {
        end = find_char(s, beg + 1, s.ptr[beg]);
        *at = end < s.len ? end + 1 : end;
        return str_slice(s, beg + 1, end);
    }
    end = find_space_or(s, beg, '>');
    *at = end;
    return str_slice(s, beg, end);
}

/* "Get an attribute": the next one of the tag that *at is in. False at the
 * tag's end, with *at on its '>', or with *at == s.len where s ends first. */
static bool
attribute_next(struct str s, size_t *at, struct attribute *a)
{
    size_t beg = *at, end;

    while (beg < s.len && (is_space(s.ptr[beg]) || s.ptr[beg] == '/'))
        beg++;
    *at = beg;
    if (beg == s.len || s.ptr[beg] == '>')
        return false;

    /* A name may begin with '=', not hold one. */
    for (end = beg + 1; end < s.len; end++)
        if (is_space(s.ptr[end]) || s.ptr[end] == '=' || s.ptr[end] == '/' ||
            s.ptr[end] == '>')
            break;
    a->name = str_slice(s, beg, end);
    a->value = str_slice(s, end, end);

    *at = skip_spaces(s, end);
    if (*at < s.len && s.ptr[*at] == '=') {
        ++*at;
        a->value = attribute_value(s, at);
    }
    return true;
}

static bool
encoding_of_meta_label(struct str label, enum encoding *encoding)
{
    if (str_ieq(str_trim(label), STR("x-user-defined"))) {
        *encoding = ENCODING_WINDOWS_1252;
        return true;
    }
    if (!encoding_of_label(label, encoding))
        return false;
    if (*encoding == ENCODING_UTF_16LE || *encoding == ENCODING_UTF_16BE)
        *encoding = ENCODING_UTF_8;
    return true;
}

/* Keep an attribute's value where it is the first of that name. */
static void
keep_first(const struct attribute *a, struct str name, struct str *value)
{
    if (!value->ptr && str_ieq(a->name, name))
        *value = a->value;
}

/* Read the attributes of the <meta> that *at is in, which is moved to its
 * end; whether they declare an encoding. */
static bool
meta_read(struct str s, size_t *at, enum encoding *encoding)
{
    struct str charset = { NULL, 0 }, content = charset, pragma = charset;
    struct attribute a;

    while (attribute_next(s, at, &a)) {
        keep_first(&a, STR("charset"), &charset);
        keep_first(&a, STR("content"), &content);
        keep_first(&a, STR("http-equiv"), &pragma);
    }
    if (*at == s.len)
        return false;
    if (!charset.ptr && (!str_ieq(pragma, STR("content-type")) ||
                         !charset_find(content, &charset)))
        return false;
    return encoding_of_meta_label(charset, encoding);
}

/* Whether `part` stands at `at`, letters in either case. */
static bool
stands_at(struct str s, size_t at, struct str part)
{
    return part.len <= s.len - at &&
           str_ieq(str_slice(s, at, at + part.len), part);
}

static bool
is_meta_tag(struct str s, size_t at)
{
    struct str tag = STR("<meta");

    return stands_at(s, at, tag) && at + tag.len < s.len &&
           (is_space(s.ptr[at + tag.len]) || s.ptr[at + tag.len] == '/');
}

/* The end of the markup other than <meta> that begins with the '<' at `at`:
 * its last byte, or that '<' where it begins none, or s.len. */
static size_t
markup_end(struct str s, size_t at)
{
    struct attribute a;
    size_t name = at + 1 + (at + 1 < s.len && s.ptr[at + 1] == '/');

    if (stands_at(s, at, STR("<!--"))) {
        /* <!--> and <!---> are whole comments. */
        size_t end = str_find(s, STR("-->"), at + 2);

        return end < s.len ? end + 2 : end;
    }
    if (name < s.len && is_alpha(s.ptr[name])) {
        at = find_space_or(s, name, '>');
        while (attribute_next(s, &at, &a))
            continue;
        return at;
    }
    if (name > at + 1 || stands_at(s, at, STR("<!")) ||
        stands_at(s, at, STR("<?")))
        return find_char(s, at, '>');
    return at;
}

/* "Get an XML encoding": that of <?xml ... encoding="..."?> at the start. */
static bool
xml_find_encoding(struct str head, enum encoding *encoding)
{
    struct str s = str_slice(head, 0, find_char(head, 0, '>')), label;
    struct str word = STR("encoding");
    size_t at, end;

    if (s.len == head.len || !str_starts(s, STR("<?xml")))
        return false;
    at = str_find(s, word, 0);
    if (at == s.len)
        return false;
    at = skip_spaces(s, at + word.len);
    if (at == s.len || s.ptr[at] != '=')
        return false;
    at = skip_spaces(s, at + 1);
    if (at == s.len || !is_quote(s.ptr[at]))
        return false;
    end = find_char(s, at + 1, s.ptr[at]);
    if (end == s.len)
        return false;
    label = str_slice(s, at + 1, end);
    return find_space_or(label, 0, ' ') == label.len &&
           encoding_of_meta_label(label, encoding);
}

bool
meta_find_encoding(struct str head, enum encoding *encoding)
{
    for (size_t at = 0; at < head.len; at++) {
        at = find_char(head, at, '<');
        if (at == head.len)
            break;
        if (!is_meta_tag(head, at)) {
            at = markup_end(head, at);
            continue;
        }
        at += STR("<meta").len;
        if (meta_read(head, &at, encoding))
            return true;
    }
    return xml_find_encoding(head, encoding);
}
