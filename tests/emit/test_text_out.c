#include "emit/text_out.h"

#include "tests/check.h"
#include "tests/scratch.h"

enum { MAX_ITEMS = 8 };

/* A page of blocks made by hand. */
static struct block items[MAX_ITEMS];
static struct evidence evidence[MAX_ITEMS];
static struct blocks page;

static void
begin(void)
{
    page = (struct blocks){ .items = items };
}

static void
add(enum block_kind kind, const char *text, bool is_kept)
{
    evidence[page.n] = (struct evidence){ .is_kept = is_kept };
    items[page.n] = (struct block){ .text = str_of(text), .kind = kind,
                                    .evidence = &evidence[page.n] };
    page.n++;
}

static struct str
build(const char *headline)
{
    return text_build(scratch_arena(1 << 20), &page, str_of(headline), NULL);
}

static struct str
text_of(enum block_kind kind, const char *text)
{
    begin();
    add(kind, text, true);
    return build("");
}

static void
test_kept_blocks_are_lines_in_page_order(void)
{
    begin();
    add(BLOCK_HEADING, "عنوان", true);
    add(BLOCK_PARAGRAPH, "قائمة", false);
    add(BLOCK_PARAGRAPH, "متن", true);
    add(BLOCK_QUOTE, "قول", true);
    CHECK_STR(build(""), "عنوان\nمتن\nقول\n");
}

static void
test_page_without_kept_blocks_has_no_text(void)
{
    begin();
    CHECK_STR(build(""), "");
    CHECK_STR(build("عنوان"), "");
    add(BLOCK_PARAGRAPH, "x", false);
    add(BLOCK_PARAGRAPH, "\xE2\x80\x8F", true);
    CHECK_STR(build("عنوان"), "");
}

static void
test_headline_is_the_first_line(void)
{
    begin();
    add(BLOCK_PARAGRAPH, "متن", true);
    CHECK_STR(build(" عنوان\n المقال "), "عنوان المقال\nمتن\n");
}

static void
test_blocks_are_normalized_to_one_line(void)
{
    CHECK_STR(text_of(BLOCK_PARAGRAPH, " أ\xC2\xA0\n\tب \xE2\x80\xAB"),
              "أ ب\n");
    CHECK_STR(text_of(BLOCK_PARAGRAPH, " \n"), "");
}

static void
test_list_items_begin_with_a_dash(void)
{
    CHECK_STR(text_of(BLOCK_LIST_ITEM, "بند"), "- بند\n");
    CHECK_STR(text_of(BLOCK_LIST_ITEM, "- بند"), "- بند\n");
    CHECK_STR(text_of(BLOCK_LIST_ITEM, "-بند"), "- -بند\n");
    CHECK_STR(text_of(BLOCK_LIST_ITEM, "\xE2\x80\x8B"), "");
    CHECK_STR(text_of(BLOCK_LIST_ITEM, "-"), "- -\n");
}

static void
test_cells_of_a_row_are_joined_by_tabs(void)
{
    CHECK_STR(text_of(BLOCK_TABLE_ROW, "أ\tب\tج"), "أ\tب\tج\n");
    CHECK_STR(text_of(BLOCK_TABLE_ROW, " أ \n\xC2\xA0\t ب  ج "),
              "أ\tب ج\n");
}

static void
test_empty_cells_hold_their_column_but_at_the_end(void)
{
    CHECK_STR(text_of(BLOCK_TABLE_ROW, "\tب\t\tد"), "\tب\t\tد\n");
    CHECK_STR(text_of(BLOCK_TABLE_ROW, "أ\t \t\xE2\x80\x8B"), "أ\n");
    CHECK_STR(text_of(BLOCK_TABLE_ROW, "\t \t"), "");
    CHECK_STR(text_of(BLOCK_TABLE_ROW, ""), "");
}

static void
test_code_keeps_its_lines_and_spaces(void)
{
    CHECK_STR(text_of(BLOCK_CODE, "if (x)\n\ty =  1;\n\n  }"),
              "if (x)\n\ty =  1;\n\n  }\n");
}

static void
test_code_loses_empty_lines_around_it(void)
{
    CHECK_STR(text_of(BLOCK_CODE, "\n \n  a\n b \n\n"), "  a\n b\n");
    CHECK_STR(text_of(BLOCK_CODE, " \n\t\n"), "");
}

static void
test_blocks_before_an_emptied_one_stay_whole(void)
{
    begin();
    add(BLOCK_PARAGRAPH, "أ", true);
    add(BLOCK_LIST_ITEM, " ", true);
    add(BLOCK_TABLE_ROW, "\t", true);
    add(BLOCK_CODE, "\n", true);
    add(BLOCK_PARAGRAPH, "ب", true);
    CHECK_STR(build(""), "أ\nب\n");
}

int
main(void)
{
    test_kept_blocks_are_lines_in_page_order();
    test_page_without_kept_blocks_has_no_text();
    test_headline_is_the_first_line();
    test_blocks_are_normalized_to_one_line();
    test_list_items_begin_with_a_dash();
    test_cells_of_a_row_are_joined_by_tabs();
    test_empty_cells_hold_their_column_but_at_the_end();
    test_code_keeps_its_lines_and_spaces();
    test_code_loses_empty_lines_around_it();
    test_blocks_before_an_emptied_one_stay_whole();
    return check_summary();
}
