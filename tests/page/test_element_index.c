/* test_element_index.c - what the index of a page holds, and what it and
 * finding cost. */
#include "page/element_index.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"
#include "text/words.h"

/* `unit` n times between two other things. */
static struct tree
tree_of_many(const char *first, const char *unit, uint32_t n,
             const char *last)
{
    struct buf b = buf_new(scratch_arena((size_t)1 << 24), 1);
    struct tree t;
    char *html;

    buf_add(&b, str_of(first));
    for (uint32_t i = 0; i < n; i++)
        buf_add(&b, str_of(unit));
    buf_add(&b, str_of(last));
    html = malloc(b.len);
    if (!html)
        abort();
    memcpy(html, b.ptr, b.len);
    t = tree_of((struct str){ html, b.len });
    free(html);
    return t;
}

static struct element_index *
index_of(const struct tree *t)
{
    static struct fuel fuel;

    fuel = (struct fuel){ 0, UINT64_MAX };
    return element_index_new(t->arena, &t->doc, &fuel);
}

static struct element_list
find_in(struct element_index *x, const char *text)
{
    struct store store = { NULL, 0 };
    struct selector_error error;
    const struct selector *s = selector_compile(&store, str_of(text), &error);
    struct element_list list = { NULL, 0 };

    if (CHECK(s != NULL))
        list = selector_find(s, x);
    else
        printf("    in:   [%s] at %zu: %s\n", text, error.at, error.what);
    store_free(&store);
    return list;
}

static struct element_list
find_within(const struct tree *t, const char *text, struct fuel *fuel)
{
    return find_in(element_index_new(t->arena, &t->doc, fuel), text);
}

static struct element_list
find(const struct tree *t, const char *text)
{
    return find_in(index_of(t), text);
}

/* -- what it holds --------------------------------------------------------- */

static void
elements_have_their_names(void)
{
    struct tree t = tree_of(STR("<p id=a class=' b\tc\nb '><p ID='d&amp;' "
                                "class=e class=f id=g><p class=''>"));
    struct element_index *x = index_of(&t);

    CHECK(element_has_id(x, 3, STR("a")));
    CHECK(element_has_class(x, 3, STR("b")));
    CHECK(element_has_class(x, 3, STR("c")));
    CHECK(!element_has_class(x, 3, STR("")));
    CHECK(!element_has_class(x, 3, STR("b\tc")));
    CHECK(element_has_id(x, 4, STR("d&")));
    CHECK(!element_has_id(x, 4, STR("g")));
    CHECK(element_has_class(x, 4, STR("e")));
    CHECK(!element_has_class(x, 4, STR("f")));
    CHECK(!element_has_class(x, 5, STR("")));
    CHECK(!element_has_id(x, 5, STR("a")));
    CHECK(!element_has_class(x, 2, STR("b")));
}

static void
lists_by_name_run_in_document_order(void)
{
    struct tree t = tree_of(STR("<p class=a id=i><p class=b><p class='b a'><p "
                                "id=i>"));
    struct element_index *x = index_of(&t);
    uint32_t i = element_index_class(x, STR("a"));

    CHECK_INT(x->tokens[i].node, 3);
    CHECK_INT(x->tokens[x->tokens[i].next].node, 5);
    CHECK_INT(x->tokens[x->tokens[i].next].next, NO_TOKEN);
    i = element_index_id(x, STR("i"));
    CHECK_INT(x->id_tokens[i].node, 3);
    CHECK_INT(x->id_tokens[x->id_tokens[i].next].node, 6);
    CHECK_INT(element_index_class(x, STR("c")), NO_TOKEN);
    CHECK_INT(element_index_id(x, STR("a")), NO_TOKEN);
}

/* As if a page had names made to have one hash. */
static void
one_hash_is_not_one_name(void)
{
    struct tree t = tree_of(STR("<p class=a><p class=b id=c>"));
    struct element_index *x = index_of(&t);
    bool added;

    table_put(&x->classes, words_hash(STR("z")),
              element_index_class(x, STR("a")), &added);
    table_put(&x->ids, words_hash(STR("z")),
              element_index_id(x, STR("c")), &added);
    CHECK_INT(element_index_class(x, STR("z")),
              element_index_class(x, STR("a")));
    CHECK_INT(find_in(x, ".z").n, 0);
    CHECK_INT(find_in(x, "#z").n, 0);
    CHECK_INT(find_in(x, ".a").n, 1);
}

