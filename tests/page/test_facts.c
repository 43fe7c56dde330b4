#include "page/facts.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/scratch.h"

enum { MAX_ITEMS = 32 };

/* A page whose side lists are made by hand: the start tags found in `html`, and
 * the JSON-LD bodies given. */
struct page {
    struct html_doc doc;
    uint32_t meta[MAX_ITEMS];
    struct str json_ld[MAX_ITEMS];
    struct fuel fuel;
};

static void
page_set(struct page *p, const char *html)
{
    struct str text = str_of(html);

    *p = (struct page){ .doc = { .text = text } };
    p->fuel.budget = 1000000;
    p->doc.side.meta = p->meta;
    p->doc.side.json_ld = p->json_ld;
    for (size_t at = str_find(text, STR("<meta"), 0); at < text.len;
         at = str_find(text, STR("<meta"), at + 1))
        p->meta[p->doc.side.n_meta++] = (uint32_t)at;
}

static void
page_add_json_ld(struct page *p, const char *body)
{
    p->json_ld[p->doc.side.n_json_ld++] = str_of(body);
}

static struct page_facts
page_read(struct page *p)
{
    struct page_facts facts;

    page_facts_read(scratch_arena(1 << 20), &p->doc, &p->fuel, &facts);
    return facts;
}

static struct page_facts
facts_of(const char *html)
{
    struct page p;

    page_set(&p, html);
    return page_read(&p);
}

static void
test_page_that_tells_nothing_has_no_facts(void)
{
    struct page_facts f = facts_of("<p>");

    CHECK_STR(f.title, "");
    CHECK_STR(f.og_title, "");
    CHECK_STR(f.description, "");
    CHECK_STR(f.ld_type, "");
    CHECK(!page_facts_is_article(&f));
    CHECK_INT(f.limits, 0);
}

static void
test_title_is_decoded_and_collapsed(void)
{
    struct page p;

    page_set(&p, "");
    p.doc.side.title = STR("\n  خبر &amp; رأي\t\n &laquo; موقع &#x20;&\n");
    CHECK_STR(page_read(&p).title, "خبر & رأي « موقع &");
}

static void
test_metas_are_known_by_name_property_or_itemprop(void)
{
    CHECK_STR(facts_of("<meta property=\"og:title\" content=\"أ\">").og_title,
              "أ");
    CHECK_STR(facts_of("<meta name=\"og:title\" content=\"أ\">").og_title,
              "أ");
    CHECK_STR(facts_of("<meta CONTENT='أ' ITEMPROP='DatePublished'>")
              .published, "أ");
    CHECK_STR(facts_of("<meta content=أ property='OG:Site_Name'>")
              .og_site_name, "أ");
    CHECK_STR(facts_of("<meta itemprop='description' content='أ'>")
              .description, "أ");
}

static void
test_one_tag_may_serve_two_keys(void)
{
    struct page_facts f = facts_of(
        "<meta name='description' property='og:title' content='أ'>"
        "<meta property='og:type  og:site_name' content='ب'>");

    CHECK_STR(f.description, "أ");
    CHECK_STR(f.og_title, "أ");
    CHECK_STR(f.og_type, "ب");
    CHECK_STR(f.og_site_name, "ب");
}

static void
test_meta_description_goes_before_og_description(void)
{
    CHECK_STR(facts_of("<meta property=og:description content=ب>"
                       "<meta name=description content=أ>").description, "أ");
    CHECK_STR(facts_of("<meta name=description content=أ>"
                       "<meta property=og:description content=ب>")
              .description, "أ");
    CHECK_STR(facts_of("<meta name=description content=' '>"
                       "<meta property=og:description content=ب>")
              .description, "ب");
}

static void
test_published_time_goes_before_its_kin(void)
{
    CHECK_STR(facts_of("<meta name=date content=2001>"
                       "<meta name=pubdate content=2002>"
                       "<meta property=article:published_time content=2003>"
                       "<meta itemprop=datePublished content=2004>")
              .published, "2003");
}

static void
test_first_of_two_tags_with_one_key_counts(void)
{
    CHECK_STR(facts_of("<meta property=og:title content=أ>"
                       "<meta property=og:title content=ب>").og_title, "أ");
}

