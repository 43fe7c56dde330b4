/* test_arabic.c - classes of code points and folding: each rule, each trap of
 * the presentation forms, and the promises over all of Unicode. */
#include "text/arabic.h"

#include "check.h"
#include "scratch.h"
#include "random_text.h"

enum { FOLD_MAX = 4096 };

static char fold_buffer[FOLD_MAX];

/* Good until the next call. */
static struct str
fold(const char *text)
{
    return (struct str){
        fold_buffer, fold_text(str_of(text), fold_buffer, FOLD_MAX)
    };
}

static void
test_classes_of_letters(void)
{
    CHECK_INT(char_classify(0x627), CHAR_ARABIC);
    CHECK_INT(char_classify(0x621), CHAR_ARABIC);   /* hamza */
    CHECK_INT(char_classify(0x6CC), CHAR_ARABIC);   /* Persian yeh */
    CHECK_INT(char_classify(0x750), CHAR_ARABIC);   /* Supplement */
    CHECK_INT(char_classify(0x8A0), CHAR_ARABIC);   /* Extended-A */
    CHECK_INT(char_classify(0xFEFB), CHAR_ARABIC);  /* lam-alef */
    CHECK_INT(char_classify(0xFDFC), CHAR_ARABIC);  /* rial, a word */
    CHECK_INT(char_classify('a'), CHAR_LATIN);
    CHECK_INT(char_classify('Z'), CHAR_LATIN);
    CHECK_INT(char_classify(0xE9), CHAR_LATIN);
    CHECK_INT(char_classify(0x1EA0), CHAR_LATIN);
    CHECK_INT(char_classify(0xFF21), CHAR_LATIN);   /* fullwidth A */
    CHECK_INT(char_classify(0x3B1), CHAR_LETTER);   /* Greek */
    CHECK_INT(char_classify(0x5D0), CHAR_LETTER);   /* Hebrew */
    CHECK_INT(char_classify(0x4E2D), CHAR_LETTER);  /* ideograph */
    CHECK_INT(char_classify(0x20000), CHAR_LETTER); /* ideograph, plane 2 */
    CHECK_INT(char_classify(0x3FFFD), CHAR_LETTER); /* last of plane 3 */
}

static void
test_classes_of_digits(void)
{
    for (uint32_t i = 0; i < 10; i++) {
        CHECK_INT(char_classify('0' + i), CHAR_DIGIT);
        CHECK_INT(char_classify(0x660 + i), CHAR_DIGIT);
        CHECK_INT(char_classify(0x6F0 + i), CHAR_DIGIT);
    }
    CHECK_INT(char_classify('/'), CHAR_OTHER);
    CHECK_INT(char_classify(':'), CHAR_OTHER);
    CHECK_INT(char_classify(0x66A), CHAR_OTHER);    /* Arabic percent */
    CHECK_INT(char_classify(0xB2), CHAR_OTHER);     /* superscript two */
}

static void
test_classes_of_white_space(void)
{
    static const uint32_t spaces[] = {
        '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2000, 0x200A,
        0x2028, 0x2029, 0x202F, 0x205F, 0x3000
    };

    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++)
        CHECK_INT(char_classify(spaces[i]), CHAR_SPACE);
}

static void
test_classes_of_marks(void)
{
    for (uint32_t cp = 0x64B; cp <= 0x65F; cp++)
        CHECK_INT(char_classify(cp), CHAR_MARK);
    CHECK_INT(char_classify(0x610), CHAR_MARK);
    CHECK_INT(char_classify(0x670), CHAR_MARK);     /* superscript alef */
    CHECK_INT(char_classify(0x6D6), CHAR_MARK);
    CHECK_INT(char_classify(0x6E5), CHAR_MARK);     /* small waw */
    CHECK_INT(char_classify(0x8D4), CHAR_MARK);
    CHECK_INT(char_classify(0x301), CHAR_MARK);
    CHECK_INT(char_classify(0xFE0F), CHAR_MARK);    /* variation selector */
    CHECK_INT(char_classify(0xFE70), CHAR_MARK);    /* isolated fathatan */
    CHECK_INT(char_classify(0xFC5E), CHAR_MARK);
    CHECK_INT(char_classify(0xE0100), CHAR_MARK);
}

