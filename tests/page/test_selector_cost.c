/* test_selector_cost.c - what selectors cost on pages made to be costly: fuel
 * and arena, never seconds. A test that is slow has lost its fuel. */
#include "page/selector.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"

/* A part n times over between two ends; to be freed. */
static char *
repeated(const char *before, const char *part, size_t n, const char *behind)
{
    struct str beg = str_of(before), end = str_of(behind), p = str_of(part);
    size_t len = beg.len + n * p.len + end.len;
    char *out = malloc(len + 1), *at = out;

    if (!out)
        abort();
    memcpy(at, beg.ptr, beg.len);
    for (at += beg.len; n > 0; n--, at += p.len)
        memcpy(at, p.ptr, p.len);
    memcpy(at, end.ptr, end.len);
    out[len] = '\0';
    return out;
}

static struct element_list
find_with(struct element_index *x, const char *text)
{
    struct store store = { NULL, 0 };
    struct selector_error error;
    const struct selector *s = selector_compile(&store, str_of(text), &error);
    struct element_list list = { NULL, 0 };

    if (CHECK(s != NULL))
        list = selector_find(s, x);
    store_free(&store);
    return list;
}

/* What each selector costs a byte of a page, its index included. */
static void
check_costs(char *html, uint64_t most, const char *const *selectors, size_t n)
{
    struct tree t = tree_of(str_of(html));
    uint64_t bytes = t.doc.text.len;

    free(html);
    for (size_t i = 0; i < n; i++) {
        struct fuel fuel = { 0, FUEL_BASE + FUEL_PER_BYTE * bytes };

        find_with(element_index_new(t.arena, &t.doc, &fuel), selectors[i]);
        if (!CHECK(most > 0 ? fuel.used <= most * bytes : fuel_is_out(&fuel)))
            printf("    in:   [%s] %d a byte\n", selectors[i],
                   (int)(fuel.used / bytes));
    }
}

#define CHECK_COSTS(html, most, selectors) \
    check_costs((html), (most), (selectors), \
                sizeof(selectors) / sizeof *(selectors))

static void
selectors_cost_little_on_wide_pages(void)
{
    static const char *const selectors[] = {
        "li ~ li", "li + li", "li ~ li ~ li", "li ~ li ~ li x",
        "li:last-of-type",
        "li:first-child", "ul > li:nth-child(2n)", "li:nth-of-type(3n+1)",
        ".none li", "[none] li", "b, a, li, *", "li:not([title]):empty",
        "#none ~ li + b", "b ~ li ~ li ~ li", "p:empty ~ li", ".x ~ li",
        "[class*=none] ~ li", "[none] ~ li"
    };
    static const char *const texts[] = { "li:text('a b')", "li:text('a') + b" };

    CHECK_COSTS(repeated("<ul>", "<li>a", 100000, "</ul><x>"), 8, selectors);
    CHECK_COSTS(repeated("<ul>", "<li>a", 2000, "</ul><x>"), 8, texts);
}

static void
selectors_cost_little_on_deep_pages(void)
{
    static const char *const selectors[] = {
        "div div div div div x", "div > div + div", "div div div div div div",
        "div:only-child > div", "x:text('b')"
    };
    static const char *const texts[] = { "div:text('b')", "div:text('a') x" };

    CHECK_COSTS(repeated("", "<div>a", 500, "<x>"), 8, selectors);
    /* finding an element's own text passes all that is below it */
    CHECK_COSTS(repeated("", "<div>a", 500, "<x>"), 50, texts);
}

/* Past the depth that is kept all are siblings. */
static void
selectors_cost_their_depth_on_very_deep_pages(void)
{
    static const char *const selectors[] = {
        "div div div div div x", "div > div ~ div", "div:last-of-type"
    };

    CHECK_COSTS(repeated("", "<div>", 100000, "<x>"), 8, selectors);
}

