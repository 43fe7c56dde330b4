#include "emit/text_out.h"

#include "rules/rule_cuts.h"
#include "text/normalize.h"

/* Drop white space behind offset `from` at the end of b. */
static void
trim_end(struct buf *b, size_t from)
{
    while (b->len > from && is_space(b->ptr[b->len - 1]))
        b->len--;
}

/* Cells normalised one by one; empty ones stay, since columns count, except at
 * the row's end. */
static void
add_row(struct buf *b, struct str row)
{
    size_t from = b->len, at = 0;
    bool is_empty = true;

    while (at <= row.len) {
        size_t tab = str_find(row, STR("\t"), at);
        size_t beg = b->len;

        normalize_text(b, str_slice(row, at, tab), NORMALIZE_LINE);
        is_empty = is_empty && b->len == beg;
        buf_add_char(b, '\t');
        at = tab + 1;
    }
    trim_end(b, from);
    if (is_empty)
        b->len = from;
}

/* Code without the empty lines around it; the first line keeps its indent. */
static void
add_code(struct buf *b, struct str code)
{
    size_t from = b->len, beg;

    normalize_text(b, code, NORMALIZE_CODE);
    trim_end(b, from);
    beg = from;
    for (size_t i = from; i < b->len && is_space(b->ptr[i]); i++)
        if (b->ptr[i] == '\n')
            beg = i + 1;
    memmove(b->ptr + from, b->ptr + beg, b->len - beg);
    b->len -= beg - from;
}

/* A list item that brings its own "- " gets no second one. */
static void
add_item(struct buf *b, struct str item)
{
    size_t from = b->len, beg;

    buf_add(b, STR("- "));
    beg = b->len;
    normalize_text(b, item, NORMALIZE_LINE);
    if (b->len == beg)
        b->len = from;
    if (str_starts(str_slice(buf_str(b), from, b->len), STR("- - "))) {
        memmove(b->ptr + from, b->ptr + beg, b->len - beg);
        b->len -= beg - from;
    }
}

static void
add_block(struct buf *b, const struct block *block, struct str text)
{
    size_t from = b->len;

    switch (block->kind) {
    case BLOCK_TABLE_ROW:
        add_row(b, text);
        break;
    case BLOCK_CODE:
        add_code(b, text);
        break;
    case BLOCK_LIST_ITEM:
        add_item(b, text);
        break;
    default:
        normalize_text(b, text, NORMALIZE_LINE);
    }
    if (b->len > from)
        buf_add_char(b, '\n');
}

/* Bytes of the text at most without extras: no block's output form is longer
 * than its text, a list mark and the line end. */
static size_t
text_max(const struct blocks *blocks, struct str headline)
{
    size_t n = headline.len + 1;

    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].evidence->is_kept)
            n += blocks->items[i].text.len + 4;
    return n;
}

/* The text under way. */
struct writer {
    struct arena *arena;
    struct buf out;
    const struct text_extras *extras;
    size_t link, image;     /* the next of each */
    bool has_block;         /* some line is a block's */
};

/* The images that stand above block i. */
static void
add_images(struct writer *w, uint32_t i)
{
    const struct images *images = &w->extras->images;

    while (w->image < images->n && images->items[w->image].before <= i)
        image_write(&w->out, &images->items[w->image++]);
}

/* The block's text with its links. */
static struct str
text_linked(struct writer *w, const struct block *block, uint32_t i)
{
    const struct links *links = &w->extras->links;
    size_t beg = w->link;

    while (w->link < links->n && links->items[w->link].block == i)
        w->link++;
    return links_apply(w->arena, block,
                       w->link > beg ? &links->items[beg] : NULL,
                       w->link - beg);
}

static void
add_kept(struct writer *w, const struct block *block, uint32_t i)
{
    struct str text;
    size_t from;

    if (w->extras) {
        add_images(w, i);
        text = text_linked(w, block, i);
    } else {
        text = rule_cuts_apply(w->arena, block->text, block->ruling);
    }
    from = w->out.len;
    add_block(&w->out, block, text);
    w->has_block = w->has_block || w->out.len > from;
}

struct str
text_build(struct arena *a, const struct blocks *blocks, struct str headline,
           const struct text_extras *extras)
{
    struct writer w = { .arena = a, .extras = extras };

    w.out = buf_new(a, text_max(blocks, headline));
    normalize_text(&w.out, headline, NORMALIZE_LINE);
    if (w.out.len > 0)
        buf_add_char(&w.out, '\n');
    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].evidence->is_kept)
            add_kept(&w, &blocks->items[i], i);
    if (extras)
        add_images(&w, blocks->n);
    if (!w.has_block)
        w.out.len = 0;
    return buf_done(&w.out);
}
