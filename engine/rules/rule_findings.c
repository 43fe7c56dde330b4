#include "rules/rule_findings.h"

#include <assert.h>

static const struct {
    const char *name, *text;
} codes[N_RULE_CODES] = {
#define CODE(name, text) { #name, text },
#include "rules/rule_codes.inc"
#undef CODE
};

const char *
rule_code_name(enum rule_code code)
{
    assert(code < N_RULE_CODES);
    return codes[code].name;
}

const char *
rule_code_text(enum rule_code code)
{
    assert(code < N_RULE_CODES);
    return codes[code].text;
}

bool
rule_code_is_error(enum rule_code code)
{
    return rule_code_name(code)[0] == 'E';
}

void
rule_findings_add(struct rule_findings *findings,
                  const struct rule_finding *finding)
{
    struct rule_finding copy = *finding;

    copy.what = store_str(findings->store, str_of(finding->what)).ptr;
    copy.word = store_str(findings->store, finding->word);
    if (finding->hint)
        copy.hint = store_str(findings->store, str_of(finding->hint)).ptr;
    if (!copy.what || !copy.word.ptr || (finding->hint && !copy.hint) ||
        (findings->n == findings->cap &&
         !store_grow(findings->store, &findings->items, findings->n,
                     &findings->cap, sizeof *findings->items))) {
        findings->no_memory = true;
        return;
    }
    findings->items[findings->n++] = copy;
    findings->n_errors += rule_code_is_error(copy.code);
}

void
rule_finding_message(const struct rule_finding *finding, char *out,
                     size_t size)
{
    bool has_word = finding->word.len > 0, has_hint = finding->hint != NULL;
    const struct str parts[] = {
        str_of(finding->what), STR(" ⟦"), finding->word, STR("⟧"),
        STR(", "), str_of(finding->hint)
    };
    const bool wanted[] = { true, has_word, has_word, has_word, has_hint,
                            has_hint };
    size_t len = 0;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t n = parts[i].len;

        if (!wanted[i])
            continue;
        if (n > size - 1 - len)
            n = size - 1 - len;
        memcpy(out + len, parts[i].ptr, n);
        len += n;
    }
    out[len] = '\0';
}
