/* test_store.c - what is in a store stays where it is until it is freed, and
 * what cannot be had is refused without harm. */
#include "base/store.h"

#include "tests/check.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

static bool
is_filled_with(const char *p, size_t n, char c)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != c)
            return false;
    return true;
}

/* -- allocations ----------------------------------------------------------- */

static void
every_allocation_is_aligned_and_zeroed(void)
{
    struct store s = { 0 };
    bool is_good = true;

    /* In all 1.1 MB, so that some stand at the end of what was got at once. */
    for (size_t n = 0; n < 1500; n++) {
        char *p = store_alloc(&s, n, 1);

        is_good = is_good && p && (uintptr_t)p % 16 == 0 &&
                  is_filled_with(p, n, 0);
        memset(p, 'x', n);
    }
    CHECK(is_good);
    store_free(&s);
}

static void
objects_have_room_for_all_of_them(void)
{
    struct store s = { 0 };
    uint64_t *a = store_new(&s, uint64_t, 100);
    uint64_t *b = store_new(&s, uint64_t, 100);

    if (!CHECK(a && b))
        return;
    CHECK(a + 100 <= b || b + 100 <= a);
    memset(a, 'a', 100 * sizeof *a);
    memset(b, 'b', 100 * sizeof *b);
    CHECK(is_filled_with((char *)a, 100 * sizeof *a, 'a'));
    store_free(&s);
}

static void
small_and_large_ones_stay_where_they_are(void)
{
    struct store s = { 0 };
    char *p[60];
    size_t len[60];

    for (size_t i = 0; i < 60; i++) {
        len[i] = i % 7 == 0 ? 200000 + i : 900 * i + 1;
        p[i] = store_new(&s, char, len[i]);
        if (!CHECK(p[i] && is_filled_with(p[i], len[i], 0)))
            return;
        memset(p[i], '0' + (int)i, len[i]);
    }
    for (size_t i = 0; i < 60; i++)
        CHECK(is_filled_with(p[i], len[i], (char)('0' + (int)i)));
    store_free(&s);
}

static void
no_bytes_are_not_refused(void)
{
    struct store s = { 0 };

    CHECK(store_new(&s, uint64_t, 0) != NULL);
    CHECK(store_alloc(&s, 5, 0) != NULL);
    CHECK(store_alloc(&s, SIZE_MAX, 0) != NULL);
    store_free(&s);
}

/* -- refused --------------------------------------------------------------- */

static void
products_that_overflow_are_refused(void)
{
    struct store s = { 0 };
    static const struct { size_t n, size; } asked[] = {
        { SIZE_MAX, 1 }, { 1, SIZE_MAX }, { SIZE_MAX, SIZE_MAX },
        { SIZE_MAX / 8 + 2, 8 },        /* 8 when wrapped */
        { SIZE_MAX / 2 + 1, 2 },        /* 0 when wrapped */
        { 1, SIZE_MAX - 14 }            /* 0 when rounded up */
    };

    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
        CHECK(store_alloc(&s, asked[i].n, asked[i].size) == NULL);
    CHECK(s.newest == NULL);
    store_free(&s);
}

static void
a_store_goes_on_after_a_refusal(void)
{
    struct store s = { 0 };
    char *before = store_new(&s, char, 100), *after;

    if (!CHECK(before != NULL))
        return;
    memset(before, 'k', 100);
    CHECK(store_alloc(&s, SIZE_MAX / 8 + 2, 8) == NULL);
    after = store_new(&s, char, 100);
    CHECK(after && is_filled_with(after, 100, 0));
    CHECK(is_filled_with(before, 100, 'k'));
    store_free(&s);
}

#ifndef HAS_ASAN
/* AddressSanitizer ends a program that asks for so much. */
static void
what_the_system_does_not_have_is_refused(void)
{
    struct store s = { 0 };
    uint32_t *items = store_new(&s, uint32_t, 16), *same = items;
    size_t cap = 16;

    if (!CHECK(items != NULL))
        return;
    CHECK(store_alloc(&s, SIZE_MAX / 4, 1) == NULL);
    CHECK(!store_grow(&s, &items, 0, &cap, SIZE_MAX / 128));
    CHECK(items == same);
    CHECK_INT(cap, 16);
    CHECK(store_new(&s, uint32_t, 16) != NULL);
    store_free(&s);
}
#endif

/* -- strings --------------------------------------------------------------- */

static void
a_string_is_copied_with_a_nul_behind_it(void)
{
    struct store s = { 0 };
    char text[] = "جريدة الضفاف";
    struct str copy = store_str(&s, str_of(text));

    if (!CHECK(copy.ptr != NULL))
        return;
    CHECK(copy.ptr != text);
    memset(text, '-', sizeof text - 1);
    CHECK_STR(copy, "جريدة الضفاف");
    CHECK_INT(copy.ptr[copy.len], 0);
    store_free(&s);
}

