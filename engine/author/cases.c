/* cases.c - run the cases of files of rules, a result for each of their lines.
 *
 * A text is compared with each run of white space as one space, letters as they
 * stand. Of the values of a line all must hold in has: and lacks:, one in the
 * others.
 */
#include "author/case_page.h"
#include "base/buf.h"
#include "rules/host.h"
#include "text/normalize.h"

struct results {
    struct store *store;
    lubb_case_result *items;
    size_t n, cap;
    bool no_memory;
};

/* Whether one value holds; otherwise what was wanted and what is there. */
struct check {
    bool holds;
    struct str wanted, got;
};

/* One case being run. */
struct trial {
    struct case_page page;
    struct results *results;
    lubb_worker *worker;
    struct str text;            /* of the page, all its white space one space */
};

/* -- results --------------------------------------------------------------- */

static const char *
keep(struct results *r, struct str s)
{
    const char *copy = store_str(r->store, s).ptr;

    r->no_memory = r->no_memory || !copy;
    return copy;
}

static void
results_add(struct trial *t, const char *field, uint32_t line,
            const struct check *check)
{
    struct results *r = t->results;

    if (r->n == r->cap && !store_grow(r->store, &r->items, r->n, &r->cap,
                                      sizeof *r->items)) {
        r->no_memory = true;
        return;
    }
    r->items[r->n++] = (lubb_case_result){
        .file = t->page.file->name, .line = line,
        .page = keep(r, t->page.section->name), .field = field,
        .outcome = check->holds ? LUBB_PASSED : LUBB_FAILED,
        .wanted = check->holds ? "" : keep(r, check->wanted),
        .got = check->holds ? "" : keep(r, check->got)
    };
}

/* The newest result was of a todo- line. */
static void
results_mark_todo(struct results *r)
{
    lubb_case_result *last = &r->items[r->n - 1];

    last->outcome = last->outcome == LUBB_PASSED ? LUBB_TODO_PASSED
                                                 : LUBB_TODO;
}

/* -- values ---------------------------------------------------------------- */

static struct str
clean(const struct trial *t, struct str s)
{
    struct buf b = buf_new(&t->worker->arena, s.len + 1);

    normalize_text(&b, s, NORMALIZE_LINE);
    return buf_done(&b);
}

static struct str
first_line(struct str text)
{
    return str_slice(text, 0, str_find(text, STR("\n"), 0));
}

static struct str
last_line(struct str text)
{
    size_t beg;

    text = str_trim(text);
    for (beg = text.len; beg > 0 && text.ptr[beg - 1] != '\n';)
        beg--;
    return str_slice(text, beg, text.len);
}

/* Compare line by line; a last line without its end is a line. */
static struct check
compare_texts(struct str wanted, struct str got)
{
    struct check check = { .holds = true };

    while (check.holds) {
        bool has_wanted = str_next_line(&wanted, &check.wanted);
        bool has_got = str_next_line(&got, &check.got);

        if (!has_wanted && !has_got)
            break;
        if (!has_wanted)
            check.wanted = STR("(the end of the text)");
        if (!has_got)
            check.got = STR("(the end of the text)");
        check.holds = has_wanted && has_got &&
                      str_eq(check.wanted, check.got);
    }
    return check;
}

static struct check
check_text(struct trial *t, const struct rule_entry *e)
{
    struct str text = t->worker->record.text, wanted;
    lubb_status status;

    if (case_line_is_none(e))
        return (struct check){ text.len == 0, e->source, first_line(text) };
    status = case_text_read(&t->page, case_value(e), &wanted);
    if (status == LUBB_OK)
        return compare_texts(wanted, text);
    t->results->no_memory = t->results->no_memory || status == LUBB_E_NOMEM;
    return (struct check){ false, e->source,
                           STR("the file cannot be read") };
}

static struct check
check_field(const struct trial *t, const struct rule_entry *e,
            struct str value)
{
    struct str wanted = clean(t, case_value(e));

    return (struct check){ str_eq(wanted, value), wanted, value };
}

static struct check
check_value(struct trial *t, const struct rule_entry *e)
{
    const struct record *r = &t->worker->record;
    struct str wanted, none = { NULL, 0 };
    bool has;

    switch (e->key) {
    case RULE_KEY_text:
        return check_text(t, e);
    case RULE_KEY_title:
        return check_field(t, e, r->title);
    case RULE_KEY_date:
        return check_field(t, e, r->date);
    case RULE_KEY_byline:
        return check_field(t, e, r->byline);
    case RULE_KEY_agency:
        return check_field(t, e, r->agency);
    default:
        break;
    }
    wanted = clean(t, case_value(e));
    has = str_find(t->text, wanted, 0) < t->text.len;
    if (e->key == RULE_KEY_first)
        return (struct check){ str_starts(t->text, wanted), wanted,
                               first_line(r->text) };
    if (e->key == RULE_KEY_last)
        return (struct check){ str_ends(t->text, wanted), wanted,
                               last_line(r->text) };
    if (e->key == RULE_KEY_lacks)
        return (struct check){ !has, none, wanted };
    return (struct check){ has, wanted, none };
}

