/* test_block_builder.c - block text, and where in the page each byte of it
 * stands. */
#include "page/block_builder.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/scratch.h"

static struct block_builder b;

/* Start on a page; the block under way is empty. */
static void
begin(const char *page)
{
    struct str s = str_of(page);

    block_builder_begin(&b, scratch_arena((size_t)1 << 16), s,
                        2 * s.len + 16);
}

/* Add the first `part` of the page. */
static void
add(const char *part)
{
    struct str s = str_of(part);
    uint32_t beg = (uint32_t)str_find(b.page, s, 0);

    block_builder_add(&b, beg, beg + (uint32_t)s.len, false);
}

/* One block that is all of the page. */
static struct block *
block_of(const char *page)
{
    begin(page);
    add(page);
    return block_builder_end(&b);
}

static bool
is_run(const struct block *block, uint32_t r, struct block_run want)
{
    return r < block->n_runs && block->runs[r].at == want.at &&
           block->runs[r].src == want.src && block->runs[r].len == want.len;
}

static bool
is_link(const struct block *block, uint32_t l, uint32_t beg, uint32_t end)
{
    return l < block->n_links && block->links[l].beg == beg &&
           block->links[l].end == end;
}

/* -- text ------------------------------------------------------------------ */

static void
white_space_is_collapsed_and_trimmed(void)
{
    CHECK_STR(block_of("  نام \t\n الميناء\f")->text, "نام الميناء");
    CHECK_STR(block_of("a")->text, "a");
    CHECK_STR(block_of("a  b   c")->text, "a b c");
    CHECK_STR(block_of("a\u00A0 b")->text, "a\u00A0 b");
}

static void
white_space_at_the_borders_of_pieces_is_one_space(void)
{
    begin("one | two");
    add("one ");
    add(" two");
    CHECK_STR(block_builder_end(&b)->text, "one two");

    begin("one | two");
    add("one");
    add("two");
    CHECK_STR(block_builder_end(&b)->text, "onetwo");
}

static void
references_are_decoded_but_not_in_raw_text(void)
{
    CHECK_STR(block_of("a&amp;b &lt;c&gt;")->text, "a&b <c>");
    CHECK_STR(block_of("&#1602;&#x645;&#1585;")->text, "قمر");
    CHECK_STR(block_of("&nGt;")->text, "\u226B\u20D2");     /* it gets longer */

    begin("a&amp;b");
    block_builder_add(&b, 0, 7, true);
    CHECK_STR(block_builder_end(&b)->text, "a&amp;b");
}

static void
an_ampersand_that_names_nothing_is_text(void)
{
    struct block *block = block_of("س & ج &nosuch; &");

    CHECK_STR(block->text, "س & ج &nosuch; &");
    CHECK_INT(block->n_runs, 1);
}

static void
a_reference_does_not_reach_past_its_piece(void)
{
    begin("&amp;");
    block_builder_add(&b, 0, 3, false);
    CHECK_STR(block_builder_end(&b)->text, "&am");
}

static void
exact_text_keeps_its_white_space(void)
{
    begin(" \tx\n\n y&lt; ");
    block_builder_add_exact(&b, 0, 12, false);
    CHECK_STR(block_builder_end(&b)->text, " \tx\n\n y< ");

    begin("a &lt;");
    block_builder_add_exact(&b, 0, 6, true);
    CHECK_STR(block_builder_end(&b)->text, "a &lt;");
}

static void
a_gap_that_is_due_comes_before_exact_text(void)
{
    begin("a| b");
    block_builder_add(&b, 0, 1, false);
    block_builder_gap(&b, ' ');
    block_builder_add_exact(&b, 2, 4, false);
    CHECK_STR(block_builder_end(&b)->text, "a  b");
}

/* -- gaps ------------------------------------------------------------------ */

static void
a_gap_stands_between_texts_only(void)
{
    begin("a|b");
    block_builder_gap(&b, ' ');
    add("a");
    block_builder_gap(&b, ' ');
    block_builder_gap(&b, ' ');
    add("b");
    block_builder_gap(&b, ' ');
    CHECK_STR(block_builder_end(&b)->text, "a b");
    add("b");                           /* the gap went with its block */
    CHECK_STR(block_builder_end(&b)->text, "b");
}

static void
a_tab_wins_over_a_space(void)
{
    begin("a|b|c|d");
    add("a");
    block_builder_gap(&b, ' ');
    block_builder_gap(&b, '\t');
    add("b");
    block_builder_gap(&b, '\t');
    block_builder_gap(&b, ' ');
    add("c");
    block_builder_gap(&b, ' ');
    add("d");
    CHECK_STR(block_builder_end(&b)->text, "a\tb\tc d");
}

/* -- runs ------------------------------------------------------------------ */

static void
text_without_a_break_is_one_run(void)
{
    struct block *block = block_of("هبت ريح هادئة");

    CHECK_INT(block->n_runs, 1);
    CHECK(is_run(block, 0, (struct block_run){ 0, 0, 24 }));
    CHECK_INT(block->beg, 0);
    CHECK_INT(block->end, 24);
}

