/* rule_load.c - a file's lines to sections and entries.
 *
 * Every mistake is noted and reading goes on; what the file would have added is
 * only kept when there was none.
 */
#include "rules/rule_load.h"

#include "base/limits.h"

static const char *const section_names[] = { "layout", "text", "case" };
static const enum rule_where section_kinds[] = {
    RULE_IN_LAYOUT, RULE_IN_TEXT, RULE_IN_CASE
};

enum { N_SECTIONS = sizeof section_kinds / sizeof *section_kinds };

static struct rule_section *
section_of(const struct rule_loader *l)
{
    return &l->file->sections[l->file->n_sections - 1];
}

static void
add_section(struct rule_loader *l, enum rule_where kind, struct str name)
{
    struct rule_file *f = l->file;

    if (!RULE_GROW(l, f->sections, f->n_sections, f->cap_sections))
        return;
    f->sections[f->n_sections++] = (struct rule_section){
        .kind = kind, .name = name, .line = l->lines.number,
        .beg = (uint32_t)f->n_entries, .end = (uint32_t)f->n_entries
    };
    l->seen = 0;
    l->n_proved = 0;
    l->n_errors = l->lines.findings->n_errors;
}

/* -- sections -------------------------------------------------------------- */

static void
find(const struct rule_loader *l, enum rule_code code, struct str at,
     const char *what)
{
    rule_lines_find(&l->lines, code, at, what);
}

static void
check_name(const struct rule_loader *l, enum rule_where kind,
           const struct rule_line *line)
{
    if (kind == RULE_IN_TEXT && line->rest.len > 0)
        find(l, RULE_E11, line->rest, "[text] has no name");
    if (kind != RULE_IN_TEXT && line->rest.len == 0)
        find(l, RULE_E10, line->key, "this section needs a name");
    for (size_t i = 0; i < l->file->n_sections; i++)
        if (kind == RULE_IN_LAYOUT && l->file->sections[i].kind == kind &&
            str_eq(l->file->sections[i].name, line->rest))
            find(l, RULE_E05, line->rest, "a layout of this name is there");
}

static void
open_section(struct rule_loader *l, const struct rule_line *line)
{
    size_t i = rule_lines_choose(&l->lines, line->key, section_names,
                                 N_SECTIONS, "no such section");

    l->is_lost = i == N_SECTIONS;
    if (l->is_lost)
        return;
    check_name(l, section_kinds[i], line);
    add_section(l, section_kinds[i], line->rest);
}

/* -- entries --------------------------------------------------------------- */

static struct rule_entry *
add_entry(struct rule_loader *l, enum rule_key key, struct str source)
{
    struct rule_file *f = l->file;

    if (f->n_entries >= MAX_RULES_PER_FILE) {
        if (f->n_entries == MAX_RULES_PER_FILE && !l->is_full)
            find(l, RULE_E15, source, "more than 1,024 entries in a file");
        l->is_full = true;
        return NULL;
    }
    if (!RULE_GROW(l, f->entries, f->n_entries, f->cap_entries))
        return NULL;
    f->entries[f->n_entries] = (struct rule_entry){
        .key = key, .source = source, .line = l->lines.number,
        .column = rule_lines_column(&l->lines, source.ptr),
        .section = (uint32_t)f->n_sections - 1, .is_todo = l->is_todo
    };
    section_of(l)->end = (uint32_t)f->n_entries + 1;
    return &f->entries[f->n_entries++];
}

/* The value as it is written, from its first byte to behind its last. */
static struct str
source_of(const struct rule_values *before, const struct rule_values *after)
{
    struct str s = { before->rest.ptr,
                     (size_t)(after->rest.ptr - before->rest.ptr) };

    s = str_trim(s);
    if (!before->is_first && str_starts(s, STR("|")))
        s = str_trim(str_slice(s, 1, s.len));
    return s;
}

/* A proof of an entry that is broken is passed over: one mistake, one
 * finding. */
static void
add_proof(struct rule_loader *l, bool is_yes, const struct rule_value *value)
{
    struct rule_file *f = l->file;

    if (l->n_proved == 0 && l->lines.findings->n_errors == l->n_errors)
        find(l, RULE_E09, value->text, "no entry above that this proves");
    if (l->n_proved == 0)
        return;
    if (!RULE_GROW(l, f->proofs, f->n_proofs, f->cap_proofs))
        return;
    f->proofs[f->n_proofs++] = (struct rule_proof){
        .text = value->text, .is_yes = is_yes, .line = l->lines.number,
        .column = rule_lines_column(&l->lines, value->text.ptr),
        .beg = (uint32_t)(f->n_entries - l->n_proved),
        .end = (uint32_t)f->n_entries
    };
}

static bool
is_proof(enum rule_key key)
{
    return key == RULE_KEY_yes || key == RULE_KEY_no;
}

static void
read_value(struct rule_loader *l, enum rule_key key,
           const struct rule_line *line, const struct rule_value *value)
{
    struct rule_entry made = { .key = key };
    struct rule_entry *e;

    if (is_proof(key)) {
        if (value->kind == RULE_PHRASE && value->mark == 0)
            add_proof(l, key == RULE_KEY_yes, value);
        else
            find(l, RULE_E11, value->text, "a proof is a line in quotes");
        return;
    }
    if (!rule_compile(l, key, value, &made))
        return;
    e = add_entry(l, key, l->source);
    if (!e)
        return;
    e->match = made.match;
    e->step = made.step;
    e->is_edge = made.is_edge;
    e->is_last = str_eq(value->word, STR("last"));
    e->is_hard = str_eq(line->suffix, STR("!"));
    if (line->suffix.len > 1)
        str_to_int(line->suffix, &e->count);
}