static void
test_classes_of_what_is_ignored(void)
{
    static const uint32_t ignored[] = {
        0x640, 0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A,
        0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206A, 0x206F, 0xFEFF, 0x00,
        0x1F, 0x7F, 0x80, 0x9F, 0xE0001, 0xE007F
    };

    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        CHECK_INT(char_classify(ignored[i]), CHAR_IGNORED);
}

static void
test_classes_of_the_rest(void)
{
    static const uint32_t other[] = {
        '.', '_', 0x60C, 0x61B, 0x61F, 0x6D4, 0x2022, 0x1F600, 0xFFFD, 0xE000,
        0x6DD, 0x8E2, 0x6DE, 0xFD3E, 0xFDFD, 0xFFFF, 0x10FFFF, 0xE0080, 0x3FFFE
    };

    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        CHECK_INT(char_classify(other[i]), CHAR_OTHER);
    for (uint32_t cp = 0x600; cp <= 0x605; cp++)
        CHECK_INT(char_classify(cp), CHAR_OTHER);
}

static void
test_letters_fold_to_their_base(void)
{
    CHECK_STR(fold("أإآٱا"), "ااااا");
    CHECK_STR(fold("ىي"), "يي");
    CHECK_STR(fold("مدرسة"), "مدرسه");
    CHECK_STR(fold("مؤمن سائل شيء"), "مومن سايل شيء");
    CHECK_STR(fold("\u06A9\u06CC"), "\u0643\u064A");
    CHECK_STR(fold("پچژگ"), "پچژگ");
    CHECK_STR(fold("إقرأ أيضًا"), "اقرا ايضا");
}

static void
test_marks_and_controls_go(void)
{
    CHECK_STR(fold("مُحَمَّدٌ"), "محمد");
    CHECK_STR(fold("قـــــد يهمك"), "قد يهمك");
    CHECK_STR(fold("هٰذا"), "هذا");
    CHECK_STR(fold("ا\u0654لا\u0653ن"), "الان");    /* hamza, madda apart */
    CHECK_STR(fold("\u200F05\u200F/2024\u202C"), "05 2024");
    CHECK_STR(fold("می\u200Cخواهم"), "ميخواهم");
    CHECK_STR(fold("م\u00ADو\u200Bق\uFEFFع"), "موقع");
    CHECK_STR(fold("\u064B"), "");
    CHECK_STR(fold("\u0640 \u0640"), "");
}

static void
test_digits_fold_to_ascii(void)
{
    CHECK_STR(fold("٠١٢٣٤٥٦٧٨٩"), "0123456789");
    CHECK_STR(fold("۰۱۲۳۴۵۶۷۸۹"), "0123456789");
    CHECK_STR(fold("٣٫٥٪"), "3 5");
}

static void
test_latin_folds_to_plain_lower_case(void)
{
    CHECK_STR(fold("ABC xyz"), "abc xyz");
    CHECK_STR(fold("À LIRE"), "a lire");
    CHECK_STR(fold("e\u0301 \u00E9 \u1EBE"), "e e e");
    CHECK_STR(fold("\u0130I\u0131"), "ii\u0131");
    CHECK_STR(fold("\u023A\u023E"), "\u2C65\u2C66");  /* longer in lower case */
    CHECK_STR(fold("\uFF21"), "\uFF41");
    CHECK_STR(fold("\u212A"), "k");                     /* Kelvin */
}

static void
test_other_scripts_stay(void)
{
    CHECK_STR(fold("中文 Ελλάς שלום"), "中文 Ελλάς שלום");
    CHECK_STR(fold("ܐܒ ދި"), "ܐܒ ދ");
}

