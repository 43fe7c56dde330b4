/* test_api.c - the library as a stranger meets it: lubb.h and nothing else.
 *
 * Valid as C11 and as C++, and built as both. Pages are two of fixtures/.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lubb.h"

static int n_passed, n_failed;

#define CHECK(cond) check_that((cond), #cond, __LINE__)

static void
check_that(int ok, const char *what, int line)
{
    n_passed += ok != 0;
    n_failed += ok == 0;
    if (!ok)
        printf("%s:%d: failed: %s\n", __FILE__, line, what);
}

/* -- pages ---------------------------------------------------------------- */

static char html_bytes[1 << 16], tables_bytes[1 << 16], dump_bytes[1 << 16];
static lubb_str html, tables, dump;

static lubb_str
bytes_of_file(const char *path, char *bytes, size_t size)
{
    FILE *f = fopen(path, "rb");
    lubb_str s;

    if (!f) {
        perror(path);
        exit(2);
    }
    s.ptr = bytes;
    s.len = fread(bytes, 1, size, f);
    fclose(f);
    return s;
}

static lubb_str
str_of(const char *z)
{
    lubb_str s;

    s.ptr = z;
    s.len = strlen(z);
    return s;
}

static int
str_eq(lubb_str a, lubb_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static int
has_part(lubb_str s, const char *part)
{
    size_t n = strlen(part);

    for (size_t i = 0; i + n <= s.len; i++)
        if (memcmp(s.ptr + i, part, n) == 0)
            return 1;
    return 0;
}

/* A copy of what lives in a worker only until the next page. */
static lubb_str
copy_of(lubb_str s, char *bytes)
{
    lubb_str copy;

    memcpy(bytes, s.ptr, s.len);
    copy.ptr = bytes;
    copy.len = s.len;
    return copy;
}

/* -- engines and workers -------------------------------------------------- */

static lubb_engine *engine;
static lubb_worker *worker;

static lubb_options
options_default(void)
{
    lubb_options o;

    memset(&o, 0, sizeof o);
    o.size = sizeof o;
    return o;
}

static lubb_hint
hint_default(void)
{
    lubb_hint h;

    memset(&h, 0, sizeof h);
    h.size = sizeof h;
    return h;
}

static lubb_engine *
engine_of(const lubb_options *options)
{
    lubb_engine *e;

    CHECK(lubb_engine_new(options, &e, NULL) == LUBB_OK && e);
    return e;
}

static const lubb_page *
page_of(const lubb_engine *e, lubb_str bytes, const lubb_hint *hint)
{
    const lubb_page *page;

    if (lubb_extract(e, worker, bytes.ptr, bytes.len, hint, &page) !=
        LUBB_OK) {
        printf("no page\n");
        exit(2);
    }
    return page;
}

static lubb_status
status_of_options(const lubb_options *o)
{
    lubb_engine *e = engine;
    lubb_status status = lubb_engine_new(o, &e, NULL);

    CHECK((e != NULL) == (status == LUBB_OK));
    lubb_engine_free(e);
    return status;
}

static void
test_options_of_older_and_newer_callers_are_taken(void)
{
    struct { lubb_options known; char added[64]; } newer;
    lubb_options o = options_default();

    o.size = sizeof o.size;
    CHECK(status_of_options(&o) == LUBB_OK);
    o.taste = LUBB_NO_RULES;
    o.max_input = 1;
    o.size = offsetof(lubb_options, max_input);
    CHECK(status_of_options(&o) == LUBB_OK);

    memset(&newer, 1, sizeof newer);
    newer.known = options_default();
    newer.known.size = sizeof newer;
    CHECK(status_of_options(&newer.known) == LUBB_OK);
}

static void
test_options_without_a_meaning_are_refused(void)
{
    lubb_options o = options_default();

    o.size = 0;
    CHECK(status_of_options(&o) == LUBB_E_USAGE);
    o = options_default();
    o.max_input = (16u << 20) + 1;
    CHECK(status_of_options(&o) == LUBB_E_USAGE);
}

static void
test_a_file_that_is_missing_is_named(void)
{
    lubb_options o = options_default();
    lubb_engine *e = engine;
    lubb_error error;

    o.weights_file = "tests/no-such-file.conf";
    CHECK(lubb_engine_new(&o, &e, &error) == LUBB_E_FILE);
    CHECK(e == NULL);
    CHECK(strcmp(error.file, o.weights_file) == 0);
    CHECK(error.line == 0 && error.message[0] != '\0');
    CHECK(status_of_options(&o) == LUBB_E_FILE);
}

static void
test_a_file_that_is_wrong_is_named_with_its_line(void)
{
    lubb_options o = options_default();
    lubb_engine *e;
    lubb_error error;

    o.weights_file = "tests/test_api.c";
    CHECK(lubb_engine_new(&o, &e, &error) == LUBB_E_RULE);
    CHECK(e == NULL);
    CHECK(strcmp(error.file, o.weights_file) == 0);
    CHECK(error.line == 1 && error.message[0] != '\0');
}

/* -- extraction ----------------------------------------------------------- */

static void
test_html_and_dump_are_told_apart(void)
{
    const lubb_page *page = page_of(engine, html, NULL);

    CHECK(page->input == LUBB_INPUT_HTML);
    CHECK(page->has_text && page->text.len > 500);
    CHECK(page->text.ptr[page->text.len - 1] == '\n');
    CHECK(page->title.len > 0);
    CHECK(page->n_kept > 0 && page->n_kept < page->n_blocks);
    CHECK(strcmp(page->encoding, "UTF-8") == 0);
    CHECK(page->limits == 0 && page->n_replaced == 0);

    page = page_of(engine, dump, NULL);
    CHECK(page->input == LUBB_INPUT_TEXT);
    CHECK(page->has_text && page->text.len > 500);
}

static void
test_an_empty_page_has_no_text(void)
{
    lubb_str nothing = { NULL, 0 };
    const lubb_page *page = page_of(engine, nothing, NULL);

    CHECK(!page->has_text && page->text.len == 0);
    CHECK(page->text.ptr && page->title.ptr && page->date.ptr);
    CHECK(page->n_blocks == 0 && page->n_kept == 0);
    CHECK(page->reason[0] != '\0');
}

static void
test_blocks_make_up_the_text(void)
{
    const lubb_page *page = page_of(engine, html, NULL);
    uint32_t n_kept = 0;

    for (uint32_t i = 0; i < page->n_blocks; i++) {
        const lubb_block *b = &page->blocks[i];

        CHECK(b->text.len > 0 && b->beg < b->end && b->end <= html.len);
        CHECK(b->reason && b->reason[0] != '\0');
        CHECK(!b->kept || b->state == LUBB_MAIN);
        n_kept += b->kept != 0;
    }
    CHECK(n_kept == page->n_kept);
}

static void
test_input_is_what_the_hint_says(void)
{
    lubb_hint hint = hint_default();

    hint.input = LUBB_INPUT_TEXT;
    CHECK(page_of(engine, html, &hint)->input == LUBB_INPUT_TEXT);
    hint.input = LUBB_INPUT_HTML;
    CHECK(page_of(engine, dump, &hint)->input == LUBB_INPUT_HTML);
}

static void
test_content_type_decides_the_encoding(void)
{
    lubb_hint hint = hint_default();
    const lubb_page *page;

    hint.content_type = str_of("text/plain; charset=windows-1256");
    page = page_of(engine, str_of("\xE3\xD1\xCD\xC8\xC7"), &hint);
    CHECK(strcmp(page->encoding, "windows-1256") == 0);
    CHECK(strcmp(page->encoding_source, "transport") == 0);
    CHECK(page->n_blocks == 1);
    CHECK(str_eq(page->blocks[0].text, str_of("مرحبا")));
}

static void
test_hints_of_older_and_newer_callers_are_taken(void)
{
    struct { lubb_hint known; char added[64]; } newer;
    lubb_hint hint = hint_default();
    const lubb_page *page;

    hint.input = LUBB_INPUT_TEXT;
    hint.size = offsetof(lubb_hint, input);
    CHECK(page_of(engine, html, &hint)->input == LUBB_INPUT_HTML);

    memset(&newer, 1, sizeof newer);
    newer.known = hint_default();
    newer.known.size = sizeof newer;
    CHECK(page_of(engine, html, &newer.known)->input == LUBB_INPUT_HTML);

    hint.size = 0;
    CHECK(lubb_extract(engine, worker, html.ptr, html.len, &hint, &page) ==
          LUBB_E_USAGE);
    CHECK(page == NULL);
    hint = hint_default();
    hint.input = (lubb_input)3;
    CHECK(lubb_extract(engine, worker, html.ptr, html.len, &hint, &page) ==
          LUBB_E_USAGE);
    CHECK(page == NULL);
}

static void
test_a_page_over_the_maximum_is_refused(void)
{
    lubb_options o = options_default();
    lubb_engine *e;
    const lubb_page *page;

    o.max_input = (uint32_t)html.len;
    e = engine_of(&o);
    CHECK(lubb_extract(e, worker, html.ptr, html.len, NULL, &page) == LUBB_OK);
    CHECK(lubb_extract(e, worker, html.ptr, html.len + 1, NULL, &page) ==
          LUBB_E_LIMIT);
    CHECK(page == NULL);
    CHECK(lubb_extract(e, worker, html.ptr, html.len, NULL, &page) == LUBB_OK);
    lubb_engine_free(e);
}

/* -- taste ---------------------------------------------------------------- */

/* What an engine of this taste makes of a page; in bytes. */
static lubb_str
text_by_taste(unsigned taste, lubb_str page, char *bytes)
{
    lubb_options o = options_default();
    lubb_engine *e;
    lubb_str text;

    o.taste = taste;
    e = engine_of(&o);
    text = copy_of(page_of(e, page, NULL)->text, bytes);
    lubb_engine_free(e);
    return text;
}

static void
test_the_title_is_the_first_line_where_it_is_wanted(void)
{
    static char with_bytes[1 << 16], without_bytes[1 << 16];
    lubb_str with = text_by_taste(LUBB_WITH_TITLE, html, with_bytes);
    lubb_str without = text_by_taste(0, html, without_bytes);
    const lubb_page *page = page_of(engine, html, NULL);
    lubb_str title = page->title;

    CHECK(with.len == title.len + 1 + without.len);
    CHECK(memcmp(with.ptr, title.ptr, title.len) == 0);
    CHECK(with.ptr[title.len] == '\n');
    CHECK(str_eq(page->text, without));
}

static void
test_tables_are_left_out_where_they_are_not_wanted(void)
{
    static char bytes[1 << 16];

    CHECK(has_part(text_by_taste(0, tables, bytes), "\t"));
    CHECK(!has_part(text_by_taste(LUBB_NO_TABLES, tables, bytes), "\t"));
}

/* -- other forms ---------------------------------------------------------- */

static void
test_the_record_holds_text_and_name(void)
{
    lubb_hint hint = hint_default();
    lubb_str out;

    hint.url = str_of("https://news.example/1");
    page_of(engine, html, &hint);
    CHECK(lubb_page_write(worker, LUBB_JSON, str_of("a \"page\""), &out) ==
          LUBB_OK);
    CHECK(out.ptr[0] == '{' && out.ptr[out.len - 1] == '\n');
    CHECK(has_part(out, "\"id\":\"a \\\"page\\\"\""));
    CHECK(has_part(out, "\"url\":\"https://news.example/1\""));
    CHECK(has_part(out, "\"verdict\":\"article\""));
    CHECK(has_part(out, "\"version\":\"" LUBB_VERSION "\""));
}

static void
test_every_form_ends_in_a_line_end(void)
{
    static const lubb_format formats[] = {
        LUBB_JSON, LUBB_EXPLAIN, LUBB_EXPLAIN_JSONL
    };
    lubb_str out, none = { NULL, 0 };
    const lubb_page *page = page_of(engine, html, NULL);

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        CHECK(lubb_page_write(worker, formats[i], none, &out) == LUBB_OK);
        CHECK(out.len > 0 && out.ptr[out.len - 1] == '\n');
    }
    CHECK(page->text.len > 0);
    CHECK(lubb_page_write(worker, (lubb_format)3, none, &out) ==
          LUBB_E_USAGE);
    CHECK(out.len == 0);
}

