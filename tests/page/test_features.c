/* test_features.c - counts of one block's text, worked out by hand. */
#include "page/features.h"

#include "tests/check.h"
#include "tests/scratch.h"
#include "text/words.h"

static struct store store;
static struct stopwords function_words;
static struct block block;

static void
function_words_load(void)
{
    if (!stopwords_load(&store, STR("في\nمن\nعلى\nإن\nثم\nهذا\nالتي\nكان\n"),
                        &function_words))
        abort();
}

static const struct block_measure *
measure_linked(const char *text, struct link_span *links, uint32_t n_links)
{
    struct blocks blocks = { .items = &block, .n = 1 };
    struct fuel fuel = { 0, UINT64_MAX };

    block = (struct block){ .text = str_of(text), .links = links,
                            .n_links = n_links };
    blocks_measure(scratch_arena((size_t)1 << 16), &function_words, &fuel,
                   &blocks);
    return &block.m;
}

static const struct block_measure *
measure(const char *text)
{
    return measure_linked(text, NULL, 0);
}

/* The span of the first `part` of a text. */
static struct link_span
span_of(const char *text, const char *part)
{
    size_t beg = str_find(str_of(text), str_of(part), 0);

    return (struct link_span){ (uint32_t)beg,
                               (uint32_t)(beg + str_of(part).len) };
}

/* -- words ----------------------------------------------------------------- */

static void
a_sentence_is_counted(void)
{
    /* 3 + 5 + 2 + 7 + 2 + 4 letters. */
    const struct block_measure *m = measure("بدأ العمل في الميناء، ثم توقف.");

    CHECK_INT(m->n_words, 6);
    CHECK_INT(m->n_function_words, 2);
    CHECK_INT(m->n_letters, 23);
    CHECK_INT(m->n_chars, 25);
    CHECK_INT(m->n_commas, 1);
    CHECK_INT(m->n_stops, 0);
    CHECK_INT(m->n_latin + m->n_digits + m->n_digit_words, 0);
    CHECK_INT(m->n_links + m->n_linked_letters, 0);
    CHECK_INT(m->n_ascii_commas + m->n_colons + m->n_separators, 0);
    CHECK_INT(m->n_code_chars, 0);
    CHECK_INT(m->ending, ENDING_SENTENCE);
    CHECK(!m->ends_in_quote && !m->has_url && !m->has_item_mark);
    CHECK(!m->has_month && !m->is_date_line);
}

static void
a_line_of_a_menu_is_counted(void)
{
    const struct block_measure *m = measure("محليات | رياضة | Sport 24");

    CHECK_INT(m->n_words, 4);
    CHECK_INT(m->n_digit_words, 1);
    CHECK_INT(m->n_function_words, 0);
    CHECK_INT(m->n_letters, 6 + 5 + 5);
    CHECK_INT(m->n_latin, 5);
    CHECK_INT(m->n_digits, 2);
    CHECK_INT(m->n_chars, 16 + 2 + 2);
    CHECK_INT(m->n_separators, 2);
    CHECK_INT(m->ending, ENDING_NONE);
}

static void
no_text_counts_nothing(void)
{
    const struct block_measure *m = measure("");

    CHECK_INT(m->n_words + m->n_chars + m->n_letters + m->n_digits, 0);
    CHECK_INT(m->folded.len, 0);
    CHECK_INT(m->ending, ENDING_NONE);
    CHECK(!m->ends_in_quote && !m->has_url && !m->has_item_mark);

    m = measure("\u00A0");
    CHECK_INT(m->n_words + m->n_chars, 0);
    m = measure("***");
    CHECK_INT(m->n_words + m->n_letters, 0);
    CHECK_INT(m->n_chars, 3);
}

static void
function_words_count_alone_and_behind_a_waw_or_feh(void)
{
    CHECK_INT(measure("وفي السوق فمن الناس من")->n_function_words, 3);
    CHECK_INT(measure("على الرصيف")->n_function_words, 1);
    CHECK_INT(measure("عَلَى الرصيف")->n_function_words, 1);
    CHECK_INT(measure("إنّ أن ان")->n_function_words, 3);   /* folded alike */
    CHECK_INT(measure("نخل وتمر")->n_function_words, 0);
}

