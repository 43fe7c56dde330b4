#include "rules/rule_page.h"

#include "text/arabic.h"
#include "text/utf8.h"
#include "text/words.h"

/* -- one match, one text --------------------------------------------------- */

static bool
is_of_word(uint32_t cp)
{
    enum char_class class = char_classify(cp);

    return class != CHAR_OTHER && class != CHAR_SPACE &&
           class != CHAR_IGNORED;
}

/* Whether text that is not folded begins with `phrase` and does not break off
 * inside a word. */
static bool
begins_with(struct str text, struct str phrase)
{
    size_t last = phrase.len, next = phrase.len;

    return str_starts(text, phrase) &&
           (text.len == phrase.len ||
            !is_of_word(utf8_prev(text, &last)) ||
            !is_of_word(utf8_next(text, &next)));
}

static bool
phrase_hits(const struct rule_match *m, const struct rule_subject *s)
{
    if (m->is_anywhere)
        return words_find(s->folded, m->phrase, 0) < s->folded.len;
    return (m->is_literal ? begins_with(s->text, m->phrase)
                          : str_starts(s->folded, m->phrase) &&
                            words_are_whole(s->folded, 0, m->phrase.len)) &&
           (s->n_words <= RULE_START_WORDS || s->n_words <= m->n_words);
}

bool
rule_match_hits(const struct rule_page *page, const struct rule_match *match,
                const struct rule_subject *subject)
{
    struct pattern_match found;

    if (match->kind == RULE_PHRASE)
        return phrase_hits(match, subject);
    if (match->kind != RULE_REGEX)
        return false;
    return pattern_find(match->pattern, page->runner,
                        match->is_folded ? subject->folded : subject->text,
                        0, page->fuel, page->limits, &found);
}

static struct rule_subject
subject_of(const struct block *b)
{
    return (struct rule_subject){ b->text, b->m.folded, b->m.n_words };
}

/* -- all phrases and patterns of a chain ----------------------------------- */

static void
add_hit(struct rule_page *page, struct rule_hits *hits, uint32_t block)
{
    if (hits->n > 0 && hits->blocks[hits->n - 1] == block)
        return;
    hits->blocks = arena_grow(page->arena, hits->blocks, hits->n, &hits->cap,
                              sizeof *hits->blocks);
    hits->blocks[hits->n++] = block;
}

/* The hits of an entry of the set, or NULL when its file is not chosen. */
static struct rule_hits *
hits_of_id(struct rule_page *page, uint32_t id)
{
    const struct rule_file *f = page->set->refs[id].file;

    for (size_t i = 0; i < page->chain.n; i++)
        if (page->chain.files[i] == f)
            return &page->lists[page->first_list[i] + id - f->first_id];
    return NULL;
}

/* Test an entry on a block, once however often its literal stands there. */
static void
test_entry(struct rule_page *page, uint32_t id, uint32_t block)
{
    struct rule_subject subject = subject_of(&page->blocks->items[block]);
    struct rule_hits *hits = hits_of_id(page, id);

    if (!hits || hits->n_tested > block)
        return;
    hits->n_tested = block + 1;
    if (rule_match_hits(page, &page->set->refs[id].entry->match, &subject))
        add_hit(page, hits, block);
}

static void
scan_block(struct rule_page *page, const struct rule_literals *literals,
           struct str text, uint32_t block)
{
    struct literal_scan scan = literals_scan(&literals->set, text);
    struct literal_hit hit;

    if (!fuel_spend(page->fuel, text.len))
        return;
    while (literals_next(&scan, &hit))
        for (uint32_t i = literals->first[hit.id];
             i < literals->first[hit.id + 1]; i++)
            test_entry(page, literals->ids[i], block);
}

/* List the patterns of the chain that no literal tells of. */
static void
find_everywhere(struct rule_page *page, uint32_t n_entries)
{
    page->everywhere = arena_raw(page->arena, uint32_t, n_entries);
    page->n_everywhere = 0;
    for (size_t i = 0; i < page->chain.n; i++) {
        const struct rule_file *f = page->chain.files[i];

        for (uint32_t k = 0; k < f->n_entries; k++)
            if (f->entries[k].match.pattern &&
                !page->set->has_literal[f->first_id + k])
                page->everywhere[page->n_everywhere++] = f->first_id + k;
    }
}

