/* test_features.c - the two tables of features, and the bins of small pages. */
#include "judge/feature.h"

#include "judge/html_features.h"
#include "judge/judge.h"
#include "judge/text_features.h"
#include "tests/check.h"
#include "tests/judge/judge_page.h"

static struct page page;
static const struct feature_table *table;

static void
bin_html(const char *html)
{
    struct html_view view;

    page_of_html(&page, html);
    page_hit(&page, "[lexicon related]\nline: \"مقالات ذات صلة\"\n");
    html_view_find(page.arena, &page.doc, &page.blocks, &page.facts, &view);
    html_features_bin(page.arena, &view, &page.blocks);
    table = &html_feature_table;
}

static void
bin_text(const char *text)
{
    page_of_text(&page, text);
    page_hit(&page, "[lexicon related]\nstart: \"اقرأ أيضا\"\n"
             "[lexicon read_more]\nline: \"اقرأ المزيد\"\n");
    text_features_bin(page.arena, &page.blocks);
    table = &text_feature_table;
}

/* The label of the bin that a block has of a feature. */
static struct str
bin_of(const char *start, const char *name)
{
    const struct evidence *e = page_block(&page, start)->evidence;

    for (uint32_t f = 0; f < table->n; f++)
        if (str_eq(str_of(table->items[f].name), str_of(name)))
            return str_of(table->items[f].bins[e->bins[f]]);
    return STR("no such feature");
}

/* -- tables --------------------------------------------------------------- */

static void
test_a_bin_is_how_many_edges_are_reached(void)
{
    static const uint32_t edges[] = { 2, 5, 9 };

    CHECK_INT(feature_bin(0, edges, 3), 0);
    CHECK_INT(feature_bin(1, edges, 3), 0);
    CHECK_INT(feature_bin(2, edges, 3), 1);
    CHECK_INT(feature_bin(4, edges, 3), 1);
    CHECK_INT(feature_bin(9, edges, 3), 3);
    CHECK_INT(feature_bin(UINT32_MAX, edges, 3), 3);
}

static void
test_bins_are_counted_up_to_the_last_label(void)
{
    struct feature full = { "full", { "a" } };

    CHECK_INT(feature_n_bins(&full), 1);
    for (int i = 0; i < MAX_BINS; i++)
        full.bins[i] = "a";
    CHECK_INT(feature_n_bins(&full), MAX_BINS);
}

static bool
has_other_of_name(const struct feature_table *t, uint32_t f)
{
    for (uint32_t k = f + 1; k < t->n; k++)
        if (str_eq(str_of(t->items[k].name), str_of(t->items[f].name)))
            return true;
    return false;
}

/* weights.conf names a bin as feature.label. */
static bool
is_well_named(const struct feature *f)
{
    uint32_t n = feature_n_bins(f);

    for (const char *c = f->name; *c; c++)
        if (!(*c >= 'a' && *c <= 'z') && !is_digit(*c) && *c != '_')
            return false;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++)
            if (str_eq(str_of(f->bins[i]), str_of(f->bins[k])))
                return false;
    return n >= 2;
}

static void
test_names_tell_features_and_bins_apart(void)
{
    for (int t = 0; t < 2; t++) {
        const struct feature_table *features = judge_features(t == 0);

        CHECK_STR(str_of(features->name), t == 0 ? "html" : "text");
        for (uint32_t f = 0; f < features->n; f++)
            CHECK(is_well_named(&features->items[f]) &&
                  !has_other_of_name(features, f));
    }
}

static void
check_bins_are_of_the_table(void)
{
    bool all = true;

    for (uint32_t i = 0; i < page.blocks.n; i++)
        for (uint32_t f = 0; f < table->n; f++)
            all = all && page.blocks.items[i].evidence->bins[f] <
                             feature_n_bins(&table->items[f]);
    CHECK(all);
    CHECK(page.blocks.n > 0);
}

