/* output.h - where results go, and whether they arrived.
 *
 * A reader that has had enough (a broken pipe) is no error: writing stops and
 * the program ends as if all had been written. Any other failure, a full disk
 * above all, is one, and shows at the latest when the output is closed.
 */
#ifndef LUBB_CLI_OUTPUT_H
#define LUBB_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "lubb.h"

enum output_state {
    OUTPUT_FINE,
    OUTPUT_UNWANTED,    /* nobody reads any more */
    OUTPUT_FAILED
};

struct output {
    FILE *file;
    const char *name;           /* for messages */
    enum output_state state;
    int error;                  /* errno of OUTPUT_FAILED */
};

/* Open the file at path, or standard output for NULL and "-". */
void output_open(struct output *out, const char *path);

/* Whether path is the file that standard input or one of the inputs is read
 * from. Ask before output_open(), which empties it. */
bool output_is_input(const char *path, char **inputs, int n_inputs);

/* Write and flush; does nothing once the state is not OUTPUT_FINE. */
void output_write(struct output *out, lubb_str bytes);

void output_close(struct output *out);

#endif
