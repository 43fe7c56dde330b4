/* options_table.h - the one table of options: names, help, parsers.
 *
 * A row is a heading of --help, or an option of one or more commands. An option
 * that means one thing to one command and another to the next has a row for
 * each.
 */
#ifndef LUBB_CLI_OPTIONS_TABLE_H
#define LUBB_CLI_OPTIONS_TABLE_H

#include "cli/options.h"

struct option;

/* Take an option's value (NULL: it has none); on false o->problem says why. */
typedef bool option_parser(struct options *o, const struct option *option,
                           const char *value);

struct option {
    unsigned takers;            /* FOR_EXTRACT | ... */
    const char *name;           /* without the dashes */
    char letter;                /* short form, or 0 */
    bool is_common;             /* shown by -h */
    bool is_later;              /* has its name, but is not there yet */
    bool value_is_optional;     /* then only as --name=value */
    const char *value;          /* the value's name in help; NULL for none */
    const char *help;
    const char *more;           /* further lines of --help, or NULL */
    option_parser *parse;       /* NULL for a heading */
    unsigned number;            /* what the parser sets */
};

extern const struct option options_table[];
extern const int options_table_len;

#endif
