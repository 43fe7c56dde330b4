#include "page/trigrams.h"

/* The bit of the three bytes at p: the high bits of a product (Knuth, TAOCP 3,
 * 6.4, multiplicative hashing). */
static uint32_t
bit_at(const char *p)
{
    uint32_t three = (uint32_t)(unsigned char)p[0] |
                     (uint32_t)(unsigned char)p[1] << 8 |
                     (uint32_t)(unsigned char)p[2] << 16;

    return three * 0x9E3779B1u >> 18;
}

void
trigrams_add(struct trigrams *set, struct str text)
{
    for (size_t i = 0; i + 3 <= text.len; i++) {
        uint32_t bit = bit_at(text.ptr + i);

        set->bits[bit / 64] |= UINT64_C(1) << bit % 64;
    }
}

bool
trigrams_may_hold(const struct trigrams *set, struct str part)
{
    for (size_t i = 0; i + 3 <= part.len; i++) {
        uint32_t bit = bit_at(part.ptr + i);

        if ((set->bits[bit / 64] >> bit % 64 & 1) == 0)
            return false;
    }
    return true;
}
