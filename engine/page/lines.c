#include "page/lines.h"

#include "page/block_builder.h"

/* One line that is not blank, without the white space at its ends. */
struct line {
    uint32_t beg, end;          /* offsets in the text */
    uint32_t width;             /* characters, indentation included */
    uint32_t first_word;        /* characters of its first word */
    uint32_t n_blank_before;    /* blank lines above it */
};

struct lines {
    struct line *items;
    size_t n, cap;
};

enum {
    /* Characters: narrower than any terminal, wider than any wrapped dump. */
    MIN_WRAP_WIDTH = 40,
    MAX_WRAP_WIDTH = 132,

    /* Lines that have a line right below them: under so many, or with more than
     * one in WRAP_MISFIT not filling the width, nothing is joined. */
    MIN_WRAP_LINES = 6,
    WRAP_MISFIT = 4
};

static uint32_t
chars_count(struct str s)
{
    uint32_t n = 0;

    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

static uint32_t
first_word_width(struct str line)
{
    struct str word;

    str_next_field(&line, ' ', &word);
    return chars_count(word);
}

/* -- lines ----------------------------------------------------------------- */

static void
lines_split(struct arena *a, struct str text, struct lines *out)
{
    struct str rest = text, raw;
    uint32_t n_blank = 0;

    while (str_next_line(&rest, &raw)) {
        struct str s = str_trim(raw);

        if (s.len == 0) {
            n_blank++;
            continue;
        }
        uint32_t beg = (uint32_t)(s.ptr - text.ptr);
        uint32_t indent = (uint32_t)(s.ptr - raw.ptr);

        out->items = arena_grow(a, out->items, out->n, &out->cap,
                                sizeof *out->items);
        out->items[out->n++] = (struct line){
            .beg = beg, .end = beg + (uint32_t)s.len,
            .width = indent + chars_count(s),
            .first_word = first_word_width(s), .n_blank_before = n_blank
        };
        n_blank = 0;
    }
}

/* -- hard wrapping --------------------------------------------------------- */

static bool
has_line_below(const struct lines *l, size_t i)
{
    return i + 1 < l->n && l->items[i + 1].n_blank_before == 0;
}

/* Whether greedy wrapping at `width` would have broken the line after i. */
static bool
is_filled(const struct lines *l, size_t i, uint32_t width)
{
    const struct line *line = &l->items[i], *next = &l->items[i + 1];

    return line->width <= width &&
           line->width + 1 + next->first_word > width;
}

/* The width that the dump was wrapped at, 0 when it was not: the widest line
 * that has a line below it, if nearly all such lines are filled to it. */
static uint32_t
wrap_width(const struct lines *l)
{
    uint32_t width = 0, n_inner = 0, n_filled = 0, widest = 0;

    for (size_t i = 0; i < l->n; i++) {
        if (l->items[i].width > widest)
            widest = l->items[i].width;
        if (has_line_below(l, i) && l->items[i].width > width)
            width = l->items[i].width;
    }
    if (width < MIN_WRAP_WIDTH || widest > MAX_WRAP_WIDTH)
        return 0;
    for (size_t i = 0; i < l->n; i++) {
        /* Shorter lines above others are menus and lists. */
        if (!has_line_below(l, i) || l->items[i].width < width * 2 / 3)
            continue;
        n_inner++;
        n_filled += is_filled(l, i, width);
    }
    if (n_inner < MIN_WRAP_LINES ||
        (n_inner - n_filled) * WRAP_MISFIT > n_inner)
        return 0;
    return width;
}

/* -- blocks ---------------------------------------------------------------- */

void
lines_cut(struct arena *a, struct str text, struct fuel *fuel,
          struct blocks *blocks)
{
    struct lines l = { 0 };
    struct block_builder b;
    uint32_t width;

    lines_split(a, text, &l);
    width = wrap_width(&l);
    block_builder_begin(&b, a, text, text.len + 1);
    for (size_t i = 0; i < l.n; i++) {
        uint32_t n_blank = l.items[i].n_blank_before;
        struct block *block;

        if (!fuel_spend(fuel, l.items[i].end - l.items[i].beg))
            break;
        block_builder_add(&b, l.items[i].beg, l.items[i].end, true);
        while (width > 0 && has_line_below(&l, i) && is_filled(&l, i, width)) {
            i++;
            block_builder_gap(&b, ' ');
            block_builder_add(&b, l.items[i].beg, l.items[i].end, true);
        }
        block = block_builder_end(&b);
        if (block)
            block->n_blank_before = n_blank;
    }
    *blocks = *b.blocks;
}
