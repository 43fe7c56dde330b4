/* characters.h - UTF-8 a character at a time, and text shown to people.
 *
 * Names, rules and pages hold any bytes. What is shown holds none that a
 * terminal acts on (an escape sequence in a file's name, say) and none that
 * reorders the line: they become '?', and bytes that are not UTF-8 U+FFFD.
 * Columns are counted in characters (code points), here as in the library.
 */
#ifndef LUBB_CLI_CHARACTERS_H
#define LUBB_CLI_CHARACTERS_H

#include <stdbool.h>
#include <stdio.h>

#include "lubb.h"

enum { CHARACTER_UNKNOWN = 0xFFFD };

lubb_str text_of(const char *z);

/* Take the first character off a text that is not empty. A byte that begins
 * none is CHARACTER_UNKNOWN. */
uint32_t character_take(lubb_str *text);

/* Whether a terminal would act on it, or show other letters in another order
 * for it: C0, C1, line separators, bidi embeddings, overrides and isolates. */
bool character_is_control(uint32_t c);

/* Whether it is a letter that runs from right to left. */
bool character_is_rtl(uint32_t c);

size_t text_count(lubb_str text);

/* Drop the first n characters, or all where there are fewer. */
lubb_str text_skip(lubb_str text, size_t n);

bool text_is_rtl(lubb_str text);

/* Print a text on one line; of more than `max` characters the first ones, and
 * "…". 0 is no limit. Tabs become a space. */
void text_print(FILE *out, lubb_str text, size_t max);

#endif
