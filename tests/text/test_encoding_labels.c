/* test_encoding_labels.c - each label of the WHATWG Encoding Standard that
 * names an encoding we read, against a listing of its own; near misses. */
#include "text/encoding.h"

#include "check.h"

static const struct {
    enum encoding encoding;
    const char *label;
} known[] = {
    { ENCODING_UTF_8, "unicode-1-1-utf-8" },
    { ENCODING_UTF_8, "unicode11utf8" },
    { ENCODING_UTF_8, "unicode20utf8" },
    { ENCODING_UTF_8, "utf-8" },
    { ENCODING_UTF_8, "utf8" },
    { ENCODING_UTF_8, "x-unicode20utf8" },
    { ENCODING_UTF_16BE, "unicodefffe" },
    { ENCODING_UTF_16BE, "utf-16be" },
    { ENCODING_UTF_16LE, "csunicode" },
    { ENCODING_UTF_16LE, "iso-10646-ucs-2" },
    { ENCODING_UTF_16LE, "ucs-2" },
    { ENCODING_UTF_16LE, "unicode" },
    { ENCODING_UTF_16LE, "unicodefeff" },
    { ENCODING_UTF_16LE, "utf-16" },
    { ENCODING_UTF_16LE, "utf-16le" },
    { ENCODING_WINDOWS_1256, "cp1256" },
    { ENCODING_WINDOWS_1256, "windows-1256" },
    { ENCODING_WINDOWS_1256, "x-cp1256" },
    { ENCODING_ISO_8859_6, "arabic" },
    { ENCODING_ISO_8859_6, "asmo-708" },
    { ENCODING_ISO_8859_6, "csiso88596e" },
    { ENCODING_ISO_8859_6, "csiso88596i" },
    { ENCODING_ISO_8859_6, "csisolatinarabic" },
    { ENCODING_ISO_8859_6, "ecma-114" },
    { ENCODING_ISO_8859_6, "iso-8859-6" },
    { ENCODING_ISO_8859_6, "iso-8859-6-e" },
    { ENCODING_ISO_8859_6, "iso-8859-6-i" },
    { ENCODING_ISO_8859_6, "iso-ir-127" },
    { ENCODING_ISO_8859_6, "iso8859-6" },
    { ENCODING_ISO_8859_6, "iso88596" },
    { ENCODING_ISO_8859_6, "iso_8859-6" },
    { ENCODING_ISO_8859_6, "iso_8859-6:1987" },
    { ENCODING_WINDOWS_1252, "ansi_x3.4-1968" },
    { ENCODING_WINDOWS_1252, "ascii" },
    { ENCODING_WINDOWS_1252, "cp1252" },
    { ENCODING_WINDOWS_1252, "cp819" },
    { ENCODING_WINDOWS_1252, "csisolatin1" },
    { ENCODING_WINDOWS_1252, "ibm819" },
    { ENCODING_WINDOWS_1252, "iso-8859-1" },
    { ENCODING_WINDOWS_1252, "iso-ir-100" },
    { ENCODING_WINDOWS_1252, "iso8859-1" },
    { ENCODING_WINDOWS_1252, "iso88591" },
    { ENCODING_WINDOWS_1252, "iso_8859-1" },
    { ENCODING_WINDOWS_1252, "iso_8859-1:1987" },
    { ENCODING_WINDOWS_1252, "l1" },
    { ENCODING_WINDOWS_1252, "latin1" },
    { ENCODING_WINDOWS_1252, "us-ascii" },
    { ENCODING_WINDOWS_1252, "windows-1252" },
    { ENCODING_WINDOWS_1252, "x-cp1252" }
};

static void
all_labels_of_the_standard_are_known(void)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        enum encoding e = N_ENCODINGS;

        CHECK(encoding_of_label(str_of(known[i].label), &e));
        CHECK_INT(e, known[i].encoding);
    }
}

static void
labels_are_read_without_case_and_outer_white_space(void)
{
    enum encoding e = N_ENCODINGS;

    CHECK(encoding_of_label(STR("  Windows-1256\r\n"), &e));
    CHECK_INT(e, ENCODING_WINDOWS_1256);
    CHECK(encoding_of_label(STR("\tUTF-8\f"), &e));
    CHECK_INT(e, ENCODING_UTF_8);
}

static void
other_labels_are_no_labels(void)
{
    static const char *const labels[] = {
        "", " ", "utf", "utf-7", "utf-32", "windows-1251", "windows-125",
        "windows-12566", "windows 1256", "cp 1256", "gb2312", "iso-2022-kr",
        "replacement", "x-user-defined", "x-mac-cyrillic", "macarabic",
        "iso-8859-8", "utf-8 utf8", "'utf-8'"
    };

    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        enum encoding e;

        CHECK(!encoding_of_label(str_of(labels[i]), &e));
    }
}

static void
names_are_those_of_the_standard_and_labels_themselves(void)
{
    for (int i = 0; i < N_ENCODINGS; i++) {
        enum encoding e = N_ENCODINGS;

        CHECK(encoding_of_label(str_of(encoding_name((enum encoding)i)), &e));
        CHECK_INT(e, i);
    }
    CHECK_STR(str_of(encoding_name(ENCODING_ISO_8859_6)), "ISO-8859-6");
    CHECK_STR(str_of(encoding_source_name(ENCODING_FROM_BOM)), "bom");
    CHECK_STR(str_of(encoding_source_name(ENCODING_FROM_DEFAULT)), "default");
}

int
main(void)
{
    all_labels_of_the_standard_are_known();
    labels_are_read_without_case_and_outer_white_space();
    other_labels_are_no_labels();
    names_are_those_of_the_standard_and_labels_themselves();
    return check_summary();
}
