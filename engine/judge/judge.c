#include "judge/judge.h"

#include "base/buf.h"
#include "judge/confidence.h"
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

/* A page under judgement. */
struct trial {
    struct arena *arena;
    const struct judge_knowledge *know;
    const struct model *model;
    struct judge_page *page;
    struct html_view view;      /* html only; else no headline */
};

static struct verdict
verdict_find(const struct trial *t, bool is_ruled)
{
    path_find(t->arena, t->model, t->page->blocks);
    if (!t->page->doc)
        return verdict_of_text(t->model, t->page->blocks);
    return verdict_of_html(t->model, &t->view, t->page->facts, is_ruled,
                           t->page->blocks);
}

/* -- by the rules of the page ---------------------------------------------- */

static uint32_t
byline_find(const struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++)
        if (blocks->items[i].evidence->groups >> LEXICON_byline & 1)
            return i;
    return NO_BLOCK;
}

/* What the path kept, in numbers. */
static struct rule_result
result_measure(const struct trial *t, const struct verdict *verdict)
{
    const struct blocks *blocks = t->page->blocks;
    const struct rulings *r = t->page->rulings;
    uint64_t letters = 0, latin = 0, linked = 0, n = 0;

    for (uint32_t i = 0; verdict->has_text && i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (b->evidence->state != STATE_MAIN)
            continue;
        n++;
        letters += b->m.n_letters;
        latin += b->m.n_latin;
        linked += b->m.n_linked_letters;
    }
    return (struct rule_result){
        .n_blocks = (uint32_t)n, .n_letters = (uint32_t)letters,
        .arabic = letters ? (uint32_t)((letters - latin) * 1000 / letters) : 0,
        .links = letters ? (uint32_t)(linked * 1000 / letters) : 0,
        .has_title = t->page->headline != NO_BLOCK ||
                     rulings_field(r, RULE_KEY_title)->value.len > 0,
        .has_date = rulings_field(r, RULE_KEY_date)->value.len > 0
    };
}

/* With "score: off" what the rule leaves is the text, however little. */
static struct verdict
verdict_of_rule(const struct blocks *blocks, struct verdict verdict)
{
    for (uint32_t i = 0; !verdict.has_text && i < blocks->n; i++)
        if (blocks->items[i].evidence->state == STATE_MAIN &&
            blocks->items[i].m.n_letters > 0)
            return (struct verdict){ true, "a rule says it is the text",
                                     1000 };
    return verdict;
}

/* The verdict of the attempt at hand, behind what ends its text. */
static struct verdict
attempt_find(const struct trial *t, bool *is_main)
{
    const struct blocks *blocks = t->page->blocks;
    struct rulings *r = t->page->rulings;
    struct verdict verdict = verdict_find(t, r->has_body);

    for (uint32_t i = 0; i < blocks->n; i++)
        is_main[i] = blocks->items[i].evidence->state == STATE_MAIN;
    if (rulings_end_text(r, is_main))
        verdict = verdict_find(t, r->has_body);
    return r->is_final ? verdict_of_rule(blocks, verdict) : verdict;
}

/* Judge again as the page's rules bid, attempt by attempt; where all of them
 * miss, the general judgement stands. */
static struct verdict
verdict_by_rules(const struct trial *t, const struct verdict *general)
{
    struct rulings *r = t->page->rulings;
    uint32_t n_general = result_measure(t, general).n_letters;
    bool *is_main = arena_new(t->arena, bool, t->page->blocks->n + 1);

    while (rulings_next(r)) {
        struct verdict verdict = attempt_find(t, is_main);
        struct rule_result result = result_measure(t, &verdict);

        if (rulings_accept(r, &result, n_general)) {
            t->page->is_ruled = true;
            return verdict;
        }
    }
    return verdict_find(t, false);
}

static bool
rules_begin(struct trial *t)
{
    struct judge_page *page = t->page;
    struct rulings *r = page->rulings;

    if (!r)
        return false;
    r->page.headline = page->headline;
    r->page.byline = byline_find(page->blocks);
    if (page->headline != NO_BLOCK)
        r->page.title = page->blocks->items[page->headline].m.folded;
    return rulings_begin(r);
}

/* -- selection ------------------------------------------------------------- */

/* "rules/site/el-massa.com.rule:14" */
static const char *
rule_name(struct arena *a, const struct ruling *ruling)
{
    struct buf b = buf_new(a, 64);

    buf_add(&b, STR("rule "));
    buf_add(&b, str_of(ruling->file->name));
    buf_add_char(&b, ':');
    buf_add_int(&b, ruling->entry->line);
    buf_add_char(&b, '\0');
    return buf_done(&b).ptr;
}

static bool
is_asked_for(const struct block *b)
{
    return b->ruling && b->ruling->word == RULING_TEXT && b->ruling->entry &&
           b->ruling->entry->key == RULE_KEY_keep;
}

/* Why a block is kept or not, in the order in which the reasons weigh. */
static void
block_select(const struct trial *t, struct block *b, bool has_text,
             bool is_title)
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
    else if (is_title && !is_asked_for(b))
        e->reason = "the headline, or a copy of it";
    else if (b->kind == BLOCK_TABLE_ROW && !t->know->with_tables)
        e->reason = "a table row";
    else
        e->is_kept = true;
}

static void
blocks_select(const struct trial *t, bool has_text)
{
    const struct blocks *blocks = t->page->blocks;
    const uint8_t *matches = t->view.headline.matches;
    const struct ruling *last = NULL;
    const char *name = NULL;

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];

        block_select(t, b, has_text,
                     i == t->page->headline ||
                         (matches && matches[i] == TITLE_EQUAL));
        if (!b->ruling || !b->ruling->entry)
            continue;
        if (!last || last->entry != b->ruling->entry)
            name = rule_name(t->arena, b->ruling);
        last = b->ruling;
        if (b->evidence->is_kept || b->ruling->word == RULING_OUT)
            b->evidence->reason = name;
    }
}

/* -- the judgement --------------------------------------------------------- */

struct verdict
judge_decide(struct arena *a, const struct judge_knowledge *know,
             struct judge_page *page)
{
    bool is_html = page->doc != NULL;
    struct trial t = {
        .arena = a, .know = know, .page = page,
        .model = is_html ? &know->weights->html : &know->weights->text,
        .view = { .headline = { NO_BLOCK, NULL } }
    };
    struct verdict verdict;

    evidence_begin(a, know->lexicon, page->blocks);
    if (is_html) {
        html_view_find(a, page->doc, page->blocks, page->facts, &t.view);
        html_features_bin(a, &t.view, page->blocks);
    } else {
        text_features_bin(a, page->blocks);
    }
    page->headline = t.view.headline.block;
    path_sum(judge_features(is_html), t.model, know->main_bias, page->blocks);
    verdict = verdict_find(&t, false);
    if (rules_begin(&t)) {
        verdict = verdict_by_rules(&t, &verdict);
        rulings_cut(page->rulings);
    }
    blocks_select(&t, verdict.has_text);
    verdict.confidence = confidence_find(a, t.model, &verdict, page->blocks);
    return verdict;
}
