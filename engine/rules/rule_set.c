#include "rules/rule_set.h"

#include "base/limits.h"
#include "rules/rule_load.h"
#include "text/words.h"

struct rule_set *
rule_set_new(struct store *s)
{
    struct rule_set *set = store_new(s, struct rule_set, 1);

    if (set) {
        set->store = s;
        set->names.name_of = rule_name_own;
        set->themes.name_of = rule_name_theme;
    }
    return set;
}

void
rule_set_free(struct rule_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->n_patterns; i++)
        pattern_free(set->patterns[i]);
    set->n_patterns = 0;
}

/* -- adding ---------------------------------------------------------------- */

static void
find_in_file(struct rule_findings *findings, enum rule_code code,
             const struct rule_file *file, uint32_t line, const char *what,
             struct str word)
{
    rule_findings_add(findings, &(struct rule_finding){
        .code = code, .file = file->name, .line = line,
        .column = line > 0, .what = what, .word = word });
}

static bool
index_files(struct rule_set *set, struct rule_index *index,
            struct rule_findings *findings)
{
    uint32_t n = (uint32_t)set->n_files;

    if (!rule_index_begin(set->store, index, n)) {
        findings->no_memory = true;
        return false;
    }
    for (uint32_t i = n; i-- > 0;)
        if (!rule_index_add(index, set->files[i], i))
            find_in_file(findings, RULE_E15, set->files[i], 0,
                         "no room for this name in the table",
                         index->name_of(set->files[i]));
    return true;
}

/* Where the file goes: to a shipped one's place that a user's replaces, by name
 * or theme, or behind all. Shipped files are added before any of a user's, so
 * they are indexed once. */
static bool
find_place(struct rule_set *set, const struct rule_file *file,
           struct rule_findings *findings, size_t *place)
{
    uint32_t by_name, by_theme, first;

    *place = set->n_files;
    if (file->is_shipped)
        return true;
    if (set->n_indexed != set->n_shipped &&
        (!index_files(set, &set->names, findings) ||
         !index_files(set, &set->themes, findings)))
        return false;
    set->n_indexed = set->n_shipped;
    by_name = rule_index_find(&set->names, set->files, rule_name_own(file),
                              true);
    by_theme = rule_index_find(&set->themes, set->files,
                               rule_name_theme(file), true);
    first = by_name < by_theme ? by_name : by_theme;
    if (first != NO_FILE)
        *place = first;
    return true;
}

bool
rule_set_add_file(struct rule_set *set, const char *name, struct str text,
                  bool is_shipped, struct rule_findings *findings)
{
    struct rule_file *file = store_new(set->store, struct rule_file, 1);
    struct rule_loader l = { .set = set, .file = file };
    size_t place, n_entries;

    if (!file) {
        findings->no_memory = true;
        return false;
    }
    file->name = name;
    file->text = text;
    file->is_shipped = is_shipped;
    if (!rule_file_load(&l, text, findings))
        return false;
    if (!find_place(set, file, findings, &place))
        return false;
    n_entries = set->n_entries + file->n_entries -
                (place < set->n_files ? set->files[place]->n_entries : 0);
    if (n_entries > MAX_RULES) {
        find_in_file(findings, RULE_E15, file, 0,
                     "more than 65,536 entries in all files", file->label);
        return false;
    }
    if (place == set->cap_files &&
        !store_grow(set->store, &set->files, set->n_files, &set->cap_files,
                    sizeof *set->files)) {
        findings->no_memory = true;
        return false;
    }
    set->n_files += place == set->n_files;
    set->n_shipped += is_shipped;
    set->files[place] = file;
    set->n_entries = n_entries;
    return true;
}

/* -- freezing: themes ------------------------------------------------------ */

const struct rule_file *
rule_set_theme(const struct rule_set *set, struct str name)
{
    uint32_t i;

    if (str_starts(name, STR("theme/")))
        name = str_slice(name, 6, name.len);
    i = rule_index_find(&set->themes, set->files, name, false);
    return i != NO_FILE ? set->files[i] : NULL;
}

