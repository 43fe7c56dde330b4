#include "page/block_builder.h"

#include <assert.h>

#include "base/limits.h"
#include "page/html_references.h"

void
block_builder_begin(struct block_builder *b, struct arena *a,
                    struct str page, size_t text_cap)
{
    *b = (struct block_builder){ .arena = a, .page = page };
    b->text = arena_raw(a, char, text_cap + 1);
    b->text_cap = text_cap;
    b->blocks = arena_new(a, struct blocks, 1);
}

static uint32_t
text_at(const struct block_builder *b)
{
    return (uint32_t)(b->text_len - b->beg);
}

bool
block_builder_has_text(const struct block_builder *b)
{
    return b->text_len > b->beg;
}

void
block_builder_gap(struct block_builder *b, char gap)
{
    if (!b->has_gap || gap != ' ')
        b->gap = gap;
    b->has_gap = true;
}

void
block_builder_link(struct block_builder *b, bool is_linked)
{
    if (is_linked == b->is_linked)
        return;
    if (is_linked) {
        b->link_beg = text_at(b);
    } else if (text_at(b) > b->link_beg) {
        b->links = arena_grow(b->arena, b->links, b->n_links, &b->links_cap,
                              sizeof *b->links);
        b->links[b->n_links++] =
            (struct link_span){ b->link_beg, text_at(b) };
    }
    b->is_linked = is_linked;
}

/* Note that `len` bytes of block text from here on stand at src, lengthening
 * the last run where both sides go on without a break. */
static void
run_note(struct block_builder *b, uint32_t src, uint32_t len)
{
    if (b->n_runs > 0) {
        struct block_run *last = &b->runs[b->n_runs - 1];

        if (last->at + last->len == text_at(b) &&
            last->src + last->len == src) {
            last->len += len;
            return;
        }
    }
    b->runs = arena_grow(b->arena, b->runs, b->n_runs, &b->runs_cap,
                         sizeof *b->runs);
    b->runs[b->n_runs++] = (struct block_run){ text_at(b), src, len };
}

static void
bytes_put(struct block_builder *b, const char *bytes, uint32_t len,
          uint32_t src)
{
    assert(len <= b->text_cap - b->text_len);
    run_note(b, src, len);
    memcpy(b->text + b->text_len, bytes, len);
    b->text_len += len;
    b->end = src + len;
}

/* Write the gap that is due, if the block has text before it. A plain space
 * that stands in the page just before `src` is a copy like any other, which
 * keeps runs long. */
static void
gap_flush(struct block_builder *b, uint32_t src)
{
    if (!b->has_gap)
        return;
    b->has_gap = false;
    if (!block_builder_has_text(b))
        return;
    if (b->gap == ' ' && src > 0 && b->page.ptr[src - 1] == ' ') {
        bytes_put(b, " ", 1, src - 1);
        return;
    }
    assert(b->text_len < b->text_cap);
    b->text[b->text_len++] = b->gap;
}

/* Copy a character reference at src; 0 when there is none, else its length. */
static uint32_t
reference_put(struct block_builder *b, uint32_t src, uint32_t end)
{
    char out[REFERENCE_MAX_BYTES];
    size_t len, n_out;

    if (!html_reference(str_slice(b->page, 0, end), src, false, &len, out,
                        &n_out))
        return 0;
    /* Not a copy: never lengthens a run, so its source is the '&'. */
    assert(n_out <= b->text_cap - b->text_len);
    b->runs = arena_grow(b->arena, b->runs, b->n_runs, &b->runs_cap,
                         sizeof *b->runs);
    b->runs[b->n_runs++] =
        (struct block_run){ text_at(b), src, (uint32_t)n_out };
    memcpy(b->text + b->text_len, out, n_out);
    b->text_len += n_out;
    b->end = src + (uint32_t)len;
    return (uint32_t)len;
}

void
block_builder_add(struct block_builder *b, uint32_t beg, uint32_t end,
                  bool is_raw)
{
    const char *p = b->page.ptr;
    uint32_t at = beg, len;

    while (at < end) {
        if (is_space(p[at])) {
            block_builder_gap(b, ' ');
            at++;
            continue;
        }
        gap_flush(b, at);
        if (p[at] == '&' && !is_raw && (len = reference_put(b, at, end))) {
            at += len;
            continue;
        }
        uint32_t stop = at + 1;
        while (stop < end && !is_space(p[stop]) && p[stop] != '&')
            stop++;
        bytes_put(b, p + at, stop - at, at);
        at = stop;
    }
}

void
block_builder_add_exact(struct block_builder *b, uint32_t beg, uint32_t end,
                        bool is_raw)
{
    const char *p = b->page.ptr;
    uint32_t at = beg, len;

    gap_flush(b, beg);
    while (at < end) {
        if (p[at] == '&' && !is_raw && (len = reference_put(b, at, end))) {
            at += len;
            continue;
        }
        uint32_t stop = at + 1;
        while (stop < end && p[stop] != '&')
            stop++;
        bytes_put(b, p + at, stop - at, at);
        at = stop;
    }
}

/* Copies of the runs and links of the block under way; the scratch arrays are
 * used again for the next one. */
static void
spans_take(struct block_builder *b, struct block *block)
{
    block->n_runs = (uint32_t)b->n_runs;
    block->runs = arena_raw(b->arena, struct block_run, b->n_runs);
    memcpy(block->runs, b->runs, b->n_runs * sizeof *b->runs);

    block->n_links = (uint32_t)b->n_links;
    if (b->n_links > 0) {
        block->links = arena_raw(b->arena, struct link_span, b->n_links);
        memcpy(block->links, b->links, b->n_links * sizeof *b->links);
    }
}

struct block *
block_builder_end(struct block_builder *b)
{
    bool was_linked = b->is_linked;
    struct blocks *all = b->blocks;
    struct block *block = NULL;

    block_builder_link(b, false);
    if (b->n_runs > 0 && all->n == MAX_BLOCKS) {
        all->limits |= LIMIT_BLOCKS;
    } else if (b->n_runs > 0) {
        all->items = arena_grow(b->arena, all->items, all->n, &b->blocks_cap,
                                sizeof *all->items);
        block = &all->items[all->n++];
        *block = (struct block){ 0 };
        block->text = (struct str){ b->text + b->beg, text_at(b) };
        spans_take(b, block);
        block->beg = b->runs[0].src;
        block->end = b->end;
    }
    b->n_runs = 0;
    b->n_links = 0;
    b->beg = b->text_len;
    b->has_gap = false;
    block_builder_link(b, was_linked);
    return block;
}
