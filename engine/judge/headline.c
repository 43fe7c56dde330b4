#include "judge/headline.h"

#include "judge/prose.h"
#include "text/arabic.h"
#include "text/utf8.h"
#include "text/words.h"

enum {
    MAX_HEADLINE_WORDS = 40,
    MAX_TITLE_PARTS = 16,
    MIN_HEADLINE_SCORE = 3
};

/* One title, folded, its words as hashes in ascending order, none twice. */
struct title {
    struct str folded;
    uint64_t words[MAX_HEADLINE_WORDS];
    uint32_t n_words;
};

struct titles {
    struct title items[MAX_TITLE_PARTS];
    uint32_t n;
};

/* -- sets of words --------------------------------------------------------- */

static bool
set_has(const struct title *t, uint64_t word)
{
    for (uint32_t i = 0; i < t->n_words; i++)
        if (t->words[i] == word)
            return true;
    return false;
}

static void
title_set(struct title *t, struct str folded)
{
    struct words it = words_begin(folded);
    struct str word;

    t->folded = folded;
    t->n_words = 0;
    while (t->n_words < MAX_HEADLINE_WORDS && words_next(&it, &word)) {
        uint64_t hash = words_hash(word);

        if (!set_has(t, hash))
            t->words[t->n_words++] = hash;
    }
}

static void
titles_add(struct arena *a, struct titles *all, struct str raw)
{
    struct str folded = fold_in_arena(a, raw);

    if (folded.len > 0 && all->n < MAX_TITLE_PARTS)
        title_set(&all->items[all->n++], folded);
}

/* -- the page's titles ----------------------------------------------------- */

/* Bytes of the separator of headline and site name at s.ptr[at], or 0. A
 * hyphen counts between spaces only. */
static size_t
separator_len(struct str s, size_t at)
{
    size_t end = at;
    uint32_t cp = utf8_next(s, &end);

    switch (cp) {
    case '|': case 0x2014: case 0x2013: case 0x2022: case 0x00BB:
    case 0x00AB: case 0x203A: case ':':
        return end - at;
    case '-':
        return at > 0 && s.ptr[at - 1] == ' ' && end < s.len &&
               s.ptr[end] == ' ' ? 1 : 0;
    default:
        return 0;
    }
}

static void
titles_add_parts(struct arena *a, struct titles *all, struct str raw)
{
    size_t beg = 0, at = 0;

    titles_add(a, all, raw);
    while (at < raw.len) {
        size_t len = separator_len(raw, at);

        if (len == 0) {
            utf8_next(raw, &at);
            continue;
        }
        titles_add(a, all, str_slice(raw, beg, at));
        at += len;
        beg = at;
    }
    if (beg > 0)
        titles_add(a, all, str_slice(raw, beg, raw.len));
}

/* -- matching -------------------------------------------------------------- */

static enum title_match
title_compare(const struct title *t, const struct title *block,
              uint32_t n_block_words)
{
    uint32_t n_both = 0, n_all;

    if (str_eq(t->folded, block->folded))
        return TITLE_EQUAL;
    for (uint32_t i = 0; i < block->n_words; i++)
        n_both += set_has(t, block->words[i]);
    n_all = t->n_words + block->n_words - n_both;
    if (n_both * 4 >= n_all * 3)
        return TITLE_NEARLY;
    if (n_both * 5 < block->n_words * 4)
        return TITLE_NONE;
    return n_block_words * 2 >= t->n_words ? TITLE_NEARLY : TITLE_PARTLY;
}

static enum title_match
block_match(const struct titles *all, const struct block *b)
{
    struct title block;
    enum title_match best = TITLE_NONE;

    if (b->m.n_words == 0 || b->m.n_words > MAX_HEADLINE_WORDS)
        return TITLE_NONE;
    title_set(&block, b->m.folded);
    for (uint32_t i = 0; i < all->n; i++) {
        enum title_match match =
            title_compare(&all->items[i], &block, b->m.n_words);

        if (match > best)
            best = match;
    }
    return best;
}

/* -- the headline ---------------------------------------------------------- */

/* The heading element around a block, up to three levels up; TAG_UNKNOWN when
 * there is none. */
static unsigned
heading_above(const struct html_doc *doc, uint32_t node)
{
    for (int i = 0; i < 4 && node != NO_NODE; i++) {
        unsigned tag = doc->nodes[node].tag;

        if (tag >= TAG_h1 && tag <= TAG_h6)
            return tag;
        node = doc->nodes[node].parent;
    }
    return TAG_UNKNOWN;
}

static int
headline_score(const struct layout *l, const struct block *b,
               enum title_match match)
{
    unsigned heading = heading_above(l->doc, b->node);
    int score = 2 * (int)match;

    if (b->m.n_words == 0 || b->m.n_words > MAX_HEADLINE_WORDS)
        return 0;
    if (match == TITLE_NONE && heading != TAG_h1)
        return 0;
    if (heading == TAG_h1)
        score += 3;
    else if (heading != TAG_UNKNOWN)
        score += 1;
    if (heading != TAG_h1 && prose_link_density(b) > 800)
        score -= 2;
    if (l->nodes[b->node].zones & (ZONE_NAV | ZONE_FOOTER))
        score -= 3;
    return score;
}

void
headline_find(struct arena *a, const struct layout *l,
              const struct blocks *blocks, const struct page_facts *facts,
              struct headline *out)
{
    struct titles titles = { .n = 0 };
    int best = MIN_HEADLINE_SCORE - 1;

    out->block = NO_BLOCK;
    out->matches = arena_new(a, uint8_t, blocks->n);
    titles_add(a, &titles, facts->og_title);
    titles_add(a, &titles, facts->ld_headline);
    titles_add_parts(a, &titles, facts->title);
    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];
        enum title_match match = block_match(&titles, b);
        int score = headline_score(l, b, match);

        out->matches[i] = (uint8_t)match;
        if (score > best) {
            best = score;
            out->block = i;
        }
    }
}
