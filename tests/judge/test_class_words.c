/* test_class_words.c - how class and id attributes are cut into words. */
#include "judge/class_words.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

/* The groups of a div with these attributes. */
static uint32_t
read_div(const char *attributes, uint64_t *hash)
{
    struct page p;
    char html[512];

    snprintf(html, sizeof html, "<body><div %s>x</div>", attributes);
    page_of_html(&p, html);
    return class_words_read(&p.doc, page_node(&p, TAG_div, 0), hash);
}

static uint32_t
groups_of(const char *attributes)
{
    uint64_t hash;

    return read_div(attributes, &hash);
}

static uint64_t
hash_of(const char *attributes)
{
    uint64_t hash;

    read_div(attributes, &hash);
    return hash;
}

static void
test_values_are_cut_at_what_is_no_letter(void)
{
    CHECK_INT(groups_of("class='related-posts'"), CLASS_RELATED);
    CHECK_INT(groups_of("class='comment2'"),
              CLASS_COMMENTS | CLASS_THREAD);
    CHECK_INT(groups_of("class='x_footer__y menu'"),
              CLASS_EDGE | CLASS_NAVIGATION);
    CHECK_INT(groups_of("class='التعليقات respond'"), CLASS_COMMENTS);
    CHECK_INT(groups_of("class=''"), 0);
    CHECK_INT(groups_of(""), 0);
}

static void
test_values_are_cut_where_the_case_changes(void)
{
    CHECK_INT(groups_of("class='postBody_2'"), CLASS_ARTICLE | CLASS_CONTENT);
    CHECK_INT(groups_of("class='PostBody'"), CLASS_ARTICLE | CLASS_CONTENT);
    CHECK_INT(groups_of("class='wideSidebar'"), CLASS_SIDEBAR);
    CHECK_INT(groups_of("class='POSTCONTENT'"), CLASS_BODY);
    CHECK_INT(groups_of("class='SIDEBAR'"), CLASS_SIDEBAR);
}

static void
test_only_whole_words_count(void)
{
    CHECK_INT(groups_of("class='postal adsorb unrelated'"), 0);
    CHECK_INT(groups_of("class='a'"), 0);
    CHECK_INT(groups_of("class='advertisement'"), CLASS_AD);
    CHECK_INT(groups_of("class='advertisementsadvertisement'"), 0);
}

static void
test_the_first_and_the_last_word_are_known(void)
{
    CHECK_INT(groups_of("class='ad'"), CLASS_AD);
    CHECK_INT(groups_of("class='widgets'"), CLASS_SIDEBAR);
}

static void
test_class_and_id_count_and_nothing_else(void)
{
    CHECK_INT(groups_of("id=disqus"), CLASS_COMMENTS);
    CHECK_INT(groups_of("CLASS=sidebar ID='related'"),
              CLASS_SIDEBAR | CLASS_RELATED);
    CHECK_INT(groups_of("data-class=comments title=menu name=footer"), 0);
}

static void
test_e3lan_is_an_advertisement(void)
{
    CHECK_INT(groups_of("class='e3lan-top'"), CLASS_AD);
    CHECK_INT(groups_of("id='E3LAN'"), CLASS_AD);
    CHECK_INT(groups_of("class='post_i3lan a3lanat'"),
              CLASS_AD | CLASS_ARTICLE);
    CHECK_INT(groups_of("class='elan'"), 0);
}

static void
test_widgets_of_elementor_are_no_sidebars(void)
{
    CHECK_INT(groups_of("class='widget'"), CLASS_SIDEBAR);
    CHECK_INT(groups_of("class='elementor-element elementor-widget'"), 0);
    CHECK_INT(groups_of("class='elementor-widget elementor-post-comments'"),
              CLASS_ARTICLE | CLASS_COMMENTS | CLASS_THREAD);
}

static void
test_a_body_is_said_by_one_word_or_by_two(void)
{
    CHECK(class_words_is_body(groups_of("class='articlebody'")));
    CHECK(class_words_is_body(groups_of("class='entry-content'")));
    CHECK(class_words_is_body(groups_of("class='text' id='story'")));
    CHECK(!class_words_is_body(groups_of("class='content'")));
    CHECK(!class_words_is_body(groups_of("class='post'")));
    CHECK(!class_words_is_body(groups_of("class='comment-meta'")));
}

static void
test_an_implied_element_has_no_words(void)
{
    struct page p;
    uint64_t hash = 1;

    page_of_html(&p, "<p>x");
    CHECK_INT(class_words_read(&p.doc, page_node(&p, TAG_body, 0), &hash), 0);
    CHECK(hash == 0);
}

static void
test_the_hash_is_shared_by_items_of_a_list(void)
{
    uint64_t card = hash_of("class='card item'");

    CHECK(card != 0);
    CHECK(hash_of("class='item card'") == card);
    CHECK(hash_of("class=' card  post-17 item '") == card);
    CHECK(hash_of("class='card item first odd tag-x category-y'") == card);
    CHECK(hash_of("class='card item' id='n7'") == card);
    CHECK(hash_of("class='card'") != card);
    CHECK(hash_of("class='card items'") != card);
}

static void
test_the_hash_is_0_without_a_class_only(void)
{
    CHECK(hash_of("id=card") == 0);
    CHECK(hash_of("class='post-12'") != 0);
    CHECK(hash_of("class='post-12'") == hash_of("class='post-13'"));
    CHECK(hash_of("class=''") != 0);
}

int
main(void)
{
    test_values_are_cut_at_what_is_no_letter();
    test_values_are_cut_where_the_case_changes();
    test_only_whole_words_count();
    test_the_first_and_the_last_word_are_known();
    test_class_and_id_count_and_nothing_else();
    test_e3lan_is_an_advertisement();
    test_widgets_of_elementor_are_no_sidebars();
    test_a_body_is_said_by_one_word_or_by_two();
    test_an_implied_element_has_no_words();
    test_the_hash_is_shared_by_items_of_a_list();
    test_the_hash_is_0_without_a_class_only();
    page_done();
    return check_summary();
}
