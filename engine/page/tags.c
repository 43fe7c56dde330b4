#include "page/tags.h"

#include "page/tags_hash.inc"

_Static_assert(N_TAGS <= UINT8_MAX, "a slot holds any tag");

struct tag_info {
    char name[12];      /* not a pointer: pointers need relocation */
    uint8_t name_len;
    uint8_t traits;
};

static const struct tag_info infos[N_TAGS] = {
    [TAG_UNKNOWN] = { "?", 0, TRAIT_INLINE },
#define TAG(name, traits) \
    [TAG_##name] = { #name, sizeof #name - 1, (traits) },
#include "page/tags.inc"
#undef TAG
};

/* Lower case for what is hashed; what is no letter just lands elsewhere. */
static unsigned
folded(char c)
{
    return (unsigned char)c | 0x20u;
}

enum tag
tag_of_name(struct str name)
{
    const struct tag_info *info;
    unsigned slot;
    size_t i = 0;

    if (name.len == 0)
        return TAG_UNKNOWN;
    slot = HASH_LEN * (unsigned)name.len + HASH_FIRST * folded(name.ptr[0]) +
           HASH_MIDDLE * folded(name.ptr[name.len / 2]) +
           HASH_LAST * folded(name.ptr[name.len - 1]);
    slot = slots[slot % N_SLOTS];
    info = &infos[slot];
    if (info->name_len != name.len)
        return TAG_UNKNOWN;
    while (i < name.len && (name.ptr[i] == info->name[i] ||
                            to_lower(name.ptr[i]) == info->name[i]))
        i++;
    return i == name.len ? (enum tag)slot : TAG_UNKNOWN;
}

const char *
tag_name(enum tag tag)
{
    return infos[tag].name;
}

unsigned
tag_traits(enum tag tag)
{
    return infos[tag].traits;
}
