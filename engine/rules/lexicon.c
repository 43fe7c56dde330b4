#include "rules/lexicon.h"

#include <assert.h>

#include "rules/lexicon_parts.h"
#include "text/arabic.h"
#include "text/words.h"

_Static_assert(N_LEXICON_GROUPS <= 32, "a group is a bit of 32");

const char *
lexicon_group_name(enum lexicon_group group)
{
    static const char *const names[] = {
#define GROUP(name) #name,
#include "rules/lexicon_groups.inc"
#undef GROUP
    };

    assert(group < N_LEXICON_GROUPS);
    return names[group];
}

struct lexicon *
lexicon_new(struct store *s)
{
    struct lexicon *lexicon = store_new(s, struct lexicon, 1);

    if (lexicon)
        lexicon->store = s;
    return lexicon;
}

bool
lexicon_fold(struct store *s, struct str text, struct str *folded)
{
    char small[256];
    size_t len = fold_text(text, small, sizeof small);
    char *out = store_alloc(s, len + 1, 1);

    if (!out)
        return false;
    if (len <= sizeof small)
        memcpy(out, small, len);
    else
        fold_text(text, out, len);
    *folded = (struct str){ out, len };
    return true;
}

static void
fill_entries(struct lexicon *lexicon, const uint32_t *ids)
{
    for (size_t i = 0; i < lexicon->n_phrases; i++) {
        const struct lexicon_phrase *p = &lexicon->phrases[i];

        lexicon->entries[ids[i]].groups[p->kind] |= 1u << p->group;
        if (p->folded.len > lexicon->longest)
            lexicon->longest = p->folded.len;
    }
}

bool
lexicon_freeze(struct lexicon *lexicon)
{
    struct store scratch = { NULL, 0 };
    size_t n = lexicon->n_phrases;
    struct str *texts = store_new(&scratch, struct str, n);
    uint32_t *ids = store_new(&scratch, uint32_t, n);
    bool ok = texts && ids;

    for (size_t i = 0; ok && i < n; i++)
        texts[i] = lexicon->phrases[i].folded;
    ok = ok && literals_build(lexicon->store, texts, n, ids,
                              &lexicon->literals);
    if (ok) {
        lexicon->entries = store_new(lexicon->store, struct lexicon_entry,
                                     lexicon->literals.n);
        ok = lexicon->entries != NULL;
    }
    if (ok)
        fill_entries(lexicon, ids);
    store_free(&scratch);
    return ok;
}

static bool
is_digit_or_space(char c)
{
    return is_digit(c) || c == ' ';
}

/* Folded text without the words of digits at either end: "12 comments" and
 * "comments 12" are a heading and its count. */
static struct str
trim_numbers(struct str s)
{
    size_t beg = 0, end = s.len;

    for (size_t i = 0; i < s.len && is_digit_or_space(s.ptr[i]); i++)
        if (s.ptr[i] == ' ')
            beg = i + 1;
    for (size_t i = s.len; i > beg && is_digit_or_space(s.ptr[i - 1]); i--)
        if (s.ptr[i - 1] == ' ')
            end = i - 1;
    return str_slice(s, beg, end);
}

/* A block on its way through the lexicon. */
struct subject {
    struct str text;
    struct str core;    /* text without numbers at its ends */
    bool is_short, may_start;
};

static uint32_t
groups_of_hit(const struct subject *s, const struct literal_hit *hit,
              const struct lexicon_entry *entry)
{
    size_t core_beg = (size_t)(s->core.ptr - s->text.ptr);
    size_t core_end = core_beg + s->core.len;
    bool at_beg = hit->beg == 0, at_end = hit->end == s->text.len;
    uint32_t groups = 0;

    if (!words_are_whole(s->text, hit->beg, hit->end))
        return 0;
    if ((at_beg || hit->beg == core_beg) && (at_end || hit->end == core_end))
        groups |= entry->groups[LEXICON_LINE];
    if (at_beg && s->may_start)
        groups |= entry->groups[LEXICON_START];
    if (s->is_short)
        groups |= entry->groups[LEXICON_INSIDE];
    if (at_end && s->is_short)
        groups |= entry->groups[LEXICON_TAIL];
    return groups;
}

uint32_t
lexicon_match(const struct lexicon *lexicon, struct str folded,
              uint32_t n_words)
{
    struct subject subject = {
        folded, trim_numbers(folded),
        n_words <= LEXICON_SHORT_WORDS, n_words <= LEXICON_START_WORDS
    };
    struct literal_scan scan = literals_scan(&lexicon->literals, folded);
    struct literal_hit hit;
    uint32_t groups = 0;

    /* all that a long block can be is a line, digits aside */
    if (!subject.is_short && subject.core.len > lexicon->longest)
        return 0;
    while (literals_next(&scan, &hit))
        groups |= groups_of_hit(&subject, &hit, &lexicon->entries[hit.id]);
    return groups;
}

static void
prove_line(const struct lexicon *lexicon, const struct lexicon_proof *proof,
           struct rule_findings *findings)
{
    struct store scratch = { NULL, 0 };
    struct str folded;
    bool hits;

    if (!lexicon_fold(&scratch, proof->text, &folded)) {
        findings->no_memory = true;
        return;
    }
    hits = lexicon_match(lexicon, folded, words_count(folded)) >>
           proof->group & 1;
    if (hits != proof->is_yes)
        rule_findings_add(findings, &(struct rule_finding){
            .code = RULE_E14, .file = proof->file, .line = proof->line,
            .column = proof->column, .word = proof->text,
            .what = hits ? "a no: line is hit by its group"
                         : "a yes: line is not hit by its group" });
    store_free(&scratch);
}

size_t
lexicon_prove(const struct lexicon *lexicon, struct rule_findings *findings)
{
    for (size_t i = 0; i < lexicon->n_proofs; i++)
        prove_line(lexicon, &lexicon->proofs[i], findings);
    return lexicon->n_proofs;
}
