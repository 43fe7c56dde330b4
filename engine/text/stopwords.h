/* stopwords.h - the set of function words, Arabic and English.
 *
 * Read from rules/stopwords.txt (one folded word a line, '#' comments), which
 * is compiled into the library. Clitics are looked through: with a leading waw
 * or feh, and three letters or more in all, the rest is looked up too.
 */
#ifndef LUBB_TEXT_STOPWORDS_H
#define LUBB_TEXT_STOPWORDS_H

#include "base/store.h"
#include "base/table.h"

struct stopwords {
    struct table table;     /* words_hash -> 1 */
};

/* Read the list in `text` into *out, in the store's memory. False when memory
 * is refused. Words are folded on the way in, so the file may be unfolded. */
bool stopwords_load(struct store *s, struct str text, struct stopwords *out);

/* Whether a folded word is a function word. O(1). */
bool stopwords_has(const struct stopwords *set, struct str word);

#endif
