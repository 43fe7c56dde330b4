#include "emit/images.h"

#include "emit/markdown.h"
#include "judge/layout.h"
#include "page/html_attributes.h"
#include "page/places.h"
#include "text/normalize.h"

enum {
    /* Letters of a caption or credit at most, the longest of agencies' among
     * them. */
    MAX_CAPTION_LETTERS = 400
};

/* What stands below an element. */
struct weight {
    uint32_t n_kept;            /* blocks */
    uint32_t letters, linked;   /* of dropped blocks */
    bool is_hidden;             /* the element, as are those below it */
    bool is_boxed;              /* likewise: in a dropped box */
    bool is_figure;             /* in a figure, or one */
};

struct finder {
    struct targets *targets;
    const struct html_doc *doc;
    const struct blocks *blocks;
    struct weight *weights;     /* by node */
    struct place *places;       /* by block */
    uint32_t first, last;       /* kept blocks */
    bool is_noscript;           /* what stands in noscript is the page */
    struct images found;
};

/* -- the page -------------------------------------------------------------- */

static bool
is_hiding(const struct finder *f, unsigned tag)
{
    switch (tag) {
    case TAG_noscript:
        return !f->is_noscript;
    case TAG_video:
    case TAG_audio:
    case TAG_canvas:
    case TAG_object:
        return true;
    default:
        return false;
    }
}

/* Whether an element without kept blocks that stands beside some is no mere
 * caption of its images. */
static bool
is_box(const struct weight *w)
{
    return w->letters > 0 && (w->linked * 2 >= w->letters ||
                              w->letters > MAX_CAPTION_LETTERS);
}

static void
weigh_up(struct finder *f)
{
    const struct html_doc *doc = f->doc;
    struct weight *w = f->weights;

    for (uint32_t i = 0; i < f->blocks->n; i++) {
        const struct block *b = &f->blocks->items[i];

        if (b->evidence->is_kept) {
            w[b->node].n_kept++;
        } else {
            w[b->node].letters += b->m.n_letters;
            w[b->node].linked += b->m.n_linked_letters;
        }
    }
    /* A child has a higher index than its parent. */
    for (uint32_t i = doc->n_nodes; i-- > 1;) {
        struct weight *up = &w[doc->nodes[i].parent];

        up->n_kept += w[i].n_kept;
        up->letters += w[i].letters;
        up->linked += w[i].linked;
    }
}

static void
inherit_down(struct finder *f)
{
    const struct html_doc *doc = f->doc;

    for (uint32_t i = 1; i < doc->n_nodes; i++) {
        const struct weight *up = &f->weights[doc->nodes[i].parent];
        struct weight *w = &f->weights[i];

        w->is_hidden = up->is_hidden || is_hiding(f, doc->nodes[i].tag);
        w->is_figure = up->is_figure || doc->nodes[i].tag == TAG_figure;
        w->is_boxed = up->n_kept > 0 ? w->n_kept == 0 && is_box(w)
                                     : up->is_boxed;
    }
}

static bool
is_in_noscript(const struct html_doc *doc, uint32_t node)
{
    while (node != NO_NODE && doc->nodes[node].tag != TAG_noscript)
        node = doc->nodes[node].parent;
    return node != NO_NODE;
}

static bool
kept_find(struct finder *f)
{
    const struct block *items = f->blocks->items;
    uint32_t n = f->blocks->n;

    while (n > 0 && !items[n - 1].evidence->is_kept)
        n--;
    if (n == 0)
        return false;
    f->last = n - 1;
    for (f->first = 0; !items[f->first].evidence->is_kept;)
        f->first++;
    return true;
}

/* -- which images ---------------------------------------------------------- */

/* 1, 0, 1px: a picture of which nothing is seen. */
static bool
is_tiny(struct str size)
{
    size = str_trim(size);
    return size.len > 0 && (size.ptr[0] == '0' || size.ptr[0] == '1') &&
           (size.len == 1 || (!is_digit(size.ptr[1]) && size.ptr[1] != '%'));
}

/* A file called spacer or pixel, numbers and the like aside; photographs, whose
 * formats are others, may show a telephone of that name. */
