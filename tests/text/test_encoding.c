/* test_encoding.c - which of mark, transport, <meta> and bytes decides, and
 * what bytes tell by themselves. */
#include "text/encoding.h"

#include "check.h"
#include "recode.h"

static const struct str none = { NULL, 0 };

#define DECIDES(bytes, content_type, encoding, source) \
    check_decision(encoding_decide((bytes), (content_type)), (encoding), \
                   (source), __LINE__)

static void
check_decision(struct encoding_guess got, enum encoding encoding,
               enum encoding_source source, int line)
{
    check_int(got.encoding, encoding, "encoding", __FILE__, line);
    check_int(got.source, source, "source", __FILE__, line);
}

static struct arena *
arena(void)
{
    return scratch_arena(1 << 20);
}

static struct str
prose_1256(struct arena *a)
{
    return in_single_byte(a, windows_1256_expected, arabic_prose);
}

static struct str
prose_8859_6(struct arena *a)
{
    return in_single_byte(a, iso_8859_6_expected, arabic_prose);
}

static void
a_byte_order_mark_beats_everything(void)
{
    struct str utf8 = STR("\xEF\xBB\xBF<meta charset=windows-1256>");
    struct str label = STR("text/html; charset=windows-1256");
    struct str le = STR("\xFF\xFE\xD8\xA7\xD8\xA8\xD8\xA9\xD8\xAA");
    struct str be = STR("\xFE\xFF\xD8\xA7\xD8\xA8\xD8\xA9\xD8\xAA");

    DECIDES(utf8, label, ENCODING_UTF_8, ENCODING_FROM_BOM);
    CHECK_INT(encoding_decide(utf8, label).bom_len, 3);
    CHECK(encoding_decide(utf8, label).is_valid_utf8);
    DECIDES(le, STR("utf-8"), ENCODING_UTF_16LE, ENCODING_FROM_BOM);
    CHECK_INT(encoding_decide(le, none).bom_len, 2);
    DECIDES(be, STR("utf-8"), ENCODING_UTF_16BE, ENCODING_FROM_BOM);
    CHECK_INT(encoding_decide(be, none).bom_len, 2);
    DECIDES(STR("\xEF\xBB"), none, ENCODING_WINDOWS_1252,
            ENCODING_FROM_DEFAULT);
}

static void
a_mark_before_bad_utf_8_does_not_make_it_valid(void)
{
    CHECK(!encoding_decide(STR("\xEF\xBB\xBF\xC7\xE1"), none).is_valid_utf8);
    DECIDES(STR("\xEF\xBB\xBF\xC7\xE1"), none, ENCODING_UTF_8,
            ENCODING_FROM_BOM);
}

static void
transport_labels_are_found_in_any_usual_form(void)
{
    static const char *const forms[] = {
        "windows-1256", " cp1256 ", "text/html; charset=windows-1256",
        "text/html;charset=Windows-1256;x=y", "text/html; CHARSET = x-cp1256",
        "text/html; charset=\"windows-1256\"", "charset='windows-1256'",
        "text/html; charset is; charset=windows-1256 "
    };
    static const char *const not_forms[] = {
        "", "text/html", "text/html; charset=", "text/html; charset",
        "text/html; charset=\"windows-1256", "text/html; charset=gbk",
        "text/html; windows-1256"
    };

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        DECIDES(STR("x"), str_of(forms[i]), ENCODING_WINDOWS_1256,
                ENCODING_FROM_TRANSPORT);
    for (size_t i = 0; i < sizeof not_forms / sizeof not_forms[0]; i++)
        DECIDES(STR("x"), str_of(not_forms[i]), ENCODING_UTF_8,
                ENCODING_FROM_DEFAULT);
}

static void
transport_comes_before_meta_and_unread_labels_do_not_count(void)
{
    struct str page = STR("<meta charset=iso-8859-6>x");

    DECIDES(page, STR("text/html; charset=latin1"), ENCODING_WINDOWS_1252,
            ENCODING_FROM_TRANSPORT);
    DECIDES(page, STR("text/html; charset=windows-1251"), ENCODING_ISO_8859_6,
            ENCODING_FROM_META);
    DECIDES(page, none, ENCODING_ISO_8859_6, ENCODING_FROM_META);
}

