/* extract.c - the pipeline in order, and the only setjmp.
 *
 * bytes -> decoded text -> (html: tree) -> blocks -> measures -> judgement ->
 * text. Each step reads what those above it wrote. None can fail: running out
 * of memory leaves by longjmp, and everything a page owns is in the arena.
 */
#include "base/limits.h"
#include "emit/comments.h"
#include "emit/explain.h"
#include "emit/json_out.h"
#include "emit/text_out.h"
#include "engine.h"
#include "page/features.h"
#include "page/html_blocks.h"
#include "page/input_kind.h"
#include "page/lines.h"
#include "text/decode.h"
#include "text/normalize.h"

enum {
    /* Points added to main by taste: a nat either way in HTML. In dumps a third
     * of it: there lines hold their place by few points, and a nat lost a
     * quarter of all text or kept two thirds of the boilerplate. */
    TASTE_BIAS_HTML = POINTS_PER_NAT,
    TASTE_BIAS_TEXT = POINTS_PER_NAT / 3
};

/* One page on its way. */
struct journey {
    const lubb_engine *engine;
    struct arena *arena;
    lubb_hint hint;
    struct fuel fuel;
    struct decoded decoded;
    bool is_html;
    struct html_doc doc;
    struct page_facts facts;
    struct blocks blocks;
    struct rulings rulings;
    struct verdict verdict;
    uint32_t headline;
    bool is_ruled;
    struct text_extras *extras;     /* NULL where none are wanted */
    struct str comments;
    uint32_t limits;
};

/* -- steps ----------------------------------------------------------------- */

static void
input_read(struct journey *j, struct str bytes)
{
    decode_bytes(j->arena, bytes, str_in(j->hint.content_type), &j->decoded);
    if (j->hint.input == LUBB_INPUT_AUTO)
        j->is_html = input_is_html(j->decoded.text);
    else
        j->is_html = j->hint.input == LUBB_INPUT_HTML;
}

static void
page_cut(struct journey *j)
{
    if (!j->is_html) {
        lines_cut(j->arena, j->decoded.text, &j->fuel, &j->blocks);
        return;
    }
    html_parse(j->arena, j->decoded.text, &j->fuel, &j->doc);
    page_facts_read(j->arena, &j->doc, &j->fuel, &j->facts);
    html_blocks_cut(j->arena, &j->doc, &j->fuel, &j->blocks);
    j->limits |= j->doc.limits | j->facts.limits;
}

static int32_t
main_bias(unsigned taste, bool is_html)
{
    int32_t step = is_html ? TASTE_BIAS_HTML : TASTE_BIAS_TEXT, bias = 0;

    if (taste & LUBB_RECALL)
        bias += step;
    if (taste & LUBB_PRECISION)
        bias -= step;
    return bias;
}

/* What the rules are given of the page. */
static void
rules_prepare(struct journey *j, struct pattern_runner *runner)
{
    j->rulings = (struct rulings){
        .page = {
            .arena = j->arena, .set = j->engine->rules, .runner = runner,
            .fuel = &j->fuel, .limits = &j->limits, .blocks = &j->blocks,
            .doc = j->is_html ? &j->doc : NULL, .headline = NO_BLOCK,
            .url = str_in(j->hint.url), .site = str_in(j->hint.site)
        }
    };
}

static void
page_judge(struct journey *j)
{
    const struct judge_knowledge know = {
        .lexicon = j->engine->lexicon, .weights = &j->engine->weights,
        .main_bias = main_bias(j->engine->taste, j->is_html),
        .with_tables = !(j->engine->taste & LUBB_NO_TABLES)
    };
    struct judge_page page = { .blocks = &j->blocks, .facts = &j->facts,
                               .doc = j->is_html ? &j->doc : NULL,
                               .rulings = &j->rulings };

    j->verdict = judge_decide(j->arena, &know, &page);
    j->headline = page.headline;
    j->is_ruled = page.is_ruled;
    j->limits |= j->blocks.limits;
}

