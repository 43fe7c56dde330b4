/* test_decode.c - bytes to clean UTF-8: the tables, bad bytes, line ends, and
 * what is said of the result. Repair has its own test, test_mojibake.c. */
#include "text/decode.h"

#include "check.h"
#include "recode.h"

static const struct str none = { NULL, 0 };

static const struct {
    enum encoding encoding;
    const char *const *expected;
} single_byte[] = {
    { ENCODING_WINDOWS_1256, windows_1256_expected },
    { ENCODING_ISO_8859_6, iso_8859_6_expected },
    { ENCODING_WINDOWS_1252, windows_1252_expected }
};

/* Good until the next call. */
static struct decoded
decode(struct str bytes, const char *label)
{
    struct decoded d;

    decode_bytes(scratch_arena(1 << 20), bytes, str_of(label), &d);
    return d;
}

static struct str
decode_text(struct str bytes, const char *label)
{
    return decode(bytes, label).text;
}

static void
every_byte_of_the_single_byte_encodings_is_the_listed_character(void)
{
    for (int t = 0; t < 3; t++) {
        const char *label = encoding_name(single_byte[t].encoding);

        for (int c = 0; c < 256; c++) {
            char byte = (char)c;
            struct decoded d = decode((struct str){ &byte, 1 }, label);

            CHECK_INT(d.encoding, single_byte[t].encoding);
            CHECK_STR(d.text, single_byte[t].expected[c]);
            CHECK_INT(d.n_replaced,
                      str_eq(d.text, STR("\xEF\xBF\xBD")) ? 1 : 0);
        }
    }
}

static void
all_bytes_in_a_row_are_the_listed_characters(void)
{
    for (int t = 0; t < 3; t++) {
        char bytes[256], want[3 * 256];
        size_t n = 0;

        for (int c = 0; c < 256; c++) {
            struct str one = str_of(single_byte[t].expected[c]);

            bytes[c] = (char)c;
            memcpy(want + n, one.ptr, one.len);
            n += one.len;
        }
        struct decoded d = decode((struct str){ bytes, sizeof bytes },
                                  encoding_name(single_byte[t].encoding));
        CHECK_SAME(d.text, ((struct str){ want, n }));
        bool has_holes = single_byte[t].encoding == ENCODING_ISO_8859_6;
        CHECK_INT(d.n_replaced, has_holes ? 1 + 45 : 1);
    }
}

static void
prose_comes_back_from_every_encoding(void)
{
    static const char *const texts[] = {
        arabic_prose, persian_prose, french_prose, tah_zah_prose
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct arena *a = scratch_arena(1 << 20);
        const char *text = texts[i];
        struct decoded d;

        decode_bytes(a, str_of(text), none, &d);
        CHECK_STR(d.text, text);
        decode_bytes(a, in_utf_16(a, false, text), none, &d);
        CHECK_STR(d.text, text);
        decode_bytes(a, in_utf_16(a, true, text), none, &d);
        CHECK_STR(d.text, text);
        CHECK_INT(d.encoding, ENCODING_UTF_16BE);
    }
}

static void
unlabelled_pages_of_single_bytes_come_back(void)
{
    struct arena *a = scratch_arena(1 << 20);
    struct decoded d;

    decode_bytes(a, in_single_byte(a, windows_1256_expected, arabic_prose),
                 none, &d);
    CHECK_STR(d.text, arabic_prose);
    CHECK_INT(d.source, ENCODING_FROM_BYTES);
    decode_bytes(a, in_single_byte(a, windows_1256_expected, persian_prose),
                 none, &d);
    CHECK_STR(d.text, persian_prose);
    decode_bytes(a, in_single_byte(a, windows_1252_expected, french_prose),
                 none, &d);
    CHECK_STR(d.text, french_prose);
    decode_bytes(a, in_single_byte(a, iso_8859_6_expected, "العربية كما كانت"),
                 none, &d);
    CHECK_STR(d.text, "العربية كما كانت");
}

