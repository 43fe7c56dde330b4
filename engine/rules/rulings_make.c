/* rulings_make.c - the rulings of one attempt, step by step. */
#include "rules/rule_cuts.h"
#include "rules/rule_walk.h"
#include "text/arabic.h"

const enum rule_key rule_field_keys[N_RULE_FIELDS] = {
    RULE_KEY_title, RULE_KEY_date, RULE_KEY_byline, RULE_KEY_agency
};

static void
say_range(struct rulings *r, const struct rule_step *step, uint32_t beg,
          uint32_t end)
{
    for (uint32_t i = beg; i < end; i++)
        rule_say(r, step, i, RULING_OUT);
}

struct rule_hits *
rule_step_hits(struct rulings *r, const struct rule_step *step)
{
    return rule_page_hits(&r->page, step->link, step->entry);
}

void
rule_out_elements(struct rulings *r, const struct rule_step *step,
                  const struct element_list *elements)
{
    struct rule_hits hits = { .n = 0 };

    if (elements->n == 0)
        return;
    rule_page_blocks_of(&r->page, elements, false, &hits);
    for (uint32_t i = 0; i < hits.n; i++)
        rule_say(r, step, hits.blocks[i], RULING_OUT);
    rule_cut_elements(&r->page, elements);
}

/* Leave the text to the blocks of the first body: that has any. False when
 * there is a body: and none has. */
static bool
rule_body(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;
    bool is_told = false;

    r->has_body = false;
    while (!r->has_body && rule_walk_next(&walk, RULE_KEY_body, &step)) {
        struct rule_hits *hits = rule_step_hits(r, &step);
        uint32_t next = 0;

        is_told = r->page.doc != NULL;
        r->has_body = hits->n > 0;
        for (uint32_t b = 0; r->has_body && b < r->page.blocks->n; b++) {
            if (next < hits->n && hits->blocks[next] == b) {
                r->page.blocks->items[b].ruling->points += RULE_BODY_POINTS;
                next++;
            } else {
                rule_say(r, &step, b, RULING_OUT);
            }
        }
    }
    return r->has_body || !is_told;
}

/* Rule out what stands above the first start that any entry names. */
static void
rule_starts(struct rulings *r, enum rule_key key)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step, best = { 0, NULL, NULL };
    uint32_t start = NO_BLOCK;

    while (rule_walk_next(&walk, key, &step)) {
        const struct rule_hits *hits = rule_step_hits(r, &step);
        uint32_t at;

        if (hits->n == 0)
            continue;
        at = hits->blocks[step.entry->is_last ? hits->n - 1 : 0];
        at += key == RULE_KEY_after;
        if (at < start) {
            start = at;
            best = step;
        }
    }
    if (best.entry)
        say_range(r, &best, 0, start);
}

static void
rule_drops(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_drop, &step)) {
        const struct rule_hits *hits = rule_step_hits(r, &step);
        uint32_t n = r->page.blocks->n;

        for (uint32_t i = 0; i < hits->n; i++) {
            uint32_t beg = hits->blocks[i];
            uint32_t end = beg + 1 + (uint32_t)step.entry->count;

            say_range(r, &step, beg, end < n ? end : n);
        }
        rule_cut_elements(&r->page, &hits->elements);
    }
}

static void
rule_cut_selectors(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_cut, &step))
        if (step.entry->match.selector)
            rule_out_elements(r, &step, &rule_step_hits(r, &step)->elements);
}

/* score: off - what no entry rules out is text. */
static void
rule_score(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    r->is_final = rule_walk_next(&walk, RULE_KEY_score, &step);
    if (!r->is_final)
        return;
    for (uint32_t b = 0; b < r->page.blocks->n; b++)
        if (r->page.blocks->items[b].ruling->word == RULING_FREE)
            rule_say(r, &step, b, RULING_TEXT);
}

static void
rule_keeps(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_keep, &step)) {
        const struct rule_hits *hits = rule_step_hits(r, &step);

        for (uint32_t i = 0; i < hits->n; i++)
            rule_say(r, &step, hits->blocks[i], RULING_TEXT);
    }
}

static void
rule_hints(struct rulings *r)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    while (rule_walk_next(&walk, RULE_KEY_hint, &step)) {
        const struct rule_hits *hits = rule_step_hits(r, &step);

        for (uint32_t i = 0; i < hits->n; i++)
            r->page.blocks->items[hits->blocks[i]].ruling->points +=
                step.entry->count;
    }
}

/* The title is found first: @title names the lines that say it. */
static void
rule_fields(struct rulings *r)
{
    for (int i = 0; i < N_RULE_FIELDS; i++)
        rule_field_find(r, rule_field_keys[i], &r->fields[i]);
}

static void
know_title(struct rulings *r)
{
    const struct block *headline = NULL;
    struct rule_field title;

    if (r->page.headline != NO_BLOCK)
        headline = &r->page.blocks->items[r->page.headline];
    r->page.title = headline ? headline->m.folded : (struct str){ NULL, 0 };
    rule_field_find(r, RULE_KEY_title, &title);
    if (title.value.len > 0)
        r->page.title = fold_in_arena(r->page.arena, title.value);
}

static void
clear_rulings(struct rulings *r)
{
    for (uint32_t b = 0; b < r->page.blocks->n; b++)
        *r->page.blocks->items[b].ruling =
            (struct ruling){ .word = RULING_FREE };
}

bool
rulings_make(struct rulings *r)
{
    bool has_place;

    clear_rulings(r);
    know_title(r);
    clear_rulings(r);
    has_place = rule_body(r);
    rule_starts(r, RULE_KEY_after);
    rule_starts(r, RULE_KEY_from);
    rule_drops(r);
    rule_cut_selectors(r);
    rule_fields(r);
    rule_score(r);
    rule_keeps(r);
    rule_hints(r);
    return has_place;
}
