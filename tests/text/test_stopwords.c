/* test_stopwords.c - reading a list of function words, and the list we ship.
 * Run from the top of the tree. */
#include "text/stopwords.h"

#include "check.h"
#include "text/arabic.h"
#include "text/words.h"

enum { LIST_MAX = 1 << 16 };

static char shipped_list[LIST_MAX];

static struct str
read_shipped_list(void)
{
    FILE *file = fopen("rules/stopwords.txt", "rb");
    size_t len = 0;

    if (CHECK(file != NULL)) {
        len = fread(shipped_list, 1, LIST_MAX, file);
        fclose(file);
    }
    CHECK(len > 0 && len < LIST_MAX);
    return (struct str){ shipped_list, len };
}

static void
test_words_of_a_list_are_found(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, STR("من\nعن\n"), &set));
    CHECK(stopwords_has(&set, STR("من")));
    CHECK(stopwords_has(&set, STR("عن")));
    CHECK(!stopwords_has(&set, STR("في")));
    CHECK(!stopwords_has(&set, STR("")));
    store_free(&s);
}

static void
test_comments_and_blanks_are_skipped(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, STR("# عن\n\n  من  # لم\n \t\nفي"), &set));
    CHECK(stopwords_has(&set, STR("من")));
    CHECK(stopwords_has(&set, STR("في")));
    CHECK(!stopwords_has(&set, STR("عن")));
    CHECK(!stopwords_has(&set, STR("لم")));
    store_free(&s);
}

static void
test_list_may_be_unfolded(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, STR("إلى\nأُولئك"), &set));
    CHECK(stopwords_has(&set, STR("الي")));
    CHECK(stopwords_has(&set, STR("اوليك")));
    store_free(&s);
}

static void
test_empty_list_has_nothing(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, STR(""), &set));
    CHECK(!stopwords_has(&set, STR("من")));
    store_free(&s);
}

static void
test_line_too_long_for_a_word_is_skipped(void)
{
    char list[1000];
    struct store s = { 0 };
    struct stopwords set;

    memset(list, 'a', sizeof list);
    memcpy(list + sizeof list - 5, "\nمن", 5);
    CHECK(stopwords_load(&s, (struct str){ list, sizeof list }, &set));
    CHECK(stopwords_has(&set, STR("من")));
    CHECK(!stopwords_has(&set, (struct str){ list, sizeof list - 5 }));
    store_free(&s);
}

static void
test_leading_waw_and_feh_are_looked_through(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, STR("من\nي\nهو"), &set));
    CHECK(stopwords_has(&set, STR("ومن")));
    CHECK(stopwords_has(&set, STR("فهو")));
    CHECK(!stopwords_has(&set, STR("بمن")));
    CHECK(!stopwords_has(&set, STR("وومن")));       /* one clitic only */
    CHECK(!stopwords_has(&set, STR("في")));         /* two letters: ف + ي */
    CHECK(!stopwords_has(&set, STR("و")));
    store_free(&s);
}

static uint32_t
count_function_words(const struct stopwords *set, const char *text)
{
    char folded[1000];
    size_t len = fold_text(str_of(text), folded, sizeof folded);
    struct words it = words_begin((struct str){ folded, len });
    struct str word;
    uint32_t n = 0;

    while (words_next(&it, &word))
        n += stopwords_has(set, word);
    return n;
}

static void
test_shipped_list_tells_prose_from_menus(void)
{
    struct store s = { 0 };
    struct stopwords set;

    CHECK(stopwords_load(&s, read_shipped_list(), &set));
    CHECK_INT(count_function_words(&set,
        "وقال إن هذا القرار لم يكن سهلا، لكنه كان ضروريا في ظل ما جرى"), 7);
    CHECK_INT(count_function_words(&set, "إلى أن على أو التي وأيضًا منها"), 7);
    CHECK_INT(count_function_words(&set,
        "الرئيسية أخبار رياضة اقتصاد ثقافة منوعات فيديو اتصل"), 0);
    CHECK_INT(count_function_words(&set, "مدينة نادي سنة عام محافظة"), 0);
    store_free(&s);
}

static void
test_shipped_list_is_folded_and_has_no_word_twice(void)
{
    struct str rest = read_shipped_list(), line;
    struct store s = { 0 };
    struct stopwords seen;
    char folded[64];
    uint32_t n = 0;
    bool is_new;

    CHECK(stopwords_load(&s, rest, &seen));
    memset(seen.table.slots, 0, seen.table.n_slots * sizeof *seen.table.slots);
    while (str_next_line(&rest, &line)) {
        size_t len = fold_text(line, folded, sizeof folded);

        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        n++;
        CHECK(str_eq((struct str){ folded, len }, line));
        CHECK(table_put(&seen.table, words_hash(line), 1, &is_new) != NULL);
        CHECK(is_new);
    }
    CHECK(n > 200);
    store_free(&s);
}

int
main(void)
{
    test_words_of_a_list_are_found();
    test_comments_and_blanks_are_skipped();
    test_list_may_be_unfolded();
    test_empty_list_has_nothing();
    test_line_too_long_for_a_word_is_skipped();
    test_leading_waw_and_feh_are_looked_through();
    test_shipped_list_tells_prose_from_menus();
    test_shipped_list_is_folded_and_has_no_word_twice();
    return check_summary();
}
