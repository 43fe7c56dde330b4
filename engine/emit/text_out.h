/* text_out.h - the kept blocks as the page's text.
 *
 * In page order, a block a line, each line ended by '\n'. List items begin with
 * "- "; the cells of a table row are joined by tabs; code keeps its own lines
 * and spaces; headings are plain lines. A block that is empty in output form
 * (text/normalize.h) is no line. Nothing is added beyond that.
 */
#ifndef LUBB_EMIT_TEXT_OUT_H
#define LUBB_EMIT_TEXT_OUT_H

#include "judge/evidence.h"

/* The text of the blocks whose evidence is_kept, in the arena. `headline`, if
 * it is not empty, becomes the first line, unless there is no other. */
struct str text_build(struct arena *a, const struct blocks *blocks,
                      struct str headline);

#endif
