#include "cli/guess.h"

#include <string.h>

#include "cli/edit_distance.h"

struct guess
guess_begin(const char *word)
{
    return (struct guess){ .word = word, .least = GUESS_MAX_SLIPS + 1 };
}

/* A word of which every letter would be a slip is no guess. */
void
guess_try(struct guess *guess, const char *known)
{
    int distance = edit_distance(guess->word, known);

    if (distance < guess->least && distance < (int)strlen(guess->word)) {
        guess->least = distance;
        guess->best = known;
    }
}
