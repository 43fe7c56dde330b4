/* test_words.c - the walk over folded words, their number, their hash. */
#include "text/words.h"

#include "check.h"
#include "random_text.h"
#include "text/arabic.h"

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

/* -- words of text that is not folded -------------------------------------- */

struct raw_case {
    const char *text;
    const char *want;       /* words, each behind '|' */
};

static void
check_raw(const char *text, const char *want)
{
    struct str s = str_of(text), word;
    char got[256];
    size_t at = 0, len = 0;

    while (raw_words_next(s, &at, &word)) {
        CHECK(word.ptr >= s.ptr && word.ptr + word.len <= s.ptr + at);
        got[len++] = '|';
        memcpy(got + len, word.ptr, word.len);
        len += word.len;
    }
    CHECK_INT(at, s.len);
    CHECK(!raw_words_next(s, &at, &word));
    if (!CHECK_STR(((struct str){ got, len }), want))
        printf("    in:   [%s]\n", text);
}

static void
test_raw_words_are_those_that_folding_leaves(void)
{
    static const struct raw_case cases[] = {
        { "", "" }, { " ", "" }, { ". - !", "" }, { "a", "|a" },
        { "  a, b.c ", "|a|b|c" }, { "قال: «نعم»", "|قال|نعم" },
        { "أَيْضًا", "|أَيْضًا" }, { "عـــاجل", "|عـــاجل" }, { "ـ", "" },
        { "a \xD9\x8B b", "|a|b" }, { "2024/٠٥", "|2024|٠٥" },
        { "a\xC2\xA0" "b", "|a|b" }, { "don't", "|don|t" },
        { "a\xE2\x80\x8C" "b", "|a\xE2\x80\x8C" "b" }, { "né ñ", "|né|ñ" },
        { "محمدﷺقال", "|محمد|ﷺ|قال" }, { "ﷺﷻ ٥﷼.", "|ﷺ|ﷻ|٥|﷼" }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_raw(cases[i].text, cases[i].want);
}

static void
test_raw_words_say_how_many_they_are(void)
{
    CHECK_INT(raw_word_count(STR("نبي")), 1);
    CHECK_INT(raw_word_count(STR("ﷺ")), 4);
    CHECK_INT(raw_word_count(STR("ﷻ")), 2);
    CHECK_INT(raw_word_count(STR("﷼")), 1);
}

static void
test_no_text_has_no_raw_words(void)
{
    struct str word;
    size_t at = 0;

    CHECK(!raw_words_next((struct str){ NULL, 0 }, &at, &word));
    CHECK_INT(at, 0);
}

/* Each raw word, folded, is as many words as it says. */
static void
check_same_words(struct str text)
{
    char folded[8192], one[8192];
    size_t len = fold_text(text, folded, sizeof folded), at = 0, beg = 0;
    struct str raw;
    uint32_t n = 0;

    CHECK(len <= sizeof folded);
    while (raw_words_next(text, &at, &raw)) {
        size_t n_one = fold_text(raw, one, sizeof one);
        struct str word = { one, n_one };

        n += raw_word_count(raw);
        if (!CHECK(words_count(word) == raw_word_count(raw) &&
                   beg + n_one <= len &&
                   str_eq((struct str){ folded + beg, n_one }, word))) {
            printf("    in:   [%.*s]\n", (int)text.len, text.ptr);
            return;
        }
        beg += n_one + 1;
    }
    if (!CHECK_INT(n, words_count((struct str){ folded, len })))
        printf("    in:   [%.*s]\n", (int)text.len, text.ptr);
}

static void
test_random_texts_have_the_same_words_raw_and_folded(void)
{
    struct random_text r = { .state = 2024 };

    for (int i = 0; i < 20000; i++)
        check_same_words(random_text_next(&r));
}

/* Every code point that folding may treat in its own way: alone, and before and
 * behind others. */
static void
test_each_character_is_a_word_or_none_in_both(void)
{
    for (uint32_t cp = 1; cp < 0x20000; cp++) {
        char text[20] = "a ";
        size_t n = 2;

        if (cp >= 0xD800 && cp < 0xE000)
            continue;
        n += utf8_put(text + n, cp);
        text[n++] = ' ';
        n += utf8_put(text + n, cp);
        text[n++] = 'b';
        n += utf8_put(text + n, cp);
        check_same_words((struct str){ text, n });
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
    test_raw_words_are_those_that_folding_leaves();
    test_raw_words_say_how_many_they_are();
    test_no_text_has_no_raw_words();
    test_random_texts_have_the_same_words_raw_and_folded();
    test_each_character_is_a_word_or_none_in_both();
    return check_summary();
}
