/* test_doc.c - the keys and codes that `lubb rules doc` prints. */
#include "lubb_rules.h"
#include "tests/check.h"

static const lubb_key_doc *
key_named(const char *name)
{
    const lubb_key_doc *key;

    for (size_t i = 0; (key = lubb_rules_key(i)); i++)
        if (strcmp(key->name, name) == 0)
            return key;
    return NULL;
}

static void
test_every_key_is_told_in_full(void)
{
    const lubb_key_doc *key;
    size_t n = 0;

    for (; (key = lubb_rules_key(n)); n++) {
        bool is_whole = key->name[0] && key->form[0] && key->where[0] &&
                        key->values[0] && key->meaning[0] && key->example[0];

        if (!CHECK(is_whole))
            printf("    %s\n", key->name);
        CHECK(strncmp(key->example, key->name, strlen(key->name)) == 0);
    }
    CHECK(n > 20);
    CHECK(!lubb_rules_key(n));
    CHECK(!lubb_rules_key(SIZE_MAX));
}

static void
test_key_says_its_forms_places_and_values(void)
{
    const lubb_key_doc *drop = key_named("drop");

    CHECK_STR(str_of(drop->form), "drop: drop+N:");
    CHECK_STR(str_of(drop->where), "top [layout] [text]");
    CHECK_STR(str_of(drop->values), "phrase pattern place selector");
    CHECK_STR(str_of(key_named("hint")->form), "hint+N: hint-N:");
    CHECK_STR(str_of(key_named("until")->form), "until: until!:");
    CHECK_STR(str_of(key_named("has")->form), "has: todo-has:");
    CHECK_STR(str_of(key_named("has")->where), "[case]");
    CHECK_STR(str_of(key_named("site")->form), "site:");
    CHECK_STR(str_of(key_named("site")->values), "plain");
}

static void
test_every_code_has_a_meaning(void)
{
    const char *name, *meaning;
    size_t n = 0;

    for (; lubb_rules_code(n, &name, &meaning); n++) {
        CHECK(name[0] == 'E' || name[0] == 'W');
        CHECK_INT(strlen(name), 3);
        CHECK(meaning[0] != '\0');
    }
    CHECK(n > 20);
    CHECK(!lubb_rules_code(SIZE_MAX, &name, &meaning));
    CHECK(lubb_rules_code(0, &name, &meaning));
    CHECK_STR(str_of(name), "E01");
}

int
main(void)
{
    test_every_key_is_told_in_full();
    test_key_says_its_forms_places_and_values();
    test_every_code_has_a_meaning();
    return check_summary();
}
