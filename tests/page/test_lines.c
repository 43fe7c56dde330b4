/* test_lines.c - lines of a dump as blocks, and hard-wrapped ones put together
 * when, and only when, the whole dump shows that it was wrapped.
 *
 * Every dump that is cut here has the runs of all its blocks checked against
 * its bytes.
 */
#include "page/lines.h"

#include "base/buf.h"
#include "base/limits.h"
#include "tests/check.h"
#include "tests/scratch.h"
#include "text/decode.h"

static struct arena *arena;
static struct blocks blocks;

/* -- the dump and its blocks ----------------------------------------------- */

static bool
runs_are_true(struct str text, const struct block *b)
{
    uint32_t at = 0, end = b->beg;

    for (uint32_t r = 0; r < b->n_runs; r++) {
        const struct block_run *run = &b->runs[r];

        if (run->len == 0 || run->src < end || run->at < at ||
            run->at > at + (r > 0) ||
            (run->at > at && b->text.ptr[at] != ' ') ||
            !str_starts(str_slice(text, run->src, text.len),
                        str_slice(b->text, run->at, run->at + run->len)))
            return false;
        at = run->at + run->len;
        end = run->src + run->len;
    }
    return b->n_runs > 0 && at == b->text.len && b->beg == b->runs[0].src &&
           b->end == end;
}

static void
cut_within(struct str text, struct fuel *fuel)
{
    arena = scratch_arena(((size_t)1 << 20) + 64 * text.len);
    lines_cut(arena, text, fuel, &blocks);
    for (uint32_t i = 0; i < blocks.n; i++)
        if (!CHECK(runs_are_true(text, &blocks.items[i])) ||
            !CHECK(blocks.items[i].kind == BLOCK_PARAGRAPH))
            printf("    block %u\n", (unsigned)i);
}

static void
cut(struct str text)
{
    struct fuel fuel = { 0, UINT64_MAX };

    cut_within(text, &fuel);
}

/* The blocks as "text|text"; behind the blank lines above each, if any, in
 * brackets: "a|(2)b". */
static struct str
blocks_dump(void)
{
    struct buf b = buf_new(arena, 256);

    for (uint32_t i = 0; i < blocks.n; i++) {
        buf_add(&b, i > 0 ? STR("|") : STR(""));
        if (blocks.items[i].n_blank_before > 0) {
            buf_add_char(&b, '(');
            buf_add_int(&b, blocks.items[i].n_blank_before);
            buf_add_char(&b, ')');
        }
        buf_add(&b, blocks.items[i].text);
    }
    return buf_str(&b);
}

static struct str
blocks_of(const char *text)
{
    cut(str_of(text));
    return blocks_dump();
}

/* -- a dump under construction --------------------------------------------- */

static char made[1 << 16];
static size_t made_len;

static void
make(struct str s)
{
    if (s.len > sizeof made - made_len)
        abort();
    memcpy(made + made_len, s.ptr, s.len);
    made_len += s.len;
}

static struct str
made_str(void)
{
    return (struct str){ made, made_len };
}

/* A line of `width` characters in words of four, the last maybe longer. */
static void
make_line(size_t width)
{
    for (size_t i = 0; i < width; i++)
        make(i % 5 == 4 && i + 1 < width ? STR(" ") : STR("a"));
    make(STR("\n"));
}

/* n such lines, and nothing before them. */
static void
make_lines(size_t n, size_t width)
{
    made_len = 0;
    for (size_t i = 0; i < n; i++)
        make_line(width);
}

static uint32_t
n_blocks_of_lines(size_t n, size_t width)
{
    make_lines(n, width);
    cut(made_str());
    return blocks.n;
}

