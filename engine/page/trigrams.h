/* trigrams.h - which strings of three bytes some texts hold, as a set of bits.
 *
 * What a text cannot hold is told without looking at it again: a string is in
 * none of the texts when one of its trigrams is not in the set. A set of one
 * hash (Bloom 1970), so it can only err by saying "perhaps".
 */
#ifndef LUBB_PAGE_TRIGRAMS_H
#define LUBB_PAGE_TRIGRAMS_H

#include "base/str.h"

/* A page's classes and ids have some 500 different trigrams: one bit in 32. */
enum { TRIGRAM_BITS = 1 << 14 };

/* {0} is the set of no text. */
struct trigrams {
    uint64_t bits[TRIGRAM_BITS / 64];
};

/* Cost: 1 step a byte. */
void trigrams_add(struct trigrams *set, struct str text);

/* Whether one of the texts may hold `part`. Parts under 3 bytes always may. */
bool trigrams_may_hold(const struct trigrams *set, struct str part);

#endif
