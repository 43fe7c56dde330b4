/* worker.c - the memory for one page at a time. */
#include <stdlib.h>

#include "base/limits.h"
#include "engine.h"

enum { FIRST_INPUT = 1 << 20 };     /* bytes a new worker is ready for */

lubb_status
worker_reserve(lubb_worker *worker, size_t len)
{
    size_t size = (size_t)ARENA_BASE + (size_t)ARENA_PER_BYTE * len;

    if (size > worker->region_size) {
        free(worker->region);
        worker->region_size = 0;
        worker->region = malloc(size);
        if (!worker->region)
            return LUBB_E_NOMEM;
        worker->region_size = size;
    }
    arena_reset(&worker->arena, worker->region, size);
    return LUBB_OK;
}

lubb_status
lubb_worker_new(const lubb_engine *engine, lubb_worker **worker)
{
    lubb_worker *w;

    *worker = NULL;
    if (!engine)
        return LUBB_E_USAGE;
    w = calloc(1, sizeof *w);
    if (!w)
        return LUBB_E_NOMEM;
    if (!pattern_runner_open(&w->runner) ||
        worker_reserve(w, FIRST_INPUT) != LUBB_OK) {
        pattern_runner_close(&w->runner);
        free(w);
        return LUBB_E_NOMEM;
    }
    *worker = w;
    return LUBB_OK;
}

void
lubb_worker_free(lubb_worker *worker)
{
    if (!worker)
        return;
    if (worker->region)
        arena_reset(&worker->arena, worker->region, 0);
    pattern_runner_close(&worker->runner);
    free(worker->region);
    free(worker);
}