static size_t
width_of(struct str s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

/* A paragraph broken as mailers and lynx do: each word that does not fit into
 * `width` characters begins a line. */
static void
make_wrapped(const char *paragraph, size_t width)
{
    struct str rest = str_of(paragraph), word;
    size_t at = 0;

    while (str_next_field(&rest, ' ', &word)) {
        if (at > 0 && at + 1 + width_of(word) > width) {
            make(STR("\n"));
            at = 0;
        }
        make(at > 0 ? STR(" ") : STR(""));
        make(word);
        at += (at > 0) + width_of(word);
    }
    make(STR("\n"));
}

static const char harvest[] =
    "بدأ المزارعون في وادي الرمان موسم القطاف مبكرا هذا العام، بعد أن جاءت "
    "الأمطار في موعدها ودفئت الليالي قبل نهاية الشتاء. ويقول أصحاب البساتين إن "
    "الثمار أكبر مما كانت عليه في السنوات الماضية، وإن الأسعار لم تتراجع رغم "
    "وفرة المحصول في أسواق المدن القريبة.";

static const char bridge[] =
    "وفي الجانب الآخر من النهر يعمل عشرون نجارا على إصلاح الجسر الخشبي الذي "
    "انهار جزء منه في الخريف. وتأمل البلدية أن يفتح أمام المشاة قبل العيد، على "
    "أن تعبره السيارات الصغيرة في الصيف المقبل إذا اكتملت الدعامات الجديدة.";

/* -- lines ----------------------------------------------------------------- */

static void
a_line_is_a_block(void)
{
    CHECK_STR(blocks_of("أول السطر\nثاني السطر\n"), "أول السطر|ثاني السطر");
    CHECK_STR(blocks_of("a"), "a");
    CHECK_STR(blocks_of("a & b &amp; <c>\n"), "a & b &amp; <c>");
}

static void
a_last_line_may_lack_its_end(void)
{
    CHECK_STR(blocks_of("a\nb"), "a|b");
    CHECK_STR(blocks_of("a\nb\n"), "a|b");
    CHECK_STR(blocks_of("a\n\nb"), "a|(1)b");
    CHECK_STR(blocks_of("a\nb\n\n\n"), "a|b");
    CHECK_STR(blocks_of("a\n b "), "a|b");
}

static void
blank_lines_are_counted_and_are_no_blocks(void)
{
    CHECK_STR(blocks_of("a\n\nb\n\n\n\nc\nd"), "a|(1)b|(3)c|d");
    CHECK_STR(blocks_of("\n\na"), "(2)a");
    CHECK_STR(blocks_of("a\n \t \n\n   \nb"), "a|(3)b");
}

static void
a_dump_without_text_has_no_blocks(void)
{
    CHECK_STR(blocks_of(""), "");
    CHECK_STR(blocks_of("\n"), "");
    CHECK_STR(blocks_of(" \n\t\n\f\n "), "");
    CHECK_INT(blocks.n, 0);
    CHECK_INT(blocks.limits, 0);
}

static void
white_space_in_a_line_is_collapsed(void)
{
    CHECK_STR(blocks_of("  a \t b  c\t\n\td"), "a b c|d");
    CHECK_STR(blocks_of("a\fb"), "a b");
}

static void
a_form_feed_begins_no_line_but_may_be_all_of_one(void)
{
    CHECK_STR(blocks_of("a\n\fb\n"), "a|b");
    CHECK_STR(blocks_of("a\n\f\nb\f\n"), "a|(1)b");
}

static void
lines_of_a_decoded_page_hold_no_carriage_return(void)
{
    struct arena *a = scratch_arena((size_t)1 << 20);
    struct fuel fuel = { 0, UINT64_MAX };
    struct decoded page;

    decode_bytes(a, STR("مرحبا بكم\r\n\r\nفي السوق\rالقديم\n\rيوميا\r\n"),
                 STR(""), &page);
    lines_cut(a, page.text, &fuel, &blocks);
    arena = a;
    CHECK_STR(blocks_dump(), "مرحبا بكم|(1)في السوق|القديم|(1)يوميا");
}

static void
tickers_and_menus_stay_a_line_a_block(void)
{
    static const char text[] =
        "عاجل | إغلاق الطريق الساحلي بسبب الرمال\n"
        "عاجل | وصول أول قطار إلى محطة الواحات\n"
        "عاجل | تأجيل مباراة الفجر والساحل إلى الغد\n"
        "الرئيسية\nمحليات\nرياضة\nاقتصاد\nثقافة\nصحة\nسفر\nرأي\n"
        "عاجل | افتتاح معرض الخط في قصر البلدية\n";
    struct str rest = str_of(text), line;
    uint32_t i = 0;

    cut(str_of(text));
    while (str_next_line(&rest, &line) && CHECK(i < blocks.n))
        CHECK(str_eq(blocks.items[i++].text, line));
    CHECK_INT(blocks.n, 12);
}

static void
a_very_long_line_is_one_block(void)
{
    static char text[1 << 20];

    memset(text, 'a', sizeof text);
    cut((struct str){ text, sizeof text });
    CHECK_INT(blocks.n, 1);
    CHECK_INT(blocks.items[0].text.len, sizeof text);

    for (size_t i = 0; i + 6 <= sizeof text; i += 6)
        memcpy(text + i, "نص  ", 6);
    cut((struct str){ text, sizeof text / 6 * 6 });
    CHECK_INT(blocks.n, 1);
    CHECK_INT(blocks.items[0].text.len, sizeof text / 6 * 5 - 1);
    CHECK_INT(blocks.items[0].n_runs, sizeof text / 6);
}

/* -- hard wrapping --------------------------------------------------------- */

static void
wrapped_paragraphs_are_put_together(void)
{
    static const size_t widths[] = { 50, 60, 72, 78 };

    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        made_len = 0;
        make_wrapped(harvest, widths[i]);
        make(STR("\n"));
        make_wrapped(bridge, widths[i]);
        make(STR("\n\n"));
        make_wrapped(harvest, widths[i]);
        cut(made_str());
        if (!CHECK_INT(blocks.n, 3))
            return;
        CHECK_STR(blocks.items[0].text, harvest);
        CHECK_STR(blocks.items[1].text, bridge);
        CHECK_STR(blocks.items[2].text, harvest);
        CHECK_INT(blocks.items[0].n_blank_before, 0);
        CHECK_INT(blocks.items[1].n_blank_before, 1);
        CHECK_INT(blocks.items[2].n_blank_before, 2);
    }
}

