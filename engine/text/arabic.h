/* arabic.h - what a code point is in Arabic text, and the one folding.
 *
 * Folding is for matching only (lexicon, rules, site model, titles); output
 * keeps the page's letters. Sources: Unicode 15 (blocks Arabic, Supplement,
 * Extended-A, Presentation Forms-A and -B), and the spellings found in
 * scrapers' own rules, where one word pair stands in 13 x 12 variants.
 */
#ifndef LUBB_TEXT_ARABIC_H
#define LUBB_TEXT_ARABIC_H

#include "base/arena.h"
#include "base/str.h"

enum char_class {
    CHAR_OTHER,         /* punctuation, symbols, emoji, unassigned */
    CHAR_SPACE,         /* white space of any kind, no-break included */
    CHAR_DIGIT,         /* ASCII, Arabic-Indic, Persian */
    CHAR_ARABIC,        /* letters of the Arabic script */
    CHAR_LATIN,         /* letters of the Latin script */
    CHAR_LETTER,        /* letters of other scripts */
    CHAR_MARK,          /* combining marks: tashkeel, Quranic annotation */
    CHAR_IGNORED        /* tatweel, bidi and zero-width controls, soft hyphen */
};

/* The class of any code point. O(1), a table for those below U+0800. */
enum char_class char_classify(uint32_t cp);

/* Fold s: presentation forms to base letters; marks, tatweel, bidi and
 * zero-width controls removed; alef with hamza, madda or wasla to alef, alef
 * maqsura to yeh, teh marbuta to heh, hamza seats to waw and yeh, Persian kaf
 * and yeh to the Arabic ones; all digits to ASCII; Latin to lower case without
 * accents, since an accent written as a mark goes too; each run of
 * punctuation, symbols and white space to one space; trimmed.
 *
 * So the result's words are what stands between its single spaces. Writes at
 * most cap bytes to out and returns the length of the whole result, which is
 * larger than cap when it did not fit (nothing useful is written then).
 * s is valid UTF-8. Folding twice changes nothing. */
size_t fold_text(struct str s, char *out, size_t cap);

/* The same into the arena. Cost: one pass, rarely two. */
struct str fold_in_arena(struct arena *a, struct str s);

#endif
