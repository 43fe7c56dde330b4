/* guess.h - "did you mean": the known word that an unknown one may be a slip
 * of.
 */
#ifndef LUBB_CLI_GUESS_H
#define LUBB_CLI_GUESS_H

enum { GUESS_MAX_SLIPS = 2 };   /* letters off for which a word is suggested */

struct guess {
    const char *word;           /* as typed */
    const char *best;           /* the nearest known word so far, or NULL */
    int least;                  /* how far off it is; as yet, the bound */
};

struct guess guess_begin(const char *word);

/* Take a known word into account; of equally near ones the first counts. */
void guess_try(struct guess *guess, const char *known);

#endif
