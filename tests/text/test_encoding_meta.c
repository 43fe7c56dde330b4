/* test_encoding_meta.c - the prescan's steps, each by a page on which a parser
 * without it would go wrong. How far it looks is test_encoding.c's. */
#include "text/encoding_meta.h"

#include "check.h"

/* The encoding that a page declares; N_ENCODINGS for none. */
static enum encoding
declared_in(const char *page)
{
    enum encoding e;

    return meta_find_encoding(str_of(page), &e) ? e : N_ENCODINGS;
}

/* Pages that declare windows-1256 by the rules of the prescan. */
static void
meta_is_found_where_browsers_find_it(void)
{
    static const char *const pages[] = {
        "<meta charset=windows-1256>",
        "<META CHARSET='windows-1256'/>",
        "<meta/charset=\"windows-1256\">",
        "<meta\ncharset\t=\n windows-1256\f>",
        "<meta name=x content=y charset=windows-1256>",
        "<meta http-equiv=Content-Type content='text/html; charset=cp1256'>",
        "<meta content=\"text/html; charset=cp1256\" http-equiv=content-type>",
        "<meta http-equiv='content-type' content='charset; charset=cp1256;x'>",
        "<meta http-equiv=content-type content='charset=\"cp1256\"'>",
        "<!doctype html><html><head><title>x</title><meta charset=cp1256>",
        "<!-- <meta charset=utf-8> --><meta charset=cp1256>",
        "<!--><meta charset=cp1256>", "<!---><meta charset=cp1256>",
        "<!-- > -- <meta charset=utf-8> --><meta charset=cp1256>",
        "<p title='<meta charset=utf-8>'><meta charset=cp1256>",
        "<p a=b <meta charset=utf-8><meta charset=cp1256>",
        "</p <meta charset=utf-8><meta charset=cp1256>",
        "<?php <meta charset=utf-8?><meta charset=cp1256>",
        "<! <meta charset=utf-8><meta charset=cp1256>",
        "</ <meta charset=utf-8><meta charset=cp1256>",
        "<<meta charset=cp1256>", "< <meta charset=cp1256>",
        "<metal charset=utf-8><meta charset=cp1256>",
        "<meta charset=gb2312><meta charset=cp1256>",
        "<meta charset=''><meta charset=cp1256>",
        "<meta http-equiv=refresh content='0; charset=utf-8'>"
            "<meta charset=cp1256>",
        "<meta content='charset=utf-8'><meta charset=cp1256>",
        "<meta http-equiv=content-type content='charset=bogus'>"
            "<meta charset=cp1256>",
        "<meta http-equiv=content-type content='charset=utf-8' charset=x>"
            "<meta charset=cp1256>",
        "<meta charset=cp1256 charset=utf-8>",
        "<meta =charset=utf-8 charset=cp1256>", "<meta = charset=cp1256>",
        "<meta x/charset=cp1256>", "<meta x = y/charset=utf-8 charset=cp1256>",
        "<script>x</script><meta charset=cp1256>",
        "<?xml version='1.0' encoding='windows-1256'?><html>",
        "<?xml version=\"1.0\" encoding = \"cp1256\"?>",
        "<?xml version='1.0' encoding='utf-8'?><meta charset=cp1256>"
    };

    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        if (!CHECK(declared_in(pages[i]) == ENCODING_WINDOWS_1256))
            printf("    %s\n", pages[i]);
}

static void
meta_is_not_found_where_browsers_do_not_find_it(void)
{
    static const char *const pages[] = {
        "", "<", "<meta", "<meta ", "<meta charset", "<meta charset=",
        "<meta charset=cp1256", "<meta charset='cp1256'",
        "<meta charset='cp1256", "<meta charset='cp1256>",
        "<metacharset=cp1256>", "<meta charset=cp1256/>",
        "<!-- <meta charset=cp1256> -->", "<!-- <meta charset=cp1256>",
        "<!--> --x> <!-- <meta charset=cp1256>",
        "<p title='<meta charset=cp1256>'>", "<x <meta charset=cp1256>",
        "</p <meta charset=cp1256>", "<? <meta charset=cp1256>",
        "<meta content='text/html; charset=cp1256'>",
        "<meta http-equiv=content-type content='text/html; cp1256'>",
        "<meta http-equiv=content-type content='charset=\"cp1256'>",
        "<meta name=charset content=cp1256>", "meta charset=cp1256>",
        "<?xml version='1.0'?>", "<?xml encoding='cp1256'",
        "<?xml encoding=cp1256?>", "<?xml encoding='cp 1256'?>",
        "<?xml encoding=' cp1256'?>", "<?xml encoding='cp1256?>",
        "<?xml encoding?>", "<?xml encoding=?>",
        " <?xml encoding='cp1256'?>"
    };

    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        if (!CHECK(declared_in(pages[i]) == N_ENCODINGS))
            printf("    %s\n", pages[i]);
}

static void
utf_16_and_user_defined_in_meta_mean_what_the_standard_says(void)
{
    CHECK_INT(declared_in("<meta charset=utf-16>"), ENCODING_UTF_8);
    CHECK_INT(declared_in("<meta charset=utf-16be>"), ENCODING_UTF_8);
    CHECK_INT(declared_in("<?xml encoding='utf-16le'?>"), ENCODING_UTF_8);
    CHECK_INT(declared_in("<meta charset=x-user-defined>"),
              ENCODING_WINDOWS_1252);
}

int
main(void)
{
    meta_is_found_where_browsers_find_it();
    meta_is_not_found_where_browsers_do_not_find_it();
    utf_16_and_user_defined_in_meta_mean_what_the_standard_says();
    return check_summary();
}
