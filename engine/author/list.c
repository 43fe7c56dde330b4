/* list.c - all files of rules of sites and themes, a summary each. */
#include <stdlib.h>

#include "author/author.h"

struct text {
    char *bytes;
    size_t len;
};

static void
text_add(struct text *t, struct str s)
{
    if (s.len > 0)
        memcpy(t->bytes + t->len, s.ptr, s.len);
    t->len += s.len;
}

/* The hosts of a file, with their paths; NULL when memory is refused. */
static const char *
sites_of(struct store *s, const struct rule_file *f)
{
    struct text t = { NULL, 0 };
    size_t size = 1;

    for (size_t i = 0; i < f->n_sites; i++)
        size += f->sites[i].host.len + f->sites[i].path.len + 1;
    t.bytes = store_alloc(s, size, 1);
    for (size_t i = 0; t.bytes && i < f->n_sites; i++) {
        if (f->sites[i].is_not)
            continue;
        text_add(&t, t.len > 0 ? STR(" ") : STR(""));
        text_add(&t, f->sites[i].host);
        text_add(&t, f->sites[i].path);
    }
    return t.bytes;
}

static uint32_t
count_cases(const struct rule_file *f)
{
    uint32_t n = 0;

    for (size_t i = 0; i < f->n_sections; i++)
        n += f->sections[i].kind == RULE_IN_CASE;
    return n;
}

/* Entries that are not of a case. */
static uint32_t
count_entries(const struct rule_file *f)
{
    uint32_t n = 0;

    for (size_t i = 0; i < f->n_sections; i++)
        if (f->sections[i].kind != RULE_IN_CASE)
            n += f->sections[i].end - f->sections[i].beg;
    return n;
}

static bool
info_fill(struct store *s, const struct rule_file *f, lubb_rule_info *out)
{
    *out = (lubb_rule_info){
        .file = store_str(s, str_of(f->name)).ptr,
        .sites = sites_of(s, f),
        .theme = store_str(s, f->theme).ptr,
        .use = store_str(s, f->use).ptr,
        .label = store_str(s, f->label).ptr,
        .country = store_str(s, f->country).ptr,
        .checked = store_str(s, f->checked).ptr,
        .n_entries = count_entries(f), .n_cases = count_cases(f),
        .is_builtin = f->is_shipped
    };
    return out->file && out->sites && out->theme && out->use && out->label &&
           out->country && out->checked;
}

static int
info_order(const void *a, const void *b)
{
    const lubb_rule_info *x = a, *y = b;
    struct str s = str_of(x->file), t = str_of(y->file);
    int order = memcmp(s.ptr, t.ptr, s.len < t.len ? s.len : t.len);

    return order ? order : (s.len > t.len) - (s.len < t.len);
}

lubb_status
lubb_rules_list(lubb_rules *rules, const lubb_rule_info **files, size_t *n)
{
    struct store *s = author_answer(rules, ASK_LIST);
    const struct rule_set *set = rules->engine.rules;
    lubb_rule_info *out;

    *files = NULL;
    *n = 0;
    if (author_has_errors(rules))
        return LUBB_E_RULE;
    out = store_new(s, lubb_rule_info, set->n_files);
    if (!out)
        return LUBB_E_NOMEM;
    for (size_t i = 0; i < set->n_files; i++)
        if (!info_fill(s, set->files[i], &out[i]))
            return LUBB_E_NOMEM;
    if (set->n_files > 1)
        qsort(out, set->n_files, sizeof *out, info_order);
    *files = out;
    *n = set->n_files;
    return LUBB_OK;
}
