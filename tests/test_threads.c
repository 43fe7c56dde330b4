/* test_threads.c - threads share an engine and get what one thread gets.
 *
 * Every thread runs all fixtures with a worker of its own, each beginning at
 * another page, so that pages of all kinds meet. Under ThreadSanitizer this is
 * also the test that nothing shared is written.
 */
#include <pthread.h>

#include "lubb.h"
#include "tests/check.h"
#include "tests/fixtures.h"

enum { N_THREADS = 4 };

/* What one thread made: the records of all fixtures, to be freed. */
struct run {
    const lubb_engine *engine;
    const struct fixtures *fixtures;
    size_t first;               /* the fixture it begins with */
    struct str *records;
};

static struct str
str_copy(lubb_str s)
{
    char *copy = malloc(s.len + 1);

    if (!copy)
        abort();
    memcpy(copy, s.ptr, s.len);
    return (struct str){ copy, s.len };
}

static struct str
record_of(const lubb_engine *engine, lubb_worker *worker,
          const struct fixture *f)
{
    lubb_str id = { f->slug.ptr, f->slug.len }, json = { "", 0 };
    const lubb_page *page;

    if (lubb_extract(engine, worker, f->source.ptr, f->source.len, NULL,
                     &page) == LUBB_OK)
        lubb_page_write(worker, LUBB_JSON, id, &json);
    return str_copy(json);
}

static void *
thread_run(void *given)
{
    struct run *run = given;
    size_t n = run->fixtures->n;
    lubb_worker *worker;

    run->records = calloc(n, sizeof *run->records);
    if (!run->records || lubb_worker_new(run->engine, &worker) != LUBB_OK)
        abort();
    for (size_t k = 0; k < n; k++) {
        size_t i = (run->first + k) % n;

        run->records[i] = record_of(run->engine, worker,
                                    &run->fixtures->items[i]);
    }
    lubb_worker_free(worker);
    return NULL;
}

static void
run_free(struct run *run)
{
    for (size_t i = 0; i < run->fixtures->n; i++)
        free((char *)run->records[i].ptr);
    free(run->records);
}

static void
test_threads_give_what_one_thread_gives(const lubb_engine *engine,
                                        const struct fixtures *fixtures)
{
    struct run alone = { engine, fixtures, 0, NULL };
    struct run runs[N_THREADS];
    pthread_t threads[N_THREADS];

    thread_run(&alone);
    for (size_t t = 0; t < N_THREADS; t++) {
        runs[t] = (struct run){ engine, fixtures,
                                t * fixtures->n / N_THREADS, NULL };
        if (pthread_create(&threads[t], NULL, thread_run, &runs[t]) != 0)
            abort();
    }
    for (size_t t = 0; t < N_THREADS; t++) {
        pthread_join(threads[t], NULL);
        for (size_t i = 0; i < fixtures->n; i++)
            CHECK(alone.records[i].len > 0 &&
                  str_eq(runs[t].records[i], alone.records[i]));
        run_free(&runs[t]);
    }
    run_free(&alone);
}

int
main(void)
{
    struct fixtures fixtures = fixtures_read("fixtures");
    lubb_engine *engine;

    if (lubb_engine_new(NULL, &engine, NULL) != LUBB_OK)
        return 2;
    test_threads_give_what_one_thread_gives(engine, &fixtures);
    lubb_engine_free(engine);
    fixtures_free(&fixtures);
    return check_summary();
}
