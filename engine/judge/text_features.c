#include "judge/text_features.h"

#include "base/limits.h"
#include "base/table.h"
#include "judge/echoes.h"
#include "judge/prose.h"
#include "judge/repeats.h"
#include "judge/text_context.h"
#include "judge/weights.h"
#include "rules/lexicon.h"
#include "text/words.h"

/* -- the table ------------------------------------------------------------- */

#define YES_NO { "no", "yes" }

enum text_feature {
    F_WORDS, F_END, F_FUNCTION, F_COMMAS, F_UNPUNCTUATED, F_GROUP, F_DATE,
    F_NUMBERS, F_NO_LETTERS, F_LATIN, F_CODE, F_SEPARATORS, F_URL, F_ITEM,
    F_STOPS, F_OCCURS_AGAIN, F_OCCURRED, F_NEAR_PROSE, F_NEAR_WEAK,
    F_NEAR_SHORT, F_SHORT_BELOW, F_NEAR_GROUPS, F_NEAR_DATES,
    F_SHORT_RUN, F_LAST_PROSE,
    F_NEXT_PROSE, F_COMMENTS_SEEN, F_FOOTERS_SEEN, F_DATES_SEEN,
    F_SINCE_RELATED, F_SINCE_DATE, F_TICKER, F_LISTED, F_CUT_COPY, F_ECHO,
    F_TEASER, F_THREAD, F_NEAR_HEADLINES,
    N_TEXT_FEATURES
};

static const struct feature items[] = {
    [F_WORDS] = { "words", { "0", "1", "3", "6", "10", "18", "35", "70" } },
    [F_END] = { "end", { "none", "sentence", "dots", "colon", "comma",
                         "long_none", "long_sentence", "long_dots",
                         "long_colon", "long_comma" } },
    [F_FUNCTION] = { "function_percent", { "short_none", "short_some", "0",
                                           "0.1", "10", "20", "30" } },
    [F_COMMAS] = { "comma_percent", { "short", "0", "0.1", "6" } },
    [F_UNPUNCTUATED] = { "unpunctuated", YES_NO },
    [F_GROUP] = { "says", { "nothing", "comments", "related", "navigation",
                            "share", "footer", "byline", "section",
                            "related_long" } },
    [F_DATE] = { "date", YES_NO },
    [F_NUMBERS] = { "half_numbers", YES_NO },
    [F_NO_LETTERS] = { "no_letters", YES_NO },
    [F_LATIN] = { "latin_percent", { "0", "5", "50", "90" } },
    [F_CODE] = { "code_percent", { "0", "3", "8" } },
    [F_SEPARATORS] = { "separators", { "0", "1", "3" } },
    [F_URL] = { "url", { "no", "inside", "alone" } },
    [F_ITEM] = { "item_mark", { "none", "bullet", "number" } },
    [F_STOPS] = { "stops_inside", YES_NO },
    [F_OCCURS_AGAIN] = { "occurs_again", YES_NO },
    [F_OCCURRED] = { "occurred_before", YES_NO },
    [F_NEAR_PROSE] = { "near_prose", { "0", "1", "2", "3", "4" } },
    [F_NEAR_WEAK] = { "near_weak", { "0", "1", "2", "3", "4" } },
    [F_NEAR_SHORT] = { "near_short", { "0", "2", "4", "6", "8" } },
    [F_SHORT_BELOW] = { "short_below", { "0", "1", "3", "6" } },
    [F_NEAR_GROUPS] = { "near_groups", { "0", "1", "2", "3", "4" } },
    [F_NEAR_DATES] = { "near_dates", { "0", "1", "2", "3" } },
    [F_SHORT_RUN] = { "short_run", { "0", "3", "6", "12" } },
    [F_LAST_PROSE] = { "last_prose", { "prose", "1", "2", "4", "8",
                                       "none" } },
    [F_NEXT_PROSE] = { "next_prose", { "prose", "1", "2", "4", "8",
                                       "none" } },
    [F_COMMENTS_SEEN] = { "comments_seen", { "0", "1", "2", "3" } },
    [F_FOOTERS_SEEN] = { "footers_seen", { "0", "1", "2" } },
    [F_DATES_SEEN] = { "dates_seen", { "0", "1", "2", "4" } },
    [F_SINCE_RELATED] = { "since_related", { "1", "2", "5", "12", "never" } },
    [F_SINCE_DATE] = { "since_date", { "1", "2", "3", "5", "never" } },
    [F_TICKER] = { "ticker", YES_NO },
    [F_LISTED] = { "listed_after_related", YES_NO },
    [F_CUT_COPY] = { "cut_copy", YES_NO },
    [F_ECHO] = { "echo", YES_NO },
    [F_THREAD] = { "thread_dates", { "no", "1", "2" } },
    [F_NEAR_HEADLINES] = { "near_headlines", { "0", "1", "2", "4", "6" } },
    [F_TEASER] = { "teaser", { "no", "followed", "cut" } },
};

