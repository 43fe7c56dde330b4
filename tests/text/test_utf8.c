/* test_utf8.c - which bytes are UTF-8, against the arithmetic of the standard,
 * and at every place in the words that the validator reads. */
#include "text/utf8.h"

#include "check.h"

static struct str
bytes(const unsigned char *p, size_t len)
{
    return (struct str){ (const char *)p, len };
}

/* Whether p is exactly one character, by the other road: the code point its
 * bits spell is a scalar value and is written in just this way. */
static bool
is_character(const unsigned char *p, size_t len)
{
    static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    char again[4];
    uint32_t cp = p[0] & lead_bits[len];

    for (size_t i = 1; i < len; i++)
        cp = cp << 6 | (p[i] & 0x3F);
    return cp < 0x110000 && (cp & 0xFFFFF800) != 0xD800 &&
           utf8_put(again, cp) == len && memcmp(again, p, len) == 0;
}

static bool
is_valid(const unsigned char *p, size_t len)
{
    return utf8_valid_len(bytes(p, len), NULL) == len;
}

static void
every_sequence_of_one_to_three_bytes_is_judged_as_the_standard_does(void)
{
    int n_wrong = 0;

    for (unsigned a = 0; a < 256; a++) {
        unsigned char p[3] = { (unsigned char)a, 0, 0 };
        bool first = is_character(p, 1);

        n_wrong += is_valid(p, 1) != first;
        for (unsigned b = 0; b < 256; b++) {
            p[1] = (unsigned char)b;
            bool pair = is_character(p, 2) ||
                        (first && is_character(p + 1, 1));

            n_wrong += is_valid(p, 2) != pair;
            for (unsigned c = 0; c < 256; c++) {
                p[2] = (unsigned char)c;
                n_wrong += is_valid(p, 3) !=
                           (is_character(p, 3) ||
                            (pair && is_character(p + 2, 1)) ||
                            (first && is_character(p + 1, 2)));
            }
        }
    }
    CHECK_INT(n_wrong, 0);
}

static void
sequences_of_four_bytes_are_judged_as_the_standard_does(void)
{
    static const unsigned char last[] = { 0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF };
    int n_wrong = 0;

    for (unsigned a = 0xE0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++)
            for (unsigned i = 0; i < 36; i++) {
                unsigned char p[4] = { (unsigned char)a, (unsigned char)b,
                                       last[i / 6], last[i % 6] };
                bool is_three = is_character(p, 3) && is_character(p + 3, 1);

                n_wrong += is_valid(p, 4) != (is_three || is_character(p, 4));
            }
    CHECK_INT(n_wrong, 0);
}

/* The validator reads eight bytes at a time: a fault must be found at any
 * place in them, whatever stands before it. */
static void
a_fault_is_found_at_any_offset(void)
{
    static const char *const faults[] = {
        "\x80", "\xC0\x80", "\xC1\xBF", "\xD8", "\xD8\xD8", "\xE0\x9F\xBF",
        "\xED\xA0\x80", "\xEF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xD8 ", "\xD8\xA7\xA7"
    };
    static const size_t valid_bytes[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                          0, 2 };

    for (size_t f = 0; f < sizeof faults / sizeof faults[0]; f++)
        for (size_t before = 0; before < 20; before++) {
            char text[64] = "abc\xD8\xA7\xD8\xA8 \xE2\x80\x93"
                            "d\xD9\x84\xD9\x84\xD9\x84";
            struct str fault = str_of(faults[f]);
            size_t n = utf8_valid_len((struct str){ text, before }, NULL);

            memcpy(text + n, fault.ptr, fault.len);
            memset(text + n + fault.len, 'x', 20);
            CHECK_INT(utf8_valid_len((struct str){ text, n + fault.len + 20 },
                                     NULL),
                      n + valid_bytes[f]);
        }
}

static void
a_character_cut_at_the_end_is_not_valid(void)
{
    struct str text = STR("01234567\xD8\xA7\xE2\x80\x93\xF0\x9F\x98\x80");
    static const size_t want[] = { 8, 8, 10, 10, 10, 13, 13, 13, 13, 17 };

    for (size_t i = 0; i < 10; i++)
        CHECK_INT(utf8_valid_len(str_slice(text, 0, 8 + i), NULL), want[i]);
}

