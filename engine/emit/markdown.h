/* markdown.h - the little Markdown that output may hold: [text](url) and
 * ![alt](url) (CommonMark 0.31, 6.3 and 6.4).
 *
 * Escaped is what would end the text between the brackets, there and nowhere
 * else: the rest of the output is the page's own characters. URLs come in the
 * form of page/url.h, which needs no escape.
 */
#ifndef LUBB_EMIT_MARKDOWN_H
#define LUBB_EMIT_MARKDOWN_H

#include "base/buf.h"

/* Append s with a '\' before each '[', ']' and '\'. */
void markdown_add_text(struct buf *out, struct str s);

/* "](url)" behind what is between the brackets. */
void markdown_add_target(struct buf *out, struct str url);

/* "[", and a '\' before a '!' that would make it an image. */
void markdown_open_link(struct buf *out);

#endif
