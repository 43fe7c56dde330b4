/* selector_lex.h - a selector's text as its parser reads it: characters, names,
 * strings, escapes (CSS Syntax 3, 4.3), and where it went wrong.
 */
#ifndef LUBB_PAGE_SELECTOR_LEX_H
#define LUBB_PAGE_SELECTOR_LEX_H

#include "page/selector_parts.h"

struct selector_parser {
    struct store *store;
    struct str text;
    size_t at;
    struct selector *s;
    struct selector_error *error;
    bool is_inner;          /* inside :is or :not */
};

/* Note the error at bytes [at, end); what NULL: memory was refused. Returns
 * false. */
bool selector_fail(struct selector_parser *p, size_t at, size_t end,
                   const char *what);

/* The same at the next character. */
bool selector_fail_here(struct selector_parser *p, const char *what);

/* The byte `ahead` of the next; '\0' behind the end. */
char selector_peek(const struct selector_parser *p, size_t ahead);

/* Take the next byte where it is c. */
bool selector_take(struct selector_parser *p, char c);

/* Whether there was any. */
bool selector_skip_spaces(struct selector_parser *p);

bool selector_is_name_char(char c);

/* Read an identifier, its escapes undone, in small letters where `is_small`;
 * false with the error noted. */
bool selector_read_name(struct selector_parser *p, bool is_small,
                        struct str *name);

/* Read a string in the quotes that come next, its escapes undone. */
bool selector_read_string(struct selector_parser *p, struct str *value);

/* A new simple selector of the compound at hand; NULL, with the error noted,
 * when there are too many. */
struct simple *selector_add(struct selector_parser *p,
                            enum simple_kind kind);

/* Read "[a=v]"; what stands in the brackets of :nth-child() or :text(), with
 * the last one. */
bool selector_read_attribute(struct selector_parser *p);
bool selector_read_nth(struct selector_parser *p, struct simple *s);
bool selector_read_text(struct selector_parser *p, struct simple *s);

#endif
