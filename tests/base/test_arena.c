/* test_arena.c - what the arena gives is aligned, zeroed and apart, and what
 * does not fit jumps, however large it is. */
#include "base/arena.h"

#include <stdint.h>

#include "tests/check.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

enum {
    REGION_SIZE = 4096,

    /* An arena may keep as much as this to itself: what rounding takes, and the
     * gap behind an allocation under AddressSanitizer. */
    SPARE = 2 * ARENA_ALIGN
};

static _Alignas(ARENA_ALIGN) char region[REGION_SIZE];

static struct arena
arena_of(size_t size)
{
    struct arena a = { .on_full = NULL };

    arena_reset(&a, region, size);
    return a;
}

/* The memory, or NULL where the arena jumped. */
static void *
try_new(struct arena *a, size_t n, size_t size)
{
    jmp_buf full;

    if (setjmp(full))
        return NULL;
    a->on_full = &full;
    return arena_alloc(a, n, size);
}

static void *
try_raw(struct arena *a, size_t n, size_t size)
{
    jmp_buf full;

    if (setjmp(full))
        return NULL;
    a->on_full = &full;
    return arena_alloc_raw(a, n, size);
}

static void *
try_grow(struct arena *a, void *items, size_t n, size_t *cap)
{
    jmp_buf full;

    if (setjmp(full))
        return NULL;
    a->on_full = &full;
    return arena_grow(a, items, n, cap, sizeof(uint32_t));
}

static bool
is_filled_with(const char *p, size_t n, char c)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != c)
            return false;
    return true;
}

/* Fill all of the region with a byte. */
static void
region_dirty(char c)
{
    struct arena a = arena_of(REGION_SIZE);

    memset(arena_raw(&a, char, REGION_SIZE - SPARE), c, REGION_SIZE - SPARE);
}

/* -- allocations ----------------------------------------------------------- */

static void
every_allocation_is_aligned(void)
{
    struct arena a = arena_of(REGION_SIZE);

    for (size_t n = 0; n < 40; n++) {
        CHECK_INT((uintptr_t)arena_alloc(&a, n, 1) % ARENA_ALIGN, 0);
        CHECK_INT((uintptr_t)arena_alloc_raw(&a, 1, n + 1) % ARENA_ALIGN, 0);
        CHECK_INT((uintptr_t)a.at % ARENA_ALIGN, 0);
    }
}

static void
new_memory_is_zeroed_after_a_page_that_filled_it(void)
{
    struct arena a;
    char *p;

    region_dirty('x');
    a = arena_of(REGION_SIZE);
    p = arena_new(&a, char, 1000);
    CHECK(is_filled_with(p, 1000, 0));
    p = (char *)arena_new(&a, uint64_t, 33);
    CHECK(is_filled_with(p, 33 * sizeof(uint64_t), 0));
}

static void
allocations_do_not_overlap(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p[20];

    for (size_t i = 0; i < 20; i++) {
        p[i] = arena_raw(&a, char, i * 3 + 1);
        memset(p[i], 'a' + (int)i, i * 3 + 1);
    }
    for (size_t i = 0; i < 20; i++)
        CHECK(is_filled_with(p[i], i * 3 + 1, (char)('a' + (int)i)));
}

static void
no_objects_are_not_null(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_new(&a, char, 0);
    char *q = arena_new(&a, char, 8);

    CHECK(p != NULL);
    CHECK(q >= p);
    CHECK(arena_raw(&a, uint64_t, 0) != NULL);
}

static void
used_bytes_are_what_was_asked_for_and_little_more(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t before;

    CHECK_INT(arena_used(&a), 0);
    arena_raw(&a, char, 1);
    CHECK(arena_used(&a) >= 1);
    CHECK(arena_used(&a) <= 1 + SPARE);
    before = arena_used(&a);
    arena_new(&a, uint64_t, 100);
    CHECK(arena_used(&a) - before >= 800);
    CHECK(arena_used(&a) - before <= 800 + SPARE);
}

/* -- full ------------------------------------------------------------------ */

static void
what_just_fits_is_given_and_one_byte_too_many_jumps(void)
{
    struct arena a = arena_of(REGION_SIZE);

    CHECK(try_raw(&a, 1, REGION_SIZE + 1) == NULL);
    CHECK(try_raw(&a, REGION_SIZE + 1, 1) == NULL);
    CHECK(try_new(&a, REGION_SIZE / 8 + 1, 8) == NULL);
    CHECK(try_new(&a, REGION_SIZE - SPARE, 1) != NULL);

    a = arena_of(REGION_SIZE);
    CHECK(try_new(&a, REGION_SIZE - SPARE - 1, 1) != NULL);
    a = arena_of(REGION_SIZE);
    CHECK(try_new(&a, 1, REGION_SIZE - SPARE) != NULL);
}

