/* rule_lines.h - the lines that every file of rules is made of.
 *
 *     #!rule 1                            first line: the language's version
 *     # remark                            '#' in the first column only
 *     [lexicon related]                   a section: its kind, perhaps a name
 *     drop+2:  "phrase" | .css -> /re/i   an entry: key, suffix, values
 *
 * Keys are ASCII and begin the line, so that it reads the same in whatever
 * direction it is shown; Arabic stands in quotes and slashes. Nothing is
 * passed over in silence: what is none of these is an error, and so are bytes
 * that are not UTF-8, control characters, and bidi controls outside quotes,
 * which can show a line as another than it is.
 *
 * All slices are slices of the file's text; a slice of the line at hand tells
 * its own position, so nothing carries columns about.
 */
#ifndef LUBB_RULES_RULE_LINES_H
#define LUBB_RULES_RULE_LINES_H

#include "rules/rule_findings.h"

struct rule_lines {
    const char *file;
    struct rule_findings *findings;
    struct str rest;    /* not read yet */
    struct str line;    /* the line at hand, without space at its end */
    uint32_t number;    /* its number, from 1 */
};

struct rule_line {
    bool is_section;
    struct str key;     /* an entry's key or a section's kind: a-z and '-' */
    struct str suffix;  /* what stands between key and colon: "+2", "-5", "!" */
    struct str rest;    /* a section's name, or what follows the colon */
};

/* Begin with a file's text: its size, its UTF-8, its first line. False, with
 * an error noted, when nothing else of it can be read. */
bool rule_lines_begin(struct rule_lines *lines, const char *file,
                      struct str text, struct rule_findings *findings);

/* The next section or entry; false at the end. Lines that are neither are noted
 * as errors and skipped. An entry's rest is not empty. */
bool rule_lines_next(struct rule_lines *lines, struct rule_line *line);

/* Column in code points, from 1, of a place in the line at hand. */
uint32_t rule_lines_column(const struct rule_lines *lines, const char *at);

/* Note a finding about `at`, a slice, perhaps empty, of the line at hand. */
void rule_lines_find(const struct rule_lines *lines, enum rule_code code,
                     struct str at, const char *what);

/* Which of n names `word`, a slice of the line at hand, is. n when none: then
 * `what` is noted, with the name that was probably meant. */
size_t rule_lines_choose(const struct rule_lines *lines, struct str word,
                         const char *const *names, size_t n,
                         const char *what);

#endif