static void
numbers_are_words_and_digits_of_either_kind(void)
{
    const struct block_measure *m =
        measure("وصل 3 وزراء و150 ضيفا عام ٢٠٢٤ ونسبة 4,5");

    CHECK_INT(m->n_words, 10);              /* 4 and 5 are two */
    CHECK_INT(m->n_digit_words, 4);         /* و150 is a word */
    CHECK_INT(m->n_digits, 1 + 3 + 4 + 2);
}

static void
marks_and_tatweel_are_no_letters(void)
{
    CHECK_INT(measure("مُحَمَّدٌ")->n_letters, 4);
    CHECK_INT(measure("قـــال")->n_letters, 3);
    CHECK_INT(measure("قـــال")->n_chars, 3);
    CHECK_INT(measure("\u200Fقال\u200E \u202Bنعم\u202C")->n_chars, 6);
    CHECK_INT(measure("قال\u00A0\u3000نعم")->n_chars, 6);
    CHECK_INT(measure("قال 😀")->n_chars, 4);
}

static void
letters_of_other_scripts_are_letters_but_not_latin(void)
{
    const struct block_measure *m = measure("شركة Éole Нева 北");

    CHECK_INT(m->n_letters, 4 + 4 + 4 + 1);
    CHECK_INT(m->n_latin, 4);
}

/* -- links ----------------------------------------------------------------- */

static void
linked_letters_are_those_inside_spans(void)
{
    static const char text[] = "انظر (خبر أول، 12) و(خبر ثان)";
    struct link_span links[] = {
        span_of(text, "خبر أول، 12"), span_of(text, "خبر ثان")
    };
    const struct block_measure *m = measure_linked(text, links, 2);

    CHECK_INT(m->n_links, 2);
    CHECK_INT(m->n_letters, 4 + 6 + 1 + 6);
    CHECK_INT(m->n_linked_letters, 6 + 6);
}

static void
a_span_is_half_open(void)
{
    static const char text[] = "abcdef";
    struct link_span all = { 0, 6 }, some[] = { { 1, 2 }, { 2, 3 }, { 5, 6 } };

    CHECK_INT(measure_linked(text, &all, 1)->n_linked_letters, 6);
    CHECK_INT(measure_linked(text, some, 3)->n_linked_letters, 3);
    CHECK_INT(block.m.n_links, 3);
}

/* -- punctuation ----------------------------------------------------------- */

static void
commas_are_arabic_or_ascii(void)
{
    const struct block_measure *m = measure("تفاح، وتمر؛ ولوز, وتين; وعسل،");

    CHECK_INT(m->n_commas, 3);
    CHECK_INT(m->n_ascii_commas, 2);
}

static void
stops_stand_inside_before_white_space(void)
{
    CHECK_INT(measure("وصل. ثم غادر! هل عاد؟ لا… ربما.")->n_stops, 4);
    CHECK_INT(measure("بلغت 3.5 في a.b")->n_stops, 0);
    CHECK_INT(measure("قال: «انتهى.» ثم مضى")->n_stops, 1);
    CHECK_INT(measure("انتهى.")->n_stops, 0);
}

static void
colons_stand_inside_before_white_space(void)
{
    CHECK_INT(measure("قال: نعم، ثم أضاف: لا")->n_colons, 2);
    CHECK_INT(measure("في 10:30 قال:")->n_colons, 0);
}

static void
separators_stand_between_words(void)
{
    CHECK_INT(measure("أخبار | رأي | صور")->n_separators, 2);
    CHECK_INT(measure("أخبار › رأي ‹ صور")->n_separators, 2);
    CHECK_INT(measure("أخبار → رأي ← صور")->n_separators, 2);
    CHECK_INT(measure("أخبار • رأي · صور")->n_separators, 2);
    CHECK_INT(measure("أخبار / رأي / صور")->n_separators, 2);
    CHECK_INT(measure("نعم و/أو لا")->n_separators, 0);
    CHECK_INT(measure("أخبار - رأي")->n_separators, 0);
}

