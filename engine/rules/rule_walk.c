#include "rules/rule_walk.h"

struct rule_walk
rule_walk_begin(struct rulings *r)
{
    return (struct rule_walk){ r, 0, 0 };
}

static bool
is_harmless(const struct rule_entry *e)
{
    return (e->key == RULE_KEY_drop || e->key == RULE_KEY_cut) &&
           (e->match.kind == RULE_PHRASE || e->match.kind == RULE_REGEX);
}

/* Whether an entry's section is in force. */
static bool
is_in_force(const struct rulings *r, size_t link, const struct rule_entry *e)
{
    const struct rule_file *f = r->choice.chain.files[link];

    switch (f->sections[e->section].kind) {
    case RULE_IN_TOP:
        break;
    case RULE_IN_TEXT:
        if (r->page.doc)
            return false;
        break;
    case RULE_IN_LAYOUT:
        if (e->section != r->layouts[link])
            return false;
        break;
    default:
        return false;
    }
    return (link >= r->link && !r->is_barred[link]) || is_harmless(e);
}

static bool
says_the_same(const struct rule_match *a, const struct rule_match *b)
{
    return a->kind == b->kind && a->kind == RULE_PHRASE &&
           a->is_literal == b->is_literal && str_eq(a->phrase, b->phrase);
}

/* Whether a file before this one cancels the entry. */
static bool
is_undropped(const struct rulings *r, size_t link, const struct rule_entry *e)
{
    if (e->key != RULE_KEY_drop && e->key != RULE_KEY_cut)
        return false;
    for (size_t i = 0; i < link; i++) {
        const struct rule_file *f = r->choice.chain.files[i];

        for (size_t k = 0; k < f->n_entries; k++) {
            const struct rule_entry *u = &f->entries[k];

            if (u->key == RULE_KEY_undrop && is_in_force(r, i, u) &&
                (str_eq(u->source, e->source) ||
                 says_the_same(&u->match, &e->match)))
                return true;
        }
    }
    return false;
}

bool
rule_walk_next(struct rule_walk *walk, enum rule_key key,
               struct rule_step *step)
{
    const struct rule_chain *chain = &walk->r->choice.chain;

    for (; walk->link < chain->n; walk->link++, walk->next = 0) {
        const struct rule_file *f = chain->files[walk->link];

        while (walk->next < f->n_entries) {
            const struct rule_entry *e = &f->entries[walk->next++];

            if (e->key != key || !is_in_force(walk->r, walk->link, e) ||
                is_undropped(walk->r, walk->link, e))
                continue;
            *step = (struct rule_step){ walk->link, f, e };
            return true;
        }
    }
    return false;
}

/* -- guards ---------------------------------------------------------------- */

static bool
can_ask(const struct rulings *r, const struct rule_entry *e)
{
    return r->page.doc || e->match.kind != RULE_SELECTOR;
}

static bool
occurs(struct rulings *r, size_t link, const struct rule_entry *e)
{
    const struct rule_hits *hits = rule_page_hits(&r->page, link, e);

    return hits->n > 0 || hits->elements.n > 0;
}

bool
rule_guards_hold(struct rulings *r, size_t link, uint32_t section)
{
    const struct rule_file *f = r->choice.chain.files[link];
    const struct rule_section *s = &f->sections[section];
    uint32_t i = s->beg;

    while (i < s->end) {
        uint32_t line = f->entries[i].line;
        enum rule_key key = f->entries[i].key;
        bool asked = false, any = false;

        for (; i < s->end && f->entries[i].line == line; i++) {
            const struct rule_entry *e = &f->entries[i];

            if ((key != RULE_KEY_if && key != RULE_KEY_unless) ||
                !can_ask(r, e))
                continue;
            asked = true;
            any = any || occurs(r, link, e);
        }
        if (asked && any != (key == RULE_KEY_if))
            return false;
    }
    return true;
}

/* -- rulings --------------------------------------------------------------- */

void
rule_say(struct rulings *r, const struct rule_step *step, uint32_t block,
         enum ruling_word word)
{
    struct ruling *ruling = r->page.blocks->items[block].ruling;

    ruling->word = word;
    ruling->file = step->file;
    ruling->entry = step->entry;
}
