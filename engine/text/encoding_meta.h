/* encoding_meta.h - labels that a page or its Content-Type declares.
 *
 * The HTML Standard's "prescan a byte stream to determine its encoding"
 * (13.2.3.2) and "extracting a character encoding from a meta element" (2.6.4),
 * step by step: browsers agree on them, and pages are written until they look
 * right in a browser.
 */
#ifndef LUBB_TEXT_ENCODING_META_H
#define LUBB_TEXT_ENCODING_META_H

#include "text/encoding.h"

/* What follows charset= in a Content-Type; false where nothing does. */
bool charset_find(struct str content_type, struct str *label);

/* The encoding of the first <meta> that declares one we read, else that of an
 * XML declaration. `head` is the page's beginning; a tag that it cuts does not
 * count. Declared UTF-16 is UTF-8, since the declaration was legible. */
bool meta_find_encoding(struct str head, enum encoding *encoding);

#endif