static void
tie_themes(struct rule_set *set, struct rule_findings *findings)
{
    for (size_t i = 0; i < set->n_files; i++) {
        struct rule_file *f = set->files[i];
        const struct rule_file *same = rule_set_theme(set, f->theme);

        if (same && same != f)
            find_in_file(findings, RULE_E05, f, f->theme_line,
                         "another file describes this theme", f->theme);
        f->parent = rule_set_theme(set, f->use);
        if (f->use.len > 0 && !f->parent)
            find_in_file(findings, RULE_E01, f, f->use_line,
                         "no such theme", f->use);
    }
}

/* Whether every file's row of themes ends within MAX_RULE_USES. */
static void
check_chains(const struct rule_set *set, struct rule_findings *findings)
{
    for (size_t i = 0; i < set->n_files; i++) {
        const struct rule_file *f = set->files[i], *at = f;
        int n = 0;

        while (at && n++ < MAX_RULE_USES)
            at = at->parent;
        if (at)
            find_in_file(findings, RULE_E09, f, f->use_line,
                         "themes that use one another more than four deep",
                         f->use);
    }
}

/* -- freezing: hosts ------------------------------------------------------- */

static bool
same_claim(const struct rule_site *a, const struct rule_site *b)
{
    return a->is_exact == b->is_exact && str_eq(a->path, b->path);
}

/* Hang a claim into its host's chain, in place of a shipped one's where the
 * file is a user's. */
static void
add_claim(struct rule_set *set, uint32_t index,
          struct rule_findings *findings)
{
    struct rule_claim *claim = &set->claims[index];
    bool added;
    uint32_t *head = table_put(&set->hosts, words_hash(claim->site->host),
                               index, &added);

    if (!head)
        find_in_file(findings, RULE_E15, claim->file, claim->site->line,
                     "no room for this host in the table",
                     claim->site->host);
    if (!head || added)
        return;
    for (uint32_t i = *head; i != NO_CLAIM; i = set->claims[i].next) {
        struct rule_claim *old = &set->claims[i];

        if (!str_eq(old->site->host, claim->site->host) ||
            !same_claim(old->site, claim->site))
            continue;
        if (old->file->is_shipped == claim->file->is_shipped)
            find_in_file(findings, RULE_E05, claim->file, claim->site->line,
                         "another file has this site", claim->site->host);
        if (old->file->is_shipped)
            old->file = claim->file;
        claim->file = old->file;
        return;
    }
    claim->next = *head;
    *head = index;
}

/* A shipped file that lost all its sites to users' files speaks of no page any
 * more, by marks neither. */
static void
note_replaced(struct rule_set *set, uint32_t n_claims)
{
    for (size_t i = 0; i < set->n_files; i++)
        for (size_t k = 0; k < set->files[i]->n_sites; k++)
            if (!set->files[i]->sites[k].is_not)
                set->files[i]->is_replaced = true;
    for (uint32_t i = 0; i < n_claims; i++)
        set->files[set->claims[i].file->index]->is_replaced = false;
}

static bool
build_hosts(struct rule_set *set, struct rule_findings *findings)
{
    uint32_t n = 0, index = 0;

    for (size_t i = 0; i < set->n_files; i++)
        n += (uint32_t)set->files[i]->n_sites;
    set->claims = store_new(set->store, struct rule_claim, n);
    set->hosts.n_slots = table_slots_for(n);
    set->hosts.slots = store_new(set->store, struct table_slot,
                                 set->hosts.n_slots);
    if (!set->claims || !set->hosts.slots)
        return false;
    for (size_t i = 0; i < set->n_files; i++) {
        struct rule_file *f = set->files[i];

        f->index = (uint32_t)i;
        for (size_t k = 0; k < f->n_sites; k++) {
            if (f->sites[k].is_not)
                continue;
            set->claims[index] =
                (struct rule_claim){ f, &f->sites[k], NO_CLAIM };
            add_claim(set, index++, findings);
        }
    }
    note_replaced(set, index);
    return true;
}

/* -- freezing: literals ---------------------------------------------------- */

/* The literals of one automaton before it is built. */
struct gathered {
    struct store *scratch;
    struct str *texts;
    uint32_t *entries;      /* id of the entry that each is of */
    size_t n, cap_texts, cap_entries;
};

