/* options.h - the command line: one table of names, help and parsers.
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

enum task {
    TASK_EXTRACT,
    TASK_HELP,          /* -h: one screen */
    TASK_HELP_ALL,      /* --help */
    TASK_VERSION
};

enum output_form {
    FORM_TEXT,
    FORM_JSON,
    FORM_EXPLAIN,
    FORM_EXPLAIN_JSONL
};

struct options {
    enum task task;
    enum output_form form;
    lubb_options engine;
    lubb_hint hint;
    const char *output;     /* -o; NULL for standard output */
    char **files;           /* in argv, which is rearranged */
    int n_files;
    char problem[256];      /* what is wrong, when options_parse() is false */
};

/* Read the command line. On false `problem` says why, on one line. */
bool options_parse(int argc, char **argv, struct options *options);

/* Print what -h (the common options) or --help (all of it) shows. */
void options_print_help(FILE *out, bool all);

#endif
