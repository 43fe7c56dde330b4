#include "page/places.h"

uint32_t
place_run(const struct html_doc *doc, uint32_t from, uint32_t src)
{
    /* White space before a run is left out of it, but copied where it is one
     * plain space. */
    while (from < doc->n_runs && (src + 1 < doc->runs[from].beg ||
                                  src >= doc->runs[from].end))
        from++;
    return from;
}

/* Behind the last run there is no text that a node could stand above. */
static uint32_t
node_behind(const struct html_doc *doc, uint32_t run)
{
    return run < doc->n_runs ? doc->runs[run].before : doc->n_nodes;
}

struct place *
places_find(struct arena *a, const struct html_doc *doc,
            const struct blocks *blocks)
{
    struct place *places = arena_raw(a, struct place, blocks->n);
    uint32_t run = 0;

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        run = place_run(doc, run, b->runs[0].src);
        places[i].beg = node_behind(doc, run);
        run = place_run(doc, run, b->runs[b->n_runs - 1].src);
        places[i].end = node_behind(doc, run);
    }
    return places;
}
