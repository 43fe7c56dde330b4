#include "judge/echoes.h"

#include "base/limits.h"
#include "base/table.h"
#include "text/words.h"

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

/* Put the shingles of short blocks in the table, whose values are the words of
 * the longest block that has one; returns how many blocks were read before it
 * was full. */
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
            if (!table_put(table, hash, 0, &added))
                blocks->limits |= LIMIT_TABLE;
            n++;
        }
    }
    return blocks->n;
}

static void
table_measure(struct table *table, const struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++) {
        uint32_t n_words = blocks->items[i].m.n_words;
        struct shingles it = { blocks->items[i].m.folded };
        uint64_t hash;
        bool added;

        if (n_words <= MIN_ECHO_WORDS)
            continue;
        while (shingles_next(&it, &hash)) {
            uint32_t *value;

            if (!table_find(table, hash))
                continue;
            value = table_put(table, hash, 0, &added);
            if (value && *value < n_words)
                *value = n_words;
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
        n_found += value && *value > b->m.n_words;
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
    table_measure(&table, blocks);
    for (uint32_t i = 0; i < n_read; i++)
        if (may_be_echo(&blocks->items[i]))
            echoes[i] = is_echo(&table, &blocks->items[i]);
    return echoes;
}
