#include "page/open_elements.h"

#include "page/open_parts.h"

/* All but the entries, which are written before they are read. */
void
open_elements_begin(struct open_elements *o)
{
    size_t head = offsetof(struct open_elements, n);

    memset((char *)o + head, 0, sizeof *o - head);
    o->form = NO_FORM;
}

/* -- entries -------------------------------------------------------------- */

void
open_push(struct open_elements *o, unsigned tag, bool is_sure)
{
    struct open_element *e;

    if (open_kinds[tag] & FORMATTING) {
        o->n_formatting++;
        if (o->n_open[tag] + o->dangling[open_slots[tag]] >= MAX_DANGLING) {
            open_unlist(o, tag);
            if (o->dangling[open_slots[tag]] > 0)
                o->has_stray = true;
        }
    }
    e = &o->items[o->n++];
    e->tag = (uint8_t)tag;
    e->is_sure = is_sure && !o->has_frameset;
    e->is_listed = e->is_sure && open_kinds[tag] & FORMATTING;
    e->time = ++o->time;
    o->n_open[tag]++;
    if (open_kinds[tag] & FORMATTING && !e->is_sure)
        open_dangle(o, tag);
    if (open_kinds[tag] & MARKER && e->is_sure)
        open_dangling_hide(o, e);
}

/* Counts without entry i, which is about to go. */
static void
entry_forget(struct open_elements *o, uint32_t i)
{
    unsigned tag = o->items[i].tag;

    o->n_open[tag]--;
    if (open_kinds[tag] & FORMATTING)
        o->n_formatting--;
    if (o->form == i)
        o->form = NO_FORM;
    o->has_closed = true;
}

void
open_remove(struct open_elements *o, uint32_t i)
{
    entry_forget(o, i);
    if (o->form != NO_FORM && o->form > i)
        o->form--;
    o->n--;
    memmove(&o->items[i], &o->items[i + 1], (o->n - i) * sizeof o->items[0]);
}

/* A cell or caption clears the formatting list to the last marker. One of an
 * object between takes the clearing on itself: the cell's marker stays, what is
 * listed below hides behind it, and from then on no clearing hits the marker
 * that it is meant for. */
void
open_close_above(struct open_elements *o, uint32_t n)
{
    while (o->n > n) {
        const struct open_element *e = &o->items[o->n - 1];

        entry_forget(o, o->n - 1);
        o->n--;
        if (open_kinds[e->tag] & FORMATTING)
            open_dangle(o, e->tag);
        if (!(open_kinds[e->tag] & MARKER))
            continue;
        if (!e->is_sure || !(open_kinds[e->tag] & PART)) {
            o->has_stray = true;
            open_unlist(o, 0);
        }
        if (e->is_listed)
            open_dangling_restore(o, e);
    }
}

void
open_close_to(struct open_elements *o, uint32_t i)
{
    const struct open_element *e = &o->items[i];

    if (i + 1 < o->n)
        open_close_above(o, i + 1);
    entry_forget(o, i);
    o->n--;
    if (open_kinds[e->tag] & MARKER && !e->is_sure)
        o->has_stray = true;
    if (open_kinds[e->tag] & MARKER && e->is_listed)
        open_dangling_restore(o, e);
}

void
open_doubt(struct open_elements *o, uint32_t i)
{
    struct open_element *e = &o->items[i];

    if (!e->is_sure)
        return;
    e->is_sure = false;
    if (open_kinds[e->tag] & FORMATTING)
        open_dangle(o, e->tag);
}

void
open_doubt_from(struct open_elements *o, uint32_t i)
{
    for (; i < o->n; i++)
        open_doubt(o, i);
}

/* -- looking for what a tag closes ---------------------------------------- */

/* Close what the hunt finds. The first match is closed if it is sure and so is
 * what was passed. A match on top goes even when it is doubtful, since nothing
 * else can be lost with it; then the tag may have closed a lower one. */
