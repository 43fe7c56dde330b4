#include "judge/html_view.h"

#include "judge/lookalike.h"
#include "judge/prose.h"
#include "judge/scope.h"

/* Prose outside menus, forms and what announces itself as something else. */
static bool
is_good(const struct html_view *v, const struct block *b, uint32_t index)
{
    const struct layout_node *n = &v->layout.nodes[b->node];

    return prose_is_text(b) && v->scopes[index] == SCOPE_NONE &&
           !(n->zones & (ZONE_NAV | ZONE_FOOTER | ZONE_FORM)) &&
           !(n->inherited & (CLASS_COMMENTS | CLASS_RELATED |
                             CLASS_NAVIGATION | CLASS_EDGE));
}

void
html_view_find(struct arena *a, const struct html_doc *doc,
               struct blocks *blocks, const struct page_facts *facts,
               struct html_view *view)
{
    layout_measure(a, doc, blocks, &view->layout);
    view->scopes = scope_find(a, &view->layout, blocks);
    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];

        b->evidence->is_good = is_good(view, b, i);
    }
    layout_weigh_good(&view->layout, blocks);
    headline_find(a, &view->layout, blocks, facts, &view->headline);
    view->looks = lookalike_find(a, &view->layout, view->headline.matches,
                                 blocks);
}