const struct feature_table text_feature_table = { "text", items,
                                                  N_TEXT_FEATURES };

_Static_assert((int)N_TEXT_FEATURES <= (int)MAX_FEATURES, "raise MAX_FEATURES");

#define BIN(value, edges) \
    feature_bin((value), (edges), sizeof(edges) / sizeof((edges)[0]))

enum {
    LONG_LINE_WORDS = 8,    /* from here on a missing end mark says something */
    UNPUNCTUATED_WORDS = 20,
    COPY_WORDS = 4,         /* of two lines that start alike */
    MAX_MORE_WORDS = 4      /* of a button "read more" */
};

/* part of whole in per mille, rounded down; 0 when there is no whole. */
static uint32_t
per_mille(uint32_t part, uint32_t whole)
{
    return whole ? (uint32_t)((uint64_t)part * 1000 / whole) : 0;
}

/* -- the line itself ------------------------------------------------------- */

static uint8_t
end_bin(const struct block_measure *m)
{
    return (uint8_t)(m->ending + (m->n_words >= LONG_LINE_WORDS ? 5 : 0));
}

static uint8_t
function_bin(const struct block_measure *m)
{
    static const uint32_t edges[] = { 1, 100, 200, 300 };

    if (m->n_words < 4)
        return m->n_function_words > 0;
    return (uint8_t)(2 + BIN(per_mille(m->n_function_words, m->n_words),
                             edges));
}

static uint8_t
comma_bin(const struct block_measure *m)
{
    static const uint32_t edges[] = { 1, 60 };

    if (m->n_words < LONG_LINE_WORDS)
        return 0;
    return (uint8_t)(1 + BIN(per_mille(m->n_commas, m->n_words), edges));
}

static bool
is_unpunctuated(const struct block *b)
{
    const struct block_measure *m = &b->m;

    return m->n_words >= UNPUNCTUATED_WORDS &&
           prose_punctuation(b) * 50 < m->n_words;
}

/* A related phrase with words behind it is one whole "read also: headline". A
 * headline may ask, but ends in no full stop: that is a sentence ("you may care
 * if you own land."). */
static uint8_t
group_bin(const struct block *b)
{
    enum line_group group = text_line_group(b->evidence->groups);

    if (group == LINE_RELATED && b->m.n_words >= 4 &&
        !str_ends(str_trim(b->text), STR(".")))
        return LINE_SECTION + 1;
    return (uint8_t)group;
}

static void
line_bin(const struct block *b, uint8_t *bins)
{
    static const uint32_t word_edges[] = { 1, 3, 6, 10, 18, 35, 70 };
    static const uint32_t latin_edges[] = { 50, 500, 900 };
    static const uint32_t code_edges[] = { 30, 80 };
    static const uint32_t separator_edges[] = { 1, 3 };
    const struct block_measure *m = &b->m;

    bins[F_WORDS] = BIN(m->n_words, word_edges);
    bins[F_END] = end_bin(m);
    bins[F_FUNCTION] = function_bin(m);
    bins[F_COMMAS] = comma_bin(m);
    bins[F_UNPUNCTUATED] = is_unpunctuated(b);
    bins[F_GROUP] = group_bin(b);
    bins[F_DATE] = m->is_date_line;
    bins[F_NUMBERS] = m->n_words > 0 && m->n_digit_words * 2 >= m->n_words;
    bins[F_NO_LETTERS] = m->n_letters == 0;
    bins[F_LATIN] = BIN(per_mille(m->n_latin, m->n_letters), latin_edges);
    bins[F_CODE] = BIN(per_mille(m->n_code_chars, m->n_chars), code_edges);
    bins[F_SEPARATORS] = BIN(m->n_separators, separator_edges);
    bins[F_URL] = (uint8_t)(m->has_url + m->is_url);
    bins[F_ITEM] = (uint8_t)(m->has_item_mark + m->has_item_number);
    bins[F_STOPS] = prose_inner_stops(b) > 0;
    bins[F_TICKER] = prose_is_ticker(b);
}

/* -- around and above it --------------------------------------------------- */

static uint8_t
at_most(uint32_t value, uint8_t most)
{
    return value < most ? (uint8_t)value : most;
}

static uint8_t
prose_distance_bin(const struct block *b, uint32_t distance)
{
    static const uint32_t edges[] = { 2, 4, 8, LINES_NEVER };

    return b->evidence->is_good ? 0 : (uint8_t)(1 + BIN(distance, edges));
}

