/* embedded.h - the files of rules/ as the build compiled them in.
 *
 * The C source is generated (engine/embed/embed.c), so that the program needs
 * no file beside it. The same loaders read these bytes and a user's files.
 */
#ifndef LUBB_EMBEDDED_H
#define LUBB_EMBEDDED_H

#include "base/str.h"

struct embedded_file {
    const char *name;       /* "rules/weights.conf", ... */
    struct str bytes;
};

extern const struct embedded_file embedded_files[];
extern const size_t embedded_n_files;

#endif
