/* options.h - the command line, read by one table of names, help and parsers
 * (options_table.h).
 *
 * Options may stand before, between and after files; "--" ends them and "-" is
 * a file (standard input). A value follows as --name=value or --name value. Of
 * options that contradict one another the last counts. -h and --help are
 * printed from the table, and docs/lubb.1 is checked against it.
 */
#ifndef LUBB_CLI_OPTIONS_H
#define LUBB_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "lubb.h"

/* Who takes an option. */
enum {
    FOR_EXTRACT = 1 << 0,       /* lubb itself */
    FOR_LINT = 1 << 1,          /* lubb rules lint, ... */
    FOR_TEST = 1 << 2,
    FOR_TRY = 1 << 3,
    FOR_WHICH = 1 << 4,
    FOR_LIST = 1 << 5,
    FOR_DOC = 1 << 6,
    FOR_RULES = FOR_LINT | FOR_TEST | FOR_TRY | FOR_WHICH | FOR_LIST | FOR_DOC
};

/* What the user can call. */
struct command {
    unsigned taker;             /* one of FOR_.. */
    const char *name;           /* as it is typed: "lubb rules lint" */
    const char *arguments;      /* beside options: "[PATH...]" */
    const char *help;           /* lines that say what it does */
    const char *status;         /* lines that say what its status means */
};

enum task {
    TASK_RUN,           /* what the command is for */
    TASK_HELP,          /* -h: one screen */
    TASK_HELP_ALL,      /* --help */
    TASK_VERSION
};

enum output_form {
    FORM_TEXT,
    FORM_JSON,
    FORM_EXPLAIN,
    FORM_EXPLAIN_JSONL,
    FORM_MARKDOWN
};

struct options {
    const struct command *command;
    enum task task;
    enum output_form form;
    lubb_options engine;
    lubb_hint hint;
    const char *output;     /* -o; NULL for standard output */
    const char *today;      /* --today; NULL where it is not to matter */
    const char *host;       /* -k; NULL for all */
    char **files;           /* and other arguments, in argv, which is
                               rearranged */
    int n_files;
    char problem[256];      /* what is wrong, when options_parse() is false */
};

/* Read the command line, from the argument behind the command's name, argv[1].
 * On false `problem` says why, on one line. */
bool options_parse(const struct command *command, int argc, char **argv,
                   struct options *options);

/* Print what -h (the common options) or --help (all of it) shows. */
void options_print_help(const struct command *command, FILE *out, bool all);

#endif
