/* lint_cases.c - what only the pages of a file's cases show: entries that hit
 * nothing, ends that come too early, rules that change nothing.
 *
 * Each page is judged twice, without any rules and with all of them, and then
 * asked what each entry hits, whether or not the file had its way.
 */
#include "author/case_page.h"
#include "author/hits.h"
#include "author/lint.h"

/* One entry over all cases. */
struct tally {
    bool can_hit;           /* some page is of the kind that it is for */
    bool hits, wins;        /* of a line's values it was the first to yield */
    bool is_several;        /* a body of more than one container */
    bool is_early;
};

/* What a page gave; copies, in the case's store. */
struct outcome {
    struct str text, title, date, byline, agency;
};

struct survey {
    struct lint *lint;
    const struct rule_file *file;
    lubb_engine general;        /* without rules */
    struct tally *tallies;      /* by entry */
    uint32_t n_pages;
    bool lacks_body;            /* on some page that has a text */
    bool has_body;              /* the file has such entries */
    bool differs;               /* the rules change some page */
    bool no_memory;

    /* the page at hand */
    struct case_page page;
    bool wants_none;
    struct outcome outcome;     /* without rules */
};

/* -- entries --------------------------------------------------------------- */

/* Whether one value of a line counts, the first that yields. */
static bool
takes_first(enum rule_key key)
{
    return key == RULE_KEY_body || (rule_keys[key].how & RULE_HOW_STEP) != 0;
}

/* Whether an entry is there to hit something on such a page. */
static bool
is_for(const struct survey *s, const struct rule_entry *e, bool is_html)
{
    switch (e->key) {
    case RULE_KEY_name:
    case RULE_KEY_unless:
    case RULE_KEY_expect:
    case RULE_KEY_score:
        return false;
    default:
        break;
    }
    switch (s->file->sections[e->section].kind) {
    case RULE_IN_CASE:
        return false;
    case RULE_IN_TEXT:
        return !is_html;
    default:
        return is_html || !e->match.selector;
    }
}

static bool
yields(struct rule_page *page, const struct rule_entry *e)
{
    if (e->key == RULE_KEY_body)
        return hits_of(page, e)->n > 0;
    return takes_first(e->key) ? hits_yield(page, e) : hits_any(page, e);
}

/* Tally the values of one line, entries [beg, end). */
static void
tally_line(struct survey *s, struct rule_page *page, uint32_t beg,
           uint32_t end)
{
    bool is_won = false;

    for (uint32_t i = beg; i < end; i++) {
        const struct rule_entry *e = &s->file->entries[i];
        struct tally *t = &s->tallies[i];

        if (!is_for(s, e, page->doc != NULL))
            continue;
        t->can_hit = true;
        if (!yields(page, e))
            continue;
        t->hits = true;
        t->wins = t->wins || !is_won;
        is_won = true;
        if (e->key == RULE_KEY_body && hits_containers(page, e) > 1)
            t->is_several = true;
    }
}

static uint32_t
line_end(const struct rule_file *f, uint32_t beg)
{
    uint32_t end = beg + 1;

    while (end < f->n_entries && f->entries[end].line == f->entries[beg].line)
        end++;
    return end;
}

static void
tally_entries(struct survey *s, struct rule_page *page)
{
    const struct rule_file *f = s->file;
    bool found = false;

    for (uint32_t beg = 0, end; beg < f->n_entries; beg = end) {
        end = line_end(f, beg);
        tally_line(s, page, beg, end);
    }
    for (uint32_t i = 0; i < f->n_entries; i++)
        if (f->entries[i].key == RULE_KEY_body) {
            s->has_body = true;
            found = found || yields(page, &f->entries[i]);
        }
    if (page->doc && s->has_body && !found && !s->wants_none)
        s->lacks_body = true;
}

/* The misses tell which ends stood too early, by their source. */
static void
tally_misses(struct survey *s, const struct rulings *r)
{
    for (size_t i = 0; i < r->n_misses && !s->wants_none; i++) {
        const struct rule_miss *miss = &r->misses[i];

        if (!str_eq(str_of(miss->what), STR("until too early")))
            continue;
        for (size_t k = 0; k < s->file->n_entries; k++)
            if (s->file->entries[k].source.ptr == miss->detail.ptr)
                s->tallies[k].is_early = true;
    }
}

/* -- pages ----------------------------------------------------------------- */

static struct outcome
outcome_of(const struct record *r)
{
    return (struct outcome){ r->text, r->title, r->date, r->byline,
                             r->agency };
}

static struct str
keep(struct survey *s, struct str text)
{
    struct str copy = store_str(&s->page.store, text);

    s->no_memory = s->no_memory || !copy.ptr;
    return copy;
}

static void
outcome_keep(struct survey *s, const struct record *r)
{
    struct outcome o = outcome_of(r);

    s->outcome = (struct outcome){ keep(s, o.text), keep(s, o.title),
                                   keep(s, o.date), keep(s, o.byline),
                                   keep(s, o.agency) };
}

static bool
is_same(const struct outcome *a, const struct outcome *b)
{
    return str_eq(a->text, b->text) && str_eq(a->title, b->title) &&
           str_eq(a->date, b->date) && str_eq(a->byline, b->byline) &&
           str_eq(a->agency, b->agency);
}