static void
marks_of_code_are_counted(void)
{
    CHECK_INT(measure("if (x) { y[0] = 1; }")->n_code_chars, 8);
    CHECK_INT(measure("a\\b $c #d e_f g/h i+j k&l *m <n>")->n_code_chars, 10);
    CHECK_INT(measure("قال (نعم)")->n_code_chars, 2);
    CHECK_INT(measure("«نعم»، ٪ - . : ! ؟")->n_code_chars, 0);
}

/* -- ends ------------------------------------------------------------------ */

static void
the_ending_is_that_of_the_last_mark(void)
{
    static const struct { const char *text; int ending; } ends[] = {
        { "انتهى", ENDING_NONE }, { "انتهى 5", ENDING_NONE },
        { "انتهى.", ENDING_SENTENCE }, { "هل انتهى؟", ENDING_SENTENCE },
        { "انتهى!", ENDING_SENTENCE }, { "Over?", ENDING_SENTENCE },
        { "ختم\u06D4", ENDING_SENTENCE }, { "انتهى؟!", ENDING_SENTENCE },
        { "ثم…", ENDING_DOTS }, { "ثم...", ENDING_DOTS },
        { "ثم..", ENDING_DOTS }, { "قال:", ENDING_COLON },
        { "أولا،", ENDING_COMMA }, { "أولا؛", ENDING_COMMA },
        { "a,", ENDING_COMMA }, { "a;", ENDING_COMMA },
        { ".", ENDING_SENTENCE }, { "a-", ENDING_NONE },
        { "انتهى.\u200F", ENDING_SENTENCE }
    };

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        CHECK_INT(measure(ends[i].text)->ending, ends[i].ending);
        CHECK(!block.m.ends_in_quote);
    }
}

static void
a_closing_quote_or_bracket_is_seen_and_looked_through(void)
{
    static const struct { const char *text; int ending; } ends[] = {
        { "«انتهى.»", ENDING_SENTENCE }, { "\"لا!\"", ENDING_SENTENCE },
        { "(كما قيل)", ENDING_NONE }, { "[هل عاد؟]", ENDING_SENTENCE },
        { "“ثم…”", ENDING_DOTS }, { "«قال:»", ENDING_COLON },
        { ")", ENDING_NONE }
    };

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        CHECK_INT(measure(ends[i].text)->ending, ends[i].ending);
        CHECK(block.m.ends_in_quote);
    }
    CHECK(!measure("«انتهى».")->ends_in_quote);
    CHECK_INT(block.m.ending, ENDING_SENTENCE);
}

static void
items_begin_with_a_bullet_or_a_list_number(void)
{
    static const char *const numbers[] = {
        "1. أولا", "1- أولا", "(1) أولا", "١) أولا", "٣- ثالثا", "12) x",
        "100. x", "1."
    };
    static const char *const bullets[] = {
        "- بند", "• بند", "* بند", "– بند", "● بند", "▪ بند"
    };
    static const char *const others[] = {
        "بند", "1.5 مليون", "3/4 كوب", "2024. كان", "1 أولا", "-بند", "15",
        "", "(بند)"
    };

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        CHECK(measure(numbers[i])->has_item_mark);
        CHECK(block.m.has_item_number);
    }
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
        CHECK(measure(bullets[i])->has_item_mark);
        CHECK(!block.m.has_item_number);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        CHECK(!measure(others[i])->has_item_mark);
        CHECK(!block.m.has_item_number);
    }
}

/* -- what is in it --------------------------------------------------------- */

static void
urls_and_addresses_are_seen(void)
{
    CHECK(measure("http://difaf.example/a")->has_url);
    CHECK(measure("المصدر: https://difaf.example")->has_url);
    CHECK(measure("زوروا www.difaf.example اليوم")->has_url);
    CHECK(measure("راسلنا على desk@difaf.example")->has_url);
    CHECK(!measure("تابع @difaf")->has_url);
    CHECK(!measure("@difaf")->has_url);
    CHECK(measure("https://difaf.example/a?b=1")->is_url);
    CHECK(!measure("المصدر: https://difaf.example")->is_url);
    CHECK(!measure("@difaf")->is_url);
    CHECK(!measure("سعر @ 5")->has_url);
    CHECK(!measure("a@")->has_url);
    CHECK(!measure("@")->has_url);
    CHECK(!measure("ضفاف: جريدة // يومية")->has_url);
}

