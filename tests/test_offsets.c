/* test_offsets.c - nothing is invented, and offsets say where it came from.
 *
 * contracts: every byte of a block comes from a run of the page's decoded text,
 * in order, or is a gap; every character of the output is one of a kept block,
 * in order, or belongs to the output form (line ends, list marks, spaces).
 * Checked on every fixture, with the engine's judgement and with all kept.
 */
#include "engine.h"
#include "page/html_references.h"
#include "rules/rule_cuts.h"
#include "tests/check.h"
#include "tests/clean_text.h"
#include "tests/fixtures.h"
#include "tests/scratch.h"
#include "text/arabic.h"
#include "text/decode.h"
#include "text/utf8.h"

static lubb_worker *worker;

/* -- blocks: runs, links, ends --------------------------------------------- */

/* Bytes of decoded text that a run stands for; 0 when it is not what is there.
 * A run is a copy, or what a character reference decodes to. */
static size_t
run_source_len(struct str text, const struct block *b,
               const struct block_run *run)
{
    struct str made = str_slice(b->text, run->at, run->at + run->len);
    char out[REFERENCE_MAX_BYTES];
    size_t len, n_out;

    if (run->src < text.len && text.ptr[run->src] == '&' &&
        html_reference(text, run->src, false, &len, out, &n_out) &&
        str_eq(made, (struct str){ out, n_out }))
        return len;
    if (run->src + run->len <= text.len &&
        str_eq(made, str_slice(text, run->src, run->src + run->len)))
        return run->len;
    return 0;
}

static bool
is_gap(struct str text, size_t beg, size_t end)
{
    for (size_t i = beg; i < end; i++)
        if (text.ptr[i] != ' ' && text.ptr[i] != '\t' && text.ptr[i] != '\n')
            return false;
    return end - beg <= 1;
}

/* Runs in order, between them gaps, and each what the page has there. */
static bool
runs_are_true(struct str text, const struct block *b)
{
    size_t at = 0;

    for (uint32_t r = 0; r < b->n_runs; r++) {
        const struct block_run *run = &b->runs[r];

        if (run->at < at || !is_gap(b->text, at, run->at) ||
            run->at + run->len > b->text.len || run->len == 0 ||
            run_source_len(text, b, run) == 0)
            return false;
        at = run->at + run->len;
    }
    return at == b->text.len && b->n_runs > 0;
}

static bool
ends_are_true(struct str text, const struct block *b)
{
    const struct block_run *last = &b->runs[b->n_runs - 1];

    return b->beg == b->runs[0].src && b->end <= text.len &&
           b->end == last->src + run_source_len(text, b, last);
}

static bool
links_are_inside(const struct block *b)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < b->n_links; i++) {
        if (b->links[i].beg < at || b->links[i].end <= b->links[i].beg ||
            b->links[i].end > b->text.len)
            return false;
        at = b->links[i].end;
    }
    return true;
}

static void
check_blocks(struct str text, const struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (!CHECK(runs_are_true(text, b)) || !CHECK(ends_are_true(text, b)) ||
            !CHECK(links_are_inside(b)))
            printf("    block %u: %.*s\n", (unsigned)i, (int)b->text.len,
                   b->text.ptr);
    }
}

/* -- output ---------------------------------------------------------------- */

/* The next character at or after *at that output must keep; 0 at the end. */
static uint32_t
visible_next(struct str s, size_t *at)
{
    while (*at < s.len) {
        uint32_t cp = utf8_next(s, at);
        enum char_class class = char_classify(cp);

        if (class != CHAR_SPACE && (class != CHAR_IGNORED || cp == 0x640))
            return cp;
    }
    return 0;
}

/* Whether a line is one block's text: the same visible characters, behind a
 * list mark if it is an item. */
static bool
line_is_block(struct str line, const struct block *b)
{
    size_t i = 0, j = 0;
    uint32_t x, y;

    if (b->kind == BLOCK_LIST_ITEM && str_starts(line, STR("- ")) &&
        !str_starts(b->text, STR("- ")))
        i = 2;
    do {
        x = visible_next(line, &i);
        y = visible_next(b->text, &j);
    } while (x && x == y);
    return x == y;
}

static bool
is_blank(struct str s)
{
    size_t at = 0;

    return visible_next(s, &at) == 0;
}

/* Cut a code block's lines off the output: as many as hold its characters. */
static struct str
code_take(struct str *rest, const struct block *b)
{
    struct str line, all = { rest->ptr, 0 };
    size_t at = 0;
    uint32_t n = 0, n_line = 0;

    while (visible_next(b->text, &at))
        n++;
    while (n_line < n && str_next_line(rest, &line)) {
        all.len = (size_t)(line.ptr + line.len - all.ptr);
        for (at = 0; visible_next(line, &at);)
            n_line++;
    }
    return all;
}

/* The block as it is put out: without what rules cut from it. */
static struct block
block_left(const struct block *b)
{
    struct block left = *b;

    left.text = rule_cuts_apply(scratch_arena(1 << 20), b->text, b->ruling);
    return left;
}

/* Every kept block is a line (code: some lines), and every line is one. */
static void
check_output(struct str output, const struct blocks *blocks)
{
    struct str rest = output, line;

    CHECK(text_is_clean(output));
    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block left = block_left(&blocks->items[i]);
        const struct block *b = &left;

        if (!b->evidence->is_kept || is_blank(b->text))
            continue;
        line = (struct str){ "", 0 };
        if (b->kind == BLOCK_CODE)
            line = code_take(&rest, b);
        else
            str_next_line(&rest, &line);
        if (!CHECK(line_is_block(line, b)))
            printf("    block: %.*s\n    line:  %.*s\n", (int)b->text.len,
                   b->text.ptr, (int)line.len, line.ptr);
    }
    CHECK_INT(rest.len, 0);
}

/* -- fixtures -------------------------------------------------------------- */

static void
test_nothing_is_invented(const lubb_engine *engine, const struct fixture *f)
{
    struct arena *a = scratch_arena((size_t)4 << 20);
    struct decoded decoded;
    const lubb_page *page;
    int n_failed = check_n_failed;

    decode_bytes(a, f->source, (struct str){ NULL, 0 }, &decoded);
    CHECK(lubb_extract(engine, worker, f->source.ptr, f->source.len, NULL,
                       &page) == LUBB_OK);
    if (decoded.offsets_are_input)
        CHECK(str_eq(decoded.text, f->source));
    CHECK_INT(page->offsets_are_input, decoded.offsets_are_input);
    check_blocks(decoded.text, worker->record.blocks);
    check_output((struct str){ page->text.ptr, page->text.len },
                 worker->record.blocks);
    if (check_n_failed > n_failed)
        printf("    in %s\n", f->folder);
}

int
main(void)
{
    struct fixtures all = fixtures_read("fixtures");
    lubb_options keep_all = { .size = sizeof keep_all,
                              .weights_file = "tests/keep_all.conf" };
    lubb_engine *engine, *keeping;

    if (lubb_engine_new(NULL, &engine, NULL) != LUBB_OK ||
        lubb_engine_new(&keep_all, &keeping, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK)
        return 2;
    for (size_t i = 0; i < all.n; i++) {
        test_nothing_is_invented(engine, &all.items[i]);
        test_nothing_is_invented(keeping, &all.items[i]);
    }
    lubb_worker_free(worker);
    lubb_engine_free(keeping);
    lubb_engine_free(engine);
    fixtures_free(&all);
    return check_summary();
}
