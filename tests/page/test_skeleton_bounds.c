/* test_skeleton_bounds.c - what a page can make Gumbo do is bounded, whatever
 * is in it, and sloppy pages do not meet the bounds.
 */
#include "page/skeleton.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"

/* `times` copies of a unit, as a tree. */
static struct tree
tree_of_many(const char *unit, size_t times, const char *tail)
{
    size_t len = str_of(unit).len, n_tail = str_of(tail).len;
    char *html = malloc(len * times + n_tail);
    struct tree t;

    if (!html)
        abort();
    for (size_t i = 0; i < times; i++)
        memcpy(html + i * len, unit, len);
    memcpy(html + len * times, tail, n_tail);
    t = tree_of((struct str){ html, len * times + n_tail });
    free(html);
    return t;
}

static unsigned
depth_of(const struct html_doc *doc)
{
    unsigned depth = 0;

    for (uint32_t i = 0; i < doc->n_nodes; i++)
        if (doc->nodes[i].depth > depth)
            depth = doc->nodes[i].depth;
    return depth;
}

/* Each would grow by one a unit if an end tag were taken to close what Gumbo
 * leaves open. */
static void
no_page_talks_its_way_past_the_depth(void)
{
    static const char *const units[] = {
        "<div>", "<x>", "<p><object>", "<div><object></div></object>",
        "<p><table><td></p>", "<p><table><td></p></table>",
        "<span><div></span></div>", "<b><object></b></object>",
        "<form><object></form></object></form>", "<form><div></form>",
        "<ul><div></ul></div><li></ul>", "<h1><b><h2></h1></h2>",
        "<div><select></div></select>", "<table><tr><td><select></table>",
        "<ruby><rt><object></ruby></object>", "<a><div></a>",
        "<b><p></b><i><div></i>", "<button><div></button><object>",
        "<div><frameset></div>", "<table><caption><div></table></caption>",
        "<dl><dd><table></dl></dd>", "<noscript><div></noscript></div>",
        "<div><svg></div></svg><div>", "<nobr><div><nobr></div>",
        "<object><marquee></object><div></marquee>",
        "<x-a><x-b></x-a>", "<b><b><b><b></b><div></b></b></b></div>"
    };

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct tree t = tree_of_many(units[i], 3000, "x");

        if (!CHECK(depth_of(&t.doc) <= 2 * MAX_DEPTH + MAX_FORMATTING))
            printf("    %s: %u\n", units[i], depth_of(&t.doc));
    }
}

static void
text_stays_where_tags_are_left_out(void)
{
    struct tree t = tree_of_many("<div>a", 2000, "");

    CHECK_INT(t.doc.limits, LIMIT_DEPTH);
    CHECK_INT(t.doc.n_runs, 2000);
    CHECK_INT(t.doc.n_nodes, MAX_DEPTH + 3);
    t = tree_of_many("<b>a", 100, "");
    CHECK_INT(t.doc.limits, LIMIT_FORMATTING);
    CHECK_INT(t.doc.n_runs, 100);
    CHECK_INT(t.doc.n_nodes, MAX_FORMATTING + 3);
}

static void
sloppy_pages_are_no_hostile_ones(void)
{
    CHECK_INT(tree_of_many("<p>a", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<p><span>a", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<p><b>a", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<li>a", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<a name=b>a<p>", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<div><p>a<br><i>b</div>", 2000, "").doc.limits,
              0);
    CHECK_INT(tree_of_many("<b><i>a</b></i>", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<a><div>a</a></div>", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<div>a</div></div>", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<table><tr><td>a<td><font>b<tr></table>", 2000,
                           "").doc.limits, 0);
    CHECK_INT(tree_of_many("<table><tr><td><b>a</table>", 2000, "")
              .doc.limits, 0);
    CHECK_INT(tree_of_many("<select><option>a<option>b</select>", 2000, "")
              .doc.limits, 0);
    CHECK_INT(tree_of_many("<table><form><tr></form></table>", 2000, "")
              .doc.limits, 0);
    CHECK_INT(tree_of_many("<dt>a<dd>b<p>c", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<ruby>a<rt>b</ruby>", 2000, "").doc.limits, 0);
    CHECK_INT(tree_of_many("<svg><g></svg><svg/>", 2000, "").doc.limits, 0);
}

/* 14 names, three of each, come back in every paragraph. */
static void
clones_are_bounded(void)
{
    struct tree t = tree_of_many(
        "<p><b><b><b><i><i><i><u><u><u><s><s><s><tt><tt><tt><em><em><em>"
        "<big><big><big><code><code><code><font><font><font>x",
        5000, "");

    CHECK(t.doc.limits & LIMIT_FORMATTING);
    CHECK_INT(t.doc.n_runs, 5000);
    CHECK(t.doc.n_nodes < 300000);
}

static void
side_lists_are_bounded(void)
{
    struct tree t = tree_of_many("<meta>", MAX_SIDE_ITEMS, "");

    CHECK_INT(t.doc.limits, 0);
    CHECK_INT(t.doc.side.n_meta, MAX_SIDE_ITEMS);
    t = tree_of_many("<link>", MAX_SIDE_ITEMS + 1, "");
    CHECK_INT(t.doc.limits, LIMIT_SIDE_ITEMS);
    CHECK_INT(t.doc.side.n_link, MAX_SIDE_ITEMS);
    CHECK_INT(t.doc.n_nodes, MAX_SIDE_ITEMS + 4);
}

static void
attributes_over_the_bound_show(void)
{
    char html[4 * MAX_ATTRIBUTES] = "<p", *end = html + 2;

    for (int i = 0; i < MAX_ATTRIBUTES; i++, end += 2)
        memcpy(end, " a", 2);
    memcpy(end, ">", 2);
    CHECK_INT(tree_of(str_of(html)).doc.limits, 0);
    memcpy(end, " a>", 4);
    CHECK_INT(tree_of(str_of(html)).doc.limits, LIMIT_ATTRIBUTES);
}

int
main(void)
{
    no_page_talks_its_way_past_the_depth();
    text_stays_where_tags_are_left_out();
    sloppy_pages_are_no_hostile_ones();
    clones_are_bounded();
    side_lists_are_bounded();
    attributes_over_the_bound_show();
    return check_summary();
}