static void
test_everything_else_is_one_space(void)
{
    CHECK_STR(fold(""), "");
    CHECK_STR(fold(" \t\n"), "");
    CHECK_STR(fold("... — !؟"), "");
    CHECK_STR(fold("  (أ) - [ب]،،ج؛ "), "ا ب ج");
    CHECK_STR(fold("a\u00A0\u3000b\u2028c"), "a b c");
    CHECK_STR(fold("a@b.com"), "a b com");
    CHECK_STR(fold("خبر\uFFFDعاجل 😀"), "خبر عاجل");
    CHECK_STR(fold("15\u06DD16"), "15 16");
    CHECK_STR(fold("x . \u200F . y"), "x y");
}

static void
test_presentation_forms_fold_to_letters(void)
{
    CHECK_STR(fold("\uFEB3\uFEFC\uFEE1"), "سلام");
    CHECK_STR(fold("\uFEF5\uFEF7\uFEF9\uFEFB"), "لالالالا");
    CHECK_STR(fold("\uFE8E\uFE83\uFE87\uFE81\uFB50"), "ااااا");
    CHECK_STR(fold("\uFEF0\uFEF3\uFBFC\uFE8B"), "يييي");
    CHECK_STR(fold("\uFE93\uFE86\uFB8E"), "هوك");
    CHECK_STR(fold("و\uFDF2"), "والله");
    CHECK_STR(fold("\uFC00"), "يج");
}

static void
test_presentation_forms_of_marks_go(void)
{
    static const uint32_t forms[] = {
        0xFC5E, 0xFC5F, 0xFC60, 0xFC61, 0xFC62, 0xFC63, 0xFE70, 0xFE71,
        0xFE72, 0xFE74, 0xFE76, 0xFE77, 0xFE78, 0xFE79, 0xFE7A, 0xFE7B,
        0xFE7C, 0xFE7D, 0xFE7E, 0xFE7F, 0xFCF2, 0xFCF3, 0xFCF4, 0xFEFF
    };

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        char text[8] = "ab";

        text[1 + utf8_put(text + 1, forms[i])] = 'b';
        CHECK_STR(fold(text), "ab");
    }
}

static void
test_words_in_one_code_point_stand_alone(void)
{
    CHECK_STR(fold("محمد\uFDFA قال"), "محمد صلي الله عليه وسلم قال");
    CHECK_STR(fold("\uFDFA"), "صلي الله عليه وسلم");
    CHECK_STR(fold("\uFDFA\uFDFB"), "صلي الله عليه وسلم جل جلاله");
    CHECK_STR(fold("500\uFDFC."), "500 ريال");
}

static void
test_presentation_symbols_are_separators(void)
{
    CHECK_STR(fold("ا\uFD3Eب\uFD3Fج"), "ا ب ج");
    CHECK_STR(fold("ا\uFDFDب\uFD40ج\uFBB2د"), "ا ب ج د");
}

static bool
is_well_spaced(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == ' ' &&
            (i == 0 || i + 1 == s.len || s.ptr[i - 1] == ' '))
            return false;
    return true;
}

/* What must hold of the folding of anything. */
static bool
folds_well(struct str s)
{
    char once[FOLD_MAX], twice[FOLD_MAX];
    struct str a = { once, fold_text(s, once, FOLD_MAX) };
    struct str b = { twice, fold_text(a, twice, FOLD_MAX) };

    return str_eq(a, b) && is_well_spaced(a) &&
           utf8_valid_len(a, NULL) == a.len;
}

