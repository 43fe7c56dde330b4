/* test_normalize.c - the output form of text: what stays, what goes, and the
 * promises over any text (never longer, valid, idempotent). */
#include "text/normalize.h"

#include "check.h"
#include "scratch.h"
#include "random_text.h"
#include "text/arabic.h"

static struct str
normalize_in(struct arena *a, struct str s, enum normalize_mode mode)
{
    struct buf b = buf_new(a, 0);

    normalize_text(&b, s, mode);
    return buf_str(&b);
}

static struct str
line(const char *text)
{
    return normalize_in(scratch_arena(1 << 16), str_of(text), NORMALIZE_LINE);
}

static struct str
code(const char *text)
{
    return normalize_in(scratch_arena(1 << 16), str_of(text), NORMALIZE_CODE);
}

static void
test_letters_marks_and_punctuation_stay(void)
{
    CHECK_STR(line("إقرأ أيضًا: «كُتُبٌ» قـــد؟"),
              "إقرأ أيضًا: «كُتُبٌ» قـــد؟");
    CHECK_STR(line("\uFEFB \uFDFA ٪ … – ²"), "\uFEFB \uFDFA ٪ … – ²");
    CHECK_STR(line("中文 Ελλάς \u0C15\u0C4D"), "中文 Ελλάς \u0C15\u0C4D");
    CHECK_STR(line("a\uFFFDb"), "a\uFFFDb");
    CHECK_STR(line("\uE000\uFFFF"), "\uE000\uFFFF");
}

static void
test_visible_format_characters_stay(void)
{
    static const uint32_t visible[] = {
        0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x8E2
    };

    for (size_t i = 0; i < sizeof visible / sizeof visible[0]; i++) {
        char text[8] = "";

        text[utf8_put(text, visible[i])] = '7';
        CHECK_STR(line(text), text);
    }
}

static void
test_bidi_controls_go_whatever_stands_around(void)
{
    static const uint32_t bidi[] = {
        0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
        0x2067, 0x2068, 0x2069
    };

    for (size_t i = 0; i < sizeof bidi / sizeof bidi[0]; i++) {
        char text[16] = "م";

        memcpy(text + 2 + utf8_put(text + 2, bidi[i]), "ن", 2);
        CHECK_STR(line(text), "من");
    }
    CHECK_STR(line("\u200F\u200E"), "");
    CHECK_STR(line("م\u200Fـن"), "مـن");
    CHECK_STR(line("a\u202E /* } \u2066 */"), "a /* } */");
}

static void
test_controls_and_invisible_characters_go(void)
{
    static const uint32_t gone[] = {
        0x01, 0x08, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F, 0xAD,
        0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x206A, 0x206F, 0xFEFF,
        0xE0001, 0xE0020, 0xE007F
    };

    for (size_t i = 0; i < sizeof gone / sizeof gone[0]; i++) {
        char text[8] = "a";

        text[1 + utf8_put(text + 1, gone[i])] = 'b';
        CHECK_STR(line(text), "ab");
        CHECK_STR(code(text), "ab");
    }
}

static void
test_white_space_of_a_line_is_one_space(void)
{
    CHECK_STR(line("  أ  ب \t\n ج\r\n"), "أ ب ج");
    CHECK_STR(line("a\u00A0b\u2003\u3000c\u202F\u205Fd\u1680e"), "a b c d e");
    CHECK_STR(line("a\xC2\x85" "b\u2028c\u2029d\ve\ff"), "a b c d e f");
    CHECK_STR(line("a \u200F b"), "a b");
    CHECK_STR(line("\u00A0a\u00A0"), "a");
    CHECK_STR(line(" \u3000 "), "");
    CHECK_STR(line(""), "");
}

static void
test_code_keeps_its_lines_and_spaces(void)
{
    CHECK_STR(code("\tif (a)\n\t\treturn  b;\n"), "\tif (a)\n\t\treturn  b;\n");
    CHECK_STR(code("  a\u00A0\u00A0b  "), "  a  b  ");
    CHECK_STR(code("a\r\nb\rc\xC2\x85" "d\u2028e\u2029f"), "a\nb\nc\nd\ne\nf");
    CHECK_STR(code("a\vb\fc"), "a b c");
    CHECK_STR(code("if\u202E(x)\u200B"), "if(x)");
}

static void
test_joiners_stay_between_letters(void)
{
    CHECK_STR(line("می\u200Cخواهم"), "می\u200Cخواهم");
    CHECK_STR(line("لِ\u200Dه"), "لِ\u200Dه");
    CHECK_STR(line("ـ\u200Cن"), "ـ\u200Cن");
    CHECK_STR(line("\u0915\u094D\u200D\u0937"), "\u0915\u094D\u200D\u0937");
}

