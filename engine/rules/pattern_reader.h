/* pattern_reader.h - where the reading of a pattern's text stands.
 *
 * For pattern_tokens.c, which reads groups and repeats, and pattern_atoms.c,
 * which reads what they are made of.
 */
#ifndef LUBB_RULES_PATTERN_READER_H
#define LUBB_RULES_PATTERN_READER_H

#include "rules/pattern_parts.h"

struct pattern_reader {
    struct str text;
    size_t at;
    struct pattern_tokens *tokens;
    bool is_quoting;                        /* behind \Q */
    size_t depth;                           /* groups open, the whole one too */
    uint16_t brackets[PATTERN_MAX_NEST + 1];
    uint16_t branches[PATTERN_MAX_NEST + 1];    /* its newest bracket or OR */
};

/* The byte i bytes on; NUL at the end, and where it stands. */
static inline char
pattern_peek(const struct pattern_reader *r, size_t i)
{
    return i < r->text.len - r->at ? r->text.ptr[r->at + i] : '\0';
}

static inline bool
pattern_is_next(const struct pattern_reader *r, struct str part)
{
    return str_starts(str_slice(r->text, r->at, r->text.len), part);
}

/* The next n bytes are a token. */
struct pattern_token *pattern_add(struct pattern_reader *r,
                                  enum pattern_token_kind kind, size_t n);

/* How many digits of a base stand at `from` on, and the number that n of them
 * are. It stops growing where it is no code point and no bound any more. */
size_t pattern_count_digits(const struct pattern_reader *r, size_t from,
                            unsigned base);
uint32_t pattern_number(const struct pattern_reader *r, size_t from, size_t n,
                        unsigned base);

/* Read the escape, the set, or the quoted or plain character that is next. */
void pattern_read_escape(struct pattern_reader *r);
void pattern_read_set(struct pattern_reader *r);
void pattern_read_quoted(struct pattern_reader *r);
void pattern_read_char(struct pattern_reader *r);

#endif
