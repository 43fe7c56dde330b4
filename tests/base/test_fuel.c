/* test_fuel.c - fuel is counted to the unit and never comes back. */
#include "base/fuel.h"

#include "tests/check.h"

static void
spending_counts_what_was_used(void)
{
    struct fuel f = { 0, 100 };

    CHECK(fuel_spend(&f, 1));
    CHECK(fuel_spend(&f, 40));
    CHECK_INT(f.used, 41);
    CHECK_INT(f.budget, 100);
    CHECK(!fuel_is_out(&f));
}

static void
the_last_unit_can_be_spent(void)
{
    struct fuel f = { 0, 100 };

    CHECK(fuel_spend(&f, 99));
    CHECK(!fuel_is_out(&f));
    CHECK(fuel_spend(&f, 1));
    CHECK(fuel_is_out(&f));
    CHECK_INT(f.used, 100);
}

static void
one_unit_too_many_is_refused_and_empties_the_tank(void)
{
    struct fuel f = { 0, 100 };

    CHECK(fuel_spend(&f, 50));
    CHECK(!fuel_spend(&f, 51));
    CHECK_INT(f.used, 100);
    CHECK(fuel_is_out(&f));
}

static void
an_empty_tank_gives_nothing(void)
{
    struct fuel f = { 100, 100 };

    CHECK(fuel_is_out(&f));
    CHECK(!fuel_spend(&f, 1));
    CHECK(!fuel_spend(&f, UINT64_MAX));
    CHECK_INT(f.used, 100);
}

static void
nothing_is_always_there(void)
{
    struct fuel f = { 100, 100 };

    CHECK(fuel_spend(&f, 0));
    CHECK_INT(f.used, 100);
    f = (struct fuel){ 0, 0 };
    CHECK(fuel_spend(&f, 0));
    CHECK(fuel_is_out(&f));
}

static void
sums_do_not_wrap(void)
{
    struct fuel f = { 10, 100 };

    CHECK(!fuel_spend(&f, UINT64_MAX - 5));
    CHECK(fuel_is_out(&f));

    f = (struct fuel){ 0, UINT64_MAX };
    CHECK(fuel_spend(&f, UINT64_MAX - 1));
    CHECK(!fuel_is_out(&f));
    CHECK(!fuel_spend(&f, 2));
    CHECK(fuel_is_out(&f));
    CHECK(f.used == UINT64_MAX);
}

int
main(void)
{
    spending_counts_what_was_used();
    the_last_unit_can_be_spent();
    one_unit_too_many_is_refused_and_empties_the_tank();
    an_empty_tank_gives_nothing();
    nothing_is_always_there();
    sums_do_not_wrap();
    return check_summary();
}
