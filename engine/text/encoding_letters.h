/* encoding_letters.h - windows-1256, ISO-8859-6 or windows-1252, by letters.
 *
 * Two observations of bytes that no label explains. First, a letter of
 * windows-1252 text stands alone or beside an ASCII letter, an Arabic one among
 * its like: so where most of them are lonely, the text is Latin. Else each byte
 * votes with the frequency of the letter it would be: ten or so points a letter
 * for the right table, far fewer or none for the other.
 */
#ifndef LUBB_TEXT_ENCODING_LETTERS_H
#define LUBB_TEXT_ENCODING_LETTERS_H

#include "text/encoding.h"

struct letters {
    size_t n;                       /* bytes from 0xC0 up */
    size_t n_lonely;                /* of them, alone or by an ASCII letter */
    int64_t points[N_ENCODINGS];    /* eighths of a bit; 0 for not Arabic */
};

/* Count the letters of bytes that are not UTF-8. Cost: one pass. */
void letters_count(struct str bytes, struct letters *l);

/* The encoding they speak for; false where that is a mere default. */
bool letters_decide(const struct letters *l, enum encoding *encoding);

/* Whether they are an Arabic text that cannot be in `encoding`. */
bool letters_refute(const struct letters *l, enum encoding encoding);

#endif