static void
bad_utf_8_is_one_replacement_a_maximal_subpart(void)
{
    static const struct {
        const char *bytes, *want;
        uint32_t n;
    } cases[] = {
        { "a\xFF" "b", "a\xEF\xBF\xBD" "b", 1 },
        { "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2 },
        { "\xE0\x80\xAF",
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3 },
        { "\xED\xA0\x80",
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3 },
        { "\xF0\x9F\x98x", "\xEF\xBF\xBDx", 1 },
        { "\xE2\x80\xD8\xA7", "\xEF\xBF\xBD\xD8\xA7", 1 },
        { "\xD8\xA7\xD8", "\xD8\xA7\xEF\xBF\xBD", 1 },
        { "\xD8\xA7\xE2\x80", "\xD8\xA7\xEF\xBF\xBD", 1 },
        { "\xD8\r\n\xD8\xA7", "\xEF\xBF\xBD\n\xD8\xA7", 1 },
        { "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"
                              "\xEF\xBF\xBD\xEF\xBF\xBD", 4 }
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decoded d = decode(str_of(cases[i].bytes), "utf-8");

        CHECK_STR(d.text, cases[i].want);
        CHECK_INT(d.n_replaced, cases[i].n);
        CHECK(!d.offsets_are_input);
    }
}

static void
a_replacement_character_of_the_page_itself_is_not_counted(void)
{
    struct decoded d = decode(STR("\xEF\xBF\xBD \xD8\xA7"), "");

    CHECK_STR(d.text, "\xEF\xBF\xBD \xD8\xA7");
    CHECK_INT(d.n_replaced, 0);
    CHECK(d.offsets_are_input);
}

static void
line_ends_become_lf_in_every_encoding(void)
{
    const char *before = "a\r\nb\rc\n\r\n\r\rd 01234567\r\n0123456\r\n\r";
    const char *after = "a\nb\nc\n\n\n\nd 01234567\n0123456\n\n";

    for (int e = 0; e < N_ENCODINGS; e++) {
        struct arena *a = scratch_arena(1 << 16);
        struct str bytes = str_of(before);
        struct decoded d;

        if (e == ENCODING_UTF_16LE || e == ENCODING_UTF_16BE)
            bytes = in_utf_16(a, e == ENCODING_UTF_16BE, before);
        decode_bytes(a, bytes, str_of(encoding_name((enum encoding)e)), &d);
        CHECK_STR(d.text, after);
        CHECK_INT(d.encoding, e);
    }

    /* Among bytes that are not ASCII, at every place in eight. */
    for (size_t n = 0; n < 9; n++) {
        struct str pad = str_slice(STR("\xC7\xE1\xC7\xE1\xC7\xE1\xC7\xE1"), 0,
                                   n < 8 ? n : 8);
        struct arena *a = scratch_arena(1 << 16);
        struct str page = joined(a, pad, STR("\r\n\xC8\r\xC8\n"));
        struct decoded d;

        decode_bytes(a, page, STR("windows-1256"), &d);
        CHECK(str_ends(d.text, STR("\n\xD8\xA8\n\xD8\xA8\n")));
        CHECK_INT(d.text.len, 2 * pad.len + 7);
    }
}

static void
nul_becomes_a_counted_replacement_in_every_encoding(void)
{
    struct decoded d = decode(STR("a\0\xD8\xA7\0 0123456789"), "");

    CHECK_STR(d.text, "a\xEF\xBF\xBD\xD8\xA7\xEF\xBF\xBD 0123456789");
    CHECK_INT(d.n_replaced, 2);
    d = decode(STR("a\0\xC7\0 0123456789"), "windows-1256");
    CHECK_STR(d.text, "a\xEF\xBF\xBD\xD8\xA7\xEF\xBF\xBD 0123456789");
    CHECK_INT(d.n_replaced, 2);
    d = decode(STR("\xFF\xFE\x27\x06\0\0\x28\x06"), "");
    CHECK_STR(d.text, "\xD8\xA7\xEF\xBF\xBD\xD8\xA8");
    CHECK_INT(d.n_replaced, 1);
}

static void
utf_16_surrogates_make_one_character_or_a_replacement(void)
{
    static const struct {
        struct str bytes;
        const char *want;
        uint32_t n;
    } cases[] = {
        { { "\xFF\xFE\x3D\xD8\x00\xDE", 6 }, "\xF0\x9F\x98\x80", 0 },
        { { "\xFE\xFF\xD8\x3D\xDE\x00", 6 }, "\xF0\x9F\x98\x80", 0 },
        { { "\xFE\xFF\xDB\xFF\xDF\xFF", 6 }, "\xF4\x8F\xBF\xBF", 0 },
        { { "\xFE\xFF\xD8\x3D\x06\x27", 6 }, "\xEF\xBF\xBD\xD8\xA7", 1 },
        { { "\xFE\xFF\xDE\x00\xD8\x3D\x06\x27", 8 },
          "\xEF\xBF\xBD\xEF\xBF\xBD\xD8\xA7", 2 },
        { { "\xFE\xFF\xD8\x3D\xD8\x3D\xDE\x00", 8 },
          "\xEF\xBF\xBD\xF0\x9F\x98\x80", 1 },
        { { "\xFE\xFF\x06\x27\xD8\x3D", 6 }, "\xD8\xA7\xEF\xBF\xBD", 1 },
        { { "\xFE\xFF\x06\x27\xD8\x3D\xDE", 7 }, "\xD8\xA7\xEF\xBF\xBD", 1 },
        { { "\xFE\xFF\x06\x27\xDE\x00\x06", 7 },
          "\xD8\xA7\xEF\xBF\xBD\xEF\xBF\xBD", 2 },
        { { "\xFE\xFF\x06\x27\x06", 5 }, "\xD8\xA7\xEF\xBF\xBD", 1 },
        { { "\xFF\xFE\x27", 3 }, "\xEF\xBF\xBD", 1 },
        { { "\xFF\xFE\xFD\xFF\xFE\xFF", 6 }, "\xEF\xBF\xBD\xEF\xBF\xBE", 0 },
        { { "\xFF\xFE", 2 }, "", 0 }
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decoded d = decode(cases[i].bytes, "");

        CHECK_STR(d.text, cases[i].want);
        CHECK_INT(d.n_replaced, cases[i].n);
        CHECK(!d.offsets_are_input);
    }
}

static void
the_byte_order_mark_is_no_text(void)
{
    CHECK_STR(decode_text(STR("\xEF\xBB\xBF\xD8\xA7"), ""), "\xD8\xA7");
    CHECK_STR(decode_text(STR("\xFF\xFE\x27\x06"), ""), "\xD8\xA7");
    CHECK_STR(decode_text(STR("\xFE\xFF\x06\x27"), ""), "\xD8\xA7");
    CHECK_STR(decode_text(STR("\xEF\xBB\xBF"), ""), "");
}

static void
offsets_are_the_inputs_only_where_all_of_them_are(void)
{
    CHECK(decode(STR("\xD8\xA7 abc\n"), "").offsets_are_input);
    CHECK(decode(STR("\xD8\xA7 abc\n"), "windows-1256").offsets_are_input);
    CHECK(decode(STR("abc\n"), "windows-1256").offsets_are_input);
    CHECK(decode(STR("a\rb"), "").offsets_are_input);
    CHECK(decode(none, "").offsets_are_input);
    CHECK(!decode(STR("a\r\nb"), "").offsets_are_input);
    CHECK(!decode(STR("\xEF\xBB\xBF" "abc"), "").offsets_are_input);
    CHECK(!decode(STR("a\0b"), "").offsets_are_input);
    CHECK(!decode(STR("\xD8\xA7 \xD8"), "").offsets_are_input);
    CHECK(!decode(STR("\xC7\xE1"), "windows-1256").offsets_are_input);

    /* Two bytes more for NUL, two less for two CR LF. */
    CHECK(!decode(STR("\0\r\n\r\n"), "").offsets_are_input);

    /* One byte more for the letter, one less for CR LF. */
    CHECK(!decode(STR("\xC7\r\n"), "windows-1256").offsets_are_input);

    /* Three bytes for a bad subpart of three. */
    CHECK(!decode(STR("\xF0\x9F\x98 "), "utf-8").offsets_are_input);
}

static void
the_text_is_padded_with_nuls_in_every_encoding(void)
{
    static const struct str pages[] = {
        { "", 0 }, { "abc", 3 }, { "\xD8\xA7\r\n", 4 }, { "\xFF\xFE\x27", 3 },
        { "\xFF\xFE", 2 }, { "\xC7\xE1\xDA", 3 }, { "\xEF\xBB\xBF", 3 },
        { "\0\0\0", 3 },
        { "\xC3\x98\xC2\xA7\xC3\x99\xE2\x80\x9E\xC3\x98\xC2\xB3", 13 }
    };

    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        static const char zeros[DECODED_PADDING] = { 0 };
        struct decoded d = decode(pages[i], "");

        CHECK(memcmp(d.text.ptr + d.text.len, zeros, sizeof zeros) == 0);
    }
}

