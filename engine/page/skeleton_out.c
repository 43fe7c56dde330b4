#include "page/skeleton_out.h"

#include "base/limits.h"
#include "text/utf8.h"

enum {
    /* Bytes of arena that Gumbo and the skeleton's arrays need for one, a
     * little over what was measured. */
    START_COST = 270,
    UNIT_COST = 220,
    END_COST = 64,
    ITEM_COST = 48,

    TAG_ROOM = 16,          /* bytes of "</blockquote>" and the like, rounded */

    /* Code points: from U+00A0, U+0800 and U+10000; the last two of a
     * plane are noncharacters. */
    N_SHORT = 0x800 - 0xA0,
    N_BASIC = 0xD800 - 0x800,
    N_PLANE = 0xFFFE,
    MAX_UNITS = N_SHORT + N_BASIC + 16 * N_PLANE
};

struct shown {
    char text[TAG_ROOM];
    uint8_t len;
};

static const struct shown shown[N_TAGS] = {
    [TAG_UNKNOWN] = { "<x>", 3 },
#define TAG(name, traits) \
    [TAG_##name] = { "<" #name ">", sizeof "<" #name ">" - 1 },
#include "page/tags.inc"
#undef TAG
};

uint32_t
skeleton_char(uint32_t unit)
{
    if (unit < N_SHORT)
        return 0xA0 + unit;
    unit -= N_SHORT;
    if (unit < N_BASIC)
        return 0x800 + unit;
    unit -= N_BASIC;
    return 0x10000 + unit / N_PLANE * 0x10000 + unit % N_PLANE;
}

uint32_t
skeleton_unit(uint32_t cp)
{
    if (cp < 0x800)
        return cp - 0xA0;
    if (cp < 0x10000)
        return cp - 0x800 + N_SHORT;
    cp -= 0x10000;
    return N_SHORT + N_BASIC + cp / 0x10000 * N_PLANE + cp % 0x10000;
}

struct skeleton_out
out_begin(struct arena *a, size_t text_len, struct skeleton *sk)
{
    size_t cap = text_len / 64 + 16;
    struct skeleton_out o = { .arena = a, .sk = sk };

    o.buf = buf_new(a, text_len / 8 + 256);
    o.tags_cap = o.items_cap = o.units_cap = cap;
    sk->tags = arena_raw(a, struct skeleton_tag, cap);
    sk->items = arena_raw(a, struct skeleton_item, cap);
    sk->units = arena_raw(a, uint32_t, cap);
    /* Of the rest a quarter is for the tree's copy. */
    o.room = ((int64_t)ARENA_BASE + ARENA_PER_BYTE * (int64_t)text_len) / 8 * 5;
    return o;
}

/* -- writing -------------------------------------------------------------- */

static char *
buf_tail(struct skeleton_out *o)
{
    if (o->buf.cap - o->buf.len < TAG_ROOM)
        return buf_room(&o->buf, TAG_ROOM);
    return o->buf.ptr + o->buf.len;
}

/* What was written last is neither text nor a link. */
static void
is_other(struct skeleton_out *o)
{
    o->is_joined = false;
    o->is_after_link = false;
}

static void
spend(struct skeleton_out *o, int bytes)
{
    o->room -= bytes;
    if (o->room <= 0)
        o->is_full = true;
}

static void
start_count(struct skeleton_out *o)
{
    if (++o->n_starts == MAX_TAGS)
        o->is_full = true;
}

static void
tag_note(struct skeleton_out *o, size_t at, const struct skeleton_item *element)
{
    struct skeleton *sk = o->sk;

    if (sk->n_tags == o->tags_cap)
        sk->tags = arena_grow(o->arena, sk->tags, sk->n_tags, &o->tags_cap,
                              sizeof *sk->tags);
    sk->tags[sk->n_tags++] =
        (struct skeleton_tag){ (uint32_t)at, element->beg, element->tag };
}

static void
item_add(struct skeleton_out *o, const struct skeleton_item *item)
{
    struct skeleton *sk = o->sk;

    if (sk->n_items == o->items_cap)
        sk->items = arena_grow(o->arena, sk->items, sk->n_items,
                               &o->items_cap, sizeof *sk->items);
    sk->items[sk->n_items++] = *item;
}

static void
unit_write(struct skeleton_out *o, uint32_t unit)
{
    o->buf.len += utf8_put(buf_tail(o), skeleton_char(unit));
    o->is_joined = true;
    o->is_after_link = false;
}

/* The next item belongs to a unit: the last, or a new one. */
static void
unit_join(struct skeleton_out *o)
{
    struct skeleton *sk = o->sk;

    if (o->is_joined)
        return;
    if (sk->n_units == o->units_cap)
        sk->units = arena_grow(o->arena, sk->units, sk->n_units,
                               &o->units_cap, sizeof *sk->units);
    sk->units[sk->n_units] = sk->n_items;
    unit_write(o, sk->n_units++);
    if (sk->n_units == MAX_UNITS - 1)
        o->is_full = true;
    spend(o, UNIT_COST);
}

/* -- tags ----------------------------------------------------------------- */

static void
fold_begin(struct skeleton_out *o, enum tag name)
{
    static const struct skeleton_item nothing = { .kind = ITEM_NONE };

    if (o->n_folds == MAX_FOLDS) {
        memmove(&o->folds[0], &o->folds[1],
                (MAX_FOLDS - 1) * sizeof o->folds[0]);
        o->n_folds--;
    }
    o->folds[o->n_folds++] = (struct fold){
        .at = (uint32_t)o->buf.len, .item = o->sk->n_items, .name = name,
        .was_joined = o->is_joined
    };
    item_add(o, &nothing);
}

void
out_start(struct skeleton_out *o, const struct skeleton_item *element,
          enum tag name, bool is_foldable)
{
    if (is_foldable)
        fold_begin(o, name);
    else
        o->n_folds = 0;
    tag_note(o, o->buf.len, element);
    memcpy(buf_tail(o), shown[name].text, TAG_ROOM);
    o->buf.len += shown[name].len;
    is_other(o);
    start_count(o);
    spend(o, START_COST);
}

void
out_end(struct skeleton_out *o, enum tag name)
{
    char *p = buf_tail(o);

    p[0] = '<';
    p[1] = '/';
    memcpy(p + 2, shown[name].text + 1, TAG_ROOM - 2);
    o->buf.len += shown[name].len + 1u;
    o->n_folds = 0;
    is_other(o);
    /* These two make an element when none is open. */
    spend(o, name == TAG_p || name == TAG_br ? START_COST : END_COST);
}

bool
out_fold(struct skeleton_out *o, enum tag name)
{
    static const struct skeleton_item close = { .kind = ITEM_CLOSE };
    struct skeleton *sk = o->sk;
    struct skeleton_item *open;
    struct fold *fold;

    if (o->n_folds == 0 || o->folds[o->n_folds - 1].name != name)
        return false;
    fold = &o->folds[--o->n_folds];
    open = &sk->items[fold->item];
    sk->n_tags--;
    *open = (struct skeleton_item){ .kind = ITEM_OPEN,
                                    .beg = sk->tags[sk->n_tags].src,
                                    .tag = (uint8_t)sk->tags[sk->n_tags].tag };
    o->room += START_COST - 2 * ITEM_COST;

    /* A unit in it becomes the element's, or is one with that before it. */
    o->buf.len = fold->at;
    if (o->is_joined)
        sk->n_units--;
    o->is_joined = fold->was_joined;
    if (!o->is_joined) {
        uint32_t n_items = sk->n_items;

        sk->n_items = fold->item;
        unit_join(o);
        sk->n_items = n_items;
    }
    item_add(o, &close);
    return true;
}

void
out_leaf(struct skeleton_out *o, const struct skeleton_item *element)
{
    struct skeleton_item leaf = *element;

    leaf.kind = ITEM_LEAF;
    unit_join(o);
    item_add(o, &leaf);
    start_count(o);
    spend(o, ITEM_COST);
}

void
out_link(struct skeleton_out *o, const struct skeleton_item *element)
{
    if (o->is_after_link) {
        tag_note(o, o->buf.len - shown[TAG_link].len, element);
        start_count(o);
        spend(o, ITEM_COST);
        return;
    }
    out_start(o, element, TAG_link, false);
    o->is_after_link = true;
}

/* -- text ----------------------------------------------------------------- */

void
out_run(struct skeleton_out *o, const struct skeleton_item *run)
{
    unit_join(o);
    item_add(o, run);
    o->sk->n_runs++;
}

void
out_blank(struct skeleton_out *o)
{
    *buf_tail(o) = ' ';
    o->buf.len++;
    o->n_folds = 0;
    is_other(o);
}

void
out_comment(struct skeleton_out *o)
{
    memcpy(buf_tail(o), "<!>", 3);
    o->buf.len += 3;
    o->n_folds = 0;
    is_other(o);
    spend(o, UNIT_COST);
}

void
out_finish(struct skeleton_out *o)
{
    memset(buf_tail(o), 0, TAG_ROOM);
    o->sk->html = buf_str(&o->buf);
}
