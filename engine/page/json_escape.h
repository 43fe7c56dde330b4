/* json_escape.h - JSON's string escapes undone (RFC 8259, section 7).
 *
 * A pair of surrogates is one character; one alone, and U+0000, become U+FFFD;
 * what is no escape stands for itself without its backslash. So valid UTF-8
 * stays valid.
 */
#ifndef LUBB_PAGE_JSON_ESCAPE_H
#define LUBB_PAGE_JSON_ESCAPE_H

#include "base/arena.h"
#include "base/str.h"

/* What the inside of a JSON string stands for: in the arena, or s itself where
 * it has no escape. Never longer than s. */
struct str json_unescape(struct arena *a, struct str s);

#endif
