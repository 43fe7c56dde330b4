/* test_selector.c - what selectors find in small pages. */
#include "page/selector.h"

#include "page/html_attributes.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"
#include "tests/text/random_text.h"

struct find_case {
    const char *selector;
    const char *want;       /* ids, or tags where there is none */
};

static struct element_list
find_within(const struct tree *t, const char *text, struct fuel *fuel)
{
    struct store store = { NULL, 0 };
    struct selector_error error;
    const struct selector *s = selector_compile(&store, str_of(text), &error);
    struct element_list list = { NULL, 0 };

    if (CHECK(s != NULL))
        list = selector_find(s, element_index_new(t->arena, &t->doc, fuel));
    else
        printf("    in:   [%s] at %zu: %s\n", text, error.at, error.what);
    store_free(&store);
    return list;
}

static struct element_list
find(const struct tree *t, const char *text)
{
    struct fuel fuel = { 0, UINT64_MAX };

    return find_within(t, text, &fuel);
}

static struct str
name_of(const struct html_doc *doc, uint32_t node)
{
    struct str id;

    if (doc->nodes[node].src != NO_OFFSET &&
        html_attribute_find(doc->text, doc->nodes[node].src, STR("id"), &id))
        return id;
    return str_of(tag_name((enum tag)doc->nodes[node].tag));
}

static struct str
names_of(const struct tree *t, struct element_list list)
{
    struct buf b = buf_new(t->arena, 64);

    for (uint32_t i = 0; i < list.n; i++) {
        if (i > 0)
            buf_add_char(&b, ' ');
        buf_add(&b, name_of(&t->doc, list.nodes[i]));
    }
    return buf_str(&b);
}

static void
check_cases(const char *html, const struct find_case *cases, size_t n)
{
    struct tree t = tree_of(str_of(html));

    for (size_t i = 0; i < n; i++)
        if (!CHECK_STR(names_of(&t, find(&t, cases[i].selector)),
                       cases[i].want))
            printf("    in:   [%s]\n", cases[i].selector);
}

#define CHECK_CASES(html, cases) \
    check_cases((html), (cases), sizeof(cases) / sizeof *(cases))

static const char page[] =
    "<div id=a class='x y'><h2 id=b>b</h2><p id=c class=x>c</p><p id=d>d"
    "<i id=e class=y>e</i></p></div><div id=f><p id=g class='z\tx\nzz'>g</p>"
    "<div id=h><p id=k></p></div></div>";

static void
names_ids_and_classes(void)
{
    static const struct find_case cases[] = {
        { "p", "c d g k" }, { "P", "c d g k" }, { "h2", "b" }, { "table", "" },
        { "*", "html head body a b c d e f g h k" }, { "#c", "c" },
        { "#C", "" }, { ".x", "a c g" }, { ".X", "" }, { ".z", "g" },
        { ".zz", "g" }, { ".zzz", "" }, { "p.x", "c g" }, { "p.x.z", "g" },
        { "div#a.x.y", "a" }, { "*.y", "a e" }, { ".y#c", "" },
        { "html", "html" }, { "body#a", "" }, { " \tp\n", "c d g k" }
    };
    static const struct find_case unknown[] = {
        { "my-card", "a b" }, { "MY-card", "a b" }, { "my", "d" },
        { "my-car", "" }, { "my-cards", "c" }
    };

    CHECK_CASES(page, cases);
    CHECK_CASES("<my-card id=a>a</my-card><My-CARD id=b></MY-card><my-cards "
                "id=c></my-cards><my/id=d>", unknown);
}

static void
combinators(void)
{
    static const struct find_case cases[] = {
        { "div p", "c d g k" }, { "div > p", "c d g k" }, { "body > p", "" },
        { "body>div", "a f" }, { "div div", "h" }, { "div div p", "k" },
        { "#f > p", "g" }, { "#f p", "g k" }, { "h2 + p", "c" },
        { "h2 ~ p", "c d" }, { "p + p", "d" }, { "p ~ h2", "" },
        { "p + div > p", "k" }, { ".x + p i", "e" }, { "#b ~ p > .y", "e" },
        { "div + div", "f" }, { "#f ~ div", "" }, { "html p", "c d g k" },
        { "p html", "" }, { "head + body", "body" }, { "* > html", "" },
        { "* ~ html", "" }, { "p > p", "" }
    };

    CHECK_CASES(page, cases);
}

