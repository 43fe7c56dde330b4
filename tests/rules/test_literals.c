/* test_literals.c - the automaton against a naive search, on cases by hand and
 * on random sets that are small in letters and so full of overlaps. */
#include "rules/literals.h"

#include <stdlib.h>

#include "check.h"

enum { MAX_SET = 6000, MAX_TEXT = 1 << 14 };

static struct store store;
static uint32_t ids[MAX_SET];

static struct literals
build(const struct str *items, size_t n)
{
    struct literals set;

    store_free(&store);
    CHECK(literals_build(&store, items, n, ids, &set));
    return set;
}

static size_t
count_hits(const struct literals *set, struct str text)
{
    struct literal_scan scan = literals_scan(set, text);
    struct literal_hit hit;
    size_t n = 0;

    while (literals_next(&scan, &hit))
        n++;
    return n;
}

static void
check_next(struct literal_scan *scan, uint32_t id, size_t beg, size_t end)
{
    struct literal_hit hit = { 0, 0, 0 };

    CHECK(literals_next(scan, &hit));
    CHECK_INT(hit.id, id);
    CHECK_INT(hit.beg, beg);
    CHECK_INT(hit.end, end);
}

static void
test_hits_come_by_their_ends_longest_first(void)
{
    const struct str items[] = { STR("he"), STR("she"), STR("his"),
                                 STR("hers"), STR("e") };
    struct literals set = build(items, 5);
    struct literal_scan scan = literals_scan(&set, STR("ushers"));
    struct literal_hit hit;

    check_next(&scan, ids[1], 1, 4);
    check_next(&scan, ids[0], 2, 4);
    check_next(&scan, ids[4], 3, 4);
    check_next(&scan, ids[3], 2, 6);
    CHECK(!literals_next(&scan, &hit));
    CHECK(!literals_next(&scan, &hit));
}

static void
test_equal_literals_share_an_id_in_byte_order(void)
{
    const struct str items[] = { STR("b"), STR("a"), STR("b"), STR("\xD8"),
                                 STR("ab") };
    struct literals set = build(items, 5);

    CHECK_INT(set.n, 4);
    CHECK_INT(ids[1], 0);
    CHECK_INT(ids[4], 1);
    CHECK_INT(ids[0], 2);
    CHECK_INT(ids[2], 2);
    CHECK_INT(ids[3], 3);
    CHECK_INT(count_hits(&set, STR("b")), 1);
}

static void
test_no_literals_hit_nothing(void)
{
    struct literals none = { 0 };
    struct literals set = build(NULL, 0);

    CHECK_INT(count_hits(&none, STR("text")), 0);
    CHECK_INT(count_hits(&set, STR("text")), 0);
    CHECK_INT(set.n, 0);
}

static void
test_empty_text_has_no_hits(void)
{
    const struct str items[] = { STR("a") };
    struct literals set = build(items, 1);

    CHECK_INT(count_hits(&set, STR("")), 0);
    CHECK_INT(count_hits(&set, (struct str){ NULL, 0 }), 0);
}

static void
test_every_byte_value_may_occur(void)
{
    char bytes[256];
    struct str items[256];
    struct literals set;

    for (size_t i = 0; i < 256; i++) {
        bytes[i] = (char)i;
        items[i] = (struct str){ bytes + i, 1 };
    }
    set = build(items, 256);
    CHECK_INT(set.n_columns, 257);
    CHECK_INT(count_hits(&set, (struct str){ bytes, 256 }), 256);
    for (size_t i = 0; i < 256; i++)
        CHECK_INT(ids[i], i);
}

static void
test_the_bytes_of_literals_are_not_kept(void)
{
    char word[] = "abc";
    struct str item = { word, 3 };
    struct literals set = build(&item, 1);

    memset(word, 'x', 3);
    CHECK_INT(count_hits(&set, STR("xxx abc")), 1);
}

/* xorshift64* (Vigna 2016). */
static uint64_t random_state = 1;

static uint32_t
random_below(uint32_t n)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (uint32_t)((random_state * 0x2545F4914F6CDD1D) >> 32) % n;
}

/* len bytes of an alphabet of n letters. */
static struct str
random_bytes(char *out, size_t len, uint32_t n)
{
    for (size_t i = 0; i < len; i++)
        out[i] = (char)('a' + random_below(n));
    return (struct str){ out, len };
}

/* Where `literal` of this id occurs is where the scan tells it. */
static bool
is_found(struct str text, struct str literal, const struct literal_hit *hits,
         size_t n_hits, uint32_t id)
{
    size_t i = 0;

    for (size_t at = str_find(text, literal, 0); at < text.len;
         at = str_find(text, literal, at + 1)) {
        while (i < n_hits && hits[i].id != id)
            i++;
        if (i == n_hits || hits[i].beg != at ||
            hits[i].end != at + literal.len)
            return false;
        i++;
    }
    while (i < n_hits && hits[i].id != id)
        i++;
    return i == n_hits;
}

