/* edit_distance.h - how far two words are apart, for "did you mean".
 *
 * How many letters have to be put in, left out or changed to make one of the
 * other (Levenshtein 1965), in one row of the usual table.
 */
#ifndef LUBB_CLI_EDIT_DISTANCE_H
#define LUBB_CLI_EDIT_DISTANCE_H

enum { EDIT_MAX_LEN = 24 };     /* bytes; of a longer b, what stands behind
                                   them does not count */

int edit_distance(const char *a, const char *b);

#endif
