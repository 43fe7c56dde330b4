/* test_html_references.c - references stand for what the standard's table and
 * its rules for numbers and missing semicolons say. */
#include "page/html_references.h"

#include "tests/check.h"

/* s with its references decoded. */
static struct str
decoded(const char *z, bool in_attribute)
{
    static char text[256];
    struct str s = str_of(z);
    char out[REFERENCE_MAX_BYTES];
    size_t at = 0, n = 0, len, n_out;

    while (at < s.len) {
        if (s.ptr[at] == '&' &&
            html_reference(s, at, in_attribute, &len, out, &n_out)) {
            memcpy(text + n, out, n_out);
            n += n_out;
            at += len;
        } else {
            text[n++] = s.ptr[at++];
        }
    }
    return (struct str){ text, n };
}

#define CHECK_TEXT(z, want)  CHECK_STR(decoded((z), false), (want))
#define CHECK_VALUE(z, want) CHECK_STR(decoded((z), true), (want))

static void
names_are_looked_up(void)
{
    CHECK_TEXT("&amp;&lt;&gt;&quot;&nbsp;", "&<>\"\xc2\xa0");
    CHECK_TEXT("&laquo;&raquo;&hellip;", "\xc2\xab\xc2\xbb\xe2\x80\xa6");
    CHECK_TEXT("&AElig;&zwnj;&Aacute;&aacute;",
               "\xc3\x86\xe2\x80\x8c\xc3\x81\xc3\xa1");
    CHECK_TEXT("&Afr;", "\xf0\x9d\x94\x84");
    CHECK_TEXT("&CounterClockwiseContourIntegral;", "\xe2\x88\xb3");
    CHECK_TEXT("&apos;&NewLine;&Tab;", "'\n\t");
}

static void
some_stand_for_two_characters(void)
{
    CHECK_TEXT("&nGt;", "\xe2\x89\xab\xe2\x83\x92");
    CHECK_TEXT("&NotEqualTilde;", "\xe2\x89\x82\xcc\xb8");
    CHECK_TEXT("&fjlig;", "fj");
    CHECK_TEXT("&ThickSpace;", "\xe2\x81\x9f\xe2\x80\x8a");
}

static void
old_names_need_no_semicolon(void)
{
    CHECK_TEXT("&ampx", "&x");
    CHECK_TEXT("&copy2020", "\xc2\xa9" "2020");
    CHECK_TEXT("&notit;", "\xc2\xacit;");
    CHECK_TEXT("&notin;", "\xe2\x88\x89");
    CHECK_TEXT("&AMP &LT", "& <");
    CHECK_TEXT("&aacutes", "\xc3\xa1s");
    CHECK_TEXT("&frac12", "\xc2\xbd");
    CHECK_TEXT("&laquo", "\xc2\xab");
}

static void
others_do(void)
{
    CHECK_TEXT("&hellip", "&hellip");
    CHECK_TEXT("&apos", "&apos");
    CHECK_TEXT("&zwnjx;", "&zwnjx;");
    CHECK_TEXT("&Amp;", "&Amp;");
    CHECK_TEXT("&amp;amp;", "&amp;");
}

static void
what_is_none_stays(void)
{
    CHECK_TEXT("&", "&");
    CHECK_TEXT("& &; &&", "& &; &&");
    CHECK_TEXT("&1;&-;", "&1;&-;");
    CHECK_TEXT("&zzzz;", "&zzzz;");
    CHECK_TEXT("&#", "&#");
    CHECK_TEXT("&#;&#x;&#xg;&#a;", "&#;&#x;&#xg;&#a;");
    CHECK_TEXT("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
               "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;");
    CHECK_TEXT("&\xd8\xa7;", "&\xd8\xa7;");
}

static void
in_attributes_a_missing_semicolon_may_mean_text(void)
{
    CHECK_VALUE("?a&copy=1", "?a&copy=1");
    CHECK_VALUE("?a&copyb", "?a&copyb");
    CHECK_VALUE("?a&copy1", "?a&copy1");
    CHECK_VALUE("?a&copy", "?a\xc2\xa9");
    CHECK_VALUE("?a&copy b", "?a\xc2\xa9 b");
    CHECK_VALUE("?a&copy;=1", "?a\xc2\xa9=1");
    CHECK_VALUE("?a&notit;", "?a&notit;");
    CHECK_VALUE("&#65=", "A=");
}

static void
numbers_name_characters(void)
{
    CHECK_TEXT("&#1593;&#x639;&#X639;", "\xd8\xb9\xd8\xb9\xd8\xb9");
    CHECK_TEXT("&#65B&#x41G", "AB" "AG");
    CHECK_TEXT("&#0065;&#x00041;", "AA");
    CHECK_TEXT("&#128512;", "\xf0\x9f\x98\x80");
    CHECK_TEXT("&#x10FFFF;", "\xf4\x8f\xbf\xbf");
    CHECK_TEXT("&#10;", "\n");
}

static void
numbers_80_to_9f_are_windows_1252(void)
{
    CHECK_TEXT("&#x80;", "\xe2\x82\xac");
    CHECK_TEXT("&#145;&#146;", "\xe2\x80\x98\xe2\x80\x99");
    CHECK_TEXT("&#x9f;", "\xc5\xb8");
    CHECK_TEXT("&#x81;", "\xc2\x81");
    CHECK_TEXT("&#xA0;", "\xc2\xa0");
}

static void
numbers_of_no_character_are_replaced(void)
{
    CHECK_TEXT("&#0;", "\xef\xbf\xbd");
    CHECK_TEXT("&#xD800;&#xDFFF;", "\xef\xbf\xbd\xef\xbf\xbd");
    CHECK_TEXT("&#x110000;", "\xef\xbf\xbd");
    CHECK_TEXT("&#x800000FF;", "\xef\xbf\xbd");
    CHECK_TEXT("&#4294967361;", "\xef\xbf\xbd");
    CHECK_TEXT("&#99999999999999999999999999;", "\xef\xbf\xbd");
    CHECK_TEXT("&#xFFFFFFFFFFFFFFFFF41", "\xef\xbf\xbd");
}

static void
a_reference_ends_where_the_slice_does(void)
{
    struct str s = str_slice(STR("&amp;&#65;"), 0, 8);
    char out[REFERENCE_MAX_BYTES];
    size_t len, n_out;

    CHECK(html_reference(s, 5, false, &len, out, &n_out));
    CHECK_INT(len, 3);
    CHECK_INT(out[0], '\6');
    s.len = 4;
    CHECK(html_reference(s, 0, false, &len, out, &n_out));
    CHECK_INT(len, 4);
}

int
main(void)
{
    names_are_looked_up();
    some_stand_for_two_characters();
    old_names_need_no_semicolon();
    others_do();
    what_is_none_stays();
    in_attributes_a_missing_semicolon_may_mean_text();
    numbers_name_characters();
    numbers_80_to_9f_are_windows_1252();
    numbers_of_no_character_are_replaced();
    a_reference_ends_where_the_slice_does();
    return check_summary();
}