/* What is wanted beside the text; a dump has none of it. */
static void
extras_find(struct journey *j)
{
    unsigned taste = j->engine->taste;
    struct targets targets;

    if (!j->is_html)
        return;
    if (taste & LUBB_WITH_COMMENTS)
        j->comments = comments_build(j->arena, &j->doc, &j->blocks);
    if (!(taste & (LUBB_WITH_LINKS | LUBB_WITH_IMAGES)))
        return;
    j->extras = arena_new(j->arena, struct text_extras, 1);
    targets = targets_begin(j->arena, &j->doc, str_in(j->hint.url), &j->fuel);
    if (taste & LUBB_WITH_LINKS)
        j->extras->links = links_find(&targets, &j->blocks);
    if (taste & LUBB_WITH_IMAGES)
        j->extras->images = images_find(&targets, &j->blocks);
    j->limits |= targets.limits;
}

/* -- the result ------------------------------------------------------------ */

static struct str
line_clean(struct arena *a, struct str raw)
{
    struct buf b = buf_new(a, raw.len + 1);

    normalize_text(&b, raw, NORMALIZE_LINE);
    return buf_done(&b);
}

/* What the accepted rule says a field is. */
static struct str
field_ruled(const struct journey *j, enum rule_key key)
{
    if (!j->is_ruled)
        return (struct str){ NULL, 0 };
    return rulings_field(&j->rulings, key)->value;
}

/* What a rule says, else the headline's own words, else what the page's head
 * calls it. */
static struct str
title_choose(const struct journey *j)
{
    const struct page_facts *f = &j->facts;
    struct str title = field_ruled(j, RULE_KEY_title);

    if (title.len == 0 && j->headline != NO_BLOCK)
        title = j->blocks.items[j->headline].text;
    if (title.len == 0)
        title = f->ld_headline;
    if (title.len == 0)
        title = f->og_title;
    if (title.len == 0)
        title = f->title;
    return line_clean(j->arena, title);
}

static void
record_fill(const struct journey *j, struct record *r)
{
    const struct page_facts *f = &j->facts;
    struct str date = field_ruled(j, RULE_KEY_date);

    if (date.len == 0)
        date = f->ld_published.len ? f->ld_published : f->published;

    *r = (struct record){
        .url = str_in(j->hint.url), .site = str_in(j->hint.site),
        .title = title_choose(j),
        .date = line_clean(j->arena, date),
        .description = line_clean(j->arena, f->description.len
                                                ? f->description
                                                : f->ld_description),
        .byline = line_clean(j->arena, field_ruled(j, RULE_KEY_byline)),
        .agency = line_clean(j->arena, field_ruled(j, RULE_KEY_agency)),
        .country = rulings_country(&j->rulings), .comments = j->comments,
        .ruled_by = j->is_ruled ? rulings_file(&j->rulings) : NULL,
        .misses = j->rulings.misses, .n_misses = j->rulings.n_misses,
        .verdict = &j->verdict,
        .is_html = j->is_html,
        .encoding = encoding_name(j->decoded.encoding),
        .encoding_source = encoding_source_name(j->decoded.source),
        .is_repaired = j->decoded.is_repaired,
        .offsets_are_input = j->decoded.offsets_are_input,
        .n_replaced = j->decoded.n_replaced,
        .limits = j->limits | (fuel_is_out(&j->fuel) ? LIMIT_FUEL : 0),
        .blocks = &j->blocks,
        .nodes = j->is_html ? j->doc.nodes : NULL,
        .features = judge_features(j->is_html),
        .model = j->is_html ? &j->engine->weights.html
                            : &j->engine->weights.text,
        .version = LUBB_VERSION
    };
    for (uint32_t i = 0; i < j->blocks.n; i++)
        r->n_kept += j->blocks.items[i].evidence->is_kept;
    r->text = text_build(j->arena, &j->blocks,
                         j->engine->taste & LUBB_WITH_TITLE
                             ? r->title : (struct str){ NULL, 0 }, j->extras);
}

