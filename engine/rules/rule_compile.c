/* rule_compile.c - one value of a key to the match that it names. */
#include "base/limits.h"
#include "rules/rule_load.h"
#include "text/arabic.h"
#include "text/words.h"

static const char *const place_names[N_RULE_PLACES] = {
    "title", "date", "byline", "start", "end"
};

static bool
fail(const struct rule_loader *l, enum rule_code code, struct str at,
     const char *what)
{
    rule_lines_find(&l->lines, code, at, what);
    return false;
}

/* -- phrases --------------------------------------------------------------- */

static bool
fold_phrase(struct rule_loader *l, struct str text, struct str *folded)
{
    size_t len = fold_text(text, NULL, 0);
    char *out = store_alloc(l->set->store, len + 1, 1);

    if (!out) {
        l->no_memory = true;
        return false;
    }
    fold_text(text, out, len);
    *folded = (struct str){ out, len };
    return true;
}

static bool
compile_phrase(struct rule_loader *l, const struct rule_value *value,
               struct rule_match *out)
{
    struct str folded;

    if (value->text.len > MAX_PATTERN)
        return fail(l, RULE_E15, value->text, "a phrase of over 512 bytes");
    if (!fold_phrase(l, value->text, &folded))
        return false;
    if (folded.len == 0)
        return fail(l, RULE_E10, value->text,
                    "nothing is left of this, folded");
    out->is_literal = value->mark == '=';
    out->is_anywhere = value->mark == '*';
    out->phrase = out->is_literal ? value->text : folded;
    out->n_words = words_count(folded);
    return true;
}

/* -- patterns -------------------------------------------------------------- */

static bool
keep_pattern(struct rule_loader *l, struct pattern *pattern)
{
    struct rule_set *set = l->set;

    if (set->n_patterns == set->cap_patterns &&
        !store_grow(set->store, &set->patterns, set->n_patterns,
                    &set->cap_patterns, sizeof *set->patterns)) {
        pattern_free(pattern);
        l->no_memory = true;
        return false;
    }
    set->patterns[set->n_patterns++] = pattern;
    return true;
}

/* Read the letters behind a pattern's last slash. */
static bool
read_flags(const struct rule_loader *l, struct str letters, unsigned *flags)
{
    for (size_t i = 0; i < letters.len; i++) {
        if (letters.ptr[i] == 'i')
            *flags |= PATTERN_CASELESS;
        else if (letters.ptr[i] == 'f')
            *flags |= PATTERN_FOLDED;
        else
            return fail(l, RULE_E11, letters, "the flags are i and f");
    }
    return true;
}

static const struct pattern *
compile_pattern(struct rule_loader *l, struct str text, unsigned flags)
{
    struct pattern_error error;
    struct pattern *pattern;

    if (!l->file->is_shipped)
        flags |= PATTERN_TORTURE;
    pattern = pattern_compile(l->set->store, text, flags, &error);

    if (!pattern) {
        if (error.what[0] == '\0')
            l->no_memory = true;
        else
            fail(l, error.is_refused ? RULE_E12 : RULE_E04,
                 str_slice(text, error.at, text.len), error.what);
        return NULL;
    }
    return keep_pattern(l, pattern) ? pattern : NULL;
}

static bool
compile_regex(struct rule_loader *l, enum rule_key key,
              const struct rule_value *value, struct rule_match *out)
{
    unsigned flags = 0;

    if (!read_flags(l, value->flags, &flags))
        return false;
    if (rule_keys[key].how & RULE_HOW_DELETES)
        flags |= PATTERN_DELETES;
    if (key == RULE_KEY_cut && (flags & PATTERN_FOLDED))
        return fail(l, RULE_E11, value->flags,
                    "a cut runs on the line as it stands, not folded");
    out->is_folded = (flags & PATTERN_FOLDED) != 0;
    out->pattern = compile_pattern(l, value->text, flags);
    return out->pattern != NULL;
}

