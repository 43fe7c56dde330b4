#include "page/url.h"

#include "text/arabic.h"
#include "text/utf8.h"

/* -- parts ----------------------------------------------------------------- */

static bool
is_blank(char c)
{
    return (unsigned char)c <= ' ';
}

static struct str
url_trim(struct str s)
{
    size_t beg = 0, end = s.len;

    while (beg < end && is_blank(s.ptr[beg]))
        beg++;
    while (end > beg && is_blank(s.ptr[end - 1]))
        end--;
    return str_slice(s, beg, end);
}

/* The URL as a browser takes it. */
static struct str
url_clean(struct arena *a, struct str text)
{
    struct str s = url_trim(text);
    struct buf out = buf_new(a, s.len);
    bool is_path = true;

    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        is_path = is_path && c != '?' && c != '#';
        buf_add_char(&out, c == '\\' && is_path ? '/' : c);
    }
    return buf_done(&out);
}

/* Offset of the first byte at or after `from` that is one of `ends`. */
static size_t
find_end(struct str s, size_t from, struct str ends)
{
    while (from < s.len && !memchr(ends.ptr, s.ptr[from], ends.len))
        from++;
    return from;
}

/* Bytes of the scheme s begins with, without its ':'; 0 for none. */
static size_t
scheme_len(struct str s)
{
    size_t n = 0;

    while (n < s.len && (is_alpha(s.ptr[n]) ||
                         (n > 0 && (is_digit(s.ptr[n]) || s.ptr[n] == '+' ||
                                    s.ptr[n] == '-' || s.ptr[n] == '.'))))
        n++;
    return n < s.len && s.ptr[n] == ':' ? n : 0;
}

struct url
url_read(struct arena *a, struct str text)
{
    struct str s = url_clean(a, text);
    struct url url = { 0 };
    size_t at = scheme_len(s), end;

    url.scheme = str_slice(s, 0, at);
    at += at > 0;
    if (str_starts(str_slice(s, at, s.len), STR("//"))) {
        end = find_end(s, at + 2, STR("/?#"));
        url.authority = str_slice(s, at + 2, end);
        url.has_authority = true;
        at = end;
    }
    end = find_end(s, at, STR("?#"));
    url.path = str_slice(s, at, end);
    at = end;
    if (at < s.len && s.ptr[at] == '?') {
        end = find_end(s, at, STR("#"));
        url.query = str_slice(s, at + 1, end);
        url.has_query = true;
        at = end;
    }
    if (at < s.len) {
        url.fragment = str_slice(s, at + 1, s.len);
        url.has_fragment = true;
    }
    return url;
}

/* -- resolution ------------------------------------------------------------ */

/* Drop the last segment and the '/' before it. */
static void
segment_pop(struct buf *out)
{
    while (out->len > 0 && out->ptr[--out->len] != '/')
        ;
}

/* RFC 3986, 5.2.4, a segment with the '/' before it at a time. What segments
 * popped was written once, so this is linear. */
static struct str
path_without_dots(struct arena *a, struct str path)
{
    struct buf out = buf_new(a, path.len);
    size_t at = 0;

    while (at < path.len) {
        bool has_slash = path.ptr[at] == '/';
        size_t end = find_end(path, at + has_slash, STR("/"));
        struct str name = str_slice(path, at + has_slash, end);
        bool is_up = str_eq(name, STR(".."));

        if (!is_up && !str_eq(name, STR("."))) {
            buf_add(&out, str_slice(path, at, end));
            at = end;
            continue;
        }
        if (is_up && has_slash)
            segment_pop(&out);
        if (has_slash && end == path.len)
            buf_add_char(&out, '/');
        at = has_slash || end == path.len ? end : end + 1;
    }
    return buf_done(&out);
}

/* RFC 3986, 5.2.3. */
static struct str
path_merge(struct arena *a, const struct url *base, struct str path)
{
    struct buf out = buf_new(a, base->path.len + path.len + 1);
    size_t end = base->path.len;

    if (base->has_authority && end == 0)
        buf_add_char(&out, '/');
    while (end > 0 && base->path.ptr[end - 1] != '/')
        end--;
    buf_add(&out, str_slice(base->path, 0, end));
    buf_add(&out, path);
    return buf_done(&out);
}

static void
query_take(struct url *to, const struct url *from)
{
    to->query = from->query;
    to->has_query = from->has_query;
}

struct url
url_resolve(struct arena *a, const struct url *base, const struct url *ref)
{
    struct url url = *ref;

    if (ref->scheme.len > 0 || ref->has_authority) {
        if (ref->scheme.len == 0)
            url.scheme = base->scheme;
        url.path = path_without_dots(a, ref->path);
        return url;
    }
    url.scheme = base->scheme;
    url.authority = base->authority;
    url.has_authority = base->has_authority;
    if (ref->path.len == 0) {
        url.path = base->path;
        if (!ref->has_query)
            query_take(&url, base);
    } else if (ref->path.ptr[0] == '/') {
        url.path = path_without_dots(a, ref->path);
    } else {
        url.path = path_without_dots(a, path_merge(a, base, ref->path));
    }
    return url;
}

/* -- kinds ----------------------------------------------------------------- */

bool
url_is_web(const struct url *url)
{
    return url->authority.len > 0 && (str_ieq(url->scheme, STR("http")) ||
                                      str_ieq(url->scheme, STR("https")));
}

bool
url_is_mail(const struct url *url)
{
    return url->path.len > 0 && str_ieq(url->scheme, STR("mailto"));
}

bool
url_is_fragment(const struct url *url)
{
    return url->scheme.len == 0 && !url->has_authority &&
           url->path.len == 0 && !url->has_query;
}

/* -- output ---------------------------------------------------------------- */

static bool
is_plain(uint32_t cp)
{
    enum { TATWEEL = 0x640 };       /* ignored in folding, but a letter here */

    if (cp <= ' ' || cp == 0x7F)
        return false;
    if (cp < 0x80)
        return !memchr("()<>\"`\\", (int)cp, 7);
    return cp == TATWEEL || (char_classify(cp) != CHAR_SPACE &&
                             char_classify(cp) != CHAR_IGNORED);
}

static void
add_encoded(struct buf *out, struct str bytes)
{
    static const char hex[] = "0123456789ABCDEF";

    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];

        buf_add_char(out, '%');
        buf_add_char(out, hex[c >> 4]);
        buf_add_char(out, hex[c & 15]);
    }
}

static void
add_part(struct buf *out, const char *before, struct str part)
{
    size_t at = 0;

    buf_add(out, str_of(before));
    while (at < part.len) {
        size_t beg = at;
        uint32_t cp = utf8_next(part, &at);
        struct str bytes = str_slice(part, beg, at);

        if (is_plain(cp))
            buf_add(out, bytes);
        else
            add_encoded(out, bytes);
    }
}

void
url_write(struct buf *out, const struct url *url)
{
    if (url->scheme.len > 0) {
        buf_add(out, url->scheme);
        buf_add_char(out, ':');
    }
    if (url->has_authority)
        add_part(out, "//", url->authority);
    add_part(out, "", url->path);
    if (url->has_query)
        add_part(out, "?", url->query);
    if (url->has_fragment)
        add_part(out, "#", url->fragment);
}