static void
small_allocations_jump_at_the_end_and_not_past_it(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t n = 0;
    char *p;

    while ((p = try_raw(&a, 1, 1)) != NULL) {
        CHECK(p + 1 <= region + REGION_SIZE);
        CHECK(a.at <= a.end);
        n++;
    }
    CHECK(n >= REGION_SIZE / SPARE - 2);
    CHECK(n <= REGION_SIZE / ARENA_ALIGN);
}

static void
a_jump_leaves_the_arena_as_it_was(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_raw(&a, char, 100);
    size_t used = arena_used(&a);

    memset(p, 'k', 100);
    CHECK(try_new(&a, 1, REGION_SIZE) == NULL);
    CHECK_INT(arena_used(&a), used);
    CHECK(try_new(&a, 1, 100) != NULL);
    CHECK(is_filled_with(p, 100, 'k'));
}

static void
products_that_overflow_jump(void)
{
    struct arena a = arena_of(REGION_SIZE);
    static const struct { size_t n, size; } asked[] = {
        { SIZE_MAX, 1 }, { 1, SIZE_MAX }, { SIZE_MAX, SIZE_MAX },
        { SIZE_MAX / 8 + 2, 8 },        /* 8 when wrapped */
        { SIZE_MAX / 2 + 1, 2 },        /* 0 when wrapped */
        { 2, SIZE_MAX / 2 + 2 },        /* 2 when wrapped */
        { SIZE_MAX - ARENA_ALIGN + 2, 1 }
    };

    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        CHECK(try_new(&a, asked[i].n, asked[i].size) == NULL);
        CHECK(try_raw(&a, asked[i].n, asked[i].size) == NULL);
        CHECK_INT(arena_used(&a), 0);
    }
}

static void
an_arena_of_no_bytes_jumps_at_once(void)
{
    struct arena a = arena_of(0);

    CHECK(try_new(&a, 1, 1) == NULL);
    a = arena_of(ARENA_ALIGN - 1);
    CHECK(try_new(&a, 1, 1) == NULL);
    CHECK_INT(arena_used(&a), 0);
}

/* -- the newest allocation ------------------------------------------------- */

static void
the_newest_allocation_grows_and_shrinks_in_place(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_raw(&a, char, 10);
    char *q;

    memset(p, 'a', 10);
    CHECK(arena_resize(&a, p, 10, 1000));
    CHECK(is_filled_with(p, 10, 'a'));
    memset(p, 'b', 1000);
    CHECK(arena_used(&a) >= 1000);

    CHECK(arena_resize(&a, p, 1000, 20));
    CHECK(is_filled_with(p, 20, 'b'));
    CHECK(arena_used(&a) <= 20 + SPARE);

    q = arena_raw(&a, char, 16);
    CHECK(q >= p + 20);
    memset(q, 'c', 16);
    CHECK(is_filled_with(p, 20, 'b'));
}

static void
an_older_allocation_is_not_resized(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_raw(&a, char, 10);
    char *q = arena_raw(&a, char, 10);
    size_t used = arena_used(&a);

    CHECK(!arena_resize(&a, p, 10, 20));
    CHECK(!arena_resize(&a, p, 10, 5));
    CHECK_INT(arena_used(&a), used);
    CHECK(arena_resize(&a, q, 10, 20));
}

static void
a_resize_without_room_is_refused_and_changes_nothing(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_raw(&a, char, 64);
    size_t used = arena_used(&a);

    memset(p, 'k', 64);
    CHECK(!arena_resize(&a, p, 64, REGION_SIZE + 1));
    CHECK(!arena_resize(&a, p, 64, SIZE_MAX));
    CHECK(!arena_resize(&a, p, 64, SIZE_MAX - ARENA_ALIGN));
    CHECK_INT(arena_used(&a), used);
    CHECK(is_filled_with(p, 64, 'k'));
    CHECK(arena_resize(&a, p, 64, REGION_SIZE - SPARE));
    CHECK(!arena_resize(&a, p, REGION_SIZE - SPARE, REGION_SIZE + 1));
}

/* -- arrays ---------------------------------------------------------------- */

static void
an_array_grows_when_it_is_full_only(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t cap = 0, used;
    uint32_t *items = arena_grow(&a, NULL, 0, &cap, sizeof *items);

    CHECK(items != NULL);
    CHECK(cap > 0);
    used = arena_used(&a);
    for (size_t n = 0; n < cap; n++) {
        CHECK(arena_grow(&a, items, n, &cap, sizeof *items) == items);
        items[n] = (uint32_t)n;
    }
    CHECK_INT(arena_used(&a), used);
}

