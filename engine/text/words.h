/* words.h - words of folded text, and which of them are function words.
 *
 * A word is a run of letters and digits; folding (text/arabic.h) leaves exactly
 * one space between two of them. A function word is one of a short list of
 * particles, pronouns and auxiliaries (stopwords.h), alone or after a
 * clitic waw or feh: the usual stop-word lists of thousands of words do not
 * tell prose from menus in Arabic, since they hold the topic words of menus.
 */
#ifndef LUBB_TEXT_WORDS_H
#define LUBB_TEXT_WORDS_H

#include "base/str.h"

struct words {
    struct str rest;
};

/* Walk the words of folded text:
 *     struct words it = words_begin(folded);
 *     while (words_next(&it, &word)) ...                                     */
struct words words_begin(struct str folded);
bool words_next(struct words *it, struct str *word);

/* Whether bytes [beg, end) of folded text are whole words. */
static inline bool
words_are_whole(struct str folded, size_t beg, size_t end)
{
    return (beg == 0 || folded.ptr[beg - 1] == ' ') &&
           (end == folded.len || folded.ptr[end] == ' ');
}

/* Offset of the first folded `phrase` in whole words at or behind `from`;
 * folded.len when there is none. */
size_t words_find(struct str folded, struct str phrase, size_t from);

/* Walk the words of text that is not folded, from byte *at: those that folding
 * leaves, in the same order. */
bool raw_words_next(struct str text, size_t *at, struct str *word);

/* How many folded words a raw one stands for: 1, but 4 for U+FDFA and 2 for
 * U+FDFB. With it counted so, word number n is that of the folded text. */
uint32_t raw_word_count(struct str word);

/* How many words folded text has. */
uint32_t words_count(struct str folded);

/* xxHash of one folded word or text, the same on every machine. */
uint64_t words_hash(struct str folded);

#endif
