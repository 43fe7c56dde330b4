/* test_table.c - a table finds what was put, and an aimed collision costs a
 * bounded number of steps. */
#include "base/table.h"

#include "base/limits.h"
#include "tests/check.h"

enum { N_SLOTS = 512 };

/* Zeroed; one at a time. */
static struct table
table_of(uint32_t n_slots)
{
    static struct table_slot slots[N_SLOTS];

    memset(slots, 0, sizeof slots);
    return (struct table){ slots, n_slots };
}

/* Keys that all belong in slot `at` of a table of N_SLOTS. */
static uint64_t
key_at(uint32_t at, uint32_t i)
{
    return (uint64_t)(i + 1) * N_SLOTS + at;
}

static bool
put(struct table *t, uint64_t key, uint32_t value)
{
    bool added = false;

    return table_put(t, key, value, &added) != NULL && added;
}

static bool
holds(const struct table *t, uint64_t key, uint32_t value)
{
    const uint32_t *found = table_find(t, key);

    return found && *found == value;
}

/* -- sizes ----------------------------------------------------------------- */

static void
slots_are_a_power_of_two_and_twice_the_keys(void)
{
    static const uint32_t ns[] = {
        0, 1, 7, 8, 9, 15, 16, 17, 1000, 1024, 1025, 65535, 65536, 65537,
        1000000, 1u << 28, (1u << 28) + 1, 1u << 29
    };

    for (size_t i = 0; i < sizeof ns / sizeof ns[0]; i++) {
        uint32_t slots = table_slots_for(ns[i]);

        CHECK(slots > 0);
        CHECK_INT(slots & (slots - 1), 0);
        CHECK(slots / 2 >= ns[i]);
    }
}

static void
slots_are_not_wasted(void)
{
    CHECK(table_slots_for(0) <= 16);
    CHECK_INT(table_slots_for(64), 128);
    CHECK_INT(table_slots_for(65), 256);
    CHECK_INT(table_slots_for(1u << 20), 1 << 21);
}

/* -- put and find ---------------------------------------------------------- */

static void
an_empty_table_holds_nothing(void)
{
    struct table t = table_of(16);
    struct table none = { NULL, 0 };

    CHECK(table_find(&t, 0) == NULL);
    CHECK(table_find(&t, 1) == NULL);
    CHECK(table_find(&t, UINT64_MAX) == NULL);
    CHECK(table_find(&none, 1) == NULL);
}

static void
what_was_put_is_found(void)
{
    struct table t = table_of(N_SLOTS);

    for (uint32_t i = 0; i < N_SLOTS / 2; i++)
        CHECK(put(&t, i * 0x9E3779B97F4A7C15u + 5, i));
    for (uint32_t i = 0; i < N_SLOTS / 2; i++)
        CHECK(holds(&t, i * 0x9E3779B97F4A7C15u + 5, i));
    CHECK(table_find(&t, 6) == NULL);
}

static void
a_key_is_added_once_and_keeps_its_value(void)
{
    struct table t = table_of(16);
    bool added = false;
    uint32_t *value = table_put(&t, 77, 5, &added), *again;

    if (!CHECK(value != NULL))
        return;
    CHECK(added);
    CHECK_INT(*value, 5);
    again = table_put(&t, 77, 9, &added);
    CHECK(!added);
    CHECK(again == value);
    CHECK_INT(*value, 5);
}

static void
a_value_can_be_written_where_it_stands(void)
{
    struct table t = table_of(16);
    bool added;

    for (int i = 0; i < 3; i++) {
        uint32_t *count = table_put(&t, 42, 0, &added);

        if (CHECK(count != NULL))
            ++*count;
    }
    CHECK(holds(&t, 42, 3));
}

static void
values_of_all_sizes_are_kept(void)
{
    struct table t = table_of(16);

    CHECK(put(&t, 3, 0));
    CHECK(put(&t, 4, UINT32_MAX));
    CHECK(holds(&t, 3, 0));
    CHECK(holds(&t, 4, UINT32_MAX));
}

