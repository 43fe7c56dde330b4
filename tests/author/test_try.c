/* test_try.c - what one value hits on a page. */
#include "tests/author/rules_folder.h"

static const char page_text[] = PAGE_HEAD PAGE_TEXT PAGE_TAIL;

struct tried {
    lubb_status status;
    const lubb_hit *hits;
    size_t n;
    lubb_error error;
};

static struct tried
try_on(lubb_rules *rules, const char *value, const char *text,
       lubb_input input)
{
    const lubb_hint hint = { .size = sizeof hint, .input = input };
    struct tried t;

    t.status = lubb_rules_try(rules, value, text, strlen(text), &hint,
                              &t.hits, &t.n, &t.error);
    return t;
}

static struct tried
try_page(lubb_rules *rules, const char *value)
{
    return try_on(rules, value, page_text, LUBB_INPUT_AUTO);
}

static struct str
text_of(const struct tried *t, size_t i)
{
    return i < t->n ? (struct str){ t->hits[i].text.ptr,
                                    t->hits[i].text.len }
                    : STR("(no hit)");
}

static void
test_selector_gives_the_blocks_of_its_elements(lubb_rules *rules)
{
    struct tried t = try_page(rules, ".writer");

    CHECK_INT(t.status, LUBB_OK);
    CHECK_INT(t.n, 1);
    CHECK_STR(text_of(&t, 0), "سالم الهادي");
    CHECK_INT(try_page(rules, ".content").n, 5);
    CHECK_INT(try_page(rules, ".none").n, 0);
}

static void
test_hit_has_its_place_in_the_page(lubb_rules *rules)
{
    struct tried t = try_page(rules, ".writer");
    const char *at = strstr(page_text, "سالم");

    CHECK_INT(t.hits[0].beg, at - page_text);
    CHECK(strncmp(page_text + t.hits[0].beg, "سالم الهادي",
                  t.hits[0].end - t.hits[0].beg) == 0);
    CHECK_INT(t.hits[0].line, 8);
    CHECK_INT(t.hits[0].column, 19);
}

static void
test_columns_are_code_points(lubb_rules *rules)
{
    struct tried t = try_on(rules, "/القاهرة/", "سطر أول\nفي القاهرة اليوم\n",
                            LUBB_INPUT_TEXT);

    CHECK_INT(t.n, 1);
    CHECK_INT(t.hits[0].line, 2);
    CHECK_INT(t.hits[0].column, 1);
    CHECK_STR(text_of(&t, 0), "في القاهرة اليوم");
}

static void
test_attribute_gives_its_value(lubb_rules *rules)
{
    struct tried t = try_page(rules,
                              "meta[property=\"og:site_name\"]@content");

    CHECK_INT(t.n, 1);
    CHECK_STR(text_of(&t, 0), "صحيفة المثال");
    CHECK_INT(t.hits[0].beg, strstr(page_text, "صحيفة") - page_text);
    t = try_page(rules, ".menu a@href");
    CHECK_INT(t.n, 2);
    CHECK_STR(text_of(&t, 1), "/news");
    CHECK_INT(try_page(rules, ".menu a@title").n, 0);
}

static void
test_element_without_text_is_a_hit(lubb_rules *rules)
{
    struct tried t = try_page(rules, "meta[property=\"og:type\"]");

    CHECK_INT(t.n, 1);
    CHECK_INT(t.hits[0].text.len, 0);
    CHECK_INT(t.hits[0].line, 3);
    CHECK_INT(t.hits[0].column, 1);
}

static void
test_phrase_is_folded(lubb_rules *rules)
{
    struct tried t = try_page(rules, "\"من نحن\"");

    CHECK_INT(t.n, 1);
    CHECK_STR(text_of(&t, 0), "من نحن");
    CHECK_INT(try_page(rules, "\"سالم الهادى\"").n, 1);
    CHECK_INT(try_page(rules, "=\"سالم الهادى\"").n, 0);
    CHECK_INT(try_page(rules, "\"الهادي\"").n, 0);
    CHECK_INT(try_page(rules, "*\"الهادي\"").n, 1);
}

static void
test_alternatives_are_all_tried(lubb_rules *rules)
{
    struct tried t = try_page(rules, ".writer | \"من نحن\" | @title");

    CHECK_INT(t.n, 3);
    CHECK_STR(text_of(&t, 0), "سالم الهادي");
    CHECK_STR(text_of(&t, 1), "من نحن");
    CHECK_STR(text_of(&t, 2), "مكتبة الحي تفتح أبوابها من جديد");
}

static void
test_step_leaves_what_it_captures(lubb_rules *rules)
{
    struct tried t = try_page(rules, ".writer -> /^(\\S+) /");

    CHECK_INT(t.n, 1);
    CHECK_STR(text_of(&t, 0), "سالم");
    CHECK_INT(try_page(rules, ".writer -> /\\d/").n, 0);
}

static void
test_selector_hits_nothing_on_a_dump(lubb_rules *rules)
{
    struct tried t = try_on(rules, ".writer", "سطر أول\nسطر ثان\n",
                            LUBB_INPUT_TEXT);

    CHECK_INT(t.status, LUBB_OK);
    CHECK_INT(t.n, 0);
    CHECK_INT(try_on(rules, ".writer", "", LUBB_INPUT_TEXT).n, 0);
}

static void
test_what_is_no_value_is_refused(lubb_rules *rules)
{
    struct tried t = try_page(rules, "ab[");

    CHECK_INT(t.status, LUBB_E_RULE);
    CHECK_INT(t.n, 0);
    CHECK(t.error.message[0] != '\0');
    t = try_page(rules, "/a(/");
    CHECK_INT(t.status, LUBB_E_RULE);
    CHECK_INT(t.error.column, 4);
    CHECK_INT(try_page(rules, "").status, LUBB_E_RULE);
    CHECK_INT(try_page(rules, "\"a").status, LUBB_E_RULE);
    CHECK_INT(try_page(rules, ".a\ndrop: .b").status, LUBB_E_RULE);
    CHECK_INT(try_page(rules, "(a+)+").status, LUBB_E_RULE);
    CHECK_INT(lubb_rules_try(rules, "/(a+)+$/", "a", 1, NULL, &t.hits, &t.n,
                             NULL), LUBB_E_RULE);
    CHECK_INT(try_page(rules, ".writer").n, 1);
}

int
main(void)
{
    lubb_rules *rules;

    if (lubb_rules_open(NULL, 0, &rules, NULL) != LUBB_OK)
        return 2;
    test_selector_gives_the_blocks_of_its_elements(rules);
    test_hit_has_its_place_in_the_page(rules);
    test_columns_are_code_points(rules);
    test_attribute_gives_its_value(rules);
    test_element_without_text_is_a_hit(rules);
    test_phrase_is_folded(rules);
    test_alternatives_are_all_tried(rules);
    test_step_leaves_what_it_captures(rules);
    test_selector_hits_nothing_on_a_dump(rules);
    test_what_is_no_value_is_refused(rules);
    lubb_rules_close(rules);
    return check_summary();
}
