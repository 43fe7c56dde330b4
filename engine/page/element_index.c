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

static bool
is_full(const struct element_index *x)
{
    return (size_t)x->n_tokens + x->n_ids >=
           INDEX_TOKENS_BASE + x->doc->text.len / INDEX_BYTES_PER_TOKEN;
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

    for (int n = 0; n < MAX_CLASS_TOKENS && !is_full(x); n++) {
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
add_id(struct element_index *x, uint32_t node, struct str value)
{
    add_token(x->arena, &x->id_tokens, &x->n_ids, &x->cap_ids,
              (struct element_token){ value, node, NO_TOKEN });
}

static void
add_name(struct element_index *x, struct str name)
{
    char small[MAX_ATTRIBUTE_NAME];
    size_t n = name.len < sizeof small ? name.len : sizeof small;

    for (size_t i = 0; i < n; i++)
        small[i] = to_lower(name.ptr[i]);
    trigrams_add(&x->names, (struct str){ small, n });
}

static void
read_tag(struct element_index *x, uint32_t node)
{
    uint32_t src = x->doc->nodes[node].src;
    struct html_attributes it = html_attributes_begin(x->doc->text, src);
    struct html_attribute attribute;
    bool has_class = false, has_id = false;

    while (html_attributes_next(&it, &attribute)) {
        struct str value;

        add_name(x, attribute.name);
        if (!has_class && str_ieq(attribute.name, STR("class"))) {
            has_class = true;
            value = value_of(x, src, attribute.value, STR("class"));
            add_classes(x, node, value);
        } else if (!has_id && str_ieq(attribute.name, STR("id"))) {
            has_id = true;
            value = value_of(x, src, attribute.value, STR("id"));
            add_id(x, node, value);
        } else {
            continue;
        }
        trigrams_add(&x->values, value);
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

/* Nodes whose start tags follow one another in the page, as most do. */
struct ascent {
    uint32_t *nodes;
    uint32_t n;
};

/* The node of the ascent with this start tag, by halves, or NO_NODE. */
static uint32_t
ascent_find(const struct ascent *ascent, const struct html_doc *doc,
            uint32_t src)
{
    uint32_t low = 0, high = ascent->n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (doc->nodes[ascent->nodes[middle]].src < src)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < ascent->n && doc->nodes[ascent->nodes[low]].src == src)
        return ascent->nodes[low];
    return NO_NODE;
}

/* Give a clone the tokens of the element that it was cloned from: tree
 * construction clones <b>, <a> and the like into every later block, and their
 * start tags may be long. */
static void
copy_tokens(struct element_index *x, uint32_t from, uint32_t node)
{
    for (uint32_t i = x->first_class[from];
         i < x->first_class[from + 1] && !is_full(x); i++)
        add_token(x->arena, &x->tokens, &x->n_tokens, &x->cap_tokens,
                  (struct element_token){ x->tokens[i].text, node, NO_TOKEN });
    for (uint32_t i = x->first_id[from]; i < x->first_id[from + 1]; i++)
        add_id(x, node, x->id_tokens[i].text);
    fuel_spend(x->fuel, 1);
}

static void
read_node(struct element_index *x, struct ascent *ascent, uint32_t node)
{
    const struct html_node *nodes = x->doc->nodes;
    uint32_t src = nodes[node].src, original;

    if (ascent->n == 0 || src > nodes[ascent->nodes[ascent->n - 1]].src) {
        ascent->nodes[ascent->n++] = node;
        read_tag(x, node);
        return;
    }
    original = ascent_find(ascent, x->doc, src);
    if (original == NO_NODE)
        read_tag(x, node);
    else
        copy_tokens(x, original, node);
}

struct element_index *
element_index_new(struct arena *a, const struct html_doc *doc,
                  struct fuel *fuel)
{
    struct element_index *x = arena_new(a, struct element_index, 1);
    struct ascent ascent = { arena_raw(a, uint32_t, doc->n_nodes), 0 };

    x->arena = a;
    x->doc = doc;
    x->fuel = fuel;
    x->first_class = arena_raw(a, uint32_t, (size_t)doc->n_nodes + 1);
    x->first_id = arena_raw(a, uint32_t, (size_t)doc->n_nodes + 1);
    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        x->first_class[i] = x->n_tokens;
        x->first_id[i] = x->n_ids;
        x->is_cut = x->is_cut || fuel_is_out(fuel) || is_full(x);
        if (doc->nodes[i].src != NO_OFFSET && !x->is_cut)
            read_node(x, &ascent, i);
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
element_index_may_hold(const struct element_index *index, struct str part)
{
    return index->is_cut || trigrams_may_hold(&index->values, part);
}

bool
element_index_may_name(const struct element_index *index, struct str name)
{
    if (name.len > MAX_ATTRIBUTE_NAME)
        name.len = MAX_ATTRIBUTE_NAME;
    return index->is_cut || trigrams_may_hold(&index->names, name);
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

/* The name in the start tag of an element that the tag table does not know, in
 * small letters. */
static struct str
source_name(struct element_index *x, uint32_t node)
{
    struct str text = x->doc->text;
    size_t beg = (size_t)x->doc->nodes[node].src + 1, end = beg;
    char *name;

    while (end < text.len && !is_space(text.ptr[end]) &&
           text.ptr[end] != '/' && text.ptr[end] != '>')
        end++;
    name = arena_raw(x->arena, char, end - beg);
    for (size_t i = beg; i < end; i++)
        name[i - beg] = to_lower(text.ptr[i]);
    return (struct str){ name, end - beg };
}

/* Give each of these elements its type, N_TAGS and up: that of the first
 * element of the same name. Returns how many types there are. Of two names with
 * one hash the second is a new type each time. */
static uint32_t
number_types(struct element_index *x, uint32_t *types)
{
    uint32_t beg = x->tag_first[TAG_UNKNOWN];
    uint32_t n = x->tag_first[TAG_UNKNOWN + 1] - beg;
    struct str *names = arena_raw(x->arena, struct str, n);
    struct table first = { .n_slots = table_slots_for(n) };

    first.slots = arena_new(x->arena, struct table_slot, first.n_slots);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t node = x->tag_nodes[beg + i], *like;
        bool added;

        if (x->doc->nodes[node].src != NO_OFFSET)
            names[i] = source_name(x, node);
        else
            names[i] = STR("");
        like = table_put(&first, words_hash(names[i]), i, &added);
        types[node] = N_TAGS + (like && str_eq(names[*like], names[i]) ? *like
                                                                       : i);
    }
    return N_TAGS + n;
}

struct numbering {
    uint32_t *types;        /* by node, of names that the table does not know */
    uint32_t *last;         /* by type: the last such child seen */
    uint32_t *owner;        /* by type: its parent + 1 */
};

/* Number the children of one element. */
static void
number_children(struct element_index *x, uint32_t parent,
                struct numbering *all)
{
    const struct html_node *nodes = x->doc->nodes;
    uint32_t previous = NO_NODE, n = 0;

    for (uint32_t c = parent + 1; c < nodes[parent].end; c = nodes[c].end) {
        struct sibling_place *p = &x->places[c];
        uint32_t type = nodes[c].tag == TAG_UNKNOWN ? all->types[c]
                                                    : nodes[c].tag;
        uint32_t like = all->last[type];

        *p = (struct sibling_place){ previous, ++n, 1, true, true };
        if (previous != NO_NODE)
            x->places[previous].is_last = false;
        if (all->owner[type] == parent + 1) {
            p->number_of_type = x->places[like].number_of_type + 1;
            x->places[like].is_last_of_type = false;
        }
        all->owner[type] = parent + 1;
        all->last[type] = c;
        previous = c;
    }
}

const struct sibling_place *
element_place(struct element_index *index, uint32_t node)
{
    struct numbering all;
    uint32_t n_types;

    if (index->places)
        return &index->places[node];
    fuel_spend(index->fuel, index->doc->n_nodes);
    all.types = arena_raw(index->arena, uint32_t, index->doc->n_nodes);
    n_types = number_types(index, all.types);
    all.last = arena_new(index->arena, uint32_t, n_types);
    all.owner = arena_new(index->arena, uint32_t, n_types);
    index->places = arena_new(index->arena, struct sibling_place,
                              index->doc->n_nodes);
    index->places[0] = (struct sibling_place){ NO_NODE, 1, 1, true, true };
    for (uint32_t i = 0; i < index->doc->n_nodes; i++)
        number_children(index, i, &all);
    return &index->places[node];
}

bool *
element_marks(struct element_index *index)
{
    if (!index->marks)
        index->marks = arena_new(index->arena, bool, index->doc->n_nodes);
    return index->marks;
}