static void
clones_have_the_names_of_their_original(void)
{
    struct tree t = tree_of(STR("<p><b class=x id=y>a<p>b"));

    CHECK_INT(find(&t, "b.x").n, 2);
    CHECK_INT(find(&t, "p > #y").n, 2);
}

static void
elements_without_a_start_tag_have_only_a_tag(void)
{
    struct tree t = tree_of(STR("<table id=t><td>x"));

    CHECK_INT(find(&t, "tbody").n, 1);
    CHECK_INT(find(&t, "tbody > tr:first-child").n, 1);
    CHECK_INT(find(&t, "tbody:not([id])").n, 1);
    CHECK_INT(find(&t, "tbody[id], html[id]").n, 0);

    t = tree_of(STR("<p>x<body class=x><html lang=ar>"));
    CHECK_INT(find(&t, "html[lang=ar] > body.x").n, 1);
}

static void
places_are_numbered_by_parent_and_type(void)
{
    struct tree t = tree_of(STR("<div><x-a></x-a><p></p><x-b></x-b><X-A></X-A>"
                                "</div><div><p></p></div>"));
    struct element_index *x = index_of(&t);
    static const struct sibling_place want[] = {
        { NO_NODE, 1, 1, true, true },      /* html */
        { NO_NODE, 1, 1, false, true }, { 1, 2, 1, true, true },
        { NO_NODE, 1, 1, false, false },    /* div */
        { NO_NODE, 1, 1, false, false }, { 4, 2, 1, false, true },
        { 5, 3, 1, false, true }, { 6, 4, 2, true, true },
        { 3, 2, 2, true, true },            /* div */
        { NO_NODE, 1, 1, true, true }
    };

    for (uint32_t i = 0; i < sizeof want / sizeof *want; i++) {
        const struct sibling_place *p = element_place(x, i);

        CHECK_INT(p->previous, want[i].previous);
        CHECK_INT(p->number, want[i].number);
        CHECK_INT(p->number_of_type, want[i].number_of_type);
        CHECK_INT(p->is_last, want[i].is_last);
        CHECK_INT(p->is_last_of_type, want[i].is_last_of_type);
    }
}

/* Marks must be gone when the next list of selectors needs them. */
static void
two_lists_in_turn_do_not_mix(void)
{
    struct tree t = tree_of(STR("<h2></h2><p class=x><p id=c><b class=x>"));
    struct element_index *x = index_of(&t);

    for (int i = 0; i < 2; i++) {
        CHECK_INT(find_in(x, "p, h2").n, 3);
        CHECK_INT(find_in(x, "#c, .x").n, 3);
        CHECK_INT(find_in(x, "b, b").n, 1);
    }
}

/* -- bounds ---------------------------------------------------------------- */

static void
an_element_has_up_to_64_classes(void)
{
    struct tree t = tree_of_many("<p class='", "x ", MAX_CLASS_TOKENS - 1,
                                 "y z'>");

    CHECK_INT(find(&t, ".x").n, 1);
    CHECK_INT(find(&t, ".y").n, 1);
    CHECK_INT(find(&t, ".z").n, 0);
    CHECK_INT(find(&t, "[class~=z]").n, 1);
    CHECK_INT(index_of(&t)->n_tokens, MAX_CLASS_TOKENS);
}

/* 20,000 clones of one element would have half a million. */
static void
a_page_has_so_many_classes_and_ids(void)
{
    static const char first[] =
        "<p><b class='a b c d e f g h i j k l m n o p q r s t u v w x y z' "
        "id=b>";
    struct tree t = tree_of_many(first, "<p>x", 20000, "");
    size_t most = INDEX_TOKENS_BASE +
                  t.doc.text.len / INDEX_BYTES_PER_TOKEN;
    size_t used = arena_used(t.arena);
    struct element_index *x = index_of(&t);

    CHECK(x->n_tokens + x->n_ids >= most);
    CHECK(x->n_tokens + x->n_ids <= most + 1);
    CHECK(arena_used(t.arena) - used < 160 * most + 32 * t.doc.n_nodes);
    CHECK(find_in(x, "b").n > 20000);
    CHECK(find_in(x, "#b").n > 2000);
    CHECK(find_in(x, "#b").n < 20000);
    CHECK_INT(find_in(x, "[id=b]").n, find_in(x, "b").n);
}

