#include "emit/json.h"

#include "tests/check.h"
#include "tests/scratch.h"

static struct buf out;

static struct json
begin(void)
{
    out = buf_new(scratch_arena(1 << 20), 1);
    return json_begin(&out);
}

static struct str
quoted(struct str value)
{
    struct json j = begin();

    json_str(&j, value);
    return buf_str(&out);
}

static void
test_empty_containers_are_written(void)
{
    struct json j = begin();

    json_open_object(&j);
    json_close(&j);
    CHECK_STR(buf_str(&out), "{}");

    j = begin();
    json_open_array(&j);
    json_close(&j);
    CHECK_STR(buf_str(&out), "[]");
}

static void
test_commas_stand_between_items_only(void)
{
    struct json j = begin();

    json_open_object(&j);
    json_pair_int(&j, "a", 1);
    json_key(&j, "b");
    json_open_array(&j);
    json_open_array(&j);
    json_close(&j);
    json_int(&j, 2);
    json_open_object(&j);
    json_pair_bool(&j, "c", true);
    json_pair_bool(&j, "d", false);
    json_close(&j);
    json_str(&j, STR("e"));
    json_close(&j);
    json_pair_str(&j, "f", STR("g"));
    json_close(&j);
    CHECK_STR(buf_str(&out), "{\"a\":1,\"b\":[[],2,{\"c\":true,\"d\":false},"
                             "\"e\"],\"f\":\"g\"}");
}

static void
test_values_follow_one_another_at_the_top(void)
{
    struct json j = begin();

    json_int(&j, -5);
    buf_add_char(&out, '\n');
    json_open_array(&j);
    json_close(&j);
    CHECK_STR(buf_str(&out), "-5\n[]");
}

static void
test_containers_nest_to_the_bound(void)
{
    struct json j = begin();

    for (int i = 0; i < JSON_MAX_OPEN; i++) {
        if (i % 2 == 1)
            json_key(&j, "k");
        if (i % 2 == 0)
            json_open_object(&j);
        else
            json_open_array(&j);
    }
    for (int i = 0; i < JSON_MAX_OPEN; i++)
        json_close(&j);
    CHECK(str_starts(buf_str(&out), STR("{\"k\":[{\"k\":[{")));
    CHECK(str_ends(buf_str(&out), STR("]}]}")));
    CHECK(str_find(buf_str(&out), STR("[{}]"), 0) < out.len);
    CHECK_INT(j.depth, 0);
}

static void
test_empty_strings_are_written_but_not_as_pairs(void)
{
    struct json j = begin();

    json_open_object(&j);
    json_pair_str(&j, "a", STR(""));
    json_key(&j, "b");
    json_str(&j, (struct str){ NULL, 0 });
    json_close(&j);
    CHECK_STR(buf_str(&out), "{\"b\":\"\"}");
}

static void
test_quotes_backslashes_and_controls_are_escaped(void)
{
    CHECK_STR(quoted(STR("\"\\/")), "\"\\\"\\\\/\"");
    CHECK_STR(quoted(STR("\b\f\n\r\t")), "\"\\b\\f\\n\\r\\t\"");
    CHECK_STR(quoted(STR("\x01\x1F\x1B\0")),
              "\"\\u0001\\u001f\\u001b\\u0000\"");
    CHECK_STR(quoted(STR("\x7F")), "\"\x7F\"");
}

static void
test_every_control_character_is_escaped(void)
{
    for (int c = 0; c < 0x20; c++) {
        char byte = (char)c;
        struct str got = quoted((struct str){ &byte, 1 });

        CHECK(got.len >= 4 && got.ptr[1] == '\\');
    }
}

static void
test_text_stands_as_it_is(void)
{
    CHECK_STR(quoted(STR("قال: «نعم» \xF0\x9F\x98\x80")),
              "\"قال: «نعم» \xF0\x9F\x98\x80\"");
    CHECK_STR(quoted(STR("\xE2\x80\xA8")), "\"\xE2\x80\xA8\"");
}

static void
test_bytes_that_are_no_utf8_become_the_replacement(void)
{
    CHECK_STR(quoted(STR("a\xFF" "b")), "\"a\xEF\xBF\xBD" "b\"");
    CHECK_STR(quoted(STR("\xD8")), "\"\xEF\xBF\xBD\"");
    CHECK_STR(quoted(STR("\xED\xA0\x80")),
              "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK_STR(quoted(STR("\xC0\x22")), "\"\xEF\xBF\xBD\\\"\"");
}

static void
test_numbers_have_their_sign(void)
{
    struct json j = begin();

    json_open_array(&j);
    json_int(&j, 0);
    json_int(&j, INT64_MIN);
    json_int(&j, INT64_MAX);
    json_close(&j);
    CHECK_STR(buf_str(&out),
              "[0,-9223372036854775808,9223372036854775807]");
}

int
main(void)
{
    test_empty_containers_are_written();
    test_commas_stand_between_items_only();
    test_values_follow_one_another_at_the_top();
    test_containers_nest_to_the_bound();
    test_empty_strings_are_written_but_not_as_pairs();
    test_quotes_backslashes_and_controls_are_escaped();
    test_every_control_character_is_escaped();
    test_text_stands_as_it_is();
    test_bytes_that_are_no_utf8_become_the_replacement();
    test_numbers_have_their_sign();
    return check_summary();
}