static bool
is_spacer(struct str url)
{
    static const struct str names[] = { { "spacer", 6 }, { "pixel", 5 } };
    size_t end = str_find(url, STR("?"), 0), beg = end, dot;
    struct str file, format;

    while (beg > 0 && url.ptr[beg - 1] != '/')
        beg--;
    file = str_slice(url, beg, end);
    for (dot = file.len; dot > 0 && file.ptr[dot - 1] != '.';)
        dot--;
    format = str_slice(file, dot, file.len);
    if (str_ieq(format, STR("jpg")) || str_ieq(format, STR("jpeg")) ||
        str_ieq(format, STR("webp")) || str_ieq(format, STR("avif")))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_ifind(file, names[i], 0) < file.len)
            return true;
    return false;
}

/* Its URL: src, or where a script would load it from. */
static struct str
url_choose(struct targets *t, const struct str *attributes)
{
    struct str url = { NULL, 0 };

    for (int i = IMAGE_SRC; i <= IMAGE_DATA_ORIGINAL && url.len == 0; i++)
        url = targets_image(t, attributes[i]);
    return url;
}

static struct str
alt_clean(struct arena *a, struct str raw)
{
    struct str alt = html_attribute_decode(a, raw);
    struct buf out = buf_new(a, alt.len);

    normalize_text(&out, alt, NORMALIZE_LINE);
    return buf_done(&out);
}

static bool
image_read(struct finder *f, uint32_t node, struct image *image)
{
    struct str attributes[N_IMAGE_ATTRIBUTES];

    if (f->doc->nodes[node].tag != TAG_img || f->weights[node].is_hidden ||
        f->weights[node].is_boxed ||
        !targets_image_read(f->targets, f->doc->nodes[node].src, attributes))
        return false;
    if (is_tiny(attributes[IMAGE_WIDTH]) || is_tiny(attributes[IMAGE_HEIGHT]))
        return false;
    image->url = url_choose(f->targets, attributes);
    if (image->url.len == 0 || is_spacer(image->url))
        return false;
    image->alt = alt_clean(f->targets->arena, attributes[IMAGE_ALT]);
    return true;
}

/* -- the search ------------------------------------------------------------ */

/* The next kept block from i on that starts below the node, or blocks.n. */
static uint32_t
block_below(const struct finder *f, uint32_t node, uint32_t i)
{
    while (i < f->blocks->n && (!f->blocks->items[i].evidence->is_kept ||
                                f->places[i].beg <= node))
        i++;
    return i;
}

static void
image_add(struct finder *f, const struct image *image)
{
    struct images *all = &f->found;

    if (all->n > 0 && str_eq(all->items[all->n - 1].url, image->url))
        return;
    all->items = arena_grow(f->targets->arena, all->items, all->n, &all->cap,
                            sizeof *all->items);
    all->items[all->n++] = *image;
}

/* Where what is directly above the first kept block begins. */
static uint32_t
lead_begin(const struct finder *f)
{
    const struct block *items = f->blocks->items;
    uint32_t i = f->first;
    uint32_t container = layout_container(f->doc, items[i].node);

    while (i > 0 && (items[i - 1].kind == BLOCK_CAPTION ||
                     f->weights[items[i - 1].node].is_figure))
        i--;
    if (i > 0 && f->places[i - 1].end > container)
        return f->places[i - 1].end;
    return container + 1;
}

static void
lead_add(struct finder *f)
{
    struct image image = { .before = f->first };
    uint32_t beg = lead_begin(f), i = f->places[f->first].beg;

    while (i > beg)
        if (image_read(f, --i, &image)) {
            image_add(f, &image);
            return;
        }
}

struct images
images_find(struct targets *t, const struct blocks *blocks)
{
    struct finder f = { .targets = t, .doc = t->doc, .blocks = blocks };
    struct image image;
    uint32_t below;

    if (!kept_find(&f) || !fuel_spend(t->fuel, 2 * (uint64_t)t->doc->n_nodes))
        return f.found;
    f.is_noscript = is_in_noscript(t->doc, blocks->items[f.first].node);
    f.weights = arena_new(t->arena, struct weight, t->doc->n_nodes);
    weigh_up(&f);
    inherit_down(&f);
    f.places = places_find(t->arena, t->doc, blocks);
    lead_add(&f);
    below = f.first;
    for (uint32_t i = f.places[f.first].beg; i < f.places[f.last].end; i++) {
        below = block_below(&f, i, below);
        if (!image_read(&f, i, &image))
            continue;
        image.before = below;
        image_add(&f, &image);
    }
    return f.found;
}

void
image_write(struct buf *out, const struct image *image)
{
    buf_add(out, STR("!["));
    markdown_add_text(out, image->alt);
    markdown_add_target(out, image->url);
    buf_add_char(out, '\n');
}
