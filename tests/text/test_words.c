/* test_words.c - the walk over folded words, their number, their hash. */
#include "text/words.h"

#include "check.h"

static void
test_words_are_what_stands_between_spaces(void)
{
    struct words it = words_begin(STR("قال الرييس 2024 x"));
    struct str word;

    CHECK(words_next(&it, &word));
    CHECK_STR(word, "قال");
    CHECK(words_next(&it, &word));
    CHECK_STR(word, "الرييس");
    CHECK(words_next(&it, &word));
    CHECK_STR(word, "2024");
    CHECK(words_next(&it, &word));
    CHECK_STR(word, "x");
    CHECK(!words_next(&it, &word));
    CHECK(!words_next(&it, &word));
}

static void
test_empty_text_has_no_words(void)
{
    struct words it = words_begin(STR(""));
    struct words none = words_begin((struct str){ NULL, 0 });
    struct str word;

    CHECK(!words_next(&it, &word));
    CHECK(!words_next(&none, &word));
    CHECK_INT(words_count(STR("")), 0);
    CHECK_INT(words_count((struct str){ NULL, 0 }), 0);
}

static void
test_words_are_counted(void)
{
    CHECK_INT(words_count(STR("كلمه")), 1);
    CHECK_INT(words_count(STR("a b")), 2);
    CHECK_INT(words_count(STR("من الي في علي 5")), 5);
}

/* A site model on disk holds these numbers: if this fails, models of earlier
 * versions are worthless. */
static void
test_hash_is_the_same_for_good(void)
{
    CHECK(words_hash(STR("")) == 0xB9D5A7DE99C5914D);
    CHECK(words_hash(STR("من")) == 0xF9CF62428BCB5D9F);
    CHECK(words_hash(STR("اقرا ايضا")) == 0xA4DA817260D74AFC);
}

static void
test_hash_tells_texts_apart(void)
{
    char text[400];

    memset(text, 'a', sizeof text);
    CHECK(words_hash(STR("من")) != words_hash(STR("عن")));
    CHECK(words_hash(STR("a b")) != words_hash(STR("ab")));
    /* One length on each side of every branch of XXH3, and one byte changed. */
    for (size_t len = 1; len <= sizeof text; len += 13) {
        uint64_t before = words_hash((struct str){ text, len });

        text[len / 2] = 'b';
        CHECK(words_hash((struct str){ text, len }) != before);
        text[len / 2] = 'a';
        CHECK(words_hash((struct str){ text, len }) == before);
    }
}

int
main(void)
{
    test_words_are_what_stands_between_spaces();
    test_empty_text_has_no_words();
    test_words_are_counted();
    test_hash_is_the_same_for_good();
    test_hash_tells_texts_apart();
    return check_summary();
}