static void
a_line_left_short_ends_its_paragraph(void)
{
    make_lines(8, 60);
    make_line(30);
    for (size_t i = 0; i < 3; i++)
        make_line(60);
    cut(made_str());
    if (!CHECK_INT(blocks.n, 2))
        return;
    CHECK_INT(blocks.items[0].text.len, 8 * 61 + 30);
    CHECK_INT(blocks.items[1].text.len, 3 * 61 - 1);
    CHECK_INT(blocks.items[1].n_blank_before, 0);
}

static void
six_lines_with_one_below_are_enough_to_tell(void)
{
    CHECK_INT(n_blocks_of_lines(6, 60), 6);
    CHECK_INT(n_blocks_of_lines(7, 60), 1);
    CHECK_INT(blocks.items[0].text.len, made_len - 1);

    made_len = 0;
    for (size_t i = 0; i < 20; i++) {
        make_line(60);
        make(STR("\n"));
    }
    cut(made_str());
    CHECK_INT(blocks.n, 20);
}

static void
narrow_and_wide_lines_are_not_wrapped_ones(void)
{
    CHECK_INT(n_blocks_of_lines(12, 39), 12);
    CHECK_INT(n_blocks_of_lines(12, 40), 1);
    CHECK_INT(n_blocks_of_lines(12, 132), 1);
    CHECK_INT(n_blocks_of_lines(12, 133), 12);
}

static void
one_wide_line_anywhere_keeps_all_lines_apart(void)
{
    make_lines(12, 60);
    make(STR("\n"));
    make_line(133);
    cut(made_str());
    CHECK_INT(blocks.n, 13);
}

static void
one_line_in_four_may_be_left_unfilled(void)
{
    /* Of 8 lines with one below, 2 or 3 have room for the next word. */
    for (size_t n_short = 2; n_short <= 3; n_short++) {
        made_len = 0;
        for (size_t i = 0; i < 9; i++)
            make_line(i % 3 == 1 && i < 3 * n_short ? 50 : 60);
        cut(made_str());
        CHECK_INT(blocks.n, n_short == 2 ? 3 : 9);
    }
}

static void
a_line_is_filled_when_the_next_word_does_not_fit(void)
{
    /* Words of four: 55 + 1 + 4 fit into 60, 56 + 1 + 4 do not. */
    make_lines(12, 60);
    make_line(55);
    make_line(60);
    cut(made_str());
    CHECK_INT(blocks.n, 2);
    make_lines(12, 60);
    make_line(56);
    make_line(60);
    cut(made_str());
    CHECK_INT(blocks.n, 1);
}

static void
menus_beside_wrapped_text_stay_apart(void)
{
    make_lines(10, 60);
    make(STR("\n"));
    for (size_t i = 0; i < 30; i++)
        make_line(9);
    make(STR("\n"));
    make_line(60);
    make_line(20);
    cut(made_str());
    CHECK_INT(blocks.n, 1 + 30 + 1);
    CHECK_INT(blocks.items[0].text.len, 10 * 61 - 1);
    CHECK_INT(blocks.items[1].text.len, 9);
    CHECK_INT(blocks.items[1].n_blank_before, 1);
    CHECK_INT(blocks.items[31].text.len, 60 + 1 + 20);
}

