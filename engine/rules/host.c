#include "rules/host.h"

static bool
is_host_char(char c)
{
    return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' ||
           ((unsigned char)c & 0x80) != 0;
}

/* What stands behind scheme and user. */
static struct str
authority_of(struct str url)
{
    size_t scheme = str_find(url, STR("://"), 0), at;
    size_t end = 0;

    if (scheme < url.len)
        url = str_slice(url, scheme + 3, url.len);
    else if (str_starts(url, STR("//")))
        url = str_slice(url, 2, url.len);
    while (end < url.len && url.ptr[end] != '/' && url.ptr[end] != '?' &&
           url.ptr[end] != '#')
        end++;
    at = str_find(str_slice(url, 0, end), STR("@"), 0);
    return at < end ? str_slice(url, at + 1, url.len) : url;
}

/* Without "www." or "m.", where a host is left. */
static struct str
without_prefix(struct str host)
{
    size_t n = 0;

    if (str_starts(host, STR("www.")) || str_starts(host, STR("WWW.")))
        n = 4;
    else if (str_starts(host, STR("m.")) || str_starts(host, STR("M.")))
        n = 2;
    if (str_find(host, STR("."), n) == host.len)
        n = 0;
    return str_slice(host, n, host.len);
}

struct host_path
host_of_url(struct str url)
{
    struct host_path out = { .len = 0 };
    struct str rest = authority_of(str_trim(url)), host;
    size_t n = 0, end;

    while (n < rest.len && is_host_char(rest.ptr[n]))
        n++;
    host = str_slice(rest, 0, n);
    while (host.len > 0 && host.ptr[host.len - 1] == '.')
        host.len--;
    if (str_find(host, STR("."), 0) == host.len || host.len > MAX_HOST)
        return out;
    host = without_prefix(host);
    for (size_t i = 0; i < host.len; i++)
        out.host[i] = to_lower(host.ptr[i]);
    out.len = host.len;
    for (n = 0; n < rest.len && rest.ptr[n] != '/' && rest.ptr[n] != '?' &&
                rest.ptr[n] != '#';)
        n++;
    for (end = n; end < rest.len && rest.ptr[end] != '?' &&
                  rest.ptr[end] != '#';)
        end++;
    out.path = str_slice(rest, n, end);
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
