/* open_elements.h - a bound on what the tree builder has open.
 *
 * Gumbo's cost is quadratic in the depth of its stack of open elements, and a
 * page decides how deep that gets. This is a model of that stack which errs on
 * one side only: every element that Gumbo has open is in it, in the same
 * order. (Implied elements and clones of formatting elements are not; of those
 * there are at most as many again and MAX_FORMATTING.)
 *
 * An entry is *sure* while Gumbo certainly has the element open. An end tag, or
 * a start tag that implies one, takes entries out where that follows from the
 * standard's rules (13.2.6.4) and the entries it depends on are sure. Where it
 * depends on doubtful ones nothing is taken out and doubt spreads. So a page
 * that misleads the model only makes it fuller. Measured beside Gumbo's own
 * stack: on 1,000,000 random pages of 40 tags nothing was missed, on 300,000
 * of 90 tags one element on each of five. On 1,079 real pages it was
 * exact to the end.
 *
 * Formatting elements that are closed by something else's end come back as
 * clones wherever text follows; they are counted as dangling, since they cost
 * Gumbo work and their end tags still mean something. Written without
 * attributes they are equal, so the Noah's Ark clause lets at most
 * three of a name dangle.
 */
#ifndef LUBB_PAGE_OPEN_ELEMENTS_H
#define LUBB_PAGE_OPEN_ELEMENTS_H

#include "base/limits.h"
#include "page/tags.h"

enum { N_FORMATTING_TAGS = 14, MAX_DANGLING = 3 };

struct open_element {
    uint8_t tag;
    bool is_sure;       /* Gumbo has it open */
    bool is_listed;     /* formatting: it is surely in the active list */
    uint32_t time;      /* when it was opened */
    uint8_t hidden[N_FORMATTING_TAGS];  /* markers: what dangled outside */
};

struct open_elements {
    struct open_element items[MAX_DEPTH + 2];   /* a cell brings two */
    uint32_t n;
    uint16_t n_open[N_TAGS];            /* in items, by tag */
    uint32_t n_formatting;              /* in items */

    uint8_t dangling[N_FORMATTING_TAGS];
    uint32_t dangling_time[N_FORMATTING_TAGS];
    uint32_t n_dangling;                /* sum of dangling */
    uint32_t time;

    uint32_t form;          /* index of the element that the form pointer
                             * names, or NO_FORM */
    bool has_form;          /* the form pointer is set */
    bool has_body;          /* something was shown that stands in a body */
    bool has_stray;         /* a marker or clone outlived its element */
    bool has_frameset;      /* nothing is sure any more */
    bool has_closed;        /* elements were closed since clones were counted */
    uint32_t limits;        /* enum limit bits that were met */
};

#define NO_FORM UINT32_MAX

void open_elements_begin(struct open_elements *o);

/* Note the start tag `tag`, void or not. False when it must be left out:
 * a bound is met (o->limits says which). */
bool open_elements_start(struct open_elements *o, enum tag tag);

/* Note the end tag `tag`. False when it can have no effect and is better left
 * out: nothing of the name is open. */
bool open_elements_end(struct open_elements *o, enum tag tag);

/* Whether `tag`, with nothing but text and such elements in it, goes where a
 * character would go, and nothing else of the tree depends on it. */
bool open_elements_take_as_text(const struct open_elements *o, enum tag tag);

/* How many clones of dangling elements the text or tag that comes next makes at
 * most. */
static inline uint32_t
open_elements_clones(struct open_elements *o)
{
    bool has_closed = o->has_closed;

    o->has_closed = false;
    return has_closed ? o->n_dangling : 0;
}

/* Take one formatting element off those that dangle: its tag, whose end tag
 * must then be shown, or TAG_UNKNOWN when none does. */
enum tag open_elements_forget(struct open_elements *o);

#endif
