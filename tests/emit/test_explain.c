#include "emit/explain.h"

#include "rules/lexicon.h"
#include "tests/check.h"
#include "tests/scratch.h"

static const struct feature features[] = {
    { "words", { "0", "1", "8" } },
    { "links", { "none", "half", "all" } },
    { "place", { "top", "foot" } },
};
static const struct feature_table table = { "html", features, 3 };
static const struct verdict article = { true, "prose", 990 };

static struct html_node nodes[2] = { { .depth = 3 }, { .depth = 9 } };
static struct model model;
static struct evidence evidence[2];
static struct block items[2];
static struct blocks blocks;

/* A page of two blocks: one kept, one dropped. */
static struct record
make_record(void)
{
    model = (struct model){ 0 };
    model.points[0][2][STATE_MAIN] = 30;
    model.points[0][1][STATE_MAIN] = -12;
    model.points[1][2][STATE_MAIN] = -40;
    model.points[1][2][STATE_AFTER] = 99;
    evidence[0] = (struct evidence){
        .bins = { 2, 0, 0 }, .points = { 0, 30, 5, -7 },
        .state = STATE_MAIN, .is_kept = true, .reason = "inside",
    };
    evidence[1] = (struct evidence){
        .bins = { 1, 2, 1 }, .points = { 0, -52, 0, 99 },
        .state = STATE_AFTER, .reason = "below", .move_class = MOVES_BACK,
        .groups = 1u << LEXICON_related | 1u << LEXICON_share,
    };
    items[0] = (struct block){ .text = STR("متن"), .beg = 10, .end = 16,
                               .evidence = &evidence[0] };
    items[1] = (struct block){ .text = STR("شارك"), .beg = 20, .end = 28,
                               .node = 1, .kind = BLOCK_LIST_ITEM,
                               .evidence = &evidence[1] };
    blocks = (struct blocks){ .items = items, .n = 2 };
    return (struct record){
        .id = STR("a.html"), .verdict = &article, .n_kept = 1,
        .is_html = true, .blocks = &blocks, .nodes = nodes,
        .features = &table, .model = &model,
    };
}

static struct str
for_people(const struct record *r)
{
    return explain_to_text(scratch_arena(1 << 20), r);
}

static struct str
for_fitting(const struct record *r)
{
    return explain_to_jsonl(scratch_arena(1 << 20), r);
}

static bool
holds(struct str s, const char *part)
{
    return str_find(s, str_of(part), 0) < s.len;
}

static void
test_people_get_a_line_a_block_below_a_head_line(void)
{
    struct record r = make_record();

    CHECK_STR(for_people(&r),
              "# a.html: html, article, confidence 990 of 1000 [prose], "
              "kept 1 of 2 blocks\n"
              "+ 0 main +30 words=8(+30) [inside] متن\n"
              "- 1 after -52 links=all(-40) words=1(-12) [below] شارك\n");
}

static void
test_page_without_blocks_has_the_head_line_only(void)
{
    struct record r = make_record();

    blocks.n = 0;
    r.id = STR("");
    CHECK_STR(for_people(&r), "# html, article, confidence 990 of 1000 "
                              "[prose], kept 1 of 0 blocks\n");
    CHECK_STR(for_fitting(&r), "");
}

static void
test_only_the_strongest_features_are_shown(void)
{
    static struct feature many[EXPLAIN_FEATURES + 1];
    static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
    struct feature_table wide = { "html", many, EXPLAIN_FEATURES + 1 };
    struct record r = make_record();

    evidence[0] = (struct evidence){ .reason = "x" };
    for (int i = 0; i <= EXPLAIN_FEATURES; i++) {
        many[i] = (struct feature){ names[i], { "0" } };
        model.points[i][0][STATE_MAIN] = (int16_t)(i % 2 ? -10 - i : 10 + i);
    }
    r.features = &wide;
    blocks.n = 1;
    CHECK(holds(for_people(&r), " f=0(-15) e=0(+14) d=0(-13) c=0(+12) "
                                "b=0(-11) [x]"));
}

static void
test_long_texts_are_cut(void)
{
    struct record r = make_record();
    struct str got;
    char text[2 * EXPLAIN_CHARS + 3];

    for (size_t i = 0; i < sizeof text - 1; i += 2)
        memcpy(text + i, "س", 2);
    items[0].text = (struct str){ text, 2 * EXPLAIN_CHARS + 2 };
    blocks.n = 1;
    got = for_people(&r);
    CHECK(str_ends(got, STR("سسس…\n")));
    items[0].text.len -= 2;
    CHECK_INT(for_people(&r).len, got.len - STR("…").len);
}

static void
test_people_get_no_control_characters(void)
{
    struct record r = make_record();

    items[0].text = STR("a\x1B[31m\nb\xE2\x80\xAE");
    r.id = STR("a\x1B\n\xFFz");
    CHECK(holds(for_people(&r), "[inside] a[31m b\n"));
    CHECK(holds(for_people(&r), "# a: html"));
}

static void
test_fitting_gets_every_feature_and_state(void)
{
    struct record r = make_record();

    CHECK_STR(for_fitting(&r),
              "{\"id\":\"a.html\",\"index\":0,\"text\":\"متن\",\"beg\":10,"
              "\"end\":16,\"kind\":\"paragraph\",\"state\":\"main\","
              "\"kept\":true,\"reason\":\"inside\",\"depth\":3,"
              "\"moves\":\"any\","
              "\"groups\":[],\"points\":{\"before\":0,\"main\":30,"
              "\"interruption\":5,\"after\":-7},\"features\":"
              "{\"words\":\"8\",\"links\":\"none\",\"place\":\"top\"}}\n"
              "{\"id\":\"a.html\",\"index\":1,\"text\":\"شارك\",\"beg\":20,"
              "\"end\":28,\"kind\":\"list_item\",\"state\":\"after\","
              "\"kept\":false,\"reason\":\"below\",\"depth\":9,"
              "\"moves\":\"back\","
              "\"groups\":[\"related\",\"share\"],\"points\":{\"before\":0,"
              "\"main\":-52,\"interruption\":0,\"after\":99},\"features\":"
              "{\"words\":\"1\",\"links\":\"all\",\"place\":\"foot\"}}\n");
}

static void
test_plain_text_has_no_depth(void)
{
    struct record r = make_record();

    r.nodes = NULL;
    r.is_html = false;
    CHECK(!holds(for_fitting(&r), "\"depth\""));
    CHECK(holds(for_people(&r), "a.html: text, article"));
}

int
main(void)
{
    test_people_get_a_line_a_block_below_a_head_line();
    test_page_without_blocks_has_the_head_line_only();
    test_only_the_strongest_features_are_shown();
    test_long_texts_are_cut();
    test_people_get_no_control_characters();
    test_fitting_gets_every_feature_and_state();
    test_plain_text_has_no_depth();
    return check_summary();
}
