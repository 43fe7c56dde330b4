/* open_formatting.c - formatting elements among the open ones.
 *
 * What the adoption agency (HTML 13.2.6.4.7) takes out, and which elements
 * dangle: closed by something else's end, still in the list of active
 * formatting elements (13.2.4.3), and so cloned wherever text follows. See
 * open_elements.h.
 */
#include "page/open_parts.h"

/* -- what dangles --------------------------------------------------------- */

void
open_dangle(struct open_elements *o, unsigned tag)
{
    uint8_t slot = open_slots[tag];

    if (o->dangling[slot] < MAX_DANGLING) {
        o->dangling[slot]++;
        o->n_dangling++;
    }
    o->dangling_time[slot] = ++o->time;
}

static void
dangle_less(struct open_elements *o, uint8_t slot)
{
    o->dangling[slot]--;
    o->n_dangling--;
}

void
open_dangling_hide(struct open_elements *o, struct open_element *marker)
{
    memcpy(marker->hidden, o->dangling, sizeof o->dangling);
    memset(o->dangling, 0, sizeof o->dangling);
    o->n_dangling = 0;
    marker->is_listed = true;
}

/* What dangles inside may go on, too, once ends and markers no longer go in
 * pairs. */
void
open_dangling_restore(struct open_elements *o,
                      const struct open_element *marker)
{
    o->n_dangling = 0;
    for (int slot = 0; slot < N_FORMATTING_TAGS; slot++) {
        int n = marker->hidden[slot];

        if (o->has_stray)
            n += o->dangling[slot];
        o->dangling[slot] = (uint8_t)(n < MAX_DANGLING ? n : MAX_DANGLING);
        o->n_dangling += o->dangling[slot];
    }
}

void
open_unlist(struct open_elements *o, unsigned tag)
{
    for (uint32_t i = 0; i < o->n; i++)
        if (open_kinds[o->items[i].tag] & FORMATTING &&
            (tag == 0 || o->items[i].tag == tag))
            o->items[i].is_listed = false;
}

/* Doubt what the adoption agency may take out when it closes a clone whose
 * place is not known. */
static void
doubt_inline(struct open_elements *o)
{
    for (uint32_t i = o->n; i-- > 0;) {
        const struct open_element *e = &o->items[i];

        if (open_kinds[e->tag] & (SCOPE | SELECT) && e->is_sure)
            return;
        if (!(open_kinds[e->tag] & SPECIAL))
            open_doubt(o, i);
    }
}

/* -- end tags ------------------------------------------------------------- */

/* Of the adoption agency: then it leaves things as they are. */
enum { MAX_ROUNDS = 8, MAX_INNER_ROUNDS = 3 };

/* The adoption agency (13.2.6.4.7) on entry i, which it surely finds: i goes,
 * and so does what stands above but for special elements. Where it is at work
 * for more than a few rounds it leaves some of that, and a clone of i. */
static void
adopt(struct open_elements *o, uint32_t i)
{
    unsigned tag = o->items[i].tag;
    uint32_t n_special = 0, n_inline;
    bool is_short;

    open_remove(o, i);
    for (uint32_t k = i; k < o->n; k++)
        n_special += (open_kinds[o->items[k].tag] & SPECIAL) != 0;
    n_inline = o->n - i - n_special + o->n_dangling;
    is_short = n_special < MAX_ROUNDS && n_inline <= MAX_INNER_ROUNDS;
    while (i < o->n) {
        unsigned above = o->items[i].tag;

        if (!(open_kinds[above] & SPECIAL) && (is_short || n_special == 0)) {
            open_remove(o, i);
            if (open_kinds[above] & FORMATTING)
                open_dangle(o, above);
        } else {
            if (!(open_kinds[above] & SPECIAL))
                open_doubt(o, i);
            i++;
        }
    }
    if (n_special >= MAX_ROUNDS)
        open_dangle(o, tag);
}

/* Whether a clone may outlive its end tag: out of scope behind a table, or
 * below more special elements than the adoption agency has rounds for. */
static bool
clone_may_stay(const struct open_elements *o)
{
    uint32_t n_special = 0;

    for (uint32_t i = o->n; i-- > 0;) {
        if (open_kinds[o->items[i].tag] & TABLE)
            return true;
        if (open_kinds[o->items[i].tag] & MARKER && o->items[i].is_sure)
            break;
        n_special += (open_kinds[o->items[i].tag] & SPECIAL) != 0;
    }
    return n_special >= MAX_ROUNDS;
}

bool
open_formatting_end(struct open_elements *o, unsigned tag)
{
    uint8_t slot = open_slots[tag];
    uint32_t lowest = NOT_FOUND;
    bool is_doubtful = false, is_found = false;

    for (uint32_t i = o->n_open[tag] ? o->n : 0; i-- > 0;) {
        const struct open_element *e = &o->items[i];
        bool is_sure = e->is_sure;

        if (e->tag == tag) {
            /* One that dangles since is later in the list and goes first. */
            bool is_last = o->dangling[slot] == 0 ||
                           o->dangling_time[slot] < e->time;

            is_found = true;
            is_last = is_last && e->is_listed && !is_doubtful;
            if (is_last && i + 1 == o->n)
                open_close_to(o, i);
            else if (is_last && is_sure)
                adopt(o, i);
            else
                lowest = i;
        } else if (!(open_kinds[e->tag] & (SCOPE | SELECT))) {
            continue;
        }
        if (is_sure && lowest == NOT_FOUND && is_found)
            return true;
        if (is_sure)
            break;
        is_doubtful = true;
    }
    if (lowest != NOT_FOUND)
        open_doubt_from(o, lowest);
    if (o->dangling[slot] > 0) {
        if (!clone_may_stay(o))
            dangle_less(o, slot);
    } else if (is_found || !o->has_stray) {
        return is_found;
    }
    doubt_inline(o);
    return true;
}

/* A link that starts takes one that is listed off the stack, even where that is
 * out of scope. */
void
open_link_start(struct open_elements *o)
{
    open_formatting_end(o, TAG_a);
    for (uint32_t i = o->n_open[TAG_a] ? o->n : 0; i-- > 0;) {
        if (open_kinds[o->items[i].tag] & MARKER && o->items[i].is_sure)
            return;
        if (o->items[i].tag == TAG_a)
            open_doubt(o, i);
    }
}

/* -- for the skeleton ----------------------------------------------------- */

bool
open_elements_take_as_text(const struct open_elements *o, enum tag tag)
{
    uint32_t kinds = open_kinds[tag];
    uint32_t n_listed;

    if (o->n_open[TAG_select] > 0 || o->has_frameset)
        return false;
    if (kinds & FORMATTING) {
        n_listed = o->n_open[tag] + o->dangling[open_slots[tag]];
        if (tag == TAG_a)
            return n_listed == 0;
        return tag != TAG_nobr && n_listed < MAX_DANGLING;
    }
    return kinds == 0 || kinds & AS_TEXT ||
           (kinds & AS_BARE_TEXT && o->n_dangling == 0);
}

enum tag
open_elements_forget(struct open_elements *o)
{
    for (int tag = 1; o->n_dangling > 0 && tag < N_TAGS; tag++) {
        uint8_t slot = open_slots[tag];

        if (!(open_kinds[tag] & FORMATTING) || o->dangling[slot] == 0)
            continue;
        dangle_less(o, slot);
        doubt_inline(o);
        return (enum tag)tag;
    }
    return TAG_UNKNOWN;
}