/* A first choice that is wrong must not be the last. */
static void
choices_are_taken_up_again(void)
{
    static const struct find_case cases[] = {
        { ".x > div p", "k" }, { ".x > .y ~ .y + p", "e" },
        { ".x > .y ~ p", "e" }, { "div .y ~ p", "" }, { "i + b ~ u", "u" },
        { ".q > div div > p", "k" }, { ".q div div div p", "k" },
        { ".q div div div div p", "" },
        { "div > p ~ i + b ~ u", "" }
    };

    CHECK_CASES("<div class=q><div class=x><div><div><p id=k></p></div></div>"
                "</div></div><span class=x><span class=y></span><span class=y>"
                "</span><p id=e></p></span><i></i><b></b><s></s><b></b><u></u>",
                cases);
}

static void
lists_give_each_element_once_and_in_order(void)
{
    static const struct find_case cases[] = {
        { "p, h2", "b c d g k" }, { "h2,p", "b c d g k" },
        { "p, .x, div p, *#c", "a c d g k" }, { "#k, #a", "a k" },
        { "table, i , th", "e" }, { ".x, .x", "a c g" }
    };
    static const struct find_case twice[] = { { ".a", "b" }, { ".a, p", "b" } };

    CHECK_CASES(page, cases);
    CHECK_CASES("<p id=b class='a a b a'>", twice);
}

static void
names_are_compared_as_they_are_once_decoded(void)
{
    static const struct find_case cases[] = {
        { ".md\\:w-1\\/2", "a" }, { ".خبر", "b" }, { ".خ", "" },
        { ".\\62e\\628 ر", "b" }, { "#\\31 2", "12" }, { ".a\\&b", "d" },
        { ".a\\&amp\\;b", "" }, { "[class='a\\26 b']", "d" },
        { "[title='\\'\\\"']", "e" }, { "#é", "é" }
    };

    CHECK_CASES("<p id=a class=md:w-1/2><p id=b class='خبر عاجل'><p id=12><p "
                "id=d class=a&amp;b><p id=e title=\"'&quot;\"><p id=é>", cases);
}

static void
attributes(void)
{
    static const struct find_case cases[] = {
        { "[title]", "a b c" }, { "[TITLE]", "a b c" }, { "[alt]", "d e" },
        { "[title=Foo]", "a" }, { "[title=foo]", "" }, { "[title=foo i]", "a" },
        { "[title='Foo'I]", "a" }, { "[ title = \"Foo\" ]", "a" },
        { "[title~=Bar]", "b" }, { "[title~=Ba]", "" }, { "[title~=bar i]",
        "b" },
        { "[title~='Foo Bar']", "" }, { "[title~='']", "" },
        { "[title^=Foo]", "a b" }, { "[title^='']", "" }, { "[title$=Bar]",
        "b" },
        { "[title$='']", "" }, { "[title*=o]", "a b" }, { "[title*='']", "" },
        { "[title*='o b' i]", "b" }, { "[lang|=ar]", "c d" },
        { "[lang|='']", "" }, { "[lang=ar]", "c" }, { "[alt='']", "d e" },
        { "[alt^='']", "" }, { "[title='&']", "c" }, { "[title='&amp;']", "" },
        { "p[title][lang]", "c" }, { "[data-x\\:y=\"1\"]", "e" },
        { "[title=One]", "" }, { "[none]", "" }
    };

    CHECK_CASES("<p id=a title=Foo title=One><p id=b TITLE='Foo Bar'><p id=c "
                "title='&amp;' lang=ar><p id=d alt lang=ar-EG><p id=e alt='' "
                "lang=arc data-x:y=1>", cases);
}

