/* fuel.h - work counted, not timed: the same on every machine.
 *
 * 1 unit a byte tokenized, 4 a node, 1 a byte of block text a pass, 1 a byte
 * of a regex's subject, and what else loops over input. A stage that finds the
 * tank empty stops where it is; what exists is judged and the page's
 * flags say so. Time-outs are the host's affair.
 */
#ifndef LUBB_BASE_FUEL_H
#define LUBB_BASE_FUEL_H

#include <stdbool.h>
#include <stdint.h>

struct fuel {
    uint64_t used;
    uint64_t budget;
};

/* Take n units; false, and an empty tank, when they are not there. */
static inline bool
fuel_spend(struct fuel *f, uint64_t n)
{
    if (n > f->budget - f->used) {
        f->used = f->budget;
        return false;
    }
    f->used += n;
    return true;
}

static inline bool
fuel_is_out(const struct fuel *f)
{
    return f->used >= f->budget;
}

#endif
