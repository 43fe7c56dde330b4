/* host.h - the host and path of a URL, as rules by site read them.
 *
 * Only what choosing a rule needs: scheme, user, port, query and fragment are
 * left out, letters are made small, "www." and "m." at the front go. No
 * percent-decoding and no punycode: both sides are written as the web does.
 */
#ifndef LUBB_RULES_HOST_H
#define LUBB_RULES_HOST_H

#include "base/arena.h"
#include "base/str.h"

enum { MAX_HOST = 253 };    /* bytes (RFC 1035) */

struct host_path {
    char host[MAX_HOST + 1];
    size_t len;             /* of host; 0: the URL has none */
    struct str path;        /* a slice of the URL: from '/' to '?' or '#' */
};

/* What of a URL stands between its scheme, a user's name and its path, the port
 * included. A slice of the URL. */
struct str host_authority(struct str url);

/* Read a URL, or a bare host with or without a path. */
struct host_path host_of_url(struct str url);

/* Whether `host` is `site` or a subdomain of it. */
bool host_is_below(struct str host, struct str site);

/* Cut the first label off; false when none is left behind it. */
bool host_next_suffix(struct str *host);

/* Whether a host is one that sites are registered under: a single label, or
 * "com", "gov", "co", ... below a country. A table of patterns, not the
 * public suffix list: it is there to catch slips in rule files. */
bool host_is_public_suffix(struct str host);

#endif
