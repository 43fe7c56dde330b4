/* rule_proofs.c - the yes: and no: lines of a file against its entries. */
#include "base/limits.h"
#include "rules/rule_cuts.h"
#include "text/arabic.h"
#include "text/words.h"

/* Bytes of scratch memory: a proof is a line, and the cuts of it. */
enum { PROOF_ARENA = 256 << 10, PROOF_MAX = 4096 };

struct prover {
    const struct rule_file *file;
    char *region;                   /* of the arena, for one entry at a time */
    struct rule_page page;          /* its arena, runner, fuel and limits */
    struct rule_findings *findings;
};

static void
find(const struct prover *p, enum rule_code code, uint32_t line,
     uint32_t column, const char *what, struct str word)
{
    rule_findings_add(p->findings, &(struct rule_finding){
        .code = code, .file = p->file->name, .line = line, .column = column,
        .what = what, .word = word });
}

static bool
hits(struct prover *p, const struct rule_entry *e, struct str text)
{
    struct rule_subject s = { .text = text };
    struct ruling cut = { .n_cuts = 0 };

    arena_reset(p->page.arena, p->region, PROOF_ARENA);
    s.folded = fold_in_arena(p->page.arena, text);
    s.n_words = words_count(s.folded);
    if (e->key != RULE_KEY_cut)
        return rule_match_hits(&p->page, &e->match, &s);
    rule_cut_text(&p->page, e, &s, &cut);
    return cut.n_cuts > 0;
}

/* Run one proof: a yes: is hit by some entry of its line, a no: by none. Notes
 * in `proven` which entries hit. */
static void
run(struct prover *p, const struct rule_proof *proof, bool *proven)
{
    bool any = false;

    for (uint32_t i = proof->beg; i < proof->end; i++) {
        bool hit = hits(p, &p->file->entries[i], proof->text);

        any = any || hit;
        proven[i] = proven[i] || (hit && proof->is_yes);
    }
    if (any != proof->is_yes)
        find(p, RULE_E14, proof->line, proof->column,
             any ? "a no: line is hit by the entry above"
                 : "a yes: line is not hit by the entry above", proof->text);
}

static bool
wants_proof(const struct rule_entry *e)
{
    return (rule_keys[e->key].how & RULE_HOW_DELETES) &&
           (e->match.kind == RULE_PHRASE || e->match.kind == RULE_REGEX);
}

static void
check_proven(const struct prover *p, bool is_strict, const bool *proven,
             const bool *has_no)
{
    for (size_t i = 0; i < p->file->n_entries; i++) {
        const struct rule_entry *e = &p->file->entries[i];

        if (!wants_proof(e))
            continue;
        if (!proven[i])
            find(p, is_strict ? RULE_E14 : RULE_W34, e->line, e->column,
                 "no yes: line proves this", e->source);
        if (!has_no[i])
            find(p, is_strict ? RULE_E14 : RULE_W34, e->line, e->column,
                 "no no: line shows what this leaves alone", e->source);
    }
}

static void
prove_all(struct prover *p, bool is_strict, struct store *scratch)
{
    const struct rule_file *f = p->file;
    bool *proven = store_new(scratch, bool, f->n_entries + 1);
    bool *has_no = store_new(scratch, bool, f->n_entries + 1);

    p->region = store_alloc(scratch, PROOF_ARENA, 1);
    if (!proven || !has_no || !p->region) {
        p->findings->no_memory = true;
        return;
    }
    for (size_t i = 0; i < f->n_proofs; i++) {
        const struct rule_proof *proof = &f->proofs[i];

        if (proof->text.len > PROOF_MAX) {
            find(p, RULE_E15, proof->line, proof->column,
                 "a proof of over 4,096 bytes", (struct str){ NULL, 0 });
            continue;
        }
        run(p, proof, proven);
        for (uint32_t k = proof->beg; k < proof->end; k++)
            has_no[k] = has_no[k] || !proof->is_yes;
    }
    check_proven(p, is_strict, proven, has_no);
    arena_reset(p->page.arena, p->region, 0);
}

size_t
rule_file_prove(const struct rule_file *file, bool is_strict,
                struct rule_findings *findings)
{
    struct arena arena = { NULL, NULL, NULL, NULL };
    struct store scratch = { NULL, 0 };
    struct fuel fuel = { 0, UINT64_MAX };
    uint32_t limits = 0;
    struct pattern_runner runner;
    bool is_open = pattern_runner_open(&runner);
    struct prover p = {
        .file = file, .findings = findings,
        .page = { .arena = &arena, .runner = &runner, .fuel = &fuel,
                  .limits = &limits }
    };

    if (is_open)
        prove_all(&p, is_strict, &scratch);
    else
        findings->no_memory = true;
    pattern_runner_close(&runner);
    store_free(&scratch);
    return file->n_proofs;
}