static void
key_zero_is_key_one(void)
{
    struct table t = table_of(16);

    CHECK(put(&t, 0, 11));
    CHECK(holds(&t, 0, 11));
    CHECK(holds(&t, 1, 11));
    CHECK(!put(&t, 1, 12));
    CHECK(holds(&t, 0, 11));
}

static void
keys_that_differ_in_one_half_only_are_apart(void)
{
    struct table t = table_of(N_SLOTS);

    for (uint32_t i = 1; i <= 40; i++) {
        CHECK(put(&t, i, i));
        CHECK(put(&t, (uint64_t)i << 32, 1000 + i));
    }
    for (uint32_t i = 1; i <= 40; i++) {
        CHECK(holds(&t, i, i));
        CHECK(holds(&t, (uint64_t)i << 32, 1000 + i));
    }
}

/* -- collisions ------------------------------------------------------------ */

static void
colliding_keys_are_all_found(void)
{
    struct table t = table_of(N_SLOTS);

    for (uint32_t i = 0; i < 30; i++)
        CHECK(put(&t, key_at(3, i), i));
    for (uint32_t i = 0; i < 30; i++)
        CHECK(holds(&t, key_at(3, i), i));
    CHECK(table_find(&t, key_at(3, 30)) == NULL);
}

static void
probing_goes_on_from_the_last_slot_to_the_first(void)
{
    struct table t = table_of(N_SLOTS);

    for (uint32_t i = 0; i < 10; i++)
        CHECK(put(&t, key_at(N_SLOTS - 2, i), i));
    CHECK(put(&t, key_at(0, 0), 100));
    for (uint32_t i = 0; i < 10; i++)
        CHECK(holds(&t, key_at(N_SLOTS - 2, i), i));
    CHECK(holds(&t, key_at(0, 0), 100));
}

static void
past_the_bound_a_key_is_absent_and_not_stored(void)
{
    struct table t = table_of(N_SLOTS);
    bool added;

    for (uint32_t i = 0; i < TABLE_MAX_PROBES; i++)
        CHECK(put(&t, key_at(7, i), i));
    CHECK(table_put(&t, key_at(7, TABLE_MAX_PROBES), 1, &added) == NULL);
    CHECK(table_find(&t, key_at(7, TABLE_MAX_PROBES)) == NULL);
    CHECK(holds(&t, key_at(7, 0), 0));
    CHECK(holds(&t, key_at(7, TABLE_MAX_PROBES - 1), TABLE_MAX_PROBES - 1));
}

static void
a_key_behind_the_crowd_is_still_within_reach(void)
{
    struct table t = table_of(N_SLOTS);

    for (uint32_t i = 0; i < TABLE_MAX_PROBES; i++)
        CHECK(put(&t, key_at(7, i), i));
    CHECK(put(&t, key_at(8, 0), 500));          /* one slot on: one step less */
    CHECK(holds(&t, key_at(8, 0), 500));
    CHECK(put(&t, key_at(200, 0), 600));
    CHECK(holds(&t, key_at(200, 0), 600));
}

static void
a_full_table_refuses_new_keys_and_finds_the_old(void)
{
    struct table t = table_of(16);
    bool added;

    for (uint32_t i = 1; i <= 16; i++)
        CHECK(put(&t, i, i));
    CHECK(table_put(&t, 17, 1, &added) == NULL);
    CHECK(table_find(&t, 17) == NULL);
    for (uint32_t i = 1; i <= 16; i++)
        CHECK(holds(&t, i, i));
    CHECK(table_put(&t, 16, 1, &added) != NULL);
    CHECK(!added);
}

int
main(void)
{
    slots_are_a_power_of_two_and_twice_the_keys();
    slots_are_not_wasted();
    an_empty_table_holds_nothing();
    what_was_put_is_found();
    a_key_is_added_once_and_keeps_its_value();
    a_value_can_be_written_where_it_stands();
    values_of_all_sizes_are_kept();
    key_zero_is_key_one();
    keys_that_differ_in_one_half_only_are_apart();
    colliding_keys_are_all_found();
    probing_goes_on_from_the_last_slot_to_the_first();
    past_the_bound_a_key_is_absent_and_not_stored();
    a_key_behind_the_crowd_is_still_within_reach();
    a_full_table_refuses_new_keys_and_finds_the_old();
    return check_summary();
}
