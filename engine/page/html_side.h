/* html_side.h - what the tokenizer's pass sets aside for page facts.
 *
 * Offsets of meta, link, base, html and body tags, the first title, and the
 * bodies of JSON-LD scripts (struct html_side). At most MAX_SIDE_ITEMS each.
 */
#ifndef LUBB_PAGE_HTML_SIDE_H
#define LUBB_PAGE_HTML_SIDE_H

#include "page/html_tokens.h"
#include "page/html_tree.h"

struct side_maker {
    struct arena *arena;
    struct str text;
    struct html_side side;
    size_t meta_cap, link_cap, json_ld_cap;
    bool has_title, wants_title, wants_json_ld;
    bool is_full;               /* something did not fit */
};

struct side_maker side_begin(struct arena *a, struct str text);

/* Note a start tag of the page. */
void side_note(struct side_maker *m, const struct html_token *token);

/* Note the body of a script or title, if it was asked for. */
void side_note_body(struct side_maker *m, const struct html_token *token);

#endif
