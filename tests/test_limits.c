/* test_limits.c - each bound of base/limits.h, just below and just above it.
 *
 * Below nothing shows; above, the page's flags name the bound and there is
 * still a page; the two bounds that refuse a page refuse it, and no more.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/table.h"
#include "rules/lexicon.h"
#include "lubb.h"
#include "tests/check.h"
#include "text/words.h"

static lubb_engine *engine;
static lubb_worker *worker;

/* -- pages ----------------------------------------------------------------- */

/* head, n units, tail; a '%' in a unit is its number. To be freed. */
static struct str
page_of(const char *head, const char *unit, size_t n, const char *tail)
{
    size_t room = str_of(head).len + n * (str_of(unit).len + 8) +
                  str_of(tail).len + 1, len;
    char *bytes = malloc(room);
    struct str part = str_of(unit);

    if (!bytes)
        abort();
    len = (size_t)snprintf(bytes, room, "%s", head);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < part.len; k++)
            if (part.ptr[k] == '%')
                len += (size_t)snprintf(bytes + len, 9, "%07zu", i);
            else
                bytes[len++] = part.ptr[k];
    len += (size_t)snprintf(bytes + len, room - len, "%s", tail);
    return (struct str){ bytes, len };
}

static void
page_free(struct str page)
{
    free((char *)page.ptr);
}

/* The limits that a page met; every bit where there is no page. */
static unsigned
limits_of(struct str bytes, lubb_input input)
{
    lubb_hint hint = { .size = sizeof hint, .input = input };
    const lubb_page *page;

    if (lubb_extract(engine, worker, bytes.ptr, bytes.len, &hint, &page) !=
        LUBB_OK)
        return UINT32_MAX;
    return page->limits;
}

static bool
record_names(unsigned limit)
{
    lubb_str json, id = { NULL, 0 };
    char flag[64];

    snprintf(flag, sizeof flag, "\"flags\":[\"%s\"]", lubb_limit_name(limit));
    if (lubb_page_write(worker, LUBB_JSON, id, &json) != LUBB_OK)
        return false;
    return str_find((struct str){ json.ptr, json.len }, str_of(flag), 0) <
           json.len;
}

/* n units show nothing, one more shows the limit and nothing else. */
static void
check_border(unsigned limit, lubb_input input, const char *head,
             const char *unit, size_t n, const char *tail)
{
    struct str below = page_of(head, unit, n, tail);
    struct str above = page_of(head, unit, n + 1, tail);

    CHECK_INT(limits_of(below, input), 0);
    if (!CHECK_INT(limits_of(above, input), limit) ||
        !CHECK(record_names(limit)))
        printf("    limit %s\n", lubb_limit_name(limit));
    page_free(below);
    page_free(above);
}

/* -- bounds that show ------------------------------------------------------ */

static void
test_depth(void)
{
    check_border(LUBB_LIMIT_DEPTH, LUBB_INPUT_HTML, "", "<div>", MAX_DEPTH,
                 "x");
}

/* Padded, since a page of tags alone has no memory for as many. */
static void
test_tags(void)
{
    check_border(LUBB_LIMIT_TAGS, LUBB_INPUT_HTML, "", "<br>           ",
                 MAX_TAGS, "x");
}

static void
test_attributes(void)
{
    check_border(LUBB_LIMIT_ATTRIBUTES, LUBB_INPUT_HTML, "<p", " a%=1",
                 MAX_ATTRIBUTES, ">x");
}

static void
test_formatting(void)
{
    check_border(LUBB_LIMIT_FORMATTING, LUBB_INPUT_HTML, "<p>", "<b>",
                 MAX_FORMATTING, "x");
}

static void
test_blocks(void)
{
    check_border(LUBB_LIMIT_BLOCKS, LUBB_INPUT_TEXT, "", "x\n", MAX_BLOCKS, "");
    check_border(LUBB_LIMIT_BLOCKS, LUBB_INPUT_HTML, "", "<p>x", MAX_BLOCKS,
                 "");
}

