#include "rules/rule_cuts.h"

#include <stdlib.h>

#include "base/buf.h"
#include "text/arabic.h"
#include "text/utf8.h"
#include "text/words.h"

static void
add_cut(struct rule_page *page, struct ruling *ruling, size_t beg,
        size_t end)
{
    if (beg >= end)
        return;
    ruling->cuts = arena_grow(page->arena, ruling->cuts, ruling->n_cuts,
                              &ruling->cap_cuts, sizeof *ruling->cuts);
    ruling->cuts[ruling->n_cuts++] =
        (struct cut_span){ (uint32_t)beg, (uint32_t)end };
}

/* -- phrases --------------------------------------------------------------- */

/* What goes with a phrase at a line's edge: spaces and the marks that join it
 * to the rest. */
static bool
is_joint(uint32_t cp)
{
    return char_classify(cp) == CHAR_SPACE || cp == ':' || cp == '-' ||
           cp == '|' || cp == '/' || cp == 0x2013 || cp == 0x2014 ||
           cp == 0x2022;
}

/* Behind a phrase that begins the line: also what closes it off. */
static size_t
skip_joints(struct str text, size_t at)
{
    size_t next = at;

    while (next < text.len) {
        uint32_t cp = utf8_next(text, &next);

        if (!is_joint(cp) && cp != ')' && cp != ']' && cp != '.' &&
            cp != ',' && cp != 0x060C)
            break;
        at = next;
    }
    return at;
}

/* Before a phrase that ends the line: also its bracket, but no mark that ends
 * the sentence above. */
static size_t
skip_joints_back(struct str text, size_t at)
{
    size_t previous = at;

    while (previous > 0) {
        uint32_t cp = utf8_prev(text, &previous);

        if (!is_joint(cp) && cp != '(' && cp != '[')
            break;
        at = previous;
    }
    return at;
}

/* Cut raw words [first, first + n), of n_all. */
static void
cut_words(struct rule_page *page, const struct rule_subject *subject,
          const struct rule_entry *entry, uint32_t first,
          struct ruling *ruling)
{
    struct str text = subject->text, word = { text.ptr, 0 };
    uint32_t last = first + entry->match.n_words - 1;
    size_t at = 0, beg = 0, end;

    for (uint32_t i = 0; i <= last && raw_words_next(text, &at, &word);
         i += raw_word_count(word))
        if (i <= first)
            beg = (size_t)(word.ptr - text.ptr);
    end = (size_t)(word.ptr - text.ptr) + word.len;
    if (entry->is_edge && first == 0)
        add_cut(page, ruling, 0, skip_joints(text, end));
    else if (entry->is_edge)
        add_cut(page, ruling, skip_joints_back(text, beg), text.len);
    else
        add_cut(page, ruling, beg, end);
}

static void
cut_phrase(struct rule_page *page, const struct rule_entry *entry,
           const struct rule_subject *subject, struct ruling *ruling)
{
    struct str folded = subject->folded, phrase = entry->match.phrase;
    size_t at = 0, counted = 0;
    uint32_t word = 0;
    int n = 0;

    if (entry->is_edge && str_eq(folded, phrase)) {
        add_cut(page, ruling, 0, subject->text.len);
        return;
    }
    while (n < MAX_CUTS &&
           (at = words_find(folded, phrase, at)) < folded.len) {
        size_t end = at + phrase.len;

        for (; counted < at; counted++)
            word += folded.ptr[counted] == ' ';
        if (!entry->is_edge || at == 0 || end == folded.len) {
            cut_words(page, subject, entry, word, ruling);
            n++;
            at = end;
        } else {
            at++;
        }
    }
}

/* -- patterns -------------------------------------------------------------- */

static void
cut_pattern(struct rule_page *page, const struct rule_entry *entry,
            const struct rule_subject *subject, struct ruling *ruling)
{
    struct pattern_match found;
    size_t from = 0;

    for (int n = 0; n < MAX_CUTS; n++) {
        if (!pattern_find(entry->match.pattern, page->runner, subject->text,
                          from, page->fuel, page->limits, &found))
            return;
        add_cut(page, ruling, found.beg, found.end);
        from = found.end;
    }
}

