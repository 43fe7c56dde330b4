/* test_host.c - hosts and paths of URLs, and what hosts are below. */
#include "rules/host.h"

#include "check.h"

static void
check_url(const char *url, const char *host, const char *path)
{
    struct host_path h = host_of_url(str_of(url));

    if (!CHECK_STR(((struct str){ h.host, h.len }), host) ||
        !CHECK_STR(h.path, path))
        printf("    url: %s\n", url);
    CHECK_INT(h.host[h.len], 0);
}

static void
test_scheme_user_port_query_and_fragment_are_left_out(void)
{
    check_url("https://alwasat.ly/news/1?page=2#top", "alwasat.ly",
              "/news/1");
    check_url("http://alwasat.ly:8080/a", "alwasat.ly", "/a");
    check_url("http://user:pw@alwasat.ly/a", "alwasat.ly", "/a");
    check_url("http://a@b@alwasat.ly/a", "alwasat.ly", "/a");
    check_url("//alwasat.ly/a", "alwasat.ly", "/a");
    check_url("alwasat.ly/a/b", "alwasat.ly", "/a/b");
    check_url("alwasat.ly", "alwasat.ly", "");
    check_url("alwasat.ly?x=1", "alwasat.ly", "");
    check_url("alwasat.ly#x", "alwasat.ly", "");
    check_url(" https://alwasat.ly/ \n", "alwasat.ly", "/");
}

static void
test_a_url_inside_a_url_does_not_count(void)
{
    check_url("alwasat.ly/go?to=http://other.com/x", "alwasat.ly", "/go");
    check_url("https://alwasat.ly/go?to=http://other.com/x", "alwasat.ly",
              "/go");
    check_url("alwasat.ly?http://other.com", "alwasat.ly", "");
    check_url("https://web.archive.org/web/http://alwasat.ly/a",
              "web.archive.org", "/web/http://alwasat.ly/a");
    check_url("https://alwasat.ly/@user@other.com", "alwasat.ly",
              "/@user@other.com");
    check_url("https://alwasat.ly?a@other.com", "alwasat.ly", "");
}

static void
test_letters_are_made_small_in_hosts_only(void)
{
    check_url("HTTPS://AlWasat.LY/News", "alwasat.ly", "/News");
}

static void
test_www_and_m_go(void)
{
    check_url("www.alwasat.ly", "alwasat.ly", "");
    check_url("WwW.alwasat.ly", "alwasat.ly", "");
    check_url("m.alwasat.ly", "alwasat.ly", "");
    check_url("M.alwasat.ly", "alwasat.ly", "");
    check_url("mm.alwasat.ly", "mm.alwasat.ly", "");
    check_url("wwww.alwasat.ly", "wwww.alwasat.ly", "");
    check_url("news.www.alwasat.ly", "news.www.alwasat.ly", "");
}

static void
test_a_host_is_never_cut_to_one_label(void)
{
    check_url("www.com", "www.com", "");
    check_url("m.net/x", "m.net", "/x");
}

static void
test_a_dot_at_the_end_goes(void)
{
    check_url("http://alwasat.ly./x", "alwasat.ly", "/x");
    check_url("alwasat.ly..", "alwasat.ly", "");
}

static void
test_what_is_no_host(void)
{
    static const char *const urls[] = {
        "", " ", "localhost", "http://localhost/a.b", "file:///home/a.html",
        "http://", "://", "/news/a.html", "?a.b", "#a.b", "http:///a.b",
        "http://[::1]/", ".ly", ".alwasat.ly", "al..ly", "..", "@",
        "http://a@/b.c", "mailto:"
    };

    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        if (!CHECK_INT(host_of_url(str_of(urls[i])).len, 0))
            printf("    url: [%s]\n", urls[i]);
}

static void
test_bytes_outside_ascii_are_part_of_a_host(void)
{
    check_url("http://مصر.example/x", "مصر.example", "/x");
    check_url("http://xn--wgbh1c.example/x", "xn--wgbh1c.example", "/x");
}

static void
test_a_host_ends_where_its_characters_end(void)
{
    check_url("alwasat.ly news", "alwasat.ly", "");
    check_url("alwasat.ly,x/y", "alwasat.ly", "/y");
}

static void
test_longest_host(void)
{
    char url[300];

    memset(url, 'a', sizeof url);
    memcpy(url + MAX_HOST - 3, ".ly", 3);
    CHECK_INT(host_of_url((struct str){ url, MAX_HOST }).len, MAX_HOST);
    memset(url, 'a', sizeof url);
    memcpy(url + MAX_HOST - 2, ".ly", 3);
    CHECK_INT(host_of_url((struct str){ url, MAX_HOST + 1 }).len, 0);
}

static void
test_a_host_is_below_itself_and_its_parents(void)
{
    CHECK(host_is_below(STR("alwasat.ly"), STR("alwasat.ly")));
    CHECK(host_is_below(STR("a.b.alwasat.ly"), STR("alwasat.ly")));
    CHECK(!host_is_below(STR("notalwasat.ly"), STR("alwasat.ly")));
    CHECK(!host_is_below(STR("alwasat.ly"), STR("a.alwasat.ly")));
    CHECK(!host_is_below(STR("alwasat.ly.com"), STR("alwasat.ly")));
}

static void
test_suffixes_lose_a_label_at_a_time(void)
{
    struct str host = STR("a.b.ly");

    CHECK(host_next_suffix(&host));
    CHECK_STR(host, "b.ly");
    CHECK(host_next_suffix(&host));
    CHECK_STR(host, "ly");
    CHECK(!host_next_suffix(&host));
    CHECK_STR(host, "ly");
}

static void
test_hosts_that_sites_are_registered_under(void)
{
    static const char *const yes[] = {
        "com", "ly", "com.sa", "co.uk", "gov.eg", "org.ly", "net.ps",
        "edu.jo", "press.ma", "ac.ma"
    };
    static const char *const no[] = {
        "alwasat.ly", "spa.gov.sa", "com.example", "news.com", "co.com",
        "x.co.uk", "commerce.ly", "b.com.sa"
    };

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!CHECK(host_is_public_suffix(str_of(yes[i]))))
            printf("    host: %s\n", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (!CHECK(!host_is_public_suffix(str_of(no[i]))))
            printf("    host: %s\n", no[i]);
}

int
main(void)
{
    test_scheme_user_port_query_and_fragment_are_left_out();
    test_a_url_inside_a_url_does_not_count();
    test_letters_are_made_small_in_hosts_only();
    test_www_and_m_go();
    test_a_host_is_never_cut_to_one_label();
    test_a_dot_at_the_end_goes();
    test_what_is_no_host();
    test_bytes_outside_ascii_are_part_of_a_host();
    test_a_host_ends_where_its_characters_end();
    test_longest_host();
    test_a_host_is_below_itself_and_its_parents();
    test_suffixes_lose_a_label_at_a_time();
    test_hosts_that_sites_are_registered_under();
    return check_summary();
}