static void
an_array_keeps_its_items_wherever_it_grows(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t cap = 0, moved = 0;
    uint32_t *items = NULL;

    for (uint32_t n = 0; n < 200; n++) {
        uint32_t *old = items;

        items = arena_grow(&a, items, n, &cap, sizeof *items);
        CHECK(cap > n);
        moved += items != old;
        items[n] = n * 7;
        if (n == 40)
            arena_raw(&a, char, 1);     /* no longer the newest */
    }
    for (uint32_t n = 0; n < 200; n++)
        CHECK_INT(items[n], n * 7);
    CHECK_INT(moved, 2);                /* the first, and the one behind n 40 */
}

static void
an_arrays_room_doubles(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t cap = 0;
    uint32_t *items = arena_grow(&a, NULL, 0, &cap, sizeof *items);
    size_t first = cap;

    items = arena_grow(&a, items, cap, &cap, sizeof *items);
    CHECK_INT(cap, 2 * first);
    arena_grow(&a, items, cap, &cap, sizeof *items);
    CHECK_INT(cap, 4 * first);
}

static void
an_array_that_does_not_fit_jumps(void)
{
    struct arena a = arena_of(REGION_SIZE);
    size_t cap = 0, n = 0;
    uint32_t *items = NULL, *grown;

    while ((grown = try_grow(&a, items, n, &cap)) != NULL) {
        items = grown;
        items[n] = (uint32_t)n;
        n++;
    }
    CHECK(n <= REGION_SIZE / sizeof *items);
    CHECK(n >= REGION_SIZE / sizeof *items / 4);
    for (size_t i = 0; i < n; i++)
        CHECK_INT(items[i], i);
    CHECK_INT(cap, n);                  /* as before the jump */
}

/* -- reset ----------------------------------------------------------------- */

static void
reset_begins_again_at_the_start(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *first = arena_new(&a, char, 100);

    arena_new(&a, char, 100);
    arena_reset(&a, region, REGION_SIZE);
    CHECK_INT(arena_used(&a), 0);
    CHECK(arena_new(&a, char, 100) == first);
    CHECK(first == region);
}

static void
reset_may_give_a_page_less_than_the_region(void)
{
    struct arena a = arena_of(REGION_SIZE);

    arena_reset(&a, region, 1000);
    CHECK(a.end <= region + 1000);
    CHECK(try_new(&a, 1, 1001) == NULL);
    CHECK(try_new(&a, 1, 1000 - SPARE - ARENA_ALIGN) != NULL);
}

#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>

static bool
is_poisoned(const char *p)
{
    return __asan_address_is_poisoned(p) != 0;
}

static void
what_lies_behind_the_newest_allocation_is_poisoned(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_new(&a, char, 13);
    char *q = arena_new(&a, char, 16);

    CHECK(!is_poisoned(p) && !is_poisoned(p + 12));
    CHECK(is_poisoned(p + 13));
    CHECK(!is_poisoned(q) && !is_poisoned(q + 15));
    CHECK(is_poisoned(q + 16));

    CHECK(arena_resize(&a, q, 16, 40));
    CHECK(!is_poisoned(q + 39));
    CHECK(is_poisoned(q + 40));
    CHECK(arena_resize(&a, q, 40, 3));
    CHECK(!is_poisoned(q + 2));
    CHECK(is_poisoned(q + 3));
}

static void
the_last_pages_memory_is_poisoned(void)
{
    struct arena a = arena_of(REGION_SIZE);
    char *p = arena_new(&a, char, 500);

    arena_reset(&a, region, REGION_SIZE);
    CHECK(is_poisoned(p));
    CHECK(is_poisoned(p + 499));
}
#endif

int
main(void)
{
    every_allocation_is_aligned();
    new_memory_is_zeroed_after_a_page_that_filled_it();
    allocations_do_not_overlap();
    no_objects_are_not_null();
    used_bytes_are_what_was_asked_for_and_little_more();
    what_just_fits_is_given_and_one_byte_too_many_jumps();
    small_allocations_jump_at_the_end_and_not_past_it();
    a_jump_leaves_the_arena_as_it_was();
    products_that_overflow_jump();
    an_arena_of_no_bytes_jumps_at_once();
    the_newest_allocation_grows_and_shrinks_in_place();
    an_older_allocation_is_not_resized();
    a_resize_without_room_is_refused_and_changes_nothing();
    an_array_grows_when_it_is_full_only();
    an_array_keeps_its_items_wherever_it_grows();
    an_arrays_room_doubles();
    an_array_that_does_not_fit_jumps();
    reset_begins_again_at_the_start();
    reset_may_give_a_page_less_than_the_region();
#ifdef HAS_ASAN
    what_lies_behind_the_newest_allocation_is_poisoned();
    the_last_pages_memory_is_poisoned();
#endif
    return check_summary();
}
