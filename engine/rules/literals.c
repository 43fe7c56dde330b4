#include "rules/literals.h"

#include <assert.h>
#include <stdlib.h>

enum {
    /* Cells of dense rows, 4 bytes each. With 3,400 phrases (38,000 states) a
     * scan costs 5.3 ns a byte; half the cells: 7.9; twice: 5.1; rows for all,
     * which is six times the memory: 4.8. With 13,000 literals rows for all
     * cost 82 ns, since they no longer fit a cache, and these 23. */
    DENSE_CELLS = 1 << 18
};

/* A cell names a state as the scan wants it: the offset of its row, which
 * saves a multiplication a byte (a quarter of the time), or CELL_SPARSE and its
 * number where it has no row; with CELL_HIT when it hits something, so that
 * the many that do not are not looked up. */
#define CELL_HIT    0x80000000u
#define CELL_SPARSE 0x40000000u

struct item {
    struct str text;
    size_t index;       /* in the caller's array */
};

/* A state under construction: the sorted items that begin with it. */
struct range {
    uint32_t beg, end;
    uint32_t depth;     /* bytes they share */
};

struct builder {
    struct store scratch;
    struct literals *set;
    struct item *items;
    size_t n_items;
    struct range *ranges;
};

static int
compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    size_t n = x->text.len < y->text.len ? x->text.len : y->text.len;
    int order = memcmp(x->text.ptr, y->text.ptr, n);

    if (order == 0)
        order = (x->text.len > y->text.len) - (x->text.len < y->text.len);
    if (order == 0)
        order = (x->index > y->index) - (x->index < y->index);
    return order;
}

static bool
sort_items(struct builder *b, const struct str *literals, size_t n)
{
    b->items = store_new(&b->scratch, struct item, n);
    if (!b->items)
        return false;
    for (size_t i = 0; i < n; i++) {
        assert(literals[i].len > 0);
        b->items[i] = (struct item){ literals[i], i };
    }
    qsort(b->items, n, sizeof *b->items, compare_items);
    b->n_items = n;
    return true;
}

/* Leave one item of each kind, in order, and tell the callers' ids. */
static void
unite_items(struct builder *b, uint32_t *ids)
{
    size_t n = 0;

    for (size_t i = 0; i < b->n_items; i++) {
        if (n == 0 || !str_eq(b->items[n - 1].text, b->items[i].text))
            b->items[n++] = b->items[i];
        ids[b->items[i].index] = (uint32_t)(n - 1);
    }
    b->n_items = n;
}

static size_t
shared_len(struct str a, struct str b)
{
    size_t i = 0;

    while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i])
        i++;
    return i;
}

/* Sorted items make a trie of as many states as they have bytes that their
 * neighbour before does not share. */
static size_t
count_states(const struct builder *b)
{
    size_t n = 1 + b->items[0].text.len;

    for (size_t i = 1; i < b->n_items; i++)
        n += b->items[i].text.len -
             shared_len(b->items[i - 1].text, b->items[i].text);
    return n;
}

static void
count_columns(struct builder *b)
{
    struct literals *set = b->set;

    set->n_columns = 1;
    for (size_t i = 0; i < b->n_items; i++) {
        struct str text = b->items[i].text;

        set->lens[i] = (uint32_t)text.len;
        for (size_t k = 0; k < text.len; k++) {
            uint16_t *column = &set->columns[(unsigned char)text.ptr[k]];

            if (*column == 0)
                *column = (uint16_t)set->n_columns++;
        }
    }
}

static bool
alloc_tables(struct builder *b, struct store *s)
{
    struct literals *set = b->set;
    size_t n_states = count_states(b);

    assert(n_states < CELL_SPARSE);
    set->lens = store_new(s, uint32_t, b->n_items);
    /* one state more than there are, which ends the last one's children */
    set->states = store_new(s, struct literal_state, n_states + 1);
    set->labels = store_new(s, uint8_t, n_states);
    b->ranges = store_new(&b->scratch, struct range, n_states);
    if (!set->lens || !set->states || !set->labels || !b->ranges)
        return false;

    count_columns(b);
    size_t n_dense = DENSE_CELLS / set->n_columns;
    set->n_states = (uint32_t)n_states;
    set->n_dense = (uint32_t)(n_dense < n_states ? n_dense : n_states);
    set->rows = store_new(s, uint32_t, (size_t)set->n_dense * set->n_columns);
    return set->rows != NULL;
}

/* The child of `state` by `byte`; 0, which is nobody's child, when none. */
static uint32_t
child_of(const struct literals *set, uint32_t state, uint8_t byte)
{
    uint32_t end = set->states[state + 1].first;

    for (uint32_t i = set->states[state].first; i < end; i++)
        if (set->labels[i] == byte)
            return i;
    return 0;
}

/* Where the children of `state` fall back to by `byte`. All shallower states
 * have their children already, and only those are asked. */
static uint32_t
fall_back(const struct literals *set, uint32_t state, uint8_t byte)
{
    uint32_t child = 0;

    while (state != 0 && child == 0) {
        state = set->states[state].fail;
        child = child_of(set, state, byte);
    }
    return child;
}

