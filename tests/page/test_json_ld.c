#include "page/json_ld.h"

#include "base/limits.h"
#include "page/json_escape.h"
#include "tests/check.h"
#include "tests/scratch.h"

static struct arena *
fresh_arena(void)
{
    return scratch_arena(8 << 20);
}

static struct json_ld_article
read_body(const char *body, uint32_t *limits)
{
    struct json_ld_article article = { 0 };

    *limits = 0;
    json_ld_read(fresh_arena(), str_of(body), limits, &article);
    return article;
}

static struct str
headline_of(const char *body)
{
    uint32_t limits;

    return read_body(body, &limits).headline;
}

static void
test_values_of_an_article_are_read(void)
{
    uint32_t limits;
    struct json_ld_article got = read_body(
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        "\"headline\":\"عنوان\",\"datePublished\":\"2020-01-02\","
        "\"dateModified\":\"2020-01-03\",\"description\":\"وصف\","
        "\"articleBody\":\"متن\"}", &limits);

    CHECK_STR(got.type, "NewsArticle");
    CHECK_STR(got.headline, "عنوان");
    CHECK_STR(got.published, "2020-01-02");
    CHECK_STR(got.modified, "2020-01-03");
    CHECK_STR(got.description, "وصف");
    CHECK_STR(got.body, "متن");
    CHECK_INT(limits, 0);
}

static void
test_key_order_does_not_matter(void)
{
    CHECK_STR(headline_of("{\"headline\":\"أ\",\"@type\":\"Article\"}"), "أ");
}

static void
test_article_is_found_in_arrays_graph_and_main_entity(void)
{
    CHECK_STR(headline_of("[{\"@type\":\"WebSite\"},"
                          "{\"@type\":\"Article\",\"headline\":\"أ\"}]"),
              "أ");
    CHECK_STR(headline_of("{\"@graph\":[{\"@type\":\"Organization\","
                          "\"headline\":\"x\"},{\"@type\":\"BlogPosting\","
                          "\"headline\":\"ب\"}]}"), "ب");
    CHECK_STR(headline_of("{\"@type\":\"WebPage\",\"headline\":\"x\","
                          "\"mainEntity\":{\"@type\":\"NewsArticle\","
                          "\"headline\":\"ج\"}}"), "ج");
    CHECK_STR(headline_of("[[{\"@graph\":{\"@graph\":[{\"@type\":\"Report\","
                          "\"headline\":\"د\"}]}}]]"), "د");
}

static void
test_first_article_counts(void)
{
    CHECK_STR(headline_of("[{\"@type\":\"Article\",\"headline\":\"أ\"},"
                          "{\"@type\":\"Article\",\"headline\":\"ب\"}]"),
              "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\","
                          "\"headline\":\"ب\"}"), "أ");
}

static void
test_articles_of_lists_are_not_the_pages_own(void)
{
    uint32_t limits;

    CHECK_STR(read_body("{\"@type\":\"ItemList\",\"itemListElement\":["
                        "{\"@type\":\"Article\",\"headline\":\"أ\"}]}",
                        &limits).type, "");
    CHECK_STR(read_body("{\"@type\":\"WebPage\",\"hasPart\":"
                        "{\"@graph\":[{\"@type\":\"Article\"}]}}",
                        &limits).type, "");
}

static void
test_values_of_inner_objects_are_not_the_articles(void)
{
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"isPartOf\":"
                          "{\"headline\":\"x\"},\"headline\":\"أ\"}"), "أ");
    CHECK_STR(headline_of("[{\"headline\":\"x\"},{\"@type\":\"Article\"},"
                          "{\"headline\":\"y\"}]"), "");
}

static void
test_type_may_be_a_list_or_a_url(void)
{
    uint32_t limits;

    CHECK_STR(read_body("{\"@type\":[\"WebPage\",\"Article\"]}",
                        &limits).type, "Article");
    CHECK_STR(read_body("{\"@type\":\"http:\\/\\/schema.org\\/Article\"}",
                        &limits).type, "Article");
    CHECK_STR(read_body("{\"@type\":\"schema:Article\"}", &limits).type,
              "Article");
}

static void
test_types_that_only_sound_alike_are_no_articles(void)
{
    uint32_t limits;

    CHECK_STR(read_body("{\"@type\":\"ArticleList\"}", &limits).type, "");
    CHECK_STR(read_body("{\"@type\":\"\"}", &limits).type, "");
    CHECK_STR(read_body("{\"@type\":[]}", &limits).type, "");
    CHECK_STR(read_body("[{\"@type\":\"Thing\"},\"Article\"]", &limits).type,
              "");
    CHECK_STR(read_body("{\"@type\":{\"@type\":\"Article\"}}", &limits).type,
              "");
}

