/* test_selector_parse.c - what a selector's text becomes, or why it is none. */
#include <stdlib.h>

#include "base/limits.h"
#include "page/selector_parts.h"
#include "tests/check.h"

struct error_case {
    const char *text;
    size_t at, len;
    const char *what;
};

static void
check_errors(const struct error_case *cases, size_t n)
{
    struct store store = { NULL, 0 };
    struct selector_error error;

    for (size_t i = 0; i < n; i++) {
        const struct error_case *c = &cases[i];
        bool ok =
            CHECK(!selector_compile(&store, str_of(c->text), &error)) &&
            CHECK_STR(str_of(error.what), c->what);

        if (!(CHECK_INT(error.at, c->at) && CHECK_INT(error.len, c->len) &&
              ok))
            printf("    in:   [%s]\n", c->text);
    }
    store_free(&store);
}

#define CHECK_ERRORS(cases) \
    check_errors((cases), sizeof(cases) / sizeof *(cases))

static void
compounds_are_missing(void)
{
    static const char what[] = "a selector is missing here";
    static const struct error_case cases[] = {
        { "", 0, 0, what }, { " \t", 2, 0, what }, { ",", 0, 1, what },
        { "a,", 2, 0, what }, { "a,,b", 2, 1, what }, { "a, ,b", 3, 1, what },
        { "> a", 0, 1, what }, { "a >", 3, 0, what }, { "a > ", 4, 0, what },
        { "a > , b", 4, 1, what }, { "a > > b", 4, 1, what },
        { "a + ~ b", 4, 1, what }, { ":is()", 4, 1, what },
        { ":not( )", 6, 1, what }, { ":is(a, )", 7, 1, what },
        { ":is(> a)", 4, 1, what }, { "@href", 0, 1, what },
        { "a )", 2, 1, what }
    };

    CHECK_ERRORS(cases);
}

static void
names_are_missing_or_wrong(void)
{
    static const struct error_case cases[] = {
        { ".", 1, 0, "a name is missing here" },
        { "a.", 2, 0, "a name is missing here" },
        { "a . b", 3, 1, "a name is missing here" },
        { "#", 1, 0, "a name is missing here" },
        { "a@", 2, 0, "a name is missing here" },
        { "a@ b", 2, 1, "a name is missing here" },
        { "a .- b", 3, 1, "a name is missing here" },
        { ".1a", 1, 1, "a name does not begin with a digit" },
        { "#-1", 1, 1, "a name does not begin with a digit" },
        { "[a=5]", 3, 1, "a name does not begin with a digit" },
        { "[]", 1, 1, "a name is missing here" },
        { "[=a]", 1, 1, "a name is missing here" },
        { "[a=]", 3, 1, "a name is missing here" },
        { "/a/", 0, 1, "a name is missing here" },
        { "a /* b */", 2, 1, "a name is missing here" }
    };

    CHECK_ERRORS(cases);
}

static void
what_has_no_place(void)
{
    static const struct error_case cases[] = {
        { "a)", 1, 1, "this has no place here" },
        { "a]", 1, 1, "this has no place here" },
        { "a|b", 1, 1, "this has no place here" },
        { "a||b", 1, 1, "this has no place here" },
        { "a\\", 1, 1, "this has no place here" },
        { "a@b, c", 3, 1, "this has no place here" },
        { "a@b > c", 4, 1, "this has no place here" },
        { "a@b@c", 3, 1, "this has no place here" },
        { ".a*", 2, 1, "'*' begins a compound" },
        { "**", 1, 1, "'*' begins a compound" },
        { "[a]b", 3, 1, "a tag begins a compound" },
        { "*b", 1, 1, "a tag begins a compound" },
        { "[a]\xD8\xA8", 3, 2, "a tag begins a compound" }
    };

    CHECK_ERRORS(cases);
}

static void
attributes_are_wrong(void)
{
    static const struct error_case cases[] = {
        { "[a!=b]", 2, 1, "not one of = ~= |= ^= $= *=" },
        { "[a^b]", 2, 1, "not one of = ~= |= ^= $= *=" },
        { "[a b]", 3, 1, "not one of = ~= |= ^= $= *=" },
        { "[a|b=c]", 2, 1, "not one of = ~= |= ^= $= *=" },
        { "[a=\"b]", 3, 3, "no quotation mark ends this" },
        { "[a='b\\']", 3, 5, "no quotation mark ends this" },
        { "p[a=b", 1, 4, "no bracket ends this" },
        { "p[a='b' i", 1, 8, "no bracket ends this" }
    };

    CHECK_ERRORS(cases);
}

