/* comments.h - what readers wrote below the text, on an HTML page.
 *
 * A comment is a paragraph that is not in the text and stands below an
 * element whose class or id says comments, but in no form, menu, widget or
 * list of other articles. Names, dates, labels and "reply" are none: they are
 * short, linked, dates, phrases of the lexicon, or in an element for such
 * things. Whether a rule dropped it does not matter. The words of an element
 * that holds nearly all of the text say nothing (body.comments-open); where
 * half of the text stands in comments it is the thread of a forum, and the
 * page has none.
 */
#ifndef LUBB_EMIT_COMMENTS_H
#define LUBB_EMIT_COMMENTS_H

#include "judge/evidence.h"
#include "page/html_tree.h"

/* The comments in output form, a paragraph a line, in the arena; empty where
 * there are none, or no text. Cost: linear. */
struct str comments_build(struct arena *a, const struct html_doc *doc,
                          const struct blocks *blocks);

#endif