static void
test_values_of_metas_are_decoded_as_attributes(void)
{
    CHECK_STR(facts_of("<meta property=og:title "
                       "content=' a&amp;b  &quot;c&quot;&#10;d?x=1&copy=2 '>")
              .og_title, "a&b \"c\" d?x=1&copy=2");
}

static void
test_metas_without_content_or_key_say_nothing(void)
{
    struct page_facts f = facts_of("<meta property=og:title><meta content=x>"
                                   "<meta charset=utf-8>"
                                   "<meta name=og content=x>");

    CHECK_STR(f.og_title, "");
    CHECK_STR(f.title, "");
    CHECK_STR(f.description, "");
}

static void
test_json_ld_of_the_first_article_is_read(void)
{
    struct page p;
    struct page_facts f;

    page_set(&p, "");
    page_add_json_ld(&p, "{\"@type\":\"BreadcrumbList\"}");
    page_add_json_ld(&p, "{\"@type\":\"NewsArticle\",\"headline\":"
                         "\"\\u0623 &#8220;ب&#8221;\\n ج\","
                         "\"datePublished\":\"2020-05-01\","
                         "\"dateModified\":\" 2020-05-02 \","
                         "\"description\":\"و&nbsp;ص\",\"articleBody\":\"م\"}");
    page_add_json_ld(&p, "{\"@type\":\"Article\",\"headline\":\"x\"}");
    f = page_read(&p);
    CHECK_STR(f.ld_type, "NewsArticle");
    CHECK_STR(f.ld_headline, "أ “ب” ج");
    CHECK_STR(f.ld_published, "2020-05-01");
    CHECK_STR(f.ld_modified, "2020-05-02");
    CHECK_STR(f.ld_description, "و\xC2\xA0ص");
    CHECK_STR(f.ld_body, "م");
}

static void
test_json_ld_costs_a_unit_a_byte(void)
{
    struct page p;
    struct page_facts f;

    page_set(&p, "");
    page_add_json_ld(&p, "{}");
    page_add_json_ld(&p, "{\"@type\":\"Article\"}");
    p.fuel.budget = 2 + 19;
    f = page_read(&p);
    CHECK_STR(f.ld_type, "Article");
    CHECK_INT(p.fuel.used, 21);
    CHECK_INT(f.limits, 0);
}

static void
test_json_ld_is_not_read_without_fuel(void)
{
    struct page p;
    struct page_facts f;

    page_set(&p, "<meta property=og:title content=أ>");
    page_add_json_ld(&p, "{\"@type\":\"Article\"}");
    p.fuel.budget = 18;
    f = page_read(&p);
    CHECK_STR(f.ld_type, "");
    CHECK_STR(f.og_title, "أ");
    CHECK_INT(f.limits, LIMIT_FUEL);
}

static void
test_bounds_of_json_show_in_the_limits(void)
{
    struct page p;
    char deep[MAX_JSON_DEPTH + 2] = { 0 };

    page_set(&p, "");
    memset(deep, '[', MAX_JSON_DEPTH + 1);
    page_add_json_ld(&p, deep);
    CHECK_INT(page_read(&p).limits, LIMIT_JSON);
}

static void
test_article_is_told_by_og_type_or_json_ld(void)
{
    struct page_facts none = { 0 };
    struct page_facts site = { .og_type = STR("website") };
    struct page_facts og = { .og_type = STR("Article") };
    struct page_facts ld = { .og_type = STR("website"),
                             .ld_type = STR("BlogPosting") };

    CHECK(!page_facts_is_article(&none));
    CHECK(!page_facts_is_article(&site));
    CHECK(page_facts_is_article(&og));
    CHECK(page_facts_is_article(&ld));
}

int
main(void)
{
    test_page_that_tells_nothing_has_no_facts();
    test_title_is_decoded_and_collapsed();
    test_metas_are_known_by_name_property_or_itemprop();
    test_one_tag_may_serve_two_keys();
    test_meta_description_goes_before_og_description();
    test_published_time_goes_before_its_kin();
    test_first_of_two_tags_with_one_key_counts();
    test_values_of_metas_are_decoded_as_attributes();
    test_metas_without_content_or_key_say_nothing();
    test_json_ld_of_the_first_article_is_read();
    test_json_ld_costs_a_unit_a_byte();
    test_json_ld_is_not_read_without_fuel();
    test_bounds_of_json_show_in_the_limits();
    test_article_is_told_by_og_type_or_json_ld();
    return check_summary();
}
