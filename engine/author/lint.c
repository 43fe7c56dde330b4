#include "author/lint.h"

#include <stdlib.h>

/* -- notes ----------------------------------------------------------------- */

void
lint_hint_add(struct lint_hint *hint, struct str s)
{
    size_t room = sizeof hint->text - 1 - hint->len;
    size_t n = s.len < room ? s.len : room;

    if (n > 0)
        memcpy(hint->text + hint->len, s.ptr, n);
    hint->len += n;
    hint->text[hint->len] = '\0';
}

void
lint_hint_add_number(struct lint_hint *hint, uint32_t number)
{
    char digits[10];
    size_t n = sizeof digits;

    do {
        digits[--n] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    lint_hint_add(hint, (struct str){ digits + n, sizeof digits - n });
}

void
lint_find(struct lint *l, const struct rule_finding *finding)
{
    struct rule_finding f = *finding;

    f.file = l->file->name;
    rule_findings_add(&l->findings, &f);
}

void
lint_find_in(struct lint *l, enum rule_code code,
             const struct rule_entry *entry,
             const struct rule_finding *finding)
{
    struct rule_finding f = *finding;

    f.code = code;
    f.line = entry->line;
    f.column = entry->column;
    for (const char *p = entry->source.ptr; p < f.word.ptr; p++)
        f.column += ((unsigned char)*p & 0xC0) != 0x80;
    lint_find(l, &f);
}

bool
lint_in_case(const struct lint *l, const struct rule_entry *entry)
{
    return l->file->sections[entry->section].kind == RULE_IN_CASE;
}

/* -- all checks ------------------------------------------------------------ */

static void
add_loading(struct lint *l)
{
    const struct rule_findings *loading = &l->rules->findings;

    for (size_t i = 0; i < loading->n; i++)
        rule_findings_add(&l->findings, &loading->items[i]);
}

/* The shipped pack's proofs are not run when it is loaded. */
static void
prove_pack(struct lint *l)
{
    for (size_t i = 0; i < l->rules->n_files; i++)
        if (l->rules->files[i].rules)
            rule_file_prove(l->rules->files[i].rules, true, &l->findings);
    lexicon_prove(l->rules->engine.lexicon, &l->findings);
}

static bool
has_case(const struct rule_file *f)
{
    for (size_t i = 0; i < f->n_sections; i++)
        if (f->sections[i].kind == RULE_IN_CASE)
            return true;
    return false;
}

static lubb_status
check_file(struct lint *l)
{
    lint_values(l);
    if (!has_case(l->file)) {
        lint_find(l, &(struct rule_finding){
            .code = RULE_E08, .what = "the file has no [case]",
            .hint = "a page that shows what the rules are for" });
        return LUBB_OK;
    }
    return l->rules->is_ready ? lint_cases(l) : LUBB_OK;
}

static lubb_status
check_all(struct lint *l)
{
    lubb_status status = LUBB_OK;

    add_loading(l);
    if (!l->rules->has_paths && l->rules->is_ready)
        prove_pack(l);
    for (size_t i = 0; status == LUBB_OK && i < l->rules->n_files; i++) {
        l->file = l->rules->files[i].rules;
        if (l->file)
            status = check_file(l);
    }
    return l->findings.no_memory ? LUBB_E_NOMEM : status;
}

/* -- order ----------------------------------------------------------------- */

static int
compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* By file, line, column; else as they were found. */
static int
finding_order(const void *a, const void *b)
{
    const struct rule_finding *const *x = a, *const *y = b;
    struct str s = str_of((*x)->file), t = str_of((*y)->file);
    int order = memcmp(s.ptr, t.ptr, s.len < t.len ? s.len : t.len);

    if (order == 0)
        order = compare(s.len, t.len);
    if (order == 0)
        order = compare((*x)->line, (*y)->line);
    if (order == 0)
        order = compare((*x)->column, (*y)->column);
    return order ? order : (*x > *y) - (*x < *y);
}

/* -- lines of the files ---------------------------------------------------- */

/* Reads forward to the lines that ordered findings are about. */
struct reader {
    const lubb_rules *rules;
    const char *file;
    struct str rest, line, above;
    uint32_t number;
};

static struct str
without_end(struct str line)
{
    while (line.len > 0 && is_space(line.ptr[line.len - 1]))
        line.len--;
    return line;
}

static void
reader_seek(struct reader *r, const struct rule_finding *f)
{
    if (!r->file || !str_eq(str_of(r->file), str_of(f->file))) {
        *r = (struct reader){ .rules = r->rules, .file = f->file,
                              .rest = author_text(r->rules, f->file) };
        if (str_starts(r->rest, STR("\xEF\xBB\xBF")))
            r->rest = str_slice(r->rest, 3, r->rest.len);
    }
    while (r->number < f->line) {
        r->above = r->line;
        r->line = (struct str){ NULL, 0 };
        r->number++;
        str_next_line(&r->rest, &r->line);
        r->line = without_end(r->line);
    }
}

/* Whether the line above says "# lint-off" and the code. Errors cannot be
 * silenced: their file is not used. */
static bool
is_off(const struct reader *r, const struct rule_finding *f)
{
    struct str rest = r->above, word;

    if (f->line < 2 || rule_code_is_error(f->code) ||
        !str_starts(rest, STR("#")))
        return false;
    rest = str_trim(str_slice(rest, 1, rest.len));
    if (!str_next_field(&rest, ' ', &word) || !str_eq(word, STR("lint-off")))
        return false;
    while (str_next_field(&rest, ' ', &word)) {
        if (str_ends(word, STR(",")))
            word.len--;
        if (str_eq(word, str_of(rule_code_name(f->code))))
            return true;
    }
    return false;
}

/* -- the answer ------------------------------------------------------------ */

/* The findings in order, without those that lint-off lines silence; NULL when
 * memory is refused. */
static lubb_finding *
make_answer(const struct lint *l, size_t *n)
{
    const struct rule_findings *found = &l->findings;
    struct store *s = found->store;
    const struct rule_finding **order =
        store_new(s, const struct rule_finding *, found->n + 1);
    lubb_finding *out = store_new(s, lubb_finding, found->n + 1);
    struct reader reader = { .rules = l->rules };

    if (!order || !out)
        return NULL;
    for (size_t i = 0; i < found->n; i++)
        order[i] = &found->items[i];
    if (found->n > 1)
        qsort(order, found->n, sizeof *order, finding_order);
    for (size_t i = 0; i < found->n; i++) {
        const struct rule_finding *f = order[i];

        reader_seek(&reader, f);
        if (is_off(&reader, f))
            continue;
        out[*n] = (lubb_finding){
            .code = rule_code_name(f->code),
            .is_error = rule_code_is_error(f->code), .file = f->file,
            .line = f->line, .column = f->column, .message = f->what,
            .word = or_empty(f->word.ptr), .hint = or_empty(f->hint),
            .source = store_str(s, reader.line).ptr
        };
        if (!out[(*n)++].source)
            return NULL;
    }
    return out;
}

lubb_status
lubb_rules_lint(lubb_rules *rules, const char *today,
                const lubb_finding **findings, size_t *n)
{
    struct lint l = { .rules = rules, .today = NO_DAY };
    lubb_finding *made = NULL;
    lubb_status status;

    *findings = NULL;
    *n = 0;
    l.findings.store = author_answer(rules, ASK_LINT);
    if (today) {
        l.today = lint_day(str_of(today));
        if (l.today == NO_DAY)
            return LUBB_E_USAGE;
    }
    status = check_all(&l);
    if (status != LUBB_OK)
        return status;
    made = make_answer(&l, n);
    if (!made) {
        *n = 0;
        return LUBB_E_NOMEM;
    }
    *findings = made;
    return LUBB_OK;
}
