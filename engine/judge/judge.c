#include "judge/judge.h"

#include "judge/html_features.h"
#include "judge/path.h"
#include "judge/text_features.h"

const struct feature_table *
judge_features(bool is_html)
{
    return is_html ? &html_feature_table : &text_feature_table;
}

static void
evidence_begin(struct arena *a, const struct lexicon *lexicon,
               struct blocks *blocks)
{
    struct evidence *all = arena_new(a, struct evidence, blocks->n);

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];

        b->evidence = &all[i];
        b->evidence->groups =
            lexicon_match(lexicon, b->m.folded, b->m.n_words);
    }
}

/* Why a block is kept or not, in the order in which the reasons weigh. */
static void
block_select(const struct judge_knowledge *know, struct block *b,
             bool has_text, bool is_title)
{
    static const char *const state_reasons[N_STATES] = {
        "before the main text", "main text", "interrupts the main text",
        "after the main text"
    };
    struct evidence *e = b->evidence;

    e->reason = state_reasons[e->state];
    if (e->state != STATE_MAIN)
        return;
    if (!has_text)
        e->reason = "the page has no main text";
    else if (is_title)
        e->reason = "the headline, or a copy of it";
    else if (b->kind == BLOCK_TABLE_ROW && !know->with_tables)
        e->reason = "a table row";
    else
        e->is_kept = true;
}

struct verdict
judge_decide(struct arena *a, const struct judge_knowledge *know,
             struct judge_page *page)
{
    bool is_html = page->doc != NULL;
    const struct model *model =
        is_html ? &know->weights->html : &know->weights->text;
    struct blocks *blocks = page->blocks;
    struct html_view view = { .headline = { NO_BLOCK, NULL } };
    struct verdict verdict;

    evidence_begin(a, know->lexicon, blocks);
    if (is_html) {
        html_view_find(a, page->doc, blocks, page->facts, &view);
        html_features_bin(a, &view, blocks);
    } else {
        text_features_bin(a, blocks);
    }
    path_find(a, judge_features(is_html), model, know->main_bias, blocks);
    verdict = is_html ? verdict_of_html(model, &view, page->facts, blocks)
                      : verdict_of_text(model, blocks);
    page->headline = view.headline.block;
    for (uint32_t i = 0; i < blocks->n; i++)
        block_select(know, &blocks->items[i], verdict.has_text,
                     i == page->headline ||
                         (is_html && view.headline.matches[i] == TITLE_EQUAL));
    return verdict;
}
