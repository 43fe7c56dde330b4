/* rule_files.h - files of rules read from disk: the one place of the library
 * that opens files.
 */
#ifndef LUBB_RULE_FILES_H
#define LUBB_RULE_FILES_H

#include "base/store.h"
#include "lubb.h"

/* Levels of folders below the one that is named, and files in all. */
enum { MAX_RULE_DEPTH = 4, MAX_RULE_FILES = 65536 };

struct rule_text {
    const char *name;       /* its path, as the named one with the rest of it */
    struct str text;
};

struct rule_texts {
    struct rule_text *items;
    size_t n, cap;
};

/* Read a file of up to `max` bytes into the store. LUBB_OK, LUBB_E_NOMEM or,
 * with *error filled in where it is not NULL, LUBB_E_FILE. */
lubb_status file_read(struct store *s, const char *path, size_t max,
                      struct str *text, lubb_error *error);

/* Read all files *.rule below a folder, in the byte order of their paths; or
 * the one file that `path` is. Names that begin with a dot are passed over. */
lubb_status rule_texts_read(struct store *s, const char *path,
                            struct rule_texts *out, lubb_error *error);

/* Fill in an error that is not about a line; NULL is allowed. Returns
 * LUBB_E_FILE. */
lubb_status file_error(lubb_error *error, const char *file,
                       const char *message);

#endif