static void
pseudo_classes_are_wrong(void)
{
    static const struct error_case cases[] = {
        { "a:", 1, 1, "no such pseudo-class" },
        { "a:hover b", 1, 6, "no such pseudo-class" },
        { "a:has(b)", 1, 5, "no such pseudo-class" },
        { "a:empty(", 1, 7, "no such pseudo-class" },
        { "a:text", 1, 5, "no such pseudo-class" },
        { "a::before", 1, 8, "a pseudo-element is no element" },
        { ":not(::after)", 5, 7, "a pseudo-element is no element" },
        { ":is(:not(a))", 4, 5, ":is() and :not() do not nest" },
        { ":not(:is(a))", 5, 4, ":is() and :not() do not nest" },
        { ":not(a b)", 7, 1, "only compounds stand in here" },
        { ":is(a > b)", 6, 1, "only compounds stand in here" },
        { ":is(a@b)", 5, 1, "only compounds stand in here" },
        { "a:not(b", 7, 0, "no bracket ends this" },
        { ":nth-child()", 11, 1, "not an+b, odd, even or a number" },
        { ":nth-child(x)", 11, 1, "not an+b, odd, even or a number" },
        { ":nth-child(- 1)", 12, 1, "not an+b, odd, even or a number" },
        { ":nth-child(2n+)", 14, 1, "a number is missing here" },
        { ":nth-child(2n1)", 13, 1, "no bracket ends this" },
        { ":nth-child(2", 12, 0, "no bracket ends this" },
        { ":nth-of-type(n of a)", 15, 1, "no bracket ends this" },
        { ":nth-child(1234567)", 18, 1, "a number has up to 6 digits" },
        { ":text(a)", 6, 1, ":text() takes a phrase in quotes" },
        { ":text(/a/)", 6, 1, ":text() takes a phrase in quotes" },
        { ":text('a)", 6, 3, "no quotation mark ends this" },
        { ":text('a'", 9, 0, "no bracket ends this" },
        { ":text(\"!؟\")", 6, 5, "nothing is left of this, folded" }
    };

    CHECK_ERRORS(cases);
}

/* `unit` n times, and behind the last of them `end` and a NUL. */
static struct str
repeat(char *out, const char *unit, int n, const char *end)
{
    struct str u = str_of(unit), e = str_of(end);
    size_t len = 0;

    for (int i = 0; i < n; i++) {
        memcpy(out + len, u.ptr, u.len);
        len += u.len;
    }
    memcpy(out + len, e.ptr, e.len);
    return (struct str){ out, len + e.len };
}

static void
check_bound(const char *unit, int n, const char *end, const char *what)
{
    struct store store = { NULL, 0 };
    struct selector_error error;
    char text[2 * MAX_PATTERN];

    CHECK(selector_compile(&store, repeat(text, unit, n - 1, end), &error));
    CHECK(!selector_compile(&store, repeat(text, unit, n, end), &error));
    CHECK_STR(str_of(error.what), what);
    store_free(&store);
}

static void
selectors_have_bounds(void)
{
    check_bound("a ", MAX_SELECTOR_COMPOUNDS, "a", "more than 64 compounds");
    check_bound("a,", MAX_SELECTOR_COMPOUNDS, "a", "more than 64 compounds");
    check_bound("a>b,", MAX_SELECTOR_COMPOUNDS / 2, "a",
                "more than 64 compounds");
    check_bound(":is(a,b)", MAX_SELECTOR_COMPOUNDS / 2 + 1, "",
                "more than 64 compounds");
    check_bound(".a", MAX_SELECTOR_SIMPLES + 1, "",
                "a selector of more than 128 parts");
    check_bound("a", MAX_PATTERN + 1, "", "a selector of over 512 bytes");
}

static void
the_attribute_asked_for(void)
{
    static const struct { const char *text, *want; } cases[] = {
        { "a@href", "href" }, { "a b, c@data-X ", "data-x" }, { "a", "" },
        { "a[b='@c']", "" }, { "a@x\\:y", "x:y" }
    };
    struct store store = { NULL, 0 };
    struct selector_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct selector *s =
            selector_compile(&store, str_of(cases[i].text), &error);

        if (CHECK(s != NULL))
            CHECK_STR(selector_attribute(s), cases[i].want);
    }
    store_free(&store);
}

/* -- what is made ---------------------------------------------------------- */

static void
names_lose_their_escapes(void)
{
    static const struct { const char *text, *want; } cases[] = {
        { ".a-_1B", "a-_1B" }, { ".--a", "--a" }, { ".-\\31", "-1" },
        { ".a\\:b", "a:b" }, { ".a\\3a b", "a:b" }, { ".a\\00003ab", "a:b" },
        { ".\\6d d\\\\", "md\\" }, { ".\\61\\62", "ab" }, { ".\\061\t1", "a1" },
        { ".خبر", "خبر" }, { ".\\خ", "خ" }, { ".\\62e", "خ" }, { ".\\g", "g" },
        { ".\\1F600", "😀" }, { ".\\0", "\xEF\xBF\xBD" },
        { ".\\d800 a", "\xEF\xBF\xBD" "a" },
        { ".\\110000", "\xEF\xBF\xBD" }, { "#\\31 2", "12" }, { "DiV", "div" }
    };
    struct store store = { NULL, 0 };
    struct selector_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct selector *s =
            selector_compile(&store, str_of(cases[i].text), &error);

        if (CHECK(s && s->n_simples == 1))
            CHECK_STR(s->simples[0].name, cases[i].want);
    }
    store_free(&store);
}