static void
meta_counts_only_when_it_ends_within_1024_bytes(void)
{
    struct str meta = STR("<meta charset=windows-1256>");
    char page[1200];

    memset(page, ' ', sizeof page);
    memcpy(page + 1024 - meta.len, meta.ptr, meta.len);
    DECIDES(((struct str){ page, sizeof page }), none, ENCODING_WINDOWS_1256,
            ENCODING_FROM_META);

    memset(page, ' ', sizeof page);
    memcpy(page + 1025 - meta.len, meta.ptr, meta.len);
    DECIDES(((struct str){ page, sizeof page }), none, ENCODING_UTF_8,
            ENCODING_FROM_DEFAULT);
}

static void
utf_8_beats_a_wrong_label_but_takes_the_credit_of_a_right_one(void)
{
    struct str text = str_of(arabic_prose);

    DECIDES(text, STR("windows-1256"), ENCODING_UTF_8, ENCODING_FROM_BYTES);
    DECIDES(text, STR("utf-16"), ENCODING_UTF_8, ENCODING_FROM_BYTES);
    DECIDES(text, none, ENCODING_UTF_8, ENCODING_FROM_BYTES);
    DECIDES(text, STR("utf-8"), ENCODING_UTF_8, ENCODING_FROM_TRANSPORT);
    DECIDES(STR("<meta charset=utf-8>\xD8\xA7"), STR("latin1"), ENCODING_UTF_8,
            ENCODING_FROM_META);
    DECIDES(STR("<meta charset=latin1>\xC2\xA9"), none, ENCODING_UTF_8,
            ENCODING_FROM_BYTES);
    DECIDES(str_of(french_prose), STR("iso-8859-1"), ENCODING_UTF_8,
            ENCODING_FROM_BYTES);
}