/* So much memory is what the arena's size is reckoned with. */
static void
output_is_at_most_three_bytes_a_byte(void)
{
    enum { N = 4096 };
    static const char *const labels[] = {
        "windows-1256", "iso-8859-6", "windows-1252", "utf-8", "utf-16le"
    };
    static char bytes[N];
    static const unsigned char worst[] = { 0x00, 0x80, 0x85, 0x9D, 0xA1, 0xFF };

    for (size_t l = 0; l < sizeof labels / sizeof labels[0]; l++)
        for (size_t w = 0; w < sizeof worst; w++)
            for (size_t n = N - 1; n <= N; n++) {
                struct arena *a = scratch_arena(3 * N + 512);
                struct decoded d;

                memset(bytes, worst[w], N);
                decode_bytes(a, (struct str){ bytes, n }, str_of(labels[l]),
                             &d);
                CHECK(d.text.len <= 3 * n);
                CHECK_INT(utf8_valid_len(d.text, NULL), d.text.len);
            }
}

static void
memory_that_the_text_does_not_need_is_given_back(void)
{
    struct arena *a = scratch_arena(1 << 16);
    struct decoded d;

    decode_bytes(a, STR("\xC7\xE1\xC7\xE1\xC7\xE1\xC7\xE1\xC7\xE1\xC7\xE1"
                        "0123456789012345678901234567890123456789"),
                 STR("windows-1256"), &d);
    CHECK_INT(d.text.len, 64);
    CHECK(arena_used(a) <= 64 + DECODED_PADDING + 2 * ARENA_ALIGN);
}

