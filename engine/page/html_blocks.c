#include "page/html_blocks.h"

#include "base/limits.h"
#include "page/block_builder.h"

/* The walk: which element is open, and what the elements around it make of the
 * text. Counters, not flags: elements of one kind nest. */
struct walk {
    const struct html_doc *doc;
    struct block_builder b;
    struct fuel *fuel;
    bool *is_data_row;      /* by node */
    bool noscript_is_text;  /* what stands in noscript is the page */
    uint32_t open;          /* innermost open element */
    uint32_t n_headings, n_quotes, n_captions, n_controls, n_pres, n_links;
    uint32_t row;           /* the open data row, or NO_NODE */
    bool item_is_fresh;     /* in a list item that has no block yet */
    uint32_t n_breaks;      /* <br> since the last text */
    uint32_t block_node;    /* element of the block under way */
    enum block_kind kind;   /* and its kind */
};

enum {
    /* Bytes of text in one cell past which a row lays out the page: the longest
     * cells of data tables seen are sentences, under 600 bytes. */
    MAX_CELL_BYTES = 1200
};

/* <br> has rules of its own (break_line). */
static bool
is_block_level(unsigned tag)
{
    return tag != TAG_br && (tag_traits((enum tag)tag) & TRAIT_INLINE) == 0;
}

/* Elements whose text is for machines, or stands in for what cannot be shown.
 * <title> is a page fact, not a block. */
static bool
is_skipped(unsigned tag)
{
    switch (tag) {
    case TAG_title:
    case TAG_noscript:
    case TAG_iframe:
    case TAG_noframes:
    case TAG_noembed:
    case TAG_video:
    case TAG_audio:
    case TAG_canvas:
    case TAG_object:
        return true;
    default:
        return (tag_traits((enum tag)tag) & TRAIT_EMPTIED) != 0;
    }
}

static bool
is_heading(unsigned tag)
{
    return tag >= TAG_h1 && tag <= TAG_h6;
}

static bool
is_control(unsigned tag)
{
    return tag == TAG_button || tag == TAG_label || tag == TAG_option ||
           tag == TAG_legend || tag == TAG_textarea || tag == TAG_select;
}

static bool
is_cell(unsigned tag)
{
    return tag == TAG_td || tag == TAG_th;
}

/* -- pages that scripts build ---------------------------------------------- */

enum shown { SHOWN, IN_NOSCRIPT, NOT_SHOWN };

static enum shown
shown_below(enum shown around, unsigned tag)
{
    if (around == NOT_SHOWN)
        return NOT_SHOWN;
    if (tag == TAG_noscript)
        return IN_NOSCRIPT;
    return is_skipped(tag) ? NOT_SHOWN : around;
}

/* A page that a script builds in the browser shows its whole text in noscript
 * only (Discourse does); elsewhere noscript says that scripts are off. So it
 * counts where it holds more text than all else that is shown. */
static bool
noscript_is_page(struct arena *a, const struct html_doc *doc)
{
    uint8_t *shown = arena_raw(a, uint8_t, doc->n_nodes);
    size_t bytes[NOT_SHOWN + 1] = { 0 };

    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        uint32_t up = doc->nodes[i].parent;

        shown[i] = (uint8_t)shown_below(
            up == NO_NODE ? SHOWN : (enum shown)shown[up], doc->nodes[i].tag);
    }
    for (uint32_t r = 0; r < doc->n_runs; r++)
        bytes[shown[doc->runs[r].node]] +=
            doc->runs[r].end - doc->runs[r].beg;
    return bytes[IN_NOSCRIPT] > bytes[SHOWN];
}

/* -- data rows ------------------------------------------------------------- */

/* Whether an element inside a cell says that the row lays out the page. */
static bool
breaks_row(unsigned tag)
{
    switch (tag) {
    case TAG_table: case TAG_ul: case TAG_ol: case TAG_dl: case TAG_pre:
    case TAG_blockquote: case TAG_form: case TAG_article: case TAG_section:
    case TAG_h1: case TAG_h2: case TAG_h3: case TAG_h4: case TAG_h5:
    case TAG_h6: case TAG_hr: case TAG_aside: case TAG_nav: case TAG_figure:
        return true;
    default:
        return false;
    }
}

