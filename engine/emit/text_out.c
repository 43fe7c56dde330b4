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

/* Bytes of the text at most: no block's output form is longer than its text, a
 * list mark and the line end. */
static size_t
text_max(const struct blocks *blocks, struct str headline)
{
    size_t n = headline.len + 1;

    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].evidence->is_kept)
            n += blocks->items[i].text.len + 4;
    return n;
}

struct str
text_build(struct arena *a, const struct blocks *blocks, struct str headline)
{
    struct buf out = buf_new(a, text_max(blocks, headline));
    size_t body;

    normalize_text(&out, headline, NORMALIZE_LINE);
    if (out.len > 0)
        buf_add_char(&out, '\n');
    body = out.len;
    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].evidence->is_kept)
            add_block(&out, &blocks->items[i],
                      rule_cuts_apply(a, blocks->items[i].text,
                                      blocks->items[i].ruling));
    if (out.len == body)
        out.len = 0;
    return buf_done(&out);
}