static void
places_among_siblings(void)
{
    static const struct find_case cases[] = {
        { "li:first-child", "a g" }, { "li:last-child", "g" },
        { "b:last-child", "f" }, { "li:only-child", "g" },
        { ":only-child", "html i g" }, { "li:first-of-type", "a g" },
        { "li:last-of-type", "e g" }, { "b:first-of-type", "c" },
        { "b:last-of-type", "f" }, { "li:nth-child(1)", "a g" },
        { "li:nth-child(2)", "b" }, { "li:nth-child(odd)", "a e g" },
        { "li:nth-child(EVEN)", "b d" }, { "li:nth-child( 2N + 1 )", "a e g" },
        { "li:nth-child(n)", "a b d e g" }, { "li:nth-child(n+4)", "d e" },
        { "li:nth-child(-n+2)", "a b g" }, { "li:nth-child(3n-1)", "b e" },
        { "li:nth-child(0)", "" }, { "li:nth-child(-1)", "" },
        { "li:nth-child(0n+2)", "b" }, { "li:nth-child(-2n+5)", "a e g" },
        { "li:nth-child(+n)", "a b d e g" }, { "li:nth-child(999999)", "" },
        { "li:nth-child(-n)", "" }, { "li:nth-of-type(3)", "d" },
        { "li:nth-of-type(2n)", "b e" }, { "b:nth-of-type(2)", "f" },
        { "html:first-child", "html" }, { "html:nth-child(1)", "html" },
        { "LI:FIRST-child", "a g" }
    };
    static const struct find_case unknown[] = {
        { "x-a:first-of-type", "a" }, { "x-b:first-of-type", "b" },
        { "x-a:last-of-type", "c" }, { "x-b:last-of-type", "b" },
        { "x-A:nth-of-type(2)", "c" }
    };

    CHECK_CASES("<ul><li id=a></li><li id=b></li><b id=c></b><li id=d></li><li "
                "id=e></li><b id=f></b></ul><div><i><li id=g></li></i></div>",
                cases);
    CHECK_CASES("<x-a id=a></x-a><x-b id=b></x-b><X-A id=c></X-A>", unknown);
}

/* Selectors 4, 13.2: white space is nothing. */
static void
empty_elements(void)
{
    static const struct find_case cases[] = {
        { "p:empty", "a c d" }, { "pre:empty", "g h" }, { "b:empty", "e" },
        { "img:empty", "i" }
    };

    CHECK_CASES("<p id=a></p><p id=b><b id=e></b></p><p id=c> \n </p><p id=d>"
                "<!-- x --></p><p id=f>.</p><pre id=g>  \n </pre><pre id=h>"
                "</pre><pre id=k> . </pre><img id=i><p id=l>&nbsp;</p>",
                cases);
}

static void
negation_and_alternatives(void)
{
    static const struct find_case cases[] = {
        { "p:not(.x)", "d k" }, { "p:not(#c)", "d g k" },
        { "p:not(.x, :empty)", "d" }, { "p:not(.x):not(#k)", "d" },
        { "p:not(*)", "" }, { "div:not(.x) > p", "g k" },
        { ":is(h2, i)", "b e" }, { ":is(h2,i).y", "e" }, { "p:IS( .x )",
        "c g" },
        { ":is(#a, #f) > p", "c d g" }, { "p:is(:first-child)", "g k" },
        { "p:not(p.x)", "d k" },
        { "p:is([id=c], [id=d]) i", "e" }, { ":is(div, div)", "a f h" }
    };

    CHECK_CASES(page, cases);
}

static void
own_text_by_its_folded_words(void)
{
    static const struct find_case cases[] = {
        { "p:text(\"اقرأ أيضا\")", "a" }, { "p:text('اقرا ايضا')", "a" },
        { "p:text('اقرأ')", "a" }, { "p:text('اقر')", "" },
        { "p:text('foo BAR')", "b" }, { "p:text('oo')", "" },
        { "p:text('x & y')", "c" }, { "p:text('in')", "" },
        { "b:text('in')", "e" }, { "p:text('one two')", "d" },
        { "p:text('a a')", "f" }, { "p:text('خبر')", "h" },
        { "*:text('foo')", "b" }, { "xmp:text('amp')", "g" },
        { "p:text('amp')", "" },
        { "p:not(:text('foo'))", "a c d f h" }
    };

    CHECK_CASES("<p id=a>: إِقْرَأ أيضاً</p><p id=b>Foo, bar!<p id=c>x&amp;y<p "
                "id=d>one <b id=e>in</b> two<p id=f>xa a a</p><xmp id=g>"
                "&amp;</xmp><p id=h>خ<!-- x -->بر</p>",
                cases);
}

static void
attribute_asked_for(void)
{
    static const struct find_case cases[] = {
        { "a@href", "href" }, { "a @ HREF ", NULL }, { "a, b@Data-X",
        "data-x" },
        { "a", "" }, { "[href]@href", "href" }, { "meta @content", "content" }
    };
    struct store store = { NULL, 0 };
    struct selector_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct selector *s =
            selector_compile(&store, str_of(cases[i].selector), &error);

        if (!cases[i].want)
            CHECK(s == NULL);
        else if (CHECK(s != NULL))
            CHECK_STR(selector_attribute(s), cases[i].want);
    }
    store_free(&store);
}

