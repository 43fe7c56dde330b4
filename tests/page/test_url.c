/* test_url.c - URLs resolved as RFC 3986 has it, and written for Markdown. */
#include "page/url.h"

#include "tests/check.h"
#include "tests/scratch.h"

static struct arena *arena;

static struct url
read(const char *text)
{
    return url_read(arena, str_of(text));
}

static struct str
written(const struct url *url)
{
    struct buf out = buf_new(arena, 256);

    url_write(&out, url);
    return buf_str(&out);
}

static struct str
resolved(const char *base_text, const char *ref_text)
{
    struct url base = read(base_text), ref = read(ref_text);
    struct url url = url_resolve(arena, &base, &ref);

    return written(&url);
}

/* RFC 3986, 5.4.1 and 5.4.2. */
static void
test_the_examples_of_the_standard(void)
{
    static const char *const examples[][2] = {
        { "g:h", "g:h" }, { "g", "http://a/b/c/g" },
        { "./g", "http://a/b/c/g" }, { "g/", "http://a/b/c/g/" },
        { "/g", "http://a/g" }, { "//g", "http://g" },
        { "?y", "http://a/b/c/d;p?y" }, { "g?y", "http://a/b/c/g?y" },
        { "#s", "http://a/b/c/d;p?q#s" }, { "g#s", "http://a/b/c/g#s" },
        { "g?y#s", "http://a/b/c/g?y#s" }, { ";x", "http://a/b/c/;x" },
        { "g;x?y#s", "http://a/b/c/g;x?y#s" }, { "", "http://a/b/c/d;p?q" },
        { ".", "http://a/b/c/" }, { "./", "http://a/b/c/" },
        { "..", "http://a/b/" }, { "../g", "http://a/b/g" },
        { "../..", "http://a/" }, { "../../g", "http://a/g" },
        { "../../../g", "http://a/g" }, { "/./g", "http://a/g" },
        { "/../g", "http://a/g" }, { "g.", "http://a/b/c/g." },
        { "..g", "http://a/b/c/..g" }, { "./../g", "http://a/b/g" },
        { "./g/.", "http://a/b/c/g/" }, { "g/./h", "http://a/b/c/g/h" },
        { "g/../h", "http://a/b/c/h" }, { "g;x=1/../y", "http://a/b/c/y" },
        { "g?y/../x", "http://a/b/c/g?y/../x" },
        { "g#s/../x", "http://a/b/c/g#s/../x" }
    };

    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        CHECK_STR(resolved("http://a/b/c/d;p?q", examples[i][0]),
                  examples[i][1]);
    CHECK_STR(resolved("http://a", "g"), "http://a/g");
}

static void
test_what_browsers_forgive(void)
{
    CHECK_STR(resolved("http://a/b", " \n/c\td "), "http://a/cd");
    CHECK_STR(resolved("http://a/b", "\\c\\d?x\\y"), "http://a/c/d?x%5Cy");
}

static void
test_only_what_breaks_a_target_is_encoded(void)
{
    struct url url = read("http://a/سوق (1)<b>`?q=\"x\"#ج");

    CHECK_STR(written(&url),
              "http://a/سوق%20%281%29%3Cb%3E%60?q=%22x%22#ج");
    url = read("http://a/b%20c%C3%A9");
    CHECK_STR(written(&url), "http://a/b%20c%C3%A9");
    url = read("http://a/\u200fب\u00a0ج");
    CHECK_STR(written(&url), "http://a/%E2%80%8Fب%C2%A0ج");
}

static void
test_kinds(void)
{
    struct url url = read("HTTPS://a/");

    CHECK(url_is_web(&url) && !url_is_mail(&url) && !url_is_fragment(&url));
    url = read("http:///a");
    CHECK(!url_is_web(&url));
    url = read("javascript:void(0)");
    CHECK(!url_is_web(&url) && !url_is_mail(&url));
    url = read("mailto:x@a");
    CHECK(url_is_mail(&url));
    url = read("mailto:");
    CHECK(!url_is_mail(&url));
    url = read("#a");
    CHECK(url_is_fragment(&url));
    url = read("");
    CHECK(url_is_fragment(&url));
    url = read("?a");
    CHECK(!url_is_fragment(&url));
}

/* Every byte pops or is popped once. */
static void
test_many_dots_end(void)
{
    char text[20003] = "";
    struct url base = read("http://a/b/"), ref, url;

    for (size_t i = 0; i < 20000; i += 4)
        memcpy(text + i, i % 8 ? "../." : "x/y/", 4);
    ref = read(text);
    url = url_resolve(arena, &base, &ref);
    CHECK(written(&url).len < 40000);
}

int
main(void)
{
    arena = scratch_arena((size_t)1 << 22);
    test_the_examples_of_the_standard();
    test_what_browsers_forgive();
    test_only_what_breaks_a_target_is_encoded();
    test_kinds();
    test_many_dots_end();
    return check_summary();
}