/* Bytes of text below each cell, and cells that hold two paragraphs. */
struct cell {
    uint32_t n_bytes;
    uint32_t n_paragraphs;
    uint32_t n_cells;       /* on a tr: its cells that hold text */
    bool is_layout;
};

static uint32_t
ancestor_cell(const struct html_doc *doc, const uint32_t *cell_of, uint32_t i)
{
    return is_cell(doc->nodes[i].tag) ? i : cell_of[i];
}

/* Mark every tr whose cells hold inline content only: one pass down, in
 * which each node inherits its innermost cell. */
static void
rows_find(struct walk *w, struct arena *a)
{
    const struct html_doc *doc = w->doc;
    uint32_t *cell_of = arena_raw(a, uint32_t, doc->n_nodes);
    struct cell *cells = arena_new(a, struct cell, doc->n_nodes);

    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        const struct html_node *node = &doc->nodes[i];
        uint32_t up = node->parent;

        cell_of[i] = up == NO_NODE ? NO_NODE
                                   : ancestor_cell(doc, cell_of, up);
        if (cell_of[i] == NO_NODE)
            continue;
        if (breaks_row(node->tag))
            cells[cell_of[i]].is_layout = true;
        if (node->tag == TAG_p || node->tag == TAG_br)
            cells[cell_of[i]].n_paragraphs++;
    }
    for (uint32_t r = 0; r < doc->n_runs; r++) {
        uint32_t c = ancestor_cell(doc, cell_of, doc->runs[r].node);

        if (c != NO_NODE)
            cells[c].n_bytes += doc->runs[r].end - doc->runs[r].beg;
    }
    w->is_data_row = arena_new(a, bool, doc->n_nodes);
    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        uint32_t up = doc->nodes[i].parent;

        if (!is_cell(doc->nodes[i].tag) || up == NO_NODE)
            continue;
        if (cells[i].n_bytes > 0)
            cells[up].n_cells++;
        if (cells[i].is_layout || cells[i].n_paragraphs > 2 ||
            cells[i].n_bytes > MAX_CELL_BYTES)
            cells[up].is_layout = true;
    }
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        w->is_data_row[i] = doc->nodes[i].tag == TAG_tr &&
                            cells[i].n_cells > 1 && !cells[i].is_layout;
}

/* -- blocks ---------------------------------------------------------------- */

static enum block_kind
kind_here(const struct walk *w)
{
    if (w->n_pres > 0)
        return BLOCK_CODE;
    if (w->n_headings > 0)
        return BLOCK_HEADING;
    if (w->n_captions > 0)
        return BLOCK_CAPTION;
    if (w->n_controls > 0)
        return BLOCK_CONTROL;
    if (w->row != NO_NODE)
        return BLOCK_TABLE_ROW;
    if (w->item_is_fresh)
        return BLOCK_LIST_ITEM;
    if (w->n_quotes > 0)
        return BLOCK_QUOTE;
    return BLOCK_PARAGRAPH;
}

static void
block_flush(struct walk *w)
{
    struct block *block = block_builder_end(&w->b);

    w->n_breaks = 0;
    if (!block)
        return;
    block->kind = w->kind;
    block->node = w->block_node;
    if (block->kind == BLOCK_LIST_ITEM)
        w->item_is_fresh = false;
}

/* The element a block that starts here belongs to: the nearest that is
 * block-level, or the data row around it. */
static uint32_t
block_node_here(const struct walk *w)
{
    uint32_t i = w->open;

    if (w->row != NO_NODE)
        return w->row;
    while (w->doc->nodes[i].parent != NO_NODE &&
           !is_block_level(w->doc->nodes[i].tag))
        i = w->doc->nodes[i].parent;
    return i;
}

static void
break_line(struct walk *w)
{
    if (w->n_pres > 0) {
        /* highlighters end the lines of code so */
        block_builder_gap(&w->b, w->row == NO_NODE ? '\n' : ' ');
        return;
    }
    w->n_breaks++;
    if (w->n_breaks >= 2 && w->row == NO_NODE)
        block_flush(w);
    else
        block_builder_gap(&w->b, ' ');
}