static void
test_values_that_are_not_strings_are_absent(void)
{
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":17}"), "");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":null,"
                          "\"x\":\"y\"}"), "");
    CHECK_STR(headline_of("{\"@type\":\"Article\","
                          "\"headline\":{\"@value\":\"x\"}}"), "");
    CHECK_STR(headline_of("[{\"@type\":\"Article\",\"headline\":[]},\"x\"]"),
              "");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":[\"أ\","
                          "\"ب\"]}"), "أ");
}

static void
test_wrappers_raw_line_ends_and_trailing_commas_do_no_harm(void)
{
    CHECK_STR(headline_of("<!--\n{\"@type\":\"Article\","
                          "\"headline\":\"أ\"}\n-->"), "أ");
    CHECK_STR(headline_of("//<![CDATA[\n{\"@type\":\"Article\","
                          "\"headline\":\"أ\"}\n//]]>"), "أ");
    CHECK_STR(headline_of("/* <![CDATA[ */[{\"@type\":\"Article\","
                          "\"headline\":\"أ\"}]/* ]]> */"), "أ");
    CHECK_STR(headline_of("{\"description\":\"a\nb\tc\","
                          "\"@type\":\"Article\",\"headline\":\"أ\",}"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"keywords\":[\"x\",],"
                          "\"headline\":\"أ\",,}"), "أ");
}

static void
test_what_stands_before_a_mistake_is_read(void)
{
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\","
                          "\"description\":\"قال \"لا\" اليوم\"}"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\","
                          "\"articleBody\":\"cut off he"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\","
                          "\"x\":\"\\q\",\"headline\":\"ب\"}"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\"]]}"),
              "أ");
}

static void
test_bodies_without_an_article_are_refused(void)
{
    static const char *const bodies[] = {
        "", " ", "null", "<!-- -->", "{", "[", "{}", "]", "}{", ":", "{:}",
        "\"", "{\"@type\"", "{\"@type\":", "{\"@type\"}", "{\"@type\":\"",
        "<![CDATA[", "\\", "{\"\\", "{\"a\":}",
    };

    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct json_ld_article article = { 0 };
        uint32_t limits = 0;

        CHECK(!json_ld_read(fresh_arena(), str_of(bodies[i]), &limits,
                            &article));
        CHECK_INT(limits, 0);
    }
}

/* "[[[ ... {article} ... ]]]", the article `depth` brackets deep itself. */
static bool
article_at_depth(int depth, uint32_t *limits)
{
    static char region[MAX_JSON_DEPTH * 2 + 64];
    struct json_ld_article article = { 0 };
    size_t n = 0;
    struct str item = STR("{\"@type\":\"Article\"}");

    for (int i = 1; i < depth; i++)
        region[n++] = '[';
    memcpy(region + n, item.ptr, item.len);
    n += item.len;
    for (int i = 1; i < depth; i++)
        region[n++] = ']';
    *limits = 0;
    return json_ld_read(fresh_arena(), (struct str){ region, n }, limits,
                        &article);
}

static void
test_nesting_is_read_up_to_the_limit(void)
{
    uint32_t limits;

    CHECK(article_at_depth(MAX_JSON_DEPTH, &limits));
    CHECK_INT(limits, 0);
    CHECK(!article_at_depth(MAX_JSON_DEPTH + 1, &limits));
    CHECK_INT(limits, LIMIT_JSON);
}

/* An article behind an array of n - 1 numbers and itself: n tokens and five
 * for the brackets, the article, its key and its type. */
static bool
article_behind_numbers(size_t n_numbers, uint32_t *limits)
{
    struct arena *a = fresh_arena();
    struct json_ld_article article = { 0 };
    char *s = arena_raw(a, char, n_numbers * 2 + 64);
    struct str item = STR("{\"@type\":\"Article\"}]");
    size_t n = 0;

    s[n++] = '[';
    for (size_t i = 0; i < n_numbers; i++) {
        s[n++] = '1';
        s[n++] = ',';
    }
    memcpy(s + n, item.ptr, item.len);
    *limits = 0;
    return json_ld_read(a, (struct str){ s, n + item.len }, limits, &article);
}

