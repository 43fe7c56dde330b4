#include "judge/echoes.h"

#include "base/limits.h"
#include "base/table.h"
#include "text/words.h"

/* The table's value of a shingle: the block that put it there, and whether a
 * longer block has it too. */
enum { FOUND_BIT = 31 };

/* The shingles of one block in order. */
struct shingles {
    struct str rest;
};

/* Cut the next shingle; false when fewer than ECHO_SHINGLE words are left. */
static bool
shingles_next(struct shingles *it, uint64_t *hash)
{
    struct str s = it->rest;
    size_t first = 0, end = 0;

    for (int n = 0; n < ECHO_SHINGLE; n++) {
        if (end >= s.len)
            return false;
        end = str_find(s, STR(" "), n > 0 ? end + 1 : 0);
        if (n == 0)
            first = end;
    }
    *hash = words_hash(str_slice(s, 0, end));
    it->rest = str_slice(s, first < s.len ? first + 1 : first, s.len);
    return true;
}

/* Lines of code and rows of numbers repeat each other without being quotes;
 * and a pull quote has no full stop of its own, as a repeated sentence has. */
static bool
may_be_echo(const struct block *b)
{
    const struct block_measure *m = &b->m;

    return m->n_words >= MIN_ECHO_WORDS && m->n_words <= MAX_ECHO_WORDS &&
           m->n_latin * 2 < m->n_letters && m->n_digit_words * 2 < m->n_words &&
           (m->ending != ENDING_SENTENCE || m->ends_in_quote);
}

/* Put the shingles of short blocks in the table; returns how many blocks were
 * read before it was full. */
static uint32_t
table_fill(struct table *table, struct blocks *blocks)
{
    uint32_t n = 0;
    uint64_t hash;
    bool added;

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct shingles it = { blocks->items[i].m.folded };

        if (!may_be_echo(&blocks->items[i]))
            continue;
        if (n + blocks->items[i].m.n_words > MAX_ECHO_SHINGLES) {
            blocks->limits |= LIMIT_TABLE;
            return i;
        }
        while (shingles_next(&it, &hash)) {
            if (!table_put(table, hash, i, &added))
                blocks->limits |= LIMIT_TABLE;
            n++;
        }
    }
    return blocks->n;
}

/* Mark the shingles that a longer block than their own has. */
static void
table_mark(struct table *table, const struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++) {
        struct shingles it = { blocks->items[i].m.folded };
        uint64_t hash;
        bool added;

        if (blocks->items[i].m.n_words <= MIN_ECHO_WORDS)
            continue;
        while (shingles_next(&it, &hash)) {
            uint32_t *value;

            if (!table_find(table, hash))
                continue;
            value = table_put(table, hash, 0, &added);
            if (value && blocks->items[*value & ~(1u << FOUND_BIT)].m.n_words <
                             blocks->items[i].m.n_words)
                *value |= 1u << FOUND_BIT;
        }
    }
}

static bool
is_echo(const struct table *table, const struct block *b)
{
    struct shingles it = { b->m.folded };
    uint32_t n = 0, n_found = 0;
    uint64_t hash;

    while (shingles_next(&it, &hash)) {
        const uint32_t *value = table_find(table, hash);

        n++;
        n_found += value && (*value >> FOUND_BIT);
    }
    return n > 0 && n_found * 100 >= n * MIN_ECHO_PERCENT;
}

bool *
echoes_find(struct arena *a, struct blocks *blocks)
{
    bool *echoes = arena_new(a, bool, blocks->n);
    struct table table = { 0 };
    uint32_t n_words = 0, n_read;

    for (uint32_t i = 0; i < blocks->n; i++)
        if (may_be_echo(&blocks->items[i]))
            n_words += blocks->items[i].m.n_words;
    if (n_words > MAX_ECHO_SHINGLES)
        n_words = MAX_ECHO_SHINGLES;
    table.n_slots = table_slots_for(n_words);
    table.slots = arena_new(a, struct table_slot, table.n_slots);
    n_read = table_fill(&table, blocks);
    table_mark(&table, blocks);
    for (uint32_t i = 0; i < n_read; i++)
        if (may_be_echo(&blocks->items[i]))
            echoes[i] = is_echo(&table, &blocks->items[i]);
    return echoes;
}
