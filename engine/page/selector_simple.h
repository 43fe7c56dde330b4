/* selector_simple.h - whether one element meets one simple selector.
 */
#ifndef LUBB_PAGE_SELECTOR_SIMPLE_H
#define LUBB_PAGE_SELECTOR_SIMPLE_H

#include "page/element_index.h"
#include "page/selector_parts.h"

/* Any simple selector but :is() and :not(), which hold compounds. Fuel: as
 * selector_find(). Where the fuel ends in it the answer means nothing. */
bool simple_fits(struct element_index *x, const struct simple *s,
                 uint32_t node);

#endif