void
rule_page_begin(struct rule_page *page, const struct rule_chain *chain)
{
    uint32_t n = 0;

    page->chain = *chain;
    for (size_t i = 0; i < chain->n; i++) {
        page->first_list[i] = n;
        n += (uint32_t)chain->files[i]->n_entries;
    }
    page->lists = arena_new(page->arena, struct rule_hits, n);
    find_everywhere(page, n);
    for (uint32_t b = 0; b < page->blocks->n; b++) {
        const struct block *block = &page->blocks->items[b];

        scan_block(page, &page->set->folded, block->m.folded, b);
        if (page->set->raw.set.n > 0)
            scan_block(page, &page->set->raw, block->text, b);
        for (uint32_t i = 0; i < page->n_everywhere; i++)
            test_entry(page, page->everywhere[i], b);
    }
}

/* -- selectors and places -------------------------------------------------- */

struct element_list
rule_page_elements(struct rule_page *page, const struct selector *selector)
{
    if (!page->doc)
        return (struct element_list){ NULL, 0 };
    if (!page->elements)
        page->elements = element_index_new(page->arena, page->doc,
                                           page->fuel);
    return selector_find(selector, page->elements);
}

/* Elements that lie in none of the others, as node ranges: disjoint, in
 * order. Returns how many. */
static uint32_t
outermost(const struct html_doc *doc, const struct element_list *elements,
          uint32_t *ranges)
{
    uint32_t n = 0, end = 0;

    for (uint32_t i = 0; i < elements->n; i++) {
        uint32_t node = elements->nodes[i];

        if (node < end)
            continue;
        end = doc->nodes[node].end;
        ranges[n++] = node;
    }
    return n;
}

/* The range that holds a node, by halves; n when none does. */
static uint32_t
range_of(const struct html_doc *doc, const uint32_t *ranges, uint32_t n,
         uint32_t node)
{
    uint32_t low = 0, high = n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (ranges[middle] <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && node < doc->nodes[ranges[low - 1]].end ? low - 1 : n;
}

/* The block that a byte of the page went into, by halves; NO_BLOCK when none
 * did. Foster parenting can put blocks out of order: those are not found. */
uint32_t
rule_page_block_at(const struct rule_page *page, uint32_t src)
{
    const struct blocks *blocks = page->blocks;
    uint32_t low = 0, high = blocks->n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (blocks->items[middle].beg <= src)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && src < blocks->items[low - 1].end ? low - 1 : NO_BLOCK;
}

void
rule_page_blocks_of(struct rule_page *page,
                    const struct element_list *elements, bool inline_too,
                    struct rule_hits *out)
{
    uint32_t *ranges = arena_raw(page->arena, uint32_t, elements->n + 1);
    uint32_t n = outermost(page->doc, elements, ranges);
    bool *has_block = arena_new(page->arena, bool, n + 1);
    bool *is_hit = arena_new(page->arena, bool, page->blocks->n + 1);

    if (n == 0)
        return;
    for (uint32_t b = 0; b < page->blocks->n; b++) {
        uint32_t r = range_of(page->doc, ranges, n,
                              page->blocks->items[b].node);

        if (r < n)
            has_block[r] = is_hit[b] = true;
    }
    for (uint32_t r = 0; inline_too && r < n; r++) {
        uint32_t beg, end, b;

        if (has_block[r])
            continue;
        html_text_runs(page->doc, ranges[r], &beg, &end);
        b = beg < end ? rule_page_block_at(page, page->doc->runs[beg].beg)
                      : NO_BLOCK;
        if (b != NO_BLOCK)
            is_hit[b] = true;
    }
    for (uint32_t b = 0; b < page->blocks->n; b++)
        if (is_hit[b])
            add_hit(page, out, b);
}

static uint32_t
first_date(const struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].m.is_date_line)
            return i;
    return NO_BLOCK;
}