static bool
gather(struct gathered *g, struct str text, uint32_t id)
{
    if ((g->n == g->cap_texts &&
         !store_grow(g->scratch, &g->texts, g->n, &g->cap_texts,
                     sizeof *g->texts)) ||
        (g->n == g->cap_entries &&
         !store_grow(g->scratch, &g->entries, g->n, &g->cap_entries,
                     sizeof *g->entries)))
        return false;
    g->texts[g->n] = text;
    g->entries[g->n++] = id;
    return true;
}

/* Build the automaton, and the lists of entries by literal (counting sort). */
static bool
build_literals(struct store *s, const struct gathered *g,
               struct rule_literals *out)
{
    uint32_t *ids = store_new(g->scratch, uint32_t, g->n + 1);
    uint32_t n;

    if (!ids || (g->n > 0 &&
                 !literals_build(s, g->texts, g->n, ids, &out->set)))
        return false;
    n = out->set.n;
    out->first = store_new(s, uint32_t, n + 2);
    out->ids = store_new(s, uint32_t, g->n + 1);
    if (!out->first || !out->ids)
        return false;
    for (size_t i = 0; i < g->n; i++)
        out->first[ids[i] + 2]++;
    for (uint32_t i = 1; i <= n; i++)
        out->first[i + 1] += out->first[i];
    for (size_t i = 0; i < g->n; i++)
        out->ids[out->first[ids[i] + 1]++] = g->entries[i];
    return true;
}

struct gathering {
    struct gathered folded, raw, marks;
};

static bool
gather_entry(struct rule_set *set, const struct rule_entry *e, uint32_t id,
             struct gathering *g)
{
    const struct rule_match *m = &e->match;
    struct str literal = m->phrase;

    if (m->pattern)
        literal = pattern_literal(m->pattern);
    set->has_literal[id] = literal.len > 0;
    if (e->key == RULE_KEY_mark) {
        set->mark_ids[set->n_marks++] = id;
        return literal.len == 0 || gather(&g->marks, literal,
                                          set->n_marks - 1);
    }
    if (literal.len == 0)
        return true;
    if (m->is_literal || (m->pattern && !m->is_folded))
        return gather(&g->raw, literal, id);
    return gather(&g->folded, literal, id);
}

static bool
gather_entries(struct rule_set *set, struct gathering *g)
{
    uint32_t id = 0;

    for (size_t i = 0; i < set->n_files; i++) {
        struct rule_file *f = set->files[i];

        f->first_id = id;
        for (size_t k = 0; k < f->n_entries; k++, id++) {
            const struct rule_entry *e = &f->entries[k];

            set->refs[id] = (struct rule_ref){ f, e };
            if (f->sections[e->section].kind != RULE_IN_CASE &&
                !gather_entry(set, e, id, g))
                return false;
        }
    }
    return true;
}

static bool
build_automata(struct rule_set *set)
{
    struct store scratch = { NULL, 0 };
    struct gathering g = { .folded.scratch = &scratch,
                           .raw.scratch = &scratch,
                           .marks.scratch = &scratch };
    bool ok;

    set->refs = store_new(set->store, struct rule_ref, set->n_entries + 1);
    set->has_literal = store_new(set->store, bool, set->n_entries + 1);
    set->mark_ids = store_new(set->store, uint32_t, set->n_entries + 1);
    ok = set->refs && set->has_literal && set->mark_ids &&
         gather_entries(set, &g) &&
         build_literals(set->store, &g.folded, &set->folded) &&
         build_literals(set->store, &g.raw, &set->raw) &&
         build_literals(set->store, &g.marks, &set->marks);
    store_free(&scratch);
    return ok;
}

bool
rule_set_freeze(struct rule_set *set, struct rule_findings *findings)
{
    size_t n_errors = findings->n_errors;

    if (!index_files(set, &set->themes, findings))
        return false;
    tie_themes(set, findings);
    check_chains(set, findings);
    if (!build_hosts(set, findings) || !build_automata(set)) {
        findings->no_memory = true;
        return false;
    }
    return findings->n_errors == n_errors && !findings->no_memory;
}