void
open_hunt(struct open_elements *o, struct hunt h)
{
    uint32_t lowest = NOT_FOUND;

    for (uint32_t i = o->n; i-- > 0;) {
        const struct open_element *e = &o->items[i];
        bool is_sure = e->is_sure;

        if (e->tag == h.tag || open_kinds[e->tag] & h.matches) {
            if (!h.is_doubtful && (is_sure || i + 1 == o->n))
                open_close_to(o, i);
            else
                lowest = i;
        } else if (!(open_kinds[e->tag] & h.stops)) {
            continue;
        }
        if (is_sure)
            break;
        h.is_doubtful = true;
    }
    if (lowest != NOT_FOUND)
        open_doubt_from(o, lowest);
}

void
open_close_p(struct open_elements *o, bool is_doubtful)
{
    if (o->n_open[TAG_p] > 0)
        open_hunt(o, (struct hunt){ TAG_p, 0, SCOPE | BUTTON | SELECT,
                                    is_doubtful });
}

/* "Generate implied end tags". */
static void
doubt_implied(struct open_elements *o)
{
    for (uint32_t i = o->n; i-- > 0;) {
        if (open_kinds[o->items[i].tag] & IMPLIED)
            open_doubt(o, i);
        else if (o->items[i].is_sure)
            return;
    }
}

/* Close the current node if it is `tag` or has one of `matches`. That is the
 * top entry unless that is doubtful or a clone stands above it. */
static void
close_top(struct open_elements *o, unsigned tag, uint32_t matches)
{
    bool is_doubtful = o->n_dangling > 0 || o->has_stray;

    for (uint32_t i = o->n; i-- > 0; is_doubtful = true) {
        bool is_sure = o->items[i].is_sure;
        bool is_match = o->items[i].tag == tag ||
                        (open_kinds[o->items[i].tag] & matches) != 0;

        if (is_match && !is_doubtful)
            open_close_to(o, i);
        else if (is_match)
            open_doubt(o, i);
        if (is_sure)
            return;
    }
}

/* -- the rest ------------------------------------------------------------- */

/* The form pointer is null again. A form that is open goes from between its
 * neighbours, unless it is out of scope: then it stays and no end tag will
 * name it any more. */
static bool
form_end(struct open_elements *o)
{
    uint32_t i = o->n;

    if (!o->has_form)
        return false;
    o->has_form = false;
    if (o->form == NO_FORM)
        return true;
    while (i > o->form + 1 &&
           !(open_kinds[o->items[i - 1].tag] & (SCOPE | SELECT)))
        i--;
    if (i == o->form + 1) {
        open_remove(o, o->form);
        doubt_implied(o);
    }
    o->form = NO_FORM;
    return true;
}

static void
form_start(struct open_elements *o)
{
    if (o->has_form)
        return;
    open_close_p(o, o->n_open[TAG_table] > 0);
    open_push(o, TAG_form, false);
    o->has_form = true;
    o->form = o->n - 1;
}

/* What the start tag closes. */
static void
implied_ends(struct open_elements *o, unsigned tag)
{
    if (tag == TAG_table)
        open_table_start(o);
    else if (tag == TAG_li && o->n_open[TAG_li] > 0)
        open_hunt(o, (struct hunt){ TAG_li, 0, BOUNDS_ITEM, false });
    else if (open_kinds[tag] & ITEM)
        open_hunt(o, (struct hunt){ tag, ITEM, BOUNDS_ITEM, false });
    else if (tag == TAG_button && o->n_open[TAG_button] > 0)
        open_hunt(o, (struct hunt){ tag, 0, SCOPE | SELECT, false });
    else if (tag == TAG_a)
        open_link_start(o);
    else if (tag == TAG_nobr)
        open_formatting_end(o, tag);
    else if (tag == TAG_option || tag == TAG_optgroup)
        close_top(o, TAG_option, 0);
    else if (open_kinds[tag] & IMPLIED && o->n_open[TAG_ruby] > 0 &&
             tag != TAG_p)
        doubt_implied(o);

    if (open_kinds[tag] & CLOSES_P)
        open_close_p(o, false);
    if (open_kinds[tag] & HEADING)
        close_top(o, tag, HEADING);
}