static void
no_bytes_of_the_text_are_kept(void)
{
    struct tree t = tree_of(str_of(page));
    struct fuel fuel = { 0, UINT64_MAX };
    struct element_index *x = element_index_new(t.arena, &t.doc, &fuel);
    struct store store = { NULL, 0 };
    struct selector_error error;
    char text[] = "p.x[id='g']:not(:text('q'))@id";
    const struct selector *s = selector_compile(&store, str_of(text), &error);

    memset(text, 'z', sizeof text - 1);
    CHECK_STR(names_of(&t, selector_find(s, x)), "g");
    CHECK_STR(selector_attribute(s), "id");
    store_free(&store);
}

/* -- against a matcher that tries everything ------------------------------- */

struct chain {
    char classes[5], combinators[5];    /* combinators[i] before classes[i] */
    int n;
};

static bool
node_has(const struct html_doc *doc, uint32_t node, char class)
{
    struct str value;

    return doc->nodes[node].src != NO_OFFSET &&
           html_attribute_find(doc->text, doc->nodes[node].src, STR("class"),
                               &value) && value.ptr[0] == class;
}

static uint32_t
previous_sibling(const struct html_doc *doc, uint32_t node)
{
    uint32_t i = doc->nodes[node].parent, before = NO_NODE;

    if (i == NO_NODE)
        return NO_NODE;
    for (i++; i < node; i = doc->nodes[i].end)
        before = i;
    return before;
}

/* The definition, by recursion. */
static bool
chain_fits(const struct html_doc *doc, const struct chain *c, int i,
           uint32_t node)
{
    char combinator = c->combinators[i];

    if (node == NO_NODE || !node_has(doc, node, c->classes[i]))
        return false;
    if (i == 0)
        return true;
    do {
        node = combinator == '>' || combinator == ' '
                   ? doc->nodes[node].parent
                   : previous_sibling(doc, node);
        if (chain_fits(doc, c, i - 1, node))
            return true;
    } while (node != NO_NODE && (combinator == ' ' || combinator == '~'));
    return false;
}

static struct chain
random_chain(struct random_text *r, char text[16])
{
    struct chain c = { .n = 2 + (int)random_below(r, 4) };
    size_t len = 0;

    for (int i = 0; i < c.n; i++) {
        c.classes[i] = (char)('a' + random_below(r, 3));
        c.combinators[i] = " >+~"[random_below(r, 4)];
        if (i > 0)
            text[len++] = c.combinators[i];
        text[len++] = '.';
        text[len++] = c.classes[i];
    }
    text[len] = '\0';
    return c;
}

static struct str
random_page(struct random_text *r, char html[1024])
{
    size_t len = 0;

    for (int n = 0; n < 40; n++) {
        if (random_below(r, 5) < 3)
            len += (size_t)sprintf(html + len, "<q class=%c>",
                                   (char)('a' + random_below(r, 3)));
        else
            len += (size_t)sprintf(html + len, "</q>");
    }
    return (struct str){ html, len };
}

static void
random_chains_find_what_the_definition_says(void)
{
    struct random_text r = { .state = 77 };
    char html[1024], text[16];
    uint32_t n_found = 0;

    for (int round = 0; round < 400; round++) {
        struct tree t = tree_of(random_page(&r, html));

        for (int i = 0; i < 25; i++) {
            struct chain c = random_chain(&r, text);
            struct element_list list = find(&t, text);
            uint32_t n = 0;
            bool same = true;

            for (uint32_t node = 0; node < t.doc.n_nodes; node++)
                if (chain_fits(&t.doc, &c, c.n - 1, node))
                    same = n < list.n && list.nodes[n++] == node && same;
            if (!CHECK(same && n == list.n))
                printf("    in:   [%s] of %s\n", text, html);
            n_found += n;
        }
    }
    CHECK(n_found > 1000);
}

int
main(void)
{
    names_ids_and_classes();
    combinators();
    choices_are_taken_up_again();
    lists_give_each_element_once_and_in_order();
    names_are_compared_as_they_are_once_decoded();
    attributes();
    places_among_siblings();
    empty_elements();
    negation_and_alternatives();
    own_text_by_its_folded_words();
    attribute_asked_for();
    no_bytes_of_the_text_are_kept();
    random_chains_find_what_the_definition_says();
    return check_summary();
}
