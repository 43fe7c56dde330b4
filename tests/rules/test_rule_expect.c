/* test_rule_expect.c - what an expect: line may say, and when a result breaks
 * it. */
#include "rules/rule_expect.h"

#include "check.h"

static const struct rule_result result = {
    .n_blocks = 3, .n_letters = 400, .arabic = 600, .links = 250,
    .has_title = true, .has_date = false
};

static void
check_broken(const char *expect, const char *word)
{
    struct str value = str_of(expect);

    if (!CHECK_INT(rule_expect_check_words(value).len, 0) ||
        !CHECK_STR(rule_expect_broken(value, &result), word))
        printf("    expect: %s\n", expect);
}

static void
test_counts_hold_at_their_bounds(void)
{
    check_broken("blocks>=3", "");
    check_broken("blocks>=4", "blocks>=4");
    check_broken("blocks<=3", "");
    check_broken("blocks<=2", "blocks<=2");
    check_broken("chars>=400", "");
    check_broken("chars>=401", "chars>=401");
    check_broken("chars<=400", "");
    check_broken("chars<=399", "chars<=399");
    check_broken("chars>=9999999", "chars>=9999999");
}

static void
test_shares_have_up_to_three_digits_behind_the_point(void)
{
    check_broken("arabic>=0.6", "");
    check_broken("arabic>=.6", "");
    check_broken("arabic>=0.601", "arabic>=0.601");
    check_broken("arabic<=0.6", "");
    check_broken("arabic<=0.599", "arabic<=0.599");
    check_broken("links<=0.25", "");
    check_broken("links<=0.249", "links<=0.249");
    check_broken("links>=0.25", "");
    check_broken("links>=1", "links>=1");
    check_broken("links>=0", "");
}

static void
test_title_and_date_are_there_or_not(void)
{
    check_broken("title", "");
    check_broken("date", "date");
}

static void
test_the_first_broken_word_is_told(void)
{
    check_broken("title blocks>=2 chars>=200", "");
    check_broken("  title   links<=0.1  date", "links<=0.1");
    check_broken("date links<=0.1", "date");
}

static void
test_the_largest_counts_do_not_overflow(void)
{
    const struct rule_result large = { .n_blocks = UINT32_MAX,
                                       .n_letters = UINT32_MAX };

    CHECK_INT(rule_expect_broken(STR("blocks>=2 chars>=9999999"),
                                 &large).len, 0);
    CHECK_STR(rule_expect_broken(STR("blocks<=9999999"), &large),
              "blocks<=9999999");
}

static void
test_words_that_cannot_be_read(void)
{
    static const char *const words[] = {
        "block>=2", "blocks", "blocks>2", "blocks=2", "blocks>=", "blocks>=x",
        "blocks>=-1", "blocks>=+1", "blocks>=1.2345", "blocks>=1.2.3",
        "blocks>=.", "blocks>=12345678", "blocks>=2,", "title>=1", "title!",
        "Title", "arabic>=60", "arabic>=1.001", "links<=30", "links<=0,3",
        ">=2", "blocks=>2", "blocks>=2|title", "blocks>=\xd9\xa2"
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char value[64];

        snprintf(value, sizeof value, "title %s date", words[i]);
        CHECK_STR(rule_expect_check_words(str_of(value)), words[i]);
    }
}

int
main(void)
{
    test_counts_hold_at_their_bounds();
    test_shares_have_up_to_three_digits_behind_the_point();
    test_title_and_date_are_there_or_not();
    test_the_first_broken_word_is_told();
    test_the_largest_counts_do_not_overflow();
    test_words_that_cannot_be_read();
    return check_summary();
}
