/* rule_values.h - the values of an entry: alternatives between " | ".
 *
 *     "phrase"            matched on folded text; ="..." as it stands,
 *                         *"..." anywhere; it holds no quotation mark
 *     /pattern/flags      a regular expression; \/ is a slash in it
 *     @title+1            a place in the page, and an offset
 *     div.body > p        anything else: a selector
 *
 * Behind a phrase, a pattern or a place a word such as `last` may follow, and
 * behind any value ` -> /pattern/flags`. What the words, flags and selectors
 * mean is the reader's affair; entries of other shapes read the raw rest.
 */
#ifndef LUBB_RULES_RULE_VALUES_H
#define LUBB_RULES_RULE_VALUES_H

#include "rules/rule_lines.h"

enum rule_value_kind { RULE_PHRASE, RULE_REGEX, RULE_PLACE, RULE_SELECTOR };

struct rule_value {
    enum rule_value_kind kind;
    char mark;              /* '=' or '*' before a phrase, else 0 */
    struct str text;        /* what stands between the quotes or slashes; a
                             * place's name; a selector */
    struct str flags;       /* behind a pattern; "+1" behind a place */
    struct str word;        /* "last" and the like, or empty */
    struct str step;        /* the pattern behind "->", or empty */
    struct str step_flags;
};

struct rule_values {
    const struct rule_lines *lines;
    struct str rest;
    bool is_first;
};

/* Walk the values of the entry at hand:
 *     struct rule_values it = rule_values_begin(&lines, line.rest);
 *     while (rule_values_next(&it, &value)) ...
 * The walk ends behind the last value or, with the error noted, at the first
 * that is malformed. No text, and no step that is there, is empty. */
struct rule_values rule_values_begin(const struct rule_lines *lines,
                                     struct str rest);
bool rule_values_next(struct rule_values *it, struct rule_value *value);

#endif