static void
wide_characters_of_the_valid_prefix_are_counted(void)
{
    struct str text = STR("ab \xD8\xA7\xD9\x84 c\xC3\xA9" "defgh \xE2\x80\x93 "
                          "\xF0\x9F\x98\x80 \xD9\x85\xD9\x86\xD9\x87!!"
                          "\x80\xD9");
    size_t n_wide, n_valid = utf8_valid_len(text, &n_wide);

    CHECK_INT(n_valid, text.len - 2);
    CHECK_INT(n_wide, 8);

    /* A character across the border of two words, the last whole one. */
    CHECK_INT(utf8_valid_len(STR("0123456\xD8\xA7"), &n_wide), 9);
    CHECK_INT(n_wide, 1);

    /* At each length, as many as lead bytes of whole characters. */
    for (size_t len = 0; len <= n_valid; len++) {
        size_t n = utf8_valid_len(str_slice(text, 0, len), &n_wide), want = 0;

        for (size_t i = 0; i < n; i++)
            want += (unsigned char)text.ptr[i] >= 0xC0;
        CHECK_INT(n_wide, want);
    }
    CHECK_INT(utf8_valid_len((struct str){ NULL, 0 }, &n_wide), 0);
    CHECK_INT(n_wide, 0);
}

/* Unicode 15, tables 3-8 to 3-11, and what they leave out. */
static void
what_one_replacement_stands_for_is_the_maximal_subpart(void)
{
    static const struct {
        const char *bytes;
        size_t len;
        bool is_whole;
    } cases[] = {
        { "a\x80", 1, true },
        { "\xD8\xA7\xD8", 2, true },
        { "\xF0\x9F\x98\x80z", 4, true },
        { "\xC0\xAF", 1, false },
        { "\xE0\x80\xBF", 1, false },
        { "\xF0\x81\x82", 1, false },
        { "\xED\xA0\x80", 1, false },
        { "\xF4\x91\x92\x93", 1, false },
        { "\xFF\x41", 1, false },
        { "\x80\xBF", 1, false },
        { "\xE1\x80\xE2", 2, false },
        { "\xF0\x91\x92\xF1", 3, false },
        { "\xF1\xBF\x41", 2, false },
        { "\xE2\x80", 2, false },
        { "\xD8", 1, false },
        { "\xF8\x88\x80\x80\x80", 1, false }
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool is_whole;

        CHECK_INT(utf8_part_len(str_of(cases[i].bytes), &is_whole),
                  cases[i].len);
        CHECK_INT(is_whole, cases[i].is_whole);
    }
}

static void
only_the_beginning_of_a_character_is_cut(void)
{
    CHECK(utf8_is_cut(STR("\xD8")));
    CHECK(utf8_is_cut(STR("\xE2\x80")));
    CHECK(utf8_is_cut(STR("\xF0\x9F\x98")));
    CHECK(!utf8_is_cut(STR("a")));
    CHECK(!utf8_is_cut(STR("\xD8\xA7")));
    CHECK(!utf8_is_cut(STR("\x80")));
    CHECK(!utf8_is_cut(STR("\xC0")));
    CHECK(!utf8_is_cut(STR("\xFF")));
    CHECK(!utf8_is_cut(STR("\xED\xA0")));
    CHECK(!utf8_is_cut(STR("\xD8 ")));
}

static void
code_points_are_read_forwards_and_backwards_as_they_were_put(void)
{
    static const uint32_t cps[] = {
        0, 0x41, 0x7F, 0x80, 0x627, 0x7FF, 0x800, 0x2013, 0xD7FF, 0xE000,
        0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF
    };
    enum { N = sizeof cps / sizeof cps[0] };
    char text[4 * N];
    struct str s = { text, 0 };
    size_t at = 0;

    for (size_t i = 0; i < N; i++)
        s.len += utf8_put(text + s.len, cps[i]);
    CHECK_INT(utf8_valid_len(s, NULL), s.len);
    for (size_t i = 0; i < N; i++)
        CHECK_INT(utf8_next(s, &at), cps[i]);
    CHECK_INT(at, s.len);
    for (size_t i = N; i > 0; i--)
        CHECK_INT(utf8_prev(s, &at), cps[i - 1]);
    CHECK_INT(at, 0);
}

int
main(void)
{
    every_sequence_of_one_to_three_bytes_is_judged_as_the_standard_does();
    sequences_of_four_bytes_are_judged_as_the_standard_does();
    a_fault_is_found_at_any_offset();
    a_character_cut_at_the_end_is_not_valid();
    wide_characters_of_the_valid_prefix_are_counted();
    what_one_replacement_stands_for_is_the_maximal_subpart();
    only_the_beginning_of_a_character_is_cut();
    code_points_are_read_forwards_and_backwards_as_they_were_put();
    return check_summary();
}