/* Values that no edge is meant for: no letters, one block, huge counts. */
static void
test_bins_are_of_the_table_whatever_the_page_is(void)
{
    static const char *const pages[] = {
        "<p>1", "<td>|<p>...<pre>{}</pre><a href=x>a</a>",
        "<h1>a</h1><p>" PROSE_1 "<p>" PROSE_1 "<p>" PROSE_1 "<p>" PROSE_1,
        "12 مارس 2020\n1- a\n- b\nhttp://a.b\n" PROSE_1 " " PROSE_2 PROSE_3
        " " PROSE_4 "\n===\n...\nاقرأ أيضا\n"
    };

    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        bin_html(pages[i]);
        check_bins_are_of_the_table();
        bin_text(pages[i]);
        check_bins_are_of_the_table();
    }
}

/* -- html ----------------------------------------------------------------- */

static void
test_html_bins_say_what_a_block_is(void)
{
    bin_html("<h2><span>عنوان</span></h2><p>" PROSE_1
             "<ul><li><a href=x>رابط</a></ul><p>12 مارس 2020");
    CHECK_STR(bin_of("عنوان", "tag"), "h2_3");
    CHECK_STR(bin_of("قال", "tag"), "p");
    CHECK_STR(bin_of("رابط", "tag"), "item");
    CHECK_STR(bin_of("قال", "words"), "14");
    CHECK_STR(bin_of("قال", "end"), "sentence");
    CHECK_STR(bin_of("رابط", "link_percent"), "90");
    CHECK_STR(bin_of("رابط", "unlinked_words"), "0");
    CHECK_STR(bin_of("12", "date"), "both");
    CHECK_STR(bin_of("عنوان", "next"), "good");
    CHECK_STR(bin_of("رابط", "previous"), "good");
    CHECK_STR(bin_of("عنوان", "previous"), "none");
}

static void
test_html_bins_say_where_a_block_stands(void)
{
    bin_html("<title>الخبر الأول</title><nav><p>قائمة</nav>"
             "<div class=entry-content><h1>الخبر الأول</h1><p>" PROSE_1
             "<p>" PROSE_2 "</div><div><p>تمهيد<h3>مقالات ذات صلة</h3>"
             "<p>آخر</div>");
    CHECK_STR(bin_of("قائمة", "in_nav"), "yes");
    CHECK_STR(bin_of("قائمة", "core"), "before");
    CHECK_STR(bin_of("قائمة", "below_body_class"), "outside");
    CHECK_STR(bin_of("قائمة", "from_headline"), "before");
    CHECK_STR(bin_of("الخبر", "title"), "equal");
    CHECK_STR(bin_of("الخبر", "from_headline"), "it");
    CHECK_STR(bin_of("قال", "from_headline"), "1");
    CHECK_STR(bin_of("قال", "below_body_class"), "1");
    CHECK_STR(bin_of("قال", "core"), "1");
    CHECK_STR(bin_of("قال", "container_share"), "85");
    CHECK_STR(bin_of("قال", "good_behind_percent"), "0");
    CHECK_STR(bin_of("مقالات", "says_related"), "yes");
    CHECK_STR(bin_of("آخر", "scope"), "related");
    CHECK_STR(bin_of("آخر", "core"), "after");
    CHECK_STR(bin_of("آخر", "good_behind_percent"), "99");
}

static void
test_prose_is_good_outside_menus_and_announced_lists(void)
{
    bin_html("<div><p>" PROSE_1 "</div><nav><p>" PROSE_2 "</nav>"
             "<div><p>تمهيد<h3>مقالات ذات صلة</h3><p>" PROSE_3 "</div>"
             "<div class=comments><p>" PROSE_4 "</div>");
    CHECK(page_block(&page, "قال")->evidence->is_good);
    CHECK(!page_block(&page, "وأضاف")->evidence->is_good);
    CHECK(!page_block(&page, "ورحب")->evidence->is_good);
    CHECK(!page_block(&page, "ومن")->evidence->is_good);
}

