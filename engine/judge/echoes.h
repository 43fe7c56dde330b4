/* echoes.h - blocks most of whose words stand, in order, in a longer block.
 *
 * A pull quote repeats a sentence of the article, often a little shortened; a
 * teaser repeats its opening. Found with word shingles: those of the shorter
 * blocks are put in a table, and every shingle of the page is looked up.
 */
#ifndef LUBB_JUDGE_ECHOES_H
#define LUBB_JUDGE_ECHOES_H

#include "base/arena.h"
#include "page/block.h"

enum {
    ECHO_SHINGLE = 5,           /* words */
    MIN_ECHO_WORDS = 8,         /* sub-headings often repeat five words */
    MAX_ECHO_WORDS = 60,
    MIN_ECHO_PERCENT = 60,      /* of the block's shingles found elsewhere */
    MAX_ECHO_SHINGLES = 65536   /* put in the table, a page; later ones are not
                                   echoes: no real page has a tenth of it */
};

/* Whether each block is an echo, by index; in the arena. Shingles that find no
 * room in the table are not looked for (LIMIT_TABLE is then set). Cost: two
 * hashes a word of the page. */
bool *echoes_find(struct arena *a, struct blocks *blocks);

#endif
