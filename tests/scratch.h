/* scratch.h - an arena for tests, on the heap. One at a time: the next call
 * takes the memory of the last. A test that fills it crashes, as it should. */
#ifndef LUBB_TESTS_SCRATCH_H
#define LUBB_TESTS_SCRATCH_H

#include <stdlib.h>

#include "base/arena.h"

static inline struct arena *
scratch_arena(size_t size)
{
    static struct arena arena;
    static jmp_buf nowhere;
    static char *region;

    if (region)
        arena_reset(&arena, region, 0);
    free(region);
    region = malloc(size);
    if (!region)
        abort();
    arena_reset(&arena, region, size);
    arena.on_full = &nowhere;
    return &arena;
}

#endif
