/* input.h - the bytes of one file, or of standard input for "-". */
#ifndef LUBB_CLI_INPUT_H
#define LUBB_CLI_INPUT_H

#include <stddef.h>

enum { INPUT_MAX = 16 << 20 };  /* bytes; the library takes no more */

/* Memory for one file at a time, taken over from file to file. {0} is empty. */
struct input {
    char *bytes;
    size_t len, cap;
};

/* Read a whole file. Returns NULL, or why it cannot be read; the string holds
 * until the next call of the C library. */
const char *input_read(struct input *input, const char *path);

void input_free(struct input *input);

#endif