static bool
compile_step(struct rule_loader *l, enum rule_key key,
             const struct rule_value *value, struct rule_entry *out)
{
    unsigned flags = 0;

    if (value->step.len == 0)
        return true;
    if ((rule_keys[key].how & RULE_HOW_STEP) == 0)
        return fail(l, RULE_E11, value->step, "only fields have a step");
    if (!read_flags(l, value->step_flags, &flags))
        return false;
    if (flags & PATTERN_FOLDED)
        return fail(l, RULE_E11, value->step_flags,
                    "a step runs on the text as it stands, not folded");
    out->step = compile_pattern(l, value->step, flags);
    return out->step != NULL;
}

/* -- places and selectors -------------------------------------------------- */

static bool
compile_place(const struct rule_loader *l, const struct rule_value *value,
              struct rule_match *out)
{
    size_t place = rule_lines_choose(&l->lines, value->text, place_names,
                                     N_RULE_PLACES, "no such place");

    if (place == N_RULE_PLACES)
        return false;
    out->place = (enum rule_place)place;
    if (value->flags.len > 4 ||
        (value->flags.len > 0 && !str_to_int(value->flags, &out->offset)))
        return fail(l, RULE_E11, value->flags, "an offset of up to 3 digits");
    return true;
}

static bool
compile_selector(struct rule_loader *l, enum rule_key key,
                 const struct rule_value *value, struct rule_match *out)
{
    struct selector_error error;
    bool is_field = (rule_keys[key].how & RULE_HOW_STEP) != 0;

    if (value->text.len > MAX_PATTERN)
        return fail(l, RULE_E15, value->text, "a selector of over 512 bytes");
    out->selector = selector_compile(l->set->store, value->text, &error);
    if (!out->selector) {
        if (!error.what)
            return !(l->no_memory = true);
        return fail(l, RULE_E03,
                    str_slice(value->text, error.at, error.at + error.len),
                    error.what);
    }
    if (selector_attribute(out->selector).len > 0 && !is_field)
        return fail(l, RULE_E11, value->text,
                    "only fields read an attribute");
    return true;
}

/* -- values ---------------------------------------------------------------- */

static const char *const kind_names[] = {
    [RULE_PHRASE] = "this key takes no phrase",
    [RULE_REGEX] = "this key takes no pattern",
    [RULE_PLACE] = "this key takes no place",
    [RULE_SELECTOR] = "this key takes no selector; a phrase stands in quotes"
};

static bool
check_shape(const struct rule_loader *l, enum rule_key key,
            const struct rule_value *value)
{
    const struct rule_key_info *info = &rule_keys[key];
    bool in_case = l->file->sections[l->file->n_sections - 1].kind ==
                   RULE_IN_CASE;

    if ((info->what >> value->kind & 1) == 0 ||
        (in_case && value->kind != RULE_PHRASE))
        return fail(l, RULE_E11, value->text, kind_names[value->kind]);
    if (value->word.len > 0 &&
        (!(info->how & RULE_HOW_WORD) ||
         !(str_eq(value->word, STR("last")) ||
           str_eq(value->word, STR("first")))))
        return fail(l, RULE_E01, value->word, "a word that has no place here");
    return true;
}

bool
rule_compile(struct rule_loader *l, enum rule_key key,
             const struct rule_value *value, struct rule_entry *out)
{
    bool ok;

    if (!check_shape(l, key, value))
        return false;
    out->match.kind = value->kind;
    switch (value->kind) {
    case RULE_PHRASE:
        ok = compile_phrase(l, value, &out->match);
        break;
    case RULE_REGEX:
        ok = compile_regex(l, key, value, &out->match);
        break;
    case RULE_PLACE:
        ok = compile_place(l, value, &out->match);
        break;
    default:
        ok = compile_selector(l, key, value, &out->match);
    }
    out->is_edge = key == RULE_KEY_cut && !out->match.is_anywhere;
    if (key == RULE_KEY_mark || key == RULE_KEY_cut)
        out->match.is_anywhere = true;
    if (ok && (key == RULE_KEY_cut || key == RULE_KEY_mark) &&
        out->match.is_literal)
        return fail(l, RULE_E11, value->text, "this key folds its phrases");
    if (key == RULE_KEY_name && ok)
        l->file->label = value->text;
    return ok && compile_step(l, key, value, out);
}
