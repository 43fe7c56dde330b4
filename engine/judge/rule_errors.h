/* rule_errors.h - what is wrong in a file of rules, lexicon or weights.
 *
 * A loader reports every error of a file and goes on reading, so that an author
 * sees all of them at once; a file with an error is not used.
 */
#ifndef LUBB_JUDGE_RULE_ERRORS_H
#define LUBB_JUDGE_RULE_ERRORS_H

#include "base/store.h"
#include "base/str.h"

struct rule_error {
    const char *file;       /* as it was named to the loader; borrowed */
    uint32_t line, column;  /* from 1, columns in code points; 0: whole file */
    const char *message;    /* one line; in the store */
};

struct rule_errors {
    struct store *store;    /* owns items and messages */
    struct rule_error *items;
    size_t n, cap;
    bool no_memory;         /* memory was refused: the list is not whole */
};

/* Note an error: the message is `what`, and where `word` is not empty the word
 * in ⟦⟧ behind it, which keeps columns readable beside right-to-left text. */
void rule_errors_add(struct rule_errors *errors, const char *file,
                     uint32_t line, uint32_t column, const char *what,
                     struct str word);

#endif
