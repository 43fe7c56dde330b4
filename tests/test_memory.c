/* test_memory.c - memory that runs out gives an error or the right answer.
 *
 * This program brings its own worker_reserve() in place of worker.c's, so that
 * a page can be given any number of bytes; and calls of calloc() go through a
 * counter (the link's --wrap), so that any of them can be refused.
 */
#include "base/limits.h"
#include "engine.h"
#include "tests/check.h"
#include "tests/fixtures.h"

enum {
    AMPLE = 64 << 20,

    /* Arena sizes tried a page; prime strides, so that they end anywhere inside
     * an allocation; and how many once it is enough. */
    N_SIZES = 400,
    N_WHOLE = 20
};

/* -- the page's memory ----------------------------------------------------- */

static char *region;
static size_t region_size;

lubb_status
worker_reserve(lubb_worker *worker, size_t len)
{
    (void)len;
    arena_reset(&worker->arena, region, region_size);
    return LUBB_OK;
}

/* The record of a page in an arena of `size` bytes, to be freed; NULL when the
 * answer is that it does not fit. *used is how many bytes it took. */
static struct str
record_of(const lubb_engine *engine, const struct fixture *f, size_t size,
          size_t *used)
{
    lubb_worker worker = { 0 };
    lubb_str id = { f->slug.ptr, f->slug.len }, json = { NULL, 0 };
    const lubb_page *page = NULL;
    lubb_status status;
    char *copy;

    region_size = size;
    status = lubb_extract(engine, &worker, f->source.ptr, f->source.len, NULL,
                          &page);
    CHECK((page != NULL) == (status == LUBB_OK));
    if (status == LUBB_OK)
        status = lubb_page_write(&worker, LUBB_JSON, id, &json);
    if (used)
        *used = arena_used(&worker.arena);
    if (status != LUBB_OK) {
        CHECK_INT(status, LUBB_E_LIMIT);
        return (struct str){ NULL, 0 };
    }
    copy = malloc(json.len + 1);
    if (!copy)
        abort();
    memcpy(copy, json.ptr, json.len);
    return (struct str){ copy, json.len };
}

static bool
is_prime(size_t n)
{
    for (size_t d = 2; d * d <= n; d++)
        if (n % d == 0)
            return false;
    return n > 1;
}

/* From an arena of nothing to one that is ample. A page may need more on its
 * way than it has at its end. */
static void
test_page_is_whole_or_refused(const lubb_engine *engine,
                              const struct fixture *f)
{
    size_t need, stride, n_refused = 0, n_whole = 0;
    struct str whole = record_of(engine, f, AMPLE, &need);

    for (stride = need / N_SIZES; !is_prime(stride); stride++)
        ;
    for (size_t size = 0; size < AMPLE && n_whole < N_WHOLE; size += stride) {
        struct str got = record_of(engine, f, size, NULL);

        n_refused += got.ptr == NULL;
        n_whole += got.ptr != NULL;
        if (got.ptr && !CHECK(str_eq(got, whole)))
            printf("    %s in %zu bytes\n", f->folder, size);
        free((char *)got.ptr);
    }
    CHECK(n_refused > N_SIZES / 2);
    CHECK(n_whole == N_WHOLE);
    free((char *)whole.ptr);
}

static void
test_page_after_a_refused_one_is_right(const lubb_engine *engine,
                                       const struct fixture *f)
{
    size_t need;
    struct str whole = record_of(engine, f, AMPLE, &need);

    for (size_t part = 1; part < 8; part++) {
        struct str got = record_of(engine, f, need * part / 8, NULL);

        CHECK(got.ptr == NULL);
        got = record_of(engine, f, AMPLE, NULL);
        CHECK(str_eq(got, whole));
        free((char *)got.ptr);
    }
    free((char *)whole.ptr);
}

/* -- the engine's memory --------------------------------------------------- */

static size_t n_calls, refused_call;    /* refused_call: from 1; 0 for none */

void *__real_calloc(size_t n, size_t size);
void *__wrap_calloc(size_t n, size_t size);

void *
__wrap_calloc(size_t n, size_t size)
{
    n_calls++;
    return n_calls == refused_call ? NULL : __real_calloc(n, size);
}

static lubb_status
engine_status(size_t refused)
{
    lubb_engine *engine;
    lubb_status status;

    n_calls = 0;
    refused_call = refused;
    status = lubb_engine_new(NULL, &engine, NULL);
    refused_call = 0;
    CHECK((engine != NULL) == (status == LUBB_OK));
    lubb_engine_free(engine);
    return status;
}

/* What was allocated by then is given back: LeakSanitizer's part. */
static void
test_engine_is_whole_or_refused(void)
{
    size_t n;

    CHECK_INT(engine_status(0), LUBB_OK);
    n = n_calls;
    CHECK(n > 1);
    for (size_t i = 1; i <= n; i++)
        CHECK_INT(engine_status(i), LUBB_E_NOMEM);
    CHECK_INT(engine_status(0), LUBB_OK);
}

int
main(void)
{
    struct fixtures all = fixtures_read("fixtures");
    lubb_engine *engine;

    region = malloc(AMPLE);
    if (!region || lubb_engine_new(NULL, &engine, NULL) != LUBB_OK)
        return 2;
    for (size_t i = 0; i < all.n; i += 6)
        test_page_is_whole_or_refused(engine, &all.items[i]);
    for (size_t i = 0; i < all.n; i++)
        test_page_after_a_refused_one_is_right(engine, &all.items[i]);
    test_engine_is_whole_or_refused();
    free(region);
    lubb_engine_free(engine);
    fixtures_free(&all);
    return check_summary();
}
