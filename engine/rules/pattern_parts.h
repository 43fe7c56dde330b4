/* pattern_parts.h - what the pattern*.c share: a pattern's text as tokens.
 *
 * The text is read once by pattern_tokens.c, before PCRE2 sees it. What may not
 * stand in a pattern, what its literal is and where it may backtrack are all
 * told from the tokens. So that no construct is misread, what is not known
 * here is refused, even if this or a later PCRE2 would take it.
 */
#ifndef LUBB_RULES_PATTERN_PARTS_H
#define LUBB_RULES_PATTERN_PARTS_H

#include "base/limits.h"
#include "rules/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
    /* Brackets open at once; PCRE2 compiles them by recursion. */
    PATTERN_MAX_NEST = 32,

    /* Groups, 1 to this. */
    PATTERN_MAX_GROUPS = 16,

    /* MAX_SUBJECT where there is no JIT: its interpreter needs 20 ms for 1 KB
     * at worst, and 300 ms for 4 KB. */
    PATTERN_INTERPRETED_SUBJECT = 1024
};

enum pattern_token_kind {
    PATTERN_CHAR,       /* one character, cp */
    PATTERN_SET,        /* one or more of several: . \d [...] \R */
    PATTERN_PLACE,      /* matches no text: ^ $ \b \A */
    PATTERN_CUT,        /* \K */
    PATTERN_OPEN,       /* a group's bracket */
    PATTERN_LOOK,       /* a look-around's bracket */
    PATTERN_OR,
    PATTERN_CLOSE,
    PATTERN_REPEAT,     /* min to max times what stands before it */
    PATTERN_END,        /* one, the last */

    /* What is refused, by its reason; nothing but the end follows it. */
    PATTERN_VERB,       /* (*...) */
    PATTERN_CALL,       /* recursion: (?R) (?1) (?&n) \g<n> */
    PATTERN_CALLOUT,    /* (?C) */
    PATTERN_CONDITION,  /* (?(...)...) */
    PATTERN_REFERENCE,  /* to a group's text: \1 \k<n> \g1 (?P=n) */
    PATTERN_EXTENDED,   /* (?x) */
    PATTERN_BYTE,       /* \C */
    PATTERN_BRACE,      /* a { that repeats nothing */
    PATTERN_NEST,       /* more brackets open than PATTERN_MAX_NEST */
    PATTERN_UNKNOWN
};

/* No bound above. */
#define PATTERN_UNBOUNDED UINT32_MAX

struct pattern_token {
    enum pattern_token_kind kind;
    bool is_possessive;     /* a repeat; an atomic group */
    uint16_t beg, end;      /* bytes of the text */
    uint16_t link;          /* a bracket's and an OR's is the group's next OR,
                             * or its end; the end's is the bracket */
    uint32_t cp;
    uint32_t min, max;      /* of a repeat */
};

/* The first token is the bracket of a group that is the whole pattern, and the
 * last one, PATTERN_END, is its end. */
struct pattern_tokens {
    struct str text;
    bool is_caseless;       /* as a whole or, by (?i), in part */
    size_t n;
    struct pattern_token items[MAX_PATTERN + 2];
};

struct pattern {
    pcre2_code *code;
    size_t max_subject;     /* bytes */
    bool has_end;           /* \z or \Z: holds at the end of what it is shown */
    bool looks_for_end;     /* in a look-around */
    bool may_backtrack;
    struct str literal;
};

/* Read a text of at most MAX_PATTERN bytes. */
void pattern_tokens_read(struct str text, unsigned flags,
                         struct pattern_tokens *tokens);

/* The repeat behind token i, which is one character, set or end of a group;
 * where there is none, one of once and no bytes. */
struct pattern_token pattern_repeat(const struct pattern_tokens *tokens,
                                    size_t i);

/* The end of the group that the bracket or OR at i belongs to. */
size_t pattern_group_end(const struct pattern_tokens *tokens, size_t i);

/* Whether a group, by its bracket, has alternatives. */
bool pattern_has_branches(const struct pattern_tokens *tokens, size_t i);

/* Note a reason, cut to the room there is. False. */
bool pattern_refuse(struct pattern_error *error, size_t at, const char *what);

/* Whether a pattern may stand in a rule: by its text, and by what PCRE2 made of
 * it (without and with JIT). False with the reason. */
bool pattern_check_text(struct str text, struct pattern_error *error);
bool pattern_check_tokens(const struct pattern_tokens *tokens, unsigned flags,
                          struct pattern_error *error);
bool pattern_check_code(const pcre2_code *code, unsigned flags,
                        struct pattern_error *error);

/* Write the literal of a pattern that PCRE2 has compiled to out, which has
 * MAX_PATTERN bytes; returns its length. */
size_t pattern_literal_find(const struct pattern_tokens *tokens, char *out);

bool pattern_backtracks(const struct pattern_tokens *tokens);

/* Whether no torture makes the pattern hit a limit; memory refused: what is
 * empty. */
bool pattern_torture(const struct pattern *pattern,
                     const struct pattern_tokens *tokens,
                     struct pattern_error *error);

#endif