static void
read_values(struct rule_loader *l, enum rule_key key,
            const struct rule_line *line)
{
    struct rule_values values = rule_values_begin(&l->lines, line->rest);
    struct rule_values before = values;
    size_t n_entries = l->file->n_entries;
    struct rule_value value;

    while (!l->no_memory && rule_values_next(&values, &value)) {
        l->source = source_of(&before, &values);
        read_value(l, key, line, &value);
        before = values;
    }
    if (is_proof(key))
        return;
    l->n_proved = l->file->n_entries - n_entries;
    if ((rule_keys[key].how & RULE_HOW_ONCE) && l->n_proved > 1)
        find(l, RULE_E09, line->rest, "one value counts here");
}

/* -- lines ----------------------------------------------------------------- */

static size_t
choose_key(struct rule_loader *l, struct str *name)
{
    const char *names[N_RULE_KEYS];

    for (size_t i = 0; i < N_RULE_KEYS; i++)
        names[i] = rule_keys[i].name;
    l->is_todo = str_starts(*name, STR("todo-"));
    if (l->is_todo)
        *name = str_slice(*name, 5, name->len);
    return rule_lines_choose(&l->lines, *name, names, N_RULE_KEYS,
                             "no such key");
}

static bool
suffix_fits(struct str suffix, unsigned how)
{
    if (suffix.len == 0)
        return (how & RULE_HOW_SIGNED) == 0;
    if (suffix.ptr[0] == '!')
        return (how & RULE_HOW_BANG) != 0;
    if (suffix.len > 4)
        return false;
    return (how & RULE_HOW_SIGNED) ||
           ((how & RULE_HOW_COUNT) && suffix.ptr[0] == '+');
}

/* Whether the key may stand here in this form. */
static bool
key_fits(struct rule_loader *l, size_t key, const struct rule_line *line)
{
    const struct rule_key_info *info = &rule_keys[key];

    if ((info->where & section_of(l)->kind) == 0) {
        find(l, RULE_E09, line->key, "this key has no place in this section");
        return false;
    }
    if (l->is_todo && section_of(l)->kind != RULE_IN_CASE) {
        find(l, RULE_E09, line->key, "only a case has something to do");
        return false;
    }
    if (!suffix_fits(line->suffix, info->how)) {
        find(l, RULE_E11, line->suffix.len > 0 ? line->suffix : line->key,
             (info->how & RULE_HOW_SIGNED) ? "this key needs +N or -N"
                                           : "a suffix that the key has not");
        return false;
    }
    if ((info->how & RULE_HOW_ONCE) && (l->seen >> key & 1)) {
        find(l, RULE_E09, line->key, "given twice");
        return false;
    }
    l->seen |= UINT64_C(1) << key;
    return true;
}

/* Whether the rest of the line is the value, taken as it is. */
static bool
is_plain(const struct rule_loader *l, size_t key, struct str rest)
{
    bool is_value = rest.ptr[0] == '"' || rest.ptr[0] == '/';

    if ((rule_keys[key].what & RULE_TAKES_PLAIN) == 0)
        return false;
    return rule_keys[key].what == RULE_TAKES_PLAIN ||
           (section_of(l)->kind == RULE_IN_CASE && !is_value);
}

static void
read_entry(struct rule_loader *l, const struct rule_line *line)
{
    struct str name = line->key;
    size_t n_errors = l->lines.findings->n_errors;
    size_t key = choose_key(l, &name);

    if (key == N_RULE_KEYS || !is_proof((enum rule_key)key)) {
        l->n_proved = 0;
        l->n_errors = n_errors;
    }
    if (key == N_RULE_KEYS || !key_fits(l, key, line))
        return;
    if (!is_plain(l, key, line->rest)) {
        read_values(l, (enum rule_key)key, line);
        return;
    }
    if (key == RULE_KEY_expect && !rule_expect_check(l, line->rest))
        return;
    if (!rule_read_fact(l, (enum rule_key)key, line->rest))
        add_entry(l, (enum rule_key)key, line->rest);
}

static bool
has_mark(const struct rule_file *f)
{
    for (size_t i = 0; i < f->n_entries; i++)
        if (f->entries[i].key == RULE_KEY_mark)
            return true;
    return false;
}

static bool
has_site(const struct rule_file *f)
{
    for (size_t i = 0; i < f->n_sites; i++)
        if (!f->sites[i].is_not)
            return true;
    return false;
}

static void
check_file(const struct rule_loader *l)
{
    const struct rule_file *f = l->file;
    struct rule_finding finding = { .file = f->name, .code = RULE_E09 };

    if (f->n_sites > 0 && f->theme.len > 0)
        finding.what = "a file is of a site or of a theme, not of both";
    if (!has_site(f) && f->theme.len == 0 && !has_mark(f))
        finding.what = "the file names no site, theme or mark";
    if (finding.what)
        rule_findings_add(l->lines.findings, &finding);
}

bool
rule_file_load(struct rule_loader *l, struct str text,
               struct rule_findings *findings)
{
    size_t n_errors = findings->n_errors;
    struct rule_line line;

    if (!rule_lines_begin(&l->lines, l->file->name, text, findings))
        return false;
    add_section(l, RULE_IN_TOP, (struct str){ NULL, 0 });
    while (!l->no_memory && rule_lines_next(&l->lines, &line)) {
        if (line.is_section)
            open_section(l, &line);
        else if (!l->is_lost)
            read_entry(l, &line);
    }
    if (findings->n_errors == n_errors)
        check_file(l);
    findings->no_memory = findings->no_memory || l->no_memory;
    return findings->n_errors == n_errors && !findings->no_memory;
}
