/* lint_values.c - phrases, patterns and dates that are right and yet not what
 * their author thinks: what can be told without a page.
 */
#include "author/lint.h"

#include "text/arabic.h"
#include "text/utf8.h"
#include "text/words.h"

enum {
    MIN_LETTERS = 4,        /* of a phrase, or sentences begin with it */
    MAX_AGE = 365           /* days since a rule was checked */
};

static bool
is_phrase(const struct rule_entry *e)
{
    return e->match.kind == RULE_PHRASE && e->match.phrase.len > 0;
}

/* -- W32: what folding removes --------------------------------------------- */

static bool
is_presentation_form(uint32_t cp)
{
    return (cp >= 0xFB50 && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFE);
}

static void
check_marks(struct lint *l, const struct rule_entry *e)
{
    struct str s = e->source;
    size_t at = 0;

    while (at < s.len) {
        size_t beg = at;
        uint32_t cp = utf8_next(s, &at);
        enum char_class class = char_classify(cp);

        if (class != CHAR_MARK && class != CHAR_IGNORED &&
            !is_presentation_form(cp))
            continue;
        lint_find_in(l, RULE_W32, e, &(struct rule_finding){
            .what = class == CHAR_MARK      ? "a mark"
                    : class == CHAR_IGNORED ? "a tatweel, or a character "
                                              "that does not show"
                                            : "a presentation form",
            .word = str_slice(s, beg, at),
            .hint = "phrases are folded: letters alone are enough" });
        return;
    }
}

/* -- W25: short phrases ---------------------------------------------------- */

static uint32_t
count_letters(struct str folded)
{
    uint32_t n = 0;

    for (size_t at = 0; at < folded.len;)
        n += utf8_next(folded, &at) != ' ';
    return n;
}

static void
check_length(struct lint *l, const struct rule_entry *e)
{
    const struct stopwords *stopwords = &l->rules->engine.stopwords;
    const struct rule_match *m = &e->match;
    const char *what = NULL;

    if (m->is_literal)
        return;
    if (count_letters(m->phrase) < MIN_LETTERS)
        what = "a phrase of under four letters";
    else if (m->n_words == 1 && stopwords_has(stopwords, m->phrase))
        what = "a phrase that is one function word";
    if (what)
        lint_find_in(l, RULE_W25, e, &(struct rule_finding){
            .what = what, .word = e->source });
}

/* -- W26: patterns --------------------------------------------------------- */

static void
check_pattern(struct lint *l, const struct rule_entry *e)
{
    const struct pattern *pattern = e->match.pattern;
    const char *what = NULL;

    if (pattern && pattern_literal(pattern).len == 0)
        what = "a pattern without a fixed text of three bytes: it runs on "
               "every block";
    if ((pattern && pattern_may_backtrack(pattern)) ||
        (e->step && pattern_may_backtrack(e->step)))
        what = "a pattern with two repetitions that can take the same text";
    if (what)
        lint_find_in(l, RULE_W26, e, &(struct rule_finding){
            .what = what, .word = e->source });
}

/* -- W24: phrases that others cover ---------------------------------------- */

/* Keys where it does not matter which of two phrases hits a block. */
static bool
is_a_matter_of_blocks(enum rule_key key)
{
    switch (key) {
    case RULE_KEY_mark:
    case RULE_KEY_if:
    case RULE_KEY_unless:
    case RULE_KEY_after:
    case RULE_KEY_from:
    case RULE_KEY_until:
    case RULE_KEY_drop:
    case RULE_KEY_keep:
        return true;
    default:
        return false;
    }
}

/* Whether `part` stands in `whole` in whole words. */
static bool
has_words(struct str whole, struct str part)
{
    size_t at = 0;

    while ((at = str_find(whole, part, at)) < whole.len) {
        size_t end = at + part.len;

        if ((at == 0 || whole.ptr[at - 1] == ' ') &&
            (end == whole.len || whole.ptr[end] == ' '))
            return true;
        at = end;
    }
    return false;
}

static bool
are_comparable(const struct rule_entry *a, const struct rule_entry *b)
{
    return a != b && a->key == b->key && a->section == b->section &&
           a->match.is_literal == b->match.is_literal &&
           a->is_last == b->is_last && a->is_hard == b->is_hard &&
           is_phrase(a) && is_phrase(b);
}

