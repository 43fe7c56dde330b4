#include "judge/prose.h"

uint32_t
prose_link_density(const struct block *b)
{
    if (b->m.n_letters == 0)
        return b->m.n_links > 0 ? 1000 : 0;
    return b->m.n_linked_letters * 1000 / b->m.n_letters;
}

uint32_t
prose_inner_stops(const struct block *b)
{
    uint32_t n = b->m.n_stops + b->m.n_colons;

    return b->m.has_item_number && n > 0 ? n - 1 : n;
}

uint32_t
prose_punctuation(const struct block *b)
{
    return b->m.n_commas + b->m.n_ascii_commas + prose_inner_stops(b) +
           (b->m.ending != ENDING_NONE);
}

bool
prose_is_ticker(const struct block *b)
{
    const struct block_measure *m = &b->m;

    return m->n_words >= 60 && m->n_latin * 5 < m->n_letters &&
           m->ending != ENDING_SENTENCE &&
           (m->n_commas + m->n_stops) * 40 < m->n_words;
}

bool
prose_is_line(const struct block *b)
{
    const struct block_measure *m = &b->m;
    bool is_sentence = m->ending == ENDING_SENTENCE;

    if (m->n_words < 10 || m->n_function_words < 2 ||
        b->evidence->groups != 0 || prose_is_ticker(b))
        return false;
    if (m->has_item_number && !is_sentence)
        return false;
    if (!is_sentence && m->n_commas == 0 && prose_inner_stops(b) == 0 &&
        m->n_words < 25)
        return false;
    return prose_punctuation(b) * 50 >= m->n_words;
}

/* Writers who set no marks: few headlines are as long and one in `share` of
 * their words a function word. */
static bool
is_unmarked(const struct block_measure *m, uint32_t n_words, uint32_t share)
{
    return m->n_words >= n_words && m->n_function_words * share >= m->n_words;
}

bool
prose_is_weak_line(const struct block *b)
{
    const struct block_measure *m = &b->m;

    if (prose_is_line(b))
        return true;
    return m->n_words >= 6 && m->n_function_words >= 1 &&
           (m->ending != ENDING_NONE || m->n_commas > 0 ||
            is_unmarked(m, 15, 6) || is_unmarked(m, 10, 4)) &&
           b->evidence->groups == 0 && !m->is_date_line;
}

bool
prose_is_text(const struct block *b)
{
    const struct block_measure *m = &b->m;
    bool has_mark = m->n_stops > 0 || m->n_colons > 0 || m->ends_in_quote ||
                    (m->ending != ENDING_NONE && m->ending != ENDING_COMMA);

    return m->n_words >= 7 && prose_link_density(b) < 350 &&
           m->n_function_words * 25 >= m->n_words &&
           (has_mark || m->n_words >= 15);
}
