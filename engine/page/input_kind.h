/* input_kind.h - whether a page's bytes are HTML or plain text. */
#ifndef LUBB_PAGE_INPUT_KIND_H
#define LUBB_PAGE_INPUT_KIND_H

#include "base/str.h"

/* HTML when the text opens like a document (a doctype, comment, XML
 * declaration or known tag), or when known tags with attributes, or their
 * pairs, make up the share of it that they do in documents. A text about code
 * names tags too, but far fewer. Cost: one look at the first 64 KiB. */
bool input_is_html(struct str text);

#endif
