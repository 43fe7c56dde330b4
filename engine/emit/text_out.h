/* text_out.h - the kept blocks as the page's text.
 *
 * In page order, a block a line, each line ended by '\n'. List items begin with
 * "- "; the cells of a table row are joined by tabs; code keeps its own lines
 * and spaces; headings are plain lines. A block that is empty in output form
 * (text/normalize.h) is no line. Nothing is added beyond that, but what a
 * caller asks for: links and images in Markdown, each image a line.
 */
#ifndef LUBB_EMIT_TEXT_OUT_H
#define LUBB_EMIT_TEXT_OUT_H

#include "emit/images.h"
#include "emit/links.h"

/* What is written with the text. */
struct text_extras {
    struct links links;
    struct images images;
};

/* The text of the blocks whose evidence is_kept, in the arena. `headline`, if
 * it is not empty, becomes the first line, unless there is no other. `extras`
 * may be NULL. */
struct str text_build(struct arena *a, const struct blocks *blocks,
                      struct str headline, const struct text_extras *extras);

#endif
