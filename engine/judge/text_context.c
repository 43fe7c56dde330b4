#include "judge/text_context.h"

#include "rules/lexicon.h"

enum {
    MAX_SHORT_WORDS = 5,
    MAX_HEADLINE_WORDS = 20,
    MAX_HEADING_WORDS = 8
};

/* -- kinds of lines -------------------------------------------------------- */

enum line_group
text_line_group(uint32_t groups)
{
#define HAS(name) (groups >> LEXICON_##name & 1)
    if (HAS(comments))
        return LINE_COMMENTS;
    if (HAS(related) || HAS(most_read) || HAS(read_more) || HAS(ticker))
        return LINE_RELATED;
    if (HAS(navigation) || HAS(tags) || HAS(author_box) || HAS(forum))
        return LINE_NAVIGATION;
    if (HAS(share) || HAS(follow) || HAS(ad) || HAS(notice) ||
        HAS(no_page))
        return LINE_SHARE;
    if (HAS(footer))
        return LINE_FOOTER;
    if (HAS(byline) || HAS(date) || HAS(source) || HAS(caption))
        return LINE_BYLINE;
    if (HAS(section))
        return LINE_SECTION;
    return LINE_PLAIN;
#undef HAS
}

static enum line_group
group_of(const struct block *b)
{
    return text_line_group(b->evidence->groups);
}

static bool
is_prose(const struct block *b)
{
    return b->evidence->is_good;
}

static bool
is_weak(const struct block *b)
{
    return b->evidence->is_weak;
}

static bool
is_short(const struct block *b)
{
    return b->m.n_words <= MAX_SHORT_WORDS &&
           b->m.ending != ENDING_SENTENCE && b->m.ending != ENDING_COLON &&
           b->m.ending != ENDING_COMMA;
}

static bool
is_short_or_group(const struct block *b)
{
    return is_short(b) || group_of(b) != LINE_PLAIN;
}

static bool
is_boilerplate_group(const struct block *b)
{
    return group_of(b) != LINE_PLAIN && group_of(b) != LINE_BYLINE;
}

/* Headlines come in lists; writers who set no marks write longer lines. */
static bool
is_headline(const struct block *b)
{
    return b->m.n_words >= MAX_SHORT_WORDS &&
           b->m.n_words <= MAX_HEADLINE_WORDS && group_of(b) == LINE_PLAIN &&
           (b->m.ending == ENDING_NONE || b->m.ending == ENDING_DOTS) &&
           !b->m.is_date_line;
}

static bool
is_date(const struct block *b)
{
    return b->m.is_date_line;
}

/* -- windows --------------------------------------------------------------- */

/* sums[i]: lines above i that are of the kind. */
static uint32_t *
sums_of(struct arena *a, const struct blocks *blocks,
        bool (*is_kind)(const struct block *))
{
    uint32_t *sums = arena_raw(a, uint32_t, blocks->n + 1);

    sums[0] = 0;
    for (uint32_t i = 0; i < blocks->n; i++)
        sums[i + 1] = sums[i] + is_kind(&blocks->items[i]);
    return sums;
}

/* Lines of the kind among the `reach` above and below i, i left out. */
static uint32_t
window_count(const uint32_t *sums, uint32_t n, uint32_t i, uint32_t reach)
{
    uint32_t beg = i > reach ? i - reach : 0;
    uint32_t end = n - i > reach + 1 ? i + reach + 1 : n;

    return sums[end] - sums[beg] - (sums[i + 1] - sums[i]);
}

static void
windows_count(struct arena *a, const struct blocks *blocks,
              struct text_context *out)
{
    uint32_t *prose = sums_of(a, blocks, is_prose);
    uint32_t *weak = sums_of(a, blocks, is_weak);
    uint32_t *shorts = sums_of(a, blocks, is_short_or_group);
    uint32_t *groups = sums_of(a, blocks, is_boilerplate_group);
    uint32_t *dates = sums_of(a, blocks, is_date);
    uint32_t *headlines = sums_of(a, blocks, is_headline);
    uint32_t n = blocks->n;

    for (uint32_t i = 0; i < n; i++) {
        out[i].n_prose = window_count(prose, n, i, 5);
        out[i].n_weak = window_count(weak, n, i, 3);
        out[i].n_short = window_count(shorts, n, i, 5);
        out[i].n_groups = window_count(groups, n, i, 5);
        out[i].n_dates = window_count(dates, n, i, 6);
        out[i].n_headlines = window_count(headlines, n, i, 6);
        out[i].n_short_below = shorts[n] - shorts[i + 1];
    }
}

static void
short_runs_measure(const struct blocks *blocks, struct text_context *out)
{
    uint32_t beg = 0;

    for (uint32_t i = 0; i <= blocks->n; i++) {
        if (i < blocks->n && is_short(&blocks->items[i]))
            continue;
        for (uint32_t k = beg; k < i; k++)
            out[k].short_run = i - beg;
        beg = i + 1;
    }
}

/* -- distances and history ------------------------------------------------- */

static uint32_t
one_more(uint32_t distance)
{
    return distance == LINES_NEVER ? LINES_NEVER : distance + 1;
}

static void
next_prose_find(const struct blocks *blocks, struct text_context *out)
{
    uint32_t distance = LINES_NEVER;

    for (uint32_t i = blocks->n; i-- > 0;) {
        distance = one_more(distance);
        out[i].next_prose = distance;
        if (is_prose(&blocks->items[i]))
            distance = 0;
    }
}

static void
history_find(const struct blocks *blocks, struct text_context *out)
{
    struct text_context seen = { .last_prose = LINES_NEVER,
                                 .since_related = LINES_NEVER,
                                 .since_date = LINES_NEVER };
    bool was_prose = false, any_prose = false;

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];
        bool is_heading = b->m.n_words <= MAX_HEADING_WORDS;

        seen.last_prose = one_more(seen.last_prose);
        seen.since_related = one_more(seen.since_related);
        seen.since_date = one_more(seen.since_date);
        out[i].last_prose = seen.last_prose;
        out[i].since_related = seen.since_related;
        out[i].since_date = seen.since_date;
        out[i].n_comments = seen.n_comments;
        out[i].n_footers = seen.n_footers;
        out[i].n_dates_seen = seen.n_dates_seen;
        out[i].n_thread_dates = seen.n_thread_dates;

        if (is_prose(b)) {
            /* One line of prose may be a long headline; two end the list. */
            if (was_prose)
                seen.since_related = LINES_NEVER;
            seen.last_prose = 0;
            any_prose = true;
        }
        was_prose = is_prose(b);
        if (is_heading && group_of(b) == LINE_RELATED)
            seen.since_related = 0;
        if (is_heading && any_prose) {
            seen.n_comments += group_of(b) == LINE_COMMENTS;
            seen.n_footers += group_of(b) == LINE_FOOTER;
        }
        if (is_date(b)) {
            seen.since_date = 0;
            seen.n_dates_seen += any_prose;
            seen.n_thread_dates += seen.n_comments > 0;
        }
    }
}

struct text_context *
text_context_find(struct arena *a, const struct blocks *blocks)
{
    struct text_context *out = arena_new(a, struct text_context, blocks->n);

    windows_count(a, blocks, out);
    short_runs_measure(blocks, out);
    next_prose_find(blocks, out);
    history_find(blocks, out);
    return out;
}