/* Whether a column group is the current node, which any end tag ends. */
static bool
ends_columns(const struct open_elements *o)
{
    return o->n > 0 && o->items[o->n - 1].tag == TAG_colgroup;
}

/* Whether there is room for one more; else the bound that is met is noted. */
static bool
has_room(struct open_elements *o, unsigned tag)
{
    if (o->n >= MAX_DEPTH) {
        o->limits |= LIMIT_DEPTH;
        return false;
    }
    if (open_kinds[tag] & FORMATTING && o->n_formatting == MAX_FORMATTING) {
        o->limits |= LIMIT_FORMATTING;
        return false;
    }
    return true;
}

bool
open_elements_start(struct open_elements *o, enum tag tag)
{
    bool is_leaf = (open_kinds[tag] & LEAF) != 0;

    if (!is_leaf && !has_room(o, tag))
        return false;
    if (o->n_open[TAG_select] > 0) {
        open_select_start(o, tag);
    } else if (open_kinds[tag] & PART) {
        open_part_start(o, tag);
    } else if (tag == TAG_form) {
        form_start(o);
    } else if (tag == TAG_frameset) {
        o->has_frameset = true;
        open_doubt_from(o, 0);
        open_push(o, tag, false);
    } else {
        if (open_kinds[tag] & ~(uint32_t)LEAF)
            implied_ends(o, tag);
        /* In the head a noscript ends at what does not belong there. */
        if (!is_leaf)
            open_push(o, tag, tag != TAG_noscript || o->has_body);
        if (!is_leaf && tag != TAG_noscript)
            o->has_body = true;
    }
    return true;
}

/* Whether nothing that the end tag could close is open. */
static bool
is_closed(const struct open_elements *o, unsigned tag)
{
    if (o->n_open[tag] > 0)
        return false;
    if (open_kinds[tag] & HEADING)
        for (int heading = TAG_h1; heading <= TAG_h6; heading++)
            if (o->n_open[heading] > 0)
                return false;
    return true;
}

/* What bounds the search for an end tag's element. */
static uint32_t
end_bounds(unsigned tag)
{
    uint32_t kinds = open_kinds[tag];

    if (tag == TAG_li)
        return SCOPE | LIST | SELECT;
    if (kinds & (TABLE | PART))
        return open_part_bounds(tag);
    if (kinds & MARKER)
        return TABLE | SELECT;      /* the standard has SCOPE, Gumbo not */
    if (kinds & (BLOCK | HEADING))
        return SCOPE | SELECT;
    return SPECIAL;
}

/* The usual case: the end tag of the current node. */
static bool
is_top(const struct open_elements *o, unsigned tag)
{
    const struct open_element *top;

    if (o->n == 0)
        return false;
    top = &o->items[o->n - 1];
    return top->tag == tag && top->is_sure &&
           !(open_kinds[tag] & FORMATTING);
}

bool
open_elements_end(struct open_elements *o, enum tag tag)
{
    if (is_top(o, tag)) {
        open_close_to(o, o->n - 1);
        return true;
    }
    if (open_select_is_sure(o))
        return open_select_end(o, tag);
    switch (tag) {
    case TAG_p:
        open_close_p(o, false);
        return true;
    case TAG_html: case TAG_head: case TAG_body: case TAG_br:
        return true;
    case TAG_form:
        return form_end(o) || ends_columns(o);
    default:
        break;
    }
    if (open_kinds[tag] & FORMATTING)
        return open_formatting_end(o, tag) || ends_columns(o);
    if (is_closed(o, tag))
        return ends_columns(o);
    open_hunt(o, (struct hunt){ tag, open_kinds[tag] & HEADING,
                                end_bounds(tag), false });
    return true;
}
