#include "emit/json_out.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/scratch.h"

static const struct verdict none = { false, "too little prose", 870 };
static const struct blocks blocks = { .n = 7 };

/* The least a record holds. */
static struct record
bare_record(void)
{
    return (struct record){
        .verdict = &none, .blocks = &blocks, .version = "0.1.0",
        .encoding = "UTF-8", .encoding_source = "bytes",
        .offsets_are_input = true,
    };
}

static struct str
written(const struct record *r)
{
    return record_to_json(scratch_arena(1 << 20), r);
}

/* Whether the record holds `part`, byte for byte. */
static bool
holds(const struct record *r, const char *part)
{
    struct str s = written(r);

    return str_find(s, str_of(part), 0) < s.len;
}

static void
test_what_is_unknown_is_absent(void)
{
    struct record r = bare_record();

    CHECK_STR(written(&r),
              "{\"text\":\"\",\"encoding\":\"UTF-8\","
              "\"encoding_source\":\"bytes\",\"n_replaced\":0,"
              "\"input\":\"text\",\"offsets\":\"input\",\"confidence\":870,"
              "\"verdict\":\"none\",\"reason\":\"too little prose\","
              "\"extracted_by\":\"general\",\"flags\":[],\"n_blocks\":7,"
              "\"n_kept\":0,\"version\":\"0.1.0\"}\n");
}

static void
test_every_field_has_its_name(void)
{
    static const struct verdict article = { true, "prose", 990 };
    struct record r = bare_record();

    r.id = STR("a.html");
    r.url = STR("http://x.ma/1");
    r.site = STR("x.ma");
    r.text = STR("س\nص\n");
    r.title = STR("ع");
    r.date = STR("2020-01-02");
    r.description = STR("و");
    r.verdict = &article;
    r.n_kept = 2;
    r.is_html = true;
    r.encoding = "windows-1256";
    r.encoding_source = "meta";
    r.offsets_are_input = false;
    r.n_replaced = 3;
    CHECK_STR(written(&r),
              "{\"id\":\"a.html\",\"url\":\"http://x.ma/1\","
              "\"host\":\"x.ma\",\"site\":\"x.ma\","
              "\"text\":\"س\\nص\\n\",\"title\":\"ع\","
              "\"date\":\"2020-01-02\",\"description\":\"و\","
              "\"encoding\":\"windows-1256\",\"encoding_source\":\"meta\","
              "\"n_replaced\":3,\"input\":\"html\",\"offsets\":\"decoded\","
              "\"confidence\":990,\"verdict\":\"article\","
              "\"reason\":\"prose\",\"extracted_by\":\"general\","
              "\"flags\":[],\"n_blocks\":7,\"n_kept\":2,"
              "\"version\":\"0.1.0\"}\n");
}

static void
test_bounds_that_were_met_are_flags(void)
{
    struct record r = bare_record();

    r.limits = LIMIT_DEPTH | LIMIT_FUEL | LIMIT_TABLE;
    CHECK(holds(&r, "\"flags\":[\"depth\",\"fuel\",\"table\"]"));
    r.is_repaired = true;
    r.limits = LIMIT_JSON;
    CHECK(holds(&r, "\"flags\":[\"json\",\"repaired\"]"));
}

static void
test_host_is_taken_from_the_url(void)
{
    static const struct {
        const char *url, *host;
    } cases[] = {
        { "https://WWW.Example.COM/a:b@c", "www.example.com" },
        { "http://user:pw@x.com:8080", "x.com" },
        { "http://x.com.?q=http://y", "x.com" },
        { "http://x.com#f", "x.com" },
        { "http://[2001:db8::1]:80/", "[2001:db8::1]" },
        { "http://[2001:db8::1]/", "[2001:db8::1]" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct record r = bare_record();
        char want[64];

        r.url = str_of(cases[i].url);
        snprintf(want, sizeof want, "\"host\":\"%s\",", cases[i].host);
        CHECK(holds(&r, want));
    }
}

static void
test_urls_without_host_have_none(void)
{
    static const char *const urls[] = { "x.com/a", "mailto:a@b", "http://",
                                        "http:///a", "://", "http://@:80" };

    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct record r = bare_record();

        r.url = str_of(urls[i]);
        CHECK(!holds(&r, "\"host\""));
    }
}

static void
test_limits_have_names_and_nothing_else_has(void)
{
    CHECK_STR(str_of(limit_name(LIMIT_DEPTH)), "depth");
    CHECK_STR(str_of(limit_name(LIMIT_SIDE_ITEMS)), "side_items");
    CHECK_STR(str_of(limit_name(LIMIT_TABLE)), "table");
    CHECK_STR(str_of(limit_name(0)), "");
    CHECK_STR(str_of(limit_name(3)), "");
    CHECK_STR(str_of(limit_name(LIMIT_IMAGES << 1)), "");
}

int
main(void)
{
    test_what_is_unknown_is_absent();
    test_every_field_has_its_name();
    test_bounds_that_were_met_are_flags();
    test_host_is_taken_from_the_url();
    test_urls_without_host_have_none();
    test_limits_have_names_and_nothing_else_has();
    return check_summary();
}