static void
whatever_comes_in_what_comes_out_is_clean(void)
{
    static const char *const labels[] = {
        "", "utf-8", "windows-1256", "iso-8859-6", "latin1", "utf-16"
    };
    static const char pool[] = "\xD8\xA7\xD9\x84\xE2\x80\x93\xF0\x9F\x98\r\n"
                               "\0 ab\xC3\x98\xC2\xA7\xFF\xFE\xED\xA0<";
    uint64_t state = 88172645463325252;
    char bytes[64];
    int n_wrong = 0;

    for (size_t round = 0; round < 30000; round++) {
        struct str in = { bytes, round % sizeof bytes }, out;

        for (size_t i = 0; i < in.len; i++) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes[i] = pool[(state >> 32) % (sizeof pool - 1)];
        }
        out = decode_text(in, labels[round % 6]);
        n_wrong += out.len > 3 * in.len ||
                   utf8_valid_len(out, NULL) != out.len ||
                   str_find(out, STR("\r"), 0) != out.len ||
                   str_find(out, STR("\0"), 0) != out.len;
    }
    CHECK_INT(n_wrong, 0);
}

int
main(void)
{
    every_byte_of_the_single_byte_encodings_is_the_listed_character();
    all_bytes_in_a_row_are_the_listed_characters();
    prose_comes_back_from_every_encoding();
    unlabelled_pages_of_single_bytes_come_back();
    bad_utf_8_is_one_replacement_a_maximal_subpart();
    a_replacement_character_of_the_page_itself_is_not_counted();
    line_ends_become_lf_in_every_encoding();
    nul_becomes_a_counted_replacement_in_every_encoding();
    utf_16_surrogates_make_one_character_or_a_replacement();
    the_byte_order_mark_is_no_text();
    offsets_are_the_inputs_only_where_all_of_them_are();
    the_text_is_padded_with_nuls_in_every_encoding();
    output_is_at_most_three_bytes_a_byte();
    memory_that_the_text_does_not_need_is_given_back();
    whatever_comes_in_what_comes_out_is_clean();
    return check_summary();
}