static void
months_and_date_lines_are_seen(void)
{
    CHECK(measure("الأحد 12 يناير 2023")->has_month);
    CHECK(block.m.is_date_line);
    CHECK(measure("12/05/2020")->is_date_line);
    CHECK(!block.m.has_month);
    CHECK(measure("منذ ساعتين")->is_date_line);
    CHECK(!measure("عاد الصيادون من البحر")->is_date_line);
    CHECK(!block.m.has_month);
}

static void
text_is_folded_and_hashed(void)
{
    uint64_t hash;

    CHECK_STR(measure("إقرأ  أيضًا: «المدرسة»")->folded, "اقرا ايضا المدرسه");
    CHECK(block.m.hash == words_hash(block.m.folded));
    hash = block.m.hash;
    CHECK(measure("اقرأ أيضا - المدرسه!")->hash == hash);
    CHECK(measure("اقرأ أيضا المدارس")->hash != hash);
}

/* -- all blocks, fuel ------------------------------------------------------ */

static void
every_block_is_measured_and_nothing_else_is_touched(void)
{
    struct block two[2] = {
        { .text = STR("خبر أول"), .kind = BLOCK_HEADING, .node = 7, .beg = 3 },
        { .text = STR("a"), .n_blank_before = 2 }
    };
    struct blocks blocks = { .items = two, .n = 2 };
    struct fuel fuel = { 0, UINT64_MAX };

    blocks_measure(scratch_arena((size_t)1 << 16), &function_words, &fuel,
                   &blocks);
    CHECK_INT(two[0].m.n_words, 2);
    CHECK_INT(two[1].m.n_words, 1);
    CHECK_INT(two[0].kind, BLOCK_HEADING);
    CHECK_INT(two[0].node, 7);
    CHECK_INT(two[0].beg, 3);
    CHECK_INT(two[1].n_blank_before, 2);
    CHECK_STR(two[0].text, "خبر أول");
    CHECK_INT(fuel.used, 2 * (13 + 1));
}

static void
without_fuel_the_rest_is_not_measured(void)
{
    struct block three[3] = {
        { .text = STR("aaa") }, { .text = STR("bbb") }, { .text = STR("ccc") }
    };
    struct blocks blocks = { .items = three, .n = 3 };
    struct fuel fuel = { 0, 12 };

    blocks_measure(scratch_arena((size_t)1 << 16), &function_words, &fuel,
                   &blocks);
    CHECK_INT(three[0].m.n_words, 1);
    CHECK_INT(three[1].m.n_words, 1);
    CHECK_INT(three[2].m.n_words, 0);
    CHECK_INT(three[2].m.folded.len, 0);
    CHECK(fuel_is_out(&fuel));
}

int
main(void)
{
    function_words_load();
    a_sentence_is_counted();
    a_line_of_a_menu_is_counted();
    no_text_counts_nothing();
    function_words_count_alone_and_behind_a_waw_or_feh();
    numbers_are_words_and_digits_of_either_kind();
    marks_and_tatweel_are_no_letters();
    letters_of_other_scripts_are_letters_but_not_latin();
    linked_letters_are_those_inside_spans();
    a_span_is_half_open();
    commas_are_arabic_or_ascii();
    stops_stand_inside_before_white_space();
    colons_stand_inside_before_white_space();
    separators_stand_between_words();
    marks_of_code_are_counted();
    the_ending_is_that_of_the_last_mark();
    a_closing_quote_or_bracket_is_seen_and_looked_through();
    items_begin_with_a_bullet_or_a_list_number();
    urls_and_addresses_are_seen();
    months_and_date_lines_are_seen();
    text_is_folded_and_hashed();
    every_block_is_measured_and_nothing_else_is_touched();
    without_fuel_the_rest_is_not_measured();
    store_free(&store);
    return check_summary();
}
