#include "judge/rule_errors.h"

/* "what ⟦word⟧" in the store, or NULL. */
static const char *
join_message(struct store *s, struct str what, struct str word)
{
    const struct str open = STR(" ⟦"), close = STR("⟧");
    struct str parts[] = { what, open, word, close };
    size_t n_parts = word.len > 0 ? 4 : 1;
    char *message = store_alloc(s, what.len + open.len + word.len +
                                   close.len + 1, 1);
    char *out = message;

    for (size_t i = 0; message && i < n_parts; i++) {
        memcpy(out, parts[i].ptr, parts[i].len);
        out += parts[i].len;
    }
    return message;
}

void
rule_errors_add(struct rule_errors *errors, const char *file, uint32_t line,
                uint32_t column, const char *what, struct str word)
{
    const char *message = join_message(errors->store, str_of(what), word);

    if (!message ||
        (errors->n == errors->cap &&
         !store_grow(errors->store, &errors->items, errors->n, &errors->cap,
                     sizeof *errors->items))) {
        errors->no_memory = true;
        return;
    }
    errors->items[errors->n++] =
        (struct rule_error){ file, line, column, message };
}
