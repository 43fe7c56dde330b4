#include "rules/host.h"

static bool
is_host_char(char c)
{
    return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' ||
           ((unsigned char)c & 0x80) != 0;
}

/* Where the host ends at the latest: path, query or fragment begin. */
static size_t
authority_len(struct str url)
{
    size_t n = 0;

    while (n < url.len && url.ptr[n] != '/' && url.ptr[n] != '?' &&
           url.ptr[n] != '#')
        n++;
    return n;
}

/* What stands behind scheme and user, the path and more of it included. A query
 * may hold another URL. */
static struct str
behind_scheme(struct str url)
{
    size_t slash = authority_len(url);

    if (slash > 0 && url.ptr[slash - 1] == ':' &&
        str_starts(str_slice(url, slash, url.len), STR("//")))
        url = str_slice(url, slash + 2, url.len);
    else if (str_starts(url, STR("//")))
        url = str_slice(url, 2, url.len);
    for (size_t n = authority_len(url); n > 0; n--)
        if (url.ptr[n - 1] == '@')
            return str_slice(url, n, url.len);
    return url;
}

struct str
host_authority(struct str url)
{
    struct str rest = behind_scheme(url);

    return str_slice(rest, 0, authority_len(rest));
}

/* Without "www." or "m.", where a host is left. */
static struct str
without_prefix(struct str host)
{
    size_t n = 0;

    if (str_starts(host, STR("www.")))
        n = 4;
    else if (str_starts(host, STR("m.")))
        n = 2;
    if (str_find(host, STR("."), n) == host.len)
        n = 0;
    return str_slice(host, n, host.len);
}

/* Whether labels stand between dots, and at least two. */
static bool
has_labels(struct str host)
{
    return host.len <= MAX_HOST && !str_starts(host, STR(".")) &&
           str_find(host, STR(".."), 0) == host.len &&
           str_find(host, STR("."), 0) < host.len;
}

struct host_path
host_of_url(struct str url)
{
    struct host_path out = { .len = 0 };
    struct str rest = behind_scheme(str_trim(url)), host;
    size_t n = 0, beg = authority_len(rest), end = beg;

    while (n < rest.len && is_host_char(rest.ptr[n]))
        n++;
    while (n > 0 && rest.ptr[n - 1] == '.')
        n--;
    if (!has_labels(str_slice(rest, 0, n)))
        return out;
    for (size_t i = 0; i < n; i++)
        out.host[i] = to_lower(rest.ptr[i]);
    host = without_prefix((struct str){ out.host, n });
    memmove(out.host, host.ptr, host.len);
    out.host[host.len] = '\0';
    out.len = host.len;
    while (end < rest.len && rest.ptr[end] != '?' && rest.ptr[end] != '#')
        end++;
    out.path = str_slice(rest, beg, end);
    return out;
}

bool
host_is_below(struct str host, struct str site)
{
    return str_ends(host, site) &&
           (host.len == site.len || host.ptr[host.len - site.len - 1] == '.');
}

bool
host_next_suffix(struct str *host)
{
    size_t dot = str_find(*host, STR("."), 0);

    if (dot == host->len)
        return false;
    *host = str_slice(*host, dot + 1, host->len);
    return host->len > 0;
}

bool
host_is_public_suffix(struct str host)
{
    static const char *const words[] = {
        "com", "net", "org", "gov", "edu", "co", "ac", "mil", "info", "gob",
        "sch", "med", "press", "name", "biz"
    };
    struct str top = host;

    if (!host_next_suffix(&top))
        return true;
    if (str_find(top, STR("."), 0) < top.len || top.len != 2)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(str_slice(host, 0, host.len - top.len - 1),
                   str_of(words[i])))
            return true;
    return false;
}
