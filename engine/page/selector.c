/* selector.c - matching: right to left, one element at a time.
 *
 * Going left from an element, '>' and '+' leave no choice. ' ' and '~' do, and
 * the nearest element is tried first: one further off can only see fewer
 * ancestors or siblings. So after a failure only the last choice of each kind
 * is taken up again, and a match needs no stack.
 */
#include "page/selector.h"

#include "page/selector_simple.h"

struct matcher {
    const struct selector *s;
    struct element_index *x;
};

struct str
selector_attribute(const struct selector *selector)
{
    return selector->attribute;
}

/* -- compounds ------------------------------------------------------------- */

/* A compound inside :is or :not, which holds neither. */
static bool
inner_fits(const struct matcher *m, const struct compound *c, uint32_t node)
{
    for (uint32_t i = c->beg; i < c->end; i++)
        if (!simple_fits(m->x, &m->s->inner_simples[i], node))
            return false;
    return true;
}

static bool
any_inner_fits(const struct matcher *m, const struct simple *s, uint32_t node)
{
    for (uint32_t i = s->beg; i < s->end; i++)
        if (inner_fits(m, &m->s->inners[i], node))
            return true;
    return false;
}

static bool
compound_fits(const struct matcher *m, uint32_t compound, uint32_t node)
{
    const struct compound *c = &m->s->compounds[compound];

    if (fuel_is_out(m->x->fuel))
        return false;
    for (uint32_t i = c->beg; i < c->end; i++) {
        const struct simple *s = &m->s->simples[i];
        bool fits;

        if (s->kind == SIMPLE_IS || s->kind == SIMPLE_NOT)
            fits = any_inner_fits(m, s, node) == (s->kind == SIMPLE_IS);
        else
            fits = simple_fits(m->x, s, node);
        if (!fits)
            return false;
    }
    return !fuel_is_out(m->x->fuel);
}

/* -- combinators ----------------------------------------------------------- */

/* A choice that may be taken up again: compound i was matched at node. */
struct choice {
    bool is_open;
    uint32_t i, node;
};

static uint32_t
step_left(const struct matcher *m, char combinator, uint32_t node)
{
    if (combinator == '>' || combinator == ' ')
        return m->x->doc->nodes[node].parent;
    return element_place(m->x, node)->previous;
}

/* The next element to the left, by steps of the combinator, that compound i
 * fits. */
static uint32_t
search_left(const struct matcher *m, char combinator, uint32_t i,
            uint32_t node)
{
    do
        node = step_left(m, combinator, node);
    while (node != NO_NODE && !compound_fits(m, i, node));
    return node;
}

/* Take up the last choice again; false when there is none left. */
static bool
choose_again(const struct matcher *m, struct choice *choice, char combinator,
             uint32_t *i, uint32_t *node)
{
    if (!choice->is_open)
        return false;
    choice->node = search_left(m, combinator, choice->i, choice->node);
    choice->is_open = choice->node != NO_NODE;
    *i = choice->i;
    *node = choice->node;
    return choice->is_open;
}

/* Whether the compounds [first, i) fit to the left of node, where i fits. */
static bool
left_fits(const struct matcher *m, uint32_t first, uint32_t i, uint32_t node)
{
    struct choice sibling = { false, 0, 0 }, ancestor = { false, 0, 0 };

    while (i > first) {
        char combinator = m->s->compounds[i].combinator;
        bool found;

        if (combinator == '>' || combinator == '+') {
            node = step_left(m, combinator, node);
            i--;
            found = node != NO_NODE && compound_fits(m, i, node);
        } else {
            node = search_left(m, combinator, --i, node);
            found = node != NO_NODE;
            if (combinator == '~') {
                sibling = (struct choice){ found, i, node };
            } else {
                ancestor = (struct choice){ found, i, node };
                sibling.is_open = false;
            }
        }
        if (found)
            continue;
        if (choose_again(m, &sibling, '~', &i, &node))
            continue;
        if (!choose_again(m, &ancestor, ' ', &i, &node))
            return false;
        sibling.is_open = false;
    }
    return true;
}

/* -- finding --------------------------------------------------------------- */

struct finding {
    struct matcher m;
    struct element_list list;
    size_t cap;
    bool *is_found;         /* by node; NULL where each is tried once */
    bool is_mixed;          /* the list is not in document order */
};