void
rule_cut_text(struct rule_page *page, const struct rule_entry *entry,
              const struct rule_subject *subject, struct ruling *ruling)
{
    if (entry->match.kind == RULE_PHRASE)
        cut_phrase(page, entry, subject, ruling);
    else if (entry->match.kind == RULE_REGEX)
        cut_pattern(page, entry, subject, ruling);
}

/* -- elements -------------------------------------------------------------- */

/* Cut from run r what was copied from page bytes [beg, end). A copied run may
 * begin with white space of the page before beg; one that a reference made is
 * cut whole. */
static void
cut_run(struct rule_page *page, struct block *b, uint32_t r,
        struct html_run source)
{
    const struct block_run *run = &b->runs[r];
    struct str made = str_slice(b->text, run->at, run->at + run->len);
    struct str page_text = page->doc->text;
    bool is_copy = str_starts(str_slice(page_text, run->src, page_text.len),
                              made);
    uint32_t from = 0, to = run->len;

    if (is_copy && run->src < source.beg)
        from = source.beg - run->src;
    if (is_copy && run->src + run->len > source.end)
        to = source.end - run->src;
    if (is_copy || run->src >= source.beg)
        add_cut(page, b->ruling, run->at + from, run->at + to);
}

/* Cut from a block's text what was copied from page bytes [beg, end). Runs
 * stand in page order. */
static void
cut_source(struct rule_page *page, struct block *b, struct html_run source)
{
    uint32_t low = 0, high = b->n_runs;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (b->runs[middle].src >= source.beg)
            high = middle;
        else
            low = middle + 1;
    }
    for (low -= low > 0; low < b->n_runs && b->runs[low].src < source.end;
         low++)
        cut_run(page, b, low, source);
}

void
rule_cut_elements(struct rule_page *page, const struct element_list *elements)
{
    const struct html_doc *doc = page->doc;

    for (uint32_t i = 0; i < elements->n; i++) {
        uint32_t node = elements->nodes[i], run, end;

        html_text_runs(doc, node, &run, &end);
        for (; run < end; run++) {
            uint32_t beg = doc->runs[run].beg;
            uint32_t at = rule_page_block_at(page, beg);
            struct block *b = at == NO_BLOCK ? NULL
                                             : &page->blocks->items[at];

            if (b && (b->node < node || b->node >= doc->nodes[node].end))
                cut_source(page, b, doc->runs[run]);
        }
    }
}

/* -- all cuts of a line ---------------------------------------------------- */

static int
cut_order(const void *a, const void *b)
{
    const struct cut_span *x = a, *y = b;

    if (x->beg != y->beg)
        return x->beg < y->beg ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

void
rule_cuts_unite(struct ruling *ruling)
{
    struct cut_span *cuts = ruling->cuts;
    uint32_t n = 0;

    if (ruling->n_cuts > 1)
        qsort(cuts, ruling->n_cuts, sizeof *cuts, cut_order);
    for (uint32_t i = 0; i < ruling->n_cuts; i++) {
        if (n == 0 || cuts[i].beg > cuts[n - 1].end)
            cuts[n++] = cuts[i];
        else if (cuts[i].end > cuts[n - 1].end)
            cuts[n - 1].end = cuts[i].end;
    }
    ruling->n_cuts = n;
}

struct str
rule_cuts_apply(struct arena *a, struct str text,
                const struct ruling *ruling)
{
    struct buf out;
    size_t at = 0;

    if (!ruling || ruling->n_cuts == 0)
        return text;
    out = buf_new(a, text.len);
    for (uint32_t i = 0; i < ruling->n_cuts; i++) {
        buf_add(&out, str_slice(text, at, ruling->cuts[i].beg));
        at = ruling->cuts[i].end;
    }
    buf_add(&out, str_slice(text, at, text.len));
    return buf_done(&out);
}