static void
test_side_items(void)
{
    check_border(LUBB_LIMIT_SIDE_ITEMS, LUBB_INPUT_HTML, "",
                 "<meta name=a content=b>", MAX_SIDE_ITEMS, "<p>x");
    check_border(LUBB_LIMIT_SIDE_ITEMS, LUBB_INPUT_HTML, "",
                 "<script type=application/ld+json>{}</script>",
                 MAX_SIDE_ITEMS, "<p>x");
}

static void
test_json(void)
{
    check_border(LUBB_LIMIT_JSON, LUBB_INPUT_HTML,
                 "<script type=application/ld+json>[", "1,",
                 MAX_JSON_TOKENS - 1, "]</script><p>x");
    check_border(LUBB_LIMIT_JSON, LUBB_INPUT_HTML,
                 "<script type=application/ld+json>", "[", MAX_JSON_DEPTH,
                 "</script><p>x");
}

static void
test_fuel(void)
{
    lubb_options options = { .size = sizeof options, .fuel_per_byte = 1 };
    struct str small = page_of("", "word word\n", 1000, "");
    struct str large = page_of("", "word word\n", 40000, "");
    lubb_engine *poor;
    const lubb_page *page;

    CHECK_INT(lubb_engine_new(&options, &poor, NULL), LUBB_OK);
    CHECK_INT(lubb_extract(poor, worker, small.ptr, small.len, NULL, &page),
              LUBB_OK);
    CHECK_INT(page->limits, 0);
    CHECK_INT(lubb_extract(poor, worker, large.ptr, large.len, NULL, &page),
              LUBB_OK);
    CHECK_INT(page->limits, LUBB_LIMIT_FUEL);
    CHECK_INT(page->fuel_used, FUEL_BASE + large.len);
    CHECK(record_names(LUBB_LIMIT_FUEL));
    CHECK_INT(limits_of(large, LUBB_INPUT_TEXT), 0);
    lubb_engine_free(poor);
    page_free(small);
    page_free(large);
}

/* Lines of one word each whose hashes all belong in one slot of the table that
 * counts how often a line occurs. */
static struct str
colliding_lines(uint32_t n)
{
    struct str page = page_of("", "%\n", n, "");
    uint32_t n_slots = table_slots_for(n), counter = 0;
    size_t at = 0;

    while (at < page.len) {
        char word[16];
        struct str s = { word, 7 };
        uint64_t hash;

        snprintf(word, sizeof word, "w%06u", (unsigned)counter++ % 1000000u);
        hash = words_hash(s);
        if (((hash ^ hash >> 32) & (n_slots - 1)) != 0)
            continue;
        memcpy((char *)page.ptr + at, word, s.len);
        at += s.len + 1;
    }
    return page;
}

static void
test_table(void)
{
    struct str below = colliding_lines(TABLE_MAX_PROBES);
    struct str above = colliding_lines(TABLE_MAX_PROBES + 1);

    CHECK_INT(limits_of(below, LUBB_INPUT_TEXT), 0);
    CHECK_INT(limits_of(above, LUBB_INPUT_TEXT), LUBB_LIMIT_TABLE);
    page_free(below);
    page_free(above);
}

/* -- links and images ------------------------------------------------------ */

#define SENTENCE "<p>قال الوزير في المؤتمر إن الخطة كبيرة في كل مدن البلاد"
#define ARTICLE SENTENCE ".\n" SENTENCE ".\n" SENTENCE ".\n" SENTENCE ".\n" \
    SENTENCE ".\n" SENTENCE ".\n" SENTENCE ".\n" SENTENCE ".\n"

