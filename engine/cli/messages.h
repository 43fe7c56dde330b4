/* messages.h - what goes to standard error: `lubb: path: reason`, a line each.
 */
#ifndef LUBB_CLI_MESSAGES_H
#define LUBB_CLI_MESSAGES_H

#include "lubb.h"

/* `name` is a file, or what else it is about. */
void message_print(const char *name, const char *reason);

/* A message that is about no file: a mistake in the command line. */
void message_usage(const char *problem);

/* Why the library could not load what a caller named, or start at all. */
void message_status(lubb_status status, const lubb_error *error);

#endif
