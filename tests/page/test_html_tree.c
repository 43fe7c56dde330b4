/* test_html_tree.c - nodes, runs and side lists are whole and in order. */
#include "page/html_tree.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"

static const char page[] =
    "<!DOCTYPE html><html lang=ar><head><meta charset=utf-8>"
    "<title>a &amp; b</title><link rel=x><base href=y>"
    "<script type=\"application/ld+json\">{\"a\":1}</script></head>"
    "<body class=c><ul>\n <li>one <b>two</b> three\n <li>four</ul>"
    "<p><img><br>five</body></html>";

static void
elements_are_nodes_in_document_order(void)
{
    CHECK_STR(dump_of(page),
              "<html><head><meta><title>a &amp; b</title><link><base>"
              "<script></script></head><body><ul><li> one <b>two</b> three "
              "</li><li>four</li></ul><p><img><br>five</p></body></html>");
    CHECK_STR(dump_of(""), "<html><head></head><body></body></html>");
    CHECK_STR(dump_of("a"), "<html><head></head><body>a</body></html>");
}

static void
nodes_name_their_parents_ends_and_start_tags(void)
{
    struct tree t = tree_of(STR("<p>a<b>c</b></p><table><td>d"));
    const struct html_doc *doc = &t.doc;
    /* html head body p b table tbody tr td */
    static const uint32_t ends[] = { 9, 2, 9, 5, 5, 9, 9, 9, 9 };
    static const uint32_t parents[] = { NO_NODE, 0, 0, 2, 3, 2, 5, 6, 7 };
    static const uint32_t srcs[] = {
        NO_OFFSET, NO_OFFSET, NO_OFFSET, 0, 4, 16, NO_OFFSET, NO_OFFSET, 23
    };
    static const uint16_t depths[] = { 0, 1, 1, 2, 3, 2, 3, 4, 5 };

    if (!CHECK_INT(doc->n_nodes, 9))
        return;
    for (uint32_t i = 0; i < 9; i++) {
        CHECK_INT(doc->nodes[i].end, ends[i]);
        CHECK_INT(doc->nodes[i].parent, parents[i]);
        CHECK_INT(doc->nodes[i].src, srcs[i]);
        CHECK_INT(doc->nodes[i].depth, depths[i]);
    }
}

static void
runs_name_their_element_and_the_node_they_precede(void)
{
    struct tree t = tree_of(STR("<p> a <b>c</b>\nd</p>e"));
    const struct html_doc *doc = &t.doc;
    static const struct html_run want[] = {
        { 3, 4, 4, 5, false, true, true }, { 4, 5, 9, 10, false, false, false },
        { 3, 5, 15, 16, false, true, false }, { 2, 5, 20, 21, false, false,
                                                false }
    };

    if (!CHECK_INT(doc->n_runs, 4))
        return;
    for (uint32_t r = 0; r < 4; r++) {
        CHECK_INT(doc->runs[r].node, want[r].node);
        CHECK_INT(doc->runs[r].before, want[r].before);
        CHECK_INT(doc->runs[r].beg, want[r].beg);
        CHECK_INT(doc->runs[r].end, want[r].end);
        CHECK_INT(doc->runs[r].has_space, want[r].has_space);
        CHECK_INT(doc->runs[r].space_after, want[r].space_after);
    }
}

static void
runs_stand_in_tree_order(void)
{
    struct tree t = tree_of(STR("<table><tr><td>b</td></tr>a</table>c"));

    CHECK_STR(dump_tree(&t),
              "<html><head></head><body>a<table><tbody><tr><td>b</td></tr>"
              "</tbody></table>c</body></html>");
    CHECK(t.doc.runs[0].beg > t.doc.runs[1].beg);
}

static void
raw_text_is_marked(void)
{
    struct tree t = tree_of(STR("<xmp>&lt;</xmp><p>&lt;<textarea>&lt;"
                                "</textarea><plaintext>&lt;"));

    if (!CHECK_INT(t.doc.n_runs, 4))
        return;
    CHECK(t.doc.runs[0].is_raw);
    CHECK(!t.doc.runs[1].is_raw);
    CHECK(!t.doc.runs[2].is_raw);
    CHECK(t.doc.runs[3].is_raw);
}

static void
clones_have_the_start_tag_of_their_original(void)
{
    struct tree t = tree_of(STR("<p><a href=b>c<p>d</a>e"));
    const struct html_doc *doc = &t.doc;

    CHECK_STR(dump_tree(&t), "<html><head></head><body><p><a>c</a></p><p><a>d"
                             "</a>e</p></body></html>");
    CHECK_INT(doc->nodes[4].tag, TAG_a);
    CHECK_INT(doc->nodes[6].tag, TAG_a);
    CHECK_INT(doc->nodes[4].src, 3);
    CHECK_INT(doc->nodes[6].src, 3);
}

