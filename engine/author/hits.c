#include "author/hits.h"

#include "page/html_attributes.h"

/* The page and what it spends. */
struct sight {
    struct rule_page page;
    struct fuel fuel;
    uint32_t limits;
};

struct rule_page *
hits_page(lubb_worker *worker, const struct rule_set *set,
          const struct rule_file *file)
{
    const struct rule_page *seen = &worker->rulings->page;
    struct sight *s = arena_new(&worker->arena, struct sight, 1);
    struct rule_chain chain = { { file }, 1 };

    s->fuel.budget = UINT64_MAX;
    s->page = (struct rule_page){
        .arena = &worker->arena, .set = set, .runner = &worker->runner,
        .fuel = &s->fuel, .limits = &s->limits, .blocks = seen->blocks,
        .doc = seen->doc, .headline = seen->headline, .title = seen->title,
        .byline = seen->byline, .url = seen->url, .site = seen->site
    };
    rule_page_begin(&s->page, &chain);
    return &s->page;
}

const struct rule_hits *
hits_of(struct rule_page *page, const struct rule_entry *entry)
{
    return rule_page_hits(page, 0, entry);
}

/* Marks are looked for apart from other phrases. */
static bool
mark_hits(const struct rule_page *page, const struct rule_entry *entry)
{
    for (uint32_t i = 0; i < page->blocks->n; i++) {
        const struct block *b = &page->blocks->items[i];
        struct rule_subject subject = { b->text, b->m.folded, b->m.n_words };

        if (rule_match_hits(page, &entry->match, &subject))
            return true;
    }
    return false;
}

bool
hits_any(struct rule_page *page, const struct rule_entry *entry)
{
    const struct rule_hits *hits = hits_of(page, entry);

    if (entry->key == RULE_KEY_mark && entry->match.kind == RULE_PHRASE)
        return mark_hits(page, entry);
    return hits->n > 0 || hits->elements.n > 0;
}

/* -- values ---------------------------------------------------------------- */

static struct str
apply_step(const struct rule_page *page, const struct rule_entry *e,
           struct str text)
{
    struct pattern_match m;

    if (!e->step || text.len == 0)
        return text;
    if (!pattern_find(e->step, page->runner, text, 0, page->fuel,
                      page->limits, &m))
        return (struct str){ NULL, 0 };
    return str_trim(str_slice(text, m.group_beg, m.group_end));
}

bool
hits_attribute(const struct rule_page *page, const struct rule_entry *entry,
               uint32_t node, struct str *raw)
{
    uint32_t src = page->doc->nodes[node].src;

    return src != NO_OFFSET &&
           html_attribute_find(page->doc->text, src,
                               selector_attribute(entry->match.selector),
                               raw);
}

struct str
hits_element_value(struct rule_page *page, const struct rule_entry *entry,
                   uint32_t node)
{
    struct str text = { NULL, 0 }, raw;

    if (selector_attribute(entry->match.selector).len == 0)
        text = html_text_of(page->arena, page->doc, node);
    else if (hits_attribute(page, entry, node, &raw))
        text = html_text_clean(page->arena, raw, true);
    return apply_step(page, entry, text);
}

/* With a step behind it a pattern gives what it captures. */
struct str
hits_block_value(struct rule_page *page, const struct rule_entry *entry,
                 uint32_t block)
{
    const struct block *b = &page->blocks->items[block];
    const struct rule_match *match = &entry->match;
    struct str text = match->is_folded ? b->m.folded : b->text;
    struct pattern_match m;

    if (!entry->step)
        return b->text;
    if (match->pattern &&
        pattern_find(match->pattern, page->runner, text, 0, page->fuel,
                     page->limits, &m))
        text = str_trim(str_slice(text, m.group_beg, m.group_end));
    return apply_step(page, entry, text);
}

bool
hits_yield(struct rule_page *page, const struct rule_entry *entry)
{
    const struct rule_hits *hits = hits_of(page, entry);

    if (entry->match.selector) {
        for (uint32_t i = 0; i < hits->elements.n; i++)
            if (hits_element_value(page, entry, hits->elements.nodes[i]).len)
                return true;
        return false;
    }
    for (uint32_t i = 0; i < hits->n; i++)
        if (hits_block_value(page, entry, hits->blocks[i]).len > 0)
            return true;
    return false;
}

uint32_t
hits_containers(struct rule_page *page, const struct rule_entry *entry)
{
    const struct element_list *elements = &hits_of(page, entry)->elements;
    uint32_t n = 0, end = 0;

    for (uint32_t i = 0; i < elements->n; i++) {
        uint32_t node = elements->nodes[i];

        if (node < end)
            continue;
        end = page->doc->nodes[node].end;
        n++;
    }
    return n;
}
