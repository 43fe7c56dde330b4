#include "text/words.h"

#include <xxhash.h>

#include "text/arabic.h"
#include "text/utf8.h"

/* "lubb" in ASCII. Site models on disk hold these hashes: never change it. */
static const XXH64_hash_t words_seed = 0x6C756262;

struct words
words_begin(struct str folded)
{
    return (struct words){ folded };
}

bool
words_next(struct words *it, struct str *word)
{
    struct str rest = it->rest;

    if (rest.len == 0)
        return false;

    const char *space = memchr(rest.ptr, ' ', rest.len);
    size_t len = space ? (size_t)(space - rest.ptr) : rest.len;

    *word = str_slice(rest, 0, len);
    it->rest = str_slice(rest, space ? len + 1 : len, rest.len);
    return true;
}

/* How many words one character folds to that are set apart on both sides; 0 for
 * all others. */
static uint32_t
words_in(uint32_t cp)
{
    switch (cp) {
    case 0xFDFA: return 4;
    case 0xFDFB: return 2;
    case 0xFDFC: return 1;
    default: return 0;
    }
}

uint32_t
raw_word_count(struct str word)
{
    size_t at = 0;
    uint32_t n = words_in(utf8_next(word, &at));

    return n > 0 ? n : 1;
}

bool
raw_words_next(struct str text, size_t *at, struct str *word)
{
    size_t beg = *at, next = *at;
    bool has_word = false;

    while (next < text.len) {
        size_t here = next;
        uint32_t cp = utf8_next(text, &next);
        enum char_class class = char_classify(cp);

        if (!has_word && words_in(cp) > 0) {
            *word = str_slice(text, here, next);
            *at = next;
            return true;
        }
        if (class == CHAR_SPACE || class == CHAR_OTHER || words_in(cp) > 0) {
            if (has_word) {
                *word = str_slice(text, beg, here);
                *at = here;
                return true;
            }
            beg = next;
        } else if (class != CHAR_MARK && class != CHAR_IGNORED) {
            has_word = true;
        }
    }
    *at = next;
    *word = str_slice(text, beg, next);
    return has_word;
}

size_t
words_find(struct str folded, struct str phrase, size_t from)
{
    size_t at = from;

    while ((at = str_find(folded, phrase, at)) < folded.len &&
           !words_are_whole(folded, at, at + phrase.len))
        at++;
    return at;
}

uint32_t
words_count(struct str folded)
{
    struct words it = { folded };
    struct str word;
    uint32_t n = 0;

    while (words_next(&it, &word))
        n++;
    return n;
}

uint64_t
words_hash(struct str folded)
{
    return XXH3_64bits_withSeed(folded.ptr, folded.len, words_seed);
}
