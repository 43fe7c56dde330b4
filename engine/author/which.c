/* which.c - which files speak of a page, and which others could. */
#include "author/author.h"

struct candidates {
    struct store *store;
    lubb_candidate *items;
    size_t n, cap;
    bool no_memory;
};

/* The candidate that a file is already, or NULL. */
static lubb_candidate *
find(const struct candidates *c, const struct rule_file *file)
{
    for (size_t i = 0; i < c->n; i++)
        if (str_eq(str_of(c->items[i].file), str_of(file->name)))
            return &c->items[i];
    return NULL;
}

/* Each file once; that it was chosen weighs more than that it was not. */
static void
add(struct candidates *c, const struct rule_file *file, bool is_chosen,
    const char *why)
{
    lubb_candidate *at = find(c, file);
    const char *theme;

    if (at && (at->is_chosen || !is_chosen))
        return;
    if (!at) {
        theme = store_str(c->store, file->theme).ptr;
        if (!theme || (c->n == c->cap &&
                       !store_grow(c->store, &c->items, c->n, &c->cap,
                                   sizeof *c->items))) {
            c->no_memory = true;
            return;
        }
        at = &c->items[c->n++];
        *at = (lubb_candidate){ .file = file->name, .theme = theme };
    }
    at->is_chosen = is_chosen;
    at->why = why;
}

static void
add_all(struct candidates *c, const struct rule_choice *choice)
{
    for (uint32_t i = 0; i < choice->n_candidates; i++) {
        const struct rule_candidate *found = &choice->candidates[i];

        add(c, found->file, found->is_chosen, found->why);
    }
    for (size_t i = 0; i < choice->chain.n; i++)
        add(c, choice->chain.files[i], true, "a chosen file uses it");
}

/* A page of no bytes is a dump that shows nothing: what is left is the host. */
lubb_status
lubb_rules_which(lubb_rules *rules, const char *bytes, size_t len,
                 const lubb_hint *hint, const lubb_candidate **candidates,
                 size_t *n)
{
    struct candidates made = { .store = author_answer(rules, ASK_WHICH) };
    const lubb_page *page;
    lubb_status status;

    *candidates = NULL;
    *n = 0;
    if (author_has_errors(rules))
        return LUBB_E_RULE;
    status = lubb_extract(&rules->engine, rules->worker, bytes, len, hint,
                          &page);
    if (status != LUBB_OK)
        return status;
    add_all(&made, &rules->worker->rulings->choice);
    if (made.no_memory)
        return LUBB_E_NOMEM;
    *candidates = made.items;
    *n = made.n;
    return LUBB_OK;
}