/* One more (by = 1) or one fewer (by = -1) of what `tag` makes of its text. */
static void
context_count(struct walk *w, unsigned tag, int by)
{
    uint32_t n = (uint32_t)by;      /* -1 wraps: unsigned sums are modular */

    if (is_heading(tag))
        w->n_headings += n;
    else if (is_control(tag))
        w->n_controls += n;
    else if (tag == TAG_blockquote)
        w->n_quotes += n;
    else if (tag == TAG_figcaption || tag == TAG_caption)
        w->n_captions += n;
    else if (tag == TAG_pre)
        w->n_pres += n;
    else if (tag == TAG_a)
        w->n_links += n;
}

static void
border_cross(struct walk *w, unsigned tag)
{
    if (!is_block_level(tag) && !is_control(tag))
        return;
    if (w->row != NO_NODE)
        block_builder_gap(&w->b, is_cell(tag) ? '\t' : ' ');
    else
        block_flush(w);
}

static void
element_enter(struct walk *w, uint32_t i)
{
    unsigned tag = w->doc->nodes[i].tag;

    border_cross(w, tag);
    w->open = i;
    if (tag == TAG_br)
        break_line(w);
    if (w->is_data_row[i] && w->row == NO_NODE)
        w->row = i;
    if (tag == TAG_li)
        w->item_is_fresh = true;
    context_count(w, tag, 1);
    block_builder_link(&w->b, w->n_links > 0);
}

static void
element_leave(struct walk *w)
{
    const struct html_node *node = &w->doc->nodes[w->open];

    if (w->open == w->row) {
        block_flush(w);
        w->row = NO_NODE;
    }
    border_cross(w, node->tag);
    context_count(w, node->tag, -1);
    block_builder_link(&w->b, w->n_links > 0);
    if (node->tag == TAG_li)
        w->item_is_fresh = false;
    w->open = node->parent;
}

static void
text_add(struct walk *w, const struct html_run *run)
{
    if (!fuel_spend(w->fuel, run->end - run->beg))
        return;
    if (run->has_space)
        block_builder_gap(&w->b, ' ');
    if (!block_builder_has_text(&w->b)) {
        w->block_node = block_node_here(w);
        w->kind = kind_here(w);
    }
    if (w->n_pres > 0)
        block_builder_add_exact(&w->b, run->beg, run->end, run->is_raw);
    else
        block_builder_add(&w->b, run->beg, run->end, run->is_raw);
    if (run->space_after)
        block_builder_gap(&w->b, ' ');
    w->n_breaks = 0;
}

/* Room for all block text: decoding a reference lengthens it by at most a
 * fifth ("&nGt;"), and a gap may stand on either side of a run. */
static size_t
text_bound(const struct html_doc *doc)
{
    size_t n = 0;

    for (uint32_t r = 0; r < doc->n_runs; r++)
        n += doc->runs[r].end - doc->runs[r].beg + 3;
    return n + n / 5 + doc->n_nodes;
}

void
html_blocks_cut(struct arena *a, const struct html_doc *doc,
                struct fuel *fuel, struct blocks *blocks)
{
    struct walk w = { .doc = doc, .fuel = fuel, .open = NO_NODE,
                      .row = NO_NODE };
    uint32_t r = 0;

    rows_find(&w, a);
    w.noscript_is_text = noscript_is_page(a, doc);
    block_builder_begin(&w.b, a, doc->text, text_bound(doc));
    for (uint32_t i = 0; i <= doc->n_nodes; i++) {
        for (; r < doc->n_runs && doc->runs[r].before == i; r++) {
            while (w.open != doc->runs[r].node)
                element_leave(&w);
            text_add(&w, &doc->runs[r]);
        }
        if (i == doc->n_nodes)
            break;
        while (w.open != doc->nodes[i].parent)
            element_leave(&w);
        if (is_skipped(doc->nodes[i].tag) &&
            !(w.noscript_is_text && doc->nodes[i].tag == TAG_noscript)) {
            uint32_t end = doc->nodes[i].end;

            while (r < doc->n_runs && doc->runs[r].node >= i &&
                   doc->runs[r].node < end)
                r++;
            i = end - 1;
            continue;
        }
        element_enter(&w, i);
    }
    while (w.open != NO_NODE)
        element_leave(&w);
    *blocks = *w.b.blocks;
}