static void
a_string_may_hold_nuls_or_nothing(void)
{
    struct store s = { 0 };
    struct str copy = store_str(&s, STR("a\0b"));

    CHECK_INT(copy.len, 3);
    CHECK(copy.ptr && memcmp(copy.ptr, "a\0b", 4) == 0);

    copy = store_str(&s, (struct str){ NULL, 0 });
    CHECK_INT(copy.len, 0);
    CHECK(copy.ptr && copy.ptr[0] == '\0');
    store_free(&s);
}

static void
strings_of_all_lengths_end_in_their_own_nul(void)
{
    struct store s = { 0 };
    char text[64];
    struct str copies[64];

    memset(text, 'z', sizeof text);
    for (size_t n = 0; n < 64; n++)
        copies[n] = store_str(&s, (struct str){ text, n });
    for (size_t n = 0; n < 64; n++)
        CHECK(copies[n].len == n && str_eq(str_of(copies[n].ptr),
                                           (struct str){ text, n }));
    store_free(&s);
}

/* -- arrays ---------------------------------------------------------------- */

static void
an_array_has_room_for_sixteen_then_doubles(void)
{
    struct store s = { 0 };
    uint16_t *items = NULL;
    static const size_t caps[][2] = {
        { 0, 16 }, { 1, 16 }, { 7, 16 }, { 8, 16 }, { 9, 18 }, { 16, 32 },
        { 100, 200 }
    };

    for (size_t i = 0; i < sizeof caps / sizeof caps[0]; i++) {
        size_t cap = caps[i][0];

        CHECK(store_grow(&s, &items, 0, &cap, sizeof *items));
        CHECK_INT(cap, caps[i][1]);
    }
    store_free(&s);
}

static void
an_array_keeps_its_items_and_the_rest_is_zero(void)
{
    struct store s = { 0 };
    uint32_t *items = NULL;
    size_t cap = 0;

    for (uint32_t n = 0; n < 50000; n++) {
        if (n == cap && !CHECK(store_grow(&s, &items, n, &cap, sizeof *items)))
            break;
        items[n] = n * 3 + 1;
    }
    for (uint32_t n = 0; n < 50000; n += 777)
        CHECK_INT(items[n], n * 3 + 1);
    CHECK_INT(items[49999], 149998);
    CHECK(is_filled_with((char *)(items + 50000),
                         (cap - 50000) * sizeof *items, 0));
    store_free(&s);
}

static void
an_arrays_old_place_stays_readable(void)
{
    struct store s = { 0 };
    char *items = store_new(&s, char, 16), *old = items;
    size_t cap = 16;

    if (!CHECK(items != NULL))
        return;
    memset(items, 'o', 16);
    CHECK(store_grow(&s, &items, 16, &cap, 1));
    CHECK(items != old);
    items[0] = 'n';
    CHECK(is_filled_with(old, 16, 'o'));
    CHECK(is_filled_with(items + 1, 15, 'o'));
    store_free(&s);
}

static void
an_array_that_cannot_grow_stays_as_it_is(void)
{
    struct store s = { 0 };
    char *items = store_new(&s, char, 16), *same = items;
    size_t cap = 16;

    if (!CHECK(items != NULL))
        return;
    memset(items, 'k', 16);
    CHECK(!store_grow(&s, &items, 0, &cap, SIZE_MAX / 4));
    CHECK(items == same);
    CHECK_INT(cap, 16);
    CHECK(is_filled_with(items, 16, 'k'));
    store_free(&s);
}

/* -- free ------------------------------------------------------------------ */

static void
a_freed_store_is_empty_and_can_be_used_again(void)
{
    struct store s = { 0 };
    char *p = store_new(&s, char, 300000);

    CHECK(p != NULL);
    store_new(&s, char, 10);
    store_free(&s);
    CHECK(s.newest == NULL);
    CHECK_INT(s.used, 0);

    p = store_new(&s, char, 1000);
    CHECK(p && is_filled_with(p, 1000, 0));
    store_free(&s);
    store_free(&s);
    CHECK(s.newest == NULL);
}

int
main(void)
{
    every_allocation_is_aligned_and_zeroed();
    objects_have_room_for_all_of_them();
    small_and_large_ones_stay_where_they_are();
    no_bytes_are_not_refused();
    products_that_overflow_are_refused();
    a_store_goes_on_after_a_refusal();
#ifdef HAS_ASAN
    printf("SKIPPED: memory that the system refuses: AddressSanitizer ends the "
           "program\n");
#else
    what_the_system_does_not_have_is_refused();
#endif
    a_string_is_copied_with_a_nul_behind_it();
    a_string_may_hold_nuls_or_nothing();
    strings_of_all_lengths_end_in_their_own_nul();
    an_array_has_room_for_sixteen_then_doubles();
    an_array_keeps_its_items_and_the_rest_is_zero();
    an_arrays_old_place_stays_readable();
    an_array_that_cannot_grow_stays_as_it_is();
    a_freed_store_is_empty_and_can_be_used_again();
    return check_summary();
}