static void
test_values_are_read_up_to_the_limit(void)
{
    uint32_t limits;

    CHECK(article_behind_numbers(MAX_JSON_TOKENS - 4, &limits));
    CHECK_INT(limits, 0);
    CHECK(!article_behind_numbers(MAX_JSON_TOKENS - 3, &limits));
    CHECK_INT(limits, LIMIT_JSON);
}

/* What jsmn would read in quadratic time ends at the first odd colon. */
static void
test_a_second_colon_ends_reading(void)
{
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"headline\":\"أ\","
                          "\"a\":\"b\":\"c\",\"description\":\"x\"}"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"a\":\"b\":\"c\","
                          "\"headline\":\"x\"}"), "");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"a\":{}:\"c\","
                          "\"headline\":\"x\"}"), "");
}

static void
test_brackets_and_colons_in_strings_and_words_do_not_count(void)
{
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"a\":\"b:c:{[\\\":\","
                          "\"headline\":\"أ\"}"), "أ");
    CHECK_STR(headline_of("{\"@type\":\"Article\",\"a\":x\"[{[{,"
                          "\"headline\":\"أ\"}"), "أ");
}

static void
test_memory_of_tokens_is_given_back(void)
{
    struct arena *a = fresh_arena();
    struct json_ld_article article;
    struct str body = STR("[{\"@type\":\"Thing\"}]");
    uint32_t limits = 0;
    size_t used;

    json_ld_read(a, body, &limits, &article);
    used = arena_used(a);
    for (int i = 0; i < 10; i++)
        json_ld_read(a, body, &limits, &article);
    CHECK(arena_used(a) <= used + 10 * 4 * ARENA_ALIGN);
}

static struct str
unescape(const char *s)
{
    return json_unescape(fresh_arena(), str_of(s));
}

static void
test_escapes_are_undone(void)
{
    CHECK_STR(unescape("بلا"), "بلا");
    CHECK_STR(unescape("\\\"\\\\\\/\\b\\f\\n\\r\\t"), "\"\\/\b\f\n\r\t");
    CHECK_STR(unescape("\\u0627\\u0644x\\u06CC"), "الxی");
    CHECK_STR(unescape("\\uD83D\\uDE00"), "\xF0\x9F\x98\x80");
    CHECK_STR(unescape("a\\ud83d\\ude00b"), "a\xF0\x9F\x98\x80" "b");
}

static void
test_what_is_no_character_becomes_the_replacement(void)
{
    CHECK_STR(unescape("\\u0000"), "\xEF\xBF\xBD");
    CHECK_STR(unescape("\\uD83D"), "\xEF\xBF\xBD");
    CHECK_STR(unescape("\\uDE00\\uD83D"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK_STR(unescape("\\uD83D\\u0041"), "\xEF\xBF\xBD" "A");
    CHECK_STR(unescape("\\uD83D\\n"), "\xEF\xBF\xBD\n");
}

static void
test_broken_escapes_stand_for_themselves(void)
{
    CHECK_STR(unescape("\\"), "");
    CHECK_STR(unescape("\\q"), "q");
    CHECK_STR(unescape("\\u12"), "u12");
    CHECK_STR(unescape("\\u"), "u");
    CHECK_STR(unescape("\\u12x4"), "u12x4");
    CHECK_STR(unescape("\\uD83D\\u12"), "\xEF\xBF\xBD" "u12");
}

int
main(void)
{
    test_values_of_an_article_are_read();
    test_key_order_does_not_matter();
    test_article_is_found_in_arrays_graph_and_main_entity();
    test_first_article_counts();
    test_articles_of_lists_are_not_the_pages_own();
    test_values_of_inner_objects_are_not_the_articles();
    test_type_may_be_a_list_or_a_url();
    test_types_that_only_sound_alike_are_no_articles();
    test_values_that_are_not_strings_are_absent();
    test_wrappers_raw_line_ends_and_trailing_commas_do_no_harm();
    test_what_stands_before_a_mistake_is_read();
    test_bodies_without_an_article_are_refused();
    test_nesting_is_read_up_to_the_limit();
    test_values_are_read_up_to_the_limit();
    test_a_second_colon_ends_reading();
    test_brackets_and_colons_in_strings_and_words_do_not_count();
    test_memory_of_tokens_is_given_back();
    test_escapes_are_undone();
    test_what_is_no_character_becomes_the_replacement();
    test_broken_escapes_stand_for_themselves();
    return check_summary();
}
