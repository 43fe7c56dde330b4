/* test_tags.c - every listed name is found, whatever its case, and no other. */
#include "page/tags.h"

#include <ctype.h>

#include "tests/check.h"

static void
every_name_leads_to_its_tag(void)
{
    for (int tag = 1; tag < N_TAGS; tag++) {
        const char *name = tag_name((enum tag)tag);

        CHECK_INT(tag_of_name(str_of(name)), tag);
    }
}

static void
case_does_not_matter(void)
{
    for (int tag = 1; tag < N_TAGS; tag++) {
        struct str name = str_of(tag_name((enum tag)tag));
        char upper[32];

        for (size_t i = 0; i < name.len; i++)
            upper[i] = (char)toupper((unsigned char)name.ptr[i]);
        CHECK_INT(tag_of_name((struct str){ upper, name.len }), tag);
    }
    CHECK_INT(tag_of_name(STR("BlockQuote")), TAG_blockquote);
}

/* One letter more, fewer or different is another name. */
static void
names_near_a_listed_one_are_unknown(void)
{
    for (int tag = 1; tag < N_TAGS; tag++) {
        struct str name = str_of(tag_name((enum tag)tag));
        char near[32];

        memcpy(near, name.ptr, name.len);
        near[name.len] = 'z';
        CHECK_INT(tag_of_name((struct str){ near, name.len + 1 }), 0);
        near[name.len / 2] = '_';
        CHECK_INT(tag_of_name((struct str){ near, name.len }), 0);
    }
    CHECK_INT(tag_of_name(STR("bloc")), TAG_UNKNOWN);
    CHECK_INT(tag_of_name(STR("custom-element")), TAG_UNKNOWN);
    CHECK_INT(tag_of_name((struct str){ NULL, 0 }), TAG_UNKNOWN);
    CHECK_INT(tag_of_name(STR("?")), TAG_UNKNOWN);
    CHECK_INT(tag_of_name(STR("h7")), TAG_UNKNOWN);
    CHECK_INT(tag_of_name(STR("\xd8\xa7")), TAG_UNKNOWN);
}

static void
headings_stand_in_order(void)
{
    CHECK_INT(TAG_h6 - TAG_h1, 5);
}

static void
traits_are_those_of_the_standard(void)
{
    CHECK(tag_traits(TAG_br) & TRAIT_VOID);
    CHECK(!(tag_traits(TAG_br) & TRAIT_INLINE));
    CHECK(!(tag_traits(TAG_div) & (TRAIT_VOID | TRAIT_INLINE)));
    CHECK(tag_traits(TAG_title) & TRAIT_RCDATA);
    CHECK(tag_traits(TAG_xmp) & TRAIT_RAW);
    CHECK(!(tag_traits(TAG_noscript) & TRAIT_RAW));
    CHECK(tag_traits(TAG_svg) & TRAIT_EMPTIED);
    CHECK(tag_traits(TAG_nobr) & TRAIT_FORMATTING);
    CHECK(!(tag_traits(TAG_span) & TRAIT_FORMATTING));
    CHECK(tag_traits(TAG_span) & TRAIT_BREAKOUT);
    CHECK(!(tag_traits(TAG_a) & TRAIT_BREAKOUT));
    CHECK_INT(tag_traits(TAG_UNKNOWN), TRAIT_INLINE);
    CHECK_STR(str_of(tag_name(TAG_UNKNOWN)), "?");
}

int
main(void)
{
    every_name_leads_to_its_tag();
    case_does_not_matter();
    names_near_a_listed_one_are_unknown();
    headings_stand_in_order();
    traits_are_those_of_the_standard();
    return check_summary();
}
