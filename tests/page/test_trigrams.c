/* test_trigrams.c - what texts may hold, and what they cannot. */
#include "page/trigrams.h"

#include "check.h"

static void
test_what_a_text_holds_it_may_hold(void)
{
    struct trigrams set = { { 0 } };
    struct str text = STR("post-body إعلان e3lan_300");

    trigrams_add(&set, text);
    for (size_t beg = 0; beg < text.len; beg++)
        for (size_t end = beg; end <= text.len; end++)
            CHECK(trigrams_may_hold(&set, str_slice(text, beg, end)));
}

static void
test_what_no_text_holds_is_told(void)
{
    struct trigrams set = { { 0 } };

    CHECK(!trigrams_may_hold(&set, STR("abc")));
    trigrams_add(&set, STR("sidebar"));
    trigrams_add(&set, STR("content"));
    CHECK(!trigrams_may_hold(&set, STR("footer")));
    CHECK(!trigrams_may_hold(&set, STR("barcon")));
    CHECK(trigrams_may_hold(&set, STR("debar")));
}

static void
test_short_parts_may_always_be_held(void)
{
    struct trigrams set = { { 0 } };

    CHECK(trigrams_may_hold(&set, STR("")));
    CHECK(trigrams_may_hold(&set, STR("ab")));
    trigrams_add(&set, STR("ab"));
    CHECK(!trigrams_may_hold(&set, STR("abx")));
}

int
main(void)
{
    test_what_a_text_holds_it_may_hold();
    test_what_no_text_holds_is_told();
    test_short_parts_may_always_be_held();
    return check_summary();
}