static void
test_joiners_go_elsewhere(void)
{
    CHECK_STR(line("\u200Cمن\u200D"), "من");
    CHECK_STR(line("ه\u200D 1445"), "ه 1445");
    CHECK_STR(line("( \u200Cأ\u200C)"), "( أ)");
    CHECK_STR(line("1\u200D2"), "12");
    CHECK_STR(line("أ \u200D \u200Cب"), "أ ب");
}

static void
test_one_joiner_stays_of_a_run(void)
{
    CHECK_STR(line("م\u200C\u200Cن"), "م\u200Cن");
    CHECK_STR(line("م\u200D\u200Cن"), "م\u200Dن");
    CHECK_STR(line("م\u200F\u200C\u200Fن"), "م\u200Cن");
}

static void
test_emoji_sequences_stay(void)
{
    CHECK_STR(line("👨\u200D👩\u200D👧\u200D👦"), "👨\u200D👩\u200D👧\u200D👦");
    CHECK_STR(line("👩🏽\u200D💻"), "👩🏽\u200D💻");
    CHECK_STR(line("❤\uFE0F\u200D🔥"), "❤\uFE0F\u200D🔥");
    CHECK_STR(line("🧔\u200D♂\uFE0F 🐦\u200D⬛"), "🧔\u200D♂\uFE0F 🐦\u200D⬛");
    CHECK_STR(line("🙂\u200D↔\uFE0F"), "🙂\u200D↔\uFE0F");
}

static void
test_text_is_appended(void)
{
    struct buf b = buf_new(scratch_arena(1 << 16), 4);

    buf_add(&b, STR("م "));
    normalize_text(&b, STR(" \u200Cن "), NORMALIZE_LINE);
    normalize_text(&b, STR("  "), NORMALIZE_LINE);
    CHECK_STR(buf_str(&b), "م ن");
}

static bool
is_kept(uint32_t cp, enum normalize_mode mode)
{
    enum char_class class = char_classify(cp);

    if (class == CHAR_SPACE)
        return cp == ' ' ||
               (mode == NORMALIZE_CODE && (cp == '\n' || cp == '\t'));
    return class != CHAR_IGNORED || cp == 0x640 || cp == 0x200C ||
           cp == 0x200D;
}

/* What must hold of the output form of anything. */
static bool
normalizes_well(struct arena *a, struct str s, enum normalize_mode mode)
{
    struct str once = normalize_in(a, s, mode);
    struct str twice = normalize_in(a, once, mode);
    bool is_good = str_eq(once, twice) && once.len <= s.len &&
                   utf8_valid_len(once, NULL) == once.len;

    for (size_t at = 0; at < once.len;)
        is_good = is_good && is_kept(utf8_next(once, &at), mode);
    if (mode == NORMALIZE_LINE && once.len > 0)
        is_good = is_good && once.ptr[0] != ' ' &&
                  once.ptr[once.len - 1] != ' ' &&
                  str_find(once, STR("  "), 0) == once.len;
    return is_good;
}

static void
test_any_text_normalizes_well(void)
{
    struct random_text r = { .state = 4 };
    uint32_t n_bad = 0;

    for (int i = 0; i < 50000; i++) {
        struct str s = random_text_next(&r);
        struct arena *a = scratch_arena(1 << 14);

        n_bad += !normalizes_well(a, s, NORMALIZE_LINE);
        n_bad += !normalizes_well(a, s, NORMALIZE_CODE);
    }
    CHECK_INT(n_bad, 0);
}

/* Between two letters, so that joiners have their say too. */
static void
test_every_code_point_normalizes_well(void)
{
    uint32_t n_bad = 0, n_changed = 0;

    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char text[12] = "م";
        size_t n = 2;
        struct arena *a = scratch_arena(1 << 10);
        struct str s;

        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        n += utf8_put(text + n, cp);
        n += utf8_put(text + n, 0x646);
        s = (struct str){ text, n };
        n_bad += !normalizes_well(a, s, NORMALIZE_LINE);
        n_changed += !str_eq(normalize_in(a, s, NORMALIZE_LINE), s);
        n_bad += is_kept(cp, NORMALIZE_LINE) !=
                 str_eq(normalize_in(a, s, NORMALIZE_LINE), s);
    }
    CHECK_INT(n_bad, 0);
    CHECK(n_changed > 200 && n_changed < 300);
}

int
main(void)
{
    test_letters_marks_and_punctuation_stay();
    test_visible_format_characters_stay();
    test_bidi_controls_go_whatever_stands_around();
    test_controls_and_invisible_characters_go();
    test_white_space_of_a_line_is_one_space();
    test_code_keeps_its_lines_and_spaces();
    test_joiners_stay_between_letters();
    test_joiners_go_elsewhere();
    test_one_joiner_stays_of_a_run();
    test_emoji_sequences_stay();
    test_text_is_appended();
    test_any_text_normalizes_well();
    test_every_code_point_normalizes_well();
    return check_summary();
}