/* Number the children of `state` from *next on. */
static void
add_children(struct builder *b, uint32_t state, uint32_t *next)
{
    struct literal_state *own = &b->set->states[state];
    struct range r = b->ranges[state];

    own->first = *next;
    own->hit = b->set->states[own->fail].hit;
    if (b->items[r.beg].text.len == r.depth) {
        own->id = r.beg++;
        own->hit = state;
    }
    while (r.beg < r.end) {
        char byte = b->items[r.beg].text.ptr[r.depth];
        uint32_t beg = r.beg, child = (*next)++;

        while (r.beg < r.end && b->items[r.beg].text.ptr[r.depth] == byte)
            r.beg++;
        b->ranges[child] = (struct range){ beg, r.beg, r.depth + 1 };
        b->set->labels[child] = (uint8_t)byte;
        b->set->states[child].fail = fall_back(b->set, state, (uint8_t)byte);
    }
}

static inline uint32_t
cell_of(const struct literals *set, uint32_t state)
{
    uint32_t hit = set->states[state].hit ? CELL_HIT : 0;

    if (state >= set->n_dense)
        return state | CELL_SPARSE | hit;
    return state * set->n_columns | hit;
}

static uint32_t
state_of(const struct literals *set, uint32_t cell)
{
    cell &= ~CELL_HIT;
    return cell & CELL_SPARSE ? cell & ~CELL_SPARSE : cell / set->n_columns;
}

/* A row is that of the fall-back state, which has a lower number, but for the
 * state's own children. */
static void
fill_rows(struct literals *set)
{
    const struct literal_state *states = set->states;
    size_t row_size = set->n_columns * sizeof *set->rows;

    for (uint32_t state = 0; state < set->n_dense; state++) {
        uint32_t *row = set->rows + (size_t)state * set->n_columns;
        uint32_t fail = states[state].fail;

        if (state != 0)
            memcpy(row, set->rows + (size_t)fail * set->n_columns, row_size);
        for (uint32_t i = states[state].first; i < states[state + 1].first; i++)
            row[set->columns[set->labels[i]]] = cell_of(set, i);
    }
}

static void
build_states(struct builder *b)
{
    struct literals *set = b->set;
    uint32_t next = 1;

    b->ranges[0] = (struct range){ 0, (uint32_t)b->n_items, 0 };
    for (uint32_t state = 0; state < set->n_states; state++)
        add_children(b, state, &next);
    assert(next == set->n_states);
    set->states[next].first = next;
    fill_rows(set);
}

bool
literals_build(struct store *s, const struct str *literals, size_t n,
               uint32_t *ids, struct literals *set)
{
    struct builder b = { { NULL, 0 }, set, NULL, 0, NULL };
    bool ok;

    *set = (struct literals){ 0 };
    if (n == 0)
        return true;
    ok = sort_items(&b, literals, n);
    if (ok) {
        unite_items(&b, ids);
        ok = alloc_tables(&b, s);
    }
    if (ok) {
        build_states(&b);
        set->n = (uint32_t)b.n_items;
    } else {
        *set = (struct literals){ 0 };
    }
    store_free(&b.scratch);
    return ok;
}

struct literal_scan
literals_scan(const struct literals *set, struct str text)
{
    if (set->n_states == 0)
        text.len = 0;
    return (struct literal_scan){ set, text, 0, 0, 0 };
}

/* The cell behind a state that has no row. */
static uint32_t
step_sparse(const struct literals *set, uint32_t state, uint8_t byte)
{
    do {
        uint32_t child = child_of(set, state, byte);

        if (child != 0)
            return cell_of(set, child);
        state = set->states[state].fail;
    } while (state >= set->n_dense);
    return set->rows[state * set->n_columns + set->columns[byte]];
}

static inline uint32_t
step(const struct literals *set, uint32_t cell, uint8_t byte)
{
    if (cell & CELL_SPARSE)
        return step_sparse(set, cell & ~CELL_SPARSE, byte);
    return set->rows[cell + set->columns[byte]];
}

/* Read on to the next place where something hits; false at the end. */
static bool
run(struct literal_scan *scan)
{
    const struct literals *set = scan->set;
    const uint8_t *bytes = (const uint8_t *)scan->text.ptr;
    size_t at = scan->at, len = scan->text.len;
    uint32_t cell = scan->cell;

    while (at < len && !(cell & CELL_HIT))
        cell = step(set, cell, bytes[at++]);
    scan->at = at;
    scan->cell = cell & ~CELL_HIT;
    if (!(cell & CELL_HIT))
        return false;
    scan->hit = set->states[state_of(set, cell)].hit;
    return true;
}

bool
literals_next(struct literal_scan *scan, struct literal_hit *hit)
{
    const struct literal_state *states = scan->set->states;

    if (scan->hit == 0 && !run(scan))
        return false;
    hit->id = states[scan->hit].id;
    hit->end = scan->at;
    hit->beg = scan->at - scan->set->lens[hit->id];
    scan->hit = states[states[scan->hit].fail].hit;
    return true;
}