static void
ascii_is_in_any_encoding_that_is_named(void)
{
    DECIDES(STR("plain"), STR("windows-1256"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_TRANSPORT);
    CHECK(encoding_decide(STR("plain"), STR("windows-1256")).is_valid_utf8);
    DECIDES(STR("plain"), none, ENCODING_UTF_8, ENCODING_FROM_DEFAULT);
    DECIDES(none, none, ENCODING_UTF_8, ENCODING_FROM_DEFAULT);
}

static void
utf_8_cut_in_mid_character_is_still_utf_8(void)
{
    struct str text = STR("\xD9\x83\xD8\xAA\xD8\xA8 \xF0\x9F\x98\x80");

    for (size_t len = 3; len < text.len; len++)
        DECIDES(str_slice(text, 0, len), STR("windows-1256"), ENCODING_UTF_8,
                ENCODING_FROM_BYTES);
    CHECK(!encoding_decide(str_slice(text, 0, 3), none).is_valid_utf8);
}

static void
a_few_bad_bytes_among_many_good_ones_are_still_utf_8(void)
{
    struct arena *a = arena();
    struct str text = str_of(arabic_prose);
    struct str bad = joined(a, joined(a, text, STR("\xFF\x80 ")), text);

    DECIDES(bad, none, ENCODING_UTF_8, ENCODING_FROM_BYTES);
    DECIDES(bad, STR("windows-1256"), ENCODING_UTF_8, ENCODING_FROM_BYTES);
    CHECK(!encoding_decide(bad, none).is_valid_utf8);

    /* Half of it bad: a label wins, and without one it is UTF-8. */
    bad = STR("\xD8\xA7\xFF \xD8\xA8\xD8\xA9\xFE");
    DECIDES(bad, none, ENCODING_UTF_8, ENCODING_FROM_BYTES);
    DECIDES(bad, STR("windows-1256"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_TRANSPORT);
}

static void
arabic_without_a_label_is_told_by_its_letters(void)
{
    struct arena *a = arena();

    DECIDES(prose_1256(a), none, ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(prose_8859_6(a), none, ENCODING_ISO_8859_6, ENCODING_FROM_BYTES);
    DECIDES(in_single_byte(a, windows_1256_expected, persian_prose), none,
            ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(in_single_byte(a, windows_1256_expected, tah_zah_prose), none,
            ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(in_single_byte(a, windows_1256_expected, "مرحبا"), none,
            ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(in_single_byte(a, windows_1256_expected,
                           "قُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ"),
            none, ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(in_single_byte(a, iso_8859_6_expected,
                           "قُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ"),
            none, ENCODING_ISO_8859_6, ENCODING_FROM_BYTES);
}

static void
arabic_in_markup_is_told_by_its_letters(void)
{
    struct arena *a = arena();
    struct str open = STR("<div class=\"a b\"><p>"), close = STR("</p></div>x");

    DECIDES(joined(a, joined(a, open, prose_1256(a)), close), none,
            ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
    DECIDES(joined(a, joined(a, open, prose_8859_6(a)), close), none,
            ENCODING_ISO_8859_6, ENCODING_FROM_BYTES);
}

static void
latin_without_a_label_is_told_by_its_lonely_letters(void)
{
    static const char *const texts[] = {
        french_prose, "caf\xC3\xA9", "La citt\xC3\xA0 \xC3\xA8 bella, "
        "per\xC3\xB2 \xC3\xA8 lontana: \xC3\xA8 cos\xC3\xAC.",
        "M\xC3\xBCller \xC3\xBC" "berpr\xC3\xBC" "ft die Stra\xC3\x9F" "e.",
        "All\xC3\xA1 est\xC3\xA1 aqu\xC3\xAD el ni\xC3\xB1o, d\xC3\xAD" "a."
    };
    struct arena *a = arena();

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        DECIDES(in_single_byte(a, windows_1252_expected, texts[i]), none,
                ENCODING_WINDOWS_1252, ENCODING_FROM_BYTES);
}

static void
what_letters_do_not_tell_is_left_to_the_default(void)
{
    /* Punctuation alone, the same in both; Russian in windows-1251. */
    DECIDES(STR("a \x93quoted\x94 word \x96 \xA9"), none,
            ENCODING_WINDOWS_1256, ENCODING_FROM_DEFAULT);
    DECIDES(STR("\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0! \xDD\xF2\xEE "
                "\xEE\xE1\xFB\xF7\xED\xFB\xE9 \xF2\xE5\xEA\xF1\xF2."), none,
            ENCODING_WINDOWS_1252, ENCODING_FROM_DEFAULT);
}

static void
a_label_gives_way_to_many_arabic_letters_of_another_encoding(void)
{
    struct arena *a = arena();

    DECIDES(prose_1256(a), STR("utf-8"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_BYTES);
    DECIDES(prose_1256(a), STR("iso-8859-1"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_BYTES);
    DECIDES(prose_1256(a), STR("iso-8859-6"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_BYTES);
    DECIDES(prose_8859_6(a), STR("windows-1256"), ENCODING_ISO_8859_6,
            ENCODING_FROM_BYTES);
    DECIDES(joined(a, STR("<meta charset=cp1256>"), prose_1256(a)),
            STR("utf-8"), ENCODING_WINDOWS_1256, ENCODING_FROM_META);
    DECIDES(prose_1256(a), STR("windows-1256"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_TRANSPORT);
}

static void
a_label_stands_against_few_letters_and_against_latin_ones(void)
{
    struct arena *a = arena();
    struct str few = str_slice(prose_1256(a), 0, 60);
    struct str latin = in_single_byte(a, windows_1252_expected, french_prose);

    DECIDES(few, STR("utf-8"), ENCODING_UTF_8, ENCODING_FROM_TRANSPORT);
    DECIDES(few, STR("latin1"), ENCODING_WINDOWS_1252,
            ENCODING_FROM_TRANSPORT);
    DECIDES(latin, STR("utf-8"), ENCODING_UTF_8, ENCODING_FROM_TRANSPORT);
    DECIDES(latin, STR("windows-1256"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_TRANSPORT);

    /* One letter of Italian and Portuguese is ISO-8859-6's waw. */
    latin = in_single_byte(a, windows_1252_expected, "\xC3\xA8 vero, ");
    for (int i = 0; i < 7; i++)
        latin = joined(a, latin, latin);
    DECIDES(latin, STR("utf-8"), ENCODING_UTF_8, ENCODING_FROM_TRANSPORT);
}

static void
letters_that_two_encodings_share_refute_neither(void)
{
    struct arena *a = arena();
    struct str text = in_single_byte(
        a, iso_8859_6_expected,
        "باب بارد جار تاجر ساحر راح زار صار أبرار أسد بحر ثابت خارج دار سار "
        "حرب ضرر شاحب ذات جراد حاسب بحار تراب سبب أحباب");

    DECIDES(text, STR("iso-8859-6"), ENCODING_ISO_8859_6,
            ENCODING_FROM_TRANSPORT);
    DECIDES(text, STR("windows-1256"), ENCODING_WINDOWS_1256,
            ENCODING_FROM_TRANSPORT);
    DECIDES(text, none, ENCODING_WINDOWS_1256, ENCODING_FROM_BYTES);
}

static void
utf_16_without_a_mark_is_told_by_its_zeros(void)
{
    struct arena *a = arena();

    for (int is_big = 0; is_big < 2; is_big++) {
        enum encoding want = is_big ? ENCODING_UTF_16BE : ENCODING_UTF_16LE;

        DECIDES(in_utf_16(a, is_big, arabic_prose), none, want,
                ENCODING_FROM_BYTES);
        DECIDES(in_utf_16(a, is_big, "<html lang=ar><p>"), STR("utf-8"), want,
                ENCODING_FROM_BYTES);
        DECIDES(in_utf_16(a, is_big, french_prose), STR("windows-1252"), want,
                ENCODING_FROM_BYTES);
    }
    DECIDES(in_utf_16(a, false, arabic_prose), STR("utf-16"),
            ENCODING_UTF_16LE, ENCODING_FROM_TRANSPORT);
    DECIDES(in_utf_16(a, true, arabic_prose), STR("utf-16"),
            ENCODING_UTF_16BE, ENCODING_FROM_BYTES);
}

static void
zeros_at_both_parities_are_not_utf_16(void)
{
    static const char zeros[64] = { 0 };

    DECIDES(((struct str){ zeros, sizeof zeros }), none, ENCODING_UTF_8,
            ENCODING_FROM_DEFAULT);
    DECIDES(STR("a\0b"), none, ENCODING_UTF_8, ENCODING_FROM_DEFAULT);
    DECIDES(STR("a\0b\0c text"), none, ENCODING_UTF_8, ENCODING_FROM_DEFAULT);
}

int
main(void)
{
    a_byte_order_mark_beats_everything();
    a_mark_before_bad_utf_8_does_not_make_it_valid();
    transport_labels_are_found_in_any_usual_form();
    transport_comes_before_meta_and_unread_labels_do_not_count();
    meta_counts_only_when_it_ends_within_1024_bytes();
    utf_8_beats_a_wrong_label_but_takes_the_credit_of_a_right_one();
    ascii_is_in_any_encoding_that_is_named();
    utf_8_cut_in_mid_character_is_still_utf_8();
    a_few_bad_bytes_among_many_good_ones_are_still_utf_8();
    arabic_without_a_label_is_told_by_its_letters();
    arabic_in_markup_is_told_by_its_letters();
    latin_without_a_label_is_told_by_its_lonely_letters();
    what_letters_do_not_tell_is_left_to_the_default();
    a_label_gives_way_to_many_arabic_letters_of_another_encoding();
    a_label_stands_against_few_letters_and_against_latin_ones();
    letters_that_two_encodings_share_refute_neither();
    utf_16_without_a_mark_is_told_by_its_zeros();
    zeros_at_both_parities_are_not_utf_16();
    return check_summary();
}