static void
try_node(struct finding *f, const struct complex_selector *c, uint32_t node)
{
    struct element_list *list = &f->list;

    if ((f->is_found && f->is_found[node]) ||
        !compound_fits(&f->m, c->end - 1, node) ||
        !left_fits(&f->m, c->beg, c->end - 1, node))
        return;
    if (f->is_found)
        f->is_found[node] = true;
    if (list->n > 0 && list->nodes[list->n - 1] > node)
        f->is_mixed = true;
    list->nodes = arena_grow(f->m.x->arena, list->nodes, list->n, &f->cap,
                             sizeof *list->nodes);
    list->nodes[list->n++] = node;
}

/* The simple selector of a compound that names fewest elements. */
static const struct simple *
best_key(const struct selector *s, const struct compound *c)
{
    const struct simple *best = NULL;

    for (uint32_t i = c->beg; i < c->end; i++) {
        const struct simple *k = &s->simples[i];

        if (k->kind == SIMPLE_ID)
            return k;
        if (k->kind == SIMPLE_CLASS && (!best || best->kind == SIMPLE_TAG))
            best = k;
        if (k->kind == SIMPLE_TAG && !best)
            best = k;
    }
    return best;
}

static void
try_tokens(struct finding *f, const struct complex_selector *c,
           const struct element_token *tokens, uint32_t first)
{
    uint32_t last = NO_NODE;

    for (uint32_t i = first; i != NO_TOKEN; i = tokens[i].next) {
        if (tokens[i].node != last)
            try_node(f, c, tokens[i].node);
        last = tokens[i].node;
    }
}

/* Whether no element can meet a simple selector, as far as the index tells. */
static bool
is_absent(const struct element_index *x, const struct simple *s)
{
    switch (s->kind) {
    case SIMPLE_ID:
        return element_index_id(x, s->name) == NO_TOKEN;
    case SIMPLE_CLASS:
        return element_index_class(x, s->name) == NO_TOKEN;
    case SIMPLE_TAG:
        return x->tag_first[s->tag] == x->tag_first[s->tag + 1];
    case SIMPLE_ATTRIBUTE:
        if (str_eq(s->name, STR("class")) || str_eq(s->name, STR("id")))
            return !s->is_caseless && !element_index_may_hold(x, s->value);
        return !element_index_may_name(x, s->name);
    default:
        return false;
    }
}

/* Whether one of the compounds fits no element of the page. */
static bool
is_hopeless(const struct matcher *m, const struct complex_selector *c)
{
    uint32_t beg = m->s->compounds[c->beg].beg;
    uint32_t end = m->s->compounds[c->end - 1].end;

    for (uint32_t i = beg; i < end; i++)
        if (is_absent(m->x, &m->s->simples[i]))
            return true;
    return false;
}

static void
find_complex(struct finding *f, const struct complex_selector *c)
{
    struct element_index *x = f->m.x;
    const struct simple *key =
        best_key(f->m.s, &f->m.s->compounds[c->end - 1]);

    if (is_hopeless(&f->m, c))
        return;
    if (key && key->kind == SIMPLE_ID) {
        try_tokens(f, c, x->id_tokens, element_index_id(x, key->name));
    } else if (key && key->kind == SIMPLE_CLASS) {
        try_tokens(f, c, x->tokens, element_index_class(x, key->name));
    } else if (key) {
        for (uint32_t i = x->tag_first[key->tag];
             i < x->tag_first[key->tag + 1]; i++)
            try_node(f, c, x->tag_nodes[i]);
    } else {
        for (uint32_t i = 0; i < x->doc->n_nodes; i++)
            try_node(f, c, i);
    }
}

/* Bring what several selectors found into order, and leave no marks. */
static void
unmark(struct finding *f)
{
    uint32_t n = 0;

    if (f->is_mixed)
        fuel_spend(f->m.x->fuel, f->m.x->doc->n_nodes);
    for (uint32_t i = 0; f->is_mixed && i < f->m.x->doc->n_nodes; i++)
        if (f->is_found[i])
            f->list.nodes[n++] = i;
    for (uint32_t i = 0; i < f->list.n; i++)
        f->is_found[f->list.nodes[i]] = false;
}

struct element_list
selector_find(const struct selector *selector, struct element_index *index)
{
    struct finding f = { .m = { selector, index } };

    if (selector->n_complexes > 1)
        f.is_found = element_marks(index);
    for (uint32_t i = 0;
         i < selector->n_complexes && !fuel_is_out(index->fuel); i++)
        find_complex(&f, &selector->complexes[i]);
    if (f.is_found)
        unmark(&f);
    return f.list;
}