static void
a_run_ends_where_white_space_was_left_out(void)
{
    struct block *block = block_of("  ab\n\ncd ef");

    CHECK_STR(block->text, "ab cd ef");
    CHECK_INT(block->n_runs, 2);
    CHECK(is_run(block, 0, (struct block_run){ 0, 2, 2 }));
    CHECK(is_run(block, 1, (struct block_run){ 3, 6, 5 }));
    CHECK_INT(block->beg, 2);
    CHECK_INT(block->end, 11);
}

static void
a_run_ends_where_the_page_was_left_out(void)
{
    struct block *block;

    begin("ab<b>cd</b>ef");
    add("ab");
    add("cd");
    add("ef");
    block = block_builder_end(&b);
    CHECK_STR(block->text, "abcdef");
    CHECK_INT(block->n_runs, 3);
    CHECK(is_run(block, 0, (struct block_run){ 0, 0, 2 }));
    CHECK(is_run(block, 1, (struct block_run){ 2, 5, 2 }));
    CHECK(is_run(block, 2, (struct block_run){ 4, 11, 2 }));
}

static void
pieces_that_touch_are_one_run(void)
{
    struct block *block;

    begin("abcd");
    add("ab");
    add("cd");
    block = block_builder_end(&b);
    CHECK_INT(block->n_runs, 1);
    CHECK(is_run(block, 0, (struct block_run){ 0, 0, 4 }));
}

static void
a_reference_is_a_run_of_its_own(void)
{
    struct block *block = block_of("ab&amp;cd&lt;");

    CHECK_STR(block->text, "ab&cd<");
    CHECK_INT(block->n_runs, 4);
    CHECK(is_run(block, 0, (struct block_run){ 0, 0, 2 }));
    CHECK(is_run(block, 1, (struct block_run){ 2, 2, 1 }));
    CHECK(is_run(block, 2, (struct block_run){ 3, 7, 2 }));
    CHECK(is_run(block, 3, (struct block_run){ 5, 9, 1 }));
    CHECK_INT(block->end, 13);          /* behind the reference's semicolon */
}

static void
a_run_may_run_backwards_in_the_page(void)
{
    struct block *block;

    begin("cd|ab");
    add("ab");
    add("cd");
    block = block_builder_end(&b);
    CHECK_STR(block->text, "abcd");
    CHECK_INT(block->n_runs, 2);
    CHECK(is_run(block, 0, (struct block_run){ 0, 3, 2 }));
    CHECK(is_run(block, 1, (struct block_run){ 2, 0, 2 }));
    CHECK_INT(block->beg, 3);
    CHECK_INT(block->end, 2);
}

static void
a_gap_that_is_not_in_the_page_is_in_no_run(void)
{
    struct block *block;

    begin("ab|cd");
    add("ab");
    block_builder_gap(&b, '\t');
    add("cd");
    block = block_builder_end(&b);
    CHECK_INT(block->n_runs, 2);
    CHECK(is_run(block, 0, (struct block_run){ 0, 0, 2 }));
    CHECK(is_run(block, 1, (struct block_run){ 3, 3, 2 }));
}

/* -- links ----------------------------------------------------------------- */

static void
links_are_spans_of_block_text(void)
{
    struct block *block;

    begin("و<a>النهر</a>، والجسر");
    add("و");
    block_builder_link(&b, true);
    add("النهر");
    block_builder_link(&b, false);
    add("، والجسر");
    block = block_builder_end(&b);
    CHECK_STR(block->text, "والنهر، والجسر");
    CHECK_INT(block->n_links, 1);
    CHECK(is_link(block, 0, 2, 12));
}

static void
links_beside_each_other_stay_apart(void)
{
    struct block *block;

    begin("a|b|c");
    block_builder_link(&b, true);
    add("a");
    block_builder_link(&b, false);
    block_builder_link(&b, true);
    add("b");
    block_builder_link(&b, false);
    add("c");
    block = block_builder_end(&b);
    CHECK_INT(block->n_links, 2);
    CHECK(is_link(block, 0, 0, 1));
    CHECK(is_link(block, 1, 1, 2));
}

static void
saying_twice_that_a_link_begins_or_ends_changes_nothing(void)
{
    struct block *block;

    begin("a|b|c");
    block_builder_link(&b, false);
    block_builder_link(&b, true);
    add("a");
    block_builder_link(&b, true);
    add("b");
    block_builder_link(&b, false);
    block_builder_link(&b, false);
    add("c");
    block = block_builder_end(&b);
    CHECK_INT(block->n_links, 1);
    CHECK(is_link(block, 0, 0, 2));
}

static void
a_link_without_text_is_no_span(void)
{
    struct block *block;

    begin("a|b");
    add("a");
    block_builder_link(&b, true);
    block_builder_link(&b, false);
    add("b");
    block = block_builder_end(&b);
    CHECK_INT(block->n_links, 0);
}