static void
many_elements_are_indexed_whole(void)
{
    struct tree t = tree_of_many("", "<p class=a id=b>", 100000, "");
    struct element_index *x = index_of(&t);

    CHECK_INT(find_in(x, ".a").n, 100000);
    CHECK_INT(find_in(x, "#b").n, 100000);
}

/* -- cost ------------------------------------------------------------------ */

/* Fuel that one selector takes, its index not counted. */
static uint64_t
fuel_of(const struct tree *t, const char *selector)
{
    struct fuel fuel = { 0, UINT64_MAX };
    uint64_t index;

    element_index_new(t->arena, &t->doc, &fuel);
    index = fuel.used;
    fuel.used = 0;
    find_within(t, selector, &fuel);
    return fuel.used - index;
}

static void
deep_trees_cost_depth_times_compounds(void)
{
    struct tree t = tree_of_many("<p>", "<div>", 500, "");
    uint64_t pairs = 500 * 500;

    CHECK_INT(find(&t, "div div div").n, 498);
    CHECK(fuel_of(&t, "div div div div div div div div div div i div") <
          2 * pairs);
    CHECK(fuel_of(&t, "i div div div div div div div div div div div") <
          2 * pairs);
    CHECK(fuel_of(&t, "i > div div > div div > div div > div div > div div") <
          12 * pairs);
}

static void
wide_trees_cost_siblings_times_compounds(void)
{
    struct tree t = tree_of_many("<b></b>", "<i></i>", 500, "");
    uint64_t pairs = 500 * 500;

    CHECK_INT(find(&t, "b ~ i ~ i").n, 499);
    CHECK(fuel_of(&t, "u ~ i ~ i ~ i ~ i ~ i ~ i ~ i") < 2 * pairs);
    CHECK(fuel_of(&t, "u + i ~ i + i ~ i + i ~ i + i") < 8 * pairs);
    CHECK(fuel_of(&t, "p > u ~ i ~ i ~ i") < 2 * pairs);
}

static void
places_among_many_siblings_cost_one_an_element(void)
{
    struct tree t = tree_of_many("<b></b>", "<i></i>", 100000, "");

    CHECK_INT(find(&t, "i:last-of-type").n, 1);
    CHECK_INT(find(&t, "i:nth-child(2n)").n, 50000);
    CHECK(fuel_of(&t, "i:last-of-type") < 400000);
    CHECK(fuel_of(&t, "i:nth-of-type(3n+1)") < 400000);
    CHECK_INT(fuel_of(&t, "u ~ .x"), 0);
}

static void
out_of_fuel_nothing_false_is_found(void)
{
    struct tree t = tree_of_many("<div>", "<p><b title=aaax>", 20, "");
    struct fuel none = { 0, 0 }, few, all = { 0, UINT64_MAX };
    struct element_list list;

    CHECK_INT(find_within(&t, "p, :not(b), :not([title])", &none).n, 0);

    element_index_new(t.arena, &t.doc, &all);
    few = (struct fuel){ 0, all.used + 12 };
    list = find_within(&t, "p", &few);
    CHECK(list.n > 0 && list.n < 20);
    CHECK_INT(list.nodes[0], 4);
    CHECK(fuel_is_out(&few));

    for (uint64_t more = 0; more < 40; more++) {
        few = (struct fuel){ 0, all.used + more };
        CHECK_INT(find_within(&t, "b:not([title*=ax i])", &few).n, 0);
        few = (struct fuel){ 0, all.used + more };
        CHECK_INT(find_within(&t, "b:not(div, b)", &few).n, 0);
    }
}

int
main(void)
{
    elements_have_their_names();
    lists_by_name_run_in_document_order();
    one_hash_is_not_one_name();
    clones_have_the_names_of_their_original();
    elements_without_a_start_tag_have_only_a_tag();
    places_are_numbered_by_parent_and_type();
    two_lists_in_turn_do_not_mix();
    an_element_has_up_to_64_classes();
    a_page_has_so_many_classes_and_ids();
    many_elements_are_indexed_whole();
    deep_trees_cost_depth_times_compounds();
    wide_trees_cost_siblings_times_compounds();
    places_among_many_siblings_cost_one_an_element();
    out_of_fuel_nothing_false_is_found();
    return check_summary();
}
