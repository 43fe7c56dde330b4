/* rule_findings.h - what is wrong in a file of rules, lexicon or weights.
 *
 * A loader notes every finding of a file and goes on reading, so that an author
 * sees all of them at once; a file with an error is not used. Each finding has
 * a code, which names its kind for good: E errors, W warnings.
 */
#ifndef LUBB_RULES_RULE_FINDINGS_H
#define LUBB_RULES_RULE_FINDINGS_H

#include "base/store.h"
#include "base/str.h"

enum rule_code {
#define CODE(name, text) RULE_##name,
#include "rules/rule_codes.inc"
#undef CODE
    N_RULE_CODES
};

struct rule_finding {
    enum rule_code code;
    const char *file;       /* as it was named to the loader; borrowed */
    uint32_t line, column;  /* from 1, columns in code points; 0: whole file */
    const char *what;       /* the reason; in the store, as are the others */
    struct str word;        /* what it is about, or empty */
    const char *hint;       /* what to do, or NULL */
};

struct rule_findings {
    struct store *store;    /* owns items and their strings */
    struct rule_finding *items;
    size_t n, cap;
    size_t n_errors;        /* of them, codes E.. */
    bool no_memory;         /* memory was refused: the list is not whole */
};

/* "E01", and what the code stands for in a few words. */
const char *rule_code_name(enum rule_code code);
const char *rule_code_text(enum rule_code code);
bool rule_code_is_error(enum rule_code code);

/* Note a finding; its strings are copied, but for the file's name. */
void rule_findings_add(struct rule_findings *findings,
                       const struct rule_finding *finding);

/* Write the finding's message, cut to the room there is: the reason, its word
 * in ⟦⟧, which keeps columns readable beside right-to-left text, the hint. */
void rule_finding_message(const struct rule_finding *finding, char *out,
                          size_t size);

#endif