/* Whether the class of a code point is told by what it folds to. */
static bool
class_agrees(uint32_t cp)
{
    char text[6] = "a", out[FOLD_MAX];
    size_t n = 1 + utf8_put(text + 1, cp), len;

    text[n++] = 'b';
    len = fold_text((struct str){ text, n }, out, FOLD_MAX);
    switch (char_classify(cp)) {
    case CHAR_OTHER:
    case CHAR_SPACE:
        return len == 3 && out[1] == ' ';
    case CHAR_MARK:
    case CHAR_IGNORED:
        return len == 2;
    case CHAR_DIGIT:
        return len == 3 && is_digit(out[1]);
    case CHAR_ARABIC:
    case CHAR_LATIN:
    case CHAR_LETTER:
        return len > 3 || (len == 3 && is_alpha(out[1]));
    }
    return false;
}

static void
test_every_code_point_folds_well(void)
{
    uint32_t n_bad = 0;
    char text[4];

    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        n_bad += !folds_well((struct str){ text, utf8_put(text, cp) });
        n_bad += !class_agrees(cp);
    }
    CHECK_INT(n_bad, 0);
}

static void
test_any_text_folds_well(void)
{
    struct random_text r = { .state = 1 };
    uint32_t n_bad = 0;

    for (int i = 0; i < 100000; i++)
        n_bad += !folds_well(random_text_next(&r));
    CHECK_INT(n_bad, 0);
}

/* Fold s with room for cap bytes: the same text where it fits, the same length
 * where not, and nothing behind cap. */
static bool
keeps_to_cap(struct str s, struct str want, size_t cap)
{
    char out[FOLD_MAX];

    memset(out, '#', sizeof out);
    if (fold_text(s, out, cap) != want.len)
        return false;
    if (cap >= want.len && !str_eq((struct str){ out, want.len }, want))
        return false;
    for (size_t i = cap; i < sizeof out; i++)
        if (out[i] != '#')
            return false;
    return true;
}

static void
test_folding_keeps_to_its_room(void)
{
    struct random_text r = { .state = 2 };
    char whole[FOLD_MAX];
    uint32_t n_bad = 0;

    for (int i = 0; i < 2000; i++) {
        struct str s = random_text_next(&r);
        struct str want = { whole, fold_text(s, whole, FOLD_MAX) };

        for (size_t cap = 0; cap <= want.len + 4; cap++)
            n_bad += !keeps_to_cap(s, want, cap);
    }
    CHECK_INT(n_bad, 0);
    CHECK_INT(fold_text(STR("\uFDFA"), NULL, 0), 33);
}

static void
test_folding_in_the_arena_is_the_same(void)
{
    struct random_text r = { .state = 3 };
    struct arena *a = scratch_arena(1 << 24);
    char whole[FOLD_MAX];
    uint32_t n_bad = 0;

    for (int i = 0; i < 2000; i++) {
        struct str s = random_text_next(&r);
        struct str want = { whole, fold_text(s, whole, FOLD_MAX) };

        n_bad += !str_eq(fold_in_arena(a, s), want);
    }
    CHECK_INT(n_bad, 0);
    CHECK_STR(fold_in_arena(a, STR("")), "");
    CHECK_STR(fold_in_arena(a, STR("\uFDFAو\uFDFA")),
              "صلي الله عليه وسلم و صلي الله عليه وسلم");
}

int
main(void)
{
    test_classes_of_letters();
    test_classes_of_digits();
    test_classes_of_white_space();
    test_classes_of_marks();
    test_classes_of_what_is_ignored();
    test_classes_of_the_rest();
    test_letters_fold_to_their_base();
    test_marks_and_controls_go();
    test_digits_fold_to_ascii();
    test_latin_folds_to_plain_lower_case();
    test_other_scripts_stay();
    test_everything_else_is_one_space();
    test_presentation_forms_fold_to_letters();
    test_presentation_forms_of_marks_go();
    test_words_in_one_code_point_stand_alone();
    test_presentation_symbols_are_separators();
    test_every_code_point_folds_well();
    test_any_text_folds_well();
    test_folding_keeps_to_its_room();
    test_folding_in_the_arena_is_the_same();
    return check_summary();
}