static void
context_bin(const struct block *b, const struct text_context *c,
            uint8_t *bins)
{
    static const uint32_t short_edges[] = { 2, 4, 6, 8 };
    static const uint32_t below_edges[] = { 1, 3, 6 };
    static const uint32_t headline_edges[] = { 1, 2, 4, 6 };
    static const uint32_t run_edges[] = { 3, 6, 12 };
    static const uint32_t seen_edges[] = { 1, 2, 4 };
    static const uint32_t related_edges[] = { 2, 5, 12, LINES_NEVER };
    static const uint32_t date_edges[] = { 2, 3, 5, LINES_NEVER };

    bins[F_NEAR_PROSE] = at_most(c->n_prose, 4);
    bins[F_NEAR_WEAK] = at_most(c->n_weak, 4);
    bins[F_NEAR_SHORT] = BIN(c->n_short, short_edges);
    bins[F_SHORT_BELOW] = BIN(c->n_short_below, below_edges);
    bins[F_NEAR_GROUPS] = at_most(c->n_groups, 4);
    bins[F_NEAR_DATES] = at_most(c->n_dates, 3);
    bins[F_SHORT_RUN] = BIN(c->short_run, run_edges);
    bins[F_LAST_PROSE] = prose_distance_bin(b, c->last_prose);
    bins[F_NEXT_PROSE] = prose_distance_bin(b, c->next_prose);
    bins[F_COMMENTS_SEEN] = at_most(c->n_comments, 3);
    bins[F_FOOTERS_SEEN] = at_most(c->n_footers, 2);
    bins[F_DATES_SEEN] = BIN(c->n_dates_seen, seen_edges);
    bins[F_NEAR_HEADLINES] = BIN(c->n_headlines, headline_edges);
    bins[F_THREAD] = at_most(c->n_thread_dates, 2);
    bins[F_SINCE_RELATED] = BIN(c->since_related, related_edges);
    bins[F_SINCE_DATE] = BIN(c->since_date, date_edges);
    bins[F_LISTED] = b->m.has_item_number &&
                     b->m.ending != ENDING_SENTENCE &&
                     c->since_related != LINES_NEVER;
}

enum teaser { TEASER_NONE, TEASER_FOLLOWED, TEASER_CUT };

/* A longer line above "read more": it goes on behind the link when dots cut it
 * off, and is no prose of this page then; "read more" also heads lists below a
 * text. */
static uint8_t
teaser_bin(const struct blocks *blocks, uint32_t i)
{
    const struct block *b = &blocks->items[i], *more = b + 1;

    if (i + 1 == blocks->n || b->m.n_words < LONG_LINE_WORDS ||
        more->m.n_words > MAX_MORE_WORDS ||
        !(more->evidence->groups >> LEXICON_read_more & 1))
        return TEASER_NONE;
    return b->m.ending == ENDING_DOTS ? TEASER_CUT : TEASER_FOLLOWED;
}

/* -- copies ---------------------------------------------------------------- */

static uint64_t
start_hash(const struct block *b)
{
    struct words it = words_begin(b->m.folded);
    struct str word = { NULL, 0 }, start = b->m.folded;

    for (int i = 0; i < COPY_WORDS; i++)
        words_next(&it, &word);
    start.len = (size_t)(word.ptr + word.len - start.ptr);
    return words_hash(start);
}

/* A line that is cut off with dots, and another that starts as it does. */
static void
cut_copies_bin(struct arena *a, struct blocks *blocks)
{
    struct table table = { .n_slots = table_slots_for(blocks->n) };
    bool added;

    table.slots = arena_new(a, struct table_slot, table.n_slots);
    for (uint32_t i = 0; i < blocks->n; i++) {
        uint32_t *n;

        if (blocks->items[i].m.n_words < COPY_WORDS)
            continue;
        n = table_put(&table, start_hash(&blocks->items[i]), 0, &added);
        if (n)
            ++*n;
        else
            blocks->limits |= LIMIT_TABLE;
    }
    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];
        const uint32_t *n;

        if (b->m.n_words < COPY_WORDS || b->m.ending != ENDING_DOTS)
            continue;
        n = table_find(&table, start_hash(b));
        b->evidence->bins[F_CUT_COPY] = n && *n > 1;
    }
}

/* -- all lines ------------------------------------------------------------- */

void
text_features_bin(struct arena *a, struct blocks *blocks)
{
    const struct text_context *context;
    const struct repeats *repeats = repeats_count(a, blocks);
    const bool *is_echo = echoes_find(a, blocks);

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];

        b->evidence->bins[F_TEASER] = teaser_bin(blocks, i);
        b->evidence->is_good = b->evidence->bins[F_TEASER] != TEASER_CUT &&
                               prose_is_line(b);
        b->evidence->is_weak = b->evidence->bins[F_TEASER] != TEASER_CUT &&
                               prose_is_weak_line(b);
    }
    context = text_context_find(a, blocks);
    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];
        uint8_t *bins = b->evidence->bins;

        line_bin(b, bins);
        context_bin(b, &context[i], bins);
        bins[F_OCCURRED] = repeats->nth[i] > 0;
        bins[F_OCCURS_AGAIN] = repeats->nth[i] + 1 < repeats->count[i];
        bins[F_ECHO] = is_echo[i] && repeats->count[i] == 1;
        b->evidence->move_class = MOVES_ANY;
    }
    cut_copies_bin(a, blocks);
}
