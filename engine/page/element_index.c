#include "page/element_index.h"

#include "page/html_attributes.h"
#include "text/words.h"

/* -- reading start tags ---------------------------------------------------- */

/* The value with its references decoded; most have none. */
static struct str
value_of(struct element_index *x, uint32_t src, struct str raw,
         struct str name)
{
    struct str value = raw;

    if (str_find(raw, STR("&"), 0) < raw.len)
        html_attribute_get(x->arena, x->doc->text, src, name, &value);
    return value;
}

static void
add_token(struct arena *a, struct element_token **tokens, uint32_t *n,
          size_t *cap, struct element_token token)
{
    *tokens = arena_grow(a, *tokens, *n, cap, sizeof **tokens);
    (*tokens)[(*n)++] = token;
}

static void
add_classes(struct element_index *x, uint32_t node, struct str value)
{
    size_t at = 0, beg;

    for (int n = 0; n < MAX_CLASS_TOKENS; n++) {
        while (at < value.len && is_space(value.ptr[at]))
            at++;
        if (at == value.len)
            return;
        for (beg = at; at < value.len && !is_space(value.ptr[at]);)
            at++;
        add_token(x->arena, &x->tokens, &x->n_tokens, &x->cap_tokens,
                  (struct element_token){ str_slice(value, beg, at), node,
                                          NO_TOKEN });
    }
}

static void
read_tag(struct element_index *x, uint32_t node)
{
    uint32_t src = x->doc->nodes[node].src;
    struct html_attributes it = html_attributes_begin(x->doc->text, src);
    struct html_attribute attribute;
    bool has_class = false, has_id = false;

    while (html_attributes_next(&it, &attribute)) {
        if (!has_class && str_ieq(attribute.name, STR("class"))) {
            has_class = true;
            add_classes(x, node,
                        value_of(x, src, attribute.value, STR("class")));
        } else if (!has_id && str_ieq(attribute.name, STR("id"))) {
            has_id = true;
            add_token(x->arena, &x->id_tokens, &x->n_ids, &x->cap_ids,
                      (struct element_token){
                          value_of(x, src, attribute.value, STR("id")), node,
                          NO_TOKEN });
        }
    }
    fuel_spend(x->fuel, it.at - src);
}

/* -- tables ---------------------------------------------------------------- */

/* Chain the tokens of one hash, in document order. */
static struct table
build_table(struct arena *a, struct element_token *tokens, uint32_t n)
{
    struct table t = { .n_slots = table_slots_for(n) };

    t.slots = arena_new(a, struct table_slot, t.n_slots);
    for (uint32_t i = n; i-- > 0;) {
        bool added;
        uint32_t *first = table_put(&t, words_hash(tokens[i].text), i,
                                    &added);

        if (!first || added)
            continue;
        tokens[i].next = *first;
        *first = i;
    }
    return t;
}

/* Nodes by tag: a counting sort. */
static void
sort_tags(struct element_index *x)
{
    const struct html_doc *doc = x->doc;
    uint32_t *next = arena_new(x->arena, uint32_t, N_TAGS + 1);

    x->tag_first = arena_new(x->arena, uint32_t, N_TAGS + 1);
    x->tag_nodes = arena_raw(x->arena, uint32_t, doc->n_nodes);
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        x->tag_first[doc->nodes[i].tag + 1]++;
    for (uint32_t t = 0; t < N_TAGS; t++) {
        x->tag_first[t + 1] += x->tag_first[t];
        next[t] = x->tag_first[t];
    }
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        x->tag_nodes[next[doc->nodes[i].tag]++] = i;
}

struct element_index *
element_index_new(struct arena *a, const struct html_doc *doc,
                  struct fuel *fuel)
{
    struct element_index *x = arena_new(a, struct element_index, 1);

    x->arena = a;
    x->doc = doc;
    x->fuel = fuel;
    x->first_class = arena_raw(a, uint32_t, (size_t)doc->n_nodes + 1);
    x->first_id = arena_raw(a, uint32_t, (size_t)doc->n_nodes + 1);
    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        x->first_class[i] = x->n_tokens;
        x->first_id[i] = x->n_ids;
        if (doc->nodes[i].src != NO_OFFSET && !fuel_is_out(fuel))
            read_tag(x, i);
    }
    x->first_class[doc->n_nodes] = x->n_tokens;
    x->first_id[doc->n_nodes] = x->n_ids;
    x->classes = build_table(a, x->tokens, x->n_tokens);
    x->ids = build_table(a, x->id_tokens, x->n_ids);
    sort_tags(x);
    return x;
}

uint32_t
element_index_class(const struct element_index *index, struct str name)
{
    const uint32_t *first = table_find(&index->classes, words_hash(name));

    return first ? *first : NO_TOKEN;
}

uint32_t
element_index_id(const struct element_index *index, struct str name)
{
    const uint32_t *first = table_find(&index->ids, words_hash(name));

    return first ? *first : NO_TOKEN;
}

bool
element_has_class(const struct element_index *index, uint32_t node,
                  struct str name)
{
    for (uint32_t i = index->first_class[node];
         i < index->first_class[node + 1]; i++)
        if (str_eq(index->tokens[i].text, name))
            return true;
    return false;
}

bool
element_has_id(const struct element_index *index, uint32_t node,
               struct str name)
{
    uint32_t i = index->first_id[node];

    return i < index->first_id[node + 1] &&
           str_eq(index->id_tokens[i].text, name);
}

/* -- places among siblings ------------------------------------------------- */

/* Number the children of one element. `last` holds for each tag the last child
 * seen, valid where `owner` is this parent. */
static void
number_children(struct element_index *x, uint32_t parent, uint32_t *last,
                uint32_t *owner)
{
    const struct html_node *nodes = x->doc->nodes;
    uint32_t previous = NO_NODE, n = 0;

    for (uint32_t c = parent + 1; c < nodes[parent].end; c = nodes[c].end) {
        struct sibling_place *p = &x->places[c];
        uint16_t tag = nodes[c].tag;

        *p = (struct sibling_place){ previous, ++n, 1, true, true };
        if (previous != NO_NODE)
            x->places[previous].is_last = false;
        if (owner[tag] == parent + 1) {
            p->number_of_type = x->places[last[tag]].number_of_type + 1;
            x->places[last[tag]].is_last_of_type = false;
        }
        owner[tag] = parent + 1;
        last[tag] = c;
        previous = c;
    }
}

const struct sibling_place *
element_place(struct element_index *index, uint32_t node)
{
    uint32_t *last, *owner;

    if (index->places)
        return &index->places[node];
    last = arena_new(index->arena, uint32_t, N_TAGS);
    owner = arena_new(index->arena, uint32_t, N_TAGS);
    index->places = arena_new(index->arena, struct sibling_place,
                              index->doc->n_nodes);
    index->places[0] = (struct sibling_place){ NO_NODE, 1, 1, true, true };
    for (uint32_t i = 0; i < index->doc->n_nodes; i++)
        number_children(index, i, last, owner);
    return &index->places[node];
}
