/* class_words.h - what the words in class and id attributes say of an element.
 *
 * Values are cut at everything that is not a letter and where the case changes
 * ("postBody_2" is post, body). Each word may belong to groups; the groups are
 * those that held up on sites left out. Arabic sites use English class words,
 * their transliterations (e3lan: advertisement) included.
 */
#ifndef LUBB_JUDGE_CLASS_WORDS_H
#define LUBB_JUDGE_CLASS_WORDS_H

#include "page/html_tree.h"

enum class_group {
    CLASS_COMMENTS = 1 << 0,
    CLASS_RELATED = 1 << 1,
    CLASS_NAVIGATION = 1 << 2,
    CLASS_SIDEBAR = 1 << 3,
    CLASS_META = 1 << 4,
    CLASS_AD = 1 << 5,
    CLASS_GUTTER = 1 << 6,      /* line numbers beside code */
    CLASS_EDGE = 1 << 7,        /* header, footer, top bar */
    CLASS_ARTICLE = 1 << 8,     /* entry, post, article, story, ... */
    CLASS_CONTENT = 1 << 9,     /* content, body, text, ... */
    CLASS_BODY = 1 << 10,       /* says both in one word: articlebody */
    CLASS_CAPTION = 1 << 11,    /* the caption of a picture */
    CLASS_THREAD = 1 << 12      /* a thread of a forum, its posts */
};

/* The groups of one element's class and id, enum class_group bits, and a hash
 * of the class tokens that it shares with its likes: numbers and other marks of
 * one item are left out (0 without a class). Cost: its start tag's bytes. */
uint32_t class_words_read(const struct html_doc *doc, uint32_t node,
                          uint64_t *class_hash);

/* Whether groups say that the element holds an article's body. */
static inline bool
class_words_is_body(uint32_t groups)
{
    return (groups & CLASS_BODY) ||
           ((groups & CLASS_ARTICLE) && (groups & CLASS_CONTENT));
}

#endif
