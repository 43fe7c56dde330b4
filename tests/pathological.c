/* pathological.c - hostile pages cost what ordinary ones do.
 *
 * Every shape of shapes.h at two lengths: a result and no error (so the page
 * fits the memory that worker_reserve() sets aside), within its fuel, clean
 * text, and the same bytes the second time. As most shapes have no main text, a
 * second engine keeps all there is. Time is shown (--times), never judged: that
 * is what fuel is for.
 */
#include <time.h>

#include "base/limits.h"
#include "lubb.h"
#include "tests/check.h"
#include "tests/clean_text.h"
#include "tests/shapes.h"

static lubb_engine *engine, *keeping;
static lubb_worker *worker;
static bool with_times;
static size_t n_with_text;      /* pages that `keeping` found text in */

static struct str
str_in(lubb_str s)
{
    return (struct str){ s.ptr, s.len };
}

/* Everything there is to know of the worker's page, to be freed. */
static struct str
page_dump(void)
{
    static const lubb_format formats[] = { LUBB_JSON, LUBB_EXPLAIN_JSONL };
    lubb_str id = { "shape", 5 }, part;
    char *all = NULL;
    size_t n = 0;

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!CHECK(lubb_page_write(worker, formats[i], id, &part) == LUBB_OK))
            continue;
        all = realloc(all, n + part.len + 1);
        if (!all)
            abort();
        memcpy(all + n, part.ptr, part.len);
        n += part.len;
    }
    return (struct str){ all, n };
}

static const lubb_page *
page_extract(const lubb_engine *e, struct str bytes)
{
    const lubb_page *page;

    CHECK_INT(lubb_extract(e, worker, bytes.ptr, bytes.len, NULL, &page),
              LUBB_OK);
    return page;
}

static void
check_page(const lubb_page *page, struct str bytes)
{
    uint64_t budget = FUEL_BASE + (uint64_t)FUEL_PER_BYTE * bytes.len;

    CHECK(page->fuel_used < budget && !(page->limits & LUBB_LIMIT_FUEL));
    CHECK(text_is_clean(str_in(page->text)));
    CHECK(text_is_clean(str_in(page->title)));
    CHECK(text_is_clean(str_in(page->date)));
    CHECK(text_is_clean(str_in(page->description)));
}

static void
check_all_text(struct str bytes)
{
    const lubb_page *page = page_extract(keeping, bytes);

    if (!page)
        return;
    check_page(page, bytes);
    n_with_text += page->text.len > 0;
}

static void
times_print(const struct shape *s, struct str bytes, const lubb_page *page,
            clock_t ticks)
{
    printf("%-28s %7zu bytes %8.2f ms %6.2f fuel a byte %8u blocks\n",
           s->name, bytes.len, (double)ticks * 1000 / CLOCKS_PER_SEC,
           (double)page->fuel_used / (double)bytes.len,
           (unsigned)page->n_blocks);
}

static void
test_shape(const struct shape *s, size_t len)
{
    struct str bytes = shape_make(s, len), first, second;
    int n_failed = check_n_failed;
    clock_t begun = clock();
    const lubb_page *page = page_extract(engine, bytes);

    if (page) {
        if (with_times)
            times_print(s, bytes, page, clock() - begun);
        check_page(page, bytes);
        first = page_dump();
        page = page_extract(engine, bytes);
        second = page_dump();
        CHECK(page && str_eq(first, second));
        free((char *)first.ptr);
        free((char *)second.ptr);
        check_all_text(bytes);
    }
    if (check_n_failed > n_failed)
        printf("    in shape %s at %zu bytes\n", s->name, bytes.len);
    free((char *)bytes.ptr);
}

int
main(int argc, char **argv)
{
    lubb_options keep_all = { .size = sizeof keep_all,
                              .weights_file = "tests/keep_all.conf" };

    with_times = argc > 1 && strcmp(argv[1], "--times") == 0;
    if (lubb_engine_new(NULL, &engine, NULL) != LUBB_OK ||
        lubb_engine_new(&keep_all, &keeping, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK)
        return 2;
    for (size_t i = 0; i < N_SHAPES; i++) {
        test_shape(&shapes[i], 4 << 10);
        test_shape(&shapes[i], 100 << 10);
    }
    CHECK(n_with_text > N_SHAPES / 2);
    lubb_worker_free(worker);
    lubb_engine_free(keeping);
    lubb_engine_free(engine);
    return check_summary();
}
