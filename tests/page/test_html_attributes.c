/* test_html_attributes.c - attributes are read as the tokenizer steps over
 * them. */
#include "page/html_attributes.h"

#include "base/limits.h"
#include "page/html_tokens.h"
#include "tests/check.h"
#include "tests/scratch.h"

/* All attributes of the tag at `src`, as name=[value] name=[value]. */
static struct str
read_at(const char *html, uint32_t src)
{
    static char out[512];
    struct html_attributes it = html_attributes_begin(str_of(html), src);
    struct html_attribute at;
    size_t n = 0;

    while (html_attributes_next(&it, &at))
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s=[%.*s]",
                              n > 0 ? " " : "", (int)at.name.len, at.name.ptr,
                              (int)at.value.len, at.value.ptr);
    return (struct str){ out, n };
}

static void
names_and_values_are_read(void)
{
    CHECK_STR(read_at("<p>", 0), "");
    CHECK_STR(read_at("<p id=a>", 0), "id=[a]");
    CHECK_STR(read_at("<p id = \"a b\" class='c \"d'>", 0),
              "id=[a b] class=[c \"d]");
    CHECK_STR(read_at("x<P\tID=a\n/checked/>", 1), "ID=[a] checked=[]");
    CHECK_STR(read_at("<a href=/b/c/>", 0), "href=[/b/c/]");
    CHECK_STR(read_at("<a b=\"c\"d='e'f>", 0), "b=[c] d=[e] f=[]");
}

static void
odd_tags_are_read_as_the_standard_says(void)
{
    CHECK_STR(read_at("<p =a>", 0), "=a=[]");
    CHECK_STR(read_at("<p =a=b>", 0), "=a=[b]");
    CHECK_STR(read_at("<p a=>b", 0), "a=[]");
    CHECK_STR(read_at("<p a= >b", 0), "a=[]");
    CHECK_STR(read_at("<p a\"b=c\"d>", 0), "a\"b=[c\"d]");
    CHECK_STR(read_at("<p a==b>", 0), "a=[=b]");
    CHECK_STR(read_at("<p a b = c d>", 0), "a=[] b=[c] d=[]");
    CHECK_STR(read_at("<p/a=b/c>", 0), "a=[b/c]");
    CHECK_STR(read_at("<p a=''>", 0), "a=[]");
}

static void
the_text_may_end_anywhere(void)
{
    CHECK_STR(read_at("<p a=\"b", 0), "a=[]");
    CHECK_STR(read_at("<p a=", 0), "a=[]");
    CHECK_STR(read_at("<p a", 0), "a=[]");
    CHECK_STR(read_at("<p ", 0), "");
    CHECK_STR(read_at("<p", 0), "");
}

/* The number that html_tokens.c counts, whose loop is another. */
static uint32_t
n_stepped_over(const char *html)
{
    struct arena *a = scratch_arena(1 << 16);
    struct str s = str_of(html);
    char *copy = arena_new(a, char, s.len + 16);
    struct html_tokens t;
    struct html_token token;

    memcpy(copy, s.ptr, s.len);
    t = html_tokens_begin((struct str){ copy, s.len });
    return html_tokens_next(&t, &token) ? token.n_attributes : UINT32_MAX;
}

static void
the_tokenizer_sees_as_many(void)
{
    static const char *const pieces[] = {
        " ", "a", "=", "\"", "'", "/", "\n", "b=c", "=\"d>e\"", "='f'"
    };
    enum { N_PIECES = sizeof pieces / sizeof *pieces };

    for (unsigned n = 0; n < N_PIECES * N_PIECES * N_PIECES * N_PIECES; n++) {
        char html[64];
        struct html_attributes it;
        struct html_attribute attribute;
        uint32_t n_read = 0;

        snprintf(html, sizeof html, "<p %s%s%s%s>", pieces[n % N_PIECES],
                 pieces[n / N_PIECES % N_PIECES],
                 pieces[n / N_PIECES / N_PIECES % N_PIECES],
                 pieces[n / N_PIECES / N_PIECES / N_PIECES]);
        if (n_stepped_over(html) == UINT32_MAX)
            continue;
        it = html_attributes_begin(str_of(html), 0);
        while (html_attributes_next(&it, &attribute))
            n_read++;
        if (!CHECK_INT(n_read, n_stepped_over(html)))
            printf("    %s\n", html);
    }
}

static void
the_first_of_a_name_counts(void)
{
    struct str raw;

    CHECK(html_attribute_find(STR("<p id=a ID=b>"), 0, STR("id"), &raw));
    CHECK_STR(raw, "a");
    CHECK(html_attribute_find(STR("<p CLASS=x>"), 0, STR("class"), &raw));
    CHECK_STR(raw, "x");
    CHECK(html_attribute_find(STR("<p hidden>"), 0, STR("hidden"), &raw));
    CHECK_STR(raw, "");
    CHECK(!html_attribute_find(STR("<p xid=a id2=b>"), 0, STR("id"), &raw));
}

static void
values_are_decoded_as_in_attributes(void)
{
    struct arena *a = scratch_arena(1 << 16);
    const char *html = "<a b=\"1&amp;2&lt\" c='?x=1&copy=2&copy;' d=plain>";
    struct str s = str_of(html), value;

    CHECK(html_attribute_get(a, s, 0, STR("b"), &value));
    CHECK_STR(value, "1&2<");
    CHECK(html_attribute_get(a, s, 0, STR("c"), &value));
    CHECK_STR(value, "?x=1&copy=2\xc2\xa9");
    CHECK(html_attribute_get(a, s, 0, STR("d"), &value));
    CHECK_STR(value, "plain");
    CHECK(value.ptr >= s.ptr && value.ptr < s.ptr + s.len);
    CHECK(!html_attribute_get(a, s, 0, STR("e"), &value));
    CHECK(html_attribute_get(a, STR("<a b='&nGt;&nGt;'>"), 0, STR("b"),
                             &value));
    CHECK_STR(value, "\xe2\x89\xab\xe2\x83\x92\xe2\x89\xab\xe2\x83\x92");
}

static void
no_more_than_the_bound_are_read(void)
{
    char html[8 * MAX_ATTRIBUTES + 64];
    struct str raw;
    size_t n = (size_t)snprintf(html, sizeof html, "<p");

    for (int i = 0; i <= MAX_ATTRIBUTES; i++)
        n += (size_t)snprintf(html + n, sizeof html - n, " a%d", i);
    snprintf(html + n, sizeof html - n, ">");
    CHECK(html_attribute_find(str_of(html), 0, STR("a255"), &raw));
    CHECK(!html_attribute_find(str_of(html), 0, STR("a256"), &raw));
}

int
main(void)
{
    names_and_values_are_read();
    odd_tags_are_read_as_the_standard_says();
    the_text_may_end_anywhere();
    the_tokenizer_sees_as_many();
    the_first_of_a_name_counts();
    values_are_decoded_as_in_attributes();
    no_more_than_the_bound_are_read();
    return check_summary();
}
