/* test_mojibake.c - what was saved twice is put right, and what was not is left
 * alone, down to the byte. Through decode_bytes(), as pages meet it. */
#include "text/mojibake.h"

#include "check.h"
#include "recode.h"
#include "text/decode.h"

static const char *const *const misreadings[] = {
    windows_1256_expected, windows_1252_expected
};

static struct decoded
decode(struct arena *a, struct str bytes)
{
    struct decoded d;

    decode_bytes(a, bytes, (struct str){ NULL, 0 }, &d);
    return d;
}

/* Text that decoding gives back as it is. */
static bool
is_left_alone(const char *text)
{
    struct decoded d = decode(scratch_arena(1 << 16), str_of(text));

    return !d.is_repaired && d.offsets_are_input &&
           str_eq(d.text, str_of(text));
}

static void
a_page_that_was_misread_comes_back_whole(void)
{
    static const char *const texts[] = {
        arabic_prose, persian_prose, tah_zah_prose, "السلام",
        "<p>ا</p>\n<p>و</p>\n<title>الأخبار – 2024 ©</title>",
        "یک روز بارانی در اصفهان", "قُلْ هُوَ اللَّهُ أَحَدٌ 😀 سار"
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int m = 0; m < 2; m++) {
            struct arena *a = scratch_arena(1 << 20);
            struct decoded d = decode(a, misread(a, misreadings[m], texts[i]));

            CHECK_STR(d.text, texts[i]);
            CHECK(d.is_repaired);
            CHECK(!d.offsets_are_input);
            CHECK_INT(d.encoding, ENCODING_UTF_8);
            CHECK_INT(d.n_replaced, 0);
        }
}

/* Latin-1 proper has C1 controls where windows-1252 has letters and quotes. */
static void
a_page_that_was_misread_as_latin_1_proper_comes_back(void)
{
    struct arena *a = scratch_arena(1 << 16);
    char *page = arena_raw(a, char, 2 * sizeof arabic_prose);
    size_t n = 0;

    for (size_t i = 0; i + 1 < sizeof arabic_prose; i++)
        n += utf8_put(page + n, (unsigned char)arabic_prose[i]);
    CHECK_STR(decode(a, (struct str){ page, n }).text, arabic_prose);
}

static void
a_byte_order_mark_that_was_misread_goes_too(void)
{
    for (int m = 0; m < 2; m++) {
        struct arena *a = scratch_arena(1 << 16);
        struct str page = misread(a, misreadings[m], "\xEF\xBB\xBF" "السلام");

        CHECK_STR(decode(a, page).text, "السلام");
    }
}

static void
a_misread_page_in_utf_16_comes_back(void)
{
    struct arena *a = scratch_arena(1 << 20);
    struct str page = misread(a, windows_1252_expected, arabic_prose);
    char *z = arena_new(a, char, page.len + 1);

    memcpy(z, page.ptr, page.len);
    CHECK_STR(decode(a, in_utf_16(a, false, z)).text, arabic_prose);
}

static void
in_a_mixed_page_only_the_misread_stretches_change(void)
{
    for (int m = 0; m < 2; m++) {
        struct arena *a = scratch_arena(1 << 20);
        struct str bad = misread(a, misreadings[m], "ماذا قال الوزير؟");
        struct str page = STR("<p>خبر اليوم</p>\n<li title=\"ط، ظ\">");

        page = joined(a, page, bad);
        page = joined(a, page, STR("</li>كتب أحمد «ظل»\n"));
        page = joined(a, page, bad);
        page = joined(a, page, STR("\nظ… ط» Øre ©\n"));

        struct decoded d = decode(a, page);
        CHECK(d.is_repaired);
        CHECK_STR(d.text, "<p>خبر اليوم</p>\n<li title=\"ط، ظ\">"
                          "ماذا قال الوزير؟</li>كتب أحمد «ظل»\n"
                          "ماذا قال الوزير؟\nظ… ط» Øre ©\n");
    }
}

static void
a_stretch_that_is_misread_in_part_stays(void)
{
    for (int m = 0; m < 2; m++) {
        struct arena *a = scratch_arena(1 << 16);
        struct str bad = misread(a, misreadings[m], "الأخبار");
        struct str page = joined(a, bad, STR(" – أخبار"));
        struct decoded d = decode(a, page);

        CHECK(!d.is_repaired);
        CHECK_SAME(d.text, page);
    }
}

