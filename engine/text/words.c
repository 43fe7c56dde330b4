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

bool
raw_words_next(struct str text, size_t *at, struct str *word)
{
    size_t beg = *at, next = *at;
    bool has_word = false;

    while (next < text.len) {
        size_t here = next;
        enum char_class class = char_classify(utf8_next(text, &next));

        if (class == CHAR_SPACE || class == CHAR_OTHER) {
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
