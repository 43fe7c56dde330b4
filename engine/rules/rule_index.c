#include "rules/rule_index.h"

#include "text/words.h"

struct str
rule_name_own(const struct rule_file *file)
{
    struct str name = str_of(file->name);
    size_t slash = name.len, n_slashes = 0;

    while (slash > 0 && n_slashes < 2)
        n_slashes += name.ptr[--slash] == '/';
    return n_slashes < 2 ? name : str_slice(name, slash + 1, name.len);
}

struct str
rule_name_theme(const struct rule_file *file)
{
    return file->theme.len > 0 ? file->theme : (struct str){ NULL, 0 };
}

bool
rule_index_begin(struct store *s, struct rule_index *index, uint32_t n)
{
    index->next = store_new(s, uint32_t, n);
    index->first.n_slots = table_slots_for(n);
    index->first.slots = store_new(s, struct table_slot,
                                   index->first.n_slots);
    return index->next && index->first.slots;
}

/* Files with the same hash hang in a chain, each before those added earlier:
 * the chain is in order because the last file goes in first. */
bool
rule_index_add(struct rule_index *index, const struct rule_file *file,
               uint32_t i)
{
    struct str name = index->name_of(file);
    uint32_t *first;
    bool added;

    index->next[i] = NO_FILE;
    if (!name.ptr)
        return true;
    first = table_put(&index->first, words_hash(name), i, &added);
    if (first && !added) {
        index->next[i] = *first;
        *first = i;
    }
    return first != NULL;
}

uint32_t
rule_index_find(const struct rule_index *index,
                struct rule_file *const *files, struct str name,
                bool only_shipped)
{
    const uint32_t *first = NULL;
    uint32_t i;

    if (name.ptr)
        first = table_find(&index->first, words_hash(name));
    for (i = first ? *first : NO_FILE; i != NO_FILE; i = index->next[i])
        if ((files[i]->is_shipped || !only_shipped) &&
            str_eq(index->name_of(files[i]), name))
            break;
    return i;
}