static void
side_lists_are_set_aside(void)
{
    struct tree t = tree_of(str_of(page));
    const struct html_side *side = &t.doc.side;

    CHECK_INT(side->n_meta, 1);
    CHECK_INT(side->n_link, 1);
    CHECK_INT(side->n_json_ld, 1);
    CHECK(str_starts(str_slice(t.doc.text, side->meta[0], t.doc.text.len),
                     STR("<meta charset")));
    CHECK(str_starts(str_slice(t.doc.text, side->link[0], t.doc.text.len),
                     STR("<link rel")));
    CHECK(str_starts(str_slice(t.doc.text, side->base, t.doc.text.len),
                     STR("<base href")));
    CHECK_INT(side->html, 15);
    CHECK(str_starts(str_slice(t.doc.text, side->body, t.doc.text.len),
                     STR("<body class")));
    CHECK_STR(side->json_ld[0], "{\"a\":1}");
    CHECK_STR(side->title, "a &amp; b");
}

static void
side_lists_take_the_first_and_the_visible(void)
{
    struct tree t = tree_of(STR(
        "<svg><title>a</title></svg><template><meta><title>b</title>"
        "<script type=application/ld+json>0</script></template>"
        "<script type=module>1</script><title></title><title>c</title>"
        "<SCRIPT TYPE=' Application/LD+JSON ; charset=x'>2</SCRIPT>"
        "<script type=application/ld+json></script><script>3</script>"
        "<script type=application/ld+json>4"));
    const struct html_side *side = &t.doc.side;

    CHECK_STR(side->title, "");
    CHECK_INT(side->n_meta, 0);
    CHECK_INT(side->base, NO_OFFSET);
    CHECK_INT(side->html, NO_OFFSET);
    if (!CHECK_INT(side->n_json_ld, 2))
        return;
    CHECK_STR(side->json_ld[0], "2");
    CHECK_STR(side->json_ld[1], "4");
}

static struct tree
tree_within(const char *html, struct fuel *fuel)
{
    struct tree t = { .arena = scratch_arena((size_t)1 << 20) };
    struct str s = str_of(html);
    char *copy = arena_new(t.arena, char, s.len + 16);

    memcpy(copy, s.ptr, s.len);
    html_parse(t.arena, (struct str){ copy, s.len }, fuel, &t.doc);
    return t;
}

static void
fuel_is_a_byte_and_four_a_node(void)
{
    struct fuel fuel = { 0, 1000 };

    tree_within("<p>a<b>c</b>", &fuel);
    CHECK_INT(fuel.used, 12 + 4 * 4);
}

static void
without_fuel_for_the_bytes_what_was_read_is_parsed(void)
{
    struct fuel fuel = { 0, 10 };
    struct tree t = tree_within("<p>aaa<p>bbb<p>ccc", &fuel);

    CHECK_INT(t.doc.limits, LIMIT_FUEL);
    CHECK(fuel_is_out(&fuel));
    CHECK_STR(dump_tree(&t), "<html><head></head><body><p>aaa</p><p>bbb</p>"
                             "</body></html>");
}

static void
without_fuel_for_the_nodes_the_rest_is_left_out(void)
{
    struct fuel fuel = { 0, 18 + 4 * 3 };
    struct tree t = tree_within("<p>aaa<p>bbb<p>ccc", &fuel);

    CHECK_INT(t.doc.limits, LIMIT_FUEL);
    CHECK_STR(dump_tree(&t),
              "<html><head></head><body><p>aaa</p></body></html>");

    fuel = (struct fuel){ 0, 28 + 4 * 5 };
    t = tree_within("<p><i>a<b>b<u>c</u></b></i>d", &fuel);
    CHECK_INT(t.doc.limits, LIMIT_FUEL);
    CHECK_STR(dump_tree(&t), "<html><head></head><body><p><i>a<b>b</b></i></p>"
                             "</body></html>");
    for (uint32_t i = 3; i < t.doc.n_nodes; i++)
        CHECK_INT(t.doc.nodes[i].end, t.doc.n_nodes);
}

static void
gumbo_leaves_no_memory_behind(void)
{
    struct tree t = tree_of(STR("<p>a"));
    size_t used = arena_used(t.arena);
    struct fuel fuel = { 0, UINT64_MAX };
    struct html_doc doc;

    html_parse(t.arena, t.doc.text, &fuel, &doc);
    CHECK(arena_used(t.arena) - used < 2048);
    CHECK_INT(doc.n_nodes, 4);
}

int
main(void)
{
    elements_are_nodes_in_document_order();
    nodes_name_their_parents_ends_and_start_tags();
    runs_name_their_element_and_the_node_they_precede();
    runs_stand_in_tree_order();
    raw_text_is_marked();
    clones_have_the_start_tag_of_their_original();
    side_lists_are_set_aside();
    side_lists_take_the_first_and_the_visible();
    fuel_is_a_byte_and_four_a_node();
    without_fuel_for_the_bytes_what_was_read_is_parsed();
    without_fuel_for_the_nodes_the_rest_is_left_out();
    gumbo_leaves_no_memory_behind();
    return check_summary();
}