static void
indentation_is_part_of_a_lines_width(void)
{
    /* Without it the indented lines would have room for two more words. */
    make_lines(8, 60);
    make(STR("\n"));
    for (size_t i = 0; i < 4; i++) {
        make(STR("          "));
        make_line(50);
    }
    cut(made_str());
    CHECK_INT(blocks.n, 2);
    CHECK_INT(blocks.items[1].text.len, 4 * 51 - 1);
}

static void
lines_of_verse_stay_apart(void)
{
    static const char text[] =
        "يا دار بين النخل هل مر الصبا يوما عليك وعاد في نسماته\n"
        "أم أن ليل الراحلين أطال في صمت الرمال وغاب\n"
        "كم وقفة لي عند بابك والمدى شاحب والريح في ساحاته\n"
        "تروي لنا ما كان من عهد مضى ثم تعود\n"
        "والبدر يسأل كل نجم عابر عن موعد ضاعت بقايا ذكره\n"
        "وأنا أعد على الحصى خطواتنا حتى الصباح\n"
        "يا دار ما زال الحنين يعيدنا نحو المكان كأننا لم نرحل\n"
        "فإذا وصلنا لم نجد إلا صدى أصواتنا\n"
        "يمضي الزمان ولا يزال بخاطري ظل النخيل على ضفاف الجدول\n"
        "وتظل أنت كما عرفتك أول الأيام دارا\n";

    cut(STR(text));
    CHECK_INT(blocks.n, 10);
}

/* -- fuel, limits ---------------------------------------------------------- */

static void
fuel_is_a_byte(void)
{
    struct fuel fuel = { 0, 1000 };

    cut_within(STR("abc\nقمر"), &fuel);
    CHECK_INT(fuel.used, 3 + 6);
}

static void
without_fuel_the_rest_is_left_out(void)
{
    struct fuel fuel = { 0, 7 };

    cut_within(STR("aaa\nbbb\nccc\nd"), &fuel);
    CHECK_STR(blocks_dump(), "aaa|bbb");
    CHECK(fuel_is_out(&fuel));
}

static void
lines_past_the_bound_are_left_out_and_flagged(void)
{
    static char text[2 * (MAX_BLOCKS + 1)];
    struct fuel fuel = { 0, UINT64_MAX };

    for (size_t i = 0; i < sizeof text; i += 2)
        memcpy(text + i, "a\n", 2);
    arena = scratch_arena((size_t)128 << 20);
    lines_cut(arena, (struct str){ text, sizeof text - 2 }, &fuel, &blocks);
    CHECK_INT(blocks.n, MAX_BLOCKS);
    CHECK_INT(blocks.limits, 0);

    arena = scratch_arena((size_t)128 << 20);
    lines_cut(arena, (struct str){ text, sizeof text }, &fuel, &blocks);
    CHECK_INT(blocks.n, MAX_BLOCKS);
    CHECK_INT(blocks.limits, LIMIT_BLOCKS);
}

int
main(void)
{
    a_line_is_a_block();
    a_last_line_may_lack_its_end();
    blank_lines_are_counted_and_are_no_blocks();
    a_dump_without_text_has_no_blocks();
    white_space_in_a_line_is_collapsed();
    a_form_feed_begins_no_line_but_may_be_all_of_one();
    lines_of_a_decoded_page_hold_no_carriage_return();
    tickers_and_menus_stay_a_line_a_block();
    a_very_long_line_is_one_block();
    wrapped_paragraphs_are_put_together();
    a_line_left_short_ends_its_paragraph();
    six_lines_with_one_below_are_enough_to_tell();
    narrow_and_wide_lines_are_not_wrapped_ones();
    one_wide_line_anywhere_keeps_all_lines_apart();
    one_line_in_four_may_be_left_unfilled();
    a_line_is_filled_when_the_next_word_does_not_fit();
    menus_beside_wrapped_text_stay_apart();
    indentation_is_part_of_a_lines_width();
    lines_of_verse_stay_apart();
    fuel_is_a_byte();
    without_fuel_the_rest_is_left_out();
    lines_past_the_bound_are_left_out_and_flagged();
    return check_summary();
}
