/* skeleton.h - the tiny page that Gumbo is shown instead of the real one.
 *
 * Gumbo applies the standard's rules of tree construction, at 330 instructions
 * a byte, whatever the byte is; and attributes, references, comments and bad
 * bytes are where it goes wrong. So one pass of the tokenizer writes a page of
 * bare tags, in which every stretch of text is one code point that names it.
 * Inline elements with nothing but text and such elements in them go where a
 * character goes, and so are part of the stretch. What is left is 4 % of the
 * bytes, and nothing in it but names from a fixed list. Depth, tags and clones
 * are bounded on the way (open_elements.h); end tags that close nothing are
 * left out.
 *
 * Some elements are shown as others that go to the same place: svg and math as
 * an unknown element; script, style, template as link where no table, select or
 * noscript is open, else as script or style; main, dialog, search, which Gumbo
 * does not know as blocks, as dir; hidden inputs between cells as script.
 *
 * Where the tree still differs from that of the whole page (tests:
 * tests/page/test_skeleton.c, the functions named):
 *  - Formatting elements are equal without attributes: of more than three of a
 *    name that are closed by their block's end only three come back
 *    (noahs_ark_ignores_attributes).
 *  - The subtrees of svg, math and template are not there. What is open in
 *    an integration point or template is not known, so "</svg>" ends svg from
 *    inside a foreignObject's elements (svg_ends_at_its_end_tag).
 *  - Raw elements have raw bodies even where the tree builder ignores their
 *    start tag, in select and framesets (raw_body_in_select_is_no_text); and
 *    svg and math are emptied there, too.
 *  - Unknown elements have one name: "</x-b>" closes <x-a>. So it is in
 *    Gumbo (unknown_elements_are_one).
 *  - White space between tags is no run, but a mark on the next one
 *    (blank_text_is_no_run).
 *  - Inline elements without text count as text against a frameset that comes
 *    after them (empty_inline_refuses_frameset).
 *  - A doctype that is longer than MAX_DOCTYPE or not ASCII counts as none
 *    (long_doctype_means_quirks); and Gumbo takes those of HTML 3 and 4 for
 *    new ones, which matters to a paragraph before a table only
 *    (old_doctypes_count_as_new).
 *  - Controls and noncharacters stay what they are; Gumbo makes them U+FFFD,
 *    against the standard (controls_stay).
 */
#ifndef LUBB_PAGE_SKELETON_H
#define LUBB_PAGE_SKELETON_H

#include "base/fuel.h"
#include "page/html_tree.h"

enum { MAX_DOCTYPE = 512 };     /* bytes; the longest in use has 130 */

/* A start tag that was shown. Several of one `at`: the first was shown, and
 * its like follow it as siblings. */
struct skeleton_tag {
    uint32_t at;        /* offset of its '<' in html */
    uint32_t src;       /* offset of the page's '<' */
    uint16_t tag;       /* what it really is */
};

enum skeleton_item_kind {
    ITEM_NONE,
    ITEM_RUN,           /* text */
    ITEM_LEAF,          /* an element without content */
    ITEM_OPEN,          /* an element starts ... */
    ITEM_CLOSE          /* and ends, in the same stretch */
};

struct skeleton_item {
    uint32_t beg;       /* of a run; the '<' of an element's start tag */
    uint32_t end;       /* of a run */
    uint8_t tag;        /* of an element */
    uint8_t kind;       /* enum skeleton_item_kind */
    bool is_raw, has_space, space_after;    /* as in struct html_run */
};

/* Unit u, the u-th code point, is items units[u] up to the next unit's. */
struct skeleton {
    struct str html;                /* with NULs behind it */
    struct skeleton_tag *tags;      /* by `at` */
    struct skeleton_item *items;    /* in page order */
    uint32_t *units;
    uint32_t n_tags, n_items, n_units;
    uint32_t n_runs;                /* items that are runs */
    struct html_side side;
    uint32_t limits;                /* enum limit bits that were met */
};

/* Make the skeleton of `text`, which is as html_parse() takes it. Out of fuel
 * it stops where it is. Cost: linear; fuel 1 a byte. */
void skeleton_make(struct arena *a, struct str text, struct fuel *fuel,
                   struct skeleton *sk);

/* The code point of a unit, and back. */
uint32_t skeleton_char(uint32_t unit);
uint32_t skeleton_unit(uint32_t cp);

#endif
