/* url.h - URLs taken apart, resolved, and written so that Markdown holds them.
 *
 * RFC 3986: parts by appendix B, references by 5.2 (strict), dot segments by
 * 5.2.4. Added is what browsers forgive (URL standard, 4.4): white space and
 * controls around a URL go, and tabs and line ends inside; '\' before the query
 * is '/'. Letters of any script stay as they are.
 */
#ifndef LUBB_PAGE_URL_H
#define LUBB_PAGE_URL_H

#include "base/buf.h"

/* Parts without their delimiters. A missing scheme is empty. */
struct url {
    struct str scheme, authority, path, query, fragment;
    bool has_authority, has_query, has_fragment;
};

/* Take a URL apart; any valid UTF-8 is one. The parts are in the arena. */
struct url url_read(struct arena *a, struct str text);

/* What `ref` leads to on a page at `base`, which has a scheme. */
struct url url_resolve(struct arena *a, const struct url *base,
                       const struct url *ref);

/* http or https, with a host. */
bool url_is_web(const struct url *url);

/* mailto, with an address. */
bool url_is_mail(const struct url *url);

/* Whether the URL is a place on the page itself, or nothing at all. */
bool url_is_fragment(const struct url *url);

/* Put it together. Percent-encoded is what would end or break a Markdown target
 * ( ) < > " ` \ and what output never holds: white space of any kind, controls,
 * zero-width characters. */
void url_write(struct buf *out, const struct url *url);

#endif