static void
a_misread_page_cut_in_mid_character_comes_back_but_for_its_last_line(void)
{
    for (int m = 0; m < 2; m++) {
        struct arena *a = scratch_arena(1 << 20);
        struct str page = misread(a, misreadings[m], arabic_prose);
        struct str good = str_of(arabic_prose), rest, want, got;

        /* The line end, the full stop, a symbol's second byte. */
        struct decoded d = decode(a, str_slice(page, 0, page.len - 3));

        CHECK(d.is_repaired);
        rest = d.text;
        CHECK(str_next_line(&good, &want));
        CHECK(str_next_line(&rest, &got));
        CHECK_SAME(got, want);
    }
}

static void
sound_text_is_left_alone(void)
{
    CHECK(is_left_alone(arabic_prose));
    CHECK(is_left_alone(persian_prose));
    CHECK(is_left_alone(french_prose));
    CHECK(is_left_alone(tah_zah_prose));
    CHECK(is_left_alone("Ørsted og Ærø, Ø§ 3 og Ù; ÉTÉ OÙ §"));
    CHECK(is_left_alone(""));
}

/* Each of these is valid UTF-8 in windows-1256 as well. */
static void
single_letters_with_commas_are_left_alone(void)
{
    CHECK(is_left_alone("ط، ظ، ع، غ، ف، ق، ط§\n"));
    CHECK(is_left_alone("أ، ب، ج، د، ط؛ ظ؟ ط±\n"));
    CHECK(is_left_alone("ة،"));
    CHECK(is_left_alone("ط§ ظ§ ط± ظ¨"));
}

static void
two_misread_letters_are_enough(void)
{
    struct arena *a = scratch_arena(1 << 16);

    CHECK_STR(decode(a, misread(a, windows_1256_expected, "ما")).text, "ما");
    CHECK_STR(decode(a, misread(a, windows_1252_expected, "ما")).text, "ما");
}

static void
text_that_is_not_arabic_when_put_right_is_left_alone(void)
{
    for (int m = 0; m < 2; m++) {
        struct arena *a = scratch_arena(1 << 16);
        struct str page = misread(a, misreadings[m], "déjà vu – été");

        CHECK_SAME(decode(a, page).text, page);
        page = misread(a, misreadings[m], "لا: très près du café « à côté »");
        CHECK_SAME(decode(a, page).text, page);
    }
}

static void
a_stretch_of_utf_8_in_a_windows_1256_page_is_put_right(void)
{
    struct arena *a = scratch_arena(1 << 20);
    struct str page = in_single_byte(a, windows_1256_expected, arabic_prose);
    struct decoded d;

    page = joined(a, page, STR("وقال الوزير: لن نقبل\n"));
    page = joined(a, page, in_single_byte(a, windows_1256_expected,
                                          arabic_prose));
    decode_bytes(a, page, STR("windows-1256"), &d);
    CHECK_INT(d.encoding, ENCODING_WINDOWS_1256);
    CHECK(str_find(d.text, STR("\nوقال الوزير: لن نقبل\n"), 0) < d.text.len);
    CHECK(str_starts(d.text, str_of(arabic_prose)));
    CHECK(str_ends(d.text, str_of(arabic_prose)));
}

static void
only_a_telltale_letter_before_a_symbol_raises_suspicion(void)
{
    CHECK(mojibake_is_likely(STR("x ط§")));
    CHECK(mojibake_is_likely(STR("ظ±")));
    CHECK(mojibake_is_likely(STR("Ø³")));
    CHECK(mojibake_is_likely(STR("« » Ù¨")));
    CHECK(!mojibake_is_likely(STR("ض§ ط » ط« ظ\xC2\xA0 ط· Ø ³ §Ø é³")));
    CHECK(!mojibake_is_likely(str_of(arabic_prose)));
    CHECK(!mojibake_is_likely(str_of(tah_zah_prose)));
    CHECK(!mojibake_is_likely(STR("§")));
    CHECK(!mojibake_is_likely((struct str){ NULL, 0 }));
}

int
main(void)
{
    a_page_that_was_misread_comes_back_whole();
    a_page_that_was_misread_as_latin_1_proper_comes_back();
    a_byte_order_mark_that_was_misread_goes_too();
    a_misread_page_in_utf_16_comes_back();
    in_a_mixed_page_only_the_misread_stretches_change();
    a_stretch_that_is_misread_in_part_stays();
    a_misread_page_cut_in_mid_character_comes_back_but_for_its_last_line();
    sound_text_is_left_alone();
    single_letters_with_commas_are_left_alone();
    two_misread_letters_are_enough();
    text_that_is_not_arabic_when_put_right_is_left_alone();
    a_stretch_of_utf_8_in_a_windows_1256_page_is_put_right();
    only_a_telltale_letter_before_a_symbol_raises_suspicion();
    return check_summary();
}