static void
formulas_are_two_numbers(void)
{
    static const struct { const char *text; int32_t a, b; } cases[] = {
        { ":nth-child(2n+1)", 2, 1 }, { ":nth-child( 2n - 1 )", 2, -1 },
        { ":nth-child(odd)", 2, 1 }, { ":nth-child(EVEN)", 2, 0 },
        { ":NTH-child(3N)", 3, 0 }, { ":nth-child( even )", 2, 0 },
        { ":nth-child(n)", 1, 0 }, { ":nth-child(-n+3)", -1, 3 },
        { ":nth-child(+4)", 0, 4 }, { ":nth-child(-4)", 0, -4 },
        { ":nth-child(+0n-0)", 0, 0 }, { ":nth-child(999999n)", 999999, 0 }
    };
    struct store store = { NULL, 0 };
    struct selector_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct selector *s =
            selector_compile(&store, str_of(cases[i].text), &error);

        if (!CHECK(s != NULL))
            continue;
        CHECK_INT(s->simples[0].a, cases[i].a);
        CHECK_INT(s->simples[0].b, cases[i].b);
    }
    store_free(&store);
}

static void
parts_stand_as_they_are_written(void)
{
    struct store store = { NULL, 0 };
    struct selector_error error;
    char text[] = "a.b > c , :not(d.e,f)~g:text('ﻻ أ')";
    const struct selector *s = selector_compile(&store, str_of(text), &error);

    memset(text, '!', sizeof text);
    if (CHECK(s && s->n_complexes == 2 && s->n_compounds == 4)) {
        CHECK_INT(s->complexes[0].end, 2);
        CHECK_INT(s->complexes[1].beg, 2);
        CHECK_INT(s->complexes[1].end, 4);
        CHECK_INT(s->compounds[0].combinator, '\0');
        CHECK_INT(s->compounds[1].combinator, '>');
        CHECK_INT(s->compounds[2].combinator, '\0');
        CHECK_INT(s->compounds[3].combinator, '~');
        CHECK_INT(s->n_simples, 6);
        CHECK_STR(s->simples[1].name, "b");
        CHECK_INT(s->simples[3].kind, SIMPLE_NOT);
        CHECK_INT(s->simples[3].end, 2);
        CHECK_INT(s->inners[0].end, 2);
        CHECK_STR(s->inner_simples[2].name, "f");
        CHECK_STR(s->simples[5].value, "لا ا");
    }
    store_free(&store);
}

static void
rubbish_is_refused_within_its_bytes(void)
{
    static const char *const bits[] = {
        "a", ".", "#", "[", "]", ":", "(", ")", "'", "\"", "\\", "=", "~", "|",
        "^", "$", "*", "+", ">", ",", "@", " ", "i", "1", "-", "n", "خ",
        "is(", "not(", "nth-child(", "text(", "first-child", "\t", ":is(a"
    };
    struct selector_error error;
    uint32_t state = 7, n_refused = 0;

    for (int i = 0; i < 20000; i++) {
        struct store store = { NULL, 0 };
        char copy[200], *exact;
        size_t len = 0;
        uint32_t n = 1 + (state >> 8) % 12;

        for (; n > 0; n--) {
            struct str bit;

            state = state * 1664525 + 1013904223;
            bit = str_of(bits[(state >> 8) % (sizeof bits / sizeof *bits)]);
            memcpy(copy + len, bit.ptr, bit.len);
            len += bit.len;
        }
        exact = malloc(len);
        if (!exact)
            abort();
        memcpy(exact, copy, len);
        if (!selector_compile(&store, (struct str){ exact, len }, &error)) {
            n_refused++;
            if (!error.what || error.at > len || error.len > len - error.at)
                CHECK_STR(((struct str){ copy, len }), "refused elsewhere");
        }
        free(exact);
        store_free(&store);
    }
    CHECK(n_refused > 1000 && n_refused < 20000);
}

int
main(void)
{
    compounds_are_missing();
    names_are_missing_or_wrong();
    what_has_no_place();
    attributes_are_wrong();
    pseudo_classes_are_wrong();
    selectors_have_bounds();
    the_attribute_asked_for();
    names_lose_their_escapes();
    formulas_are_two_numbers();
    parts_stand_as_they_are_written();
    rubbish_is_refused_within_its_bytes();
    return check_summary();
}