/* check_border() with an engine of another taste. */
static void
check_taste(unsigned taste, unsigned limit, const char *head,
            const char *unit, size_t n, const char *tail)
{
    lubb_options options = { .size = sizeof options, .taste = taste };
    lubb_engine *plain_engine = engine;
    lubb_worker *plain_worker = worker;

    if (lubb_engine_new(&options, &engine, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK)
        abort();
    check_border(limit, LUBB_INPUT_HTML, head, unit, n, tail);
    lubb_worker_free(worker);
    lubb_engine_free(engine);
    engine = plain_engine;
    worker = plain_worker;
}

static void
test_links(void)
{
    check_taste(LUBB_WITH_LINKS, LUBB_LIMIT_LINKS, ARTICLE,
                SENTENCE " <a href=http://a.b/%>كلها</a>.\n", MAX_LINKS, "");
}

static void
test_images(void)
{
    check_taste(LUBB_WITH_IMAGES, LUBB_LIMIT_IMAGES, ARTICLE,
                SENTENCE ".<img src=http://a.b/%>\n", MAX_IMAGES, ARTICLE);
}

static void
test_url(void)
{
    size_t rest = MAX_URL - str_of("http://a.b/").len;

    check_taste(LUBB_WITH_LINKS, LUBB_LIMIT_LINKS,
                ARTICLE ARTICLE SENTENCE " <a href=http://a.b/", "x", rest,
                ">كلها</a>.");
    check_taste(LUBB_WITH_IMAGES, LUBB_LIMIT_IMAGES,
                ARTICLE "<img src=http://a.b/", "x", rest, ">" ARTICLE);
}

/* -- bounds that refuse ---------------------------------------------------- */

static void
test_input(void)
{
    struct str page = page_of("word\n", " ", MAX_INPUT - 4, "");
    const lubb_page *out;

    CHECK_INT(page.len, MAX_INPUT + 1);
    CHECK_INT(lubb_extract(engine, worker, page.ptr, MAX_INPUT, NULL, &out),
              LUBB_OK);
    CHECK(out && out->limits == 0 && out->n_blocks == 1);
    CHECK_INT(lubb_extract(engine, worker, page.ptr, page.len, NULL, &out),
              LUBB_E_LIMIT);
    CHECK(!out);
    page_free(page);
}

/* -- rules ----------------------------------------------------------------- */

static bool
lexicon_takes(struct str text)
{
    struct store store = { 0 };
    struct rule_findings errors = { .store = &store };
    struct lexicon *lexicon = lexicon_new(&store);
    bool is_taken = lexicon && lexicon_add_file(lexicon, "x", text, &errors);

    CHECK(!errors.no_memory && is_taken == (errors.n == 0));
    store_free(&store);
    return is_taken;
}

static void
check_lexicon_border(const char *head, const char *unit, size_t n,
                     const char *tail)
{
    struct str below = page_of(head, unit, n, tail);
    struct str above = page_of(head, unit, n + 1, tail);

    CHECK(lexicon_takes(below));
    CHECK(!lexicon_takes(above));
    page_free(below);
    page_free(above);
}

static void
test_rule_file(void)
{
    const char *head = "#!rule 1\n#";

    check_lexicon_border(head, "x", MAX_RULE_FILE - str_of(head).len - 1,
                         "\n");
}

static void
test_pattern(void)
{
    check_lexicon_border("#!rule 1\n[lexicon related]\nline: \"", "x",
                         MAX_PATTERN, "\"\n");
}

/* Weights come from a file of the caller's. */
static lubb_status
weights_status(size_t len)
{
    const char *build = getenv("BUILD");
    struct str bytes = page_of("#", "x", len - 1, "");
    lubb_options options = { .size = sizeof options };
    lubb_engine *e;
    lubb_status status;
    char path[512];
    FILE *f;

    snprintf(path, sizeof path, "%s/test_limits.conf", build ? build
                                                             : "build");
    f = fopen(path, "wb");
    if (!f || fwrite(bytes.ptr, 1, bytes.len, f) != bytes.len ||
        fclose(f) != 0)
        perror(path);
    options.weights_file = path;
    status = lubb_engine_new(&options, &e, NULL);
    lubb_engine_free(e);
    remove(path);
    page_free(bytes);
    return status;
}

static void
test_weights_file(void)
{
    CHECK_INT(weights_status(MAX_RULE_FILE), LUBB_OK);
    CHECK_INT(weights_status(MAX_RULE_FILE + 1), LUBB_E_FILE);
}

int
main(void)
{
    if (lubb_engine_new(NULL, &engine, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK)
        return 2;
    test_depth();
    test_tags();
    test_attributes();
    test_formatting();
    test_blocks();
    test_side_items();
    test_json();
    test_fuel();
    test_table();
    test_links();
    test_images();
    test_url();
    test_input();
    test_rule_file();
    test_pattern();
    test_weights_file();
    lubb_worker_free(worker);
    lubb_engine_free(engine);
    return check_summary();
}
