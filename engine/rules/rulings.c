#include "rules/rulings.h"

#include "rules/rule_cuts.h"
#include "rules/rule_walk.h"

static void
note_miss_of(struct rulings *r, const struct rule_file *file,
             const char *what, struct str detail)
{
    if (r->n_misses == MAX_MISSES)
        return;
    r->misses[r->n_misses++] = (struct rule_miss){ file, what, detail };
}

static void
note_miss(struct rulings *r, const char *what, struct str detail)
{
    note_miss_of(r, rulings_file(r), what, detail);
}

const struct rule_file *
rulings_file(const struct rulings *r)
{
    return r->link < r->choice.chain.n ? r->choice.chain.files[r->link]
                                       : NULL;
}

/* -- attempts -------------------------------------------------------------- */

bool
rulings_begin(struct rulings *r)
{
    struct blocks *blocks = r->page.blocks;
    struct ruling *all;

    rule_choose(&r->page, &r->choice);
    if (r->choice.miss) {
        r->link = r->choice.chain.n;
        note_miss(r, r->choice.miss, (struct str){ NULL, 0 });
    }
    r->link = 0;
    if (r->choice.chain.n == 0)
        return false;
    all = arena_new(r->page.arena, struct ruling, blocks->n);
    for (uint32_t b = 0; b < blocks->n; b++)
        blocks->items[b].ruling = &all[b];
    rule_page_begin(&r->page, &r->choice.chain);
    return true;
}

/* The next layout of a file behind section `from` whose guards hold; 0 when
 * there is none. */
static uint32_t
next_layout(struct rulings *r, size_t link, uint32_t from)
{
    const struct rule_file *f = r->choice.chain.files[link];

    for (uint32_t s = from + 1; s < f->n_sections; s++)
        if (f->sections[s].kind == RULE_IN_LAYOUT &&
            rule_guards_hold(r, link, s))
            return s;
    return 0;
}

static bool
has_layouts(const struct rule_file *f)
{
    for (size_t s = 0; s < f->n_sections; s++)
        if (f->sections[s].kind == RULE_IN_LAYOUT)
            return true;
    return false;
}

/* Stand before the first attempt of the file at hand: its guards hold, and a
 * layout's where it has any. What does not is noted. */
static bool
enter_file(struct rulings *r)
{
    for (size_t i = r->link; i < r->choice.chain.n; i++) {
        r->layouts[i] = next_layout(r, i, 0);
        r->is_barred[i] = !rule_guards_hold(r, i, 0);
    }
    if (r->is_barred[r->link]) {
        note_miss(r, "guard", (struct str){ NULL, 0 });
        return false;
    }
    if (r->page.doc && r->layouts[r->link] == 0 &&
        has_layouts(rulings_file(r))) {
        note_miss(r, "no layout", (struct str){ NULL, 0 });
        return false;
    }
    return true;
}

/* Move to the next attempt; false when the files are used up. */
static bool
move_on(struct rulings *r)
{
    bool has_next;

    if (!r->is_begun) {
        r->is_begun = true;
        if (enter_file(r))
            return true;
    } else if (r->link < r->choice.chain.n && r->layouts[r->link] > 0) {
        r->layouts[r->link] = next_layout(r, r->link, r->layouts[r->link]);
        if (r->layouts[r->link] > 0)
            return true;
    }
    do {
        r->link++;
        has_next = r->link < r->choice.chain.n;
    } while (has_next && !enter_file(r));
    return has_next;
}

bool
rulings_next(struct rulings *r)
{
    while (move_on(r)) {
        if (rulings_make(r))
            return true;
        note_miss(r, "body:0", (struct str){ NULL, 0 });
    }
    rulings_make(r);
    return false;
}

/* -- ends ------------------------------------------------------------------ */

/* The first block that an entry lets the text end before, or NO_BLOCK. */
static uint32_t
end_of(struct rulings *r, const struct rule_step *step, const bool *is_main)
{
    const struct rule_hits *hits = rule_step_hits(r, step);
    uint32_t letters = 0, b = 0, i = 0;

    if (step->entry->is_last && hits->n > 0)
        i = hits->n - 1;
    for (; i < hits->n; i++) {
        for (; b < hits->blocks[i]; b++)
            if (is_main[b])
                letters += r->page.blocks->items[b].m.n_letters;
        if (step->entry->is_hard || letters >= RULE_UNTIL_LETTERS)
            return hits->blocks[i];
    }
    if (hits->n > 0)
        note_miss_of(r, step->file, "until too early", step->entry->source);
    return NO_BLOCK;
}

static bool
is_kept_by_word(const struct ruling *ruling)
{
    return ruling->word == RULING_TEXT && ruling->entry->key == RULE_KEY_keep;
}

bool
rulings_end_text(struct rulings *r, const bool *is_main)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step, best = { 0, NULL, NULL };
    uint32_t end = NO_BLOCK;

    while (rule_walk_next(&walk, RULE_KEY_until, &step)) {
        uint32_t at = end_of(r, &step, is_main);

        if (at < end) {
            end = at;
            best = step;
        }
    }
    if (!best.entry)
        return false;
    for (uint32_t b = end; b < r->page.blocks->n; b++)
        if (!is_kept_by_word(r->page.blocks->items[b].ruling))
            rule_say(r, &best, b, RULING_OUT);
    return true;
}

/* -- results --------------------------------------------------------------- */

bool
rulings_accept(struct rulings *r, const struct rule_result *result,
               uint32_t n_general)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_expect, &step)) {
        struct str broken = rule_expect_broken(step.entry->source, result);

        if (broken.len > 0) {
            note_miss(r, "expect", broken);
            return false;
        }
    }
    if (result->n_letters < RULE_MIN_LETTERS &&
        n_general / RULE_GENERAL_RATIO >= result->n_letters &&
        n_general > 0) {
        note_miss(r, "too little text", (struct str){ NULL, 0 });
        return false;
    }
    return true;
}

void
rulings_cut(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_cut, &step)) {
        const struct rule_hits *hits = rule_step_hits(r, &step);

        for (uint32_t i = 0; !step.entry->match.selector && i < hits->n; i++) {
            struct block *b = &r->page.blocks->items[hits->blocks[i]];
            struct rule_subject subject = { b->text, b->m.folded,
                                            b->m.n_words };

            rule_cut_text(&r->page, step.entry, &subject, b->ruling);
        }
    }
    for (uint32_t b = 0; b < r->page.blocks->n; b++)
        rule_cuts_unite(r->page.blocks->items[b].ruling);
}

const struct rule_field *
rulings_field(const struct rulings *r, enum rule_key key)
{
    for (int i = 0; i < N_RULE_FIELDS - 1; i++)
        if (rule_field_keys[i] == key)
            return &r->fields[i];
    return &r->fields[N_RULE_FIELDS - 1];
}

struct str
rulings_country(const struct rulings *r)
{
    for (size_t i = 0; i < r->choice.chain.n; i++)
        if (r->choice.chain.files[i]->country.len > 0)
            return r->choice.chain.files[i]->country;
    return (struct str){ NULL, 0 };
}

uint32_t
rulings_count(struct rulings *r, size_t link, const struct rule_entry *entry)
{
    const struct rule_hits *hits = rule_page_hits(&r->page, link, entry);

    return hits->n > hits->elements.n ? hits->n : hits->elements.n;
}
