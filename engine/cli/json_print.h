/* json_print.h - one JSON object on a line, member by member.
 *
 * Output is well-formed UTF-8 whatever comes in: other bytes become U+FFFD, and
 * what a terminal would act on is escaped (RFC 8259).
 */
#ifndef LUBB_CLI_JSON_PRINT_H
#define LUBB_CLI_JSON_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "lubb.h"

struct json {
    FILE *out;
    bool has_member;
};

/* An object begins; json_print_end() ends it and its line. */
struct json json_print_begin(FILE *out);
void json_print_end(struct json *j);

/* Members; names are plain ASCII. */
void json_print_str(struct json *j, const char *name, lubb_str value);
void json_print_uint(struct json *j, const char *name, uint32_t value);
void json_print_null(struct json *j, const char *name);
void json_print_bool(struct json *j, const char *name, bool value);

/* An array of the words of a text, with one space between them. */
void json_print_words(struct json *j, const char *name, lubb_str words);

#endif
