#include "judge/html_moves.h"

#include "judge/weights.h"

enum { MIN_ANCHOR_WORDS = 10 };

static enum move_class
move_class_from(const struct layout *l, uint32_t anchor, uint32_t previous,
                uint32_t container)
{
    uint32_t up;

    if (anchor == NO_NODE)
        return MOVES_ANY;
    if (container == anchor)
        return previous == anchor ? MOVES_INSIDE : MOVES_BACK;
    if (layout_is_below(l->doc, container, anchor))
        return MOVES_BELOW;
    up = l->doc->nodes[anchor].parent;
    if (up != NO_NODE && layout_is_below(l->doc, container, up))
        return MOVES_BESIDE;
    return MOVES_ELSEWHERE;
}

void
html_moves_classify(const struct layout *l, struct blocks *blocks)
{
    uint32_t anchor = NO_NODE, previous = NO_NODE;

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];
        uint32_t container = l->nodes[b->node].line_container;

        b->evidence->move_class =
            (uint8_t)move_class_from(l, anchor, previous, container);
        previous = container;
        if (b->evidence->is_good && b->m.n_words >= MIN_ANCHOR_WORDS)
            anchor = container;
    }
}
