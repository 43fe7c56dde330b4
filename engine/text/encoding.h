/* encoding.h - which encoding a page's bytes are in, and why we think so.
 *
 * WHATWG order (HTML 13.2.3.2): byte order mark, transport label, <meta> in the
 * first 1024 bytes, then the bytes themselves. Departures, measured: bytes that
 * are UTF-8 with a non-ASCII character are UTF-8 whatever a label says (of
 * 100,000 windows of windows-1256 Arabic none validated), so are those that
 * are UTF-16 by their zeros; and a label gives way to 64 or more letters
 * that are Arabic in another single-byte encoding and cannot be in its own.
 * A label only ever chooses from the closed list below.
 */
#ifndef LUBB_TEXT_ENCODING_H
#define LUBB_TEXT_ENCODING_H

#include "base/str.h"

enum encoding {
    ENCODING_UTF_8,
    ENCODING_UTF_16LE,
    ENCODING_UTF_16BE,
    ENCODING_WINDOWS_1256,
    ENCODING_ISO_8859_6,
    ENCODING_WINDOWS_1252,
    N_ENCODINGS
};

enum encoding_source {
    ENCODING_FROM_BOM,
    ENCODING_FROM_TRANSPORT,    /* the Content-Type that the fetcher saw */
    ENCODING_FROM_META,
    ENCODING_FROM_BYTES,        /* valid UTF-8, or statistics of letters */
    ENCODING_FROM_DEFAULT,      /* nothing told: pure ASCII, or undecided */
    N_ENCODING_SOURCES
};

struct encoding_guess {
    enum encoding encoding;
    enum encoding_source source;
    size_t bom_len;             /* bytes of byte order mark to skip */
    bool is_valid_utf8;         /* so are the bytes behind it, or ASCII */
};

/* Decide for the page's bytes. content_type is the transport's header value
 * ("text/html; charset=windows-1256") or a bare label, or empty. Never fails.
 * Cost: one pass over the bytes, two where they are not UTF-8. */
struct encoding_guess encoding_decide(struct str bytes,
                                      struct str content_type);

/* The encoding that a WHATWG label names; false for one that is not read
 * here. Case and surrounding white space do not matter. */
bool encoding_of_label(struct str label, enum encoding *encoding);

/* "UTF-8", "windows-1256", ...; "bom", "transport", "meta", "bytes",
 * "default". */
const char *encoding_name(enum encoding encoding);
const char *encoding_source_name(enum encoding_source source);

#endif