/* -- the journey ----------------------------------------------------------- */

static void
page_extract(const lubb_engine *engine, lubb_worker *worker,
             struct str bytes, const lubb_hint *hint)
{
    struct journey *j = arena_new(&worker->arena, struct journey, 1);

    j->engine = engine;
    j->arena = &worker->arena;
    j->hint = *hint;
    j->fuel.budget = FUEL_BASE + (uint64_t)engine->fuel_per_byte * bytes.len;

    input_read(j, bytes);
    page_cut(j);
    blocks_measure(j->arena, &engine->stopwords, &j->fuel, &j->blocks);
    rules_prepare(j, &worker->runner);
    worker->rulings = &j->rulings;
    worker->text = j->decoded.text;
    page_judge(j);
    extras_find(j);
    record_fill(j, &worker->record);
    worker->page = page_out(j->arena, &worker->record, j->fuel.used);
}

/* The hint as this version knows it; what a shorter one lacks is unknown. */
static bool
hint_take(const lubb_hint *given, lubb_hint *out)
{
    *out = (lubb_hint){ .size = sizeof *out };
    if (!given)
        return true;
    if (given->size < sizeof given->size)
        return false;
    memcpy(out, given,
           given->size < sizeof *out ? given->size : sizeof *out);
    return out->input <= LUBB_INPUT_TEXT;
}

lubb_status
lubb_extract(const lubb_engine *engine, lubb_worker *worker,
             const char *bytes, size_t len, const lubb_hint *hint,
             const lubb_page **page)
{
    struct str input = { bytes, len };
    lubb_hint taken;
    jmp_buf on_full;

    *page = NULL;
    worker->page = NULL;
    if (!hint_take(hint, &taken))
        return LUBB_E_USAGE;
    if (len > engine->max_input)
        return LUBB_E_LIMIT;
    if (worker_reserve(worker, len) != LUBB_OK)
        return LUBB_E_NOMEM;

    /* The arena is all a page owns, Gumbo's half-built tree included, so there
     * is nothing to release on the way out. */
    worker->arena.on_full = &on_full;
    if (setjmp(on_full))
        return LUBB_E_LIMIT;

    page_extract(engine, worker, input, &taken);
    *page = worker->page;
    return LUBB_OK;
}

/* -- the newest page, once more -------------------------------------------- */

lubb_status
worker_visit(lubb_worker *worker,
             void (*visit)(lubb_worker *worker, void *data), void *data)
{
    jmp_buf on_full;

    if (!worker->page)
        return LUBB_E_USAGE;
    worker->arena.on_full = &on_full;
    if (setjmp(on_full))
        return LUBB_E_LIMIT;
    visit(worker, data);
    return LUBB_OK;
}

lubb_status
lubb_page_write(lubb_worker *worker, lubb_format format, lubb_str id,
                lubb_str *out)
{
    jmp_buf on_full;
    struct str made;

    *out = (lubb_str){ "", 0 };
    if (!worker->page)
        return LUBB_E_USAGE;
    worker->arena.on_full = &on_full;
    if (setjmp(on_full))
        return LUBB_E_LIMIT;
    worker->record.id = str_in(id);
    switch (format) {
    case LUBB_JSON:
        made = record_to_json(&worker->arena, &worker->record);
        break;
    case LUBB_EXPLAIN:
        made = explain_to_text(&worker->arena, &worker->record);
        break;
    case LUBB_EXPLAIN_JSONL:
        made = explain_to_jsonl(&worker->arena, &worker->record);
        break;
    default:
        return LUBB_E_USAGE;
    }
    *out = str_out(made);
    return LUBB_OK;
}

const char *
lubb_limit_name(unsigned limit)
{
    return limit_name(limit);
}