static void
test_a_worker_without_a_page_has_none_to_write(void)
{
    lubb_str out = { "x", 1 }, none = { NULL, 0 };
    lubb_hint hint = hint_default();
    const lubb_page *page;
    lubb_worker *w = worker;

    CHECK(lubb_worker_new(NULL, &w) == LUBB_E_USAGE && w == NULL);
    CHECK(lubb_worker_new(engine, &w) == LUBB_OK);
    CHECK(lubb_page_write(w, LUBB_JSON, none, &out) == LUBB_E_USAGE);
    CHECK(out.len == 0);
    lubb_worker_free(w);

    page_of(engine, html, NULL);
    hint.size = 0;
    lubb_extract(engine, worker, html.ptr, html.len, &hint, &page);
    CHECK(lubb_page_write(worker, LUBB_JSON, none, &out) == LUBB_E_USAGE);
}

/* -- names ---------------------------------------------------------------- */

static void
test_every_status_has_words(void)
{
    for (int i = 0; i <= 7; i++)
        CHECK(lubb_status_text((lubb_status)i)[0] != '\0');
}

static void
test_every_limit_has_a_name(void)
{
    for (unsigned bit = LUBB_LIMIT_DEPTH; bit <= LUBB_LIMIT_PATTERN; bit <<= 1)
        CHECK(lubb_limit_name(bit)[0] != '\0');
    CHECK(strcmp(lubb_limit_name(LUBB_LIMIT_FUEL), "fuel") == 0);
    CHECK(lubb_limit_name(0)[0] == '\0');
    CHECK(lubb_limit_name(LUBB_LIMIT_DEPTH | LUBB_LIMIT_TAGS)[0] == '\0');
}

