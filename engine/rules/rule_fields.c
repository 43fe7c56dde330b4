/* rule_fields.c - title, date, byline and agency as rules tell them. */
#include "page/html_attributes.h"
#include "rules/rule_cuts.h"
#include "rules/rule_walk.h"

/* A field's value on its way: from where, and what it says. */
struct candidate {
    struct str text;
    uint32_t element;       /* node, or NO_NODE */
    uint32_t block;         /* or NO_BLOCK */
};

/* What is left of a text behind the entry's "->"; empty when it does not
 * match. */
static struct str
apply_step(struct rulings *r, const struct rule_entry *e, struct str text)
{
    struct pattern_match m;

    if (!e->step || text.len == 0)
        return text;
    if (!pattern_find(e->step, r->page.runner, text, 0, r->page.fuel,
                      r->page.limits, &m))
        return (struct str){ NULL, 0 };
    return str_trim(str_slice(text, m.group_beg, m.group_end));
}

/* -- one entry ------------------------------------------------------------- */

static bool
yield_element(struct rulings *r, const struct rule_entry *e,
              const struct rule_hits *hits, struct candidate *out)
{
    struct str name = selector_attribute(e->match.selector);
    const struct html_doc *doc = r->page.doc;

    for (uint32_t i = 0; i < hits->elements.n; i++) {
        uint32_t node = hits->elements.nodes[i], src = doc->nodes[node].src;
        struct str raw;

        if (!fuel_spend(r->page.fuel, 1))
            return false;
        out->element = name.len > 0 ? NO_NODE : node;
        if (name.len == 0)
            out->text = html_text_of(r->page.arena, doc, node);
        else if (src != NO_OFFSET &&
                 html_attribute_find(doc->text, src, name, &raw))
            out->text = html_text_clean(r->page.arena, raw, true);
        out->text = apply_step(r, e, out->text);
        if (out->text.len > 0)
            return true;
    }
    return false;
}

static bool
yield_block(struct rulings *r, const struct rule_entry *e,
            const struct rule_hits *hits, struct candidate *out)
{
    for (uint32_t i = 0; i < hits->n; i++) {
        const struct block *b = &r->page.blocks->items[hits->blocks[i]];
        struct str text = e->match.is_folded ? b->m.folded : b->text;
        struct pattern_match m;

        if (e->match.kind == RULE_REGEX) {
            if (!pattern_find(e->match.pattern, r->page.runner, text, 0,
                              r->page.fuel, r->page.limits, &m))
                continue;
            text = str_trim(str_slice(text, m.group_beg, m.group_end));
        }
        out->text = apply_step(r, e, text);
        out->block = hits->blocks[i];
        if (out->text.len > 0)
            return true;
    }
    return false;
}

/* -- fields ---------------------------------------------------------------- */

/* The lines of a field are no text. */
static void
rule_out(struct rulings *r, const struct rule_step *step,
         const struct candidate *found)
{
    uint32_t element = found->element;

    if (found->block != NO_BLOCK)
        rule_say(r, step, found->block, RULING_OUT);
    if (element != NO_NODE)
        rule_out_elements(r, step, &(struct element_list){ &element, 1 });
}

void
rule_field_find(struct rulings *r, enum rule_key key,
                struct rule_field *field)
{
    struct rule_walk walk = rule_walk_begin(r);
    struct rule_step step;

    *field = (struct rule_field){ .entry = NULL };
    while (rule_walk_next(&walk, key, &step)) {
        const struct rule_hits *hits =
            rule_page_hits(&r->page, step.link, step.entry);
        struct candidate found = { .element = NO_NODE, .block = NO_BLOCK };
        bool is_element = step.entry->match.selector != NULL;

        if (is_element ? !yield_element(r, step.entry, hits, &found)
                       : !yield_block(r, step.entry, hits, &found))
            continue;
        *field = (struct rule_field){ found.text, step.file, step.entry };
        rule_out(r, &step, &found);
        return;
    }
}
