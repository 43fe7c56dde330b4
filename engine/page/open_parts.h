/* open_parts.h - what the open_*.c files share.
 *
 * open_elements.c keeps the entries and looks for what a tag closes,
 * open_formatting.c knows the formatting elements, open_tables.c the insides of
 * tables and select. See open_elements.h for what an entry promises.
 */
#ifndef LUBB_PAGE_OPEN_PARTS_H
#define LUBB_PAGE_OPEN_PARTS_H

#include "page/open_elements.h"
#include "page/open_kinds.h"

#define NOT_FOUND UINT32_MAX

/* -- entries (open_elements.c) -------------------------------------------- */

void open_push(struct open_elements *o, unsigned tag, bool is_sure);

/* Take entry i out from between its neighbours. */
void open_remove(struct open_elements *o, uint32_t i);

/* Close what is open above the first n entries. */
void open_close_above(struct open_elements *o, uint32_t n);

/* Close entry i by its own end tag, or by what implies it, and all above. */
void open_close_to(struct open_elements *o, uint32_t i);

/* Entry i, or each from i on, may have been closed. */
void open_doubt(struct open_elements *o, uint32_t i);
void open_doubt_from(struct open_elements *o, uint32_t i);

/* The nearest entry that is `tag` or has one of `matches`; not past one that
 * has one of `stops`. */
struct hunt {
    unsigned tag;
    uint32_t matches, stops;
    bool is_doubtful;       /* it may be that nothing is looked for at all */
};

/* Close what the hunt finds, or doubt what it may have closed. */
void open_hunt(struct open_elements *o, struct hunt h);

/* Close a paragraph in button scope. */
void open_close_p(struct open_elements *o, bool is_doubtful);

/* -- formatting elements (open_formatting.c) ------------------------------ */

/* A formatting element is, or may be, closed by something else's end. */
void open_dangle(struct open_elements *o, unsigned tag);

/* A marker starts or ends: what dangles outside does not come back inside. */
void open_dangling_hide(struct open_elements *o, struct open_element *marker);
void open_dangling_restore(struct open_elements *o,
                           const struct open_element *marker);

/* No entry that may be `tag` (any, when it is 0) is surely in the list. */
void open_unlist(struct open_elements *o, unsigned tag);

/* An end tag; false when it has no effect. */
bool open_formatting_end(struct open_elements *o, unsigned tag);

/* What a link that starts closes. */
void open_link_start(struct open_elements *o);

/* -- tables and select (open_tables.c) ------------------------------------ */

/* What bounds the search for the end tag of a table or one of its parts. */
uint32_t open_part_bounds(unsigned tag);

/* The start tag of a part of a table, or of a table. */
void open_part_start(struct open_elements *o, unsigned tag);
void open_table_start(struct open_elements *o);

/* A tag while a select may be open (start) or is for sure (end, which is false
 * when it has no effect). */
bool open_select_is_sure(const struct open_elements *o);
void open_select_start(struct open_elements *o, unsigned tag);
bool open_select_end(struct open_elements *o, unsigned tag);

#endif