/* -- lines ----------------------------------------------------------------- */

/* Check entries [beg, end), the values of one line. */
static void
check_line(struct trial *t, uint32_t beg, uint32_t end)
{
    const struct rule_entry *entries = t->page.file->entries;
    const struct rule_entry *first = &entries[beg];
    bool wants_all = first->key == RULE_KEY_has ||
                     first->key == RULE_KEY_lacks;
    struct check check = check_value(t, first);

    for (uint32_t i = beg + 1; i < end && check.holds == wants_all; i++) {
        struct check next = check_value(t, &entries[i]);

        if (next.holds != wants_all)
            check = next;
    }
    results_add(t, rule_keys[first->key].name, first->line, &check);
    if (first->is_todo && !t->results->no_memory)
        results_mark_todo(t->results);
}

/* "general (rules/x.rule: body:0; rules/x.rule: expect date)" */
static struct str
tell_misses(const struct trial *t)
{
    struct arena *a = &t->worker->arena;
    const struct record *r = &t->worker->record;
    struct buf b = buf_new(a, 64);

    buf_add(&b, record_extracted_by(a, r));
    for (size_t i = 0; i < r->n_misses; i++) {
        buf_add(&b, i == 0 ? STR(" (") : STR("; "));
        buf_add(&b, record_miss(a, &r->misses[i]));
    }
    if (r->n_misses > 0)
        buf_add_char(&b, ')');
    return buf_done(&b);
}

/* Whether it was this file that extracted the page. */
static void
check_rule(struct trial *t)
{
    const struct record *r = &t->worker->record;
    struct record wanted = { .ruled_by = t->page.file };
    const struct check check = {
        r->ruled_by == t->page.file,
        record_extracted_by(&t->worker->arena, &wanted), tell_misses(t)
    };

    results_add(t, "rule", t->page.section->line, &check);
}

static void
check_case(lubb_worker *worker, void *data)
{
    struct trial *t = data;
    const struct rule_file *f = t->page.file;
    const struct rule_section *s = t->page.section;
    uint32_t beg = s->beg, end;

    t->text = clean(t, worker->record.text);
    if (!case_wants_none(f, s))
        check_rule(t);
    for (; beg < s->end; beg = end) {
        end = beg + 1;
        while (end < s->end && f->entries[end].line == f->entries[beg].line)
            end++;
        check_line(t, beg, end);
    }
}

/* -- cases ----------------------------------------------------------------- */

static void
fail_case(struct trial *t, struct str why)
{
    const struct check check = { false, t->page.section->name, why };

    results_add(t, "rule", t->page.section->line, &check);
}

static lubb_status
run_case(lubb_rules *rules, const struct rule_file *file,
         const struct rule_section *section, struct results *results)
{
    struct trial t = { .results = results, .worker = rules->worker };
    lubb_status status = case_page_open(file, section, &t.page);
    size_t n = results->n;

    if (status == LUBB_OK) {
        status = case_page_extract(&t.page, &rules->engine, rules->worker);
        if (status == LUBB_OK)
            status = worker_visit(rules->worker, check_case, &t);
        if (status == LUBB_E_LIMIT) {
            results->n = n;
            fail_case(&t, str_of(lubb_status_text(status)));
        }
    } else if (status == LUBB_E_FILE) {
        fail_case(&t, STR("the page cannot be read"));
    }
    case_page_free(&t.page);
    return status == LUBB_E_NOMEM || results->no_memory ? LUBB_E_NOMEM
                                                        : LUBB_OK;
}

/* Whether a file is of a host or, by its name, of a theme; of all for NULL. */
static bool
is_of(const struct rule_file *file, const char *name)
{
    struct str theme = str_of(name);
    struct host_path h = host_of_url(theme);

    if (!name)
        return true;
    if (str_starts(theme, STR("theme/")))
        theme = str_slice(theme, 6, theme.len);
    if (file->theme.len > 0 && str_eq(file->theme, theme))
        return true;
    for (size_t i = 0; h.len > 0 && i < file->n_sites; i++)
        if (!file->sites[i].is_not &&
            host_is_below((struct str){ h.host, h.len },
                          file->sites[i].host))
            return true;
    return false;
}

lubb_status
lubb_rules_test(lubb_rules *rules, const char *host,
                const lubb_case_result **results, size_t *n)
{
    struct results made = { .store = author_answer(rules, ASK_TEST) };
    lubb_status status = LUBB_OK;

    *results = NULL;
    *n = 0;
    if (author_has_errors(rules))
        return LUBB_E_RULE;
    for (size_t i = 0; i < rules->n_files; i++) {
        const struct rule_file *f = rules->files[i].rules;

        if (!f || !is_of(f, host))
            continue;
        for (size_t k = 0; k < f->n_sections && status == LUBB_OK; k++)
            if (f->sections[k].kind == RULE_IN_CASE)
                status = run_case(rules, f, &f->sections[k], &made);
    }
    if (status != LUBB_OK)
        return status;
    *results = made.items;
    *n = made.n;
    return LUBB_OK;
}
