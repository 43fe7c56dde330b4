#include "judge/verdict.h"

#include "judge/lookalike.h"
#include "judge/prose.h"

static struct verdict
verdict_make(bool has_text, const char *reason, int64_t have, int64_t need)
{
    int64_t sum = have + need > 0 ? have + need : 1;

    return (struct verdict){
        .has_text = has_text, .reason = reason,
        .confidence = (int32_t)((has_text ? have : need) * 1000 / sum)
    };
}

static bool
is_main(const struct block *b)
{
    return b->evidence->state == STATE_MAIN;
}

/* -- html ------------------------------------------------------------------ */

struct html_sums {
    uint32_t letters;       /* of all blocks on the path */
    uint32_t prose;         /* of those of 7 words or more, mostly unlinked */
    uint32_t cards;         /* of those in cards of a listing */
};

static struct html_sums
html_sum(const struct html_view *view, const struct blocks *blocks)
{
    struct html_sums s = { 0 };

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (!is_main(b))
            continue;
        s.letters += b->m.n_letters;
        if (b->m.n_words >= 7 && prose_link_density(b) < 350)
            s.prose += b->m.n_letters;
        if (view->looks[i] == LOOK_CARD)
            s.cards += b->m.n_letters;
    }
    return s;
}

struct verdict
verdict_of_html(const struct model *model, const struct html_view *view,
                const struct page_facts *facts, bool is_ruled,
                const struct blocks *blocks)
{
    const int32_t *need = model->thresholds;
    struct html_sums s = html_sum(view, blocks);
    const struct headline *h = &view->headline;
    bool is_titled = h->block != NO_BLOCK &&
                     h->matches[h->block] >= TITLE_NEARLY;
    bool is_article = is_ruled || page_facts_is_article(facts);

    if (s.prose < (uint32_t)need[VERDICT_MIN_LETTERS])
        return verdict_make(false, "too little prose", s.prose,
                            need[VERDICT_MIN_LETTERS]);
    if (!is_titled && !is_article &&
        s.prose < (uint32_t)need[VERDICT_MIN_LETTERS_UNTITLED])
        return verdict_make(false, "little prose, and no title names it",
                            s.prose, need[VERDICT_MIN_LETTERS_UNTITLED]);
    if (!is_article && (uint64_t)s.cards * 100 >
        (uint64_t)s.letters * (uint32_t)need[VERDICT_MAX_LOOKALIKE])
        return verdict_make(false, "cards of a listing", s.letters - s.cards,
                            s.cards);
    return verdict_make(true, "prose in one place", s.prose,
                        need[VERDICT_MIN_LETTERS]);
}

/* -- text ------------------------------------------------------------------ */

enum {
    LISTED_LINES = 5,       /* fewer may be short news */
    SENTENCE_WORDS = 25     /* no headline is that long, with a stop or not */
};

struct text_sums {
    uint32_t n_lines;       /* on the path */
    uint32_t n_all_words;   /* of them */
    uint32_t n_sentence;    /* words of lines with an end mark, or long ones */
    uint32_t n_words;       /* of lines of prose */
    uint32_t n_prose;       /* lines of prose */
    uint32_t n_weak;        /* lines that look like sentences */
    uint32_t n_dates;       /* date lines */
};

/* Dots end a headline that was cut off as well. */
static bool
ends_sentence(const struct block *b)
{
    return b->m.ending != ENDING_NONE && b->m.ending != ENDING_DOTS;
}

static struct text_sums
text_sum(const struct blocks *blocks)
{
    struct text_sums s = { 0 };

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (!is_main(b))
            continue;
        s.n_lines++;
        s.n_all_words += b->m.n_words;
        if (ends_sentence(b) || b->m.n_words >= SENTENCE_WORDS)
            s.n_sentence += b->m.n_words;
        if (b->evidence->is_good)
            s.n_words += b->m.n_words;
        s.n_prose += b->evidence->is_good;
        s.n_weak += b->evidence->is_weak;
        s.n_dates += b->m.is_date_line;
    }
    return s;
}

struct verdict
verdict_of_text(const struct model *model, const struct blocks *blocks)
{
    const int32_t *need = model->thresholds;
    struct text_sums s = text_sum(blocks);

    /* A chronology has dates too, but more prose than dates. */
    if (s.n_dates > (uint32_t)need[VERDICT_MAX_DATE_LINES] &&
        s.n_dates * 2 >= s.n_prose)
        return verdict_make(false, "a list of dated items", s.n_prose,
                            s.n_dates);
    if (s.n_lines >= LISTED_LINES &&
        (uint64_t)s.n_sentence * 100 < (uint64_t)s.n_all_words *
        (uint32_t)need[VERDICT_MIN_SENTENCES])
        return verdict_make(false, "headlines, and no sentences",
                            s.n_sentence, s.n_all_words);
    if (s.n_words >= (uint32_t)need[VERDICT_MIN_PROSE_WORDS])
        return verdict_make(true, "prose in one place", s.n_words,
                            need[VERDICT_MIN_PROSE_WORDS]);
    if (s.n_weak >= (uint32_t)need[VERDICT_MIN_WEAK_LINES])
        return verdict_make(true, "sentences in one place", s.n_weak,
                            need[VERDICT_MIN_WEAK_LINES]);
    return verdict_make(false, "too little prose", s.n_words,
                        need[VERDICT_MIN_PROSE_WORDS]);
}