static void
test_moves_are_classed_by_the_last_good_container(void)
{
    bin_html("<p>top<section><div id=a><p>" PROSE_1 "<p>one"
             "<div><p>two</div><p>three<p>four</div>"
             "<div><p>five</div></section><div><p>six</div>");
    CHECK_INT(page_block(&page, "top")->evidence->move_class, MOVES_ANY);
    CHECK_INT(page_block(&page, "قال")->evidence->move_class, MOVES_ANY);
    CHECK_INT(page_block(&page, "one")->evidence->move_class, MOVES_INSIDE);
    CHECK_INT(page_block(&page, "two")->evidence->move_class, MOVES_BELOW);
    CHECK_INT(page_block(&page, "three")->evidence->move_class, MOVES_BACK);
    CHECK_INT(page_block(&page, "four")->evidence->move_class, MOVES_INSIDE);
    CHECK_INT(page_block(&page, "five")->evidence->move_class, MOVES_BESIDE);
    CHECK_INT(page_block(&page, "six")->evidence->move_class,
              MOVES_ELSEWHERE);
}

/* -- text ----------------------------------------------------------------- */

static void
test_text_bins_say_what_a_line_is(void)
{
    bin_text("عنوان\n" PROSE_1 "\nاقرأ أيضا\nاقرأ أيضا: خبر عن الطقس\n"
             "1- بند\nhttp://a.b/c\nعنوان");
    CHECK(page_block(&page, "قال")->evidence->is_good);
    CHECK(!page_block(&page, "عنوان")->evidence->is_weak);
    CHECK_STR(bin_of("قال", "words"), "18");
    CHECK_STR(bin_of("قال", "end"), "long_sentence");
    CHECK_STR(bin_of("قال", "last_prose"), "prose");
    CHECK_STR(bin_of("عنوان", "next_prose"), "1");
    CHECK_STR(bin_of("عنوان", "occurs_again"), "yes");
    CHECK_STR(bin_of("عنوان", "occurred_before"), "no");
    CHECK_STR(bin_of("اقرأ أيضا", "says"), "related");
    CHECK_STR(bin_of("اقرأ أيضا:", "says"), "related_long");
    CHECK_STR(bin_of("1-", "item_mark"), "number");
    CHECK_STR(bin_of("1-", "listed_after_related"), "yes");
    CHECK_STR(bin_of("1-", "since_related"), "1");
    CHECK_STR(bin_of("http", "url"), "alone");
}

static void
test_a_line_cut_off_with_dots_is_a_copy(void)
{
    bin_text("قال الوزير في مؤتمر...\n" PROSE_1 "\nوأضاف أن الخطة كبيرة...");
    CHECK_STR(bin_of("قال الوزير في مؤتمر...", "cut_copy"), "yes");
    CHECK_STR(bin_of(PROSE_1, "cut_copy"), "no");
    CHECK_STR(bin_of("وأضاف", "cut_copy"), "no");
}

static void
test_a_line_above_read_more_is_a_teaser(void)
{
    bin_text("قال الوزير في مؤتمر عقده في المدينة أمس إن...\nاقرأ المزيد\n"
             PROSE_1 "\nاقرأ المزيد\n" PROSE_2 "\nعنوان آخر\n"
             "قصير هنا...\nاقرأ المزيد");
    CHECK_STR(bin_of("قال الوزير في مؤتمر عقده", "teaser"), "cut");
    CHECK_STR(bin_of(PROSE_1, "teaser"), "followed");
    CHECK(!page_block(&page, "قال الوزير في مؤتمر")->evidence->is_good);
    CHECK(page_block(&page, PROSE_1)->evidence->is_good);
    CHECK_STR(bin_of(PROSE_2, "teaser"), "no");
    CHECK_STR(bin_of("قصير", "teaser"), "no");
}

int
main(void)
{
    test_a_bin_is_how_many_edges_are_reached();
    test_bins_are_counted_up_to_the_last_label();
    test_names_tell_features_and_bins_apart();
    test_bins_are_of_the_table_whatever_the_page_is();
    test_html_bins_say_what_a_block_is();
    test_html_bins_say_where_a_block_stands();
    test_prose_is_good_outside_menus_and_announced_lists();
    test_moves_are_classed_by_the_last_good_container();
    test_text_bins_say_what_a_line_is();
    test_a_line_cut_off_with_dots_is_a_copy();
    test_a_line_above_read_more_is_a_teaser();
    page_done();
    return check_summary();
}