static void
a_link_over_two_blocks_is_a_span_in_each(void)
{
    struct block *first, *second;

    begin("a|bc|d");
    add("a");
    block_builder_link(&b, true);
    add("bc");
    first = block_builder_end(&b);
    CHECK_INT(first->n_links, 1);
    CHECK(is_link(first, 0, 1, 3));

    add("d");
    block_builder_link(&b, false);
    add("a");
    second = block_builder_end(&b);
    CHECK_STR(second->text, "da");
    CHECK_INT(second->n_links, 1);
    CHECK(is_link(second, 0, 0, 1));
}

/* -- blocks ---------------------------------------------------------------- */

static void
a_block_without_text_is_none(void)
{
    begin("  \n ");
    CHECK(!block_builder_has_text(&b));
    CHECK(block_builder_end(&b) == NULL);
    add("  \n ");
    CHECK(!block_builder_has_text(&b));
    CHECK(block_builder_end(&b) == NULL);
    block_builder_gap(&b, '\t');
    CHECK(!block_builder_has_text(&b));
    CHECK(block_builder_end(&b) == NULL);
    CHECK_INT(b.blocks->n, 0);
    CHECK_INT(b.blocks->limits, 0);
}

static void
has_text_is_said_of_the_block_under_way(void)
{
    begin("ab");
    add("ab");
    CHECK(block_builder_has_text(&b));
    CHECK(block_builder_end(&b) != NULL);
    CHECK(!block_builder_has_text(&b));
}

static void
blocks_are_in_order_and_keep_what_they_have(void)
{
    static const char *const words[] = { "نخل", "رمل", "بحر" };

    block_builder_begin(&b, scratch_arena((size_t)1 << 16),
                        STR("نخل رمل بحر"), 60 * 6);
    for (uint32_t i = 0; i < 60; i++) {
        struct block *block;

        block_builder_link(&b, i % 2 == 1);
        add(words[i % 3]);
        block = block_builder_end(&b);
        if (!CHECK(block == &b.blocks->items[i]))
            return;
        CHECK_INT(block->kind, BLOCK_PARAGRAPH);
        block->kind = BLOCK_QUOTE;
    }
    CHECK_INT(b.blocks->n, 60);
    for (uint32_t i = 0; i < b.blocks->n; i++) {
        const struct block *block = &b.blocks->items[i];

        CHECK_STR(block->text, words[i % 3]);
        CHECK_INT(block->kind, BLOCK_QUOTE);
        CHECK_INT(block->n_links, i % 2);
        CHECK(is_run(block, 0, (struct block_run){ 0, 7 * (i % 3), 6 }));
    }
}

static void
the_last_block_that_fits_is_kept_and_the_next_flagged(void)
{
    struct arena *a = scratch_arena((size_t)128 << 20);

    block_builder_begin(&b, a, STR("a"), MAX_BLOCKS + 2);
    for (uint32_t i = 0; i < MAX_BLOCKS; i++) {
        block_builder_add(&b, 0, 1, false);
        if (!block_builder_end(&b))
            break;
    }
    CHECK_INT(b.blocks->n, MAX_BLOCKS);
    CHECK_INT(b.blocks->limits, 0);
    CHECK(block_builder_end(&b) == NULL);   /* no text, no limit */
    CHECK_INT(b.blocks->limits, 0);

    block_builder_add(&b, 0, 1, false);
    CHECK(block_builder_end(&b) == NULL);
    CHECK_INT(b.blocks->n, MAX_BLOCKS);
    CHECK_INT(b.blocks->limits, LIMIT_BLOCKS);
    CHECK_STR(b.blocks->items[MAX_BLOCKS - 1].text, "a");
}

int
main(void)
{
    white_space_is_collapsed_and_trimmed();
    white_space_at_the_borders_of_pieces_is_one_space();
    references_are_decoded_but_not_in_raw_text();
    an_ampersand_that_names_nothing_is_text();
    a_reference_does_not_reach_past_its_piece();
    exact_text_keeps_its_white_space();
    a_gap_that_is_due_comes_before_exact_text();
    a_gap_stands_between_texts_only();
    a_tab_wins_over_a_space();
    text_without_a_break_is_one_run();
    a_run_ends_where_white_space_was_left_out();
    a_run_ends_where_the_page_was_left_out();
    pieces_that_touch_are_one_run();
    a_reference_is_a_run_of_its_own();
    a_run_may_run_backwards_in_the_page();
    a_gap_that_is_not_in_the_page_is_in_no_run();
    links_are_spans_of_block_text();
    links_beside_each_other_stay_apart();
    saying_twice_that_a_link_begins_or_ends_changes_nothing();
    a_link_without_text_is_no_span();
    a_link_over_two_blocks_is_a_span_in_each();
    a_block_without_text_is_none();
    has_text_is_said_of_the_block_under_way();
    blocks_are_in_order_and_keep_what_they_have();
    the_last_block_that_fits_is_kept_and_the_next_flagged();
    return check_summary();
}