static bool
in_order(const struct literal_hit *hits, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (hits[i].end < hits[i - 1].end ||
            (hits[i].end == hits[i - 1].end && hits[i].beg <= hits[i - 1].beg))
            return false;
    return true;
}

static void
check_against_naive(const struct str *items, size_t n, struct str text)
{
    static struct literal_hit hits[MAX_TEXT * 8];
    struct literals set = build(items, n);
    struct literal_scan scan = literals_scan(&set, text);
    size_t n_hits = 0;
    bool ok = true;

    while (n_hits < MAX_TEXT * 8 && literals_next(&scan, &hits[n_hits]))
        n_hits++;
    CHECK(n_hits < MAX_TEXT * 8);
    CHECK(in_order(hits, n_hits));
    for (size_t i = 0; i < n && ok; i++)
        ok = is_found(text, items[i], hits, n_hits, ids[i]);
    CHECK(ok);
}

static void
test_small_random_sets_agree_with_a_naive_search(void)
{
    static char bytes[64][16], text[512];
    struct str items[64];

    for (int round = 0; round < 3000; round++) {
        size_t n = 1 + random_below(64);
        uint32_t n_letters = 1 + random_below(4);

        for (size_t i = 0; i < n; i++)
            items[i] = random_bytes(bytes[i], 1 + random_below(7), n_letters);
        check_against_naive(items, n, random_bytes(text, random_below(200),
                                                   n_letters + 1));
    }
}

/* More states than have rows, so that the scan falls back from state to state
 * as well; texts are made of the literals' pieces to go deep. */
static void
test_large_random_sets_agree_with_a_naive_search(void)
{
    static char bytes[MAX_SET][40], text[MAX_TEXT];
    static struct str items[MAX_SET];
    struct literals set;
    size_t len = 0;

    for (size_t i = 0; i < MAX_SET; i++)
        items[i] = random_bytes(bytes[i], 3 + random_below(37), 26);
    while (len + 40 < MAX_TEXT) {
        struct str item = items[random_below(MAX_SET)];
        size_t beg = random_below(3);
        size_t end = item.len - random_below(2);

        memcpy(text + len, item.ptr + beg, end - beg);
        len += end - beg;
    }
    check_against_naive(items, MAX_SET, (struct str){ text, len });

    set = build(items, MAX_SET);
    CHECK(set.n_dense > 1000);
    CHECK(set.n_states > 2 * set.n_dense);
}

/* One literal that is all suffixes of itself, beyond the rows. */
static void
test_long_repetitions_hit_at_every_place(void)
{
    static char letters[100000];
    struct str items[3];
    struct literals set;

    memset(letters, 'a', sizeof letters);
    items[0] = (struct str){ letters, 90000 };
    items[1] = (struct str){ letters, 89999 };
    items[2] = STR("ab");
    set = build(items, 3);
    CHECK_INT(count_hits(&set, (struct str){ letters, 100000 }),
              10001 + 10002);
    letters[99999] = 'b';
    CHECK_INT(count_hits(&set, (struct str){ letters, 100000 }),
              10000 + 10001 + 1);
}

static void
test_two_builds_are_the_same_tables(void)
{
    static char bytes[500][16];
    struct str items[500];
    struct store other = { NULL, 0 };
    struct literals a, b;

    for (size_t i = 0; i < 500; i++)
        items[i] = random_bytes(bytes[i], 1 + random_below(15), 3);
    a = build(items, 500);
    for (size_t i = 0; i < 250; i++) {
        struct str swapped = items[i];

        items[i] = items[499 - i];
        items[499 - i] = swapped;
    }
    CHECK(literals_build(&other, items, 500, ids, &b));
    CHECK_INT(a.n_states, b.n_states);
    CHECK(memcmp(a.labels, b.labels, a.n_states) == 0);
    CHECK(memcmp(a.states, b.states, a.n_states * sizeof *a.states) == 0);
    CHECK(memcmp(a.rows, b.rows, (size_t)a.n_dense * a.n_columns *
                                 sizeof *a.rows) == 0);
    store_free(&other);
}

int
main(void)
{
    test_hits_come_by_their_ends_longest_first();
    test_equal_literals_share_an_id_in_byte_order();
    test_no_literals_hit_nothing();
    test_empty_text_has_no_hits();
    test_every_byte_value_may_occur();
    test_the_bytes_of_literals_are_not_kept();
    test_small_random_sets_agree_with_a_naive_search();
    test_large_random_sets_agree_with_a_naive_search();
    test_long_repetitions_hit_at_every_place();
    test_two_builds_are_the_same_tables();
    store_free(&store);
    return check_summary();
}