static void
add_place(struct rule_page *page, struct rule_hits *hits, uint32_t block,
          int32_t offset)
{
    int64_t at = (int64_t)block + offset;

    if (block != NO_BLOCK && at >= 0 && at < page->blocks->n)
        add_hit(page, hits, (uint32_t)at);
}

/* Every block that says the title: dumps say it in menus and above the text. */
static void
find_title(struct rule_page *page, int32_t offset, struct rule_hits *hits)
{
    for (uint32_t b = 0; page->title.len > 0 && b < page->blocks->n; b++)
        if (str_eq(page->blocks->items[b].m.folded, page->title))
            add_place(page, hits, b, offset);
    if (hits->n == 0)
        add_place(page, hits, page->headline, offset);
}

static void
find_place(struct rule_page *page, const struct rule_match *m,
           struct rule_hits *hits)
{
    const uint32_t places[N_RULE_PLACES] = {
        [RULE_PLACE_date] = first_date(page->blocks),
        [RULE_PLACE_byline] = page->byline,
        [RULE_PLACE_start] = 0,
        [RULE_PLACE_end] = page->blocks->n - 1
    };

    if (m->place == RULE_PLACE_title)
        find_title(page, m->offset, hits);
    else
        add_place(page, hits, places[m->place], m->offset);
}

struct rule_hits *
rule_page_hits(struct rule_page *page, size_t link,
               const struct rule_entry *entry)
{
    const struct rule_file *f = page->chain.files[link];
    struct rule_hits *hits =
        &page->lists[page->first_list[link] + (entry - f->entries)];

    if (entry->match.kind == RULE_PLACE) {
        /* not kept: the title may be another in the next attempt */
        hits->n = 0;
        if (page->blocks->n > 0)
            find_place(page, &entry->match, hits);
    }
    if (hits->is_found)
        return hits;
    hits->is_found = true;
    if (entry->match.selector) {
        hits->elements = rule_page_elements(page, entry->match.selector);
        if (hits->elements.n > 0)
            rule_page_blocks_of(page, &hits->elements,
                                entry->key != RULE_KEY_drop &&
                                    entry->key != RULE_KEY_cut, hits);
    }
    return hits;
}

/* -- marks ----------------------------------------------------------------- */

/* Count mark number i for its file, once. */
static void
count_mark(const struct rule_set *set, uint32_t i, bool *seen,
           uint8_t *marks)
{
    uint8_t *count = &marks[set->refs[set->mark_ids[i]].file->index];

    if (!seen[i] && *count < UINT8_MAX)
        ++*count;
    seen[i] = true;
}

static void
count_mark_phrases(struct rule_page *page, bool *seen, uint8_t *marks)
{
    const struct rule_literals *literals = &page->set->marks;

    for (uint32_t b = 0; literals->set.n > 0 && b < page->blocks->n; b++) {
        struct str text = page->blocks->items[b].m.folded;
        struct literal_scan scan = literals_scan(&literals->set, text);
        struct literal_hit hit;

        if (!fuel_spend(page->fuel, text.len))
            return;
        while (literals_next(&scan, &hit)) {
            if (!words_are_whole(text, hit.beg, hit.end))
                continue;
            for (uint32_t i = literals->first[hit.id];
                 i < literals->first[hit.id + 1]; i++)
                count_mark(page->set, literals->ids[i], seen, marks);
        }
    }
}

uint8_t *
rule_page_marks(struct rule_page *page)
{
    const struct rule_set *set = page->set;
    uint8_t *marks = arena_new(page->arena, uint8_t, set->n_files + 1);
    bool *seen = arena_new(page->arena, bool, set->n_marks + 1);

    count_mark_phrases(page, seen, marks);
    for (uint32_t i = 0; page->doc && i < set->n_marks; i++) {
        const struct rule_entry *e = set->refs[set->mark_ids[i]].entry;

        if (e->match.selector &&
            rule_page_elements(page, e->match.selector).n > 0)
            count_mark(set, i, seen, marks);
    }
    return marks;
}