/* Whether every block that b hits is hit by a, with the same effect. */
static bool
covers(const struct rule_entry *a, const struct rule_entry *b)
{
    struct str p = a->match.phrase, q = b->match.phrase;

    if (a->count < b->count ||
        (a->key == RULE_KEY_hint && a->count != b->count))
        return false;
    if (str_eq(p, q))
        return a->match.is_anywhere || !b->match.is_anywhere;
    if (!is_a_matter_of_blocks(a->key) || a->is_last || a->match.is_literal)
        return false;
    if (a->match.is_anywhere)
        return has_words(q, p);
    return !b->match.is_anywhere && b->match.n_words <= RULE_START_WORDS &&
           str_starts(q, p) && q.ptr[p.len] == ' ';
}

/* The entry that makes e superfluous, or NULL. Of two that say the same, the
 * first stays. */
static const struct rule_entry *
find_cover(const struct rule_file *f, const struct rule_entry *e)
{
    const struct rule_section *s = &f->sections[e->section];

    for (uint32_t i = s->beg; i < s->end; i++) {
        const struct rule_entry *other = &f->entries[i];

        if (are_comparable(other, e) && covers(other, e) &&
            (other < e || !covers(e, other)))
            return other;
    }
    return NULL;
}

/* Looks at each pair, of at most 1,024 entries. */
static void
check_cover(struct lint *l, const struct rule_entry *e)
{
    const struct rule_entry *other = find_cover(l->file, e);
    struct lint_hint hint = { .len = 0 };

    if (!other)
        return;
    lint_hint_add(&hint, STR("line "));
    lint_hint_add_number(&hint, other->line);
    lint_hint_add(&hint, STR(" hits what this would"));
    lint_find_in(l, RULE_W24, e, &(struct rule_finding){
        .what = "covered by another phrase, folded", .word = e->source,
        .hint = hint.text });
}

/* -- W31: age -------------------------------------------------------------- */

/* Days before a month of a year that begins in March. */
int64_t
lint_day(struct str text)
{
    int32_t year, month, day;

    if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-' ||
        !is_digit(text.ptr[0]) || !is_digit(text.ptr[5]) ||
        !is_digit(text.ptr[8]) ||
        !str_to_int(str_slice(text, 0, 4), &year) ||
        !str_to_int(str_slice(text, 5, 7), &month) ||
        !str_to_int(str_slice(text, 8, 10), &day) || month < 1 ||
        month > 12 || day < 1 || day > 31)
        return NO_DAY;
    year -= month < 3;
    month = (month + 9) % 12;
    return (int64_t)year * 365 + year / 4 - year / 100 + year / 400 +
           (month * 153 + 2) / 5 + day - 1;
}

static uint32_t
line_of(struct str text, const char *at)
{
    uint32_t line = 1;

    for (const char *p = text.ptr; p < at; p++)
        line += *p == '\n';
    return line;
}

static void
check_age(struct lint *l)
{
    const struct rule_file *f = l->file;
    int64_t checked = lint_day(f->checked);
    const char *beg = f->checked.ptr;
    uint32_t column = 1;

    if (l->today == NO_DAY || checked == NO_DAY ||
        l->today - checked <= MAX_AGE)
        return;
    while (beg > f->text.ptr && beg[-1] != '\n') {
        beg--;
        column++;
    }
    lint_find(l, &(struct rule_finding){
        .code = RULE_W31, .line = line_of(f->text, beg), .column = column,
        .what = "checked more than a year ago", .word = f->checked });
}

/* -- all entries ----------------------------------------------------------- */

void
lint_values(struct lint *l)
{
    const struct rule_file *f = l->file;

    check_age(l);
    for (size_t i = 0; i < f->n_entries; i++) {
        const struct rule_entry *e = &f->entries[i];

        if (lint_in_case(l, e) || e->key == RULE_KEY_name)
            continue;
        if (e->match.selector)
            lint_selector(l, e);
        check_pattern(l, e);
        if (!is_phrase(e))
            continue;
        if (!e->match.is_literal)
            check_marks(l, e);
        check_length(l, e);
        check_cover(l, e);
    }
}
