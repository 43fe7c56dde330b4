/* open_tables.c - the open elements inside tables and select.
 *
 * Parts of tables clear the stack back to where they belong and bring what is
 * missing between (HTML 13.2.6.4.9 to 15); select ignores nearly everything
 * (13.2.6.4.16). See open_elements.h.
 */
#include "page/open_parts.h"

/* -- tables --------------------------------------------------------------- */

/* Index of the highest entry above `floor` with one of `matches`; `floor` when
 * there is none. */
static uint32_t
highest(const struct open_elements *o, uint32_t floor, uint32_t matches)
{
    uint32_t i = o->n - 1;

    while (i > floor && !(open_kinds[o->items[i].tag] & matches))
        i--;
    return i;
}

/* Index of the nearest table; where that is doubtful, of the lowest that may
 * be meant. There is one. */
static uint32_t
table_nearest(const struct open_elements *o)
{
    uint32_t lowest = o->n;

    for (uint32_t i = o->n; i-- > 0;) {
        if (!(open_kinds[o->items[i].tag] & TABLE))
            continue;
        lowest = i;
        if (o->items[i].is_sure)
            break;
    }
    return lowest;
}

/* The row that a cell, or the body that a row starts in. */
static uint32_t
part_context(const struct open_elements *o, uint32_t table, unsigned tag)
{
    uint32_t i;

    if (tag == TAG_td || tag == TAG_th) {
        for (i = o->n - 1; i > table; i--)
            if (o->items[i].tag == TAG_tr)
                return i;
    }
    if (tag == TAG_td || tag == TAG_th || tag == TAG_tr)
        return highest(o, table, ROWS);
    return table;
}

uint32_t
open_part_bounds(unsigned tag)
{
    return open_kinds[tag] & TABLE ? 0 : TABLE | CAPTION;
}

/* Whether the nearest table is the one to take for sure. */
static bool
table_is_sure(const struct open_elements *o, uint32_t table)
{
    return o->items[table].is_sure && o->n_open[TAG_select] == 0 &&
           highest(o, table, TABLE) == table;
}

/* Clears the stack back to where it belongs; outside tables it is ignored. */
void
open_part_start(struct open_elements *o, unsigned tag)
{
    uint32_t table, context;
    bool is_cell = tag == TAG_td || tag == TAG_th;

    if (o->n_open[TAG_table] == 0)
        return;
    table = table_nearest(o);
    if (!table_is_sure(o, table)) {
        open_doubt_from(o, table + 1);
        open_push(o, tag == TAG_col ? TAG_colgroup : tag, false);
        return;
    }
    if (tag == TAG_col && o->items[o->n - 1].tag == TAG_colgroup)
        return;
    context = part_context(o, table, tag);
    open_close_above(o, context + 1);
    if (context == table && (is_cell || tag == TAG_tr))
        open_push(o, TAG_tbody, true);
    if (is_cell && o->items[context].tag != TAG_tr)
        open_push(o, TAG_tr, true);
    /* A column group ends at whatever else comes, so it is never sure. */
    if (tag == TAG_col || tag == TAG_colgroup)
        open_push(o, TAG_colgroup, false);
    else
        open_push(o, tag, true);
}

/* A table that starts between the parts of another one closes that. */
void
open_table_start(struct open_elements *o)
{
    const struct open_element *part;

    if (o->n_open[TAG_table] > 0) {
        part = &o->items[highest(o, 0, TABLE | PART)];
        if (!part->is_sure || !(open_kinds[part->tag] & (CELL | CAPTION)))
            open_hunt(o, (struct hunt){ TAG_table, 0, CELL | CAPTION,
                                        false });
    }
    /* In quirks mode a paragraph goes on around a table. */
    open_close_p(o, true);
}

/* -- select --------------------------------------------------------------- */

static uint32_t
select_nearest(const struct open_elements *o)
{
    return highest(o, 0, SELECT);
}

bool
open_select_is_sure(const struct open_elements *o)
{
    return o->n_open[TAG_select] > 0 && o->items[select_nearest(o)].is_sure;
}

/* Most start tags are ignored in a select (13.2.6.4.16). */
void
open_select_start(struct open_elements *o, unsigned tag)
{
    bool is_sure = open_select_is_sure(o);

    if (tag == TAG_select || tag == TAG_input || tag == TAG_keygen ||
        tag == TAG_textarea) {
        open_hunt(o, (struct hunt){ TAG_select, 0, 0, false });
        if (tag == TAG_select && !is_sure)
            open_push(o, tag, false);
        return;
    }
    if (is_sure && (tag == TAG_option || tag == TAG_optgroup)) {
        if (o->items[o->n - 1].tag == TAG_option)
            open_close_to(o, o->n - 1);
        if (tag == TAG_optgroup && o->items[o->n - 1].tag == TAG_optgroup)
            open_close_to(o, o->n - 1);
        open_push(o, tag, true);
        return;
    }
    if (is_sure &&
        !(open_kinds[tag] & (TABLE | PART) && o->n_open[TAG_table] > 0))
        return;
    open_doubt_from(o, 0);
    if (!(open_kinds[tag] & LEAF))
        open_push(o, tag == TAG_col ? TAG_colgroup : tag, false);
}

bool
open_select_end(struct open_elements *o, unsigned tag)
{
    unsigned top = o->items[o->n - 1].tag;
    uint32_t n = o->n;

    if (tag == TAG_select) {
        open_close_to(o, select_nearest(o));
    } else if (tag == TAG_option && top == TAG_option) {
        open_close_to(o, o->n - 1);
    } else if (tag == TAG_optgroup) {
        if (top == TAG_option && o->items[o->n - 2].tag == TAG_optgroup)
            open_close_to(o, o->n - 1);
        if (o->items[o->n - 1].tag == TAG_optgroup)
            open_close_to(o, o->n - 1);
    } else if (open_kinds[tag] & (TABLE | PART) && o->n_open[tag] > 0) {
        open_hunt(o, (struct hunt){ tag, 0, open_part_bounds(tag), false });
        return true;
    }
    return o->n < n;
}

