/* open_kinds.h - what each element is to the rules of tree construction.
 *
 * HTML 13.2.6.4, as Gumbo applies them; read by the open_*.c files only.
 */
#ifndef LUBB_PAGE_OPEN_KINDS_H
#define LUBB_PAGE_OPEN_KINDS_H

#include "page/tags.h"

enum open_kind {
    CLOSES_P = 1 << 0,      /* its start tag ends a paragraph */
    BLOCK = 1 << 1,         /* its end tag looks for it "in scope" */
    ITEM = 1 << 2,          /* dd, dt */
    HEADING = 1 << 3,
    IMPLIED = 1 << 4,       /* "generate implied end tags" closes it */
    FORMATTING = 1 << 5,
    SPECIAL = 1 << 6,
    BOUNDS_ITEM = 1 << 7,   /* special, but not address, div, p */
    SCOPE = 1 << 8,         /* bounds "in scope" */
    LIST = 1 << 9,          /* bounds "in list item scope" too */
    BUTTON = 1 << 10,       /* bounds "in button scope" too */
    MARKER = 1 << 11,       /* starts a section of the formatting list */
    TABLE = 1 << 12,
    CAPTION = 1 << 13,
    ROWS = 1 << 14,         /* tbody, tfoot, thead */
    PART = 1 << 15,         /* what tables are made of */
    CELL = 1 << 16,
    SELECT = 1 << 17,
    LEAF = 1 << 18,         /* shown as void or as empty: never open */
    AS_TEXT = 1 << 19,      /* leaf: goes where a character would go */
    AS_BARE_TEXT = 1 << 20  /* the same, but brings no dangling ones back */
};

/* Bits of enum open_kind, by tag. */
extern const uint32_t open_kinds[N_TAGS];

/* Which of the formatting elements it is, by tag. */
extern const uint8_t open_slots[N_TAGS];

#endif