static void
survey_page(lubb_worker *worker, void *data)
{
    struct survey *s = data;
    struct outcome ruled = outcome_of(&worker->record);
    struct rule_page *page = hits_page(worker, s->lint->rules->engine.rules,
                                       s->file);

    s->n_pages++;
    s->differs = s->differs || !is_same(&ruled, &s->outcome);
    tally_entries(s, page);
    tally_misses(s, worker->rulings);
}

static lubb_status
judge_twice(struct survey *s)
{
    lubb_rules *rules = s->lint->rules;
    lubb_status status = case_page_extract(&s->page, &s->general,
                                           rules->worker);

    if (status != LUBB_OK)
        return status;
    outcome_keep(s, &rules->worker->record);
    status = case_page_extract(&s->page, &rules->engine, rules->worker);
    if (status == LUBB_OK)
        status = worker_visit(rules->worker, survey_page, s);
    return status;
}

/* Whether the files that text: lines name can be read. */
static lubb_status
check_texts(struct survey *s, const struct rule_section *section)
{
    for (uint32_t i = section->beg; i < section->end; i++) {
        const struct rule_entry *e = &s->file->entries[i];
        struct str unused;
        lubb_status status = LUBB_OK;

        if (e->key == RULE_KEY_text && !case_line_is_none(e))
            status = case_text_read(&s->page, case_value(e), &unused);
        if (status == LUBB_E_NOMEM)
            return status;
        if (status == LUBB_E_FILE)
            lint_find_in(s->lint, RULE_E16, e, &(struct rule_finding){
                .what = "the text of this case cannot be read",
                .word = e->source });
    }
    return LUBB_OK;
}

/* A page over the engine's limits shows nothing. */
static lubb_status
survey_case(struct survey *s, const struct rule_section *section)
{
    lubb_status status = case_page_open(s->file, section, &s->page);

    if (status == LUBB_E_FILE)
        lint_find(s->lint, &(struct rule_finding){
            .code = RULE_E16, .line = section->line, .column = 1,
            .what = "the page of this case cannot be read",
            .word = section->name });
    if (status == LUBB_OK)
        status = check_texts(s, section);
    else if (status == LUBB_E_FILE)
        return LUBB_OK;
    s->wants_none = case_wants_none(s->file, section);
    if (status == LUBB_OK)
        status = judge_twice(s);
    return status == LUBB_E_NOMEM || s->no_memory ? LUBB_E_NOMEM : LUBB_OK;
}

/* -- findings -------------------------------------------------------------- */

static void
find(struct survey *s, enum rule_code code, const struct rule_entry *e,
     const char *what)
{
    lint_find_in(s->lint, code, e, &(struct rule_finding){
        .what = what, .word = e->source });
}

static void
tell_entry(struct survey *s, const struct rule_entry *e)
{
    const struct tally *t = &s->tallies[e - s->file->entries];

    if (t->can_hit && !t->hits)
        find(s, RULE_W22, e, "hits nothing on any case");
    if (t->hits && !t->wins && takes_first(e->key))
        find(s, RULE_W23, e,
             "a value before it comes first wherever this one is found");
    if (t->is_several && s->lacks_body)
        find(s, RULE_W28, e, "several containers on some cases, none on "
                             "others");
    if (t->is_early)
        find(s, RULE_W29, e, "stands above 200 letters of text on a case, "
                             "and ends nothing there");
}

/* The first line of a file that says what it is for. */
static uint32_t
own_line(const struct rule_file *f)
{
    if (f->theme_line > 0)
        return f->theme_line;
    return f->n_sites > 0 ? f->sites[0].line : 0;
}

static void
tell(struct survey *s)
{
    for (size_t i = 0; i < s->file->n_entries; i++)
        tell_entry(s, &s->file->entries[i]);
    if (s->n_pages > 0 && !s->differs)
        lint_find(s->lint, &(struct rule_finding){
            .code = RULE_W30, .line = own_line(s->file),
            .column = own_line(s->file) > 0,
            .what = "the cases come out the same without this file" });
}

/* -- all cases ------------------------------------------------------------- */

/* An engine that knows all but rules of sites and themes. */
static bool
general_engine(struct store *store, const lubb_engine *engine,
               lubb_engine *out)
{
    struct rule_findings unused = { .store = store };

    *out = *engine;
    out->rules = rule_set_new(store);
    return out->rules && rule_set_freeze(out->rules, &unused);
}

static lubb_status
survey_file(struct survey *s, struct store *scratch)
{
    const struct rule_file *f = s->file;
    lubb_status status = LUBB_OK;

    s->tallies = store_new(scratch, struct tally, f->n_entries + 1);
    if (!s->tallies ||
        !general_engine(scratch, &s->lint->rules->engine, &s->general))
        return LUBB_E_NOMEM;
    for (size_t i = 0; status == LUBB_OK && i < f->n_sections; i++) {
        if (f->sections[i].kind != RULE_IN_CASE)
            continue;
        status = survey_case(s, &f->sections[i]);
        case_page_free(&s->page);
    }
    if (status == LUBB_OK)
        tell(s);
    return status;
}

lubb_status
lint_cases(struct lint *l)
{
    struct survey s = { .lint = l, .file = l->file };
    struct store scratch = { NULL, 0 };
    lubb_status status = survey_file(&s, &scratch);

    store_free(&scratch);
    return status;
}
