/* html_references.h - character references to characters.
 *
 * The 2,231 named references of the HTML standard (generated table,
 * html_references.inc) with its rules for a missing semicolon and for attribute
 * values, and numeric ones with its windows-1252 remapping. What names no
 * scalar value, or NUL, becomes U+FFFD.
 */
#ifndef LUBB_PAGE_HTML_REFERENCES_H
#define LUBB_PAGE_HTML_REFERENCES_H

#include "base/str.h"

enum { REFERENCE_MAX_BYTES = 8 };   /* two code points at most */

/* Decode the reference that starts at s.ptr[at] == '&'. On true *len is how
 * many bytes it takes and out[0 .. *n_out) what it stands for; on false the '&'
 * is text. in_attribute turns on the attribute rule. */
bool html_reference(struct str s, size_t at, bool in_attribute, size_t *len,
                    char out[REFERENCE_MAX_BYTES], size_t *n_out);

#endif
