/* lexicon_load.c - the files of the lexicon: [lexicon GROUP] sections of
 * phrases, and of lines that prove them.
 */
#include "base/limits.h"
#include "rules/lexicon_parts.h"
#include "rules/rule_values.h"

/* The keys of a section; the first are the kinds of match. */
enum { KEY_YES = N_LEXICON_KINDS, KEY_NO, N_KEYS };

static const char *const key_names[N_KEYS] = {
    [LEXICON_LINE] = "line", [LEXICON_START] = "start",
    [LEXICON_INSIDE] = "inside", [LEXICON_TAIL] = "tail",
    [KEY_YES] = "yes", [KEY_NO] = "no"
};

struct loader {
    struct lexicon *lexicon;
    struct rule_lines lines;
    const char *file;       /* its name, in the lexicon's store */
    size_t group;           /* N_LEXICON_GROUPS: no section, or a wrong one */
    bool in_section;
    bool no_memory;
};

static void
open_section(struct loader *l, const struct rule_line *line)
{
    static const char *const kinds[] = { "lexicon" };
    const char *names[N_LEXICON_GROUPS];

    l->in_section = true;
    l->group = N_LEXICON_GROUPS;
    if (rule_lines_choose(&l->lines, line->key, kinds, 1,
                          "not a section of a lexicon"))
        return;
    for (size_t i = 0; i < N_LEXICON_GROUPS; i++)
        names[i] = lexicon_group_name((enum lexicon_group)i);
    l->group = rule_lines_choose(&l->lines, line->rest, names,
                                 N_LEXICON_GROUPS, "no such group");
}

static bool
check_value(const struct loader *l, const struct rule_value *value)
{
    const char *what = NULL;

    if (value->kind != RULE_PHRASE)
        what = "only \"phrases\" stand in a lexicon";
    else if (value->mark || value->word.len > 0 || value->step.len > 0)
        what = "a phrase of a lexicon stands alone";
    else if (value->text.len > MAX_PATTERN)
        what = "a phrase of more than 512 bytes";
    if (what)
        rule_lines_find(&l->lines, RULE_E11, value->text, what);
    return !what;
}

static bool
add_phrase(struct loader *l, enum lexicon_kind kind, struct str text)
{
    struct lexicon *x = l->lexicon;
    struct str folded;

    if (!lexicon_fold(x->store, text, &folded))
        return false;
    if (folded.len == 0) {
        rule_lines_find(&l->lines, RULE_E10, text,
                        "nothing is left of this, folded");
        return true;
    }
    if (x->n_phrases == x->cap_phrases &&
        !store_grow(x->store, &x->phrases, x->n_phrases, &x->cap_phrases,
                    sizeof *x->phrases))
        return false;
    x->phrases[x->n_phrases++] = (struct lexicon_phrase){
        folded, (enum lexicon_group)l->group, kind
    };
    return true;
}

static bool
add_proof(struct loader *l, bool is_yes, struct str text)
{
    struct lexicon *x = l->lexicon;
    struct str copy = store_str(x->store, text);

    if (!copy.ptr || (x->n_proofs == x->cap_proofs &&
                      !store_grow(x->store, &x->proofs, x->n_proofs,
                                  &x->cap_proofs, sizeof *x->proofs)))
        return false;
    x->proofs[x->n_proofs++] = (struct lexicon_proof){
        copy, l->file, l->lines.number,
        rule_lines_column(&l->lines, text.ptr),
        (enum lexicon_group)l->group, is_yes
    };
    return true;
}

static void
read_entry(struct loader *l, const struct rule_line *line)
{
    size_t key = rule_lines_choose(&l->lines, line->key, key_names, N_KEYS,
                                   "no such key");
    struct rule_values values = rule_values_begin(&l->lines, line->rest);
    struct rule_value value;
    bool ok = true;

    if (key == N_KEYS)
        return;
    if (line->suffix.len > 0) {
        rule_lines_find(&l->lines, RULE_E11, line->suffix,
                        "this key has no suffix");
        return;
    }
    while (ok && rule_values_next(&values, &value)) {
        if (!check_value(l, &value))
            continue;
        if (key < N_LEXICON_KINDS)
            ok = add_phrase(l, (enum lexicon_kind)key, value.text);
        else
            ok = add_proof(l, key == KEY_YES, value.text);
    }
    l->no_memory = l->no_memory || !ok;
}

static void
read_lines(struct loader *l)
{
    struct rule_line line;

    while (!l->no_memory && rule_lines_next(&l->lines, &line)) {
        if (line.is_section)
            open_section(l, &line);
        else if (!l->in_section)
            rule_lines_find(&l->lines, RULE_E09, line.key,
                             "no [lexicon GROUP] above this line");
        else if (l->group < N_LEXICON_GROUPS)
            read_entry(l, &line);
    }
}

bool
lexicon_add_file(struct lexicon *lexicon, const char *file, struct str text,
                 struct rule_findings *findings)
{
    size_t n_errors = findings->n_errors;
    size_t n_phrases = lexicon->n_phrases, n_proofs = lexicon->n_proofs;
    struct loader l = { .lexicon = lexicon, .group = N_LEXICON_GROUPS };

    l.file = store_str(lexicon->store, str_of(file)).ptr;
    l.no_memory = !l.file;
    if (rule_lines_begin(&l.lines, file, text, findings))
        read_lines(&l);
    findings->no_memory = findings->no_memory || l.no_memory;
    if (findings->n_errors == n_errors && !findings->no_memory)
        return true;
    lexicon->n_phrases = n_phrases;
    lexicon->n_proofs = n_proofs;
    return false;
}