static void
run_tests(void)
{
    test_options_of_older_and_newer_callers_are_taken();
    test_options_without_a_meaning_are_refused();
    test_a_file_that_is_missing_is_named();
    test_a_file_that_is_wrong_is_named_with_its_line();

    test_html_and_dump_are_told_apart();
    test_an_empty_page_has_no_text();
    test_blocks_make_up_the_text();
    test_input_is_what_the_hint_says();
    test_content_type_decides_the_encoding();
    test_hints_of_older_and_newer_callers_are_taken();
    test_a_page_over_the_maximum_is_refused();

    test_the_title_is_the_first_line_where_it_is_wanted();
    test_tables_are_left_out_where_they_are_not_wanted();

    test_the_record_holds_text_and_name();
    test_every_form_ends_in_a_line_end();
    test_a_worker_without_a_page_has_none_to_write();

    test_every_status_has_words();
    test_every_limit_has_a_name();
}

int
main(void)
{
    html = bytes_of_file("fixtures/html/libya-portal/source.html", html_bytes,
                     sizeof html_bytes);
    tables = bytes_of_file("fixtures/html/magazine-tables/source.html",
                       tables_bytes, sizeof tables_bytes);
    dump = bytes_of_file("fixtures/plain/libya-portal-dump/source.txt",
                     dump_bytes, sizeof dump_bytes);
    engine = engine_of(NULL);
    if (lubb_worker_new(engine, &worker) != LUBB_OK)
        return 2;
    run_tests();
    CHECK(strcmp(lubb_version(), LUBB_VERSION) == 0);
    lubb_worker_free(worker);
    lubb_worker_free(NULL);
    lubb_engine_free(engine);
    lubb_engine_free(NULL);
    printf("%d passed, %d failed\n", n_passed, n_failed);
    return n_failed > 0;
}