/* Quadratic ones meet the end of the fuel. */
static void
costly_selectors_end_with_the_fuel(void)
{
    static const char *const wide[] = {
        ":not(*) ~ li", ":not(*) ~ li ~ li ~ li", ":is(b, i) ~ li",
        ":not(li) ~ li"
    };
    static const char *const texts[] = { "li:text('b') ~ li" };

    CHECK_COSTS(repeated("<ul>", "<li>a", 20000, "</ul>"), 0, wide);
    CHECK_COSTS(repeated("<ul>", "<li>a", 3000, "</ul>"), 0, texts);
}

/* A start tag is read each time that it is asked. */
static void
long_start_tags_cost_their_bytes(void)
{
    static const char *const selectors[] = {
        "[title='x'] li", "[title*=ab] li", "[title*=aab i] li",
        "ul:not([none='']):not([title*=b]) li"
    };
    char *title = repeated("<ul title='&amp;", "a", 20000, "'>");

    CHECK_COSTS(repeated(title, "<li>", 20000, ""), 0, selectors);
    free(title);
}

/* "aaa...b" fits almost everywhere. */
static void
caseless_parts_cost_what_is_compared(void)
{
    char *part = repeated("[title*='", "a", 60, "b' i]");
    char *html = repeated("<p title='", "aaaaa", 20000, "'>");
    struct tree t = tree_of(str_of(html));
    struct fuel fuel = { 0, UINT64_MAX };

    free(html);
    find_with(element_index_new(t.arena, &t.doc, &fuel), part);
    free(part);
    CHECK(fuel.used > 50 * t.doc.text.len);
}

static void
classes_cost_one_each(void)
{
    char *classes = repeated("<ul class='", "a b ", 32, "'>");
    char *html = repeated(classes, "<li>", 1000, "");
    struct tree t = tree_of(str_of(html));
    struct fuel fuel = { 0, UINT64_MAX };
    struct element_index *x = element_index_new(t.arena, &t.doc, &fuel);

    fuel.used = 0;
    find_with(x, "ul:not(.none) li");
    CHECK(fuel.used > 64 * 1000 && fuel.used < 70 * 1000);
    free(classes);
    free(html);
}

/* Values with references are decoded each time, texts folded once. */
static void
what_is_asked_again_takes_no_more_memory(void)
{
    static const char *const selectors[] = {
        "[title='x'] li", "ul:text('none') li", "ul:not([title*=b i]) li"
    };
    char *ul = repeated("<ul title='&amp;", "a", 10000, "'>A &amp; B<b>.</b>");
    char *html = repeated(ul, "<li>", 10000, "");
    struct tree t = tree_of(str_of(html));
    struct fuel fuel = { 0, UINT64_MAX };
    struct element_index *x = element_index_new(t.arena, &t.doc, &fuel);

    free(ul);
    free(html);
    for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
        size_t used = arena_used(t.arena);

        find_with(x, selectors[i]);
        CHECK(arena_used(t.arena) - used < 500000);
    }
}

/* An element with and without fuel for all that it is asked. */
static void
out_of_fuel_nothing_false_is_found(void)
{
    static const char html[] =
        "<h2>b</h2><p class=x>c</p><p title=&amp;>d</p><p>e</p>";
    uint32_t before = 0;

    for (uint64_t budget = 0; budget < 400; budget++) {
        struct tree t = tree_of(str_of(html));
        struct fuel fuel = { 0, budget };
        struct element_list list =
            find_with(element_index_new(t.arena, &t.doc, &fuel),
                      "p:not(.x):not([title*='&' i]), h2 ~ p:text('e')");

        CHECK(list.n >= before && fuel.used <= budget);
        CHECK(list.n == 0 || list.nodes[0] == t.doc.n_nodes - 1);
        before = list.n;
    }
    CHECK_INT(before, 1);
}

int
main(void)
{
    selectors_cost_little_on_wide_pages();
    selectors_cost_little_on_deep_pages();
    selectors_cost_their_depth_on_very_deep_pages();
    costly_selectors_end_with_the_fuel();
    long_start_tags_cost_their_bytes();
    caseless_parts_cost_what_is_compared();
    classes_cost_one_each();
    what_is_asked_again_takes_no_more_memory();
    out_of_fuel_nothing_false_is_found();
    return check_summary();
}
